import type { TextPart } from './vocabulary.ts'

/**
 * A place in the title or the text of an article version, in Unicode code points of the text in NFC, start inclusive,
 * end exclusive (W3C TextPositionSelector), with its words and up to 32 code points on either side
 * (W3C TextQuoteSelector, https://www.w3.org/TR/annotation-model/#selectors).
 */
export interface TextSpan {
  readonly part: TextPart
  readonly start: number
  readonly end: number
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** Longest `prefix` and `suffix` of a span, in code points. */
export const CONTEXT_LENGTH = 32

/**
 * A string seen as Unicode code points. Made once for a text, it finds any offset in a logarithm of the number of
 * characters outside the Basic Multilingual Plane, so that many spans of a long text cost little. A lone surrogate
 * counts as one code point, as it does where JavaScript iterates a string.
 *
 * The string is taken as it is: give it in NFC (`normalizeText`) where offsets are to be those of the stored text.
 */
export class CodePointText {
  readonly text: string
  /** In code points. */
  readonly length: number
  /** UTF-16 offsets of the surrogate pairs, ascending. Everything else is one code unit long. */
  readonly #pairs: Uint32Array

  constructor(text: string) {
    const pairs: number[] = []
    for (let unit = 0; unit < text.length - 1; unit++) {
      if (isHighSurrogate(text.charCodeAt(unit)) && isLowSurrogate(text.charCodeAt(unit + 1))) {
        pairs.push(unit)
        unit++
      }
    }
    this.text = text
    this.length = text.length - pairs.length
    this.#pairs = Uint32Array.from(pairs)
  }

  /** The UTF-16 offset at which the code point `index` begins; that of `length` is the end of the string. */
  unitOffset(index: number): number {
    // The pair at position k of the list is the code point pairs[k] - k.
    return index + this.#countPairs((unit, k) => unit - k < index)
  }

  /** The code point that stands at a UTF-16 offset; of an offset inside a surrogate pair, that pair. */
  indexOfUnit(unitOffset: number): number {
    return unitOffset - this.#countPairs((unit) => unit < unitOffset)
  }

  /** The words from `start` (inclusive) to `end` (exclusive), both in code points; offsets outside are moved to the nearest end. */
  slice(start: number, end: number): string {
    const from = Math.min(Math.max(start, 0), this.length)
    const to = Math.min(Math.max(end, from), this.length)
    return this.text.slice(this.unitOffset(from), this.unitOffset(to))
  }

  /** How many pairs fulfil a condition that holds for the first ones and for none after. */
  #countPairs(holds: (unit: number, k: number) => boolean): number {
    let low = 0
    let high = this.#pairs.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (holds(this.#pairs[middle]!, middle)) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Why two offsets in code points are not a span of a text, or null. A span holds at least one code point. */
export function offsetsProblem(text: CodePointText, start: number, end: number): string | null {
  if (!Number.isInteger(start) || !Number.isInteger(end)) return 'Offsets are whole numbers of code points.'
  if (start < 0) return `The span begins at ${start}; the text begins at 0.`
  if (end <= start) return `The span ends at ${end}, not after its start ${start}; "end" is exclusive.`
  if (end > text.length) return `The span ends at ${end}; the text ends at ${text.length} (in code points).`
  return null
}

/**
 * The span from `start` (inclusive) to `end` (exclusive), in code points. Context is cut by code points, so it may
 * begin or end inside a grapheme cluster.
 *
 * Throws a RangeError where the offsets are not a span of the text: `offsetsProblem` tells beforehand.
 */
export function spanAt(text: CodePointText, part: TextPart, start: number, end: number): TextSpan {
  const problem = offsetsProblem(text, start, end)
  if (problem !== null) throw new RangeError(problem)
  return {
    part,
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(start - CONTEXT_LENGTH, start),
    suffix: text.slice(end, end + CONTEXT_LENGTH),
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
