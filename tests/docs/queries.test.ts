import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { seedDocument, useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

const graph = useTestDatabase()
const api = useTestApi(graph)

const PAGE = readFileSync(new URL('../../docs/queries.md', import.meta.url), 'utf8')
const HOUR = 3_600_000

interface Question {
  readonly name: string
  readonly query: string
  readonly answer: unknown
}

/** Every query of the page with the answer below it. */
const questions = [...PAGE.matchAll(/^```graphql\n(.*?)^```\n\n```json\n(.*?)^```/gms)].map(
  ([, query = '', answer = 'null']): Question => ({
    name: /\bquery (\w+)/.exec(query)?.[1] ?? '',
    query,
    answer: JSON.parse(answer),
  }),
)

beforeAll(async () => {
  await ingestArticle(graph.database, seedDocument())
}, 120_000)

describe('docs/queries.md', () => {
  test('has an answer below every query, and a query under every question', () => {
    expect(questions).toHaveLength(PAGE.split('```graphql').length - 1)
    expect(questions).toHaveLength(PAGE.split('```json').length - 1)
    const [, ...sections] = PAGE.split(/^## /m)
    for (const section of sections) expect(section).toContain('```graphql\nquery ')
    expect(sections).toHaveLength(11)
    expect(new Set(questions.map(({ name }) => name)).size).toBe(questions.length)
  })

  test.each(questions)('$name', async ({ query, answer }) => {
    const moments = {
      anHourAgo: new Date(Date.now() - HOUR).toISOString(),
      now: new Date().toISOString(),
    }
    const used = Object.entries(moments).filter(([name]) => query.includes(`$${name}`))
    expect(await api.data(query, Object.fromEntries(used))).toEqual(answer)
  })
})
