import { beforeEach, describe, expect, test } from '@jest/globals'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import type { Database } from '../../src/store/database.ts'
import { smallDocument } from '../ingest/small-document.ts'
import { useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

const graph = useTestDatabase()
const NOON = Date.parse('2026-03-01T12:00:00.000Z')
let clock = NOON
const now = () => new Date(clock)
const instant = (milliseconds: number) => new Date(NOON + milliseconds).toISOString()

/** Told of each query of the service when it is sent and when it is answered. */
let watch: (step: string) => void
const watched: Database = {
  ...graph.database,
  async run(query, parameters) {
    watch(`${query.name} sent`)
    const rows = await graph.database.run(query, parameters)
    watch(`${query.name} answered`)
    return rows
  },
}
/** When a step was taken so many times. */
const taken = (wanted: string, times = 1) =>
  new Promise<void>((resolve) => {
    let toCome = times
    watch = (step) => {
      if (step === wanted && --toCome === 0) resolve()
    }
  })
const api = useTestApi({ ...graph, database: watched }, now)

const COUNT = '{ statements { totalCount } articles { totalCount } }'
const countAt = (known: string) => api.data(`query @asOf(known: "${known}") ${COUNT}`)
const errorsAt = async (known: string) => (await api.ask(`query @asOf(known: "${known}") ${COUNT}`)).errors
const NOTHING = { statements: { totalCount: 0 }, articles: { totalCount: 0 } }
const FOUR = { statements: { totalCount: 4 }, articles: { totalCount: 1 } }
const EIGHT = { statements: { totalCount: 8 }, articles: { totalCount: 2 } }

const another = (key: string) => {
  const document = smallDocument()
  document.article!.key = key
  return document
}
const ingest = (key: string, database: Database = graph.database) =>
  ingestArticle(database, another(key), { now })

/** An ingest that has written everything and is held back before it is stored. */
async function heldBack(key: string) {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  let stored: Promise<unknown> = Promise.resolve()
  await new Promise<void>((reached, failed) => {
    const database: Database = {
      ...graph.database,
      transaction: (work) =>
        graph.database.transaction(async (transaction) => {
          const result = await work(transaction)
          reached()
          await released
          return result
        }),
    }
    stored = ingest(key, database)
    stored.catch(failed)
  })
  return async () => {
    release()
    await stored
  }
}

beforeEach(async () => {
  clock = NOON
  watch = () => {}
  await graph.empty()
})

describe('a moment that is near now', () => {
  test('shows what it showed once more is written in the same millisecond', async () => {
    expect(await countAt(instant(0))).toEqual(NOTHING)
    await ingest('first')
    expect(await countAt(instant(0))).toEqual(NOTHING)
    expect(await countAt(instant(1))).toEqual(FOUR)
  })

  test('shows what it showed once the write is stored that was under way', async () => {
    await ingest('first')
    clock = NOON + 10
    const store = await heldBack('second')
    clock = NOON + 20
    const isWaiting = taken('hold-clock sent')
    const answer = countAt(instant(15))
    await Promise.race([isWaiting, answer])
    await store()
    expect(await answer).toEqual(EIGHT)
    expect(await countAt(instant(15))).toEqual(EIGHT)
  })

  test('never sets the clock back', async () => {
    await ingest('first')
    clock = NOON + 10
    const store = await heldBack('second')
    const isWaiting = taken('hold-clock sent')
    const answer = countAt(instant(5))
    await Promise.race([isWaiting, answer])
    await store()
    expect(await answer).toEqual(FOUR)
    clock = NOON
    await ingest('third')
    expect(await countAt(instant(10))).toEqual(EIGHT)
  })

  test('and all like it together wait for one connection, and nobody else waits', async () => {
    const store = await heldBack('first')
    const MANY = 60
    clock = NOON + MANY
    const asked = taken('last-instant answered', MANY)
    graph.queries.length = 0
    const answers = Array.from({ length: MANY }, (_, at) => countAt(instant(at)))
    await asked
    expect(await api.data(COUNT)).toEqual(NOTHING)
    await store()
    for (const answer of await Promise.all(answers)) expect(answer).toEqual(FOUR)
    expect(graph.queries.filter((name) => name === 'hold-clock').length).toBeLessThanOrEqual(2)
  })

  test('is no moment to write at: the next write comes after it', async () => {
    await ingest('first')
    clock = NOON + 1_000
    expect(await countAt(instant(500))).toEqual(FOUR)
    clock = NOON + 200
    await ingest('second')
    expect(await countAt(instant(500))).toEqual(FOUR)
    expect(await countAt(instant(501))).toEqual(EIGHT)
  })
})

describe('a moment to come', () => {
  test('is an error, which tells what now is', async () => {
    await ingest('first')
    for (const known of [instant(1), '9999-12-31T23:59:59.999Z'])
      expect(await errorsAt(known)).toEqual([
        {
          message: `"known" is ${known} and now is ${instant(0)}: what will be recorded by then cannot be told.`,
          extensions: { code: 'INVALID_ARGUMENTS' },
        },
      ])
    clock += 1
    expect(await countAt(instant(1))).toEqual(FOUR)
  })

  test('by this clock, of which another already recorded, is none', async () => {
    clock = NOON + 5_000
    await ingest('first')
    clock = NOON
    expect(await countAt(instant(5_000))).toEqual(FOUR)
    expect(await countAt(instant(4_999))).toEqual(NOTHING)
    expect(await errorsAt(instant(5_001))).toHaveLength(1)
  })
})

describe('what a moment costs', () => {
  const queriesOf = async (ask: () => Promise<unknown>) => {
    graph.queries.length = 0
    await ask()
    return graph.queries.filter((name) => /clock|instant/.test(name))
  }

  test('is nothing where none is named, one read in the past, and one write the first time after it', async () => {
    await ingest('first')
    clock += 1_000
    expect(await queriesOf(() => api.data(COUNT))).toEqual([])
    expect(await queriesOf(() => countAt(instant(0)))).toEqual(['last-instant'])
    expect(await queriesOf(() => countAt(instant(-1_000_000)))).toEqual(['last-instant'])
    expect(await queriesOf(() => countAt(instant(900)))).toEqual(['last-instant', 'hold-clock'])
    expect(await queriesOf(() => countAt(instant(900)))).toEqual(['last-instant'])
    expect(await queriesOf(() => countAt(instant(800)))).toEqual(['last-instant'])
    expect(await queriesOf(() => errorsAt(instant(2_000)))).toEqual(['last-instant'])
  })
})
