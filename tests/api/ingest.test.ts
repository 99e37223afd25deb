import { beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ArticleDocument } from '../../src/ingest/article-document.ts'
import { databaseRuns } from '../support/property-runs.ts'
import { seedDocument, useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

const graph = useTestDatabase()
const api = useTestApi(graph)

interface Receipt {
  readonly article: {
    readonly id: string
    readonly url: string
    readonly statements: { readonly totalCount: number }
  }
  readonly version: { readonly id: string; readonly number: number }
  readonly counts: readonly {
    readonly kind: string
    readonly created: number
    readonly known: number
    readonly changed: number
    readonly withdrawn: number
  }[]
  readonly warnings: readonly string[]
}
const INGEST = `mutation ($document: JSON!) { ingestArticle(document: $document) {
  article { id url statements { totalCount } }
  version { id number }
  counts { kind created known changed withdrawn }
  warnings
} }`
/** Everything of a document that is shown as a number, a day or a moment. */
const SHOWN = `mutation ($document: JSON!) { ingestArticle(document: $document) {
  version { number length retrievedAt published { ...date } }
  article { statements { nodes {
    order confidence said { ...date } timesSpokenOf { ...date } content { start end }
    speaker { ... on Unnamed { size } }
  } } }
} }
fragment date on UncertainDate { edtf earliest latest instant precision }`
interface Shown {
  readonly version: { readonly retrievedAt: string }
  readonly article: { readonly statements: { readonly nodes: readonly object[] } }
}
const ingest = async (document: unknown) =>
  (await api.data<{ ingestArticle: Receipt }>(INGEST, { document })).ingestArticle
const refused = async (document: unknown) => {
  const { data, errors } = await api.ask(INGEST, { document })
  expect(data ?? null).toBeNull()
  return errors!
}
const countOf = ({ counts }: Receipt, kind: string) => counts.find((count) => count.kind === kind)!
const stored = async () => (await graph.cypher<{ n: number }>('MATCH (n:Record) RETURN count(n) AS n'))[0]!.n

beforeEach(graph.empty)

describe('the mutation ingestArticle', () => {
  test('refuses a document with all of its problems, and stores nothing of it', async () => {
    const document = structuredClone(seedDocument()) as unknown as {
      article: { published: unknown }
      statements: { act?: string; content: unknown }[]
    }
    document.article.published = '2025-02-30'
    document.statements[3]!.act = 'rubio-paris'
    document.statements[5]!.content = 'Trump'
    const [error, ...others] = await refused(document)
    expect(others).toEqual([])
    expect(error!.extensions.code).toBe('INVALID_DOCUMENT')
    const problems = error!.extensions.problems as { path: string; value: unknown; message: string }[]
    expect(problems.map(({ path, value }) => ({ path, value }))).toEqual(
      expect.arrayContaining([
        { path: '$.article.published', value: '2025-02-30' },
        { path: '$.statements[3].act', value: 'rubio-paris' },
        { path: '$.statements[5].content', value: 'Trump' },
      ]),
    )
    for (const { message } of problems) expect(message).toMatch(/\S/)
    expect(await stored()).toBe(0)
  })

  test.each([null, 42, 'a text', [], {}, { article: null }])(
    'refuses %j with a path to what is wrong',
    async (document) => {
      const [error] = await refused(document)
      if (document === null) expect(error!.extensions.code).toBe('BAD_USER_INPUT')
      else {
        expect(error!.extensions.code).toBe('INVALID_DOCUMENT')
        expect((error!.extensions.problems as { path: string }[])[0]!.path).toMatch(/^\$/)
      }
    },
  )

  test('what it accepts can be read: every number and moment is refused, or shown as it was given', async () => {
    const moment = fc
      .tuple(
        fc.constantFrom('0000-01-01', '0000-12-31', '2025-06-02', '9999-01-01', '9999-12-31'),
        fc.constantFrom('T00:00:00', 'T12:30', 'T23:59:59.9999'),
        fc.constantFrom('Z', '+14:00', '-14:00', '+00:01', '-23:59'),
      )
      .map((parts) => parts.join(''))
    const size = fc.oneof(fc.constantFrom(0, 1, 2 ** 31 - 1, 2 ** 31, 2 ** 53, 1e300), fc.maxSafeInteger())
    const confidence = fc.oneof(fc.constantFrom(-0, 5e-324, 1, 1.0000001), fc.double({ noNaN: true }))
    const day = fc.constantFrom('0000', '0000-01-01', '9999-12-31', '9999-12-31T23:59-14:00', '9999-W52')
    const phrase = fc.constantFrom('yesterday', 'next week', '20 years ago', 'at 23:30', 'tomorrow')
    let shown = 0
    await fc.assert(
      fc.asyncProperty(
        moment,
        size,
        confidence,
        day,
        phrase,
        async (retrievedAt, many, sure, date, words) => {
          await graph.empty()
          const { data, errors } = await api.ask<{ ingestArticle: Shown }>(SHOWN, {
            document: {
              article: {
                key: 'k',
                outlet: 'p',
                text: 'One said. Two.',
                retrievedAt,
                published: date,
                language: 'en',
              },
              agents: {
                p: { kind: 'OUTLET', name: 'Paper' },
                u: { kind: 'UNNAMED', name: 'One', reason: 'ANONYMOUS', size: many },
              },
              acts: { a: { by: ['u'], said: { basis: 'RELATIVE', phrase: words } } },
              statements: [
                {
                  act: 'a',
                  content: 'One',
                  quoteType: 'INDIRECT',
                  confidence: sure,
                  claim: { text: 'One.' },
                  timesSpokenOf: [{ basis: 'RELATIVE', phrase: words }],
                },
              ],
            },
          })
          if (errors !== undefined) {
            expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INVALID_DOCUMENT'])
            return
          }
          shown++
          const { version, article } = data!.ingestArticle
          expect(Date.parse(version.retrievedAt)).toBe(Date.parse(retrievedAt))
          expect(article.statements.nodes).toEqual([
            expect.objectContaining({ confidence: sure + 0, speaker: { size: many } }),
          ])
        },
      ),
      {
        numRuns: databaseRuns(40),
        examples: [
          ['0000-01-01T00:00:00Z', 2 ** 31 - 1, 1, '0000-01-01', 'yesterday'],
          ['9999-12-31T23:59:59.999Z', 1, 0, '9999-12-31', 'next week'],
        ],
      },
    )
    expect(shown).toBeGreaterThan(1)
  })

  test('refuses a document that is larger than the limit', async () => {
    const document = {
      ...seedDocument(),
      article: { ...seedDocument().article, text: 'x'.repeat(2_000_000) },
    }
    const [error] = await refused(document)
    expect(error!.extensions).toMatchObject({ code: 'DOCUMENT_TOO_LARGE', limit: 2_000_000 })
    expect(error!.extensions.found).toBeGreaterThan(2_000_000)
  })

  test('gives a receipt, from which one can go on asking', async () => {
    const receipt = await ingest(seedDocument())
    expect(receipt.article.url).toBe(seedDocument().article.url)
    expect(receipt.article.statements.totalCount).toBe(47)
    expect(receipt.version.number).toBe(1)
    expect(countOf(receipt, 'Statement')).toEqual({
      kind: 'Statement',
      created: 47,
      known: 0,
      changed: 0,
      withdrawn: 0,
    })
    expect(receipt.warnings).toEqual([expect.stringContaining('“April nearing its end”')])
    const { article } = await api.data<{ article: { id: string } }>(
      'query ($url: URL) { article(url: $url) { id } }',
      { url: seedDocument().article.url },
    )
    expect(article.id).toBe(receipt.article.id)
  })

  test('the same document again changes nothing', async () => {
    await ingest(seedDocument())
    const before = await stored()
    const { counts } = await ingest(seedDocument())
    for (const { created, changed, withdrawn } of counts)
      expect({ created, changed, withdrawn }).toEqual({ created: 0, changed: 0, withdrawn: 0 })
    expect(await stored()).toBe(before)
  })

  test('two at once store each record once', async () => {
    const document: ArticleDocument = {
      article: { key: 'at-once', outlet: 'paper', text: 'The ferry sank.' },
      agents: { paper: { kind: 'OUTLET', name: 'The Harbour Paper' } },
      statements: [{ content: 'The ferry sank', claim: { text: 'The ferry sank.' } }],
    }
    const receipts = await Promise.all(Array.from({ length: 4 }, () => ingest(document)))
    const created = receipts.map((receipt) => countOf(receipt, 'Statement').created)
    expect([...created].sort()).toEqual([0, 0, 0, 1])
    expect(receipts[0]!.warnings.join()).toContain('$.article.published')
  })

  test('what a shorter annotation leaves out is withdrawn, and counted so', async () => {
    await ingest(seedDocument())
    const { statements, ...rest } = seedDocument()
    const receipt = await ingest({ ...rest, statements: statements.slice(0, -1) })
    expect(countOf(receipt, 'Statement')).toMatchObject({ created: 0, withdrawn: 1 })
    expect(receipt.article.statements.totalCount).toBe(46)
  })

  test('several in one request: each answers from after its own write', async () => {
    const document = seedDocument()
    const shorter = { ...document, statements: document.statements.slice(0, -1) }
    const ingestTwice = INGEST.replace('$document: JSON!', '$first: JSON!, $second: JSON!').replace(
      /ingestArticle\(document: \$document\) (\{.*\}) \}$/s,
      'first: ingestArticle(document: $first) $1 second: ingestArticle(document: $second) $1 }',
    )
    const { first, second } = await api.data<{ first: Receipt; second: Receipt }>(ingestTwice, {
      first: document,
      second: shorter,
    })
    expect(first.article.statements.totalCount).toBe(47)
    expect(second.article.statements.totalCount).toBe(46)
  })

  test('several decisions on one statement in one request likewise', async () => {
    const { article } = await ingest(seedDocument())
    const { article: read } = await api.data<{ article: { statements: { nodes: { id: string }[] } } }>(
      'query ($id: ID!) { article(id: $id) { statements(first: 1) { nodes { id } } } }',
      { id: article.id },
    )
    const decided = await api.data(
      `mutation ($id: ID!) {
        rejected: setStatementStatus(statement: $id, status: REJECTED) { status article { statements { totalCount } } }
        accepted: setStatementStatus(statement: $id, status: ACCEPTED) { status article { statements { totalCount } } }
      }`,
      { id: read.statements.nodes[0]!.id },
    )
    expect(decided).toEqual({
      rejected: { status: 'REJECTED', article: { statements: { totalCount: 46 } } },
      accepted: { status: 'ACCEPTED', article: { statements: { totalCount: 47 } } },
    })
  })
})
