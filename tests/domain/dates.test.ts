import { describe, expect, test } from '@jest/globals'
// @ts-expect-error The package ships no types; it is here as a second opinion only.
import referenceEdtf from 'edtf'
import fc from 'fast-check'
import { ascendingKey, descendingKey } from '../../src/domain/date-order.ts'
import { parseEdtf } from '../../src/domain/edtf-date.ts'
import { type UncertainDate, uncertainDate, unknownDate } from '../../src/domain/uncertain-date.ts'
import { DATE_BASES } from '../../src/domain/vocabulary.ts'
import { matchesDateRange } from '../support/date-range-match.ts'

function bounds(text: string) {
  const parsed = parseEdtf(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.message}`)
  return parsed.bounds
}

function messageOf(text: string): string {
  const parsed = parseEdtf(text)
  if (parsed.ok) throw new Error(`${text} was accepted as ${JSON.stringify(parsed.bounds)}`)
  return parsed.message
}

function written(basis: UncertainDate['basis'], edtf?: string, phrase?: string, published?: UncertainDate) {
  const read = uncertainDate({ basis, edtf, phrase }, published)
  if (!read.ok) throw new Error(read.message)
  return read.date
}

const padded = (value: number, width: number) => String(value).padStart(width, '0')

/** Every calendar day of the accepted years, without Date's reading of years below 100. */
const day = fc
  .date({ min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

/** A day, or what is left of it when digits are left out or unspecified. */
const maskedDate = fc
  .tuple(day, fc.constantFrom('YMD', 'YM', 'Y', 'YMX', 'YXX', 'YX', 'yMD', 'yM', 'y', 'YMd', 'Ym'))
  .map(([text, shape]) => {
    const [year, month, dayOfMonth] = text.split('-') as [string, string, string]
    const parts: Record<string, string> = {
      YMD: text,
      YM: `${year}-${month}`,
      Y: year,
      YMX: `${year}-${month}-XX`,
      YXX: `${year}-XX-XX`,
      YX: `${year}-XX`,
      yMD: `${year.slice(0, 3)}X-${month}-${dayOfMonth}`,
      yM: `${year.slice(0, 2)}XX-${month}`,
      y: `${year.slice(0, 3)}X`,
      YMd: `${year}-${month}-${dayOfMonth[0]}X`,
      Ym: `${year}-${month[0]}X`,
    }
    return parts[shape]!
  })

const interval = fc
  .tuple(maskedDate, maskedDate, fc.constantFrom('both', 'from', 'to', 'unknown'))
  .map(([one, other, ends]) => {
    if (ends === 'from') return `${one}/..`
    if (ends === 'to') return `../${one}`
    if (ends === 'unknown') return `${one}/`
    return bounds(one).earliest! <= bounds(other).latest! ? `${one}/${other}` : `${other}/${one}`
  })

const timed = fc
  .tuple(
    day,
    fc.nat(23),
    fc.nat(59),
    fc.nat(59),
    fc.nat(999),
    fc.constantFrom('Z', '+00:00', '-05:00', '+05:45', '+14:00'),
  )
  .filter(([date]) => date > '0000-01-02' && date < '9999-12-30')
  .map(
    ([date, hour, minute, second, ms, offset]) =>
      `${date}T${padded(hour, 2)}:${padded(minute, 2)}:${padded(second, 2)}.${padded(ms, 3)}${offset}`,
  )

const knownDate = fc
  .oneof(maskedDate, interval, timed)
  .map((edtf) => written('EXPLICIT', edtf))
  .filter((date) => date.precision !== 'UNKNOWN')
const anyDate = fc.oneof(
  { weight: 5, arbitrary: knownDate },
  { weight: 1, arbitrary: fc.constant(unknownDate()) },
)

describe('EDTF', () => {
  test.each([
    // written, earliest, latest, precision
    ['2025-04-18', '2025-04-18', '2025-04-18', 'DAY'],
    ['2024-02-29', '2024-02-29', '2024-02-29', 'DAY'],
    ['0000-02-29', '0000-02-29', '0000-02-29', 'DAY'],
    ['2025-04', '2025-04-01', '2025-04-30', 'MONTH'],
    ['1900-02', '1900-02-01', '1900-02-28', 'MONTH'],
    ['2000-02', '2000-02-01', '2000-02-29', 'MONTH'],
    ['2025', '2025-01-01', '2025-12-31', 'YEAR'],
    ['9999', '9999-01-01', '9999-12-31', 'YEAR'],
    ['2026-02-XX', '2026-02-01', '2026-02-28', 'MONTH'],
    ['2025-XX', '2025-01-01', '2025-12-31', 'YEAR'],
    ['2025-XX-XX', '2025-01-01', '2025-12-31', 'YEAR'],
    ['202X', '2020-01-01', '2029-12-31', 'INTERVAL'],
    ['19XX', '1900-01-01', '1999-12-31', 'INTERVAL'],
    ['2025-1X', '2025-10-01', '2025-12-31', 'INTERVAL'],
    ['2025-04-1X', '2025-04-10', '2025-04-19', 'INTERVAL'],
    ['2025-04-3X', '2025-04-30', '2025-04-30', 'DAY'],
    ['2025-XX-31', '2025-01-31', '2025-12-31', 'INTERVAL'],
    ['202X-02-29', '2020-02-29', '2028-02-29', 'INTERVAL'],
    ['XXXX', null, null, 'UNKNOWN'],
    ['XXXX-12-25', null, null, 'UNKNOWN'],
    ['2025-21', '2025-03-01', '2025-05-31', 'SEASON'],
    ['2025-22', '2025-06-01', '2025-08-31', 'SEASON'],
    ['2025-23', '2025-09-01', '2025-11-30', 'SEASON'],
    ['2025-24', '2025-12-01', '2026-02-28', 'SEASON'],
    ['2023-24', '2023-12-01', '2024-02-29', 'SEASON'],
    ['2025-W16', '2025-04-14', '2025-04-20', 'WEEK'],
    ['2025-W01', '2024-12-30', '2025-01-05', 'WEEK'],
    ['2020-W53', '2020-12-28', '2021-01-03', 'WEEK'],
    ['2025-04-18~', '2025-04-18', '2025-04-18', 'DAY'],
    ['2025?', '2025-01-01', '2025-12-31', 'YEAR'],
    ['2025-04%', '2025-04-01', '2025-04-30', 'MONTH'],
    ['2025-~04-?18', '2025-04-18', '2025-04-18', 'DAY'],
    ['2025-21~', '2025-03-01', '2025-05-31', 'SEASON'],
    ['2025-04-01/2025-04-18', '2025-04-01', '2025-04-18', 'INTERVAL'],
    ['2025-04-14/2025-04-20', '2025-04-14', '2025-04-20', 'INTERVAL'],
    ['2025-04~/2025-05?', '2025-04-01', '2025-05-31', 'INTERVAL'],
    ['2025-21/2025-22', '2025-03-01', '2025-08-31', 'INTERVAL'],
    ['2025-04-18/2025-04', '2025-04-18', '2025-04-30', 'INTERVAL'],
    ['../2025-04-18', null, '2025-04-18', 'OPEN'],
    ['../2025-21', null, '2025-05-31', 'OPEN'],
    ['/2025-04-18', null, '2025-04-18', 'OPEN'],
    ['2025-04-18/..', '2025-04-18', null, 'OPEN'],
    ['2025-04-18/', '2025-04-18', null, 'OPEN'],
    ['../..', null, null, 'UNKNOWN'],
  ])('%s is from %s to %s, a %s', (text, earliest, latest, precision) => {
    expect(bounds(text)).toEqual({ edtf: text, earliest, latest, instant: null, precision })
  })

  test('keeps the day of the written offset, with the instant in UTC', () => {
    expect(bounds(' 2025-04-18T23:30:00-05:00 ')).toEqual({
      edtf: '2025-04-18T23:30:00-05:00',
      earliest: '2025-04-18',
      latest: '2025-04-18',
      instant: '2025-04-19T04:30:00.000Z',
      precision: 'INSTANT',
    })
    expect(bounds('2025-04-18T00:15+05:45')).toMatchObject({
      earliest: '2025-04-18',
      instant: '2025-04-17T18:30:00.000Z',
    })
    expect(bounds('2025-04-18T12:00:00.5Z').instant).toBe('2025-04-18T12:00:00.500Z')
    expect(bounds('2025-04-18T12:00:00.9999999Z').instant).toBe('2025-04-18T12:00:00.999Z')
    expect(bounds('2025-04-18T12:00:00+02').instant).toBe('2025-04-18T10:00:00.000Z')
  })

  test('a time without an offset is a day, because the instant cannot be told', () => {
    expect(bounds('2025-04-18T12:30:00')).toMatchObject({
      earliest: '2025-04-18',
      instant: null,
      precision: 'DAY',
    })
  })

  test.each([
    ['2025-02-30', 'February 2025 has the days 01 to 28'],
    ['1900-02-29', 'February 1900 has the days 01 to 28'],
    ['2025-04-31', 'April 2025 has the days 01 to 30'],
    ['2025-04-00', 'has the days 01 to 30'],
    ['2025-13', 'months are 01 to 12'],
    ['2025-00', 'months are 01 to 12'],
    ['2025-25', 'seasons are 21 (spring)'],
    ['2025-02-3X', 'No day of the calendar fits 2025-02-3X'],
    ['XXXX-02-30', 'No day of the calendar fits'],
    ['202X-21', 'needs its whole year'],
    ['2025-21-01', 'A season has no day'],
    ['9999-24', 'after the year 9999'],
    ['9999-W52', 'after the year 9999'],
    ['2025-W53', 'W01 to W52'],
    ['2025-W00', 'W01 to W52'],
    ['2025-04-18T24:00:00Z', '00:00 of the next day'],
    ['2025-04-18T12:60:00Z', 'minutes and seconds 00 to 59'],
    ['2025-04-18T12:30:60Z', 'minutes and seconds 00 to 59'],
    ['2025-04-18T12:30:00+24:00', 'There is no offset +24:00'],
    ['2025-02-30T12:30:00Z', 'February 2025 has the days'],
    ['2025-24-01T12:30:00Z', 'A season has no day'],
    ['0000-01-01T00:30:00+05:00', 'outside the years 0000 to 9999'],
    ['9999-12-31T23:30:00-05:00', 'outside the years 0000 to 9999'],
    ['2025-04-18/2025-04-01', 'write 2025-04-01/2025-04-18'],
    ['2025-04-18T12:00Z/2025-04-19', 'without times'],
    ['2025-02-30/2025-04-18', 'February 2025'],
    ['../2025-13', 'There is no month 13'],
    ['1/2/2025', 'is not an EDTF date: write a day as 2025-04-18'],
    ['[2025,2026]', 'A set of dates'],
    ['{2025..2026}', 'A set of dates'],
    ['Y12025', 'Years are 0000 to 9999'],
    ['-0001', 'Years are 0000 to 9999'],
    ['12025-01-01', 'Years are 0000 to 9999'],
    ['202', 'write the decade as 202X'],
    ['', 'is not an EDTF date'],
    ['18 April 2025', 'is not an EDTF date'],
    ['2025-4-18', 'is not an EDTF date'],
    ['２０２５', 'is not an EDTF date'],
    ['2025-04-18T12:30:00+0200', 'is not an EDTF date'],
  ])('refuses %s and says why', (text, message) => {
    expect(messageOf(text)).toContain(message)
  })

  test('a long refused text is not repeated whole', () => {
    expect(messageOf('x'.repeat(100_000)).length).toBeLessThan(300)
  })

  test('bounds are in order, days exist, and the reference implementation agrees', () => {
    fc.assert(
      fc.property(fc.oneof(maskedDate, interval), (text) => {
        const { earliest, latest, instant, precision } = bounds(text)
        expect(instant).toBeNull()
        if (precision === 'UNKNOWN') return
        if (earliest !== null && latest !== null) expect(earliest <= latest).toBe(true)
        for (const end of [earliest, latest]) {
          if (end !== null) expect(new Date(`${end}T00:00:00Z`).toISOString().slice(0, 10)).toBe(end)
        }
        // The reference takes the ends of each part alone, so it errs where days are fixed and months or years open,
        // gives an unknown end the year 1970, and refuses some mixed intervals.
        const reference = referenceOf(text)
        if (reference === null) return
        if (earliest !== null && !text.startsWith('/')) expect(earliest).toBe(dayOf(reference.min))
        if (latest !== null && !text.endsWith('/')) expect(latest).toBe(dayOf(reference.max))
      }),
      { numRuns: 500 },
    )
  })

  test('an instant is what Date makes of it, and its day is the written one', () => {
    fc.assert(
      fc.property(timed, (text) => {
        const { earliest, latest, instant } = bounds(text)
        expect(instant).toBe(new Date(text).toISOString())
        expect([earliest, latest]).toEqual([text.slice(0, 10), text.slice(0, 10)])
      }),
    )
  })

  test('every string is read or refused with a message, never with an exception', () => {
    const nearlyEdtf = fc.string({ unit: fc.constantFrom(...'0123459XTW-/.~?%:+Z[]{}Y '), maxLength: 28 })
    fc.assert(
      fc.property(fc.oneof(nearlyEdtf, fc.string({ unit: 'grapheme' })), (text) => {
        const parsed = parseEdtf(text)
        if (parsed.ok) expect(parsed.bounds.edtf).toBe(text.trim())
        else expect(parsed.message).toMatch(/[.]$/)
      }),
      { numRuns: 500 },
    )
  })
})

function referenceOf(text: string): { min: number; max: number } | null {
  if (/X-[0-9X]{2}-[0-3][0-9]|X-02/.test(text)) return null
  try {
    return referenceEdtf(text)
  } catch {
    return null
  }
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}

describe('uncertain dates', () => {
  const published = written('EXTERNAL', '2025-04-18')

  test.each(['VAGUE', 'PERIOD', 'ONGOING'] as const)('%s is bounded by the publication', (basis) => {
    expect(written(basis, undefined, 'recently', published)).toEqual({
      edtf: '../2025-04-18',
      earliest: null,
      latest: '2025-04-18',
      instant: null,
      precision: 'OPEN',
      basis,
      phrase: 'recently',
    })
    expect(written(basis, undefined, 'recently', written('EXTERNAL', '2025-04')).edtf).toBe('../2025-04-30')
    for (const unbounded of [undefined, unknownDate(), written('EXTERNAL', '2025-04-18/..')]) {
      expect(written(basis, undefined, 'recently', unbounded)).toEqual({ ...unknownDate('recently'), basis })
    }
    expect(written(basis, '2025-03', 'in March', published)).toMatchObject({ earliest: '2025-03-01', basis })
  })

  test('a relative date without EDTF stays a phrase', () => {
    expect(written('RELATIVE', undefined, 'on Friday', published)).toEqual({
      ...unknownDate('on Friday'),
      basis: 'RELATIVE',
    })
    expect(written('RELATIVE', '2025-04-18', 'on Friday', published)).toMatchObject({
      earliest: '2025-04-18',
      basis: 'RELATIVE',
      phrase: 'on Friday',
    })
  })

  test('a date of basis PUBLICATION is the publication, instant included', () => {
    const minute = written('EXTERNAL', '2025-04-18T14:30:00+02:00')
    expect(written('PUBLICATION', undefined, undefined, minute)).toEqual({ ...minute, basis: 'PUBLICATION' })
    expect(written('PUBLICATION')).toEqual({ ...unknownDate(), basis: 'PUBLICATION' })
  })

  test('an unknown date has no bounds, so it takes no EDTF', () => {
    expect(written('UNKNOWN', undefined, 'one day', published)).toEqual(unknownDate('one day'))
    expect(uncertainDate({ basis: 'UNKNOWN', edtf: '2025' })).toMatchObject({
      ok: false,
      message: expect.stringContaining('leave it out'),
    })
  })

  test('an impossible date is refused with the message of its EDTF', () => {
    expect(uncertainDate({ basis: 'EXPLICIT', edtf: '2025-02-30' })).toEqual({
      ok: false,
      message: messageOf('2025-02-30'),
    })
  })

  test('whatever has EDTF has bounds that the EDTF gives again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DATE_BASES), anyDate, (basis, publication) => {
        const date = written(basis, undefined, undefined, publication)
        if (date.edtf === null)
          expect([date.earliest, date.latest, date.precision]).toEqual([null, null, 'UNKNOWN'])
        else expect(date).toMatchObject(bounds(date.edtf))
      }),
    )
  })
})

describe('order of dates', () => {
  const ascending = (texts: (string | null)[]) => sorted(texts, ascendingKey, 1)
  const descending = (texts: (string | null)[]) => sorted(texts, descendingKey, -1)
  function sorted(texts: (string | null)[], key: (date: UncertainDate) => string, direction: number) {
    return texts
      .map((text) => ({ text, key: key(text === null ? unknownDate() : written('EXPLICIT', text)) }))
      .sort((a, b) => (a.key < b.key ? -direction : a.key > b.key ? direction : 0))
      .map(({ text }) => text)
  }
  const mixed = [
    null,
    '../2025-04-18',
    '2025-04-18T23:30:00-05:00',
    '2025-04-18',
    '2025-04-18T14:30:00Z',
    '2025',
    '9999',
  ]

  test('unknown is last both ways, and an open beginning is behind the day that bounds it', () => {
    expect(ascending(mixed)).toEqual([
      '2025',
      '2025-04-18',
      '2025-04-18T14:30:00Z',
      '../2025-04-18',
      '2025-04-18T23:30:00-05:00',
      '9999',
      null,
    ])
    expect(descending(['0000', ...mixed.filter((text) => text !== '2025-04-18')])).toEqual([
      '9999',
      '2025-04-18T23:30:00-05:00',
      '2025-04-18T14:30:00Z',
      '../2025-04-18',
      '2025',
      '0000',
      null,
    ])
  })

  test('keys are 24 characters, and the order of two dates is that of what is known of them', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        for (const key of [ascendingKey, descendingKey]) {
          expect(key(a)).toMatch(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{3}Z$/)
        }
        const [unknownA, unknownB] = [a, b].map((date) => date.precision === 'UNKNOWN')
        if (unknownA !== unknownB) {
          expect(ascendingKey(a) < ascendingKey(b)).toBe(unknownB)
          expect(descendingKey(a) > descendingKey(b)).toBe(unknownB)
        } else if (a.instant !== null && b.instant !== null) {
          expect(ascendingKey(a) < ascendingKey(b)).toBe(Date.parse(a.instant) < Date.parse(b.instant))
        } else if (a.instant === null && b.instant === null && a.latest !== null && b.earliest !== null) {
          // One that certainly ends before the other begins is before it, both ways.
          if (a.latest < b.earliest) {
            expect(ascendingKey(a) < ascendingKey(b)).toBe(true)
            expect(descendingKey(a) < descendingKey(b)).toBe(true)
          }
        }
        if (a.earliest === null && a.latest !== null && b.earliest === a.latest && b.instant === null) {
          expect(ascendingKey(b) < ascendingKey(a)).toBe(true)
          expect(descendingKey(b) >= descendingKey(a)).toBe(true)
        }
        if (a.earliest !== null) expect(descendingKey(a)).toBe(ascendingKey(a))
      }),
      { numRuns: 500 },
    )
  })
})

describe('ranges of dates', () => {
  /** Every day that a date may be, among a few days around the range's. */
  const days = ['2025-04-15', '2025-04-16', '2025-04-17', '2025-04-18', '2025-04-19', '2025-04-20']
  const someDay = fc.constantFrom(...days)
  const inner = fc.constantFrom(...days.slice(1, -1))
  const nearDate = fc
    .tuple(fc.option(inner), fc.option(inner))
    .filter(([from, to]) => from === null || to === null || from <= to)
    .map(([earliest, latest]) => ({ earliest, latest }))

  test('CERTAIN is every day that it may be, POSSIBLE is one of them', () => {
    fc.assert(
      fc.property(nearDate, fc.option(inner), fc.option(inner), (date, from, to) => {
        const may = days.filter(
          (d) => (date.earliest === null || d >= date.earliest) && (date.latest === null || d <= date.latest),
        )
        const inRange = (d: string) => (from === null || d >= from) && (to === null || d <= to)
        const known = date.earliest !== null || date.latest !== null
        expect(matchesDateRange(date, { from, to, match: 'CERTAIN' })).toBe(known && may.every(inRange))
        expect(matchesDateRange(date, { from, to, match: 'POSSIBLE' })).toBe(known && may.some(inRange))
      }),
      { numRuns: 500 },
    )
  })

  test('an unknown date never matches, and CERTAIN is meant where nothing is said', () => {
    fc.assert(
      fc.property(
        fc.option(someDay),
        fc.option(someDay),
        fc.constantFrom('CERTAIN', 'POSSIBLE'),
        (from, to, match) => {
          expect(matchesDateRange(unknownDate(), { from, to, match: match as 'CERTAIN' })).toBe(false)
        },
      ),
    )
    const april = written('EXPLICIT', '2025-04')
    expect(matchesDateRange(april, { from: '2025-04-18' })).toBe(false)
    expect(matchesDateRange(april, { from: '2025-04-18', match: 'POSSIBLE' })).toBe(true)
    expect(matchesDateRange(april, { from: '2025-04-01', to: '2025-04-30' })).toBe(true)
    expect(matchesDateRange(april, {})).toBe(true)
    expect(matchesDateRange(april, { from: '2025-04-20', to: '2025-04-10', match: 'POSSIBLE' })).toBe(false)
  })
})
