import { connect, createServer, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { unknownDate } from '../../src/domain/uncertain-date.ts'
import { checkGraph } from '../../src/store/check-graph.ts'
import { type Database, openDatabase, type QueryRunner } from '../../src/store/database.ts'
import { putArticle } from '../../src/store/put-article.ts'
import { recordCorrection } from '../../src/store/put-correction.ts'
import { judge, withdrawJudgement } from '../../src/store/put-judgement.ts'
import { setPublicationDate } from '../../src/store/put-publication-date.ts'
import { regroupStatement } from '../../src/store/put-regrouping.ts'
import { addReview } from '../../src/store/put-review.ts'
import { setHopStatus, setStatementStatus } from '../../src/store/put-status.ts'
import { removeArticle } from '../../src/store/remove-article.ts'
import { planOf } from '../ingest/small-document.ts'
import { testDatabaseAddress, useTestDatabase } from '../support/test-database.ts'
import { dumpOf } from './graph-dump.ts'
import { edited, mail, paper } from './harbour-documents.ts'

const graph = useTestDatabase()
// It stands, so that whoever writes after an attempt that was taken back writes at the instant of that attempt.
const options = { now: () => new Date('2026-02-01T08:00:00Z'), by: 'Ada' }

const article = planOf(mail())
const statement = (text: string) => article.statements.find((one) => one.text === text)!
const denial = statement('The ferry did not sink')
const report = statement('Reports that the ferry sank are wrong')
const fromElsewhere = article.attributions.find(({ basis }) => basis === 'EXTERNAL')!
const shorter = edited(mail(), (document) => document.statements.pop())
const decide = (database: Database, rightId: string) =>
  judge(
    database,
    { kind: 'SAME_CLAIM', leftId: report.claimId, rightId, verdict: 'POSITIVE', method: 'MANUAL' },
    options,
  )
const later = planOf(paper()).statements.find(({ text }) => text === 'The ferry sank in May')!

const put = (plan = article) => putArticle(graph.database, plan, options)
const remove = () => removeArticle(graph.database, article.article.id, options)
let decision: string

async function begin(): Promise<void> {
  await graph.empty()
  await put(planOf(paper()))
  await put()
  decision = await decide(graph.database, later.claimId)
}

beforeEach(begin)
afterEach(async () => {
  expect((await checkGraph(graph.database)).filter(({ found }) => found > 0)).toEqual([])
})

/**
 * Each writes of the Mail's article. `after`: what somebody else may do next, so that the same again would be refused or
 * undo it; the article is removed unless given.
 */
const WRITES: Readonly<
  Record<string, { write: (database: Database) => Promise<unknown>; after?: () => Promise<unknown> }>
> = {
  putArticle: { write: (database) => putArticle(database, planOf(shorter), options) },
  removeArticle: {
    write: (database) => removeArticle(database, article.article.id, options),
    after: () => put(),
  },
  judge: { write: (database) => decide(database, denial.claimId) },
  withdrawJudgement: { write: (database) => withdrawJudgement(database, decision, 'A mistake.', options) },
  setStatementStatus: {
    write: (database) => setStatementStatus(database, denial.id, 'REJECTED', null, options),
  },
  setHopStatus: { write: (database) => setHopStatus(database, fromElsewhere.id, 'ACCEPTED', null, options) },
  regroupStatement: { write: (database) => regroupStatement(database, denial.id, null, null, options) },
  setPublicationDate: {
    write: (database) => setPublicationDate(database, article.article.id, '2025-06-03', null, options),
  },
  recordCorrection: {
    write: (database) =>
      recordCorrection(
        database,
        {
          articleId: article.article.id,
          kind: 'RETRACTION',
          text: 'It sank.',
          note: null,
          issued: unknownDate(),
          affectedIds: [denial.id],
        },
        options,
      ),
  },
  addReview: {
    write: (database) =>
      addReview(
        database,
        {
          subjectId: denial.id,
          publisher: { name: 'The Checkers' },
          url: null,
          title: 'Checked',
          rating: 'False',
          normalized: 'FALSE',
          published: unknownDate(),
          citedStatementIds: [report.id],
        },
        options,
      ),
  },
}

/** A write of something else. */
const elsewhere = () => setStatementStatus(graph.database, later.id, 'REJECTED', 'No.', options)

/** Without the marks of writes, whose ids are random. */
const factsOf = async () => (await dumpOf(graph)).filter((line) => !line.includes('"Commit"'))

/** The work in a transaction that is not stored. */
async function takenBack<Result>(work: (transaction: QueryRunner) => Promise<Result>): Promise<Result> {
  const lost = new Error('the connection is lost')
  let result: Result
  const attempt = graph.database.transaction(async (transaction) => {
    result = await work(transaction)
    throw lost
  })
  await expect(attempt).rejects.toBe(lost)
  return result!
}

describe('a write whose connection is lost does what was asked exactly once', () => {
  test.each(Object.entries(WRITES))('%s', async (_, { write, after = remove }) => {
    let facts: string[] = []
    const losing: Database = {
      ...graph.database,
      // What a driver does that was not told of a commit: the whole work again, in a transaction of its own.
      async transaction(work) {
        const told = await takenBack(work)
        await elsewhere()
        const before = await dumpOf(graph)
        // Not stored, though another write was, at the very instant: it runs for real.
        expect(await graph.database.transaction(work)).toEqual(told)
        const once = await dumpOf(graph)
        expect(once).not.toEqual(before)
        facts = await factsOf()
        // Stored, and nobody wrote after it.
        expect(await graph.database.transaction(work)).toEqual(told)
        expect(await dumpOf(graph)).toEqual(once)
        // Stored, and somebody did: what they did stays.
        await after()
        const since = await dumpOf(graph)
        const result = await graph.database.transaction(work)
        expect(result).toEqual(told)
        expect(await dumpOf(graph)).toEqual(since)
        return result
      },
    }
    const result = await write(losing)
    await begin()
    await elsewhere()
    expect(await write(graph.database)).toEqual(result)
    expect(await factsOf()).toEqual(facts)
  })
})

/** As the protocol sends it: a chunk of two bytes, which are the message, and the end of the chunks. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00])

/**
 * An address that leads to the database, but loses its first acknowledgement of a commit together with the connection.
 */
async function losingOneAcknowledgement(uri: string) {
  const { hostname, port } = new URL(uri)
  const sockets: Socket[] = []
  let isLost = false
  const server = createServer((client) => {
    let isCommitting = false
    const there = connect(Number(port || 7687), hostname)
    sockets.push(client, there)
    client.on('data', (bytes) => {
      isCommitting ||= bytes.includes(COMMIT)
      there.write(bytes)
    })
    there.on('data', (bytes) => {
      if (isCommitting && !isLost) {
        isLost = true
        client.destroy()
      } else client.write(bytes)
    })
    for (const [one, other] of [
      [client, there],
      [there, client],
    ] as const)
      one.on('error', () => other.destroy()).on('close', () => other.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address() as { port: number }
  return {
    uri: `bolt://127.0.0.1:${address.port}`,
    isLost: () => isLost,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

test('the driver asks again where the database stored a write and could not say so', async () => {
  const lossy = await losingOneAcknowledgement(testDatabaseAddress().uri)
  const queries: string[] = []
  const database = openDatabase(
    { ...testDatabaseAddress(), uri: lossy.uri },
    { onQuery: (name) => queries.push(name) },
  )
  try {
    const told = await removeArticle(database, article.article.id, options)
    expect(told.removed.get('Article')).toBe(1)
    expect(lossy.isLost()).toBe(true)
    expect(queries.slice(queries.lastIndexOf('advance-clock') + 1)).toEqual(['lock-clock', 'commits-by-id'])
  } finally {
    await database.close()
    await lossy.close()
  }
})
