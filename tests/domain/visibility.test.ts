import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type LifeCycle, type ReviewState, statusOf, VISIBLE_STATUSES } from '../../src/domain/visibility.ts'
import { STATEMENT_STATUSES } from '../../src/domain/vocabulary.ts'

const reviews = ['PROPOSED', 'ACCEPTED', 'REJECTED'] as const satisfies readonly ReviewState[]
const lifeCycles = ['CURRENT', 'SUPERSEDED', 'RETRACTED'] as const satisfies readonly LifeCycle[]
/** The design's order, the strongest first. */
const STRENGTH = ['REJECTED', 'RETRACTED', 'SUPERSEDED', 'ACCEPTED', 'PROPOSED']

test('of review and life cycle the strongest shows, with a decided review in the place of the documents’', () => {
  const decisions = [null, ...STATEMENT_STATUSES]
  const all = fc.tuple(
    fc.constantFrom(...reviews),
    fc.constantFrom(...lifeCycles),
    fc.constantFrom(...decisions),
  )
  fc.assert(
    fc.property(all, ([review, lifeCycle, decided]) => {
      const isReview = (reviews as readonly (string | null)[]).includes(decided)
      const present = [isReview ? decided! : review, lifeCycle, ...(isReview || !decided ? [] : [decided])]
      expect(statusOf(review, lifeCycle, decided)).toBe(
        STRENGTH.find((status) => present.includes(status as never)),
      )
    }),
    { numRuns: 500 },
  )
})

test('a decision is undone by the next one, and never by a document', () => {
  for (const review of reviews) {
    expect(statusOf(review, 'CURRENT', 'REJECTED')).toBe('REJECTED')
    expect(statusOf(review, 'CURRENT', 'ACCEPTED')).toBe('ACCEPTED')
  }
  expect(statusOf('ACCEPTED', 'RETRACTED', 'ACCEPTED')).toBe('RETRACTED')
  expect(statusOf('ACCEPTED', 'SUPERSEDED', 'REJECTED')).toBe('REJECTED')
  expect(VISIBLE_STATUSES).toEqual(['PROPOSED', 'ACCEPTED'])
})
