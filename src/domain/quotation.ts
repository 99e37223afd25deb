import { foldCase } from './fold-case.ts'
import { type CodePointText, spanAt, type TextSpan } from './text-span.ts'
import type { TextPart } from './vocabulary.ts'
import { normalizeText } from './well-formed-text.ts'

/** Words that point at a place in a text (W3C TextQuoteSelector), and which place it is where several fit. */
export interface Quotation {
  readonly exact: string
  /** What stands right before the words. */
  readonly prefix?: string | undefined
  /** What stands right after them. */
  readonly suffix?: string | undefined
  /** The how-many-th place that fits, in text order, from 1. */
  readonly occurrence?: number | undefined
}

/** `[start, end)` in code points. */
export type CodePointRange = readonly [start: number, end: number]

export type QuotationCandidate = Omit<TextSpan, 'part'>

export interface UnresolvedQuotation {
  readonly ok: false
  readonly reason: 'missing' | 'ambiguous'
  /** What was found, and what to do. */
  readonly message: string
  /** Ambiguous: places that fit. Missing: places that come near. In text order, at most `MAX_CANDIDATES`. */
  readonly candidates: readonly QuotationCandidate[]
  /** How many such places there are. */
  readonly total: number
}

export type ResolvedQuotation = { readonly ok: true; readonly span: TextSpan } | UnresolvedQuotation

export const MAX_CANDIDATES = 5

/**
 * The one place in a text that a quotation points at. The text is in the form of `normalizeText`; the quotation's
 * strings are brought to it. Places may overlap: "aa" stands twice in "aaa".
 *
 * With `occurrence`, it is that one of the places that fit. Without, exactly one place must fit; where several do and
 * exactly one of them lies whole in one of the ranges `within`, it is that one.
 *
 * Words match code point by code point. Where a letter and a combining mark have no composed form in NFC, words that
 * end with the letter fit there too, and the span ends before the mark.
 */
export function resolveQuotation(
  text: CodePointText,
  part: TextPart,
  quotation: Quotation,
  within: readonly CodePointRange[] = [],
): ResolvedQuotation {
  const exact = normalizeText(quotation.exact)
  const prefix = normalizeText(quotation.prefix ?? '')
  const suffix = normalizeText(quotation.suffix ?? '')
  const { occurrence } = quotation
  const partName = part === 'TITLE' ? 'title' : 'text'
  if (exact === '') return unresolved(text, 'missing', 'The quotation is empty: give the words.', [])

  const places = placesOf(text, exact)
  if (places.length === 0) {
    const near = nearPlaces(text, exact)
    const message =
      near.length === 0
        ? `The words do not stand in the ${partName}, nor anything near them.`
        : `The words do not stand in the ${partName} like this: compare quotation marks, letter case, white space and wording with the nearest place.`
    return unresolved(text, 'missing', message, near)
  }
  const fits = ([start, end]: CodePointRange) =>
    text.text.endsWith(prefix, text.unitOffset(start)) && text.text.startsWith(suffix, text.unitOffset(end))
  const fitting = prefix === '' && suffix === '' ? places : places.filter(fits)
  if (fitting.length === 0) {
    const message = `The words stand in the ${partName}, but not between this prefix and suffix: compare them.`
    return unresolved(text, 'missing', message, places)
  }
  const count = fitting.length === 1 ? '1 place fits' : `${fitting.length} places fit`
  if (occurrence !== undefined) {
    const chosen = fitting[occurrence - 1]
    if (chosen !== undefined) return { ok: true, span: spanAt(text, part, ...chosen) }
    return unresolved(
      text,
      'missing',
      `There is no occurrence ${occurrence}: ${count}, counted from 1.`,
      fitting,
    )
  }
  const inside = fitting.filter(([start, end]) => within.some(([from, to]) => from <= start && end <= to))
  const chosen = fitting.length === 1 ? fitting[0] : inside.length === 1 ? inside[0] : undefined
  if (chosen !== undefined) return { ok: true, span: spanAt(text, part, ...chosen) }
  const message = `${count} in the ${partName}: tell them apart by "prefix", "suffix" or "occurrence".`
  return unresolved(text, 'ambiguous', message, fitting)
}

// A document may point at one word thousands of times, each time at another occurrence.
const knownPlaces = new WeakMap<CodePointText, Map<string, readonly CodePointRange[]>>()

/** Every place where the words stand, both in the form of `normalizeText`: in text order, overlapping ones included. */
export function placesOf(text: CodePointText, words: string): readonly CodePointRange[] {
  const known = knownPlaces.get(text) ?? new Map<string, readonly CodePointRange[]>()
  knownPlaces.set(text, known)
  const places =
    known.get(words) ??
    startsOf(text.text, words).map((start): CodePointRange => codePoints(text, start, start + words.length))
  known.set(words, places)
  return places
}

/**
 * The how-many-th place of its words a passage is, from 1, the title's places before the text's. Of a passage in several
 * parts the part with the fewest places tells, the first of them: a short word that stands everywhere would give another
 * number with every edit of the article.
 */
export function placeNumber(
  passage: readonly TextSpan[],
  { title, text }: { readonly title: CodePointText | null; readonly text: CodePointText | null },
): number {
  const places = passage.map(({ part, start, exact }) => {
    const [inTitle, inText] = [title, text].map((whole) => (whole === null ? [] : placesOf(whole, exact)))
    const before = part === 'TITLE' ? 0 : inTitle!.length
    const place = (part === 'TITLE' ? inTitle! : inText!).findIndex(([from]) => from === start)
    return { number: before + place + 1, of: inTitle!.length + inText!.length }
  })
  return places.reduce((telling, one) => (one.of < telling.of ? one : telling)).number
}

function unresolved(
  text: CodePointText,
  reason: UnresolvedQuotation['reason'],
  message: string,
  places: readonly CodePointRange[],
): UnresolvedQuotation {
  const candidates = places.slice(0, MAX_CANDIDATES).map(([start, end]) => {
    const { part: _, ...candidate } = spanAt(text, 'TEXT', start, end)
    return candidate
  })
  return { ok: false, reason, message, candidates, total: places.length }
}

function codePoints(text: CodePointText, startUnit: number, endUnit: number): CodePointRange {
  return [text.indexOfUnit(startUnit), text.indexOfUnit(endUnit)]
}

/** UTF-16 offsets of every place where the words begin, overlapping ones included. */
function startsOf(text: string, words: string): number[] {
  const first = text.indexOf(words)
  if (first < 0) return []
  if (text.indexOf(words, first + 1) < 0) return [first]
  // Knuth, Morris and Pratt: searching again behind each place takes minutes in a text such as "aaaa…".
  const borders = new Uint32Array(words.length)
  for (let at = 1, border = 0; at < words.length; at++) {
    while (border > 0 && words[at] !== words[border]) border = borders[border - 1]!
    if (words[at] === words[border]) border++
    borders[at] = border
  }
  const starts: number[] = []
  for (let at = first, matched = 0; at < text.length; at++) {
    while (matched > 0 && text[at] !== words[matched]) matched = borders[matched - 1]!
    if (text[at] === words[matched]) matched++
    if (matched === words.length) {
      starts.push(at - matched + 1)
      matched = borders[matched - 1]!
    }
  }
  return starts
}

/**
 * Lengths in UTF-16 code units. A longer quotation is searched for by its beginning only: every character more is
 * another pass over the text.
 */
const LONGEST_RUN = 200
const TELLING_RUN = 16
const SHORTEST_RUN = 3

/**
 * Places that somebody may have meant: those with the same words, letter case, the style of quotation marks and
 * dashes, white space and invisible characters aside; else those with the longest run of characters in common, where
 * that is at least a quarter of what was searched for, or long enough not to be chance.
 */
function nearPlaces(text: CodePointText, exact: string): CodePointRange[] {
  const loose = looseTextOf(text)
  const words = loosen(exact).text.trim()
  if (words === '') return []
  const whole = loosePlaces(text, loose, words)
  if (whole.length > 0) return whole

  const searched = words.slice(0, LONGEST_RUN)
  let run = ''
  for (let from = 0, to = 1; to <= searched.length; to++) {
    while (from < to && !loose.text.includes(searched.slice(from, to))) from++
    if (to - from > run.length) run = searched.slice(from, to)
  }
  run = run.trim()
  const least = Math.max(SHORTEST_RUN, Math.min(TELLING_RUN, searched.length / 4))
  return run.length >= least ? loosePlaces(text, loose, run) : []
}

function loosePlaces(text: CodePointText, loose: LooseText, words: string): CodePointRange[] {
  return startsOf(loose.text, words).map((start) =>
    codePoints(text, loose.starts[start]!, loose.ends[start + words.length - 1]!),
  )
}

/** A text without what people and programs change when they copy it, and where each of its code units comes from. */
interface LooseText {
  readonly text: string
  /** For each code unit of `text`, the UTF-16 offsets `[start, end)` of the characters that it stands for. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Many quotations of one text may be wrong at once, and a long text takes a while to loosen. */
const looseTexts = new WeakMap<CodePointText, LooseText>()

function looseTextOf(text: CodePointText): LooseText {
  const known = looseTexts.get(text)
  if (known !== undefined) return known
  const loose = loosen(text.text)
  looseTexts.set(text, loose)
  return loose
}

function loosen(text: string): LooseText {
  const looseCharacters = new Map<string, string>()
  const pieces: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let offset = 0
  for (const character of text) {
    let loose = looseCharacters.get(character)
    if (loose === undefined) {
      loose = looseCharacter(character)
      looseCharacters.set(character, loose)
    }
    const end = offset + character.length
    if (loose === ' ' && pieces.at(-1) === ' ') {
      ends[ends.length - 1] = end
    } else if (loose !== '') {
      pieces.push(loose)
      for (let unit = 0; unit < loose.length; unit++) {
        starts.push(offset)
        ends.push(end)
      }
    }
    offset = end
  }
  return { text: pieces.join(''), starts, ends }
}

function looseCharacter(character: string): string {
  if (/^\s$/u.test(character)) return ' '
  if (/^[\p{Pi}\p{Pf}"'`´‚„′″]$/u.test(character)) return "'"
  if (/^[\p{Pd}−]$/u.test(character)) return '-'
  if (/^\p{Cf}$/u.test(character)) return ''
  return character === '…' ? '...' : foldCase(character)
}
