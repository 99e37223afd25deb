import type { DateBasis } from '../vocabulary.ts'
import {
  firstDayOf,
  lastDayOf,
  monthFrom,
  plusDays,
  twoDigits,
  weekdayOf,
  weekOf,
  yearFrom,
  yearOf,
} from './calendar-day.ts'
import { type Anchor, singleDay, type Tense } from './date-context.ts'

/**
 * What phrases mean, in no language: EDTF from what a pattern has found and the anchor. Null: it cannot be told, so
 * the phrase stays one. No meaning is ever narrower than its words.
 */
export type Meaning = (found: Found, on: Reading) => string | null

/** The named groups of a pattern, as the language's tables translate them. */
export interface Found {
  /** Monday is 0. */
  readonly weekday: number | null
  /** 1 to 12. */
  readonly month: number | null
  readonly season: Season | null
  readonly year: string | null
  readonly number: number | null
  /** Inner expressions: of one date, or of the first and the second of two. */
  readonly x: string
  readonly y: string
}

export type Season = 'SPRING' | 'SUMMER' | 'AUTUMN' | 'WINTER'

export interface Reading extends Anchor {
  readonly basis: DateBasis
  /** EDTF of an inner expression, in the anchor's tense unless another is given. */
  readonly read: (expression: string, tense?: Tense) => string | null
}

export interface Rule {
  readonly pattern: RegExp
  readonly means: Meaning
}

// Days

/** The day of the anchor, so many days later. */
export const daysFromAnchor =
  (days: number): Meaning =>
  (_, { day }) =>
    day && plusDays(day, days)

/** "Today" in content is as often "nowadays", so only an act's is the day. */
export const today: Meaning = (_, { day, isAct }) => (isAct ? day : null)

/** A night belongs to two days. */
export const lastNight: Meaning = (_, { day }) => through(day && plusDays(day, -1), day)

/**
 * The nearest such weekday: on or before the anchor in the past, after it in the future. The anchor's own weekday is
 * that day when it is told as past or printed by the article itself; when somebody announces it, it may be a week later.
 */
export const weekday: Meaning = ({ weekday: named }, { day, tense, ownVoice }) => {
  if (day === null || named === null) return null
  const back = daysBackTo(named, day)
  if (back === 0) return tense === 'PAST' || ownVoice ? day : null
  if (tense === null) return null
  return plusDays(day, tense === 'PAST' ? -back : 7 - back)
}

/** "Last Friday" is the nearest one or the one of the week before: told only where both are the same day. */
export const weekdayOfWeek =
  (week: -1 | 0 | 1): Meaning =>
  ({ weekday: named }, { day }) => {
    if (day === null || named === null) return null
    const back = daysBackTo(named, day)
    const nearest = plusDays(day, week < 0 ? -(back || 7) : back === 0 && week === 0 ? 0 : 7 - back)
    const ofWeek = plusDays(day, week * 7 + named - weekdayOf(day))
    return nearest === ofWeek ? nearest : null
  }

/** Seven days that end on the day named: "in the week to Friday". */
export const weekTo: Meaning = ({ x }, { read }) => {
  const last = read(x, 'PAST')
  if (last === null || firstDayOf(last) !== lastDayOf(last)) return null
  return through(plusDays(lastDayOf(last)!, -6), lastDayOf(last))
}

/** So many days after the other statement: "the next day". */
export const daysAfterOther =
  (days: number | null): Meaning =>
  ({ number }, { after }) => {
    const day = singleDay(after)
    return day && plusDays(day, days ?? number ?? 0)
  }

// Weeks, months and years

export const week =
  (weeks: number): Meaning =>
  (_, { day }) => {
    const moved = day && plusDays(day, weeks * 7)
    return moved && weekOf(moved)
  }

export const monthsFromAnchor =
  (months: number): Meaning =>
  (_, { day }) =>
    day && monthFrom(day, months)

export const yearsFromAnchor =
  (years: number): Meaning =>
  (_, { day }) =>
    day && yearFrom(day, years)

export const year: Meaning = (found) => found.year

/** "The 1900s" may be a century, so it stays a phrase. */
export const decade: Meaning = ({ year: first }) =>
  first === null || first.endsWith('00') ? null : `${first.slice(0, 3)}X`

/** A month of its year; without one the anchor's own month, else the nearest in the tense. */
export const month: Meaning = ({ month: named, year: ofYear }, { day, tense }) => {
  if (named === null) return null
  if (ofYear !== null) return `${ofYear}-${twoDigits(named)}`
  if (day === null) return null
  const back = (Number(day.slice(5, 7)) - named + 12) % 12
  if (back === 0) return day.slice(0, 7)
  if (tense === null) return null
  return monthFrom(day, tense === 'PAST' ? -back : 12 - back)
}

/** "Last May" in a June may be this year's or last year's: told only where both are the same. */
export const monthOfYear =
  (years: -1 | 1): Meaning =>
  ({ month: named }, { day }) => {
    if (day === null || named === null) return null
    const back = (Number(day.slice(5, 7)) - named + 12) % 12 || 12
    const nearest = monthFrom(day, years < 0 ? -back : 12 - (back % 12))
    return nearest?.startsWith(yearFrom(day, years) ?? 'none') ? nearest : null
  }

/** So long ago. Beyond a week nobody counts days, so what is counted is the precision, and it is approximate. */
export const ago =
  (unit: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR'): Meaning =>
  ({ number }, { day }) => {
    if (day === null || number === null) return null
    if (unit === 'YEAR') return approximate(yearFrom(day, -number))
    if (unit === 'MONTH') return approximate(monthFrom(day, -number))
    const moved = plusDays(day, unit === 'DAY' ? -number : -7 * number)
    if (unit === 'WEEK') return approximate(moved && weekOf(moved))
    return number <= 7 ? moved : approximate(moved)
  }

/** From the anchor to so many units later; in content about what will be, since what is past counts from elsewhere. */
export const within =
  (unit: 'HOUR' | 'DAY' | 'WEEK' | 'MONTH'): Meaning =>
  ({ number }, { day, tense }) => {
    if (day === null || number === null || tense !== 'FUTURE') return null
    if (unit === 'MONTH') return through(day, lastDayOf(monthFrom(day, number) ?? ''))
    return through(
      day,
      plusDays(day, unit === 'HOUR' ? Math.ceil(number / 24) : unit === 'WEEK' ? 7 * number : number),
    )
  }

// Seasons

/** A season of its year, unless it lies in two; without a year the nearest in the tense, unless the anchor is in one. */
export const season: Meaning = ({ season: named, year: ofYear }, { day, tense, hemisphere }) => {
  if (named === null) return null
  if (ofYear !== null)
    return isOfTwoYears(named, hemisphere) ? null : seasonFrom(named, Number(ofYear), hemisphere)
  if (day === null || tense === null || seasonWith(day, named, hemisphere) !== null) return null
  return nearestSeason(named, day, tense, hemisphere)?.edtf ?? null
}

export const thisSeason: Meaning = ({ season: named }, { day, hemisphere }) => {
  if (day === null || named === null) return null
  return isOfTwoYears(named, hemisphere)
    ? seasonWith(day, named, hemisphere)
    : seasonFrom(named, yearOf(day), hemisphere)
}

/** "Next summer" in spring may be this year's or next year's: told only where it lies in another year than the anchor. */
export const seasonOfYear =
  (tense: Tense): Meaning =>
  ({ season: named }, { day, hemisphere }) => {
    if (day === null || named === null || seasonWith(day, named, hemisphere) !== null) return null
    const nearest = nearestSeason(named, day, tense, hemisphere)
    return nearest === null || nearest.year === yearOf(day) ? null : nearest.edtf
  }

/** Northern months by default; codes 21 to 24 are read as northern, so a southern season is written as an interval. */
function seasonFrom(named: Season, startYear: number, hemisphere: Anchor['hemisphere']): string | null {
  const start = String(startYear).padStart(4, '0')
  const index = SEASONS.indexOf(named)
  const edtf =
    hemisphere === 'NORTHERN'
      ? `${start}-${21 + index}`
      : named === 'SUMMER'
        ? `${start}-12/${String(startYear + 1).padStart(4, '0')}-02`
        : `${start}-${SOUTHERN_MONTHS[named]}`.replace('/', `/${start}-`)
  return lastDayOf(edtf) === null ? null : edtf
}

const SEASONS: readonly Season[] = ['SPRING', 'SUMMER', 'AUTUMN', 'WINTER']
const SOUTHERN_MONTHS = { SPRING: '09/11', AUTUMN: '03/05', WINTER: '06/08' } as const

const isOfTwoYears = (named: Season, hemisphere: Anchor['hemisphere']) =>
  named === (hemisphere === 'NORTHERN' ? 'WINTER' : 'SUMMER')

function seasonWith(day: string, named: Season, hemisphere: Anchor['hemisphere']): string | null {
  return (
    [yearOf(day) - 1, yearOf(day)]
      .map((startYear) => (startYear < 0 ? null : seasonFrom(named, startYear, hemisphere)))
      .find((edtf) => edtf !== null && firstDayOf(edtf)! <= day && day <= lastDayOf(edtf)!) ?? null
  )
}

function nearestSeason(named: Season, day: string, tense: Tense, hemisphere: Anchor['hemisphere']) {
  const years = tense === 'PAST' ? [0, -1, -2] : [0, 1]
  for (const startYear of years.map((years) => yearOf(day) + years)) {
    const edtf = startYear < 0 ? null : seasonFrom(named, startYear, hemisphere)
    if (edtf === null) continue
    if (tense === 'PAST' ? lastDayOf(edtf)! < day : firstDayOf(edtf)! > day) return { edtf, year: startYear }
  }
  return null
}

// Made of other expressions

/** Coarser words for a part that has no agreed bounds: "early February" is February, "the end of 2022" is 2022. */
export const partOf: Meaning = ({ x }, { read }) => read(x)

/** The first or second half of a year (January to June) or of a month (the 1st to the 15th). */
export const half =
  (second: boolean): Meaning =>
  ({ x }, { read }) => {
    const whole = read(x)
    if (whole === null) return null
    if (/^\d{4}$/.test(whole)) return second ? `${whole}-07/${whole}-12` : `${whole}-01/${whole}-06`
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(whole)) return null
    return second ? through(`${whole}-16`, lastDayOf(whole)) : through(`${whole}-01`, `${whole}-15`)
  }

/** A quarter of a year; the number is 1 to 4. */
export const quarter: Meaning = ({ x, number }, { read }) => {
  const whole = read(x)
  if (whole === null || number === null || number < 1 || number > 4 || !/^\d{4}$/.test(whole)) return null
  return `${whole}-${twoDigits(number * 3 - 2)}/${whole}-${twoDigits(number * 3)}`
}

/** No later than the end of it: whether its beginning or its end is meant cannot be told. */
export const by: Meaning = ({ x }, { read }) => {
  const limit = read(x)
  const last = limit && lastDayOf(limit)
  return last && `../${last}`
}

/**
 * From it on, where it is past. What is ONGOING has an open end, and so has what says no more; a PERIOD is over with
 * the utterance; and an act is told no later than it is published.
 */
export const since: Meaning = ({ x }, on) => fromDate(on.read(x, 'PAST'), on)

/** As `since`, of words that also mean "from next Monday on". */
export const from: Meaning = ({ x }, on) => fromDate(on.read(x), on)

export const sinceOther: Meaning = (_, on) => fromDate(on.after?.edtf ?? null, on)

function fromDate(edtf: string | null, { basis, isAct, day, latest }: Reading): string | null {
  const start = edtf && intervalEnd(edtf, firstDayOf)
  if (start === null) return null
  const end = isAct ? latest : basis === 'PERIOD' ? day : null
  if (end === null) return basis === 'PERIOD' || isAct ? `${start}/` : `${start}/..`
  // "Since 2022", told in 2019, has no end that could be told: it is in conflict, and keeps what it says.
  return through(start, end) ?? (isAct ? `${start}/..` : null)
}

/** From the first to the second. A first that is only a day or has no year takes what it lacks from the second. */
export const between: Meaning = ({ x, y }, { read }) => {
  const last = read(y)
  if (last === null) return null
  const ofYear = /\d{4}/.exec(y)?.[0]
  const completed = /^\d{1,2}$/.test(x)
    ? y.replace(/^\d{1,2}(?=\D)/, x)
    : ofYear && !/\d{4}/.test(x)
      ? `${x} ${ofYear}`
      : x
  const first = read(completed)
  return through(first && intervalEnd(first, firstDayOf), intervalEnd(last, lastDayOf))
}

// Words without a date of their own

/** "Recently", "earlier": no later than the anchor, unless the content speaks of what will be. */
export const before: Meaning = (_, { latest, tense }) =>
  tense === 'FUTURE' ? null : latest && `../${latest}`

/** Not before the other statement; an act not after its publication. Without another statement only an act is bounded. */
export const later: Meaning = (_, { after, isAct, latest }) => {
  const start = after?.earliest ?? null
  if (start === null) return isAct && latest !== null ? `../${latest}` : null
  return isAct && latest !== null ? through(start, latest) : `${start}/..`
}

/** Known to have no date that can be told: "within days" has no end, "for weeks" no beginning. */
export const cannotBeTold: Meaning = () => null

function daysBackTo(named: number, day: string): number {
  return (weekdayOf(day) - named + 7) % 7
}

/** An end of an interval can be a point only, without a time. */
function intervalEnd(edtf: string, bound: (edtf: string) => string | null): string | null {
  return edtf.includes('/') || edtf.includes('T') ? bound(edtf) : edtf
}

/** From one to the other; one day where both are the same; null where one is missing or they are the wrong way round. */
function through(first: string | null, last: string | null): string | null {
  if (first === null || last === null) return null
  if (first === last) return first
  const [earliest, latest] = [firstDayOf(first), lastDayOf(last)]
  return earliest === null || latest === null || earliest > latest ? null : `${first}/${last}`
}

const approximate = (edtf: string | null) => edtf && `${edtf}~`
