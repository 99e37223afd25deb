import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { FOREVER, isSafeMoment, LATEST, nextInstant } from '../../src/domain/instant.ts'

const dates = fc.date({
  noInvalidDate: true,
  min: new Date('0001-01-01T00:00:00.000Z'),
  max: new Date('9999-12-31T23:59:59.000Z'),
})

describe('instants of recording', () => {
  test('the order of their texts is the order of time', () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        const [one, other] = [nextInstant(a, null), nextInstant(b, null)]
        expect(one < other).toBe(a < b)
        expect(one).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
      }),
    )
  })

  test('strictly increase, whatever the clock says', () => {
    fc.assert(
      fc.property(fc.array(dates, { minLength: 2 }), (clock) => {
        let last: string | null = null
        for (const now of clock) {
          const instant = nextInstant(now, last)
          expect(last === null || instant > last).toBe(true)
          last = instant
        }
      }),
    )
  })

  test('are the clock where it has gone on, else the least step after the last one', () => {
    const last = '2025-07-01T12:00:00.999Z'
    expect(nextInstant(new Date('2025-07-01T12:00:01.000Z'), last)).toBe('2025-07-01T12:00:01.000Z')
    expect(nextInstant(new Date('2025-07-02T00:00:00.000Z'), last)).toBe('2025-07-02T00:00:00.000Z')
    expect(nextInstant(new Date(last), last)).toBe('2025-07-01T12:00:01.000Z')
    expect(nextInstant(new Date('1999-12-31T23:59:59.999Z'), last)).toBe('2025-07-01T12:00:01.000Z')
  })

  test('a read that names no moment lies after every one and before the end of what still holds', () => {
    fc.assert(
      fc.property(dates, (now) => {
        expect(nextInstant(now, null) <= LATEST).toBe(true)
      }),
    )
    expect(LATEST < FOREVER).toBe(true)
  })
})

describe('a moment', () => {
  // A few instants, so that clocks stand, run back and meet moments exactly.
  const near = fc.integer({ min: 0, max: 6 }).map((at) => new Date(Date.UTC(2026, 2, 1, 12, 0, 0, at)))

  test('that is safe, or was made so by setting the clock to it, comes before every later write', () => {
    const steps = fc.array(
      fc.record({ now: near, asked: fc.option(near.map((date) => date.toISOString())) }),
      { minLength: 1, maxLength: 20 },
    )
    fc.assert(
      fc.property(steps, (history) => {
        let last: string | null = null
        let promised = ''
        for (const { now, asked } of history)
          if (asked === null) {
            last = nextInstant(now, last)
            expect(last > promised).toBe(true)
          } else if (asked <= now.toISOString() || (last !== null && asked <= last)) {
            if (!isSafeMoment(asked, last, now)) last = asked
            if (asked > promised) promised = asked
          } else
            expect(() => isSafeMoment(asked, last, now)).toThrow(
              expect.objectContaining({ code: 'INVALID_ARGUMENTS' }),
            )
      }),
    )
  })

  test('is safe from the last write backward', () => {
    const [before, at, after] = [0, 1, 2].map((ms) => new Date(Date.UTC(2026, 2, 1, 12, 0, 0, ms)))
    const last = at!.toISOString()
    expect(isSafeMoment(before!.toISOString(), last, after!)).toBe(true)
    expect(isSafeMoment(last, last, after!)).toBe(true)
    expect(isSafeMoment(after!.toISOString(), last, after!)).toBe(false)
    expect(isSafeMoment(before!.toISOString(), null, after!)).toBe(false)
  })
})
