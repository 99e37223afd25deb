import { beforeAll, describe, expect, test } from '@jest/globals'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { seedDocument, useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

const graph = useTestDatabase()
const api = useTestApi(graph)

beforeAll(async () => {
  await ingestArticle(graph.database, seedDocument())
})

describe('the seed article', () => {
  test('reads', async () => {
    const data = await api.data<{ statements: { totalCount: number } }>('{ statements { totalCount } }')
    expect(data.statements.totalCount).toBe(47)
  })
})
