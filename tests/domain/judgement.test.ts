import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { articleId, claimId } from '../../src/domain/identity.ts'
import { checkJudged, conflictOf, type DecidedPair, judgementPair } from '../../src/domain/judgement.ts'

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((key) => claimId({ key })) as [string, string, string, string]
const pair = (leftId: string, rightId: string, verdict: DecidedPair['verdict']): DecidedPair => ({
  id: `${leftId} ${rightId}`,
  leftId,
  rightId,
  verdict,
})

describe('a pair', () => {
  test('is the same both ways, unless the kind has a direction', () => {
    expect(judgementPair('SAME_CLAIM', a, b)).toBe(judgementPair('SAME_CLAIM', b, a))
    expect(judgementPair('CONTRADICTS', a, b)).toBe(judgementPair('CONTRADICTS', b, a))
    for (const kind of ['DERIVED_FROM', 'CITES', 'SUPPORTS', 'NARROWER'] as const)
      expect(judgementPair(kind, a, b)).not.toBe(judgementPair(kind, b, a))
    expect(judgementPair('TENSION', a, b)).not.toBe(judgementPair('CONTRADICTS', a, b))
  })

  test('is two records of the kind that the decision is about', () => {
    const article = articleId({ key: 'x' })
    expect(() => checkJudged('SAME_CLAIM', a, b)).not.toThrow()
    expect(() => checkJudged('SAME_CLAIM', a, article)).toThrow(/"right" is a record of kind Article/)
    expect(() => checkJudged('CITES', 'nonsense', article)).toThrow(/"left" is no id/)
    expect(() => checkJudged('SAME_CLAIM', a, a)).toThrow(/the same record/)
  })
})

describe('a conflict', () => {
  test('of a positive verdict is the chain that leads to a negative one', () => {
    const decided = [pair(a, b, 'POSITIVE'), pair(c, d, 'POSITIVE'), pair(d, a, 'NEGATIVE')]
    expect(conflictOf('POSITIVE', b, c, decided)).toEqual({
      path: [decided[0], decided[1]],
      negative: decided[2],
    })
    expect(conflictOf('POSITIVE', b, c, decided.slice(0, 2))).toBeNull()
  })

  test('of a negative verdict is the chain that makes the two one', () => {
    const decided = [pair(a, b, 'POSITIVE'), pair(c, b, 'POSITIVE')]
    expect(conflictOf('NEGATIVE', a, c, decided)).toEqual({ path: decided, negative: null })
    expect(conflictOf('NEGATIVE', a, d, decided)).toBeNull()
    expect(conflictOf('UNSURE', a, c, decided)).toBeNull()
  })

  test('is found exactly where a positive verdict would make one of what is told apart', () => {
    const record = fc.integer({ min: 0, max: 6 })
    const decision = fc.tuple(record, record, fc.constantFrom('POSITIVE' as const, 'NEGATIVE' as const))
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 12 }), record, record, (raw, left, right) => {
        fc.pre(left !== right)
        // Only what was not in conflict when it was decided.
        const decided: DecidedPair[] = []
        for (const [one, other, verdict] of raw)
          if (one !== other && !conflictOf(verdict, `${one}`, `${other}`, decided))
            decided.push(pair(`${one}`, `${other}`, verdict))
        // By colouring instead of paths.
        const colours = Array.from({ length: 7 }, (_, index) => index)
        const join = (one: number, other: number) => {
          const [from, to] = [colours[one]!, colours[other]!]
          for (const [index, colour] of colours.entries()) if (colour === from) colours[index] = to
        }
        for (const { leftId, rightId, verdict } of decided)
          if (verdict === 'POSITIVE') join(Number(leftId), Number(rightId))
        const apartBefore = colours[left] !== colours[right]
        join(left, right)
        const wrong = decided.some(
          ({ leftId, rightId, verdict }) =>
            verdict === 'NEGATIVE' && colours[Number(leftId)] === colours[Number(rightId)],
        )
        expect(conflictOf('POSITIVE', `${left}`, `${right}`, decided) !== null).toBe(wrong)
        expect(conflictOf('NEGATIVE', `${left}`, `${right}`, decided) !== null).toBe(!apartBefore)
      }),
    )
  })
})
