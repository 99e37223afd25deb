import { afterEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { articleId, claimId, namedAgentId } from '../../src/domain/identity.ts'
import { FOREVER } from '../../src/domain/instant.ts'
import { unknownDate } from '../../src/domain/uncertain-date.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { checkGraph } from '../../src/store/check-graph.ts'
import { recordCorrection } from '../../src/store/put-correction.ts'
import { judge } from '../../src/store/put-judgement.ts'
import { regroupStatement } from '../../src/store/put-regrouping.ts'
import { addReview } from '../../src/store/put-review.ts'
import { removeArticle } from '../../src/store/remove-article.ts'
import { planOf } from '../ingest/small-document.ts'
import { databaseRuns } from '../support/property-runs.ts'
import { useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { currentFactsOf, dumpOf } from './graph-dump.ts'
import {
  type Document,
  EDITS,
  edited,
  laterPaper,
  mail,
  PAPER_URL,
  paper,
  WIRE_URL,
  wire,
} from './harbour-documents.ts'

const graph = useTestDatabase()
let moment = Date.parse('2026-02-01T08:00:00Z')
const now = () => {
  moment += 1_000
  return new Date(moment)
}
const options = { now, by: 'Ada' }
const api = useTestApi(graph, now)

const ingest = async (...documents: readonly Document[]) => {
  for (const document of documents) await ingestArticle(graph.database, document, { now })
}
const idOf = (document: Document) => planOf(document).article.id
const statementIn = (document: Document, text: string) =>
  planOf(document).statements.find((statement) => statement.text === text)!
const remove = (document: Document, dryRun = false) =>
  removeArticle(graph.database, idOf(document), { ...options, dryRun })

afterEach(async () => {
  const broken = (await checkGraph(graph.database)).filter(({ found }) => found > 0)
  await graph.empty()
  expect(broken).toEqual([])
})

/** Proposals hang on what was there when an article came: left out of the comparison, with their records. */
const factsWithoutProposals = async () =>
  (await currentFactsOf(graph)).filter((line) => !line.includes('"Judgement') && !line.includes('jud_'))

describe('without an article', () => {
  const takenFromWire = edited(paper(), EDITS['taken from a report']!)
  const ARTICLES: readonly (readonly Document[])[] = [
    [paper(), laterPaper()],
    [takenFromWire],
    [paper()],
    [wire()],
    [wire(), edited(wire(), (document) => document.statements.splice(1, 1))],
    [mail()],
  ]

  test('the graph is as if its documents had never come, in whatever order they came', async () => {
    await fc.assert(
      fc
        .asyncProperty(
          fc.uniqueArray(fc.constantFrom(...ARTICLES), {
            minLength: 2,
            maxLength: 3,
            selector: ([first]) => idOf(first!),
          }),
          fc.nat(2),
          async (articles, index) => {
            const gone = articles[index % articles.length]!
            const others = articles.filter((article) => article !== gone)
            await ingest(...others.flat())
            const wanted = await factsWithoutProposals()
            await graph.empty()
            await ingest(...articles.flat())
            await remove(gone[0]!)
            expect(await factsWithoutProposals()).toEqual(wanted)
            const broken = (await checkGraph(graph.database)).filter(({ found }) => found > 0)
            expect(broken).toEqual([])
            // Nothing of it is left in the past either, but for what it shared.
            const left = await graph.cypher(
              `MATCH (n) WHERE n.articleId = $id AND NOT n:ArticleState AND NOT n:Article RETURN labels(n) AS labels`,
              { id: idOf(gone[0]!) },
            )
            expect(left).toEqual([])
            // Stored again, references to it hold again.
            await ingest(...gone)
            const again = await factsWithoutProposals()
            await graph.empty()
            await ingest(...others.flat(), ...gone)
            expect(again).toEqual(await factsWithoutProposals())
          },
        )
        .afterEach(() => graph.empty()),
      { numRuns: databaseRuns(3), endOnFailure: true },
    )
  }, 900_000)

  test('of all, nothing is left', async () => {
    await ingest(paper(), wire(), mail(), laterPaper())
    for (const document of [wire(), paper(), mail()]) await remove(document)
    expect(await currentFactsOf(graph)).toEqual([])
    expect((await dumpOf(graph)).filter((line) => !/"(Clock|Commit)"/.test(line))).toEqual([])
  }, 300_000)
})

test('what others refer to stays known by its address, and their statements show no link to what went', async () => {
  await ingest(wire(), paper(), mail())
  const before = await dumpOf(graph)
  const told = await remove(wire(), true)
  expect(told).toMatchObject({ url: WIRE_URL, title: null, isReferredTo: true })
  expect(Object.fromEntries(told.removed)).toMatchObject({
    Article: 1,
    ArticleVersion: 1,
    Statement: 2,
    Attribution: 1,
  })
  // Showing what would go changes nothing.
  expect(await dumpOf(graph)).toEqual(before)
  const instant = new Date(moment).toISOString()
  expect(await remove(wire())).toEqual(told)

  const query = (asOf = '') =>
    api.data(`query ${asOf} { article(url: "${WIRE_URL}") { url outlet { name } version { id } statements { totalCount } }
      statements(filter: { text: "We leave on Monday" }) { edges { node { revises { text } chain { cites { url } } } } }
      gone: statement(id: "${statementIn(wire(), 'We leave on Friday').id}") { id }
      wire: agent(name: "Newswire") { name sameAs }
      claims(filter: { text: "leaves" }) { edges { node { text } } } }`)
  const wanted = {
    article: { url: WIRE_URL, outlet: null, version: null, statements: { totalCount: 0 } },
    statements: {
      edges: [
        { node: { revises: [], chain: [{ cites: null }, { cites: { url: WIRE_URL } }, { cites: null }] } },
      ],
    },
    gone: null,
    wire: { name: 'Newswire', sameAs: [] },
    claims: { edges: [{ node: { text: 'Ana Ruiz leaves on a Monday.' } }] },
  }
  expect(await query()).toEqual(wanted)
  // Neither does the past tell of it.
  expect(await query(`@asOf(known: "${instant}")`)).toMatchObject({
    article: wanted.article,
    statements: wanted.statements,
    gone: null,
  })
  // By its other name it is not found any more either.
  expect(await api.data('{ agent(sameAs: "https://www.wikidata.org/wiki/Q1") { name } }')).toEqual({
    agent: null,
  })
  await expect(remove(wire())).rejects.toMatchObject({ code: 'INVALID_ARGUMENTS' })
}, 300_000)

test('what people said of it goes with it, and what was one through it is parted', async () => {
  await ingest(wire(), paper(), mail())
  const [sank, own, outlet] = [
    claimId({ key: 'sank' }),
    statementIn(paper(), 'The ferry sank in May').claimId,
    namedAgentId('OUTLET', 'The Mail', null),
  ]
  const officials = planOf(paper()).agents.find(({ unnamed }) => unnamed !== null)!.id
  const lind = namedAgentId('PERSON', 'Bo Lind', null)
  const same = (kind: 'SAME_CLAIM' | 'SAME_AGENT', leftId: string, rightId: string) =>
    judge(graph.database, { kind, leftId, rightId, verdict: 'POSITIVE', method: 'MANUAL' }, options)
  const { claimId: mailClaim } = statementIn(mail(), 'Reports that the ferry sank are wrong')
  // The claim of the paper alone joins two others.
  await same('SAME_CLAIM', own, sank)
  await same('SAME_CLAIM', own, mailClaim)
  const question = await judge(
    graph.database,
    { kind: 'SAME_AGENT', leftId: lind, rightId: outlet, verdict: 'PROPOSED', method: 'name trigrams' },
    options,
  )
  const isAsked = async () =>
    (
      await graph.cypher<{ asked: boolean }>(
        'MATCH (s:JudgementState {judgementId: $question, to: $forever}) RETURN s.recordedDescending IS NOT NULL AS asked',
        { question, forever: FOREVER },
      )
    )[0]!.asked
  await same('SAME_AGENT', officials, lind)
  await same('SAME_AGENT', officials, outlet)
  expect(await isAsked()).toBe(false)
  await recordCorrection(
    graph.database,
    {
      articleId: idOf(paper()),
      kind: 'RETRACTION',
      text: 'Wrong.',
      note: null,
      issued: unknownDate(),
      affectedIds: [],
    },
    options,
  )
  const review = (subjectId: string, citedStatementIds: readonly string[], name: string) =>
    addReview(
      graph.database,
      {
        subjectId,
        publisher: { name },
        url: null,
        title: 'Did it sink?',
        rating: 'False',
        normalized: 'FALSE',
        published: unknownDate(),
        citedStatementIds,
      },
      options,
    )
  const itSank = statementIn(paper(), 'It sank').id
  await review(itSank, [], 'Only Here')
  await review(own, [], 'Only There')
  const staying = await review(sank, [itSank, statementIn(wire(), 'The ferry sank on Saturday').id], 'Facts')
  // A statement of the mail was moved to a claim that only the paper described: the claim stays for it.
  const moved = statementIn(paper(), 'We leave on Monday').claimId
  await regroupStatement(graph.database, statementIn(mail(), 'the ferry sank').id, moved, null, options)

  const told = await remove(paper())
  expect(Object.fromEntries(told.removed)).toMatchObject({ Correction: 1, Review: 2, Statement: 4, Claim: 1 })
  // What was one through it is a question again.
  expect(await isAsked()).toBe(true)
  const left = await graph.cypher<{ label: string; names: string[] }>(
    `MATCH (n:Judgement|Correction|Review) WHERE NOT n.verdict = 'PROPOSED' OR n.verdict IS NULL
     RETURN collect(n.id) AS ids`,
  )
  expect(left).toEqual([{ ids: [staying] }])
  expect(
    await graph.cypher('MATCH ()-[m:MERGED_INTO {to: "9999-12-31T23:59:59.999Z"}]->() RETURN m'),
  ).toEqual([])
  const data = await api.data<{
    claims: { edges: { node: { id: string } }[] }
    agents: { nodes: { name: string }[] }
  }>(
    `{ claims { edges { node { id } } } agents { nodes { name } }
       claim(id: "${sank}") { reviews { citedStatements { text } publisher { name } } } }`,
  )
  expect(data.claims.edges.map(({ node }) => node.id).sort()).toEqual([moved, sank, mailClaim].sort())
  expect(data.agents.nodes.map(({ name }) => name)).not.toContain('Only Here')
  expect(data.agents.nodes.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Bo Lind', 'Port Authority', 'Facts']),
  )
  expect(data).toMatchObject({
    claim: {
      reviews: [{ publisher: { name: 'Facts' }, citedStatements: [{ text: 'The ferry sank on Saturday' }] }],
    },
  })
}, 300_000)

test('an article that is not there is said so', async () => {
  await expect(removeArticle(graph.database, articleId({ url: PAPER_URL }), options)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})
