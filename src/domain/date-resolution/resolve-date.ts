import { type EdtfBounds, parseEdtf } from '../edtf-date.ts'
import { type ReadDate, uncertainDate, type WrittenDate } from '../uncertain-date.ts'
import type { DateBasis } from '../vocabulary.ts'
import { type ClockTime, clockTime } from './clock-time.ts'
import { type Anchor, anchorOf, type DateContext, singleDay } from './date-context.ts'
import { ENGLISH } from './english-phrases.ts'
import { explicitDate } from './explicit-date.ts'
import { type PhraseLanguage, plainPhrase, type Words } from './phrase-language.ts'
import type { Found, Reading } from './phrase-meanings.ts'
import { UKRAINIAN } from './ukrainian-phrases.ts'

const LANGUAGES: ReadonlyMap<string, PhraseLanguage> = new Map([
  ['en', ENGLISH],
  ['uk', UKRAINIAN],
])

/** The bases under which a phrase says when; the others take their date from another record or have none. */
const BY_PHRASE: ReadonlySet<DateBasis> = new Set([
  'EXPLICIT',
  'EXTERNAL',
  'RELATIVE',
  'VAGUE',
  'PERIOD',
  'ONGOING',
])

/**
 * The date that was written, and where an annotator gave no EDTF, what its phrase says in its context.
 *
 * - EDTF as written always wins, under every basis; see `redate` for what follows when the publication changes.
 * - A phrase of the bases EXPLICIT, EXTERNAL, RELATIVE, VAGUE, PERIOD and ONGOING is resolved by `docs/dates.md`. What
 *   cannot be told from it stays a phrase: without bounds, or for VAGUE, PERIOD and ONGOING acts bounded by the
 *   publication, as `uncertainDate` has it.
 * - INHERITED and SAME_OCCASION without EDTF have the bounds of `context.passage`.
 * - UNKNOWN has no bounds, whatever its phrase.
 *
 * The message of a refusal is that of the EDTF. The answer depends on the arguments alone: no clock, no time zone.
 */
export function resolveDate(written: WrittenDate, context: DateContext): ReadDate {
  const { basis } = written
  const phrase = written.phrase ?? null
  const published = context.anchor === 'PUBLICATION' || basis === 'PUBLICATION' ? context.published : null
  if (written.edtf !== undefined && written.edtf !== null) return uncertainDate(written, published)
  if ((basis === 'INHERITED' || basis === 'SAME_OCCASION') && context.passage) {
    return { ok: true, date: { ...context.passage, basis, phrase } }
  }
  const edtf = phrase !== null && BY_PHRASE.has(basis) ? resolvePhrase(phrase, basis, context) : null
  return uncertainDate(edtf === null ? { basis, phrase } : { basis, phrase, edtf }, published)
}

/**
 * EDTF of a phrase in its context, which `parseEdtf` reads; null where it is not understood or cannot be told without
 * making precision up.
 */
export function resolvePhrase(phrase: string, basis: DateBasis, context: DateContext): string | null {
  const plain = plainPhrase(phrase)
  const clock = clockTime(plain)
  const on = readingOf(anchorOf(context), basis, primaryLanguage(context.language))
  const edtf = clock === null ? on.read(plain) : atTime(clock, on, context)
  const parsed = edtf === null ? null : parseEdtf(edtf)
  // What a phrase names may not exist ("30 February"), and an act is not told before it happens: then it stays a phrase.
  if (!parsed?.ok || isAfterPublication(parsed.bounds, phrase, basis, context)) return null
  return parsed.bounds.edtf
}

/** A time of day on its own is of the day of its passage. Without an offset it is no instant, so the day is left. */
function atTime({ time, offset, rest }: ClockTime, on: Reading, context: DateContext): string | null {
  const date = rest === '' ? (context.passage?.edtf ?? null) : on.read(rest)
  const bounds = date === null ? null : parseEdtf(date)
  const day = bounds?.ok ? singleDay(bounds.bounds) : null
  const known = offset ?? context.localOffset ?? null
  return day === null || known === null ? day : `${day}T${time}:00${known}`
}

/** The part of a language tag before its region and script: `en` of `en-GB`. */
const primaryLanguage = (tag: string): string => tag.split('-')[0]!.toLowerCase()

/** The tables of a language; null for one that has none. */
export const phraseLanguage = (tag: string): PhraseLanguage | null =>
  LANGUAGES.get(primaryLanguage(tag)) ?? null

function readingOf(anchor: Anchor, basis: DateBasis, language: string): Reading {
  const on: Reading = {
    ...anchor,
    basis,
    read: (expression, tense) => {
      const other = tense !== undefined && tense !== anchor.tense
      return readExpression(
        expression,
        language,
        other ? readingOf({ ...anchor, tense }, basis, language) : on,
      )
    },
  }
  return on
}

function readExpression(expression: string, language: string, on: Reading): string | null {
  const tables = LANGUAGES.get(language)
  for (const { pattern, means } of tables?.rules ?? []) {
    const found = pattern.exec(expression)
    if (found !== null) return means(foundIn(found.groups ?? {}, tables!), on)
  }
  return explicitDate(expression, language, on)
}

function foundIn(groups: Readonly<Record<string, string | undefined>>, tables: PhraseLanguage): Found {
  const { weekday, month, season, year, number, x = '', y = '' } = groups
  return {
    weekday: lookUp(tables.weekdays, weekday),
    month: lookUp(tables.months, month),
    season: lookUp(tables.seasons, season),
    year: year ?? null,
    number: number !== undefined && /^\d+$/.test(number) ? Number(number) : lookUp(tables.numbers, number),
    x,
    y,
  }
}

function lookUp<Value>(words: Words<Value>, word: string | undefined): Value | null {
  return word === undefined ? null : (words[word] ?? null)
}

/** Whether the digits of a year stand in a phrase, as in "during the campaign of 2022". */
export const namesYearOf = (phrase: string, day: string): boolean =>
  new RegExp(`(?<!\\d)${day.slice(0, 4)}(?!\\d)`).test(phrase)

function isAfterPublication(
  date: EdtfBounds,
  phrase: string,
  basis: DateBasis,
  { anchor, published }: DateContext,
): boolean {
  // A date that names its day or its year stands, and is reported as a conflict.
  if (anchor !== 'PUBLICATION' || published === null || basis === 'EXPLICIT' || basis === 'EXTERNAL')
    return false
  if (date.earliest !== null && namesYearOf(phrase, date.earliest)) return false
  if (date.instant !== null && published.instant !== null) return date.instant > published.instant
  return date.earliest !== null && published.latest !== null && date.earliest > published.latest
}
