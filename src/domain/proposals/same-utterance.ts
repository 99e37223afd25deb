import { nearestQuotations } from '../quotations/nearest-quotations.ts'
import { inMarks, inOrderOfIds, type Proposal, rounded } from './proposal.ts'

/** A statement in the speaker's own words, as one article has them. */
export interface QuotedStatement {
  readonly id: string
  readonly articleId: string
  /** What stands in quotation marks; its parts joined by " … ". */
  readonly words: string
  readonly language: string
}

/** How two quoted statements belong together beside their words. */
export interface QuotedTogether {
  /** Of one claim, or of two that are one by decision. */
  readonly oneClaim: boolean
  /** At one occasion, or by one speaker, under whatever names are decided to be one. */
  readonly oneOccasionOrSpeaker: boolean
}

/** Nothing can be compared word by word: what is said and who says it where is all that speaks for a translation. */
const TRANSLATION_SCORE = 0.5

/**
 * Two quotations, in two articles, that may be one utterance: of one language, near in their words; of two, where both
 * are of one claim and of one occasion or speaker. Whether they are candidates at all, by their claims or occasions, is
 * for the caller to know.
 */
export function proposeSameUtterance(
  one: QuotedStatement,
  other: QuotedStatement,
  { oneClaim, oneOccasionOrSpeaker }: QuotedTogether,
): Proposal | null {
  if (one.id === other.id || one.articleId === other.articleId) return null
  const [left, right] = inOrderOfIds(one, other)
  const sides = { kind: 'SAME_UTTERANCE', leftId: left.id, rightId: right.id } as const
  const inWords = `${inMarks(left.words)} and ${inMarks(right.words)}`
  if (primary(left.language) !== primary(right.language))
    return oneClaim && oneOccasionOrSpeaker
      ? {
          ...sides,
          score: TRANSLATION_SCORE,
          method: 'claim and speaker, in two languages',
          evidence: `${inWords} are quoted for one claim and of one occasion or speaker, in ${left.language} and in ${right.language}.`,
        }
      : null
  // From the fuller to the other, so that the answer is the same in both directions.
  const [fuller, shorter] = left.words.length >= right.words.length ? [left, right] : [right, left]
  const [near] = nearestQuotations(quotation(shorter), [quotation(fuller)])
  if (!near) return null
  const { ratio, edits } = near.comparison
  const differences = edits.map((edit) => edit.toLowerCase()).join(', ')
  return {
    ...sides,
    score: rounded(ratio),
    method: 'aligned words',
    evidence: `${inWords} have ${Math.round(100 * ratio)} percent of their words in common${differences ? ` (${differences})` : ''}.`,
  }
}

const quotation = ({ words, language }: QuotedStatement) => ({ text: words, language })

const primary = (language: string) => language.split('-')[0]!.toLowerCase()
