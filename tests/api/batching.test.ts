import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { generatedWorld } from '../support/generated-documents.ts'
import { seedDocument, useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

const graph = useTestDatabase()
const api = useTestApi(graph)

const SEED_URL = seedDocument().article.url!

beforeAll(async () => {
  await ingestArticle(graph.database, seedDocument())
  for (const document of generatedWorld(3, { articles: 6, statements: 8 }))
    await ingestArticle(graph.database, document)
}, 120_000)

beforeEach(() => {
  graph.queries.length = 0
})

/** How many Cypher queries one operation sends, by name without the order of the list. */
async function queriesOf(query: string, variables: Record<string, unknown> = {}) {
  graph.queries.length = 0
  const data = await api.data(query, variables)
  const counts: Record<string, number> = {}
  for (const name of graph.queries) {
    const plain = name.replace(/[ .:/-]?(TEXT|[A-Z]+_[A-Z_]*(ASC|DESC))$/, '')
    counts[plain] = (counts[plain] ?? 0) + 1
  }
  return { counts, data }
}
const countsOf = async (query: string, variables?: Record<string, unknown>) =>
  (await queriesOf(query, variables)).counts

const WALK = `query ($first: Int) {
  claims(first: $first) { nodes { text statements { nodes { speaker { name } chain { by { name } } } } } }
}`
const WALK_QUERIES = {
  claims: 1,
  'statements-by-claim': 1,
  'records-by-id': 2,
  'chains-by-statement': 1,
}

describe('the walk from claims to those who said them', () => {
  test.each([1, 5, 50])(
    'costs the same for %d claims: one query for each field of a level',
    async (first) => {
      const { counts, data } = await queriesOf(WALK, { first })
      expect((data as unknown as { claims: { nodes: unknown[] } }).claims.nodes).toHaveLength(first)
      // Speakers and the agents of hops are agents of two levels.
      expect(counts).toEqual(WALK_QUERIES)
    },
  )

  test('one query more for each count, and only if it is asked for', async () => {
    const counted = WALK.replace('statements {', 'statements { totalCount').replace(
      'claims(first: $first) {',
      'claims(first: $first) { totalCount',
    )
    expect(await countsOf(counted, { first: 50 })).toEqual({
      ...WALK_QUERIES,
      'count-claims': 1,
      'count-statements-by-claim': 1,
    })
  })
})

const DATE = '{ edtf earliest latest instant precision basis phrase }'
const SPAN = '{ part start end exact prefix suffix }'
const AGENT = '{ __typename id name aliases description sameAs ... on Unnamed { reason size descriptor } }'
const RECORDED = 'recorded { at by method }'
const OTHER = `{ id text speaker ${AGENT} }`
const ARTICLE_PAGE = `query ($url: URL, $first: Int) {
  article(url: $url) {
    id url language byline published ${DATE} ${RECORDED}
    outlet { __typename id name aliases description sameAs } authors ${AGENT} credits { text agent ${AGENT} span ${SPAN} }
    version { id number title text contentHash length published ${DATE} modified ${DATE} retrievedAt ${RECORDED} article { id } }
    versions { id number title }
    statements(first: $first) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes {
        id text order zone quoteType speechAct certainty polarity status confidence ${RECORDED}
        content ${SPAN} quoted ${SPAN}
        speaker ${AGENT} speakers ${AGENT} onBehalfOf ${AGENT}
        claim { id text language firstSaid ${DATE} firstPublished ${DATE} ${RECORDED} }
        said ${DATE} published ${DATE} timesSpokenOf ${DATE}
        saidIn { id name sameAs } saidInBasis occasion { id label when ${DATE} place { id name } }
        article { id } articleVersion { id number }
        revises ${OTHER} revisedBy ${OTHER} supports ${OTHER}
        respondsTo { stance from { id } to { id ... on Statement { text } } }
        responses { stance from ${OTHER} to { id } }
        chain {
          id mode basis status cueStance ${RECORDED} source ${SPAN} cue ${SPAN} said ${DATE}
          by ${AGENT} to ${AGENT} onBehalfOf ${AGENT}
          annotatedIn { id number } saidIn { id name } occasion { id label } cites { id url } printedIn { id url }
        }
      }
    }
  }
}`

describe("an article's whole page", () => {
  test('with every field of its statements costs the same for one statement and for all', async () => {
    const whole = await queriesOf(ARTICLE_PAGE, { url: SEED_URL, first: 100 })
    const { article } = whole.data as unknown as { article: { statements: { nodes: unknown[] } } }
    expect(article.statements.nodes).toHaveLength(47)
    const { 'records-by-id': records, ...others } = whole.counts
    expect(others).toEqual({
      'article-version-texts': 1,
      'article-versions-by-article': 1,
      'statements-by-article': 1,
      'count-statements-by-article': 1,
      'anchors-by-statement': 1,
      'chains-by-statement': 1,
      'links-by-statement': 1,
      'revisions-by-statement': 1,
      'responses-by-statement': 1,
    })
    // The article itself, its to-one fields, those of its statements, and the agents of what these lead to.
    expect(records).toBeLessThanOrEqual(5)
    for (const first of [1, 2, 20]) {
      const { 'records-by-id': fewer, ...same } = await countsOf(ARTICLE_PAGE, { url: SEED_URL, first })
      expect(same).toEqual(others)
      expect(fewer).toBeLessThanOrEqual(records!)
    }
  })

  test('all to-one fields of a statement share one query', async () => {
    expect(
      await countsOf(`{ statements(first: 100) { nodes {
        speaker { name } speakers { name } onBehalfOf { name } claim { text } saidIn { name } occasion { label }
        article { url } articleVersion { number }
      } } }`),
    ).toEqual({ statements: 1, 'records-by-id': 1 })
  })

  test('each field that is a list of its own costs one', async () => {
    for (const [field, query] of [
      ['content { exact } quoted { exact }', 'anchors-by-statement'],
      ['chain { mode }', 'chains-by-statement'],
      ['a: chain(basis: [STATED]) { mode } b: chain { mode }', 'chains-by-statement'],
      [
        'revises { text } supports { text } respondsTo { to { id ... on Statement { text } } }',
        'links-by-statement',
      ],
      ['revisedBy { text }', 'revisions-by-statement'],
      ['responses { stance from { text } to { id } }', 'responses-by-statement'],
    ] as const)
      expect(await countsOf(`{ statements(first: 100) { nodes { ${field} } } }`)).toEqual({
        statements: 1,
        [query]: 1,
      })
  })
})

describe('three levels of connections', () => {
  const SPEAKERS = `query ($first: Int) {
    agents(filter: { kind: [PERSON, OFFICE, OUTLET] }, first: $first) { nodes {
      name
      statements(first: 3) { nodes { claim { text statements(first: 5) { nodes { text } } sources { nodes { agent { name } } } } } }
    } }
  }`
  const OUTLETS = `query ($first: Int) {
    agents(filter: { kind: [OUTLET] }, first: $first) { nodes { ... on Outlet {
      articles(first: 3) { totalCount nodes {
        url
        statements(first: 5) { totalCount nodes { speaker { name statements(first: 2) { totalCount nodes { text } } } } }
      } }
    } } }
  }`

  test.each([1, 2, 30])(
    'agents, their statements, the statements of the claims of these: %d agents',
    async (first) => {
      expect(await countsOf(SPEAKERS, { first })).toEqual({
        agents: 1,
        'statements-by-speaker': 1,
        'records-by-id': 2,
        'statements-by-claim': 1,
        'sources-by-claim': 1,
      })
    },
  )

  test.each([1, 2, 30])(
    'outlets, articles, statements, speakers, with all their counts: %d outlets',
    async (first) => {
      expect(await countsOf(OUTLETS, { first })).toEqual({
        agents: 1,
        'articles-by-outlet': 1,
        'count-articles-by-outlet': 1,
        'statements-by-article': 1,
        'count-statements-by-article': 1,
        'records-by-id': 1,
        'statements-by-speaker': 1,
        'count-statements-by-speaker': 1,
      })
    },
  )
})

describe('children with arguments', () => {
  test('are gathered by their arguments: all parents with the same share one query', async () => {
    const page = 'nodes { text }'
    expect(
      await countsOf(`{ claims(first: 50) { nodes {
        few: statements(first: 1) { ${page} }
        many: statements(first: 9) { ${page} }
        again: statements(first: 9) { ${page} }
      } } }`),
    ).toEqual({ claims: 1, 'statements-by-claim': 2 })
    expect(
      await countsOf(`{ claims(first: 50) { nodes {
        denied: statements(filter: { polarity: [NEGATIVE] }) { totalCount ${page} }
        affirmed: statements(filter: { polarity: [POSITIVE] }) { totalCount ${page} }
      } } }`),
    ).toEqual({ claims: 1, 'statements-by-claim': 2, 'count-statements-by-claim': 2 })
    expect(
      await countsOf(`{ statements(first: 50) { nodes {
        one: responses(first: 1) { stance }
        two: responses(first: 2) { stance }
      } } }`),
    ).toEqual({ statements: 1, 'responses-by-statement': 2 })
  })

  test('a filter written in another order of its fields is the same filter', async () => {
    expect(
      await countsOf(`{ claims(first: 9) { nodes {
        a: statements(filter: { polarity: [POSITIVE], zone: [BODY] }) { nodes { id } }
        b: statements(filter: { zone: [BODY], polarity: [POSITIVE] }) { nodes { id } }
      } } }`),
    ).toEqual({ claims: 1, 'statements-by-claim': 1 })
  })
})

describe('single records', () => {
  test('`nodes` of many kinds are two queries: hops have edges to tell', async () => {
    const { statements } = await api.data<{
      statements: { nodes: { id: string; claim: { id: string }; chain: { id: string }[] }[] }
    }>('{ statements(first: 30) { nodes { id claim { id } chain { id } } } }')
    const ids = statements.nodes.flatMap(({ id, claim, chain }) => [id, claim.id, chain[0]!.id])
    expect(await countsOf('query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }', { ids })).toEqual({
      'records-by-id': 1,
      'hops-by-id': 1,
    })
  })

  test('twenty aliases of one field of the root share one', async () => {
    const { claims } = await api.data<{ claims: { nodes: { id: string }[] } }>('{ claims { nodes { id } } }')
    const aliases = claims.nodes.map(({ id }, index) => `c${index}: claim(id: "${id}") { text }`)
    expect(await countsOf(`{ ${aliases.join(' ')} }`)).toEqual({ 'records-by-id': 1 })
  })
})
