import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  type CoverageInput,
  type CoveredStatement,
  coverageRows,
  driftOfRow,
} from '../../src/domain/coverage.ts'
import { uncertainDate, unknownDate } from '../../src/domain/uncertain-date.ts'

const on = (id: string, edtf: string | null) => {
  const read =
    edtf === null ? { ok: true as const, date: unknownDate() } : uncertainDate({ basis: 'EXPLICIT', edtf })
  if (!read.ok) throw new Error(read.message)
  return { id, published: read.date }
}
const says = (articleId: string, order: number, claimId: string): CoveredStatement => ({
  id: `${articleId}.${order}`,
  articleId,
  claimId,
  order,
})
const changed = (from: string, to: string) => ({
  drift: 'NUMBER_CHANGED' as const,
  from,
  to,
  explanation: 'A.',
})

const COMPARED: CoverageInput = {
  articles: [on('late', '2025-04-20'), on('early', '2025-04-18'), on('undated', null)],
  statements: [
    says('early', 0, 'road'),
    says('early', 1, 'dead-34'),
    says('early', 2, 'dead-34'),
    says('late', 0, 'dead-35'),
    says('late', 1, 'road'),
    says('undated', 0, 'dead-34'),
    says('undated', 1, 'rain'),
    says('late', 2, 'wind'),
    says('not compared', 0, 'rain'),
  ],
  alternatives: [
    ['dead-34', 'dead-35'],
    ['dead-36', 'dead-35'],
  ],
}
const DRIFT = [changed('early.1', 'late.0'), changed('late.1', 'not compared.0')]

describe('coverage', () => {
  test('a row for a claim with its alternatives: who has it, who left it out, what changed', () => {
    expect(
      coverageRows(COMPARED).map(({ sortKey: _, ...row }) => ({
        ...row,
        drift: driftOfRow({ ...row, sortKey: '' }, DRIFT),
      })),
    ).toEqual([
      {
        claimId: 'dead-34',
        alternativeIds: ['dead-35'],
        statementIds: ['early.1', 'early.2', 'late.0', 'undated.0'],
        missingFrom: [],
        drift: [changed('early.1', 'late.0')],
      },
      {
        claimId: 'road',
        alternativeIds: [],
        statementIds: ['early.0', 'late.1'],
        missingFrom: ['undated'],
        drift: [],
      },
      {
        claimId: 'wind',
        alternativeIds: [],
        statementIds: ['late.2'],
        missingFrom: ['early', 'undated'],
        drift: [],
      },
      {
        claimId: 'rain',
        alternativeIds: [],
        statementIds: ['undated.1'],
        missingFrom: ['late', 'early'],
        drift: [],
      },
    ])
  })

  test('many statements of one article carry a claim once', () => {
    const rows = coverageRows({
      ...COMPARED,
      statements: [says('late', 0, 'thrice'), says('late', 1, 'thrice'), says('late', 2, 'thrice')].concat(
        ['early', 'late'].map((id) => says(id, 9, 'twice')),
      ),
    })
    expect(rows.map(({ claimId }) => claimId)).toEqual(['twice', 'thrice'])
  })

  test('what is compared with a statement of an article that was not asked for is shown', () => {
    const only = { ...COMPARED, articles: COMPARED.articles.filter(({ id }) => id === 'late') }
    const row = coverageRows(only).find(({ claimId }) => claimId === 'dead-35')!
    expect(driftOfRow(row, DRIFT)).toEqual([changed('early.1', 'late.0')])
  })

  test('nothing compared, no rows', () => {
    expect(coverageRows({ ...COMPARED, articles: [] })).toEqual([])
  })

  test('every statement is in one row, and each article has a row or misses it; order of input changes nothing', () => {
    const ids = ['early', 'late', 'undated']
    const statements = fc.uniqueArray(
      fc.record({
        articleId: fc.constantFrom(...ids),
        order: fc.nat(9),
        claimId: fc.constantFrom('P', 'Q', 'R', 'S'),
      }),
      { selector: ({ articleId, order }) => `${articleId}.${order}`, maxLength: 12 },
    )
    const pair = fc.tuple(fc.constantFrom('P', 'Q', 'R'), fc.constantFrom('P', 'Q', 'R', 'S'))
    fc.assert(
      fc.property(statements, fc.array(pair, { maxLength: 3 }), fc.nat(), (some, alternatives, turn) => {
        const given = {
          ...COMPARED,
          alternatives,
          statements: some.map(({ articleId, order, claimId }) => says(articleId, order, claimId)),
        }
        const rows = coverageRows(given)
        const keys = rows.map(({ sortKey }) => sortKey)
        expect([...new Set(keys)].sort()).toEqual(keys)
        expect(rows.flatMap(({ statementIds }) => statementIds).sort()).toEqual(
          given.statements.map(({ id }) => id).sort(),
        )
        for (const { statementIds, missingFrom } of rows) {
          const carriers = new Set(statementIds.map((id) => id.slice(0, id.indexOf('.'))))
          expect([...carriers, ...missingFrom].sort()).toEqual(ids)
        }
        const at = turn % (some.length + 1)
        const turned = [...given.statements.slice(at), ...given.statements.slice(0, at)]
        expect(
          coverageRows({ ...given, statements: turned, alternatives: alternatives.toReversed() }),
        ).toEqual(rows)
      }),
    )
  })
})
