import { readFileSync } from 'node:fs'
import { makeExecutableSchema } from '@graphql-tools/schema'
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildSchema, execute, type GraphQLSchema, getIntrospectionQuery, parse } from 'graphql'
import { ASSUMED_LIST_SIZE, costOfOperation, LOAD_COST, READ_COST } from '../../src/api/query-cost.ts'
import { requestLimits } from '../../src/api/request-limits.ts'
import { articleId } from '../../src/domain/identity.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { seedDocument, useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

const { maxCost, maxEntries } = requestLimits(1_000_000)
const ours = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'))

function costOf(query: string, variables: Record<string, unknown> = {}, schema: GraphQLSchema = ours) {
  const document = parse(query)
  const [operation] = document.definitions.flatMap((each) =>
    each.kind === 'OperationDefinition' ? [each] : [],
  )
  return costOfOperation(schema, document, operation!, variables)
}

/** Of a record with one field that is a value, and of a page with one field. */
const RECORD = LOAD_COST + 1
const PAGE = LOAD_COST + 1

/** What a query costs beside what it reads. */
const valuesOf = (query: string, variables?: Record<string, unknown>, reads = 1) =>
  costOf(query, variables) - reads * READ_COST

const graph = useTestDatabase()
const api = useTestApi(graph)

describe('the cost of a query', () => {
  test('counts a record, and each field in it', () => {
    expect(valuesOf('{ claim(id: "x") { id text __typename recorded { by } } }')).toBe(LOAD_COST + 5)
    expect(valuesOf('{ node(id: "x") { id } }')).toBe(LOAD_COST + 1)
  })

  test.each([
    ['an argument', '{ claims(first: 7) { nodes { id } } }', {}],
    ['a variable', 'query ($n: Int) { claims(first: $n) { nodes { id } } }', { n: 7 }],
    ['a fragment', '{ claims(first: 7) { ...Page } } fragment Page on ClaimConnection { nodes { id } }', {}],
  ])('counts a page as full, its size given by %s', (_, query, variables) => {
    expect(valuesOf(query, variables)).toBe(PAGE + 7 * RECORD)
  })

  test('a page has 20 unless it says so, and never more than is given at once', () => {
    expect(valuesOf('{ claims { nodes { id } } }')).toBe(PAGE + 20 * RECORD)
    expect(valuesOf('{ claims(first: null) { nodes { id } } }')).toBe(PAGE + 20 * RECORD)
    expect(valuesOf('{ claims(first: 5000) { nodes { id } } }')).toBe(PAGE + 100 * RECORD)
    expect(valuesOf('{ claims(first: -5) { nodes { id } } }')).toBe(PAGE)
  })

  test('nodes and edges are a list each; what stands beside them counts once', () => {
    expect(valuesOf('{ claims(first: 9) { nodes { id } edges { cursor } totalCount } }')).toBe(
      PAGE + 2 + 9 * RECORD + 9 * 2,
    )
  })

  test('pages in pages multiply; lists without a size are taken to be short', () => {
    expect(
      valuesOf(
        '{ claims(first: 30) { nodes { statements(first: 40) { totalCount nodes { id } } } } }',
        {},
        2,
      ),
    ).toBe(PAGE + 30 * (LOAD_COST + PAGE + 1 + 40 * RECORD))
    expect(valuesOf('{ statement(id: "x") { chain { by { name } } } }')).toBe(
      LOAD_COST + 1 + ASSUMED_LIST_SIZE * (RECORD + ASSUMED_LIST_SIZE * RECORD),
    )
  })

  test('lists of a comparison grow with its articles, the lists of a trace with its limit', () => {
    expect(
      valuesOf('{ compareCoverage(claim: "x", first: 2) { articles { id } rows { missingFrom { id } } } }'),
    ).toBe(PAGE + 50 * RECORD + (1 + 2 * (1 + 1 + 50 * RECORD)))
    expect(valuesOf('{ trace(id: "x", limit: 30) { hops { id } } }')).toBe(PAGE + 30 * RECORD)
    expect(valuesOf('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b', 'c'] })).toBe(
      1 + 3 * RECORD,
    )
  })

  test('aliases add up; a fragment counts wherever it is spread', () => {
    expect(
      costOf('{ a: claims { ...F } b: claims { ...F } } fragment F on ClaimConnection { totalCount }'),
    ).toBe(2 * (PAGE + READ_COST))
  })

  test('what is left out by @skip or @include costs nothing', () => {
    const query =
      'query ($no: Boolean!) { claims { totalCount @skip(if: true) nodes @include(if: $no) { id } } }'
    expect(valuesOf(query, { no: false })).toBe(LOAD_COST)
    expect(valuesOf(query, { no: true })).toBe(PAGE + 20 * RECORD)
  })

  test('fields of one level read once for all their parents, an alias with a page of its own once more', () => {
    const page = (aliases: string) => `{ claims(first: 10) { nodes { ${aliases} } } }`
    const once = costOf(page('a: statements(first: 0) { totalCount }'))
    const twice = costOf(
      page('a: statements(first: 0) { totalCount } b: statements(first: 0) { totalCount }'),
    )
    expect(once).toBe(2 * READ_COST + PAGE + 10 * (LOAD_COST + PAGE))
    expect(twice - once).toBe(READ_COST + 10 * PAGE)
  })

  test('fragments that spread others twice are counted, not walked as often', () => {
    const fragments = Array.from(
      { length: 60 },
      (_, i) =>
        `fragment F${i} on Article { a: version { article { ...F${i + 1} } } b: version { article { ...F${i + 1} } } }`,
    )
    const query = `{ article(id: "x") { ...F0 } } ${fragments.join(' ')} fragment F60 on Article { id }`
    expect(costOf(query)).toBe(Number.MAX_SAFE_INTEGER)
  })

  test('leaves room for the introspection of GraphiQL, and not for one that is nested and multiplied', () => {
    expect(costOf(getIntrospectionQuery({ inputValueDeprecation: true }))).toBeLessThan(maxCost / 2)
    const aliases = (count: number, field: string) =>
      Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(' ')
    const bomb = `{ __schema { types { ${aliases(40, `fields { type { ${aliases(40, 'fields { name }')} } }`)} } } }`
    expect(costOf(bomb)).toBeGreaterThan(maxCost)
  })
})

describe('where every list is full', () => {
  // Lists as the cost takes them to be, and as many levels as one likes.
  const schema = makeExecutableSchema({
    typeDefs: /* GraphQL */ `
      type Query { things(first: Int): ThingConnection! thing: Thing! }
      type ThingConnection { nodes: [Thing!]! total: Int! }
      type Thing { things(first: Int): ThingConnection! some(first: Int): [Thing!]! parts: [Thing!]! one: Thing! words: [String!]! id: Int! }
    `,
    resolvers: Object.fromEntries([
      ['Query', { things: (_: unknown, { first = 20 }) => ({ first }), thing: () => ({}) }],
      ['ThingConnection', { nodes: ({ first }: { first: number }) => Array(first).fill({}), total: () => 1 }],
      [
        'Thing',
        {
          things: (_: unknown, { first = 20 }) => ({ first }),
          some: (_: unknown, { first = 20 }) => Array(first).fill({}),
          parts: () => Array(ASSUMED_LIST_SIZE).fill({}),
          one: () => ({}),
          words: () => Array(ASSUMED_LIST_SIZE).fill('word'),
          id: () => 1,
        },
      ],
    ]),
  })

  interface Part {
    readonly kind: 'things' | 'some' | 'parts' | 'one' | 'words' | 'id'
    readonly first: number
    readonly inFragment: boolean
    readonly below: readonly Part[]
  }
  const { part } = fc.letrec<{ part: Part; leaf: Part; branch: Part }>((tie) => {
    const size = { first: fc.integer({ min: 0, max: 3 }), inFragment: fc.boolean() }
    return {
      part: fc.oneof({ maxDepth: 3 }, tie('leaf'), tie('branch')),
      leaf: fc.record({
        kind: fc.constantFrom('words' as const, 'id' as const),
        ...size,
        below: fc.constant([]),
      }),
      branch: fc.record({
        kind: fc.constantFrom('things' as const, 'some' as const, 'parts' as const, 'one' as const),
        ...size,
        below: fc.array(tie('part'), { minLength: 1, maxLength: 3 }),
      }),
    }
  })

  /** A query of these parts, each under a name of its own, since fields of one name would come once. */
  function queryOf(parts: readonly Part[]): string {
    const fragments: string[] = []
    let names = 0
    const selections = (of: readonly Part[]): string => of.map(written).join(' ')
    const written = ({ kind, first, inFragment, below }: Part): string => {
      names += 1
      const name = names
      const alias = `a${name}: ${kind}`
      const field = {
        things: () => `${alias}(first: ${first}) { total nodes { ${selections(below)} } }`,
        some: () => `${alias}(first: ${first}) { ${selections(below)} }`,
        parts: () => `${alias} { ${selections(below)} }`,
        one: () => `${alias} { ${selections(below)} }`,
        words: () => alias,
        id: () => alias,
      }[kind]()
      if (!inFragment) return field
      fragments.push(`fragment F${name} on Thing { ${field} }`)
      return `...F${name}`
    }
    return `{ thing { ${selections(parts)} } } ${fragments.join(' ')}`
  }

  const readsOf = (parts: readonly Part[]): number =>
    parts
      .map(({ kind, below }) => (kind === 'things' || kind === 'some' ? 1 : 0) + readsOf(below))
      .reduce((a, b) => a + b, 0)

  /** Pages, which have a total, count as what is waited for. */
  const countValues = (value: unknown): number =>
    (typeof value === 'object' && value !== null && 'total' in value ? LOAD_COST : 1) +
    (typeof value === 'object' && value !== null ? Object.values(value).map(countValues) : []).reduce(
      (a, b) => a + b,
      0,
    )

  test('the cost is what comes, to the value', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), (parts) => {
        const query = queryOf(parts)
        const answer = execute({ schema, document: parse(query) }) as { data: object }
        // The answer's own object is none of its fields.
        expect(costOf(query, {}, schema)).toBe(
          countValues(answer.data) - 1 + (1 + readsOf(parts)) * READ_COST,
        )
      }),
    )
  })
})

describe('over HTTP', () => {
  const url = seedDocument().article.url!

  beforeAll(async () => {
    await graph.empty()
    await ingestArticle(graph.database, seedDocument())
  }, 120_000)
  beforeEach(() => {
    graph.queries.length = 0
  })

  const nested = (levels: number): string =>
    levels === 0 ? 'id' : `article { statements(first: 100) { nodes { ${nested(levels - 1)} } } }`

  test('a small query for millions is refused before the database is asked', async () => {
    const statement = (
      await api.data<{ statements: { nodes: { id: string }[] } }>('{ statements(first: 1) { nodes { id } } }')
    ).statements.nodes[0]!.id
    graph.queries.length = 0
    for (const levels of [3, 4, 10]) {
      const { errors } = await api.ask(`{ statement(id: "${statement}") { ${nested(levels)} } }`)
      expect(errors).toEqual([
        expect.objectContaining({
          extensions: { code: 'QUERY_TOO_EXPENSIVE', limit: maxCost, found: expect.any(Number) },
        }),
      ])
    }
    expect(graph.queries).toEqual([])
  })

  test('so are many reads in one query', async () => {
    const searches = Array.from(
      { length: 300 },
      (_, i) => `a${i}: search(text: "war ${i}", first: 1) { edges { score } }`,
    )
    const { errors } = await api.ask(`{ ${searches.join(' ')} }`)
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_EXPENSIVE'])
    expect(graph.queries).toEqual([])
  })

  test('a size in a variable counts, and a mutation that asks too much back writes nothing', async () => {
    const { errors } = await api.ask(
      `mutation ($document: JSON!, $n: Int) { ingestArticle(document: $document) { article { statements(first: $n) { nodes { ${nested(2)} } } } } }`,
      { document: seedDocument(), n: 100 },
    )
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_EXPENSIVE'])
    expect(graph.queries).toEqual([])
  })

  test('wide queries pass: the walk from fifty claims to who said them, pages of a hundred in pages of a hundred', async () => {
    const walk = `{
      claims(first: 50) { nodes { text statements { nodes { speaker { name } chain { by { name } } } } } }
      article(url: "${url}") { statements(first: 100) { nodes { article { statements(first: 100) { nodes { id text } } } } } }
    }`
    const { claims, article } = await api.data<{
      claims: { nodes: unknown[] }
      article: { statements: { nodes: unknown[] } }
    }>(walk)
    expect(claims.nodes).toHaveLength(45)
    expect(article.statements.nodes).toHaveLength(47)
  })
})

describe('an article that was often edited', () => {
  beforeAll(async () => {
    await graph.empty()
    // Each version leads to all of them again.
    for (let edit = 0; edit < 12; edit++)
      await ingestArticle(graph.database, {
        article: { key: 'live', outlet: 'paper', text: `The ferry sank. Update ${edit}.` },
        agents: { paper: { kind: 'OUTLET', name: 'The Harbour Paper' } },
        statements: [{ content: 'The ferry sank', claim: { text: 'The ferry sank.' } }],
      })
  }, 120_000)

  test('lists that are longer than they were taken to be end the operation, not the service', async () => {
    const versions = (levels: number): string =>
      levels === 0 ? 'id' : `versions { article { ${versions(levels - 1)} } }`
    const ask = (levels: number) =>
      api.ask(`{ article(id: "${articleId({ key: 'live' })}") { ${versions(levels)} } }`)
    expect(await ask(3)).not.toHaveProperty('errors')
    expect(costOf(`{ article(id: "x") { ${versions(5)} } }`)).toBeLessThan(maxCost)
    const { data, errors } = await ask(5)
    expect(errors).toEqual([
      expect.objectContaining({
        extensions: { code: 'QUERY_TOO_EXPENSIVE', limit: maxEntries, found: expect.any(Number) },
      }),
    ])
    expect(data).toEqual({ article: null })
  }, 60_000)
})
