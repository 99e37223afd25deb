import { diffArrays } from 'diff'
import { isWord, type QuotationToken } from './quotation-tokens.ts'

/** Positions in the tokens of the two texts where the same word stands; both ascend. */
export type WordPair = readonly [from: number, to: number]

/**
 * How many words may differ, beyond the difference in length, before two texts are no longer aligned. Aligning two
 * texts of 5,000 random words takes half a second up to here, and ten times as long without a limit.
 */
const MOST_EDITS = 2000

/**
 * The longest sequence of words that both texts have in this order (Myers 1986, by `diff`). Where one text is a part
 * of the other in one run, it is that run.
 *
 * Where more than `MOST_EDITS` words that occur in both would have to be moved or changed, only what the texts have in
 * common at their beginning and end is aligned, and the pairs are fewer than there could be. The number of pairs does
 * not depend on which text is given first.
 */
export function alignWords(from: readonly QuotationToken[], to: readonly QuotationToken[]): WordPair[] {
  const fromWords = wordPositions(from)
  const toWords = wordPositions(to)
  const fromKeys = fromWords.map((at) => from[at]!.key)
  const toKeys = toWords.map((at) => to[at]!.key)
  return alignKeys(fromKeys, toKeys).map(([left, right]) => [fromWords[left]!, toWords[right]!])
}

/** Where the words of a text stand among its tokens. */
export function wordPositions(tokens: readonly QuotationToken[]): number[] {
  return tokens.flatMap((token, at) => (isWord(token) ? [at] : []))
}

function alignKeys(from: readonly string[], to: readonly string[]): WordPair[] {
  const part = runIn(from, to)
  if (part !== undefined) return to.map((_, at) => [part + at, at])
  const whole = runIn(to, from)
  if (whole !== undefined) return from.map((_, at) => [at, whole + at])

  // A word that the other text does not have is in no common sequence; without them most texts become short.
  const fromShared = sharedPositions(from, to)
  const toShared = sharedPositions(to, from)
  const fromKeys = fromShared.map((at) => from[at]!)
  const toKeys = toShared.map((at) => to[at]!)
  const maxEditLength = MOST_EDITS + Math.abs(fromKeys.length - toKeys.length)
  const changes = diffArrays(fromKeys, toKeys, { maxEditLength })
  if (changes === undefined) return commonEnds(from, to)
  const pairs: WordPair[] = []
  let left = 0
  let right = 0
  for (const { added, removed, count } of changes) {
    for (let n = 0; !added && !removed && n < count; n++) {
      pairs.push([fromShared[left + n]!, toShared[right + n]!])
    }
    if (!added) left += count
    if (!removed) right += count
  }
  return drawTogether(pairs, from, to)
}

/**
 * Of the places that a common word could be paired at, the nearest before the next pair: in a long text, the first
 * "we" of all is as good for the longest common sequence as the one that stands right before the rest of the part.
 */
function drawTogether(
  pairs: readonly WordPair[],
  from: readonly string[],
  to: readonly string[],
): WordPair[] {
  const drawn = [...pairs]
  for (let at = drawn.length - 2; at >= 0; at--) {
    const [left, right] = drawn[at]!
    const [leftNext, rightNext] = drawn[at + 1]!
    const before = drawn[at - 1]
    if (before !== undefined && before[0] === left - 1 && before[1] === right - 1) continue
    const key = from[left]!
    drawn[at] = [from.lastIndexOf(key, leftNext - 1), to.lastIndexOf(key, rightNext - 1)]
  }
  return drawn
}

/** Where `part` stands whole in `words`, if it does; no words stand nowhere. */
function runIn(words: readonly string[], part: readonly string[]): number | undefined {
  if (part.length === 0) return undefined
  for (let start = 0; start + part.length <= words.length; start++) {
    if (part.every((word, at) => word === words[start + at])) return start
  }
  return undefined
}

function sharedPositions(words: readonly string[], others: readonly string[]): number[] {
  const known = new Set(others)
  return words.flatMap((word, at) => (known.has(word) ? [at] : []))
}

function commonEnds(from: readonly string[], to: readonly string[]): WordPair[] {
  const most = Math.min(from.length, to.length)
  let head = 0
  while (head < most && from[head] === to[head]) head++
  let tail = 0
  while (head + tail < most && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++
  return [
    ...Array.from({ length: head }, (_, at): WordPair => [at, at]),
    ...Array.from({ length: tail }, (_, at): WordPair => [from.length - tail + at, to.length - tail + at]),
  ]
}
