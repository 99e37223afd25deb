import { afterEach, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { articleId } from '../../src/domain/identity.ts'
import { FOREVER, LATEST } from '../../src/domain/instant.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { checkGraph } from '../../src/store/check-graph.ts'
import { readDateConflicts } from '../../src/store/date-conflict-reader.ts'
import { setPublicationDate } from '../../src/store/put-publication-date.ts'
import { regroupStatement } from '../../src/store/put-regrouping.ts'
import { setStatementStatus } from '../../src/store/put-status.ts'
import { type JsonObject, planOf } from '../ingest/small-document.ts'
import { databaseRuns } from '../support/property-runs.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { currentFactsOf, dumpOf } from './graph-dump.ts'
import { type Document, edited, laterPaper, mail, PAPER_URL, paper, wire } from './harbour-documents.ts'

const graph = useTestDatabase()
let moment = Date.parse('2026-02-01T08:00:00Z')
const options = {
  now: () => {
    moment += 1_000
    return new Date(moment)
  },
  by: 'Ada',
}
afterEach(() => graph.empty())

const PAPER = articleId({ url: PAPER_URL })
const ingest = (document: Document) => ingestArticle(graph.database, document, options)
const publish = (edtf: string, article = PAPER, note: string | null = null) =>
  setPublicationDate(graph.database, article, edtf, note, options)
const problems = async () => (await checkGraph(graph.database)).filter(({ found }) => found > 0)

async function stateOf(id: string, at = FOREVER): Promise<Record<string, unknown>> {
  const [row] = await graph.cypher<{ state: Record<string, unknown> }>(
    `MATCH (:Record {id: $id})-[:HAS_STATE]->(state) WHERE state.from <= $at AND ($at < state.to OR state.to = $forever AND $at = $forever)
     RETURN properties(state) AS state`,
    { id, at, forever: FOREVER },
  )
  return row!.state
}

/** The paper with dates of every kind that hang on its publication. */
const relative = (document: Document): Document =>
  edited(document, ({ acts, statements, occasions }) => {
    if (acts!.said) (acts!.said as JsonObject).said = { basis: 'VAGUE', phrase: 'lately' }
    ;(occasions!.talk as JsonObject).when = { basis: 'RELATIVE', edtf: '2025-06-01', phrase: 'on Sunday' }
    for (const statement of statements) {
      if (statement.key === 'leave')
        statement.timesSpokenOf = [{ basis: 'RELATIVE', edtf: '2025-06-02', phrase: 'tomorrow' }]
      if (statement.content === 'The ferry sank in May')
        statement.timesSpokenOf = [
          { basis: 'RELATIVE', phrase: 'in May' },
          { basis: 'INHERITED', as: 'told' },
        ]
    }
  })
const first = () => relative(paper())
const statementIn = (document: Document, text: string) =>
  planOf(document).statements.find((statement) => statement.text === text)!

/** All that holds, the mark of the decision aside. */
const factsWithoutMark = async () =>
  (await currentFactsOf(graph)).map((line) => line.replace(/"decidedPublished":"[^"]*",/, ''))

test('dates everything that hangs on it, keeps the history, and leads back', async () => {
  await ingest(wire())
  await ingest(first())
  const written = await factsWithoutMark()
  const { id, claimId, attributionId } = statementIn(first(), 'We leave on Monday')
  const may = statementIn(first(), 'The ferry sank in May')
  const before = new Date(moment).toISOString()

  await publish('2025-07-14', PAPER, 'The page was dated wrongly.')
  expect(await stateOf(PAPER)).toMatchObject({
    publishedEdtf: '2025-07-14',
    publishedBasis: 'EXTERNAL',
    changedBy: 'Ada',
    changeReason: 'The page was dated wrongly.',
  })
  expect(await stateOf(planOf(first()).version.id)).toMatchObject({ publishedEdtf: '2025-07-14' })
  expect(await stateOf(attributionId!)).toMatchObject({ saidEdtf: '2025-07-13', saidPhrase: 'on Sunday' })
  expect(await stateOf(id)).toMatchObject({
    saidEdtf: '2025-07-13',
    publishedEdtf: '2025-07-14',
    timesSpokenOf: [expect.stringContaining('"edtf":"2025-07-14"')],
    changeReason: 'The page was dated wrongly.',
  })
  expect(await stateOf(may.id)).toMatchObject({
    saidEdtf: '2025-07-14',
    saidBasis: 'PUBLICATION',
    timesSpokenOf: [expect.stringContaining('"edtf":null'), expect.stringContaining('"edtf":"2025-07-13"')],
  })
  expect(await stateOf(statementIn(first(), 'the ferry sank').id)).toMatchObject({
    saidEdtf: '../2025-07-14',
  })
  expect(await stateOf(may.claimId)).toMatchObject({ firstPublishedEdtf: '2025-07-14' })
  const [occasion] = planOf(first()).occasions
  expect(await stateOf(occasion!.id)).toMatchObject({ whenEdtf: '2025-07-13' })
  expect(
    await graph.cypher(
      'MATCH (s:Statement {id: $id})<-[r:SPOKE]-() WHERE r.to = $forever RETURN s.date AS date, r.saidAscending AS key',
      {
        id,
        forever: FOREVER,
      },
    ),
  ).toEqual([{ date: '2025-07-13', key: expect.stringMatching(/^2025-07-13/) }])
  expect(await stateOf(claimId)).toMatchObject({ firstPublishedEdtf: '2025-06-01' })
  expect(await problems()).toEqual([])
  // What was known before is as it was.
  expect(await stateOf(id, before)).toMatchObject({ saidEdtf: '2025-06-01', publishedEdtf: '2025-06-02' })

  await publish('2025-06-02')
  expect(await factsWithoutMark()).toEqual(written)
  const dump = await dumpOf(graph)
  await publish('2025-06-02')
  expect(await dumpOf(graph)).toEqual(dump)
}, 180_000)

test('stays when the document comes again, annotated anew, and in another version', async () => {
  await ingest(first())
  await publish('2025-07-14')
  const decided = await dumpOf(graph)
  const { counts } = await ingest(first())
  expect(counts.flatMap(({ created, changed, withdrawn }) => [created, changed, withdrawn])).toEqual(
    Array(counts.length * 3).fill(0),
  )
  expect(await dumpOf(graph)).toEqual(decided)

  const anew = edited(first(), ({ article, acts }) => {
    article!.published = '2025-06-05'
    ;(acts!.told as JsonObject).said = { basis: 'RELATIVE', phrase: 'on Saturday' }
  })
  await ingest(anew)
  const { id } = statementIn(first(), 'We leave on Monday')
  expect(await stateOf(id)).toMatchObject({ publishedEdtf: '2025-07-14', saidEdtf: '2025-07-12' })
  await ingest(relative(laterPaper()))
  expect(await stateOf(PAPER)).toMatchObject({ publishedEdtf: '2025-07-14', decidedPublished: '2025-07-14' })
  expect(await stateOf(id)).toMatchObject({ publishedEdtf: '2025-07-14', saidEdtf: '2025-07-13' })
  // One that the newer version dropped is dated with the others.
  expect(await stateOf(statementIn(first(), 'It sank').id)).toMatchObject({ status: 'SUPERSEDED' })
  await publish('2025-08-01')
  expect(await stateOf(statementIn(first(), 'It sank').id)).toMatchObject({ publishedEdtf: '2025-08-01' })
  expect(await problems()).toEqual([])
}, 180_000)

test('of an article that is known by its address alone waits for its document', async () => {
  await ingest(mail())
  await publish('2025-07-14')
  expect(await stateOf(PAPER)).not.toHaveProperty('publishedAscending')
  await ingest(first())
  expect(await stateOf(statementIn(first(), 'We leave on Monday').id)).toMatchObject({
    publishedEdtf: '2025-07-14',
    saidEdtf: '2025-07-13',
  })
  expect(await problems()).toEqual([])
  await expect(publish('2025-07-14', articleId({ key: 'nowhere' }))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
}, 180_000)

test('dates in conflict are kept, warned about, and as they were before', async () => {
  const explicit = edited(first(), ({ acts }) => {
    ;(acts!.told as JsonObject).said = { basis: 'EXPLICIT', edtf: '2025-06-01', phrase: 'on 1 June' }
  })
  expect((await ingest(explicit)).warnings).toEqual([])
  const before = new Date(moment).toISOString()
  await publish('2025-05-20')
  const conflictsAt = async (known: string) =>
    (await readDateConflicts({ database: graph.database, known }, [PAPER])).get(PAPER)!
  const conflicts = await conflictsAt(LATEST)
  expect(conflicts).toEqual([
    {
      kind: 'SAID_AFTER_PUBLICATION',
      left: '“on 1 June” (2025-06-01)',
      right: '(2025-05-20)',
      because: 'Said “on 1 June” (2025-06-01), which is after the publication (2025-05-20).',
      statementId: statementIn(explicit, 'We leave on Monday').id,
    },
    expect.objectContaining({ kind: 'OCCASION_ON_ANOTHER_DAY', right: '“on Sunday” (2025-05-18)' }),
  ])
  expect((await ingest(explicit)).warnings).toEqual(
    conflicts.map(({ because }) => `Dates in conflict. ${because}`),
  )
  expect(await conflictsAt(before)).toEqual([])
}, 180_000)

test('whatever dates were set, the first one gives the first graph', async () => {
  const days = fc
    .integer({ min: -400, max: 400 })
    .map((days) => new Date(Date.parse('2025-06-02') + days * 86_400_000).toISOString().slice(0, 10))
  const dates = fc.oneof(
    days,
    fc.constantFrom('2025-06', '2025-06-02T23:30:00-05:00', '2025-05/2025-07', '2025'),
  )
  await fc.assert(
    fc
      .asyncProperty(
        days,
        fc.array(dates, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        async (start, between, two) => {
          await ingest(wire())
          await ingest(first())
          if (two) await ingest(relative(laterPaper()))
          await regroupStatement(graph.database, statementIn(first(), 'It sank').id, null, null, options)
          await setStatementStatus(
            graph.database,
            statementIn(first(), 'the ferry sank').id,
            'REJECTED',
            null,
            options,
          )
          const written = await factsWithoutMark()
          await publish(start)
          const facts = await currentFactsOf(graph)
          for (const edtf of between) {
            await publish(edtf)
            expect(await problems()).toEqual([])
          }
          await publish(start)
          expect(await currentFactsOf(graph)).toEqual(facts)
          await publish('2025-06-02')
          expect(await factsWithoutMark()).toEqual(written)
        },
      )
      .afterEach(() => graph.empty()),
    { numRuns: databaseRuns(2) },
  )
}, 600_000)
