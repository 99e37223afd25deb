import { createServer, type Socket } from 'node:net'
import { afterAll, describe, expect, test } from '@jest/globals'
import { Neo4jError } from 'neo4j-driver'
import type { Query } from '../../src/cypher/query.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { testDatabaseAddress, useTestDatabase } from '../support/test-database.ts'

const graph = useTestDatabase()

/** A query that is not among those of `cypher/`, to see what comes of what it is sent. */
const query = <Params, Row>(text: string, mode: 'READ' | 'WRITE' = 'READ') =>
  ({ name: 'probe', mode, text }) as unknown as Query<Params, Row>
const echo = query<{ value: unknown }, { value: unknown; type: string }>(
  'RETURN $given.value AS value, valueType($given.value) AS type',
)

/** An address that no other test can come to listen at meanwhile, as it might at a port that was free a moment ago. */
const NOBODY = '127.0.0.1:1'

const opened: { close(): Promise<void> }[] = []
const open = (address: Partial<ReturnType<typeof testDatabaseAddress>>) => {
  const database = openDatabase({ ...testDatabaseAddress(), ...address })
  opened.push(database)
  return database
}
afterAll(() => Promise.all(opened.map((database) => database.close())))

const faultOf = async (work: () => Promise<unknown> | unknown): Promise<Error & { code?: string }> => {
  try {
    await work()
  } catch (error) {
    return error as Error
  }
  throw new Error('it should have failed')
}

describe('a database that cannot be used', () => {
  test('refuses who has no right to it, whatever is asked', async () => {
    // Not the user of the other tests: after three wrong passwords Neo4j refuses the right one too for a while.
    const database = open({ user: 'nobody', password: 'not the password' })
    for (const ask of [
      () => database.verify(),
      () => database.run(echo, { value: 1 }),
      () => database.transaction((transaction) => transaction.run(echo, { value: 1 })),
      () => database.runSchemaStatement('RETURN 1'),
    ]) {
      const fault = await faultOf(ask)
      expect(fault.code).toBe('UNAVAILABLE')
      expect(fault.message).toMatch(/user name or the password/)
      expect(fault.message).not.toContain('not the password')
    }
  })

  // These wait for time-outs, and nobody waits for them: the other tests run meanwhile.
  test.concurrent('does not answer at an address where nothing listens', async () => {
    const [bolt, routed] = ['bolt', 'neo4j'].map((scheme) => open({ uri: `${scheme}://${NOBODY}` }))
    const faults = await Promise.all(
      [bolt!, routed!].flatMap((database) => [
        faultOf(() => database.verify()),
        faultOf(() => database.run(echo, { value: 1 })),
        faultOf(() => database.transaction((transaction) => transaction.run(echo, { value: 1 }))),
      ]),
    )
    const unavailable = { code: 'UNAVAILABLE', details: { retryAfterMs: expect.any(Number) } }
    expect(faults).toEqual(faults.map(() => expect.objectContaining(unavailable)))
  })

  test.concurrent('does not hold up a caller where something listens and never answers', async () => {
    const sockets: Socket[] = []
    const server = createServer((socket) => sockets.push(socket))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const database = open({ uri: `bolt://127.0.0.1:${port}` })
    expect((await faultOf(() => database.run(echo, { value: 1 }))).code).toBe('UNAVAILABLE')
    await database.close()
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })

  test.concurrent('is said to be busy where all connections to it are in use', async () => {
    const database = open({})
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    const waiting = Array.from({ length: 40 }, () => {
      let began = () => {}
      const beginning = new Promise<void>((resolve) => {
        began = resolve
      })
      const end = database.transaction(async (transaction) => {
        await transaction.run(echo, { value: 1 })
        began()
        await released
      })
      return { beginning, end }
    })
    await Promise.all(waiting.map(({ beginning }) => beginning))
    const fault = await faultOf(() => database.run(echo, { value: 1 }))
    release()
    await Promise.all(waiting.map(({ end }) => end))
    expect(fault).toMatchObject({ code: 'UNAVAILABLE', details: { retryAfterMs: expect.any(Number) } })
    expect(fault.message).toContain('is busy')
    expect(await database.run(echo, { value: 1 })).toHaveLength(1)
  }, 60_000)

  test.each([
    '',
    'localhost',
    'http://localhost:7687',
    'bolt://',
    'bolt://local host:7687',
    'bolt://localhost:port',
  ])('has no usable address: %j', async (uri) => {
    const fault = await faultOf(() => open({ uri }).verify())
    expect(fault.code).toBe('UNAVAILABLE')
  })
})

describe('what goes in comes out', () => {
  test.each<[string, unknown, string]>([
    ['a whole number', 7, 'INTEGER NOT NULL'],
    ['the greatest exact whole number', Number.MAX_SAFE_INTEGER, 'INTEGER NOT NULL'],
    ['a fraction', 0.5, 'FLOAT NOT NULL'],
    ['a list of whole numbers', [1, -2], 'LIST<INTEGER NOT NULL> NOT NULL'],
    ['nested values', { rows: [{ start: 3 }] }, 'MAP NOT NULL'],
    ['nothing', null, 'NULL'],
    ['a character outside the BMP, NUL and a decomposed letter', 'a\u{1F6A2}\0e\u0301', 'STRING NOT NULL'],
  ])('%s', async (_, value, type) => {
    expect(await graph.database.run(echo, { value })).toEqual([{ value, type }])
    const inTransaction = await graph.database.transaction((transaction) => transaction.run(echo, { value }))
    expect(inTransaction).toEqual([{ value, type }])
  })

  test.each([['a\ud800b'], [['\udc00']], [{ deep: [{ text: 'x\udbff' }] }]])(
    'half of a surrogate pair is refused: %j',
    async (value) => {
      expect((await faultOf(() => graph.database.run(echo, { value }))).code).toBe('INVALID_ARGUMENTS')
      const fault = await faultOf(() =>
        graph.database.transaction((transaction) => transaction.run(echo, { value })),
      )
      expect(fault.code).toBe('INVALID_ARGUMENTS')
    },
  )
})

describe('a query that the server refuses', () => {
  test.each([
    ['of wrong syntax', 'RETRUN 1', 'Neo.ClientError.Statement.SyntaxError'],
    ['whose words are those of the driver', 'RETURN discovery', 'Neo.ClientError.Statement.SyntaxError'],
    ['that divides by zero', 'RETURN 1 / 0 AS x', 'Neo.ClientError.Statement.ArithmeticError'],
    ['that writes where it should read', 'CREATE (:Probe)', 'Neo.ClientError.Statement.AccessMode'],
  ])('%s passes on its error', async (_, text, code) => {
    const fault = await faultOf(() => graph.database.run(query(text), {}))
    expect(fault).toBeInstanceOf(Neo4jError)
    expect(fault.code).toBe(code)
  })

  test('leaves the connection usable', async () => {
    await faultOf(() => graph.database.run(query('RETRUN 1'), {}))
    expect(await graph.database.run(echo, { value: 1 })).toHaveLength(1)
  })
})

describe('a transaction', () => {
  const create = query<object, object>('CREATE (:Probe)', 'WRITE')
  const count = async () => (await graph.cypher<{ n: number }>('MATCH (p:Probe) RETURN count(p) AS n'))[0]!.n

  test('stores all of it, or nothing where its work fails, and passes on the fault itself', async () => {
    await graph.database.transaction(async (transaction) => {
      await transaction.run(create, {})
      await transaction.run(create, {})
    })
    expect(await count()).toBe(2)
    const mine = new Error('mine')
    const fault = await faultOf(() =>
      graph.database.transaction(async (transaction) => {
        await transaction.run(create, {})
        throw mine
      }),
    )
    expect(fault).toBe(mine)
    expect(await count()).toBe(2)
    await graph.cypher('MATCH (p:Probe) DELETE p')
  })

  test('runs in the order of the calls what does not wait for an answer; where one fails, none holds', async () => {
    const add = query<{ value: number }, { sum: number }>(
      'CREATE (:Probe {value: $given.value}) WITH 1 AS one MATCH (p:Probe) RETURN sum(p.value) AS sum',
      'WRITE',
    )
    const values = Array.from({ length: 50 }, (_, index) => index)
    const sums = await graph.database.transaction((transaction) =>
      Promise.all(values.map(async (value) => (await transaction.run(add, { value }))[0]!.sum)),
    )
    expect(sums).toEqual(values.map((value) => (value * (value + 1)) / 2))
    await graph.cypher('MATCH (p:Probe) DELETE p')

    const fault = await faultOf(() =>
      graph.database.transaction((transaction) =>
        Promise.all([
          transaction.run(create, {}),
          transaction.run(query<object, object>('RETURN 1 / 0'), {}),
          transaction.run(create, {}),
        ]),
      ),
    )
    expect(fault.code).toBe('Neo.ClientError.Statement.ArithmeticError')
    expect(await count()).toBe(0)
    expect(await graph.database.run(echo, { value: 1 })).toHaveLength(1)
  })

  test('is seen at once by whoever reads after it', async () => {
    await graph.database.transaction((transaction) => transaction.run(create, {}))
    const rows = await graph.database.run(
      query<object, { n: number }>('MATCH (p:Probe) RETURN count(p) AS n'),
      {},
    )
    expect(rows).toEqual([{ n: 1 }])
    await graph.cypher('MATCH (p:Probe) DELETE p')
  })
})

describe('closing', () => {
  test('ends its connections, also with a query under way', async () => {
    const database = open({})
    await database.run(echo, { value: 1 })
    const long = database
      .run(query('UNWIND range(1, 1000000000) AS x RETURN max(x * x) AS m'), {})
      .catch((error: Error) => error)
    await database.close()
    expect(await long).toBeInstanceOf(Error)
    await database.close()
  })

  test.each([
    ['was asked before', (database: Database) => database.run(echo, { value: 1 })],
    ['never was', async () => {}],
  ])('refuses whatever is asked afterwards, where it %s', async (_, before) => {
    const database = open({})
    await before(database)
    await database.close()
    for (const ask of [
      () => database.verify(),
      () => database.run(echo, { value: 1 }),
      () => database.transaction((transaction) => transaction.run(echo, { value: 1 })),
      () => database.runSchemaStatement('RETURN 1'),
    ])
      expect(await faultOf(ask)).toMatchObject({
        code: 'UNAVAILABLE',
        message: expect.stringMatching(/closed/),
      })
  })
})
