import { isWord, tokenizeQuotation } from '../quotations/quotation-tokens.ts'
import { trigramSimilarity } from '../quotations/trigram-similarity.ts'
import { inMarks, inOrderOfIds, type Proposal, rounded } from './proposal.ts'
import { valuesApart } from './values-apart.ts'

export interface ComparedClaim {
  readonly id: string
  /** The global key that its author gave. */
  readonly key: string | null
  /** The key itself, until a document brings its words. */
  readonly text: string
  readonly language: string
}

/** Alike enough, whatever words differ: "closed to lorries" and "closed to trucks" have 0.80. */
const LIKE_CLAIMS = 0.75
/**
 * Alike enough where no word of the one stands in the place of another: "was rising" and "continued to rise" have 0.61,
 * but so have "will be repaired by spring" and "will fail in the spring flood".
 */
const LEAST_LIKE_CLAIMS = 0.55
/** What inflected forms of one word have in common at least: "rise" and "rising" have 0.33. */
const LEAST_LIKE_WORDS = 0.32

/**
 * Two claims that may be one: much the same words in one language, and no value in the place of another.
 *
 * Two claims whose keys begin alike, up to the last "/", are never proposed: whoever gave both keys told them apart.
 */
export function proposeSameClaim(one: ComparedClaim, other: ComparedClaim): Proposal | null {
  if (one.id === other.id || one.language !== other.language || areToldApart(one.key, other.key)) return null
  if (one.text === one.key || other.text === other.key) return null
  const [left, right] = inOrderOfIds(one, other)
  const score = trigramSimilarity(left.text, right.text)
  if (score < LEAST_LIKE_CLAIMS || valuesApart(left.text, right.text, left.language)) return null
  if (score < LIKE_CLAIMS && hasWordsOfItsOwn(left, right) && hasWordsOfItsOwn(right, left)) return null
  return {
    kind: 'SAME_CLAIM',
    leftId: left.id,
    rightId: right.id,
    score: rounded(score),
    method: 'text trigrams',
    evidence: `${inMarks(left.text)} and ${inMarks(right.text)} have much the same words, and no number, name or negation in the place of another.`,
  }
}

/** Whether a claim has a word that tells something and is no form of any word of the other. */
function hasWordsOfItsOwn(one: ComparedClaim, other: ComparedClaim): boolean {
  const others = keysOf(other)
  return keysOf(one)
    .filter(isTelling)
    .some((word) => !others.some((like) => trigramSimilarity(word, like) >= LEAST_LIKE_WORDS))
}

const keysOf = ({ text, language }: ComparedClaim) =>
  tokenizeQuotation(text, language.startsWith('en'))
    .tokens.filter(isWord)
    .map(({ key }) => key)

/** Shorter words are mostly those of grammar; what numbers differ in is looked at before. */
const isTelling = (word: string) => [...word].length > 3 && !/\p{N}/u.test(word) && word !== 'there'

/** Whether both keys are of one vocabulary: what stands before the last "/" is the same, or neither has one. */
export const areToldApart = (one: string | null, other: string | null) =>
  one !== null && other !== null && vocabularyOf(one) === vocabularyOf(other)

const vocabularyOf = (key: string) => key.slice(0, key.lastIndexOf('/') + 1)
