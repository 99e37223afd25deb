import { ascendingKey } from '../date-order.ts'
import { isWord, tokenizeQuotation } from '../quotations/quotation-tokens.ts'
import type { UncertainDate } from '../uncertain-date.ts'
import { inMarks, type Proposal, rounded } from './proposal.ts'
import { sentencesIn } from './sentences.ts'

export interface ComparedText {
  readonly id: string
  readonly text: string
  readonly language: string
  readonly published: UncertainDate
}

/** Shorter sentences ("She did not say when") are alike by chance. */
const LEAST_WORDS = 6
/** Two who report one event quote it alike; as many whole sentences in common they have from each other. */
const LEAST_SHARED = 3
/** Of the sentences of the shorter text, those that the other has too. */
const LEAST_SHARE = 0.4

/**
 * Two articles of which one may be taken from the other: several whole sentences stand in both, spelling and punctuation
 * aside. Left is the one published later; where that cannot be told, the one of which the larger part stands in the
 * other.
 */
export function proposeDerivedFrom(one: ComparedText, other: ComparedText): Proposal | null {
  if (one.id === other.id) return null
  const [sentences, others] = [sentencesOf(one), sentencesOf(other)]
  const shared = [...sentences.keys()].filter((key) => others.has(key))
  const share = shared.length / Math.min(sentences.size, others.size)
  if (shared.length < LEAST_SHARED || share < LEAST_SHARE) return null
  const isLater =
    compareText(latestOf(one), latestOf(other)) ||
    compareText(ascendingKey(one.published), ascendingKey(other.published)) ||
    others.size - sentences.size ||
    compareText(one.id, other.id)
  const [left, right] = isLater > 0 ? [one, other] : [other, one]
  const longest = shared.reduce((a, b) => (b.length > a.length || (b.length === a.length && b < a) ? b : a))
  const inLeft = left === one ? sentences : others
  return {
    kind: 'DERIVED_FROM',
    leftId: left.id,
    rightId: right.id,
    score: rounded(share),
    method: 'shared sentences',
    evidence: `${shared.length} sentences stand in both, of ${inLeft.size} and ${(left === one ? others : sentences).size} with ${LEAST_WORDS} words or more; the longest: ${inMarks(inLeft.get(longest)!)}`,
  }
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A page with only a day may be of its last minute; one without a date comes after all that have one. */
const latestOf = ({ published: { instant, latest } }: ComparedText) =>
  instant ?? (latest === null ? '9999' : `${latest}T23:59:59.999Z`)

/** One text is held against many, and to read it takes a second for each half a million characters. */
const knownSentences = new WeakMap<ComparedText, ReadonlyMap<string, string>>()

/** The sentences of a text as printed, each by what it reads as whatever the spelling and the marks. */
function sentencesOf(compared: ComparedText): ReadonlyMap<string, string> {
  const { text, language } = compared
  const known = knownSentences.get(compared)
  if (known !== undefined) return known
  const english = language.split('-')[0] === 'en'
  const sentences = new Map(
    sentencesIn(text).flatMap((sentence) => {
      const words = tokenizeQuotation(sentence, english).tokens.filter(isWord)
      return words.length < LEAST_WORDS
        ? []
        : [[words.map(({ key }) => key).join(' '), sentence.trim()] as const]
    }),
  )
  knownSentences.set(compared, sentences)
  return sentences
}

const MOST_SENTENCES = 6
const PHRASE_WORDS = 8

/**
 * Runs of words by which a copy of a text is looked up: the first and the last words of its longest sentences, so that
 * a name in another spelling or a changed word leaves others to find it by.
 */
export function tellingPhrases(text: string): string[] {
  const sentences = sentencesIn(text)
    .map((sentence) => sentence.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’.,-]*/gu) ?? [])
    .map((words) => words.map((word) => word.replace(/[.,]+$/u, '')))
    .filter((words) => words.length >= LEAST_WORDS)
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_SENTENCES)
  return [
    ...new Set(
      sentences.flatMap((words) => [
        words.slice(0, PHRASE_WORDS).join(' '),
        words.slice(-PHRASE_WORDS).join(' '),
      ]),
    ),
  ]
}
