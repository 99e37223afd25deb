import { afterEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { AnnotatedArticle } from '../../src/domain/annotated-article.ts'
import { datedArticle } from '../../src/domain/dated-article.ts'
import { articleId } from '../../src/domain/identity.ts'
import { FOREVER, LATEST } from '../../src/domain/instant.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { checkGraph } from '../../src/store/check-graph.ts'
import { readDateConflicts } from '../../src/store/date-conflict-reader.ts'
import { setPublicationDate } from '../../src/store/put-publication-date.ts'
import { regroupStatement } from '../../src/store/put-regrouping.ts'
import { setStatementStatus } from '../../src/store/put-status.ts'
import { type Json, type JsonObject, planOf } from '../ingest/small-document.ts'
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
  edited(document, ({ agents, acts, statements, occasions }) => {
    ;(agents!.ruiz as JsonObject).roles = [
      {
        title: 'Harbour master',
        of: 'port',
        held: { basis: 'RELATIVE', edtf: '2024/..', phrase: 'since last year' },
      },
      { title: 'Pilot', held: { basis: 'RELATIVE', phrase: 'until last year' } },
      { title: 'Speaker', held: { basis: 'SAME_OCCASION', as: 'told' } },
      { title: 'Captain' },
    ]
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

/** How much of an article another look at a document changed. */
async function changesBy(document: Document): Promise<number> {
  const { counts } = await ingest(document)
  return counts.reduce((sum, { created, changed, withdrawn }) => sum + created + changed + withdrawn, 0)
}

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

test('of what was stored before statements and acts kept the publication that was written counts their version', async () => {
  await ingest(first())
  await graph.cypher('MATCH (s:StatementState|AttributionState) REMOVE s.publishedWritten')
  const { id, attributionId } = statementIn(first(), 'We leave on Monday')
  await publish('2025-07-14')
  expect(await stateOf(id)).toMatchObject({ saidEdtf: '2025-07-13', publishedEdtf: '2025-07-14' })
  expect(await stateOf(attributionId!)).toMatchObject({ saidEdtf: '2025-07-13' })
}, 60_000)

test('dates the roles of agents, which other documents go on telling as they do', async () => {
  const rolesOf = async () =>
    ((await stateOf(planOf(first()).agents.find(({ name }) => name === 'Ana Ruiz')!.id)).roles as string[])
      .map((role) => JSON.parse(role))
      .map(({ title, held }) => `${title} ${held.edtf}`)
  const others = edited(wire(), ({ agents }) => {
    ;(agents!.ruiz as JsonObject).roles = [
      { title: 'Diver', held: { basis: 'RELATIVE', edtf: '2024', phrase: 'last year' } },
    ]
  })
  await ingest(others)
  await ingest(first())
  const written = [
    'Captain null',
    'Diver 2024',
    'Harbour master 2024/..',
    'Pilot ../2024-12-31',
    'Speaker 2025-06-01',
  ]
  expect(await rolesOf()).toEqual(written)
  await publish('2023-07-14')
  const dated = [
    'Captain null',
    'Diver 2024',
    'Harbour master 2022/..',
    'Pilot ../2022-12-31',
    'Speaker 2023-07-09',
  ]
  expect(await rolesOf()).toEqual(dated)
  expect(await changesBy(first())).toBe(0)
  await ingest(relative(laterPaper()))
  expect(await rolesOf()).toEqual(dated)
  expect(await problems()).toEqual([])
  await publish('2025-06-02')
  expect(await rolesOf()).toEqual(written)
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

const SKY = 'The sky is blue on Monday'
const RAIN = 'It rained on Tuesday'

/** What one version of an article says of a sky that somebody spoke of and a rain that it tells itself. */
interface Weather {
  readonly version: 1 | 2
  readonly published: string
  /** Which of its statements its annotation tells: all of them stand in its text. */
  readonly tells: readonly string[]
  readonly said: Json
  /** Of each statement, what was written of the time that it speaks of. */
  readonly times: Readonly<Record<string, Json>>
}
const WEATHER: Weather = {
  version: 1,
  published: '2025-06-02',
  tells: [SKY, RAIN],
  said: { basis: 'RELATIVE', phrase: 'on Friday' },
  times: {
    [SKY]: { basis: 'RELATIVE', phrase: 'on Monday', edtf: '2025-06-02' },
    [RAIN]: { basis: 'RELATIVE', phrase: 'on Tuesday' },
  },
}
/** The same article eight days later: it tells the rain alone, and the sky is found by its words. */
const LATER: Weather = { ...WEATHER, version: 2, published: '2025-06-10', tells: [RAIN] }

const weather = ({ version, published, tells, said, times }: Weather): Document =>
  edited(paper(), (document) => {
    Object.assign(document.article!, {
      published,
      title: 'The weather',
      text: `${SKY}, Ana Ruiz said on Friday. ${RAIN}.${version === 2 ? ' It rains.' : ''}`,
    })
    for (const section of ['places', 'occasions', 'claims']) delete document[section]
    document.acts = tells.includes(SKY)
      ? { said: { by: ['ruiz'], source: 'Ana Ruiz', cue: 'said', said } }
      : {}
    document.statements = tells.map((content) => ({
      content,
      ...(content === SKY && { act: 'said', quoteType: 'INDIRECT' }),
      claim: { text: `${content}.` },
      timesSpokenOf: [times[content]!],
    }))
  })

/** The days of a statement as its article shows them now: of its act, of the statement, and those that it speaks of. */
async function daysOf(text: string) {
  const { id, attributionId } = statementIn(weather(WEATHER), text)
  const { saidEdtf: said, publishedEdtf: published, timesSpokenOf } = await stateOf(id)
  return {
    act: attributionId && (await stateOf(attributionId)).saidEdtf,
    said,
    published,
    times: (timesSpokenOf as string[]).map((time) => JSON.parse(time).edtf),
  }
}
describe('a statement that another version prints than the one that tells it', () => {
  test.each<[string, Json]>([
    ['a phrase', { basis: 'RELATIVE', phrase: 'on Friday' }],
    ['the day that was written', { basis: 'RELATIVE', phrase: 'on Friday', edtf: '2025-05-30' }],
  ])(
    'is dated by what was written for the version that tells it: %s',
    async (_, said) => {
      await ingest(weather({ ...WEATHER, said }))
      await ingest(weather(LATER))
      const days = { act: '2025-05-30', said: '2025-05-30', times: ['2025-06-02'] }
      expect(await daysOf(SKY)).toEqual({ ...days, published: '2025-06-10' })
      await publish('2025-06-02')
      expect(await daysOf(SKY)).toEqual({ ...days, published: '2025-06-02' })
      await publish('2025-06-10')
      expect(await daysOf(SKY)).toEqual({
        act: '2025-06-06',
        said: '2025-06-06',
        published: '2025-06-10',
        times: ['2025-06-09'],
      })
      expect(await problems()).toEqual([])
      for (const document of [weather({ ...WEATHER, said }), weather(LATER)])
        expect(await changesBy(document)).toBe(0)
    },
    180_000,
  )

  test('is dated by the version that told it last, though an older one has it and that one leaves it out', async () => {
    await ingest(weather(WEATHER))
    await ingest(weather({ ...LATER, tells: [SKY, RAIN] }))
    await ingest(weather(LATER))
    await publish('2025-06-10')
    // What the later version said of it was written for this day.
    expect(await daysOf(SKY)).toMatchObject({ times: ['2025-06-02'] })
    await ingest(weather(WEATHER))
    expect(await daysOf(SKY)).toMatchObject({ times: ['2025-06-09'] })
    await publish('2025-06-02')
    expect(await daysOf(SKY)).toMatchObject({ times: ['2025-06-02'] })
  }, 180_000)
})

test('whatever came and was decided, each date is what the document that tells it says of that day', async () => {
  const days = fc.constantFrom('2025-05-28', '2025-06-02', '2025-06-05', '2025-06-10')
  const documents = fc.record<Weather>({
    version: fc.constantFrom(1, 2),
    published: days,
    tells: fc.subarray([SKY, RAIN], { minLength: 1 }),
    said: fc.constantFrom<Json>(
      { basis: 'RELATIVE', phrase: 'on Friday' },
      { basis: 'RELATIVE', phrase: 'on Friday', edtf: '2025-05-30' },
      '2025-05-29',
    ),
    times: fc.record({
      [SKY]: fc.constantFrom<Json>(WEATHER.times[SKY]!, { basis: 'RELATIVE', phrase: 'the day before' }),
      [RAIN]: fc.constantFrom<Json>(WEATHER.times[RAIN]!, {
        basis: 'RELATIVE',
        phrase: 'yesterday',
        edtf: '2025-06-01',
      }),
    }),
  })
  const steps = fc.array(fc.tuple(documents, fc.option(days)), { minLength: 2, maxLength: 4 })
  await fc.assert(
    fc
      .asyncProperty(steps, async (taken) => {
        // By record, the plan that tells it; and what the annotation of the later version has, and ever had.
        const tellers = new Map<string, AnnotatedArticle>()
        let inLater: ReadonlySet<string> = new Set()
        const everInLater = new Set<string>()
        let decided: string | null = null
        for (const [told, day] of [[WEATHER, null] as const, ...taken]) {
          await ingest(weather(told))
          const plan = planOf(weather(told))
          const [statements, acts] = [plan.statements, plan.attributions].map((all) =>
            all.map(({ id }) => id),
          )
          if (told.version === 2) {
            inLater = new Set(statements)
            for (const id of acts!) everInLater.add(id)
          }
          for (const id of statements!) if (told.version === 2 || !inLater.has(id)) tellers.set(id, plan)
          for (const id of acts!) if (told.version === 2 || !everInLater.has(id)) tellers.set(id, plan)
          if (day !== null) {
            decided = day
            await publish(day)
          }
          for (const [id, teller] of tellers) {
            const dated = datedArticle(teller, decided)
            const state = await stateOf(id)
            const statement = dated.statements.find((one) => one.id === id)
            const act = dated.attributions.find((one) => one.id === id)
            if (act) expect(state.saidEdtf ?? null).toBe(act.said.edtf)
            else
              expect((state.timesSpokenOf as string[]).map((time) => JSON.parse(time))).toEqual(
                statement!.timesSpokenOf,
              )
          }
          expect(await problems()).toEqual([])
        }
      })
      .afterEach(() => graph.empty()),
    { numRuns: databaseRuns(5) },
  )
}, 600_000)
