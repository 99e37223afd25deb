import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import * as queries from '../../src/cypher/queries.ts'
import type { Query } from '../../src/cypher/query.ts'
import { articleId, claimId } from '../../src/domain/identity.ts'
import { VISIBLE_STATUSES } from '../../src/domain/visibility.ts'
import { planArticle } from '../../src/ingest/plan-article.ts'
import { putArticle } from '../../src/store/put-article.ts'
import { judge, withdrawJudgement } from '../../src/store/put-judgement.ts'
import { type LargeGraph, largeDocument, loadLargeGraph } from '../support/large-graph.ts'
import { largeDatabaseAddress, useTestDatabase } from '../support/test-database.ts'
import { type Operator, PlanReader, sum, type Told } from './query-plan.ts'

const STATEMENTS = 20_000
/** What a page of 20 asks for. */
const LIMIT = 21
/** Hits that one row may cost: some 45 are the properties of its state. */
const HITS_PER_ROW = 110
/** Hits that one statement with its acts and those who are named in them may cost. */
const HITS_OF_STATEMENT = 200

const database = useTestDatabase(largeDatabaseAddress())
const plans = new PlanReader(largeDatabaseAddress())
let graph: LargeGraph
beforeAll(async () => {
  graph = await loadLargeGraph(database.database, STATEMENTS, { longArticle: 500 })
}, 900_000)
afterAll(() => plans.close())

type AnyQuery = Query<never, unknown>
const leafRows = ({ operators }: Told) =>
  sum(operators.filter(({ name }) => /Seek|Scan/.test(name)).map(({ rows }) => rows))
const hits = ({ operators }: Told) => sum(operators.map(({ dbHits }) => dbHits))
const sorted = ({ operators }: Told) =>
  Math.max(0, ...operators.filter(isSort).flatMap(({ inputs }) => inputs.map(({ rows }) => rows)))
const isSort = ({ name }: Operator) => /Sort|Top/.test(name)

/** Holds a query to reading along an index no further than its pages go. `slack`: entries read for one shown. */
async function expectPage(
  query: AnyQuery,
  parameters: Record<string, unknown>,
  { pages = 1, slack = 1.2 }: { pages?: number; slack?: number } = {},
): Promise<Told> {
  const told = await plans.profile(query, parameters)
  const rows = pages * LIMIT
  const found = { query: query.name, leaf: leafRows(told), hits: hits(told), sorted: sorted(told) }
  expect(found.leaf).toBeLessThanOrEqual(rows * slack + pages)
  expect(found.hits).toBeLessThanOrEqual(rows * slack * HITS_PER_ROW)
  expect(found.sorted).toBeLessThanOrEqual(rows)
  expect(told.rows).toHaveLength(rows)
  return told
}

const beginning = (order: string) => (order.endsWith('_DESC') ? '~' : '')
const variantsOf = (query: AnyQuery | Readonly<Record<string, AnyQuery>>) =>
  Object.entries(query as Record<string, AnyQuery>)

test('the graph has its hubs', async () => {
  const [found] = await database.cypher(
    `RETURN COUNT { (:Agent {id: $hubSpeaker})-[:SPOKE]->() } AS spoken,
       COUNT { (:Agent {id: $hubRelay})-[:RELAYED]->() } AS relayed,
       COUNT { (:Agent {id: $hubOutlet})-[:PRINTED]->() } AS printed,
       COUNT { MATCH (s:StatementState {claimId: $hubClaim}) WHERE s.textKey > '' } AS claimed,
       COUNT { MATCH (s:StatementState {occasionId: $hubOccasion}) WHERE s.textKey > '' } AS said,
       COUNT { MATCH (s:StatementState {articleId: $hubArticle}) WHERE s.textKey > '' } AS held,
       COUNT { MATCH (:Agent {id: $movedSpeaker})-[r:SPOKE]->() WHERE r.to < '9' } AS closed,
       COUNT { (:Agent {id: $movedSpeaker})-[:SPOKE]->() } AS moved`,
    graph as unknown as Record<string, unknown>,
  )
  const { spoken, relayed, printed, claimed, said, held, closed, moved } = found as Record<string, number>
  expect(spoken).toBeGreaterThanOrEqual(10_000)
  expect(relayed).toBeGreaterThanOrEqual(5_000)
  expect(printed).toBeGreaterThanOrEqual(15_000)
  expect(claimed).toBeGreaterThanOrEqual(1_000)
  expect(said).toBeGreaterThanOrEqual(1_000)
  expect(held).toBe(300)
  expect(closed! * 2).toBe(moved)
})

/** What these answer is about all that there is: the check of the whole graph, and totals of all without a filter. */
const OF_ALL = /^(check-.*|graph-counts|count-claims|count-statements|applied-schema-files)$/

test('what asks about something begins there, and not with all that bears a label or is of a type', async () => {
  const scanning: Record<string, string[]> = {}
  for (const query of queries.allQueries.filter(({ name }) => !OF_ALL.test(name))) {
    const scans = (await plans.explain(query, {})).operators.filter(({ name }) => name.includes('Scan'))
    if (scans.length > 0) scanning[query.name] = scans.map(({ name, details }) => `${name} ${details}`)
  }
  expect(scanning).toEqual({})
}, 300_000)

describe('a page of statements reads what it shows', () => {
  const lists = [
    ['speaker', queries.statementsBySpeaker, 'hubSpeaker', 'smallSpeaker'],
    ['relay', queries.statementsByRelay, 'hubRelay', 'hubOutlet'],
    ['outlet', queries.statementsByOutlet, 'hubOutlet', 'smallOutlet'],
    ['claim', queries.statementsByClaim, 'hubClaim', 'hubClaim'],
    ['article', queries.statementsByArticle, 'hubArticle', 'hubArticle'],
    ['occasion', queries.statementsByOccasion, 'hubOccasion', 'hubOccasion'],
  ] as const

  describe.each(lists)('by %s', (_, byOrder, hub, other) => {
    test.each(variantsOf(byOrder))('%s', async (order, query) => {
      // One article of twenty is dated anew, so some entries are closed.
      const closed = { slack: 2.5 }
      const first = await expectPage(query, { anchors: [graph[hub]], after: beginning(order) }, closed)
      const keys = first.rows.map((row) => row.sortKey as string)
      const direction = order.endsWith('_DESC') ? -1 : 1
      expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -direction : direction)))

      const far = await plans.profile(query, { anchors: [graph[hub]], after: beginning(order), limit: 200 })
      const after = far.rows.at(-1)!.sortKey
      const later = await expectPage(query, { anchors: [graph[hub]], after }, closed)
      expect(later.rows.every((row) => (row.sortKey as string) > (after as string) === direction > 0)).toBe(
        true,
      )

      if (other !== hub)
        await expectPage(
          query,
          { anchors: [graph[hub], graph[other]], after: beginning(order) },
          { ...closed, pages: 2 },
        )
    })
  })

  test.each(variantsOf(queries.statementsBySpeaker))(
    'half of whose facts are closed, %s',
    async (order, query) => {
      await expectPage(query, { anchors: [graph.movedSpeaker], after: beginning(order) }, { slack: 4 })
    },
  )

  test.each(variantsOf(queries.statements))('of all, %s', async (order, query) => {
    await expectPage(query, { after: beginning(order) }, { slack: 4 })
  })

  describe('of what is one by decision: those of every member, each no further than its page', () => {
    const groups = [
      {
        kind: 'SAME_AGENT',
        byOrder: queries.statementsBySpeaker,
        count: queries.countStatementsBySpeaker,
        members: () => [graph.hubSpeaker, graph.movedSpeaker, graph.smallSpeaker],
      },
      {
        kind: 'SAME_CLAIM',
        byOrder: queries.statementsByClaim,
        count: queries.countStatementsByClaim,
        members: () => [graph.hubClaim, claimId({ key: 'claim 2 1' }), claimId({ key: 'claim 3 1' })],
      },
    ] as const

    test.each(groups)(
      '$kind',
      async ({ kind, byOrder, count, members }) => {
        const options = { now: () => new Date(), by: 'Ada' }
        const [hub, ...others] = members() as [string, ...string[]]
        const totalOf = async (anchors: readonly string[]) =>
          sum((await plans.profile(count as AnyQuery, { anchors })).rows.map(({ total }) => total as number))
        const apart = await totalOf([hub, ...others])
        const decisions: string[] = []
        for (const other of others) {
          const decision = {
            kind,
            leftId: hub,
            rightId: other,
            verdict: 'POSITIVE',
            method: 'MANUAL',
          } as const
          decisions.push(await judge(database.database, decision, options))
        }
        const [shown] = (await plans.profile(queries.recordsById as AnyQuery, { ids: [hub] })).rows
        const anchors = [shown!.recordId as string]
        for (const [order, query] of variantsOf(byOrder)) {
          const told = await plans.profile(query, { anchors, after: beginning(order) })
          const found = { query: query.name, leaf: leafRows(told), hits: hits(told), sorted: sorted(told) }
          const read = (others.length + 1) * LIMIT
          // Of one member every second fact is closed.
          expect(found.leaf).toBeLessThanOrEqual(read * 2.5)
          expect(found.hits).toBeLessThanOrEqual(read * 2.5 * HITS_PER_ROW)
          expect(found.sorted).toBeLessThanOrEqual(read)
          const keys = told.rows.map((row) => row.sortKey as string)
          const direction = order.endsWith('_DESC') ? -1 : 1
          expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -direction : direction)))
          expect(keys).toHaveLength(LIMIT)
        }
        expect(await totalOf(anchors)).toBe(apart)
        for (const id of decisions) await withdrawJudgement(database.database, id, null, options)
      },
      120_000,
    )
  })

  test('of an article dated anew: its closed entries stand together, so they are walked over', async () => {
    const anchors = [articleId({ key: 'large-1' })]
    const told = await plans.profile(queries.statementsByArticle.TEXT as AnyQuery, { anchors })
    expect(leafRows(told)).toBeLessThanOrEqual(50 + LIMIT)
  })
})

describe('a page of other lists reads what it shows', () => {
  test.each(variantsOf(queries.claims))('claims, %s', async (order, query) => {
    await expectPage(query, { after: beginning(order), filter: null }, { slack: 2.5 })
  })
  test.each(variantsOf(queries.claims))(
    'claims of which some statement passes a filter, %s',
    async (order, query) => {
      const filter = { anyOf: [[{ not: false, kind: 'AMONG', property: 'status', values: ['ACCEPTED'] }]] }
      await expectPage(query, { after: beginning(order), filter }, { slack: 6 })
    },
  )
  test.each(variantsOf(queries.articles))('articles, %s', async (order, query) => {
    await expectPage(query, { after: beginning(order) }, { slack: 1.5 })
  })
  test.each(variantsOf(queries.articlesByOutlet))('articles by outlet, %s', async (order, query) => {
    await expectPage(query, { outlets: [graph.hubOutlet], after: beginning(order) }, { slack: 1.5 })
  })
  test('agents', async () => {
    await expectPage(queries.agents as AnyQuery, {})
  })
})

describe('what is looked up costs what it answers', () => {
  const within = async (query: AnyQuery, parameters: Record<string, unknown>, most: number) => {
    const told = await plans.profile(query, parameters)
    expect(told.rows.length).toBeGreaterThan(0)
    expect(hits(told)).toBeLessThanOrEqual(most)
    return told
  }
  const statementsOf = async (article: number, limit: number) =>
    (
      await database.cypher<{ id: string }>(
        `MATCH (s:StatementState {articleId: $article}) WHERE s.textKey > ''
         RETURN s.statementId AS id ORDER BY s.order LIMIT toInteger($limit)`,
        { article: articleId({ key: `large-${article}` }), limit },
      )
    ).map(({ id }) => id)

  test('agents by a name, the hub among them', async () => {
    await within(queries.agentsByKey as AnyQuery, { key: 'name hanna hub' }, 100)
  })
  test('records by id: hubs like others', async () => {
    const ids = [graph.hubSpeaker, graph.hubOutlet, graph.hubArticle, graph.hubOccasion, graph.smallSpeaker]
    const told = await within(queries.recordsById as AnyQuery, { ids }, 5 * 60)
    expect(told.rows).toHaveLength(5)
  })
  test('chains and hops', async () => {
    const statements = await statementsOf(2, 20)
    const chains = await plans.profile(queries.chainsByStatement as AnyQuery, { statements })
    expect(hits(chains)).toBeLessThanOrEqual(chains.rows.length * 150)
    const ids = [...new Set(chains.rows.map((row) => row.hopId))]
    await within(queries.hopsById as AnyQuery, { ids }, ids.length * 200)
  })
  test('anchors, links, answers and revisions', async () => {
    const statements = await statementsOf(2, 20)
    for (const query of [
      queries.anchorsByStatement,
      queries.linksByStatement,
      queries.responsesByStatement,
      queries.revisionsByStatement,
    ] as AnyQuery[])
      expect(hits(await plans.profile(query, { statements }))).toBeLessThanOrEqual(20 * 60)
  })
  test('the trace of one statement, through the article that it cites', async () => {
    const [statement] = await statementsOf(2, 1)
    const told = await within(queries.trace as AnyQuery, { statement, claim: null }, 5_000)
    expect(told.rows.map(({ label }) => label)).toContain('Article')
  })
  test('what a start asks of the articles that come with it: their statements', async () => {
    const versions = (
      await database.cypher<{ id: string }>(
        'MATCH (v:ArticleVersion) WHERE v.articleId IN $articles RETURN v.id AS id',
        { articles: [1, 2, 3].map((article) => articleId({ key: `large-${article}` })) },
      )
    ).map(({ id }) => id)
    const told = await within(queries.knownVersions as AnyQuery, { versions }, 3 * 50 * 20)
    expect(told.rows.map(({ statements }) => statements)).toEqual([50, 50, 50])
  })
  test('search: what it fetches, however many there are', async () => {
    const kinds = ['Claim', 'Statement', 'Agent', 'Article']
    const told = await plans.profile(queries.search as AnyQuery, { query: '+"sentence"', kinds, fetch: 104 })
    expect(told.rows).toEqual([expect.objectContaining({ fetched: 104 })])
    expect(hits(told)).toBeLessThanOrEqual(104 * 60)
  })
  test('sources and traces of a claim grow with its group, and with nothing else', async () => {
    const told = await plans.profile(queries.sourcesByClaim as AnyQuery, { claims: [graph.hubClaim] })
    expect(leafRows(told)).toBeLessThanOrEqual((graph.statements / 16) * 1.5)
  })
})

describe('what provenance reads costs what it is asked about, whatever else there is', () => {
  const articles = [articleId({ key: 'large-2' })]
  const claims = [claimId({ key: 'claim 2 1' })]
  const statuses = [...VISIBLE_STATUSES]
  const STATEMENTS_OF_ARTICLE = 50
  const STATEMENTS_OF_CLAIM = 4
  let statements: readonly string[] = []
  beforeAll(async () => {
    const rows = await database.cypher<{ id: string }>(
      `MATCH (s:StatementState {claimId: $claim}) WHERE s.textKey > '' RETURN s.statementId AS id ORDER BY id`,
      { claim: claims[0] },
    )
    statements = rows.map(({ id }) => id)
  })

  const costs = async (asked: Readonly<Record<string, unknown>>, among: readonly AnyQuery[]) => {
    const found: Record<string, number> = {}
    for (const query of among) found[query.name] = hits(await plans.profile(query, asked))
    return found
  }
  const above = (found: Readonly<Record<string, number>>, most: number) =>
    Object.entries(found).filter(([, dbHits]) => dbHits > most)

  test('of a claim', async () => {
    expect(statements).toHaveLength(STATEMENTS_OF_CLAIM)
    const found = await costs({ claims, statuses }, [
      queries.originStatements,
      queries.carriedStatements,
      queries.firstReportsByClaim,
      queries.relationsByClaim,
      queries.timelineStatements,
      queries.claimGroups,
      queries.claimWordings,
      queries.articlesByClaim,
    ] as AnyQuery[])
    expect(above(found, STATEMENTS_OF_CLAIM * HITS_OF_STATEMENT)).toEqual([])
  })
  test('of an article', async () => {
    const found = await costs({ articles, statuses }, [
      queries.carriageByArticle,
      queries.coveredStatements,
      queries.sourcingByArticle,
      queries.datesByArticle,
      queries.correctionsByArticle,
      queries.derivativesByArticle,
      queries.occasionsByArticle,
    ] as AnyQuery[])
    expect(above(found, STATEMENTS_OF_ARTICLE * HITS_OF_STATEMENT)).toEqual([])
  })
  test('of statements and other records', async () => {
    const asked = { statements, subjects: statements, ids: statements, kinds: ['SAME_UTTERANCE'], statuses }
    const found = await costs(asked, [
      queries.originParties,
      queries.statesByStatement,
      queries.utterancesByStatement,
      queries.quotationsByStatement,
      queries.correctionsByStatement,
      queries.reviewsBySubject,
      queries.decisionsByRecord,
      queries.revisionsAround,
      queries.exactRecordsById,
    ] as AnyQuery[])
    expect(above(found, STATEMENTS_OF_CLAIM * HITS_OF_STATEMENT)).toEqual([])
  })
  test('of hubs, their decisions: none of what else hangs on them', async () => {
    const ids = [graph.hubSpeaker, graph.hubRelay, graph.hubOutlet, graph.hubOccasion, graph.hubClaim]
    const found = await costs({ ids, kinds: ['SAME_AGENT', 'SAME_CLAIM'], kind: 'SAME_AGENT' }, [
      queries.originParties,
      queries.decisionsByRecord,
      queries.decidedPairs,
      queries.proposalsOnRecords,
      queries.membersById,
    ] as AnyQuery[])
    expect(above(found, ids.length * HITS_OF_STATEMENT)).toEqual([])
  })
})

describe('an ingest', () => {
  const put = async (index: number, statements: number) => {
    const planned = planArticle(largeDocument(index, statements))
    if (!planned.ok) throw new Error(JSON.stringify(planned.problems))
    const costs: { name: string; dbHits: number }[] = []
    await putArticle(plans.profiled(database.database, costs), planned.plan, { now: () => new Date() })
    return { costs, total: sum(costs.map(({ dbHits }) => dbHits)), plan: planned.plan }
  }

  test('of a small article reads nothing in proportion to the hubs it names', async () => {
    const { costs, total, plan } = await put(1_000_002, 5)
    const named = [...plan.agents, ...plan.claims].map(({ id }) => id)
    expect(named).toEqual(
      expect.arrayContaining([graph.hubSpeaker, graph.hubRelay, graph.hubOutlet, graph.hubClaim]),
    )
    expect(costs.filter(({ dbHits }) => dbHits > 1_200)).toEqual([])
    expect(total).toBeLessThanOrEqual(6_000)
  })

  test('costs a statement what it costs in any graph', async () => {
    const few = await put(1_000_003, 5)
    const many = await put(1_000_003, 55)
    expect((many.total - few.total) / 50).toBeLessThanOrEqual(400)
  })

  test('of the same document again reads that article alone', async () => {
    const { costs, total } = await put(2, 50)
    expect(costs.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['open-states']))
    expect(total).toBeLessThanOrEqual(50 * 400)
  })
})
