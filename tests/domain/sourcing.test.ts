import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  type SourcedArticle,
  type SourcedHop,
  type SourcedStatement,
  sourcingOf,
} from '../../src/domain/sourcing.ts'

const RUBIO = { id: 'Rubio', isNamed: true }
const REUTERS = { id: 'Reuters', isNamed: true }
const DIPLOMATS = { id: 'three diplomats', isNamed: false }
const OFFICIAL = { id: 'an official', isNamed: false }

const hop = (by: SourcedHop['by'][number], more: Partial<SourcedHop> = {}): SourcedHop => ({
  by: [by],
  onBehalfOf: [],
  addresseeIds: [],
  citesId: null,
  ...more,
})
const says = (
  claimId: string,
  chain: readonly SourcedHop[],
  more: Partial<SourcedStatement> = {},
): SourcedStatement => ({
  claimId,
  polarity: 'POSITIVE',
  speechAct: 'ASSERT',
  certainty: 'CERTAIN',
  chain,
  ...more,
})
const sourcing = (statements: readonly SourcedStatement[], carriage: SourcedArticle['carriage'] = []) =>
  sourcingOf({ outletId: 'Express', carriage, statements })

describe('what an article stands on', () => {
  test('sources by name, without one, and the own voice', () => {
    expect(
      sourcing([
        says('a', [hop(RUBIO)]),
        says('b', [hop(DIPLOMATS), hop(REUTERS)]),
        says('c', [hop(OFFICIAL, { onBehalfOf: [RUBIO] })]),
        says('d', []),
        says('d', []),
      ]),
    ).toEqual({
      statementCount: 5,
      named: 2,
      unnamed: 1,
      ownVoice: 2,
      secondHand: 1,
      restingOnOneUnnamed: ['b'],
    })
  })

  test('second hand: somebody between, a cited report, a copy; not what the outlet was told itself', () => {
    const statements = [
      says('a', [hop(RUBIO)]),
      says('b', [hop(RUBIO, { addresseeIds: ['Express'] })]),
      says('c', [hop(REUTERS, { citesId: 'art' })]),
      says('d', [hop(RUBIO), hop(REUTERS)]),
      says('e', []),
    ]
    expect(sourcing(statements).secondHand).toBe(2)
    expect(sourcing(statements, [{ articleId: 'art', carriageKind: 'CITES' }]).secondHand).toBe(2)
    expect(sourcing(statements, [{ articleId: 'art', carriageKind: 'DERIVED_FROM' }]).secondHand).toBe(4)
  })

  test.each([
    ['one unnamed source, twice', [says('a', [hop(OFFICIAL)]), says('a', [hop(OFFICIAL)])], true],
    ['and the own voice', [says('a', [hop(OFFICIAL)]), says('a', [])], true],
    [
      'and somebody who denies it',
      [says('a', [hop(OFFICIAL)]), says('a', [hop(RUBIO)], { polarity: 'NEGATIVE' })],
      true,
    ],
    ['and a question', [says('a', [hop(OFFICIAL)]), says('a', [hop(RUBIO)], { speechAct: 'ASK' })], true],
    ['and a named one', [says('a', [hop(OFFICIAL)]), says('a', [hop(RUBIO)])], false],
    ['and another unnamed one', [says('a', [hop(OFFICIAL)]), says('a', [hop(DIPLOMATS)])], false],
    ['on behalf of a named one', [says('a', [hop(OFFICIAL, { onBehalfOf: [RUBIO] })])], false],
    ['who denies it', [says('a', [hop(OFFICIAL)], { polarity: 'NEGATIVE' })], false],
    ['the own voice alone', [says('a', [])], false],
  ])('a claim rests on one unnamed source: %s', (_, statements, expected) => {
    expect(sourcing(statements).restingOnOneUnnamed).toEqual(expected ? ['a'] : [])
  })

  test('the three kinds are all statements, and order changes nothing', () => {
    const agent = fc.constantFrom(RUBIO, REUTERS, DIPLOMATS, OFFICIAL)
    const statement = fc
      .record({ claimId: fc.constantFrom('a', 'b'), agents: fc.array(agent, { maxLength: 2 }) })
      .map(({ claimId, agents }) =>
        says(
          claimId,
          agents.map((one) => hop(one)),
        ),
      )
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 8 }), (statements) => {
        const found = sourcing(statements)
        expect(found.named + found.unnamed + found.ownVoice).toBe(found.statementCount)
        expect(found.secondHand).toBeLessThanOrEqual(found.statementCount)
        expect(sourcing(statements.toReversed())).toEqual(found)
      }),
    )
  })
})
