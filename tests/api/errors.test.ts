import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { ERROR_CATALOGUE, type ErrorCode } from '../../src/api/error-catalogue.ts'
import { createService } from '../../src/api/service.ts'
import { namedAgentId } from '../../src/domain/identity.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { seedDocument, useTestApi } from '../support/test-api.ts'
import { testDatabaseAddress, useTestDatabase } from '../support/test-database.ts'

const graph = useTestDatabase()
const api = useTestApi(graph)

interface ApiError {
  readonly message: string
  readonly path?: readonly string[]
  readonly locations?: unknown
  readonly extensions: Record<string, unknown>
}
interface Example {
  readonly sent: string
  readonly error: ApiError
}

/** The examples of docs/errors.md by code: what was sent, and what is said to have come. */
const EXAMPLES = new Map(
  readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((section): [string, Example] => {
      const [, code = '', sent = '', json = 'null'] =
        /^(\w+)\n\n(.*?)\n\n```json\n(.*?)```/s.exec(section) ?? []
      return [code, { sent, error: JSON.parse(json) as ApiError }]
    }),
)
const exampleOf = (code: ErrorCode) => EXAMPLES.get(code)!.error

async function post(
  body: string | object,
  headers: Record<string, string> = { 'content-type': 'application/json' },
) {
  const response = await fetch(api.url(), {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const { errors } = (await response.json()) as { errors: readonly ApiError[] }
  return errors
}
const asked = async (query: string, variables: Record<string, unknown> = {}) => post({ query, variables })

beforeAll(async () => {
  await ingestArticle(graph.database, seedDocument())
  await ingestArticle(graph.database, {
    article: { key: 'agency', outlet: 'reuters', text: 'Reuters has a union.' },
    agents: {
      reuters: { kind: 'OUTLET', name: 'Reuters' },
      union: { kind: 'ORGANIZATION', name: 'Reuters' },
    },
    acts: { said: { by: ['union'], source: 'Reuters' } },
    statements: [
      { act: 'said', content: 'has a union', quoteType: 'INDIRECT', claim: { text: 'Reuters has a union.' } },
    ],
  })
}, 120_000)

describe('each code is what a real request gets, in the words of docs/errors.md', () => {
  const claimsCursor = async () =>
    (
      await api.data<{ claims: { pageInfo: { endCursor: string } } }>(
        '{ claims(first: 1) { pageInfo { endCursor } } }',
      )
    ).claims.pageInfo.endCursor
  const invalid = () => {
    const { article, statements, ...rest } = seedDocument()
    return {
      ...rest,
      article: { ...article, published: '2025-02-30' },
      statements: statements.map((one, index) => (index === 3 ? { ...one, act: 'rubio-paris' } : one)),
    }
  }
  const INGEST = 'mutation ($document: JSON!) { ingestArticle(document: $document) { warnings } }'
  const either = { or: [{ text: 'a' }, { text: 'b' }] }
  const requests: Partial<Record<ErrorCode, () => Promise<readonly ApiError[]>>> = {
    BAD_REQUEST: () => post('{"query":'),
    NOT_ACCEPTABLE: () =>
      post({ query: '{ __typename }' }, { 'content-type': 'application/json', accept: 'application/xml' }),
    UNSUPPORTED_MEDIA_TYPE: () => post('query=%7B', { 'content-type': 'application/x-www-form-urlencoded' }),
    REQUEST_TOO_LARGE: () => asked(`{ __typename } #${' '.repeat(200_000)}`),
    GRAPHQL_PARSE_FAILED: () => asked('{ claims { nodes { text }'),
    GRAPHQL_VALIDATION_FAILED: () => asked('{ claims { nodes { words } } }'),
    OPERATION_RESOLUTION_FAILURE: () => asked('query A { __typename } query B { __typename }'),
    BAD_USER_INPUT: () =>
      asked('query ($from: Date) { statements(filter: { said: { from: $from } }) { totalCount } }', {
        from: '2025-02-30',
      }),
    QUERY_TOO_EXPENSIVE: () =>
      asked(
        '{ claims(first: 100) { nodes { statements(first: 100) { nodes { article { statements(first: 100) { nodes { id } } } } } } } }',
      ),
    INVALID_ARGUMENTS: () =>
      asked('{ statements(filter: { said: { from: "2025-04-19", to: "2025-04-18" } }) { totalCount } }'),
    INVALID_ID: () => asked('{ statement(id: "42") { text } }'),
    NOT_FOUND: () =>
      asked(
        'mutation ($id: ID!) { setStatementStatus(statement: $id, status: REJECTED, by: "Ada") { status } }',
        { id: `st_${'0'.repeat(32)}` },
      ),
    JUDGEMENT_CONFLICT: async () => {
      const reuters = namedAgentId('OUTLET', 'Reuters', null)
      const union = namedAgentId('ORGANIZATION', 'Reuters', null)
      const express = namedAgentId('OUTLET', 'The Sampadak Express', null)
      const JUDGE = 'mutation ($input: JudgeInput!) { judge(input: $input) { id } }'
      const one = (left: string, right: string, verdict = 'POSITIVE') => ({
        input: { kind: 'SAME_AGENT', left, right, verdict, by: 'Ada' },
      })
      const decided = [one(reuters, express), one(express, union, 'NEGATIVE')]
      const made = []
      for (const input of decided)
        made.push((await api.data<{ judge: { id: string } }>(JUDGE, input)).judge.id)
      const errors = await asked(JUDGE, one(reuters, union))
      for (const id of made)
        await api.data('mutation ($id: ID!) { withdrawJudgement(id: $id) { id } }', { id })
      return errors
    },
    INVALID_CURSOR: async () =>
      asked(`{ claims(orderBy: FIRST_SAID_ASC, after: "${await claimsCursor()}") { totalCount } }`),
    PAGE_TOO_LARGE: () => asked('{ claims(first: 500) { totalCount } }'),
    FILTER_TOO_LARGE: () =>
      asked('query ($filter: StatementFilter) { statements(filter: $filter) { totalCount } }', {
        filter: { and: Array.from({ length: 7 }, () => either) },
      }),
    AMBIGUOUS_NAME: () => asked('{ agent(name: "Reuters") { id } }'),
    DOCUMENT_TOO_LARGE: () => asked(INGEST, { document: { archive: 'x'.repeat(2_000_000) } }),
    INVALID_DOCUMENT: () => asked(INGEST, { document: invalid() }),
  }

  test.each(Object.keys(requests) as ErrorCode[])('%s', async (code) => {
    const errors = await requests[code]!()
    expect(errors).toHaveLength(1)
    const { locations: _, ...error } = errors[0]!
    const { locations: __, ...example } = exampleOf(code)
    expect(error).toEqual(example)
  })

  test('the others need a fault, and are raised below or where the store is tested', () => {
    const others = Object.keys(ERROR_CATALOGUE).filter((code) => !(code in requests))
    expect(others).toEqual([
      'CONFLICT_RETRY',
      'TRANSACTION_TOO_LARGE',
      'QUERY_TIMEOUT',
      'UNAVAILABLE',
      'INTERNAL_SERVER_ERROR',
    ])
  })
})

describe('faults', () => {
  const logged: { readonly requestId?: string; readonly err?: { readonly message: string } }[] = []
  let database: Database
  let service: ReturnType<typeof createService>
  let url = ''

  beforeAll(async () => {
    // A service of its own, whose database can be broken.
    database = openDatabase(testDatabaseAddress())
    const keep = (fields: object) => {
      logged.push(fields)
    }
    service = createService({
      database: { ...database, run: (query, parameters) => (instead ?? database.run)(query, parameters) },
      maxDocumentBytes: 2_000_000,
      log: { debug: () => undefined, warn: keep, error: keep },
    })
    ;({ url } = await service.listen(0, '127.0.0.1'))
  })
  afterAll(async () => {
    await service.close({ graceMs: 0 })
    await database.close()
  })

  /** What reads go to in the place of the database, if anything. */
  let instead: Database['run'] | undefined
  afterEach(() => {
    instead = undefined
  })
  async function send(query: string) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    const text = await response.text()
    const { errors } = JSON.parse(text) as { errors: readonly ApiError[] }
    return { text, errors, requestId: response.headers.get('x-request-id') }
  }

  test('of ours are masked: the client gets an id, the log the rest', async () => {
    instead = () => Promise.reject(new Error('password swordfish at bolt://db.internal:7687'))
    logged.length = 0
    const { text, errors, requestId } = await send('{ claims { nodes { id } } }')
    const { locations: _, ...example } = exampleOf('INTERNAL_SERVER_ERROR')
    expect(errors).toEqual([
      {
        ...example,
        path: ['claims'],
        locations: expect.anything(),
        extensions: { ...example.extensions, requestId },
      },
    ])
    expect(text).not.toMatch(/swordfish|internal:7687|stack|\.ts/)
    expect(logged).toEqual([
      expect.objectContaining({
        requestId,
        err: expect.objectContaining({ message: expect.stringContaining('swordfish') }),
      }),
    ])
  })

  test('in one field leave the others answered', async () => {
    const { claims } = await api.data<{ claims: { nodes: { id: string }[] } }>(
      '{ claims(first: 1) { nodes { id } } }',
    )
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `{ good: claim(id: "${claims.nodes[0]!.id}") { id } bad: claim(id: "42") { id } }`,
      }),
    })
    expect(await response.json()).toMatchObject({
      data: { good: { id: claims.nodes[0]!.id }, bad: null },
      errors: [{ path: ['bad'], extensions: { code: 'INVALID_ID' } }],
    })
  })

  test('of a database that is not there are UNAVAILABLE, worth another try', async () => {
    const away = openDatabase({ uri: 'bolt://127.0.0.1:1', user: 'neo4j', password: 'swordfish' })
    const alone = createService({
      database: away,
      maxDocumentBytes: 2_000_000,
      log: { debug: () => undefined, warn: () => undefined, error: () => undefined },
    })
    const { url: address } = await alone.listen(0, '127.0.0.1')
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ claims { nodes { id } } }' }),
    })
    const text = await response.text()
    const { locations: _, ...example } = exampleOf('UNAVAILABLE')
    expect(JSON.parse(text).errors).toEqual([{ ...example, locations: expect.anything() }])
    expect(text).not.toMatch(/swordfish|ECONNREFUSED|127\.0\.0\.1:1\b/)
    await alone.close({ graceMs: 0 })
    await away.close()
  }, 30_000)

  test('of a database that was closed say nothing of how it is reached', async () => {
    const closed = openDatabase(testDatabaseAddress())
    await closed.verify()
    await closed.close()
    instead = closed.run
    const { text, errors, requestId } = await send('{ claims { nodes { id } } }')
    expect(errors).toHaveLength(1)
    expect(['UNAVAILABLE', 'INTERNAL_SERVER_ERROR']).toContain(errors[0]!.extensions.code)
    if (errors[0]!.extensions.code === 'INTERNAL_SERVER_ERROR')
      expect(errors[0]!.extensions.requestId).toBe(requestId)
    expect(text).not.toMatch(/pool|bolt|driver|neo4j/i)
  })
})
