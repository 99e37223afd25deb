import type { QuoteEditKind } from '../vocabulary.ts'
import { alignWords, type WordPair } from './align-words.ts'
import { joinCompounds, type TokenizedQuotation, tokenizeQuotation } from './quotation-tokens.ts'
import { quoteEdits } from './quote-edits.ts'
import { type TextDifference, textDifference } from './text-difference.ts'

export type { TextDifference } from './text-difference.ts'

/** The words of an utterance as one carrier has them. */
export interface Quotation {
  /** The parts of a discontinuous content are joined with " … ", as everywhere in the graph. */
  readonly text: string
  /** A BCP 47 tag; "und" when it is not known. */
  readonly language: string
}

/**
 * How two wordings differ. It says nothing of whether they are one utterance: two different sentences of one day can
 * have a ratio of 0.96, and an altered genuine one 0.64.
 */
export interface QuotationComparison {
  /**
   * Twice the number of words that both have in the same order, divided by the number of words of both together
   * (Sørensen and Dice, over the longest common subsequence): 1 is word for word, 0 is no word in common. It is the
   * same in both directions. Spelling, punctuation and letter case do not lower it. Words left out at the ends do: of
   * a part that is half of the quotation it is 2/3, so that it says how much the two have in common and not how
   * faithful the part is. Without any word on either side it is 1, on one side 0.
   */
  readonly ratio: number
  /**
   * Each kind that occurs, in the order of the vocabulary; none where the words are the same.
   *
   * - SPELLING: a word in another spelling (the rules are those of `spellingKey`). No alteration.
   * - PUNCTUATION: other marks beside the same words, other apostrophes in them. No alteration.
   * - CONTAINED: words at the beginning or the end of `from` are not in `to`. With no kind but SPELLING and PUNCTUATION
   *   beside it, `to` is a part of `from`: one run of whole words, and no alteration. Runs joined by an ellipsis are
   *   ELISION, since what the ellipsis stands for may turn the sense ("we did … agree").
   * - ELISION: words inside are left out, with or without a mark, except by SPLICE.
   * - INSERTION: words put in, at the ends too. So of two wordings, the fuller one is to be given as `from`.
   * - SUBSTITUTION: words exchanged. n words in the place of m are this, and, as in word error rate, INSERTION where n
   *   is more and ELISION where it is less.
   * - SPLICE: parts that stand apart in `from` run together in `to`. In order: `from` has an ellipsis between them or
   *   they belong to different sentences, and `to` has neither an ellipsis nor as many ends of sentences. Out of
   *   order: four words or more stand earlier or later. The graph's ellipsis also stands where the carrier of `from`
   *   interrupted a quotation ("…," he said, "…"), so that it need not mean that anything was left out there.
   * - TRANSLATION: the languages are known and their primary subtags differ. Alone; nothing is said word by word.
   */
  readonly edits: readonly QuoteEditKind[]
  /** See `textDifference`. Of a translation: `from` REMOVED and `to` ADDED. */
  readonly difference: readonly TextDifference[]
}

/** How many words two wordings have, and which are the same; for who ranks comparisons. */
export interface QuotationAlignment {
  readonly comparison: QuotationComparison
  readonly from: TokenizedQuotation
  readonly to: TokenizedQuotation
  readonly pairs: readonly WordPair[]
}

/**
 * from: the fuller/earlier wording; to: the other.
 *
 * The time grows with the product of the length and the number of differences. Where more than `MOST_EDITS` words
 * differ, only the common beginning and end are aligned, all between them is exchanged, and the ratio is
 * too low rather than too high.
 */
export function compareQuotations(from: Quotation, to: Quotation): QuotationComparison {
  return alignQuotations(from, to).comparison
}

export function alignQuotations(from: Quotation, to: Quotation): QuotationAlignment {
  const [fromLanguage, toLanguage] = [primaryLanguage(from.language), primaryLanguage(to.language)]
  const languages = new Set([fromLanguage, toLanguage])
  languages.delete(undefined)
  // Where one language is not known, it is taken to be that of the other.
  const english = languages.size === 1 && languages.has('en')
  const fromWritten = tokenizeQuotation(from.text, english)
  const toWritten = tokenizeQuotation(to.text, english)
  const fromText = joinCompounds(fromWritten, toWritten, english)
  const toText = joinCompounds(toWritten, fromWritten, english)
  const pairs = alignWords(fromText.tokens, toText.tokens)
  const ratio = commonShare(fromText, toText, pairs)
  const comparison: QuotationComparison =
    languages.size > 1
      ? { ratio, edits: ['TRANSLATION'], difference: replaced(from.text, to.text) }
      : {
          ratio,
          edits: quoteEdits(fromText.tokens, toText.tokens, pairs),
          difference: textDifference(fromText, toText, pairs),
        }
  return { comparison, from: fromText, to: toText, pairs }
}

function commonShare(from: TokenizedQuotation, to: TokenizedQuotation, pairs: readonly WordPair[]): number {
  const words = [...from.tokens, ...to.tokens].filter((token) => token.kind === 'WORD').length
  return words === 0 ? 1 : (2 * pairs.length) / words
}

function replaced(from: string, to: string): TextDifference[] {
  const pieces: TextDifference[] = [
    { difference: 'REMOVED', text: from },
    { difference: 'ADDED', text: to },
  ]
  return pieces.filter(({ text }) => text !== '')
}

/** The primary language subtag (RFC 5646) in its canonical form ("iw" is "he"); undefined where no language is known. */
function primaryLanguage(tag: string): string | undefined {
  let canonical: string
  try {
    canonical = new Intl.Locale(tag).language
  } catch {
    return undefined
  }
  // und: undetermined, mul: several, mis: without a code, zxx: no language (ISO 639-3).
  return ['und', 'mul', 'mis', 'zxx'].includes(canonical) ? undefined : canonical
}
