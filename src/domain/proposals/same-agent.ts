import { foldCase } from '../fold-case.ts'
import { isOfficeAndPerson } from '../judgement.ts'
import { spellingKey } from '../quotations/spelling-key.ts'
import { trigramSimilarity } from '../quotations/trigram-similarity.ts'
import type { AgentKind } from '../vocabulary.ts'
import { inMarks, inOrderOfIds, type Proposal, rounded } from './proposal.ts'

export interface ComparedAgent {
  readonly id: string
  readonly kind: AgentKind
  readonly name: string
  readonly aliases: readonly string[]
  readonly sameAs: readonly string[]
}

/** Between "Danylo Zahorsky" and "Danylo Zagorsky" (0.68) and "Mira Koltan" and "Mira Kolman" (0.60). */
const LEAST_LIKE_NAMES = 0.65
/** What each word of a person's name has in common with some word of the other: John and Jan have 0.14. */
const LEAST_LIKE_WORDS = 0.4
/** Of names that differ in the spelling of their words alone (Volodimir Zelenski, Volodymyr Zelenskyy). */
const SPELLING_SCORE = 0.9
/** Of a name with initials ("D. Zahorsky"): many persons may have them. */
const INITIALS_SCORE = 0.7

/**
 * Two named agents that may be one: an address that both have, whatever their kinds and letters; else, of one kind, a
 * name or an alias in another spelling. An unnamed source is nobody that a name could tell.
 */
export function proposeSameAgent(one: ComparedAgent, other: ComparedAgent): Proposal | null {
  if (one.id === other.id || one.kind === 'UNNAMED' || other.kind === 'UNNAMED') return null
  if (isOfficeAndPerson([one.kind, other.kind])) return null
  const [left, right] = inOrderOfIds(one, other)
  const sides = { kind: 'SAME_AGENT', leftId: left.id, rightId: right.id } as const
  const address = left.sameAs.filter((url) => right.sameAs.includes(url)).sort()[0]
  if (address !== undefined)
    return {
      ...sides,
      score: 1,
      method: 'sameAs address',
      evidence: `${inMarks(left.name)} and ${inMarks(right.name)} both have the address ${address}.`,
    }
  if (left.kind !== right.kind) return null
  const likest = tellingNames(left)
    .flatMap((a) => tellingNames(right).map((b) => ({ a, b, ...likeness(a, b, left.kind) })))
    .reduce((best, next) => (next.score > best.score ? next : best), { a: '', b: '', score: 0, method: '' })
  if (likest.score === 0) return null
  return {
    ...sides,
    score: rounded(likest.score),
    method: likest.method,
    evidence: `${inMarks(likest.a)}${alsoCalled(likest.a, left)} and ${inMarks(likest.b)}${alsoCalled(likest.b, right)} are written much alike.`,
  }
}

const alsoCalled = (name: string, agent: ComparedAgent) =>
  name === agent.name ? '' : ` (of ${inMarks(agent.name)})`

/** A person's family name alone, as an alias, tells little: many bear it. */
const tellingNames = ({ kind, name, aliases }: ComparedAgent) => [
  name,
  ...aliases.filter((alias) => kind !== 'PERSON' || wordsOf(alias).length > 1),
]

const wordsOf = (name: string) => name.match(/[\p{L}\p{M}\p{N}'’.]*[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.]*/gu) ?? []

function likeness(
  a: string,
  b: string,
  kind: AgentKind,
): { readonly score: number; readonly method: string } {
  if (foldCase(a) === foldCase(b)) return { score: 1, method: 'one name' }
  const [words, others] = [wordsOf(a), wordsOf(b)]
  if (digitsOf(words) !== digitsOf(others)) return { score: 0, method: '' }
  const trigrams = trigramSimilarity(a, b)
  if (spelled(words) === spelled(others) && words.length > 0)
    return { score: Math.max(trigrams, SPELLING_SCORE), method: 'name spelling' }
  if (kind !== 'PERSON')
    return trigrams >= LEAST_LIKE_NAMES
      ? { score: trigrams, method: 'name trigrams' }
      : { score: 0, method: '' }
  if (haveInitials(words, others)) return { score: INITIALS_SCORE, method: 'name initials' }
  const allAlike = eachHasItsLike(words, others) && eachHasItsLike(others, words)
  return trigrams >= LEAST_LIKE_NAMES && allAlike
    ? { score: trigrams, method: 'name trigrams' }
    : { score: 0, method: '' }
}

const digitsOf = (words: readonly string[]) => words.filter((word) => /\p{N}/u.test(word)).join(' ')

/**
 * English spellings are tried for every name: they only ever make words one. So does that i, y and their pairs stand for
 * one letter: romanizations write и, і, ї and й by all of them (Volodymyr, Volodimir; Mykhailo, Mikhaylo). Of an
 * initial they do not: I. and Y. are two.
 */
const spelled = (words: readonly string[]) =>
  words
    .map((word) => spellingKey(word, true))
    .map((key) => ([...key].length < 3 ? key : key.replace(/[iy]+/gu, 'i')))
    .sort()
    .join(' ')

const eachHasItsLike = (words: readonly string[], others: readonly string[]) =>
  words.every((word) => others.some((other) => trigramSimilarity(word, other) >= LEAST_LIKE_WORDS))

/** Whether two names agree word by word, some of them by their first letters ("D. Zahorsky"), the last one whole. */
function haveInitials(words: readonly string[], others: readonly string[]): boolean {
  const plain = (word: string) => spellingKey(word.replaceAll('.', ''), true)
  return (
    words.length > 1 &&
    words.length === others.length &&
    plain(words.at(-1)!) === plain(others.at(-1)!) &&
    words.every((word, at) => {
      const [a, b] = [plain(word), plain(others[at]!)]
      return a === b || (Math.min([...a].length, [...b].length) === 1 && [...a][0] === [...b][0])
    })
  )
}
