import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { ArticleDocument } from '../../src/ingest/article-document.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { planArticle } from '../../src/ingest/plan-article.ts'
import { checkGraph } from '../../src/store/check-graph.ts'
import { useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

const graph = useTestDatabase()
const api = useTestApi(graph)

const FOLDER = new URL('../../seeds/demo/', import.meta.url)
const documents = readdirSync(FOLDER)
  .filter((name) => /^\d.*\.json$/.test(name))
  .sort()
  .map((name) => {
    const { article, ...rest } = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as ArticleDocument
    const { textFile, ...inline } = article
    const text = readFileSync(new URL(textFile!, FOLDER), 'utf8')
    return { name, document: { ...rest, article: { ...inline, text } } }
  })

describe('the demonstration set', () => {
  test.each(documents)('$name has no problem and no warning', ({ document }) => {
    expect(planArticle(document)).toMatchObject({ ok: true, warnings: [] })
  })

  test('is stored whole: articles that cite each other, shared claims, two versions', async () => {
    // The second version after the first, as it came.
    const inOrder = documents.toSorted(
      (a, b) => Number(a.name.includes('-v2')) - Number(b.name.includes('-v2')),
    )
    for (const { document } of inOrder) await ingestArticle(graph.database, document)
    expect((await checkGraph(graph.database)).filter(({ found }) => found > 0)).toEqual([])
    const taken = await graph.cypher(
      `MATCH (copy:Article)-[taken:DERIVED_FROM]->(source:Article)
       RETURN copy.url AS copy, taken.basis AS basis, taken.phrase AS phrase, source.url AS source ORDER BY copy`,
    )
    const source = 'https://altwire.example/2025/01/17/velmora-dam-gate'
    expect(taken).toEqual([
      {
        copy: 'https://harbour-post.example/2025/01/18/dam-road-closed',
        basis: 'INFERRED',
        phrase: 'With material from Altwire',
        source,
      },
      {
        copy: 'https://holos-halvanii.example/2025/01/18/damba-velmora',
        basis: 'STATED',
        phrase: 'За матеріалами Altwire',
        source,
      },
      {
        copy: 'https://ostrel-courier.example/2025/01/17/velmora-dam-gate-could-fail',
        basis: 'STATED',
        phrase: 'Reporting by Lena Marsh; (Altwire)',
        source,
      },
    ])
    const data = await api.data<{
      articles: { totalCount: number }
      superseded: { totalCount: number }
      claims: { nodes: { statements: { totalCount: number } }[] }
    }>(`{
      articles { totalCount }
      superseded: statements(filter: { status: [SUPERSEDED] }) { totalCount }
      claims(first: 100) { nodes { statements { totalCount } } }
    }`)
    expect(data.articles.totalCount).toBe(12)
    expect(data.superseded.totalCount).toBeGreaterThan(0)
    expect(Math.max(...data.claims.nodes.map(({ statements }) => statements.totalCount))).toBeGreaterThan(5)
  }, 120_000)
})
