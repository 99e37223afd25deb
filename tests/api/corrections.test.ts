import { beforeAll, expect } from '@jest/globals'
import { claimId, namedAgentId } from '../../src/domain/identity.ts'
import { FOREVER } from '../../src/domain/instant.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { checkGraph } from '../../src/store/check-graph.ts'
import { planOf } from '../ingest/small-document.ts'
import { dumpOf } from '../store/graph-dump.ts'
import { mail } from '../store/harbour-documents.ts'
import {
  Deciders,
  demonstrationArticle,
  demonstrationDocument,
  demonstrationDocuments,
  demonstrationStatement,
  demonstrationStep,
} from '../support/demonstration.ts'
import { story } from '../support/story.ts'
import { useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

/** Steps G, H, J and K of the demonstration set: what `seeds/demo/expected.md` says under “Statuses and versions”. */
const graph = useTestDatabase()
let moment = Date.parse('2026-03-01T08:00:00Z')
const clock = () => {
  moment += 1_000
  return new Date(moment)
}
const api = useTestApi(graph, clock, { maxQueryCost: 10_000_000 })
const deciders = new Deciders(api)

const LEDGER = 'https://northern-ledger.example/2025/01/18/warning-reaches-cabinet'
const NINE = 'https://channel-nine.example/news/2025-01-17/dam-operator'
const CURRENT = 'https://weekly-current.example/2025/01/19/minister-on-dam'
const LANTERN = 'https://daily-lantern.example/2025/01/18/velmora-dam'
const HERALD = 'https://kestrin-herald.example/2025/01/16/dam-operator-was-warned'
const WIRE = 'https://altwire.example/2025/01/17/velmora-dam-gate'

const id = (url: string, text: string) => demonstrationStatement({ article: { url }, text })
const THIRTY_FIVE = id(LEDGER, '35 sensors in the dam have stopped working')
const GATE_FIVE = id(NINE, 'Gate 5 of the dam is also cracked')
const SIREN = id(NINE, 'a siren')
const RETRACTED = [
  THIRTY_FIVE,
  GATE_FIVE,
  id(CURRENT, 'Velmora Dam gate could fail in spring flood'),
  id(CURRENT, 'Gate 3 of the Velmora Dam could fail in the spring flood'),
  id(LANTERN, 'Velmora Dam gate will fail in spring flood'),
  id(LANTERN, 'Gate 3 of the Velmora Dam will fail in the spring flood'),
  id(LANTERN, 'it was warned about the gate in November 2023'),
]

const idsWith = async (status: string) =>
  (
    await api.data<{ statements: { nodes: { id: string }[] } }>(
      `{ statements(first: 100, filter: { status: [${status}] }) { nodes { id } } }`,
    )
  ).statements.nodes.map((node) => node.id)

const howMany = async () =>
  (await api.data<{ statements: { totalCount: number } }>('{ statements { totalCount } }')).statements
    .totalCount

const problems = async () => (await checkGraph(graph.database)).filter(({ found }) => found > 0)
const now = async () =>
  (await graph.cypher<{ last: string }>('MATCH (clock:Clock) RETURN clock.last AS last'))[0]!.last

const STATEMENT = `{ id text status claim { id }
  reviews { id rating normalized publisher { name __typename } }
  corrections { id correctionKind text issued { edtf } affects { status statement { id } } }
  history { at by field before after reason } }`
interface Told {
  readonly id: string
  readonly text: string
  readonly status: string
  readonly claim: { readonly id: string }
  readonly reviews: readonly Record<string, unknown>[]
  readonly corrections: readonly Record<string, unknown>[]
  readonly history: readonly Record<string, unknown>[]
}
const told = async (statement: string, known: string | null = null) =>
  (
    await api.data<{ statement: Told }>(
      `query ($id: ID!${known ? ', $known: DateTime!) @asOf(known: $known)' : ')'} { statement(id: $id) ${STATEMENT} }`,
      { id: statement, ...(known && { known }) },
    )
  ).statement

/** What everything answered at a moment: statements of any status, with what was decided and said about them. */
const answers: { readonly known: string; readonly answer: unknown }[] = []
const EVERYTHING = `articles(first: 20) { nodes { id corrections { id } statements(first: 100,
    filter: { status: [PROPOSED, ACCEPTED, REJECTED, SUPERSEDED, RETRACTED] }) { totalCount nodes ${STATEMENT} } } }
  claims(first: 100) { totalCount nodes { id statements { totalCount } reviews { id rating citedStatements { id status } } } }
  search(text: "gate", first: 100) { edges { node { ... on Node { id } } } }`
async function everything(known: string | null): Promise<unknown> {
  const { search, ...rest } = await api.data<{ search: { edges: { node: { id: string } }[] } }>(
    `query ${known === null ? '' : '($known: DateTime!) @asOf(known: $known)'} { ${EVERYTHING} }`,
    { known },
  )
  // The order of hits follows what else the index holds.
  return { ...rest, found: search.edges.map(({ node }) => node.id).sort() }
}
const keepAnswers = async () => {
  answers.push({ known: await now(), answer: await everything(null) })
}

beforeAll(async () => {
  for (const document of demonstrationDocuments()) await ingestArticle(graph.database, document)
}, 300_000)

const step = story('corrections, versions and reviews, each asked again as of its moment', 600_000, {
  before: () => {
    graph.queries.length = 0
  },
  after: keepAnswers,
})

step('step G: corrections change the status of exactly the statements that they name', async () => {
  const shown = await howMany()
  await deciders.step('G')
  expect((await idsWith('RETRACTED')).sort()).toEqual([...RETRACTED].sort())
  expect(await howMany()).toBe(shown - RETRACTED.length)
  expect(await problems()).toEqual([])
})

step('step G: corrections again change nothing', async () => {
  const before = await dumpOf(graph)
  await deciders.step('G')
  expect(await dumpOf(graph)).toEqual(before)
})

step(
  'step G: corrections show at the article, at the statements that they name, and by their ids',
  async () => {
    const { article } = await api.data<{ article: { corrections: { id: string }[] } }>(
      `{ article(url: "${NINE}") { corrections { id correctionKind wholeArticle note article { url } issued { edtf basis }
      affects { status statement { id status } } recorded { by method } } } }`,
    )
    expect(article.corrections).toEqual([
      {
        id: deciders.made.get('g2'),
        correctionKind: 'RETRACTION',
        wholeArticle: false,
        note: null,
        article: { url: NINE },
        issued: { edtf: '2025-01-21', basis: 'EXPLICIT' },
        affects: [{ status: 'RETRACTED', statement: { id: GATE_FIVE, status: 'RETRACTED' } }],
        recorded: { by: 'unknown', method: 'MANUAL' },
      },
    ])
    expect(await told(GATE_FIVE)).toMatchObject({
      status: 'RETRACTED',
      corrections: [{ id: deciders.made.get('g2') }],
    })
    const ids = [...'123456'].map((number) => deciders.made.get(`g${number}`)!)
    const { nodes } = await api.data<{ nodes: { id: string; affects: unknown[] }[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Correction { correctionKind affects { status } } } }',
      { ids },
    )
    expect(nodes.map((node) => [node.id, node.affects.length])).toEqual(
      ids.map((one, index) => [one, [1, 1, 2, 3, 0, 0][index]]),
    )
  },
)

step('step G: what is taken back leaves lists, counts and the claim, which may hide', async () => {
  const { claims, claim, search } = await api.data<{
    claims: { nodes: { text: string }[] }
    claim: { statements: { totalCount: number } }
    search: { edges: { node: { id?: string } }[] }
  }>(
    `query ($id: ID!) { claims(filter: { text: "35" }) { nodes { text } }
      claim(id: $id) { statements { totalCount nodes { id } } }
      search(text: "35 sensors stopped", kinds: [STATEMENT, CLAIM]) { edges { node { ... on Statement { id } } } } }`,
    { id: claimId({ key: 'velmora-dam/sensors-35' }) },
  )
  expect(claims.nodes).toEqual([])
  expect(claim.statements.totalCount).toBe(0)
  expect(search.edges).toEqual([])
})

for (const kind of ['CLARIFICATION', 'UPDATE'])
  step(`step G: a ${kind} may name statements and changes none of them`, async () => {
    const harbour = 'https://harbour-post.example/2025/01/18/dam-road-closed'
    const { article } = await api.data<{ article: { statements: { nodes: { id: string }[] } } }>(
      `{ article(url: "${harbour}") { statements(first: 1) { nodes { id } } } }`,
    )
    const [{ id: statement }] = article.statements.nodes as [{ id: string }]
    const { recordCorrection } = await api.data<{ recordCorrection: unknown }>(
      `mutation ($input: CorrectionInput!) { recordCorrection(input: $input) { affects { status statement { status } } } }`,
      {
        input: {
          article: demonstrationArticle(harbour),
          kind,
          text: `All traffic (${kind}).`,
          affects: [statement],
        },
      },
    )
    expect(recordCorrection).toEqual({
      affects: [{ status: 'ACCEPTED', statement: { status: 'ACCEPTED' } }],
    })
  })

step(
  'step G: a retraction that names no statement takes back the article, as a fact of its own',
  async () => {
    const article = demonstrationArticle(HERALD)
    const shown = await idsWith('ACCEPTED')
    const { recordCorrection } = await api.data<{ recordCorrection: unknown }>(
      `mutation ($input: CorrectionInput!) { recordCorrection(input: $input) { wholeArticle affects { status } } }`,
      { input: { article, kind: 'RETRACTION', text: 'Withdrawn whole.', affects: [] } },
    )
    expect(recordCorrection).toEqual({ wholeArticle: true, affects: [] })
    const whole = await graph.cypher(
      `MATCH (:Correction)-[edge:CORRECTS {wholeArticle: true, correctionKind: 'RETRACTION', to: $forever}]->(a:Article)
     RETURN a.id AS id`,
      { forever: FOREVER },
    )
    expect(whole).toEqual([{ id: article }])
    expect(await idsWith('ACCEPTED')).toEqual(shown)
    const { articles } = await api.data<{
      articles: { nodes: { id: string; statements: { nodes: { corrections: { text: string }[] }[] } }[] }
    }>('{ articles(first: 20) { nodes { id statements(first: 100) { nodes { corrections { text } } } } } }')
    for (const { id, statements } of articles.nodes) {
      expect(statements.nodes.length).toBeGreaterThan(0)
      for (const { corrections } of statements.nodes)
        expect([id, corrections.some(({ text }) => text === 'Withdrawn whole.')]).toEqual([
          id,
          id === article,
        ])
    }
  },
)

step(
  'step H: a new version supersedes what it drops, keeps what was taken back, and every id that still stands',
  async () => {
    await deciders.step('H')
    const superseded = await idsWith('SUPERSEDED')
    const texts = await Promise.all(superseded.map(async (one) => (await told(one)).text))
    expect(texts.map((text) => text.slice(0, 24)).sort()).toEqual([
      'Altwire first reported t',
      'Sandbags have been stack',
      'The bridge was rebuilt i',
    ])
    expect((await idsWith('RETRACTED')).sort()).toEqual([...RETRACTED].sort())
    const again = demonstrationDocument('04-daily-lantern-v2.json')
    const before = await dumpOf(graph)
    await ingestArticle(graph.database, again)
    expect(await dumpOf(graph)).toEqual(before)
    expect(await problems()).toEqual([])
  },
)

step(
  'step J: the history of a rejected statement tells that and its return, and each state is asked again as of its moment',
  async () => {
    const [first, second] = demonstrationStep('J')
    const before = await told(SIREN)
    const moments = [await now()]
    await deciders.decide(first!)
    moments.push(await now())
    const rejected = await told(SIREN)
    expect(rejected.status).toBe('REJECTED')
    const moved = await api.data<{ regroupStatement: Told }>(
      `mutation ($id: ID!) { regroupStatement(statement: $id, reason: "A wish.", by: "Ada") ${STATEMENT} }`,
      { id: SIREN },
    )
    moments.push(await now())
    await deciders.decide(second!)
    const after = await told(SIREN)
    const own = claimId({ firstStatement: SIREN })
    expect(after.status).toBe('ACCEPTED')
    expect(after.history).toEqual([
      {
        at: moments[1],
        by: 'unknown',
        field: 'status',
        before: 'ACCEPTED',
        after: 'REJECTED',
        reason: 'A wish of many, not an act of reporting.',
      },
      ...(before.claim.id === own
        ? []
        : [
            {
              at: moments[2],
              by: 'Ada',
              field: 'claim',
              before: before.claim.id,
              after: own,
              reason: 'A wish.',
            },
          ]),
      {
        at: await now(),
        by: 'unknown',
        field: 'status',
        before: 'REJECTED',
        after: 'ACCEPTED',
        reason: 'The neighbours asked in public; the annotation stands.',
      },
    ])
    const then = await Promise.all(moments.map((known) => told(SIREN, known)))
    expect(then).toEqual([before, rejected, moved.regroupStatement])
    expect(await problems()).toEqual([])
  },
)

step(
  'step J: the history of a corrected document tells every value that changed, and who sent it',
  async () => {
    const document = demonstrationDocument('07-channel-nine.json')
    const acts = document.acts as Record<string, { by: string[] }>
    const before = await told(SIREN)
    const statements = document.statements.map((statement) =>
      JSON.stringify(statement).includes('a siren')
        ? { ...statement, certainty: 'POSSIBLE' as const, speechAct: 'DEMAND' as const }
        : statement,
    )
    expect(Object.keys(acts).length).toBeGreaterThan(0)
    await ingestArticle(graph.database, { ...document, statements, recorded: { by: 'Bo' } }, { now: clock })
    const changed = (await told(SIREN)).history.slice(before.history.length)
    expect(changed.map(({ by, field, after, reason }) => [by, field, after, reason])).toEqual(
      expect.arrayContaining([['Bo', 'certainty', 'POSSIBLE', null]]),
    )
    expect((await told(SIREN)).status).toBe('ACCEPTED')
    expect((await told(GATE_FIVE)).status).toBe('RETRACTED')
    await ingestArticle(graph.database, document, { now: clock })
  },
)

step(
  'step K: reviews show at the claim and the statement, with the publishers, who are agents now',
  async () => {
    await deciders.step('K')
    const before = await dumpOf(graph)
    await deciders.step('K')
    expect(await dumpOf(graph)).toEqual(before)
    const { claim, agent, statement } = await api.data<Record<string, Record<string, unknown>>>(
      `query ($claim: ID!, $statement: ID!) {
      claim(id: $claim) { reviews { url title rating normalized published { edtf } subject { id __typename }
        publisher { __typename id name } citedStatements { id } } }
      agent(name: "halvania checks") { __typename id name }
      statement(id: $statement) { status reviews { rating normalized } } }`,
      { claim: claimId({ key: 'velmora-dam/operator-warned' }), statement: GATE_FIVE },
    )
    const checks = namedAgentId('ORGANIZATION', 'Halvania Checks', null)
    expect(agent).toEqual({ __typename: 'Organization', id: checks, name: 'Halvania Checks' })
    expect(claim!.reviews).toMatchObject([
      {
        url: 'https://halvania-checks.example/velmora-warning',
        rating: 'Mostly right',
        normalized: 'MOSTLY_TRUE',
        published: { edtf: '2025-02-04' },
        subject: { __typename: 'Claim' },
        publisher: { id: checks },
        citedStatements: [
          { id: id(HERALD, 'the company was warned about gate 3 of the Velmora Dam in November 2023') },
        ],
      },
      { rating: 'Not shown', normalized: 'UNPROVEN', publisher: { name: 'The Second Look' } },
    ])
    expect(statement).toEqual({ status: 'RETRACTED', reviews: [{ rating: 'False', normalized: 'FALSE' }] })
    expect(await problems()).toEqual([])
  },
)

step('step K: reviews are edited by recording them again, and read as of then as they were', async () => {
  const review = (rating: string) =>
    api.data<{ addReview: { id: string; rating: string } }>(
      'mutation ($input: ReviewInput!) { addReview(input: $input) { id rating normalized publisher { id } } }',
      {
        input: {
          subject: id(WIRE, 'it was warned'),
          publisher: namedAgentId('ORGANIZATION', 'Halvania Checks', null),
          url: 'https://halvania-checks.example/denied?utm_source=mail',
          rating,
        },
      },
    )
  const { addReview: first } = await review('Doubtful')
  expect(first).toMatchObject({ rating: 'Doubtful', normalized: 'OTHER' })
  const known = await now()
  expect((await review('Unlikely')).addReview).toMatchObject({ id: first.id, rating: 'Unlikely' })
  expect(
    await api.data(
      'query ($id: ID!, $known: DateTime!) @asOf(known: $known) { node(id: $id) { ... on Review { rating url } } }',
      { id: first.id, known },
    ),
  ).toEqual({ node: { rating: 'Doubtful', url: 'https://halvania-checks.example/denied' } })
})

step(
  'step K: reviews name a publisher once: an outlet of the name is found, and several are told',
  async () => {
    const named = (publisherName: string) =>
      api.ask<{ addReview: { publisher: Record<string, string> } }>(
        'mutation ($input: ReviewInput!) { addReview(input: $input) { publisher { __typename name } } }',
        { input: { subject: GATE_FIVE, publisherName, rating: 'Wrong' } },
      )
    expect((await named('channel nine')).data.addReview.publisher).toEqual({
      __typename: 'Outlet',
      name: 'Channel Nine',
    })
    const error = async (input: object) =>
      (
        await api.ask('mutation ($input: ReviewInput!) { addReview(input: $input) { id } }', {
          input: { subject: GATE_FIVE, rating: 'Wrong', ...input },
        })
      ).errors![0]!
    expect((await error({})).extensions).toEqual({ code: 'INVALID_ARGUMENTS' })
    expect((await error({ publisherName: ' ' })).message).toBe(
      '"publisherName" cannot be stored. It is empty',
    )
    expect((await error({ publisherName: 'A', published: 'yesterday' })).extensions).toEqual({
      code: 'INVALID_ARGUMENTS',
    })
    const unknown = namedAgentId('PERSON', 'Nobody', null)
    expect((await error({ publisher: unknown })).extensions).toEqual({ code: 'NOT_FOUND', id: unknown })
  },
)

step(
  'a hop that is known from elsewhere: shows in the chain once a person accepts it, and others are not decided on',
  async () => {
    await ingestArticle(graph.database, mail())
    const { statements, attributions } = planOf(mail())
    const statement = statements.find(({ text }) => text === 'the ferry sank')!.id
    const external = attributions.find(({ basis }) => basis === 'EXTERNAL')!.id
    const chain = async () =>
      (
        await api.data<{ statement: { chain: { id: string }[] } }>(
          `{ statement(id: "${statement}") { speaker { name } chain { id } } }`,
        )
      ).statement
    const before = await chain()
    expect(before.chain).not.toContainEqual({ id: external })
    const set = (hop: string, status: string) =>
      api.ask(
        'mutation ($hop: ID!, $status: StatementStatus!) { setHopStatus(hop: $hop, status: $status, by: "Ada") { id status } }',
        { hop, status },
      )
    expect((await set(external, 'ACCEPTED')).data).toEqual({
      setHopStatus: { id: external, status: 'ACCEPTED' },
    })
    const after = await chain()
    expect(after.chain).toHaveLength(before.chain.length + 1)
    expect({ ...after, chain: null }).toEqual({ ...before, chain: null })
    await set(external, 'REJECTED')
    expect(await chain()).toEqual(before)
    const code = async (hop: string, status: string) => (await set(hop, status)).errors![0]!.extensions.code
    expect(await code(before.chain[0]!.id, 'REJECTED')).toBe('INVALID_ARGUMENTS')
    expect(await code(before.chain.at(-1)!.id, 'REJECTED')).toBe('INVALID_ARGUMENTS')
    expect(await code(external, 'RETRACTED')).toBe('INVALID_ARGUMENTS')
    expect(await code(`hop_${'0'.repeat(32)}`, 'ACCEPTED')).toBe('NOT_FOUND')
    expect(await problems()).toEqual([])
  },
)

step(
  'a page of statements with reviews, corrections and histories is one query for each of these',
  async () => {
    await api.data(
      `{ statements(first: 50, filter: { status: [ACCEPTED, RETRACTED] }) { nodes { reviews { id } corrections { id } history { at } } } }`,
    )
    expect([...graph.queries].sort()).toEqual([
      'corrections-by-statement',
      'reviews-by-subject',
      'statements.PUBLISHED_DESC',
      'states-by-statement',
    ])
    graph.queries.length = 0
    await api.data('{ articles(first: 20) { nodes { corrections { id affects { statement { text } } } } } }')
    expect([...graph.queries].sort()).toEqual([
      'articles.PUBLISHED_DESC',
      'corrections-by-article',
      'records-by-id',
    ])
  },
)

step('each of these states is what a question as of its moment still answers', async () => {
  const moments = new Map(answers.map(({ known, answer }) => [known, answer]))
  expect(new Set([...moments.values()].map((answer) => JSON.stringify(answer))).size).toBeGreaterThan(6)
  for (const [known, answer] of moments) expect(await everything(known)).toEqual(answer)
})
