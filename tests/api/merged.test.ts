import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { StatementProperties } from '../../src/cypher/shapes.ts'
import { claimId, namedAgentId } from '../../src/domain/identity.ts'
import type { StatementFilter } from '../../src/domain/statement-filter.ts'
import { VISIBLE_STATUSES } from '../../src/domain/visibility.ts'
import type { ArticleDocument } from '../../src/ingest/article-document.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { statementRecord } from '../../src/store/record-reader.ts'
import { STATEMENT_ORDERS, type StatementOrder } from '../../src/store/statement-pages.ts'
import { Deciders, demonstrationDocuments, demonstrationStep } from '../support/demonstration.ts'
import { generatedWorld } from '../support/generated-documents.ts'
import { databaseRuns } from '../support/property-runs.ts'
import { type FilteredStatement, matchesStatementFilter } from '../support/statement-match.ts'
import { useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

const graph = useTestDatabase()
let moment = Date.parse('2026-02-01T08:00:00Z')
const now = () => {
  moment += 1_000
  return new Date(moment)
}
const api = useTestApi(graph, now)
const thisMoment = () => new Date(moment).toISOString()

interface List<Node = { readonly id: string }> {
  readonly totalCount: number
  readonly nodes: readonly Node[]
}
interface Source {
  readonly role: string
  readonly statementCount: number
  readonly agent: { readonly id: string }
  readonly firstStatement: { readonly id: string }
}
interface Shown {
  readonly claims: List<{ readonly id: string; readonly statements: List; readonly sources: List<Source> }>
  readonly agents: List<{
    readonly __typename: string
    readonly id: string
    readonly name: string
    readonly statements: List
    readonly relayed: List
    readonly articles?: List
  }>
  readonly statements: List<{
    readonly id: string
    readonly claim: { readonly id: string }
    readonly occasion: { readonly id: string } | null
    readonly speakers: readonly { readonly id: string }[]
    readonly chain: readonly { readonly by: readonly { readonly id: string }[] }[]
  }>
}

const LIST = '{ totalCount nodes { id } }'
const LISTS = {
  claims: `
    id text firstSaid { edtf phrase } firstPublished { edtf }
    statements(first: 100) ${LIST}
    sources(first: 100) { totalCount nodes { role statementCount agent { id } firstStatement { id } } }`,
  agents: `
    __typename id name aliases description sameAs
    statements(first: 100) ${LIST} relayed(first: 100) ${LIST}
    ... on Outlet { articles(first: 100) ${LIST} }`,
  statements: `
    id claim { id text } occasion { id label } speaker { id } speakers { id name } onBehalfOf { id }
    respondsTo { to { id } } article { outlet { id } authors { id } } chain { by { id } to { id } occasion { id } }`,
}
type Paged = List<object> & {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
}

/** What all lists show: now, or as it was known at a moment. */
async function everything(known?: string): Promise<Shown> {
  const asOf = known === undefined ? '' : `@asOf(known: "${known}")`
  const shown: Record<string, object> = {}
  // One after the other: a database that has just started plans them first.
  for (const [name, fields] of Object.entries(LISTS)) {
    const query = `query ($after: String) ${asOf} {
      list: ${name}(first: 100, after: $after) { totalCount nodes { ${fields} } pageInfo { hasNextPage endCursor } }
    }`
    const nodes: object[] = []
    for (let after: string | null = null, more = true; more; ) {
      const { list }: { list: Paged } = await api.data<{ list: Paged }>(query, { after })
      nodes.push(...list.nodes)
      shown[name] = { totalCount: list.totalCount, nodes }
      more = list.pageInfo.hasNextPage
      after = list.pageInfo.endCursor
    }
  }
  return shown as unknown as Shown
}

const JUDGE = 'mutation ($input: JudgeInput!) { judge(input: $input) { id } }'
const decide = async (kind: string, left: string, right: string): Promise<string> => {
  const input = { kind, left, right, verdict: 'POSITIVE', by: 'Ada' }
  return (await api.data<{ judge: { id: string } }>(JUDGE, { input })).judge.id
}
const withdraw = (id: string) => api.data('mutation ($id: ID!) { withdrawJudgement(id: $id) { id } }', { id })

const idsOf = ({ nodes }: List) => nodes.map(({ id }) => id)
const distinct = <T>(items: readonly T[]) => [...new Set(items)]

beforeEach(() => {
  graph.queries.length = 0
})

describe('the demonstration set, spellings joined and claims grouped', () => {
  const PERSON = (name: string) => namedAgentId('PERSON', name, null)
  const SPELLINGS = ['Danylo Zahorsky', 'Danylo Zahorskyi', 'Danylo Zahorskiy', 'Данило Загорський'].map(
    PERSON,
  )
  const GATE_FAILS = claimId({ key: 'velmora-dam/gate-fails' })
  let decisions: string[] = []
  const groups: string[][] = []
  let before: Shown
  let unmerged = ''
  let merged: Shown
  let gateFails: string[] = []

  const decideAll = async () => {
    const deciders = new Deciders(api)
    for (const decision of [...demonstrationStep('A'), ...demonstrationStep('B')])
      if ('judge' in decision) await deciders.decide(decision)
    return [...deciders.made.values()]
  }

  beforeAll(async () => {
    await graph.empty()
    for (const document of demonstrationDocuments()) await ingestArticle(graph.database, document, { now })
    before = await everything()
    unmerged = thisMoment()
    decisions = await decideAll()
    const { nodes } = await api.data<{ nodes: { left: { id: string }; right: { id: string } }[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Judgement { left { id } right { id } } } }',
      { ids: decisions },
    )
    for (const { left, right } of nodes) {
      const joined = groups.filter((group) => group.includes(left.id) || group.includes(right.id))
      for (const group of joined) groups.splice(groups.indexOf(group), 1)
      groups.push(distinct([left.id, right.id, ...joined.flat()]))
    }
    merged = await everything()
    gateFails = groups.find((group) => group.includes(GATE_FAILS))!
  }, 300_000)

  test('lists show what stands for all that are one, and count the others out', async () => {
    expect(decisions).toHaveLength(18)
    const claimGroups = groups.filter(([id]) => id!.startsWith('cl_'))
    const lost = (all: string[][]) => all.reduce((sum, group) => sum + group.length - 1, 0)
    expect(merged.claims.totalCount).toBe(before.claims.totalCount - lost(claimGroups))
    expect(merged.agents.totalCount).toBe(before.agents.totalCount - 3)
    for (const { totalCount, nodes } of Object.values(merged)) expect(nodes).toHaveLength(totalCount)
    for (const group of claimGroups) {
      const shown = merged.claims.nodes.filter(({ id }) => group.includes(id))
      expect(shown).toHaveLength(1)
      const parts = before.claims.nodes.filter(({ id }) => group.includes(id))
      expect(idsOf(shown[0]!.statements).sort()).toEqual(
        parts.flatMap(({ statements }) => idsOf(statements)).sort(),
      )
      expect(shown[0]!.statements.totalCount).toBe(shown[0]!.statements.nodes.length)
    }
    expect(gateFails).toHaveLength(3)
  })

  test('every id and name of a group leads to it', async () => {
    const ASK = `query ($ids: [ID!]!, $a: ID!, $b: ID!) {
      nodes(ids: $ids) { id } a: agent(id: $a) { id name aliases } b: claim(id: $b) { id }
    }`
    for (const group of groups) {
      const [canonical] = [...merged.claims.nodes, ...merged.agents.nodes].filter(({ id }) =>
        group.includes(id),
      )
      const data = await api.data<{ nodes: { id: string }[] }>(ASK, {
        ids: group,
        a: SPELLINGS[2],
        b: GATE_FAILS,
      })
      expect(data.nodes.map(({ id }) => id)).toEqual(group.map(() => canonical!.id))
    }
    const agents = await api.data<Record<string, { id: string; name: string; aliases: string[] }>>(`{
      one: agent(name: "Danylo Zahorsky") { id name aliases } two: agent(name: "Danylo Zahorskyi") { id name aliases }
      three: agent(name: "Данило Загорський") { id name aliases }
      four: agent(sameAs: "https://registry.example/person/7741") { id name aliases }
    }`)
    const [first] = Object.values(agents)
    expect(SPELLINGS).toContain(first!.id)
    for (const agent of Object.values(agents)) expect(agent).toEqual(agent && (first as typeof agent))
    expect([first!.name, ...first!.aliases]).toEqual(
      expect.arrayContaining([
        'Danylo Zahorsky',
        'Danylo Zahorskyi',
        'Danylo Zahorskiy',
        'Данило Загорський',
      ]),
    )
  })

  test('a filter takes any member for all of them, in one more query', async () => {
    const page = '{ totalCount nodes { id claim { id } } }'
    const FILTERED = `query ($agent: ID!, $claim: ID!) {
      spoken: statements(first: 100, filter: { speaker: [$agent] }) ${page}
      unspoken: statements(first: 100, filter: { not: { speaker: [$agent] }, claim: [$claim] }) ${page}
      through: statements(first: 100, filter: { via: [$agent] }) ${page}
      claims(filter: { statement: { claim: [$claim], speaker: [$agent] } }) ${LIST}
    }`
    const answers = []
    for (const [index, agent] of SPELLINGS.entries()) {
      const claim = gateFails[index % gateFails.length]
      answers.push(await api.data<Record<string, List>>(FILTERED, { agent, claim }))
    }
    for (const answer of answers) expect(answer).toEqual(answers[0])
    const { spoken, unspoken, claims } = answers[0]!
    const bySpeaker = before.agents.nodes.filter(({ id }) => SPELLINGS.includes(id))
    expect(bySpeaker).toHaveLength(4)
    expect(idsOf(spoken!).sort()).toEqual(bySpeaker.flatMap(({ statements }) => idsOf(statements)).sort())
    expect(spoken!.totalCount).toBe(spoken!.nodes.length)
    const ofGroup = merged.claims.nodes.find(({ id }) => gateFails.includes(id))!
    expect(spoken!.nodes.filter(({ id }) => idsOf(ofGroup.statements).includes(id)).length).toBe(
      ofGroup.statements.totalCount - unspoken!.totalCount,
    )
    expect(claims).toEqual({ totalCount: 1, nodes: [{ id: ofGroup.id }] })

    graph.queries.length = 0
    await api.data(
      `query ($agent: ID!) { statements(filter: { speaker: [$agent] }) { totalCount nodes { text } } }`,
      {
        agent: SPELLINGS[2],
      },
    )
    expect(graph.queries.map((name) => name.replace(/\..*/, '')).sort()).toEqual([
      'count-statements-by-speaker',
      'members-by-id',
      'statements-by-speaker',
    ])
    graph.queries.length = 0
    await api.data(
      `query ($agent: ID!) { claims(first: 50) { nodes { statements(filter: { via: [$agent] }) { nodes { id } } } } }`,
      { agent: SPELLINGS[1] },
    )
    expect(graph.queries.map((name) => name.replace(/\..*/, '')).sort()).toEqual([
      'claims',
      'members-by-id',
      'statements-by-claim',
    ])
  })

  test('a claim of which only a member has such a statement is found', async () => {
    const monitor = namedAgentId('OUTLET', 'Bay Monitor', null)
    const found = await api.data<{ claims: List<{ id: string }> }>(
      `query ($outlet: ID!) { claims(first: 100, filter: { statement: { outlet: [$outlet] } }) ${LIST} }`,
      { outlet: monitor },
    )
    expect(idsOf(found.claims)).toContain(merged.claims.nodes.find(({ id }) => gateFails.includes(id))!.id)
    expect(found.claims.totalCount).toBe(found.claims.nodes.length)
    // Merged claims are counted in no list, whatever the status asked for.
    const all = await api.data<{ claims: List }>(
      `{ claims(first: 100, filter: { statement: { status: [ACCEPTED, PROPOSED, REJECTED, SUPERSEDED] } }) ${LIST} }`,
    )
    expect(all.claims.totalCount).toBe(merged.claims.totalCount)
  })

  test('a trace begins at the statements of all members', async () => {
    const TRACE = `query ($id: ID!) {
      trace(id: $id) { subject { ... on Claim { id } } statements { id } hops { id } links { from to kind } complete }
    }`
    type Traced = { trace: { subject: { id: string }; statements: { id: string }[]; hops: { id: string }[] } }
    const traces = []
    for (const id of gateFails) traces.push((await api.data<Traced>(TRACE, { id })).trace)
    for (const trace of traces) expect(trace).toEqual(traces[0])
    const ofGroup = merged.claims.nodes.find(({ id }) => gateFails.includes(id))!
    expect(traces[0]!.subject.id).toBe(ofGroup.id)
    expect(traces[0]!.statements.map(({ id }) => id).sort()).toEqual(
      expect.arrayContaining(idsOf(ofGroup.statements).sort()),
    )
  })

  test('a search finds the one that stands for all, by any of its names', async () => {
    const SEARCH =
      'query ($text: String!) { search(text: $text, kinds: [AGENT, CLAIM]) { edges { node { ... on Node { id } } } } }'
    type Found = { search: { edges: { node: { id: string } }[] } }
    const members = groups.flat()
    const shown = new Set([...idsOf(merged.claims), ...idsOf(merged.agents)])
    for (const text of ['Zahorskyi', 'Загорський', 'Zahorsky', 'Velmora', 'gate']) {
      const ids = (await api.data<Found>(SEARCH, { text })).search.edges.map(({ node }) => node.id)
      expect(ids).toEqual(distinct(ids))
      expect(ids.filter((id) => members.includes(id) && !shown.has(id))).toEqual([])
      if (/^[ZЗ]/.test(text)) expect(ids.filter((id) => SPELLINGS.includes(id))).toHaveLength(1)
    }
    const then = SEARCH.replace('String!)', `String!) @asOf(known: "${unmerged}")`)
    const found = await api.data<Found>(then, { text: 'Zahorskyi' })
    expect(found.search.edges.map(({ node }) => node.id)).toContain(SPELLINGS[1])
  })

  test('a decision shows its two sides as they are by themselves', async () => {
    const { judgement } = await api.data<{
      judgement: { left: { id: string; name: string }; right: { id: string; name: string } }
    }>(
      `query ($id: ID!) {
        judgement: node(id: $id) { ... on Judgement { left { id ... on Person { name } } right { id ... on Person { name } } } }
      }`,
      { id: decisions[1] },
    )
    expect(judgement).toEqual({
      left: { id: SPELLINGS[1], name: 'Danylo Zahorskyi' },
      right: { id: SPELLINGS[2], name: 'Danylo Zahorskiy' },
    })
  })

  test('is unmerged before the decisions and after their withdrawal, in whatever order; merged once they are made again', async () => {
    expect(await everything(unmerged)).toEqual(before)
    const decided = thisMoment()
    for (const id of decisions.toSorted()) await withdraw(id)
    expect(await everything()).toEqual(before)
    expect(await everything(decided)).toEqual(merged)
    decisions = await decideAll()
    expect(await everything()).toEqual(merged)
  }, 300_000)
})

describe('a small world under random decisions', () => {
  /** Two spellings of one name speak in one act, and two of one wire stand in one hop. */
  const JOINT: ArticleDocument = {
    article: {
      key: 'joint',
      outlet: 'paper',
      published: '2025-04-18',
      text: 'The ferry sank and the ferry was lost, Ana Ruiz and Anna Ruiz told them.',
    },
    agents: {
      paper: { kind: 'OUTLET', name: 'News 0' },
      ana: { kind: 'PERSON', name: 'Ana Ruiz' },
      anna: { kind: 'PERSON', name: 'Anna Ruiz' },
      one: { kind: 'OUTLET', name: 'Wire One' },
      two: { kind: 'OUTLET', name: 'Wire Two' },
    },
    claims: {
      sank: { key: 'joint-sank', text: 'The ferry sank.' },
      lost: { key: 'joint-lost', text: 'The ferry was lost.' },
    },
    acts: { said: { by: ['ana', 'anna'], reportedIn: 'wired' }, wired: { by: ['one', 'two'] } },
    statements: [
      { content: 'The ferry sank', act: 'said', claim: 'sank', quoteType: 'INDIRECT' },
      { content: 'the ferry was lost', act: 'said', claim: 'lost', quoteType: 'INDIRECT' },
    ],
  }
  type State = StatementProperties & Readonly<Record<string, unknown>>
  let states: State[] = []
  let before: Shown
  const records: Record<'SAME_CLAIM' | 'SAME_AGENT' | 'SAME_OCCASION', string[][]> = {
    SAME_CLAIM: [],
    SAME_AGENT: [],
    SAME_OCCASION: [],
  }

  beforeAll(async () => {
    await graph.empty()
    for (const document of [...generatedWorld(11, { articles: 5, statements: 6 }), JOINT])
      await ingestArticle(graph.database, document, { now })
    const rows = await graph.cypher<{ state: State }>(
      `MATCH (s:StatementState {to: '9999-12-31T23:59:59.999Z'}) RETURN properties(s) AS state`,
    )
    states = rows.map(({ state }) => state)
    before = await everything()
    records.SAME_CLAIM = [idsOf(before.claims)]
    records.SAME_OCCASION = [distinct(states.flatMap(({ occasionId }) => occasionId ?? []))]
    // Agents of one kind are what people join.
    records.SAME_AGENT = distinct(before.agents.nodes.map((agent) => agent.__typename))
      .map((type) => before.agents.nodes.filter((agent) => agent.__typename === type).map(({ id }) => id))
      .filter((ids) => ids.length > 1)
    for (const pools of Object.values(records)) expect(pools.flat().length).toBeGreaterThan(1)
  }, 300_000)

  const KEYS: Readonly<Record<StatementOrder, string>> = {
    TEXT: 'textKey',
    SAID_DESC: 'saidDescending',
    SAID_ASC: 'saidAscending',
    PUBLISHED_DESC: 'publishedDescending',
    PUBLISHED_ASC: 'publishedAscending',
  }
  const inOrder = (some: readonly State[], order: StatementOrder) => {
    const direction = order.endsWith('_DESC') ? -1 : 1
    const key = (state: State) => state[KEYS[order]] as string
    return some
      .toSorted((a, b) => (key(a) < key(b) ? -direction : direction))
      .map((state) => state.statementId)
  }
  const visible = () => states.filter(({ status }) => VISIBLE_STATUSES.includes(status as 'ACCEPTED'))

  /** What a filter means where ids that are one are the same id. */
  const asOne = (filter: StatementFilter, one: (id: string) => string): StatementFilter =>
    Object.fromEntries(
      Object.entries(filter).map(([field, value]) => {
        if (field === 'not') return [field, asOne(value as StatementFilter, one)]
        if (field === 'and' || field === 'or')
          return [field, (value as StatementFilter[]).map((part) => asOne(part, one))]
        return [field, (value as string[]).map(one)]
      }),
    )
  const statementAsOne = (state: State, one: (id: string) => string): FilteredStatement => {
    const record = statementRecord(state)
    return {
      ...record,
      speakerIds: record.speakerIds.map(one),
      viaIds: record.viaIds.map(one),
      onBehalfOfIds: record.onBehalfOfIds.map(one),
      addresseeIds: record.addresseeIds.map(one),
      outletId: one(record.outletId),
      claimId: one(record.claimId),
      occasionId: record.occasionId && one(record.occasionId),
    }
  }

  async function expectShown(one: (id: string) => string, filter: StatementFilter, order: StatementOrder) {
    const shown = await everything()
    const all = [records.SAME_CLAIM, records.SAME_AGENT, records.SAME_OCCASION].flat(2)
    const { nodes } = await api.data<{ nodes: { id: string; statements?: List }[] }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Occasion { statements(first: 100) ${LIST} } } }`,
      { ids: all },
    )
    const canonical = new Map(all.map((id, index) => [id, nodes[index]!.id]))
    // One id for each group, and one of the group.
    for (const id of all) {
      expect(one(canonical.get(id)!)).toBe(one(id))
      expect(canonical.get(id)).toBe(canonical.get(one(id)))
    }
    const standsFor = (id: string) => canonical.get(one(id)) ?? id
    const sameAs = (id: string) => (other: string) => one(other) === one(id)

    expect(idsOf(shown.claims).sort()).toEqual(distinct(idsOf(before.claims).map(standsFor)).sort())
    expect(idsOf(shown.agents).sort()).toEqual(distinct(idsOf(before.agents).map(standsFor)).sort())
    for (const list of [shown.claims, shown.agents, shown.statements])
      expect(list.totalCount).toBe(list.nodes.length)

    const expectList = (list: List, of: (state: State) => boolean) => {
      const wanted = inOrder(visible().filter(of), 'PUBLISHED_DESC')
      expect({ ids: idsOf(list), total: list.totalCount }).toEqual({ ids: wanted, total: wanted.length })
    }
    for (const { id, statements, sources } of shown.claims.nodes) {
      expectList(statements, (state) => one(state.claimId) === one(id))
      const rows = new Map<string, string[]>()
      for (const state of visible().filter((state) => one(state.claimId) === one(id)))
        for (const row of distinct([
          ...state.speakerIds.map((agent) => `SPEAKER ${standsFor(agent)}`),
          ...(state.relayIds as string[]).map((agent) => `RELAY ${standsFor(agent)}`),
          `PUBLISHER ${standsFor(state.outletId)}`,
        ]))
          rows.set(row, [...(rows.get(row) ?? []), state.statementId])
      const told = sources.nodes.map((source) => [
        `${source.role} ${source.agent.id}`,
        source.statementCount,
        source.firstStatement.id,
      ])
      const wanted = [...rows].map(([row, ids]) => [
        row,
        ids.length,
        inOrder(
          states.filter(({ statementId }) => ids.includes(statementId)),
          'PUBLISHED_ASC',
        )[0],
      ])
      expect(told.toSorted()).toEqual(wanted.toSorted())
      expect(sources.totalCount).toBe(wanted.length)
    }
    for (const agent of shown.agents.nodes) {
      expectList(agent.statements, (state) => state.speakerIds.some(sameAs(agent.id)))
      expectList(agent.relayed, (state) => state.viaIds.some(sameAs(agent.id)))
      if (agent.articles) {
        const printed = distinct(
          states.filter((state) => one(state.outletId) === one(agent.id)).map((state) => state.articleId),
        )
        expect(idsOf(agent.articles).sort()).toEqual(printed.sort())
        expect(agent.articles.totalCount).toBe(printed.length)
      }
    }
    for (const { id, statements } of nodes)
      if (statements)
        expectList(statements, (state) => state.occasionId !== undefined && one(state.occasionId) === one(id))
    const byId = new Map(states.map((state) => [state.statementId, state]))
    for (const { id, claim, speakers, occasion, chain } of shown.statements.nodes) {
      const state = byId.get(id)!
      expect(claim.id).toBe(standsFor(state.claimId))
      expect(speakers.map((agent) => agent.id)).toEqual(distinct(state.speakerIds.map(standsFor)))
      expect(occasion?.id).toBe(state.occasionId && standsFor(state.occasionId))
      for (const { by } of chain)
        expect(by.map((agent) => agent.id)).toEqual(distinct(by.map((agent) => standsFor(agent.id))))
    }
    await expectFiltered(one, standsFor, filter, order)
    return shown
  }

  async function expectFiltered(
    one: (id: string) => string,
    standsFor: (id: string) => string,
    filter: StatementFilter,
    order: StatementOrder,
  ) {
    const passing = visible().filter((state) =>
      matchesStatementFilter(statementAsOne(state, one), asOne(filter, one)),
    )
    const walked: string[] = []
    interface Walked {
      readonly statements: List & {
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
      }
      readonly claims: List
    }
    for (let after: string | null = null; ; ) {
      const { statements, claims }: Walked = await api.data<Walked>(
        `query ($filter: StatementFilter, $order: StatementOrder, $after: String) {
          statements(filter: $filter, orderBy: $order, first: 4, after: $after) {
            totalCount nodes { id } pageInfo { hasNextPage endCursor }
          }
          claims(filter: { statement: $filter }, first: 100) ${LIST}
        }`,
        { filter, order, after },
      )
      expect(statements.totalCount).toBe(passing.length)
      expect(idsOf(claims).sort()).toEqual(distinct(passing.map(({ claimId }) => standsFor(claimId))).sort())
      expect(claims.totalCount).toBe(claims.nodes.length)
      walked.push(...idsOf(statements))
      if (!statements.pageInfo.hasNextPage) break
      after = statements.pageInfo.endCursor
    }
    expect(walked).toEqual(inOrder(passing, order))
  }

  test('counts once what two members say, relay or are told together', async () => {
    const agent = (kind: 'PERSON' | 'OUTLET', name: string) => namedAgentId(kind, name, null)
    const sank = claimId({ key: 'joint-sank' })
    const joined = [
      ['SAME_AGENT', agent('PERSON', 'Ana Ruiz'), agent('PERSON', 'Anna Ruiz')],
      ['SAME_AGENT', agent('OUTLET', 'Wire One'), agent('OUTLET', 'Wire Two')],
      ['SAME_CLAIM', sank, claimId({ key: 'joint-lost' })],
    ] as const
    const decisions: string[] = []
    for (const [kind, left, right] of joined) decisions.push(await decide(kind, left, right))
    const parents = new Map<string, string>(joined.map(([, left, right]) => [left, right]))
    const one = (id: string) => parents.get(id) ?? id
    for (const filter of [{ speaker: [joined[0][1]] }, { via: [joined[1][2]] }, { claim: [sank] }])
      await expectShown(one, filter, 'SAID_ASC')
    for (const id of decisions) await withdraw(id)
    expect(await everything()).toEqual(before)
  }, 300_000)

  const pick = (pool: readonly string[], at: number) => pool[Math.floor(at * pool.length)]!
  const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })

  test('shows what a plain evaluation over the groups shows, and what it showed before once all is undone', async () => {
    const decision = fc.record({
      kind: fc.constantFrom('SAME_CLAIM' as const, 'SAME_AGENT' as const, 'SAME_OCCASION' as const),
      pool: share,
      left: share,
      right: share,
      undo: share,
    })
    const named = fc.record({
      field: fc.constantFrom('speaker', 'via', 'onBehalfOf', 'addressee', 'outlet', 'claim', 'occasion'),
      at: fc.array(share, { minLength: 1, maxLength: 2 }),
      not: fc.boolean(),
    })
    const asked = fc.record({
      tests: fc.array(named, { minLength: 1, maxLength: 3 }),
      join: fc.constantFrom('and' as const, 'or' as const),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(decision, { minLength: 3, maxLength: 8 }),
        asked,
        fc.constantFrom(...STATEMENT_ORDERS),
        async (wanted, { tests, join }, order) => {
          const parent = new Map<string, string>()
          const one = (id: string): string => (parent.has(id) ? one(parent.get(id)!) : id)
          const made = new Map<string, number>()
          for (const { kind, pool, left, right, undo } of wanted) {
            const members = records[kind][Math.floor(pool * records[kind].length)]!
            const [a, b] = [pick(members, left), pick(members, right)]
            if (a === b) continue
            made.set(await decide(kind, a, b), undo)
            if (one(a) !== one(b)) parent.set(one(a), one(b))
          }
          const pools: Readonly<Record<string, readonly string[]>> = {
            claim: records.SAME_CLAIM.flat(),
            occasion: records.SAME_OCCASION.flat(),
          }
          const agents = records.SAME_AGENT.flat()
          const parts = tests.map(({ field, at, not }): StatementFilter => {
            const values = at.map((value) => pick(pools[field] ?? agents, value))
            return not ? { not: { [field]: values } } : { [field]: values }
          })
          const filter = join === 'and' && parts.length > 1 ? { and: parts } : { or: parts }
          const shown = await expectShown(one, filter, order)
          const decided = thisMoment()
          for (const [id] of [...made].sort(([, x], [, y]) => x - y)) await withdraw(id)
          expect(await everything()).toEqual(before)
          expect(await everything(decided)).toEqual(shown)
        },
      ),
      { numRuns: databaseRuns(3) },
    )
  }, 900_000)
})
