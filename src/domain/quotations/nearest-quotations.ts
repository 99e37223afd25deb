import { type WordPair, wordPositions } from './align-words.ts'
import {
  alignQuotations,
  type Quotation,
  type QuotationAlignment,
  type QuotationComparison,
} from './compare-quotations.ts'

/** A candidate that is near enough to a quotation, and how the two differ. */
export interface NearQuotation<C extends Quotation> {
  readonly candidate: C
  /** From the candidate to the quotation: REMOVED is what only the recorded wording has. */
  readonly comparison: QuotationComparison
}

/**
 * The least nearness. An altered genuine quotation can have a ratio of 0.64; of the statements of different claims in
 * the demonstration set, 1 pair in 200 is as near as this, mostly of one pattern ("… will visit the dam next week").
 */
export const LEAST_NEARNESS = 0.6

/**
 * In words that both have: of fewer, that they stand close together in a longer text says little ("the gate will").
 * Three are enough where they are all that the shorter wording has.
 */
const SHORTEST_PART = 4
const SHORTEST_WHOLE = 3

/**
 * For checkQuote: of candidates, those near enough, the highest ratio first, or none when there is nothing near.
 *
 * Nearness is the ratio, or, where it is more, the ratio to that part of the longer wording in which the common words
 * stand, so that a part of a long quotation is found, altered or not. It is at least `LEAST_NEARNESS`. They come in the
 * order of their ratios, which are what is shown; those of one ratio in the order of their nearness, then of how many
 * kinds of edits they have, then in the order given.
 *
 * It orders and decides nothing: neither is the nearest the same utterance, nor is one that is not near an invention.
 * Each candidate costs a comparison, so they are to be few, such as the hits of a full-text index.
 */
export function nearestQuotations<C extends Quotation>(
  text: Quotation,
  candidates: readonly C[],
): readonly NearQuotation<C>[] {
  return candidates
    .map((candidate) => {
      const alignment = alignQuotations(candidate, text)
      return { candidate, comparison: alignment.comparison, nearness: nearness(alignment) }
    })
    .filter((one) => one.nearness >= LEAST_NEARNESS)
    .sort(
      (one, other) =>
        other.comparison.ratio - one.comparison.ratio ||
        other.nearness - one.nearness ||
        one.comparison.edits.length - other.comparison.edits.length,
    )
    .map(({ candidate, comparison }) => ({ candidate, comparison }))
}

/** How near two wordings are, from 0 to 1: see `nearestQuotations`. It is the same in both directions. */
export function nearness({ comparison, from, to, pairs }: QuotationAlignment): number {
  const fromWords = wordPositions(from.tokens)
  const toWords = wordPositions(to.tokens)
  if (fromWords.length + toWords.length === 0) return 0
  const [longer, shorter] = fromWords.length >= toWords.length ? [fromWords, toWords] : [toWords, fromWords]
  const ordinals = new Map(longer.map((position, ordinal) => [position, ordinal]))
  const side = longer === fromWords ? 0 : 1
  const places = pairs.map((pair: WordPair) => ordinals.get(pair[side])!)

  const least = shorter.length === SHORTEST_WHOLE ? SHORTEST_WHOLE : SHORTEST_PART
  // A common word far off from the others makes the part longer than it is worth.
  const share = (first: number, last: number): number =>
    last - first + 1 < least
      ? 0
      : (2 * (last - first + 1)) / (shorter.length + places[last]! - places[first]! + 1)
  let last = places.length - 1
  let first = 0
  for (let at = 0; at <= last; at++) if (share(at, last) > share(first, last)) first = at
  for (let at = last; at >= first; at--) if (share(first, at) > share(first, last)) last = at
  return Math.max(comparison.ratio, share(first, last))
}
