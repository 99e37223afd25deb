import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { UncertainDate } from '../../src/domain/uncertain-date.ts'
import type { ArticleDocument } from '../../src/ingest/article-document.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { generatedWorld } from '../support/generated-documents.ts'
import { databaseRuns } from '../support/property-runs.ts'
import { useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

const graph = useTestDatabase()
const api = useTestApi(graph)

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id?: string } }[]
  readonly nodes?: readonly unknown[]
  readonly totalCount?: number
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

const PAGE_INFO = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }'

/** A connection: the path of fields to it, and its arguments beside `first` and `after`. */
interface List {
  readonly name: string
  readonly open: string
  readonly field: string
  readonly args: string
  readonly node: string
}
const list = (name: string, field: string, args = '', open = '', node = 'id'): List => ({
  name,
  open,
  field,
  args,
  node,
})

async function page(
  { open, field, args, node }: List,
  first: number | null,
  after: string | null,
): Promise<Page> {
  const given = [args, 'first: $first', 'after: $after'].filter((argument) => argument !== '').join(', ')
  const connection = `list: ${field}(${given}) { edges { cursor node { ${node} } } ${PAGE_INFO} }`
  // What is opened on the way to the list is closed behind it.
  const closing = '}'.repeat(open.split('{').length - 1 + (open === '' ? 0 : 1))
  const way = open === '' ? '' : `anchor: ${open} {`
  const data = await api.data<{ list?: Page; anchor?: { list: Page } }>(
    `query ($first: Int, $after: String) { ${way} ${connection} ${closing} }`,
    { first, after },
  )
  return (data.list ?? data.anchor?.list)!
}

const identities = ({ edges }: Page) => edges.map(({ node }) => JSON.stringify(node))

/** The whole list, walked in pages of a size, with what every page promises checked on the way. */
async function walk(of: List, size: number): Promise<string[]> {
  const found: string[] = []
  for (let after: string | null = null; ; ) {
    const read = await page(of, size, after)
    expect(read.edges.length).toBeLessThanOrEqual(size)
    expect(read.pageInfo.hasPreviousPage).toBe(after !== null)
    expect(read.pageInfo.startCursor).toBe(read.edges[0]?.cursor ?? null)
    expect(read.pageInfo.endCursor).toBe(read.edges.at(-1)?.cursor ?? null)
    found.push(...identities(read))
    if (!read.pageInfo.hasNextPage) return found
    expect(read.edges.length).toBe(size)
    after = read.pageInfo.endCursor
  }
}

const STATEMENT_ORDERS = ['TEXT', 'SAID_DESC', 'SAID_ASC', 'PUBLISHED_DESC', 'PUBLISHED_ASC'] as const
const CLAIM_ORDERS = [
  'FIRST_SAID_DESC',
  'FIRST_SAID_ASC',
  'FIRST_PUBLISHED_DESC',
  'FIRST_PUBLISHED_ASC',
  'RECORDED_DESC',
] as const
const DATE = '{ edtf earliest latest instant precision basis phrase }'

const documents = generatedWorld(11, { articles: 8, statements: 6 })
let lists: List[] = []

beforeAll(async () => {
  for (const document of documents) await ingestArticle(graph.database, document)
  const busiest = await api.data<{
    articles: { nodes: { id: string }[] }
    claims: { nodes: { id: string; statements: { totalCount: number } }[] }
    agents: { nodes: { id: string; name: string; __typename: string }[] }
    statements: { nodes: { occasion: { id: string; label: string } | null }[] }
  }>(`{
    articles(first: 1) { nodes { id } }
    claims(first: 100) { nodes { id statements { totalCount } } }
    agents(first: 100) { nodes { id name __typename } }
    statements(first: 100) { nodes { occasion { id label } } }
  }`)
  const agent = (name: string) => busiest.agents.nodes.find((one) => one.name === name)!.id
  const claim = busiest.claims.nodes.sort((a, b) => b.statements.totalCount - a.statements.totalCount)[0]!.id
  const occasion = busiest.statements.nodes.find((one) => one.occasion?.label === 'The summit')!.occasion!.id
  const anchors = {
    'article.statements': ['statements', `article(id: "${busiest.articles.nodes[0]!.id}")`],
    'claim.statements': ['statements', `claim(id: "${claim}")`],
    'occasion.statements': ['statements', `occasion(id: "${occasion}")`],
    'agent.statements': ['statements', `agent(id: "${agent('Person 0')}")`],
    'agent.relayed': ['relayed', `agent(id: "${agent('News 0')}")`],
  } as const
  const [outlets, speakers] = [
    [agent('News 0'), agent('News 1')],
    [agent('Person 0'), agent('Office 0')],
  ]
  lists = [
    ...STATEMENT_ORDERS.flatMap((order) => [
      list(`statements ${order}`, 'statements', `orderBy: ${order}`),
      ...Object.entries(anchors).map(([name, [field, open]]) =>
        list(`${name} ${order}`, field, `orderBy: ${order}`, open),
      ),
    ]),
    // Lists that are put together from those of several anchors.
    list(
      'of two outlets',
      'statements',
      `filter: { outlet: ${JSON.stringify(outlets)} }, orderBy: SAID_DESC`,
    ),
    list(
      'of two speakers',
      'statements',
      `filter: { speaker: ${JSON.stringify(speakers)} }, orderBy: SAID_ASC`,
    ),
    ...CLAIM_ORDERS.map((order) => list(`claims ${order}`, 'claims', `orderBy: ${order}`)),
    list('articles PUBLISHED_DESC', 'articles', 'orderBy: PUBLISHED_DESC'),
    list('articles PUBLISHED_ASC', 'articles', 'orderBy: PUBLISHED_ASC'),
    list('articles of two outlets', 'articles', `filter: { outlet: ${JSON.stringify(outlets)} }`),
    list('agents', 'agents'),
    list('claim.sources', 'sources', '', `claim(id: "${claim}")`, 'role agent { id } statementCount'),
    list('outlet.articles', 'articles', '', `agent(id: "${agent('News 0')}") { ... on Outlet`),
    list('search', 'search', 'text: "number"', '', '__typename ... on Node { id }'),
  ]
}, 180_000)

describe('walking a list in pages', () => {
  test('of any size gives exactly the list, without gaps or repeats', async () => {
    const lengths: Record<string, number> = {}
    for (const of of lists) {
      const whole = identities(await page(of, 100, null))
      expect(new Set(whole).size).toBe(whole.length)
      lengths[of.name] = whole.length
      // By one, every place in the list is a cursor once; by four, a page ends in the middle of what was fetched.
      for (const size of whole.length > 30 ? [7] : [1, 4])
        expect({ list: of.name, size, found: await walk(of, size) }).toEqual({
          list: of.name,
          size,
          found: whole,
        })
    }
    expect(Object.values(lengths).filter((length) => length < 2)).toEqual([])
    expect(lengths['statements TEXT']).toBeGreaterThan(40)
  }, 300_000)

  test.each([1, 2, 3, 5])('of all statements by %d', async (size) => {
    const of = lists.find(({ name }) => name === 'statements SAID_ASC')!
    expect(await walk(of, size)).toEqual(identities(await page(of, 100, null)))
  })

  test('20 are given unless asked for, 0 only tell whether there are any, 100 are the most', async () => {
    const statements = list('statements', 'statements')
    expect((await page(statements, null, null)).edges).toHaveLength(20)
    expect(await page(statements, 0, null)).toEqual({
      edges: [],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
    })
    const errors = async (first: number, field = 'claims') =>
      (await api.ask(`{ ${field}(first: ${first}) { pageInfo { hasNextPage } } }`)).errors?.map(
        ({ extensions }) => extensions,
      )
    expect(await errors(100)).toBeUndefined()
    for (const field of ['claims', 'statements', 'articles', 'agents']) {
      expect(await errors(101, field)).toEqual([{ code: 'PAGE_TOO_LARGE', limit: 100, found: 101 }])
      expect(await errors(-1, field)).toEqual([{ code: 'INVALID_ARGUMENTS' }])
    }
    const search = await api.ask('{ search(text: "claim", first: 101) { pageInfo { hasNextPage } } }')
    expect(search.errors?.[0]?.extensions.code).toBe('PAGE_TOO_LARGE')
    const responses = await api.ask('{ statements(first: 1) { nodes { responses(first: 101) { stance } } } }')
    expect(responses.errors?.[0]?.extensions.code).toBe('PAGE_TOO_LARGE')
    // Half of these fields have no "after": no message tells to give what cannot be given.
    const refused = async (query: string) => (await api.ask(query)).errors?.map(({ message }) => message)
    for (const query of [
      '{ claims(first: 101) { totalCount } }',
      '{ claims(first: 1) { nodes { corroboration { origins(first: 101) { id } } } } }',
      '{ claims(first: 1) { nodes { corroboration { undecided(first: 101) { independentOrigins } } } } }',
      '{ statements(first: 1) { nodes { variants(first: 101) { ratio } } } }',
      '{ checkQuote(text: "the ferry sank", first: 101) { ratio } }',
    ])
      expect(await refused(query)).toEqual([
        '"first" is 101; at most 100 are given at once. Where the field takes "after", that asks for the rest.',
      ])
  })
})

describe('orders', () => {
  interface Dated {
    readonly said: UncertainDate
    readonly published: UncertainDate
    readonly order: number
    readonly article: { readonly id: string }
  }
  const statements = async (orderBy: string) =>
    (
      await api.data<{ statements: { nodes: Dated[] } }>(
        `{ statements(orderBy: ${orderBy}, first: 100) { nodes { said ${DATE} published ${DATE} order article { id } } } }`,
      )
    ).statements.nodes
  const isUnknown = ({ earliest, latest }: UncertainDate) => earliest === null && latest === null

  test.each(['SAID_DESC', 'SAID_ASC', 'PUBLISHED_DESC', 'PUBLISHED_ASC'])(
    'unknown dates come last in %s',
    async (order) => {
      const dates = (await statements(order)).map((one) =>
        order.startsWith('SAID') ? one.said : one.published,
      )
      const unknown = dates.map(isUnknown)
      expect(unknown).toContain(true)
      expect(unknown).toEqual([...unknown].sort())
    },
  )

  test('articles and claims without a date come last in both directions', async () => {
    for (const [field, date, orders] of [
      ['articles', 'published', ['PUBLISHED_DESC', 'PUBLISHED_ASC']],
      ['claims', 'firstSaid', ['FIRST_SAID_DESC', 'FIRST_SAID_ASC']],
    ] as const)
      for (const order of orders) {
        const data = await api.data<Record<string, { nodes: { date: UncertainDate }[] }>>(
          `{ ${field}(orderBy: ${order}, first: 100) { nodes { date: ${date} ${DATE} } } }`,
        )
        const unknown = data[field]!.nodes.map((node) => isUnknown(node.date))
        expect(unknown).toEqual([...unknown].sort())
      }
  })

  test('TEXT is publication, then article, then place in the article', async () => {
    const found = await statements('TEXT')
    const articles = found.map(({ article }) => article.id)
    // Each article in one stretch, its statements in the order of the text.
    const stretches = articles.filter((id, index) => articles[index - 1] !== id)
    expect(new Set(stretches).size).toBe(stretches.length)
    expect(stretches.length).toBeGreaterThanOrEqual(8)
    for (const id of stretches) {
      const places = found.filter(({ article }) => article.id === id).map(({ order }) => order)
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }
    const days = found.map(({ published }) => published.earliest ?? '9999')
    expect(days).toEqual([...days].sort())
  })

  test('the default orders', async () => {
    const same = async (query: string, explicit: string) => {
      const data = await api.data<Record<string, unknown>>(`{ given: ${query} explicit: ${explicit} }`)
      expect(data.given).toEqual(data.explicit)
    }
    const { articles } = await api.data<{ articles: { nodes: { id: string }[] } }>(
      '{ articles { nodes { id } } }',
    )
    const article = `article(id: "${articles.nodes[0]!.id}")`
    await same('statements { nodes { id } }', 'statements(orderBy: PUBLISHED_DESC) { nodes { id } }')
    await same('claims { nodes { id } }', 'claims(orderBy: RECORDED_DESC) { nodes { id } }')
    await same('articles { nodes { id } }', 'articles(orderBy: PUBLISHED_DESC) { nodes { id } }')
    await same(
      `${article} { statements { nodes { id } } }`,
      `${article} { statements(orderBy: TEXT) { nodes { id } } }`,
    )
    const { agents } = await api.data<{ agents: { nodes: { name: string }[] } }>(
      '{ agents(filter: { kind: [PERSON, OFFICE, GROUP] }) { nodes { name } } }',
    )
    const names = agents.nodes.map(({ name }) => name)
    expect(names).toEqual([...names].sort())
  })
})

describe('cursors', () => {
  test('of another order or another list are refused', async () => {
    const code = async (query: string, after: string) =>
      (await api.ask(`query ($after: String) { ${query} }`, { after })).errors?.[0]?.extensions.code
    const cursor = (await page(list('claims', 'claims', 'orderBy: RECORDED_DESC'), 1, null)).pageInfo
      .endCursor!
    expect(await code('claims(after: $after) { nodes { id } }', cursor)).toBeUndefined()
    expect(await code('claims(orderBy: FIRST_SAID_ASC, after: $after) { nodes { id } }', cursor)).toBe(
      'INVALID_CURSOR',
    )
    const articles = (await page(list('articles', 'articles'), 1, null)).pageInfo.endCursor!
    expect(await code('articles(after: $after) { nodes { id } }', articles)).toBeUndefined()
    expect(await code('statements(after: $after) { nodes { id } }', articles)).toBe('INVALID_CURSOR')
    expect(await code('search(text: "claim", after: $after) { edges { cursor } }', articles)).toBe(
      'INVALID_CURSOR',
    )
    expect(await code('agents(after: $after) { nodes { id } }', articles)).toBe('INVALID_CURSOR')
  })

  test('that are damaged are refused, whatever they are', async () => {
    const cursor = (await page(list('claims', 'claims'), 1, null)).pageInfo.endCursor!
    const damaged = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.base64String(),
      fc.nat(cursor.length - 1).map((at) => cursor.slice(0, at)),
      fc.nat(cursor.length - 1).map((at) => `${cursor.slice(0, at)} ${cursor.slice(at + 1)}`),
      fc.json().map((json) => Buffer.from(json).toString('base64url')),
      fc.constant(Buffer.from('["claims RECORDED_DESC","\\ud800"]').toString('base64url')),
    )
    await fc.assert(
      fc.asyncProperty(damaged, async (after) => {
        const answer = await api.ask('query ($after: String) { claims(after: $after) { nodes { id } } }', {
          after,
        })
        expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['INVALID_CURSOR'])
      }),
      { numRuns: databaseRuns(20), seed: 1 },
    )
  })
})

describe('while data is added', () => {
  const added = (index: number): ArticleDocument => ({
    article: {
      url: `https://added.example.org/${index}`,
      outlet: 'paper',
      published: index % 2 === 0 ? '2025-04-18' : '2030-01-01',
      text: `Something new, number ${index}, is so.`,
    },
    agents: { paper: { kind: 'OUTLET', name: `Added ${index}` } },
    statements: [
      { content: `Something new, number ${index}, is so`, claim: { text: `New claim ${index}.` } },
    ],
  })

  test('a walk meets what was there at its beginning once each, and goes on right behind its cursor', async () => {
    let next = 0
    for (const of of [
      list('statements', 'statements', 'orderBy: PUBLISHED_ASC'),
      list('statements', 'statements', 'orderBy: PUBLISHED_DESC'),
      list('statements', 'statements', 'orderBy: TEXT'),
      list('claims', 'claims', 'orderBy: RECORDED_DESC'),
      list('articles', 'articles'),
      list('agents', 'agents'),
    ]) {
      const before = identities(await page(of, 100, null))
      const found: string[] = []
      let after: string | null = null
      do {
        const read: Page = await page(of, 20, after)
        found.push(...identities(read))
        after = read.pageInfo.hasNextPage ? read.pageInfo.endCursor : null
        if (next < 100 && found.length < 60) await ingestArticle(graph.database, added(next++))
      } while (after !== null)
      expect(new Set(found).size).toBe(found.length)
      expect(found.filter((id) => before.includes(id))).toEqual(before)
    }
    expect(next).toBeGreaterThan(6)
  }, 120_000)
})
