import { afterEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { claimId } from '../../src/domain/identity.ts'
import { FOREVER } from '../../src/domain/instant.ts'
import { unknownDate } from '../../src/domain/uncertain-date.ts'
import { type LifeCycle, type ReviewState, statusOf } from '../../src/domain/visibility.ts'
import { STATEMENT_STATUSES, type StatementStatus } from '../../src/domain/vocabulary.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { checkGraph } from '../../src/store/check-graph.ts'
import { recordCorrection } from '../../src/store/put-correction.ts'
import { regroupStatement } from '../../src/store/put-regrouping.ts'
import { setHopStatus, setStatementStatus } from '../../src/store/put-status.ts'
import { planOf } from '../ingest/small-document.ts'
import { databaseRuns } from '../support/property-runs.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { dumpOf } from './graph-dump.ts'
import {
  type Document,
  EDITS,
  edited,
  laterPaper,
  mail,
  paper,
  statementOf,
  wire,
} from './harbour-documents.ts'

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

const ingest = (document: Document) => ingestArticle(graph.database, document, options)
const decide = (id: string, status: StatementStatus, reason: string | null = null) =>
  setStatementStatus(graph.database, id, status, reason, options)
const regroup = (id: string, claim: string | null) =>
  regroupStatement(graph.database, id, claim, null, options)
const correct = (articleId: string, affectedIds: readonly string[], text = 'We were wrong.') =>
  recordCorrection(
    graph.database,
    { articleId, kind: 'CORRECTION', text, note: null, issued: unknownDate(), affectedIds },
    options,
  )

const problems = async () => (await checkGraph(graph.database)).filter(({ found }) => found > 0)

/** The current state of a record, as the store keeps it. */
async function stateOf(id: string): Promise<Record<string, unknown>> {
  const [row] = await graph.cypher<{ state: Record<string, unknown> }>(
    'MATCH (:Record {id: $id})-[:HAS_STATE]->(state {to: $forever}) RETURN properties(state) AS state',
    { id, forever: FOREVER },
  )
  return row!.state
}
const statementIn = (document: Document, text: string) =>
  planOf(document).statements.find((statement) => statement.text === text)!
const isVisible = async (claim: string) => (await stateOf(claim)).visible

describe('what a person decided', () => {
  test('stays when the document comes again, as it was or annotated anew', async () => {
    await ingest(paper())
    const { id, claimId: told } = statementIn(paper(), 'It sank')
    const own = claimId({ firstStatement: id })
    await decide(id, 'REJECTED', 'Hearsay.')
    await regroup(id, null)
    expect(await stateOf(id)).toMatchObject({
      status: 'REJECTED',
      review: 'ACCEPTED',
      claimId: own,
      changedBy: 'Ada',
    })
    expect(await stateOf(own)).toMatchObject({ text: (await stateOf(told)).text, visible: false })
    const before = await dumpOf(graph)
    const again = await ingest(paper())
    const altered = again.counts.filter((count) => count.created + count.changed + count.withdrawn > 0)
    expect(altered).toEqual([])
    expect(await dumpOf(graph)).toEqual(before)

    const otherwise = edited(paper(), (document) => {
      statementOf(document, 'It sank').certainty = 'POSSIBLE'
      statementOf(document, 'It sank').claim = { text: 'Something sank.' }
    })
    await ingest(otherwise)
    expect(await stateOf(id)).toMatchObject({ status: 'REJECTED', certainty: 'POSSIBLE', claimId: own })
    // Left out and back, in an older and a newer version.
    await ingest(laterPaper())
    expect(await stateOf(id)).toMatchObject({ status: 'REJECTED', lifeCycle: 'SUPERSEDED' })
    await ingest(edited(paper(), EDITS['a statement left out']!))
    await decide(id, 'ACCEPTED')
    expect(await stateOf(id)).toMatchObject({ status: 'SUPERSEDED', review: 'REJECTED', claimId: own })
    expect(await problems()).toEqual([])
  }, 120_000)

  test('of an extracted statement is true of its acts, and only while it is decided so', async () => {
    const document = edited(paper(), EDITS['still a proposal']!)
    await ingest(document)
    const { id, attributionId } = statementIn(document, 'the ferry sank')
    const statuses = async () => [(await stateOf(id)).status, (await stateOf(attributionId!)).status]
    expect(await statuses()).toEqual(['PROPOSED', 'PROPOSED'])
    await decide(id, 'ACCEPTED')
    expect(await statuses()).toEqual(['ACCEPTED', 'ACCEPTED'])
    const before = await dumpOf(graph)
    await ingest(document)
    await decide(id, 'ACCEPTED', 'Said again.')
    expect(await dumpOf(graph)).toEqual(before)
    await ingest(edited(document, EDITS['a statement left out']!))
    expect(await statuses()).toEqual(['ACCEPTED', 'ACCEPTED'])
    await decide(id, 'PROPOSED')
    expect(await statuses()).toEqual(['PROPOSED', 'PROPOSED'])
    // An annotation that has it no more says no; the person still says yes.
    await decide(id, 'ACCEPTED')
    const without = edited(document, ({ statements }) => {
      statements.splice(
        statements.findIndex(({ key }) => key === 'sank'),
        1,
      )
      for (const statement of statements) delete statement.supports
    })
    const leaner = edited(without, ({ acts }) => {
      delete acts!.said
    })
    await ingest(leaner)
    expect(await statuses()).toEqual(['ACCEPTED', 'ACCEPTED'])
    const kept = await dumpOf(graph)
    await ingest(leaner)
    expect(await dumpOf(graph)).toEqual(kept)
    expect(await problems()).toEqual([])
  }, 120_000)

  test('of a hop that is known from elsewhere stays, and changes nobody who speaks', async () => {
    await ingest(mail())
    const [, , external] = planOf(mail()).attributions
    const { id } = statementIn(mail(), 'the ferry sank')
    const before = await stateOf(id)
    expect(await stateOf(external!.id)).toMatchObject({ basis: 'EXTERNAL', status: 'PROPOSED' })
    await setHopStatus(graph.database, external!.id, 'ACCEPTED', null, options)
    expect(await stateOf(external!.id)).toMatchObject({ status: 'ACCEPTED' })
    await ingest(mail())
    await decide(id, 'REJECTED')
    await decide(id, 'ACCEPTED')
    expect(await stateOf(external!.id)).toMatchObject({ status: 'ACCEPTED' })
    for (const name of ['speakerIds', 'viaIds', 'relayIds', 'addresseeIds'])
      expect((await stateOf(id))[name]).toEqual(before[name])
    expect(await problems()).toEqual([])
  }, 120_000)
})

describe('a hop that a document tells to be known from elsewhere, and then not, or the other way round', () => {
  const { id } = statementIn(mail(), 'the ferry sank')
  const hop = planOf(mail()).attributions.find(({ basis }) => basis === 'EXTERNAL')!.id
  const stated = edited(mail(), ({ acts }) => {
    for (const act of Object.values(acts!) as { basis?: string }[])
      if (act.basis === 'EXTERNAL') delete act.basis
  })
  const status = async () => (await stateOf(hop)).status

  test('is not accepted because a statement that comes through it is', async () => {
    await ingest(stated)
    await decide(id, 'ACCEPTED')
    expect(await status()).toBe('ACCEPTED')
    await ingest(mail())
    expect(await status()).toBe('PROPOSED')
    const before = await dumpOf(graph)
    await ingest(mail())
    expect(await dumpOf(graph)).toEqual(before)
    await ingest(stated)
    expect(await status()).toBe('ACCEPTED')
    expect(await problems()).toEqual([])
  }, 60_000)

  test('keeps what a person decided of it', async () => {
    await ingest(mail())
    await setHopStatus(graph.database, hop, 'REJECTED', null, options)
    await ingest(stated)
    expect(await status()).toBe('ACCEPTED')
    await decide(id, 'PROPOSED')
    await ingest(mail())
    expect(await status()).toBe('REJECTED')
    expect(await problems()).toEqual([])
  }, 60_000)
})

describe('a statement that is moved', () => {
  test('takes its claims along: the one that it leaves may hide, the one that it comes to is dated by it', async () => {
    await ingest(paper())
    await ingest(wire())
    const { id, claimId: left } = statementIn(paper(), 'The ferry sank in May')
    const sank = claimId({ key: 'sank' })
    await regroup(id, sank)
    expect([await isVisible(left), await isVisible(sank)]).toEqual([false, true])
    const carried = await graph.cypher(
      `MATCH (:Article)-[edge:CARRIES {to: $forever}]->(s:Statement {id: $id}) RETURN edge.claimId AS claim, s.claim AS copy`,
      { id, forever: FOREVER },
    )
    expect(carried).toEqual([{ claim: sank, copy: 'The ferry sank.' }])
    await regroup(id, left)
    expect(await isVisible(left)).toBe(true)
    expect(await problems()).toEqual([])
  }, 120_000)

  test('gets a claim of its own also where others make the claim that is named for it', async () => {
    const document = edited(paper(), (one) => {
      statementOf(one, 'It sank').claim = { text: 'Something sank.' }
    })
    await ingest(document)
    const first = statementIn(document, 'It sank')
    const second = statementIn(document, 'The ferry sank in May')
    const named = claimId({ firstStatement: first.id })
    expect(first.claimId).toBe(named)
    await regroup(first.id, null)
    expect((await stateOf(first.id)).claimId).toBe(named)
    await regroup(second.id, named)
    await regroup(first.id, null)
    const { claimId: own } = await stateOf(first.id)
    expect(own).not.toBe(named)
    expect(await stateOf(own as string)).toMatchObject({ text: 'Something sank.', visible: true })
    const before = await dumpOf(graph)
    await regroup(first.id, null)
    expect(await dumpOf(graph)).toEqual(before)
    expect(await problems()).toEqual([])
  }, 120_000)
})

describe('a correction', () => {
  test('recorded again with other statements lets those stand that it names no more', async () => {
    const { article, statements } = planOf(paper())
    await ingest(paper())
    const [first, second, third] = statements.map(({ id }) => id) as [string, string, string]
    const status = async () =>
      Promise.all([first, second, third].map(async (id) => (await stateOf(id)).status))
    const id = await correct(article.id, [first, second])
    expect(await status()).toEqual(['RETRACTED', 'RETRACTED', 'ACCEPTED'])
    const before = await dumpOf(graph)
    expect(await correct(article.id, [first, second])).toBe(id)
    expect(await dumpOf(graph)).toEqual(before)
    await correct(article.id, [second], 'We were wrong twice.')
    await correct(article.id, [third])
    expect(await status()).toEqual(['ACCEPTED', 'RETRACTED', 'RETRACTED'])
    // Only the older version says the last two; what a newer one drops is superseded once it is not taken back.
    await ingest(laterPaper())
    await correct(article.id, [])
    await correct(article.id, [], 'We were wrong twice.')
    expect(await status()).toEqual(['ACCEPTED', 'SUPERSEDED', 'ACCEPTED'])
    expect(await problems()).toEqual([])
  }, 120_000)

  test('of another article’s statement, or of none that is there, records nothing', async () => {
    await ingest(paper())
    await ingest(mail())
    const before = await dumpOf(graph)
    const [own, other] = [planOf(paper()), planOf(mail())]
    await expect(correct(own.article.id, [other.statements[0]!.id])).rejects.toMatchObject({
      code: 'INVALID_ARGUMENTS',
      message: expect.stringContaining(other.statements[0]!.id),
    })
    const unknown = statementIn(wire(), 'We leave on Friday').id
    await expect(correct(own.article.id, [unknown])).rejects.toMatchObject({
      code: 'NOT_FOUND',
      details: { id: unknown },
    })
    expect(await dumpOf(graph)).toEqual(before)
  }, 120_000)
})

/** What happens: a document comes, or somebody decides on one of the paper's statements. */
type Event =
  | { readonly ingest: Document }
  | { readonly decide: number; readonly status: StatementStatus }
  | { readonly regroup: number; readonly to: string | null }
  | { readonly correct: readonly number[] }

test('any history of documents, decisions and corrections keeps every decision and every rule', async () => {
  const documents = [paper(), laterPaper(), ...Object.values(EDITS).map((edit) => edited(paper(), edit))]
  const ids = [
    ...new Set(documents.flatMap((document) => planOf(document).statements.map(({ id }) => id))),
  ].sort()
  const { article } = planOf(paper())
  const which = fc.nat({ max: ids.length - 1 })
  const event: fc.Arbitrary<Event> = fc.oneof(
    fc.record({ ingest: fc.constantFrom(...documents) }),
    fc.record({ decide: which, status: fc.constantFrom(...STATEMENT_STATUSES) }),
    fc.record({ regroup: which, to: fc.constantFrom(null, claimId({ key: 'sank' })) }),
    fc.record({ correct: fc.array(which, { maxLength: 2 }) }),
  )
  await fc.assert(
    fc
      .asyncProperty(fc.array(event, { minLength: 4, maxLength: 7 }), async (history) => {
        await ingest(paper())
        const decided = new Map<string, StatementStatus>()
        const grouped = new Map<string, string | null>()
        let last = paper()
        const known = async (id: string) =>
          (await graph.cypher('MATCH (n:Statement {id: $id})-[:HAS_STATE]->() RETURN n.id LIMIT 1', { id }))
            .length > 0
        for (const one of history) {
          if ('ingest' in one) {
            last = one.ingest
            await ingest(last)
          } else if ('decide' in one && (await known(ids[one.decide]!))) {
            await decide(ids[one.decide]!, one.status)
            decided.set(ids[one.decide]!, one.status)
          } else if ('regroup' in one && (await known(ids[one.regroup]!))) {
            await regroup(ids[one.regroup]!, one.to)
            grouped.set(ids[one.regroup]!, one.to)
          } else if ('correct' in one) {
            const named = []
            for (const index of one.correct) if (await known(ids[index]!)) named.push(ids[index]!)
            await correct(article.id, named)
          }
          expect(await problems()).toEqual([])
        }
        for (const [id, status] of decided) {
          const state = await stateOf(id)
          expect(state.decidedStatus).toBe(status)
          expect(state.status).toBe(
            statusOf(state.review as ReviewState, state.lifeCycle as LifeCycle, status),
          )
        }
        for (const [id, to] of grouped)
          if (to !== null) expect((await stateOf(id)).claimId).toBe(to)
          else
            expect(
              await graph.cypher(
                'MATCH (s:StatementState {claimId: $claim, to: $forever}) RETURN s.statementId AS id',
                { claim: (await stateOf(id)).claimId, forever: FOREVER },
              ),
            ).toEqual([{ id }])
        const before = await dumpOf(graph)
        await ingest(last)
        expect(await dumpOf(graph)).toEqual(before)
      })
      .afterEach(() => graph.empty()),
    { numRuns: databaseRuns(2) },
  )
}, 600_000)
