import { instantText } from './instant.ts'
import type { DatePrecision } from './vocabulary.ts'

/**
 * What an EDTF string says: the first and the last calendar day it can mean, inclusive, `YYYY-MM-DD`, in the offset
 * that was written (null: open or not known on that side), and the instant in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`, where
 * a time of day with its offset is given.
 */
export interface EdtfBounds {
  /** As written, without white space around it. */
  readonly edtf: string
  readonly earliest: string | null
  readonly latest: string | null
  readonly instant: string | null
  readonly precision: DatePrecision
}

export type ParsedEdtf =
  | { readonly ok: true; readonly bounds: EdtfBounds }
  | { readonly ok: false; readonly message: string }

type Reading = Omit<EdtfBounds, 'edtf'>
type Refusal = { readonly message: string }

const QUALIFIER = '[?~%]?'
const MASKED_DATE = new RegExp(
  `^${QUALIFIER}([0-9X]{4})${QUALIFIER}(?:-${QUALIFIER}([0-9X]{2})${QUALIFIER}(?:-${QUALIFIER}([0-9X]{2})${QUALIFIER})?)?$`,
)
const WEEK = /^([0-9]{4})-W([0-9]{2})[?~%]?$/
const DATE_AND_TIME =
  /^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]+))?)?(Z|[+-][0-9]{2}(?::[0-9]{2})?)?$/

const MONTHS = numbersFrom(1, 12)
const DAYS = numbersFrom(1, 31)
const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/**
 * Reads a date in EDTF (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/), years 0000 to 9999, proleptic
 * Gregorian calendar. White space around it is dropped; nothing else is mended.
 *
 * - Days, months, years: `2025-04-18`, `2025-04`, `2025`. A day that the calendar lacks is refused.
 * - Unspecified digits: `202X`, `2025-XX`, `2025-04-XX`, `2025-1X`. The bounds are the first and the last day that
 *   fits; the precision is that of the bounds (`2025-04-XX` is a MONTH, `202X` an INTERVAL). With a year of `XXXX`
 *   the date is UNKNOWN and has no bounds.
 * - Qualifiers `?`, `~` and `%` are accepted and leave the bounds as they are.
 * - Seasons 21 to 24, taken by the months of the northern hemisphere's meteorological seasons: spring `2025-21` is
 *   March to May, summer June to August, autumn September to November, and winter `2025-24` is December 2025 to
 *   February 2026. Of another hemisphere, write an interval.
 * - Weeks of ISO 8601-1, Monday to Sunday: `2025-W16`. They are no part of EDTF.
 * - Times of day: `2025-04-18T23:30:00-05:00`. The day stays the one that was written (18 April), the instant is in
 *   UTC (04:30 on 19 April); fractions of a second beyond milliseconds are cut. A time without an offset is no
 *   instant, because its offset cannot be guessed: it is a DAY.
 * - Intervals of these, times aside: `2025-04-01/2025-04-18`. `..` is an open end and nothing at all an end that is
 *   not known (`2025-04-18/`); both have no bound on that side and precision OPEN, or UNKNOWN without any bound.
 *
 * Sets, years of more than four digits and negative years are refused. The message of a refusal says what would
 * be right.
 */
export function parseEdtf(text: string): ParsedEdtf {
  const edtf = text.trim()
  const read = edtf.includes('/') ? readInterval(edtf) : readPoint(edtf)
  return 'message' in read ? { ok: false, message: read.message } : { ok: true, bounds: { edtf, ...read } }
}

function readInterval(text: string): Reading | Refusal {
  const [startText, endText, ...more] = text.split('/')
  if (startText === undefined || endText === undefined || more.length > 0) return notEdtf(text)
  for (const end of [startText, endText]) {
    if (end.includes('T')) {
      return refusal(
        `An interval runs from day to day, without times: write ${quoted(text)} without the part from "T".`,
      )
    }
  }
  const start = readIntervalEnd(startText)
  if (start !== null && 'message' in start) return start
  const end = readIntervalEnd(endText)
  if (end !== null && 'message' in end) return end

  const earliest = start?.earliest ?? null
  const latest = end?.latest ?? null
  if (earliest !== null && latest !== null && earliest > latest) {
    return refusal(`The interval ends before it begins: write ${endText}/${startText}.`)
  }
  const precision =
    earliest === null && latest === null
      ? 'UNKNOWN'
      : earliest === null || latest === null
        ? 'OPEN'
        : 'INTERVAL'
  return { earliest, latest, instant: null, precision }
}

function readIntervalEnd(text: string): Reading | Refusal | null {
  return text === '' || text === '..' ? null : readPoint(text)
}

function readPoint(text: string): Reading | Refusal {
  const date = MASKED_DATE.exec(text)
  if (date !== null) return readDate(date[1]!, date[2], date[3])
  const week = WEEK.exec(text)
  if (week !== null) return readWeek(Number(week[1]), Number(week[2]))
  const time = DATE_AND_TIME.exec(text)
  if (time !== null) return readTime(time)

  if (/^[[{]/.test(text)) {
    return refusal(
      'A set of dates is not accepted: write one date, or the interval from its first to its last.',
    )
  }
  if (/^(Y-?[0-9]|[+-][0-9]|[0-9]{5})/.test(text)) {
    return refusal(`Years are 0000 to 9999, in four digits; ${quoted(text)} is not.`)
  }
  if (/^[0-9]{3}$/.test(text)) return refusal(`A year has four digits: write the decade as ${text}X.`)
  return notEdtf(text)
}

function readDate(year: string, month: string | undefined, day: string | undefined): Reading | Refusal {
  if (month !== undefined && /^2[1-4]$/.test(month)) return readSeason(year, month, day)
  const problem = calendarProblem(year, month, day)
  if (problem !== null) return refusal(problem)

  const years = year.includes('X') ? numbersFrom(0, 9999).filter((n) => fits(n, year)) : [Number(year)]
  const months = month === undefined ? MONTHS : MONTHS.filter((n) => fits(n, month))
  const days = day === undefined ? DAYS : DAYS.filter((n) => fits(n, day))
  const earliest = firstDay(years, months, days)
  const latest = firstDay(years.toReversed(), months.toReversed(), days.toReversed())
  if (earliest === null || latest === null) {
    const written = [year, month, day].filter((part) => part !== undefined).join('-')
    return refusal(`No day of the calendar fits ${written}: months are 01 to 12, days 01 to 31.`)
  }
  if (year === 'XXXX') return { earliest: null, latest: null, instant: null, precision: 'UNKNOWN' }
  return { earliest, latest, instant: null, precision: precisionOf(earliest, latest) }
}

/** Why the written digits name no day, where no digit is left open; the search over the calendar finds the rest. */
function calendarProblem(year: string, month: string | undefined, day: string | undefined): string | null {
  if (month === undefined || month.includes('X')) return null
  const m = Number(month)
  if (m < 1 || m > 12) {
    return `There is no month ${month}: months are 01 to 12; the seasons are 21 (spring), 22, 23 and 24 (winter).`
  }
  if (day === undefined || day.includes('X') || year.includes('X')) return null
  const last = daysInMonth(Number(year), m)
  if (Number(day) >= 1 && Number(day) <= last) return null
  return `There is no ${year}-${month}-${day}: ${MONTH_NAMES[m - 1]} ${year} has the days 01 to ${last}.`
}

function readSeason(year: string, season: string, day: string | undefined): Reading | Refusal {
  if (day !== undefined)
    return refusal(`A season has no day: write ${year}-${season}, or the month 01 to 12.`)
  if (year.includes('X')) return refusal(`A season needs its whole year: write it like 2025-${season}.`)
  const first = Number(year)
  const beginning = (Number(season) - 20) * 3
  const ending = ((beginning + 1) % 12) + 1
  const last = ending < beginning ? first + 1 : first
  if (last > 9999)
    return refusal(`The season ${year}-${season} ends after the year 9999, the last one accepted.`)
  return {
    earliest: isoDay(first, beginning, 1),
    latest: isoDay(last, ending, daysInMonth(last, ending)),
    instant: null,
    precision: 'SEASON',
  }
}

function readWeek(year: number, week: number): Reading | Refusal {
  // ISO 8601-1: the week with 4 January is the first one, so that the week with 28 December is the last.
  const fourth = dayNumber(isoDay(year, 1, 4))
  const firstMonday = fourth - isoWeekday(fourth)
  const weeks = Math.floor((dayNumber(isoDay(year, 12, 28)) - firstMonday) / 7) + 1
  if (week < 1 || week > weeks) {
    return refusal(`There is no week ${week} in ${padded(year, 4)}: its weeks are W01 to W${weeks}.`)
  }
  const monday = firstMonday + (week - 1) * 7
  const latest = dayOfNumber(monday + 6)
  if (latest === null) return refusal('The week ends after the year 9999, the last one accepted.')
  return { earliest: dayOfNumber(monday), latest, instant: null, precision: 'WEEK' }
}

function readTime(match: RegExpExecArray): Reading | Refusal {
  const [written, year, month, day, hour, minute, second = '00', fraction = '', offset] = match
  const date = readDate(year!, month, day)
  if ('message' in date) return date
  if (date.precision !== 'DAY') return refusal(`A time of day belongs to a day; ${quoted(written)} has none.`)
  if (hour === '24') return refusal('Midnight is 00:00 of the next day; 24:00 is not accepted.')
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    return refusal(
      `There is no time ${hour}:${minute}:${second}: hours are 00 to 23, minutes and seconds 00 to 59.`,
    )
  }
  if (offset === undefined) return date

  const [, sign, offsetHours, offsetMinutes = '00'] = /^([+-])([0-9]{2})(?::([0-9]{2}))?$/.exec(offset) ?? [
    '',
    '+',
    '00',
  ]
  if (Number(offsetHours) > 23 || Number(offsetMinutes) > 59) {
    return refusal(`There is no offset ${offset}: write Z, or hours and minutes from UTC such as +05:30.`)
  }
  const minutesAhead = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -1 : 1)
  const milliseconds = `${fraction}000`.slice(0, 3)
  const local = Date.parse(`${date.earliest}T${hour}:${minute}:${second}.${milliseconds}Z`)
  const instant = instantText(new Date(local - minutesAhead * 60_000))
  if (instant === null) {
    return refusal(`${quoted(written)} lies outside the years 0000 to 9999 in UTC, the ones accepted.`)
  }
  return { ...date, instant, precision: 'INSTANT' }
}

/** The first day of the calendar among the given years, months and days, in the order in which they are given. */
function firstDay(
  years: readonly number[],
  months: readonly number[],
  days: readonly number[],
): string | null {
  for (const year of years) {
    for (const month of months) {
      const last = daysInMonth(year, month)
      const day = days.find((n) => n <= last)
      if (day !== undefined) return isoDay(year, month, day)
    }
  }
  return null
}

function precisionOf(earliest: string, latest: string): DatePrecision {
  if (earliest === latest) return 'DAY'
  const [year, month] = earliest.split('-').map(Number)
  if (earliest === isoDay(year!, month!, 1) && latest === isoDay(year!, month!, daysInMonth(year!, month!))) {
    return 'MONTH'
  }
  return earliest === isoDay(year!, 1, 1) && latest === isoDay(year!, 12, 31) ? 'YEAR' : 'INTERVAL'
}

function fits(value: number, mask: string): boolean {
  const digits = padded(value, mask.length)
  return [...mask].every((character, index) => character === 'X' || character === digits[index])
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days since 1970-01-01, which was a Thursday. */
function dayNumber(isoDate: string): number {
  return Date.parse(`${isoDate}T00:00:00.000Z`) / 86_400_000
}

/** Monday is 0. */
function isoWeekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

function dayOfNumber(day: number): string | null {
  const written = new Date(day * 86_400_000).toISOString()
  return written.length === 24 ? written.slice(0, 10) : null
}

function isoDay(year: number, month: number, day: number): string {
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

function numbersFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function notEdtf(text: string): Refusal {
  return refusal(
    `${quoted(text)} is not an EDTF date: write a day as 2025-04-18, a month as 2025-04, a year as 2025, ` +
      'days from one to another as 2025-04-01/2025-04-18, a time as 2025-04-18T14:30:00+02:00.',
  )
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}

function refusal(message: string): Refusal {
  return { message }
}
