import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { demonstrationDocument, demonstrationDocuments } from '../support/demonstration.ts'
import { seedDocument, useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

const graph = useTestDatabase()
const api = useTestApi(graph)

const [SEED_PART = '', DEMONSTRATION_PART = ''] = readFileSync(
  new URL('../../docs/queries.md', import.meta.url),
  'utf8',
).split(/^# Questions of provenance$/m)
const HOUR = 3_600_000

interface Question {
  readonly name: string
  readonly query: string
  readonly answer: unknown
}

/** Every query of a part of the page with the answer below it. */
const questionsOf = (part: string) =>
  [...part.matchAll(/^```graphql\n(.*?)^```\n\n```json\n(.*?)^```/gms)].map(
    ([, query = '', answer = 'null']): Question => ({
      name: /\bquery (\w+)/.exec(query)?.[1] ?? '',
      query,
      answer: JSON.parse(answer),
    }),
  )
const questions = questionsOf(SEED_PART)
const questionsOfProvenance = questionsOf(DEMONSTRATION_PART)

describe('docs/queries.md', () => {
  beforeAll(async () => {
    await graph.empty()
    await ingestArticle(graph.database, seedDocument())
  }, 120_000)

  test.each([
    [SEED_PART, questions, 11],
    [DEMONSTRATION_PART, questionsOfProvenance, 9],
  ])('has an answer below every query, and a query under every question', (part, asked, count) => {
    expect(asked).toHaveLength(part.split('```graphql').length - 1)
    expect(asked).toHaveLength(part.split('```json').length - 1)
    const [, ...sections] = part.split(/^## /m)
    for (const section of sections) expect(section).toContain('```graphql\nquery ')
    expect(sections).toHaveLength(count)
    expect(new Set(asked.map(({ name }) => name)).size).toBe(asked.length)
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

describe('its questions of provenance, on the demonstration set', () => {
  beforeAll(async () => {
    await graph.empty()
    for (const document of demonstrationDocuments()) await ingestArticle(graph.database, document)
    await ingestArticle(graph.database, demonstrationDocument('04-daily-lantern-v2.json'))
  }, 240_000)

  test.each(questionsOfProvenance)('$name', async ({ query, answer }) => {
    expect(await api.data(query)).toEqual(answer)
  })
})
