import { de, en, es, fr, it, ja, nl, pt, ru, sv, uk, zh } from 'chrono-node'
import { parseEdtf } from '../edtf-date.ts'
import { twoDigits, weekdayOf } from './calendar-day.ts'
import { type Found, month, type Reading, weekday } from './phrase-meanings.ts'

/**
 * Dates that name their day or month, and bare weekdays, as chrono-node finds them. It guesses what a phrase leaves
 * out (the day of "last week", the year of "18 April"), so only components that it is certain of are taken, only where
 * it has understood the whole phrase, and never a modifier: it is certain of the weekday of "letzten Freitag" too.
 */

const CHRONO = { de, en, es, fr, it, ja, nl, pt, ru, sv, uk, zh } as const
type ExplicitLanguage = keyof typeof CHRONO

/** What may stand before a date in a language without changing it. */
const LEADING: Record<ExplicitLanguage, RegExp> = {
  de: /^(?:vom|am|den|dem|im) /,
  en: /^(?:dated |on |of |for |the )+/,
  es: /^(?:el|en) /,
  fr: /^(?:le|en|du) /,
  it: /^(?:il|nel|di) /,
  ja: /^/,
  nl: /^(?:op|in|van) /,
  pt: /^(?:em|no dia|a|de) /,
  ru: /^(?:в|во|от) /,
  sv: /^(?:den|i|på) /,
  uk: /^(?:від|датований|датована) /,
  zh: /^/,
}

/**
 * chrono takes its reference for whatever a phrase leaves out, none of which is used; without one it would read the
 * clock, and without a time zone that of the machine.
 */
const ANY_REFERENCE = { instant: new Date('2000-06-15T12:00:00Z'), timezone: 0 }

/** EDTF of an explicit date, a month of a year or a bare weekday; null where the phrase is none of these. */
export function explicitDate(phrase: string, language: string, on: Reading): string | null {
  if (!Object.hasOwn(CHRONO, language)) return null
  const known = language as ExplicitLanguage
  const text = phrase.replace(LEADING[known], '')
  // 04/05 is April in one country and May in another; 04.05. is written where the day comes first.
  if (!/\p{L}/u.test(text) && !/^\d{4}-\d{2}-\d{2}$/.test(text) && !/^\d{1,2}\.\d{1,2}\.\d{4}$/.test(text))
    return null
  const [result, ...more] = CHRONO[known].casual.parse(text, ANY_REFERENCE)
  if (result === undefined || more.length > 0 || result.text.trim().length !== text.length) return null

  const from = componentsOf(result.start)
  if (result.end) {
    const to = componentsOf(result.end)
    return from && to && from.year && to.year && text.includes(to.year) && from.day && to.day
      ? `${dayText(from.year, from)}/${dayText(to.year, to)}`
      : null
  }
  if (from === null) return null
  if (from.month === null)
    return from.weekday !== null && isOneWord(text)
      ? weekday({ ...NOTHING, weekday: from.weekday }, on)
      : null
  // A year of two digits is a guess.
  if (from.year !== null && !text.includes(from.year)) return null
  if (from.day === null)
    return from.year === null && !isOneWord(text) ? null : month({ ...NOTHING, ...from }, on)
  const day = from.year === null ? nearestDay(from, on) : dayText(from.year, from)
  // A weekday that is not that day's is left for a person.
  return day !== null && (from.weekday === null || from.weekday === weekdayOf(day)) ? day : null
}

interface Components {
  readonly year: string | null
  readonly month: number | null
  readonly day: number | null
  readonly weekday: number | null
}

type Certain = ReturnType<(typeof CHRONO)['en']['casual']['parse']>[number]['start']

function componentsOf(found: Certain): Components | null {
  // A time of day is read elsewhere, with its offset.
  if (found.isCertain('hour')) return null
  const certain = (name: 'year' | 'month' | 'day' | 'weekday') =>
    found.isCertain(name) ? found.get(name) : null
  const year = certain('year')
  if (year !== null && (year < 0 || year > 9999)) return null
  const sundayFirst = certain('weekday')
  return {
    year: year === null ? null : String(year).padStart(4, '0'),
    month: certain('month'),
    day: certain('day'),
    weekday: sundayFirst === null ? null : (sundayFirst + 6) % 7,
  }
}

/** The nearest such day in the tense, the anchor's own included; the year of "18 April" in a report. */
function nearestDay(found: Components, { day, tense }: Reading): string | null {
  if (day === null) return null
  const anchorYear = Number(day.slice(0, 4))
  const same = dayText(day.slice(0, 4), found)
  if (same === day) return day
  if (tense === null) return null
  // 29 February comes back after eight years at the latest.
  for (let years = 0; years <= 8; years++) {
    const year = anchorYear + (tense === 'PAST' ? -years : years)
    if (year < 0 || year > 9999) return null
    const near = dayText(String(year).padStart(4, '0'), found)
    if (near !== null && parseEdtf(near).ok && (tense === 'PAST' ? near <= day : near >= day)) return near
  }
  return null
}

function dayText(year: string, { month, day }: Components): string | null {
  return month === null || day === null ? null : `${year}-${twoDigits(month)}-${twoDigits(day)}`
}

/** Japanese and Chinese write no spaces, so there a word with a modifier cannot be told from one without. */
const isOneWord = (text: string) => /^[\p{Script=Latin}\p{Script=Cyrillic}'.-]+$/u.test(text)

const NOTHING: Found = { weekday: null, month: null, season: null, year: null, number: null, x: '', y: '' }
