import { afterAll, beforeAll } from '@jest/globals'
import neo4j from 'neo4j-driver'
import { type Database, type DatabaseAddress, openDatabase } from '../../src/store/database.ts'
import { applySchema } from '../../src/store/schema.ts'

// The driver keeps a stack trace of every query, and Jest, which asks for a hundred lines, maps each to its source.
Error.stackTraceLimit = 5

/** The database of this worker: see `global-setup.ts`. */
export function testDatabaseAddress(): DatabaseAddress {
  const address = addresses()[Number(process.env.JEST_WORKER_ID) - 1]
  if (!address) throw new Error('The given database is one, so the tests take turns: leave --maxWorkers at 1')
  return address
}

/** The database for the one test file with a large graph, which nobody has to empty again; a given one serves for all. */
export const largeDatabaseAddress = (): DatabaseAddress => addresses().at(-1)!

function addresses(): readonly DatabaseAddress[] {
  const { CLAIMGRAPH_TEST_DATABASES: given } = process.env
  if (!given) throw new Error('CLAIMGRAPH_TEST_DATABASES is missing: run the tests by npm test')
  return JSON.parse(given)
}

export interface TestDatabase {
  readonly database: Database
  /** The names of the queries sent since `forget`. */
  readonly queries: string[]
  /** Leaves nothing but the schema: for a block of tests that begins with data of its own. */
  empty(): Promise<void>
  /** Untyped Cypher, to look at the graph past the store. */
  cypher<Row = Record<string, unknown>>(text: string, parameters?: Record<string, unknown>): Promise<Row[]>
  /** The same with the profiled plan. */
  profile(text: string, parameters?: Record<string, unknown>): Promise<unknown>
}

/** An empty database with its schema, for one test file. */
export function useTestDatabase(address = testDatabaseAddress()): TestDatabase {
  const queries: string[] = []
  const database = openDatabase(address, { onQuery: (name) => queries.push(name), keepPlans: true })
  const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password), {
    disableLosslessIntegers: true,
  })
  const config = address.database ? { database: address.database } : {}
  const run = async (text: string, parameters: Record<string, unknown> = {}) => {
    const session = driver.session(config)
    try {
      return await session.run(text, parameters)
    } finally {
      await session.close()
    }
  }
  const empty = async () => {
    // Edges first: a hub with all of its edges is more than one transaction holds.
    await run('MATCH ()-[edge]->() CALL (edge) { DELETE edge } IN TRANSACTIONS OF 2000 ROWS')
    // What schema was applied stays recorded, or each test file would apply all of it.
    await run(
      'MATCH (n) WHERE NOT n:ClaimgraphTests AND NOT n:SchemaFile CALL (n) { DELETE n } IN TRANSACTIONS OF 2000 ROWS',
    )
    queries.length = 0
  }
  beforeAll(async () => {
    await empty()
    await applySchema(database)
    queries.length = 0
  }, 120_000)
  afterAll(async () => {
    await database.close()
    await driver.close()
  })
  return {
    database,
    queries,
    empty,
    cypher: async (text, parameters) =>
      (await run(text, parameters)).records.map((row) => row.toObject()) as never,
    profile: async (text, parameters) => (await run(`PROFILE ${text}`, parameters)).summary.profile,
  }
}
