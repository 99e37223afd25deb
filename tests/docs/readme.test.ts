import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { planArticle } from '../../src/ingest/plan-article.ts'
import { demonstrationDocument, demonstrationDocuments } from '../support/demonstration.ts'
import { seedDocument, useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

const graph = useTestDatabase()
const api = useTestApi(graph)

const PAGES = ['README.md', 'CONTRIBUTING.md', 'docs/graph.md', 'docs/decisions/README.md']
const read = (page: string) => readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8')
const README = read('README.md')

const answered = [...README.matchAll(/^```graphql\n(.*?)^```\n\n```json\n(.*?)^```/gms)].map(
  ([, query = '', answer = 'null']) => ({ name: /\bquery (\w+)/.exec(query)?.[1] ?? '', query, answer }),
)

describe('README.md', () => {
  beforeAll(async () => {
    await graph.empty()
    await ingestArticle(graph.database, seedDocument())
  }, 120_000)

  test('has five queries on the seed article and one on the demonstration set, with their answers', () => {
    expect(answered).toHaveLength(6)
  })

  test.each(answered.slice(0, 5))('$name gives the answer that is printed', async ({ query, answer }) => {
    expect(await api.data(query)).toEqual(JSON.parse(answer))
  })

  test('shows an @asOf that is understood', async () => {
    const [, query = ''] = /^```text\n(query AsItWasKnown.*?)^```/ms.exec(README) ?? []
    expect(await api.data(query)).toEqual({ statements: { totalCount: expect.any(Number) } })
  })
})

describe('README.md, beside the demonstration set,', () => {
  beforeAll(async () => {
    await graph.empty()
    for (const document of demonstrationDocuments()) await ingestArticle(graph.database, document)
    await ingestArticle(graph.database, demonstrationDocument('04-daily-lantern-v2.json'))
  }, 240_000)

  test('counts its origins as they are', async () => {
    const { query, answer } = answered.at(-1)!
    expect(await api.data(query)).toEqual(JSON.parse(answer))
  })

  test('shows a document that is stored as it is', async () => {
    const [, text = ''] = /^```json\n(\{\n {2}"article".*?)^```/ms.exec(README) ?? []
    const document: unknown = JSON.parse(text)
    expect(planArticle(document)).toMatchObject({ ok: true, warnings: [] })
    const { counts } = await ingestArticle(graph.database, document)
    expect(counts.find(({ kind }) => kind === 'Statement')).toMatchObject({ created: 1 })
  })
})

test.each(PAGES)('the links of %s lead to files of the repository', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => link)
  const missing = links.filter(
    (link) => !existsSync(new URL(link, new URL(`../../${page}`, import.meta.url))),
  )
  expect(missing).toEqual([])
})
