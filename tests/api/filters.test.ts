import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ascendingKey, descendingKey } from '../../src/domain/date-order.ts'
import type { StatementFilter } from '../../src/domain/statement-filter.ts'
import type { UncertainDate } from '../../src/domain/uncertain-date.ts'
import { VISIBLE_STATUSES } from '../../src/domain/visibility.ts'
import {
  CERTAINTIES,
  DATE_BASES,
  POLARITIES,
  QUOTE_TYPES,
  SPEECH_ACTS,
  STATEMENT_STATUSES,
  ZONES,
} from '../../src/domain/vocabulary.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { generatedWorld, WORDS } from '../support/generated-documents.ts'
import { databaseRuns } from '../support/property-runs.ts'
import { type FilteredStatement, matchesStatementFilter } from '../support/statement-match.ts'
import { useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

const graph = useTestDatabase()
const api = useTestApi(graph)

const EVERY_STATUS: StatementFilter = { status: STATEMENT_STATUSES }
const KINDS = {
  Person: 'PERSON',
  Organization: 'ORGANIZATION',
  Outlet: 'OUTLET',
  Office: 'OFFICE',
  Government: 'GOVERNMENT',
  Group: 'GROUP',
  Unnamed: 'UNNAMED',
} as const

interface Agent {
  readonly __typename: keyof typeof KINDS
  readonly id: string
}
interface StatementAnswer {
  readonly id: string
  readonly text: string
  readonly order: number
  readonly quoteType: string
  readonly speechAct: string
  readonly certainty: string
  readonly polarity: string
  readonly zone: string
  readonly status: string
  readonly said: UncertainDate
  readonly published: UncertainDate
  readonly speakers: readonly Agent[]
  readonly onBehalfOf: readonly Agent[]
  readonly claim: { readonly id: string; readonly text: string }
  readonly occasion: { readonly id: string } | null
  readonly article: { readonly id: string; readonly outlet: Agent }
  readonly chain: readonly { readonly by: readonly Agent[]; readonly to: readonly Agent[] }[]
}
interface StatementsPage {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
  readonly nodes: readonly StatementAnswer[]
}
type Statement = FilteredStatement & { readonly id: string; readonly claimText: string }

const DATE = '{ edtf earliest latest instant precision basis phrase }'
const ALL_STATEMENTS = `query ($filter: StatementFilter, $after: String) {
  statements(filter: $filter, first: 40, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes {
      id text order quoteType speechAct certainty polarity zone status said ${DATE} published ${DATE}
      speakers { __typename id } onBehalfOf { id } claim { id text } occasion { id }
      article { id outlet { id } } chain { by { id } to { id } }
    }
  }
}`

/** Every statement of the world, told by its public fields: the chain says through whom it came, not the store's copies. */
const world: Statement[] = []

beforeAll(async () => {
  for (const document of generatedWorld(7)) await ingestArticle(graph.database, document)
  let after: string | null = null
  do {
    const { statements }: { statements: StatementsPage } = await api.data(ALL_STATEMENTS, {
      filter: EVERY_STATUS,
      after,
    })
    world.push(...statements.nodes.map(filtered))
    after = statements.pageInfo.hasNextPage ? statements.pageInfo.endCursor : null
  } while (after !== null)
}, 180_000)

const ids = (agents: readonly { readonly id: string }[]) => agents.map(({ id }) => id)

function filtered(statement: StatementAnswer): Statement {
  const [, ...outer] = statement.chain
  return {
    ...statement,
    speakerIds: ids(statement.speakers),
    speakerKinds: statement.speakers.map(({ __typename }) => KINDS[__typename]),
    viaIds: outer.flatMap(({ by }) => ids(by)),
    onBehalfOfIds: ids(statement.onBehalfOf),
    addresseeIds: statement.chain.flatMap(({ to }) => ids(to)),
    outletId: statement.article.outlet.id,
    articleId: statement.article.id,
    claimId: statement.claim.id,
    occasionId: statement.occasion?.id ?? null,
    claimText: statement.claim.text,
  }
}

/** The visibility rule: unless the filter names a status somewhere, what is hidden stays so. */
const asksForStatus = (filter: StatementFilter): boolean => JSON.stringify(filter).includes('"status":[')
const passing = (filter: StatementFilter, among: readonly Statement[] = world) =>
  among.filter(
    (statement) =>
      matchesStatementFilter(statement, filter) &&
      (asksForStatus(filter) || (VISIBLE_STATUSES as readonly string[]).includes(statement.status)),
  )

const UNKNOWN_AGENT = `ag_${'0'.repeat(32)}`
const DAYS = [
  '2024-06-01',
  '2025-03-01',
  '2025-03-31',
  '2025-04-02',
  '2025-04-17',
  '2025-04-18',
  '2025-05-02',
]

/** Random filters over the values that the world has, nested up to three levels, nulls and empty lists among them. */
function filters(): fc.Arbitrary<StatementFilter> {
  const among = (values: readonly (string | null)[]) => {
    const distinct = [...new Set(values)].filter((value): value is string => value !== null)
    return fc.array(fc.constantFrom(...distinct), { maxLength: 3 })
  }
  const range = fc
    .record({
      days: fc.tuple(fc.constantFrom(null, ...DAYS), fc.constantFrom(null, ...DAYS)),
      match: fc.constantFrom('CERTAIN', 'POSSIBLE', null, undefined),
    })
    .map(({ days: [a, b], match }) => {
      const [from, to] = a !== null && b !== null && a > b ? [b, a] : [a, b]
      return { from, to, ...(match === undefined ? {} : { match }) }
    })
  const agents = [...world.flatMap((one) => [...one.speakerIds, ...one.viaIds]), UNKNOWN_AGENT]
  const fields: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    speaker: among(agents),
    via: among(agents),
    onBehalfOf: among(agents),
    addressee: among(agents),
    hasOnBehalfOf: fc.boolean(),
    outlet: among(world.map(({ outletId }) => outletId)),
    article: among(world.map(({ articleId }) => articleId)),
    claim: among(world.map(({ claimId }) => claimId)),
    occasion: among(world.map(({ occasionId }) => occasionId)),
    quoteType: among(QUOTE_TYPES),
    speechAct: among(SPEECH_ACTS),
    certainty: among(CERTAINTIES),
    polarity: among(POLARITIES),
    zone: among(ZONES),
    status: among(STATEMENT_STATUSES),
    speakerKind: among(Object.values(KINDS)),
    saidBasis: among(DATE_BASES),
    said: range,
    published: range,
    text: fc.constantFrom(...WORDS),
  }
  // One field with its value: weighted towards what keeps something, since most conjunctions keep nothing.
  const field = fc.oneof(
    ...Object.entries(fields).map(([name, value]) => value.map((given) => ({ [name]: given }))),
    fc.constantFrom(...Object.keys(fields), 'and', 'or', 'not').map((name) => ({ [name]: null })),
  ) as fc.Arbitrary<StatementFilter>
  const flat = fc
    .array(field, { minLength: 1, maxLength: 2 })
    .map((parts) => Object.assign({}, ...parts) as StatementFilter)
  const { filter } = fc.letrec<{ filter: StatementFilter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      flat,
      fc.tuple(flat, fc.array(tie('filter'), { maxLength: 2 })).map(([own, or]) => ({ ...own, or })),
      fc.array(tie('filter'), { maxLength: 3 }).map((or) => ({ or })),
      fc.array(tie('filter'), { maxLength: 2 }).map((and) => ({ and })),
      tie('filter').map((not) => ({ not })),
    ),
  }))
  return filter
}

// The other orders are the same query with another key: `pages.test.ts` walks them all.
const ORDERS = ['TEXT', 'SAID_DESC', 'PUBLISHED_ASC'] as const
interface List {
  readonly totalCount: number
  readonly nodes: readonly { readonly id: string }[]
}
const sorted = (values: Iterable<string>) => [...values].sort()

function isInOrder(order: (typeof ORDERS)[number], list: readonly Statement[]): boolean {
  const date = (one: Statement) => (order.startsWith('SAID') ? one.said : one.published)
  const keys = list.map((one) =>
    order.endsWith('DESC') ? descendingKey(date(one)) : ascendingKey(date(one)),
  )
  return keys.every((key, index) =>
    index === 0 ? true : order.endsWith('DESC') ? keys[index - 1]! >= key : keys[index - 1]! <= key,
  )
}

/** Whether the answer is that there are too many alternatives, which the random filters may come to. */
const isTooLarge = (answer: { readonly errors?: readonly { readonly extensions: { code?: unknown } }[] }) =>
  answer.errors?.every(({ extensions }) => extensions.code === 'FILTER_TOO_LARGE') === true

describe('random filters', () => {
  test('the world has what filters ask for', () => {
    const values = (name: keyof Statement) => sorted(new Set(world.flatMap((one) => one[name] as string)))
    expect(values('status')).toEqual(['ACCEPTED', 'PROPOSED', 'REJECTED', 'SUPERSEDED'])
    expect(values('quoteType')).toEqual(sorted(QUOTE_TYPES))
    expect(values('zone')).toEqual(sorted(ZONES))
    expect(values('speechAct')).toEqual(sorted(SPEECH_ACTS))
    expect(values('speakerKinds')).toEqual(sorted(Object.values(KINDS)))
    expect(world.filter(({ said }) => said.basis === 'UNKNOWN').length).toBeGreaterThan(3)
    expect(world.filter(({ viaIds }) => viaIds.length > 3).length).toBeGreaterThan(3)
    expect(world.filter(({ onBehalfOfIds }) => onBehalfOfIds.length > 0).length).toBeGreaterThan(3)
    expect(world.length).toBeGreaterThan(70)
    expect(world.length).toBeLessThanOrEqual(100)
  })

  test('lists and counts have what an evaluation in memory keeps, in the order asked for', async () => {
    const order = fc.constantFrom(...ORDERS)
    let kept = 0
    await fc.assert(
      fc.asyncProperty(filters(), order, async (filter, orderBy) => {
        const answer = await api.ask<{ statements: List }>(
          `query ($filter: StatementFilter, $orderBy: StatementOrder) {
            statements(filter: $filter, orderBy: $orderBy, first: 100) { totalCount nodes { id } }
          }`,
          { filter, orderBy },
        )
        if (isTooLarge(answer)) return
        expect(answer.errors).toBeUndefined()
        const { statements } = answer.data
        const expected = passing(filter)
        kept += expected.length
        expect(sorted(ids(statements.nodes))).toEqual(sorted(ids(expected)))
        expect(statements.totalCount).toBe(expected.length)
        const byId = new Map(world.map((one) => [one.id, one]))
        const list = statements.nodes.map(({ id }) => byId.get(id)!)
        expect(orderBy === 'TEXT' || isInOrder(orderBy, list)).toBe(true)
      }),
      { numRuns: databaseRuns(120), seed: 1 },
    )
    expect(kept).toBeGreaterThan(1_000)
  }, 180_000)

  test('lists of an article, a speaker, a relay, a claim and an occasion keep the same', async () => {
    const anchors = fc.record({
      article: fc.constantFrom(...world.map(({ articleId }) => articleId)),
      speaker: fc.constantFrom(...world.flatMap(({ speakerIds }) => speakerIds)),
      via: fc.constantFrom(...world.flatMap(({ viaIds }) => viaIds)),
      claim: fc.constantFrom(...world.map(({ claimId }) => claimId)),
      occasion: fc.constantFrom(...world.flatMap(({ occasionId }) => occasionId ?? [])),
    })
    await fc.assert(
      fc.asyncProperty(filters(), anchors, async (filter, anchor) => {
        const list = '(filter: $filter, first: 100) { totalCount nodes { id } }'
        const answer = await api.ask<Record<string, { list: List }>>(
          `query ($filter: StatementFilter, $article: ID!, $speaker: ID!, $via: ID!, $claim: ID!, $occasion: ID!) {
            article(id: $article) { list: statements${list} }
            speaker: agent(id: $speaker) { list: statements${list} }
            via: agent(id: $via) { list: relayed${list} }
            claim(id: $claim) { list: statements${list} }
            occasion(id: $occasion) { list: statements${list} }
          }`,
          { filter, ...anchor },
        )
        if (isTooLarge(answer)) return
        expect(answer.errors).toBeUndefined()
        for (const [name, id] of Object.entries(anchor)) {
          const expected = passing(filter).filter((one) => matchesStatementFilter(one, { [name]: [id] }))
          const { totalCount, nodes } = answer.data[name]!.list
          expect({ name, ids: sorted(ids(nodes)), totalCount }).toEqual({
            name,
            ids: sorted(ids(expected)),
            totalCount: expected.length,
          })
        }
      }),
      { numRuns: databaseRuns(30), seed: 2 },
    )
  }, 180_000)

  test('claims are those of which one statement passes the whole filter', async () => {
    const claims = new Map(world.map(({ claimId, claimText }) => [claimId, claimText]))
    const text = fc.constantFrom(null, 'NUMBER 1', 'strasse')
    const statement = fc.option(filters(), { freq: 5 })
    const order = fc.constantFrom('FIRST_SAID_ASC', 'RECORDED_DESC')
    await fc.assert(
      fc.asyncProperty(statement, text, order, async (filter, words, orderBy) => {
        const answer = await api.ask<{ claims: List }>(
          `query ($filter: ClaimFilter, $orderBy: ClaimOrder) {
            claims(filter: $filter, orderBy: $orderBy, first: 100) { totalCount nodes { id } }
          }`,
          { filter: { statement: filter, text: words }, orderBy },
        )
        if (isTooLarge(answer)) return
        expect(answer.errors).toBeUndefined()
        const expected = new Set(passing(filter ?? {}).map(({ claimId }) => claimId))
        const folded = (words ?? '').toLowerCase()
        const wanted = [...expected].filter((id) =>
          claims.get(id)!.toLowerCase().replace('ß', 'ss').includes(folded),
        )
        expect(sorted(ids(answer.data.claims.nodes))).toEqual(sorted(wanted))
        expect(answer.data.claims.totalCount).toBe(wanted.length)
      }),
      { numRuns: databaseRuns(50), seed: 3 },
    )
  }, 180_000)
})

describe('the rules of filters', () => {
  const find = async (filter: unknown) =>
    (
      await api.data<{ statements: List }>(
        'query ($f: StatementFilter) { statements(filter: $f, first: 100) { totalCount nodes { id } } }',
        { f: filter },
      )
    ).statements.totalCount

  test('an empty list matches nothing, a null is absent, and `not` is the exact complement', async () => {
    const all = await find({})
    expect(all).toBe(passing({}).length)
    for (const filter of [{ speaker: [] }, { and: [] }, { or: [] }, { not: {} }, { status: [] }])
      expect(await find(filter)).toBe(0)
    for (const filter of [null, { speaker: null, said: null, and: null, not: null }, { not: { or: [] } }])
      expect(await find(filter)).toBe(all)
    const said = { from: '2025-04-17', to: '2025-04-18' }
    expect((await find({ said })) + (await find({ not: { said } }))).toBe(all)
    expect(await find({ said: {} })).toBe(
      passing({}).filter(({ said: date }) => date.earliest !== null || date.latest !== null).length,
    )
  })

  test('a filter that comes to too much says to what', async () => {
    const ask = async (filter: unknown) =>
      (
        await api.ask('query ($f: StatementFilter) { statements(filter: $f) { totalCount } }', { f: filter })
      ).errors?.map(({ extensions }) => extensions)
    const either = { or: [{ text: 'a' }, { text: 'b' }] }
    expect(await ask({ and: Array.from({ length: 6 }, () => either) })).toBeUndefined()
    expect(await ask({ and: Array.from({ length: 7 }, () => either) })).toEqual([
      { code: 'FILTER_TOO_LARGE', limit: 64, found: 128 },
    ])
    expect(await ask({ speaker: Array.from({ length: 2_000 }, () => UNKNOWN_AGENT) })).toBeUndefined()
    expect(await ask({ speaker: Array.from({ length: 2_001 }, () => UNKNOWN_AGENT) })).toEqual([
      { code: 'FILTER_TOO_LARGE', limit: 2_000, found: 2_001 },
    ])
    expect(await ask({ and: Array.from({ length: 2_001 }, () => ({ text: 'a' })) })).toEqual([
      { code: 'FILTER_TOO_LARGE', limit: 2_000, found: 2_001 },
    ])
  })

  test('what cannot be is refused: ids of another kind, ranges that end before they begin', async () => {
    const codeOf = async (query: string) =>
      (await api.ask(query)).errors?.map(({ extensions }) => extensions.code)
    const claim = world[0]!.claimId
    expect(await codeOf(`{ statements(filter: { speaker: ["${claim}"] }) { totalCount } }`)).toEqual([
      'INVALID_ID',
    ])
    expect(
      await codeOf('{ statements(filter: { not: { or: [{ claim: ["x"] }] } }) { totalCount } }'),
    ).toEqual(['INVALID_ID'])
    const backwards = '{ from: "2025-05-01", to: "2025-04-01", match: POSSIBLE }'
    for (const list of [
      'statements(filter: { said:',
      'statements(filter: { published:',
      'articles(filter: { published:',
    ])
      expect(await codeOf(`{ ${list} ${backwards} }) { totalCount } }`)).toEqual(['INVALID_ARGUMENTS'])
    expect(await codeOf(`{ claims(filter: { statement: { said: ${backwards} } }) { totalCount } }`)).toEqual([
      'INVALID_ARGUMENTS',
    ])
  })
})

describe('filters of articles and agents', () => {
  interface Article {
    readonly id: string
    readonly language: string
    readonly outlet: Agent
    readonly published: UncertainDate
  }

  test('articles by outlet, language and publication', async () => {
    const { articles } = await api.data<{ articles: { nodes: Article[]; totalCount: number } }>(
      `{ articles(first: 100) { totalCount nodes { id language outlet { id } published ${DATE} } } }`,
    )
    expect(articles.totalCount).toBe(8)
    const pool = articles.nodes
    const filter = fc.record(
      {
        outlet: fc.option(
          fc.array(fc.constantFrom(...pool.map(({ outlet }) => outlet.id)), { minLength: 2, maxLength: 3 }),
        ),
        language: fc.option(
          fc.array(fc.constantFrom<string[]>('en', 'EN', 'De', 'el', 'fr'), { minLength: 2, maxLength: 3 }),
        ),
        published: fc.option(
          fc.record({
            from: fc.constantFrom(null, '2025-01-01', '2025-04-01'),
            to: fc.constantFrom(null, '2025-04-18', '2025-12-31'),
            match: fc.constantFrom('CERTAIN' as const, 'POSSIBLE' as const),
          }),
        ),
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(filter, async (asked) => {
        const { articles: found } = await api.data<{ articles: List }>(
          'query ($f: ArticleFilter) { articles(filter: $f, first: 100) { totalCount nodes { id } } }',
          { f: asked },
        )
        const expected = pool.filter(
          ({ outlet, language, published }) =>
            (asked.outlet?.includes(outlet.id) ?? true) &&
            (asked.language?.some((tag) => tag.toLowerCase() === language) ?? true) &&
            (asked.published == null ||
              // The range rule itself is held against the database above.
              matchesStatementFilter({ ...world[0]!, published }, { published: asked.published })),
        )
        expect(sorted(ids(found.nodes))).toEqual(sorted(ids(expected)))
        expect(found.totalCount).toBe(expected.length)
      }),
      { numRuns: databaseRuns(30), seed: 4 },
    )
    for (const empty of ['outlet: []', 'language: []'])
      expect(await api.data(`{ articles(filter: { ${empty} }) { totalCount nodes { id } } }`)).toEqual({
        articles: { totalCount: 0, nodes: [] },
      })
  }, 120_000)

  test('agents by kind and by part of a name', async () => {
    const find = async (filter: unknown) =>
      (
        await api.data<{ agents: { totalCount: number; nodes: { name: string }[] } }>(
          'query ($f: AgentFilter) { agents(filter: $f, first: 100) { totalCount nodes { name } } }',
          { f: filter },
        )
      ).agents
    expect((await find({ kind: ['OUTLET'] })).nodes.map(({ name }) => name)).toEqual([
      'News 0',
      'News 1',
      'News 2',
      'The Wire',
    ])
    expect((await find({ kind: ['UNNAMED'], text: 'OFFICIALS' })).totalCount).toBe(8)
    expect((await find({ text: 'n 1' })).nodes.map(({ name }) => name)).toEqual([
      'Organization 1',
      'Person 1',
    ])
    expect((await find({ kind: [] })).totalCount).toBe(0)
    expect((await find({})).totalCount).toBe((await find(null)).totalCount)
  })
})
