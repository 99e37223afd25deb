import { beforeAll, describe, expect, test } from '@jest/globals'
import { claimId } from '../../src/domain/identity.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { Deciders, demonstrationDocuments } from '../support/demonstration.ts'
import { seedDocument, useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

const graph = useTestDatabase()
const api = useTestApi(graph)
const deciders = new Deciders(api)
const claim = (key: string) => claimId({ key: `velmora-dam/${key}` })

beforeAll(async () => {
  await ingestArticle(graph.database, seedDocument())
  for (const document of demonstrationDocuments()) await ingestArticle(graph.database, document)
}, 240_000)

const ORIGINS = `
  label retracted independentReports firstPublished { edtf }
  agents { name } outlets { name } statements { id } occasions { label }
  because { reason explanation }`

interface Origin {
  readonly label: string
  readonly agents: readonly { readonly name: string }[]
  readonly outlets: readonly { readonly name: string }[]
  readonly because: readonly { readonly reason: string; readonly explanation: string }[]
  readonly retracted: boolean
  readonly firstPublished: { readonly edtf: string | null }
}

describe('a claim tells its origins', () => {
  test('with the counts, the reasons in words, and those who print it', async () => {
    const { claim: found } = await api.data<{
      claim: { corroboration: { articleCount: number; outletCount: number; origins: Origin[] } }
    }>(`{ claim(id: "${claim('sensors-34')}") { corroboration {
      statementCount articleCount outletCount independentOrigins originsAtLeast disputingOrigins
      origins { ${ORIGINS} }
    } } }`)
    expect(found.corroboration).toMatchObject({
      statementCount: 6,
      articleCount: 6,
      outletCount: 6,
      independentOrigins: 1,
      disputingOrigins: 0,
      origins: [
        { label: '?Altwire', retracted: false, firstPublished: { edtf: '2025-01-17T12:20:00+01:00' } },
      ],
    })
    const [origin] = found.corroboration.origins
    expect(new Set(origin!.because.map(({ reason }) => reason))).toEqual(
      new Set(['SAME_WAY_IN', 'DERIVED_ARTICLE', 'CITED_ARTICLE']),
    )
    for (const { explanation } of origin!.because) expect(explanation).toMatch(/^[A-Z].*\.$/)
    expect(origin!.outlets.map(({ name }) => name)).toContain('The Daily Lantern')
  }, 60_000)

  test('both sides of it', async () => {
    const { claim: found } = await api.data<{ claim: { corroboration: Record<string, Origin[]> } }>(
      `{ claim(id: "${claim('operator-warned')}") { corroboration {
        origins { label } disputing { label agents { name } } disputingOrigins } } }`,
    )
    expect(found.corroboration.disputing).toEqual([
      { label: 'Velmora Hydro', agents: [{ name: 'Velmora Hydro' }] },
    ])
    expect(found.corroboration.origins!.map(({ label }) => label)).toContain('Velmora Hydro')
  }, 60_000)

  test('the Reuters claims of the seed have one each', async () => {
    const { agent } = await api.data<{
      agent: { relayed: { nodes: { claim: { corroboration: { independentOrigins: number } } }[] } }
    }>(`{ agent(name: "Reuters") { ... on Outlet { relayed { nodes {
      claim { corroboration { independentOrigins } } } } } } }`)
    const counts = agent.relayed.nodes.map((node) => node.claim.corroboration.independentOrigins)
    expect(counts.length).toBeGreaterThan(0)
    expect(new Set(counts)).toEqual(new Set([1]))
  }, 60_000)

  test('nothing contradicts by itself', async () => {
    const { claims } = await api.data<{ claims: { nodes: { relations: unknown[] }[] } }>(
      '{ claims(first: 100) { nodes { relations { relation } } } }',
    )
    expect(claims.nodes.flatMap(({ relations }) => relations)).toEqual([])
  }, 60_000)

  test('for a page of claims at once, in a bounded number of queries', async () => {
    graph.queries.length = 0
    const { claims } = await api.data<{ claims: { nodes: unknown[] } }>(
      '{ claims(first: 50) { nodes { corroboration { independentOrigins } firstReports { id } relations { relation } } } }',
    )
    expect(claims.nodes).toHaveLength(50)
    const counted = (name: string) => graph.queries.filter((query) => query === name).length
    for (const name of [
      'origin-statements',
      'origin-parties',
      'first-reports-by-claim',
      'relations-by-claim',
    ])
      expect([name, counted(name)]).toEqual([name, 1])
    expect(counted('carriage-by-article')).toBeLessThanOrEqual(3)
  }, 60_000)
})

describe('decisions', () => {
  test('join and part, are shown from both sides, and as they were known', async () => {
    const before = new Date().toISOString()
    const COUNT = `claim(id: "${claim('gate-fails')}") { corroboration {
      independentOrigins undecided { independentOrigins judgement { judgementKind verdict } } origins { label because { reason } } } }`
    type Counted = {
      claim: {
        corroboration: {
          independentOrigins: number
          undecided: { independentOrigins: number; judgement: { judgementKind: string } }[]
          origins: { label: string; because: { reason: string }[] }[]
        }
      }
    }
    expect((await api.data<Counted>(`{ ${COUNT} }`)).claim.corroboration.independentOrigins).toBe(2)
    await deciders.step('A')
    const joined = (await api.data<Counted>(`{ ${COUNT} }`)).claim.corroboration
    expect(joined.independentOrigins).toBe(1)
    expect(joined.origins[0]!.because.map(({ reason }) => reason)).toContain('DECISION')
    // Under the name by which the agent is shown everywhere.
    expect(joined.origins[0]!.label).toBe('Danylo Zahorsky')
    const asOf = `query Before @asOf(known: "${before}") { ${COUNT} }`
    expect((await api.data<Counted>(asOf)).claim.corroboration.independentOrigins).toBe(2)
    const { claim: spelled } = await api.data<{
      claim: { statements: { nodes: { speakers: { name: string }[] }[] } }
    }>(`{ claim(id: "${claim('gate-fails')}") { statements(first: 100) { nodes { speakers { name } } } } }`)
    const names = new Set(
      spelled.statements.nodes.flatMap(({ speakers }) => speakers.map(({ name }) => name)),
    )
    expect([...names].filter((name) => /Zahorsk|Загор/.test(name))).toHaveLength(1)
  }, 120_000)

  test('on two claims show from both, and change nothing else', async () => {
    const relations = async (key: string) =>
      (
        await api.data<{ claim: { relations: { relation: string; claim: { id: string } }[] } }>(
          `{ claim(id: "${claim(key)}") { relations { relation claim { id } judgement { decidedBy verdict } } } }`,
        )
      ).claim.relations
    const judged = await api.data<{ judge: { id: string } }>(
      `mutation { judge(input: { kind: NARROWER, left: "${claim('road-lorries')}", right: "${claim('road-all')}",
        verdict: POSITIVE, note: "Lorries are some of the traffic.", by: "Ada" }) { id decidedBy note left { id } } }`,
    )
    const judgement = { decidedBy: 'Ada', verdict: 'POSITIVE' }
    expect(await relations('road-lorries')).toEqual([
      { relation: 'NARROWER', claim: { id: claim('road-all') }, judgement },
    ])
    expect(await relations('road-all')).toEqual([
      { relation: 'BROADER', claim: { id: claim('road-lorries') }, judgement },
    ])
    const withdrawn = await api.data<{ withdrawJudgement: { closedAt: string } }>(
      `mutation { withdrawJudgement(id: "${judged.judge.id}", note: "By mistake", by: "Ben") {
        closedAt closedNote node: previous { id } } }`,
    )
    expect(withdrawn.withdrawJudgement).toMatchObject({ closedNote: 'By mistake', node: null })
    expect(await relations('road-all')).toEqual([])
  }, 60_000)

  test('an article tells where it has its matter from, and who has it from there', async () => {
    const { article } = await api.data<{
      article: {
        carriage: { carriageKind: string; basis: string; article: { url: string } }[]
        derivatives: { outlet: { name: string } }[]
      }
    }>(`{ article(url: "https://altwire.example/2025/01/17/velmora-dam-gate") {
      carriage { carriageKind basis phrase article { url } judgement { id } }
      derivatives { outlet { name } }
    } }`)
    expect(article.derivatives.map(({ outlet }) => outlet.name)).toEqual([
      'The Ostrel Courier',
      'Голос Гальванії',
      'Harbour Post',
    ])
    const { article: lantern } = await api.data<{ article: { carriage: unknown[] } }>(
      `{ article(url: "https://daily-lantern.example/2025/01/18/velmora-dam") {
        carriage { carriageKind basis article { url } } } }`,
    )
    expect(lantern.carriage).toContainEqual({
      carriageKind: 'CITES',
      basis: 'STATED',
      article: { url: 'https://altwire.example/2025/01/17/velmora-dam-gate' },
    })
  }, 60_000)

  test('against others are refused with their path', async () => {
    const agents = await api.data<{ one: { id: string }; other: { id: string } }>(
      '{ one: agent(name: "Mira Koltan") { id } other: agent(name: "Oskar Dahl") { id } }',
    )
    const same = (verdict: string) =>
      `mutation { judge(input: { kind: SAME_AGENT, left: "${agents.one.id}", right: "${agents.other.id}", verdict: ${verdict} }) { id } }`
    await api.data(same('NEGATIVE'))
    // Deciding the same pair anew is no conflict.
    await api.data(same('POSITIVE'))
    await api.data(same('NEGATIVE'))
  }, 60_000)
})

describe('what is open', () => {
  test('tells what it would change on either side', async () => {
    const key = 'can-say-how-long'
    const { claim: found } = await api.data<{
      claim: {
        corroboration: {
          undecided: {
            independentOrigins: number
            disputingOrigins: number
            judgement: { id: string; settled: boolean }
          }[]
        }
      }
    }>(`{ claim(id: "${claim(key)}") { corroboration {
      undecided(first: 100) { independentOrigins disputingOrigins judgement { id settled } } } } }`)
    const { undecided } = found.corroboration
    expect(undecided.length).toBeGreaterThan(0)
    for (const { judgement, ...promised } of undecided) {
      expect(judgement.settled).toBe(false)
      const counts = await countsWith(judgement.id, key)
      expect(counts).toEqual(promised)
    }
  }, 120_000)
})

test('judgements come newest first, each on one page', async () => {
  interface Pages {
    readonly judgements: {
      readonly totalCount: number
      readonly nodes: readonly { readonly id: string; readonly recorded: { readonly at: string } }[]
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
    }
  }
  const found: { readonly id: string; readonly recorded: { readonly at: string } }[] = []
  for (let after: string | null = null, more = true; more; ) {
    const { judgements }: Pages = await api.data<Pages>(
      `query ($after: String) { judgements(first: 30, after: $after) {
        totalCount nodes { id recorded { at } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    )
    found.push(...judgements.nodes)
    more = judgements.pageInfo.hasNextPage
    after = judgements.pageInfo.endCursor
    if (!more) expect(found).toHaveLength(judgements.totalCount)
  }
  expect(found.length).toBeGreaterThan(30)
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
  const instants = found.map(({ recorded }) => recorded.at)
  expect(instants).toEqual([...instants].sort().reverse())
}, 60_000)

/** What the counts are when one open proposal is accepted; it is open again afterwards. */
async function countsWith(proposal: string, key: string) {
  const { node } = await api.data<{
    node: { judgementKind: string; left: { id: string }; right: { id: string } }
  }>(`{ node(id: "${proposal}") { ... on Judgement { judgementKind left { id } right { id } } } }`)
  const { judge } = await api.data<{ judge: { id: string } }>(
    'mutation ($input: JudgeInput!) { judge(input: $input) { id } }',
    {
      input: {
        kind: node.judgementKind,
        left: node.left.id,
        right: node.right.id,
        verdict: 'POSITIVE',
      },
    },
  )
  const { claim: found } = await api.data<{ claim: { corroboration: object } }>(
    `{ claim(id: "${claim(key)}") { corroboration { independentOrigins disputingOrigins } } }`,
  )
  await api.data('mutation ($id: ID!) { withdrawJudgement(id: $id) { id } }', { id: judge.id })
  return found.corroboration
}

test('a page that nobody has read is an origin under its address', async () => {
  const copy = (number: number) => ({
    article: {
      key: `copy-${number}`,
      outlet: 'paper',
      language: 'en',
      published: '2026-03-01',
      text: 'The lock is shut.',
      derivedFrom: [{ article: { url: 'https://w.example/nobody-read' }, basis: 'INFERRED' as const }],
    },
    agents: { paper: { kind: 'OUTLET' as const, name: `Copying Paper ${number}` } },
    claims: { shut: { key: 'lock-shut', text: 'The lock is shut.' } },
    statements: [{ content: 'The lock is shut', claim: 'shut' }],
  })
  for (const number of [1, 2]) await ingestArticle(graph.database, copy(number))
  const { claim: found } = await api.data<{ claim: { corroboration: { origins: Origin[] } } }>(
    `{ claim(id: "${claimId({ key: 'lock-shut' })}") { corroboration { origins { label because { explanation } } } } }`,
  )
  expect(found.corroboration.origins).toEqual([
    {
      label: '@https://w.example/nobody-read',
      because: [
        { explanation: 'Copying Paper 1 and Copying Paper 2 copied @https://w.example/nobody-read.' },
      ],
    },
  ])
}, 60_000)

test('first reports are those that no other certainly precedes', async () => {
  const { claim: found } = await api.data<{
    claim: { firstReports: { article: { outlet: { name: string } } }[] }
  }>(`{ claim(id: "${claim('operator-warned')}") { firstReports { article { outlet { name } } } } }`)
  expect(new Set(found.firstReports.map(({ article }) => article.outlet.name))).toEqual(
    new Set(['Kestrin Herald']),
  )
}, 60_000)
