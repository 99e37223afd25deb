import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { FOREVER, LATEST, nextInstant } from '../../src/domain/instant.ts'

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
