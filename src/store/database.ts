import neo4j, { type Driver, type ManagedTransaction, Neo4jError } from 'neo4j-driver'
import { PARAMETERS, type Query } from '../cypher/query.ts'
import { ClaimgraphError } from '../domain/claimgraph-error.ts'

/** Where a database is and how to enter it. */
export interface DatabaseAddress {
  readonly uri: string
  readonly user: string
  readonly password: string
  /** The server's default database where null. */
  readonly database?: string | null
}

export interface DatabaseOptions {
  /** Told the name of each query as it is sent. */
  readonly onQuery?: (name: string) => void
  /**
   * Keeps the plan of a query for good. Neo4j plans anew where the graph has changed much since, which is right for a
   * graph that grows, and dear where many small ones come and go.
   */
  readonly keepPlans?: boolean
}

/**
 * Runs typed queries, each in a transaction of its own or all of them in one. Those of one transaction run in the order
 * in which they are called; what does not wait for an answer is sent along with what came before, which saves round
 * trips.
 */
export interface QueryRunner {
  run<Params, Row>(query: Query<Params, Row>, parameters: NoInfer<Params>): Promise<Row[]>
}

export interface RunOptions {
  /** How long the server may take, in milliseconds; enough for an answer to a client unless given. */
  readonly timeout?: number
}

/** The one seam to Neo4j: typed queries go in, plain rows come out. Nothing reaches around it. */
export interface Database extends QueryRunner {
  run<Params, Row>(
    query: Query<Params, Row>,
    parameters: NoInfer<Params>,
    options?: RunOptions,
  ): Promise<Row[]>
  /** Several queries that are stored together or not at all. `work` may run more than once, so it must be repeatable. */
  transaction<Result>(work: (transaction: QueryRunner) => Promise<Result>): Promise<Result>
  /** A statement that changes the schema, outside of every transaction of ours. */
  runSchemaStatement(text: string): Promise<void>
  /** @throws ClaimgraphError UNAVAILABLE with the driver's reason */
  verify(): Promise<void>
  /** Ends every connection. Whatever is asked afterwards is refused with ClaimgraphError UNAVAILABLE. */
  close(): Promise<void>
}

// Milliseconds. The driver's own limits first; the deadline also frees a caller whom the driver would never answer,
// which happens when a server accepts a query and then falls silent.
const CONNECTION_TIMEOUT = 3_000
const ACQUISITION_TIMEOUT = 5_000
const RETRY_TIME = 5_000
const READ_TIMEOUT = 20_000
const WRITE_TIMEOUT = 120_000
const DEADLINE_MARGIN = 10_000
const CLOSE_TIMEOUT = 1_000
const POOL_SIZE = 40

/** Opens a pool of connections. Nothing is sent yet: an address that leads nowhere shows with the first query. */
export function openDatabase(
  address: DatabaseAddress,
  { onQuery, keepPlans = false }: DatabaseOptions = {},
): Database {
  const textOf = (text: string) => (keepPlans ? `CYPHER replan=skip ${text}` : text)
  const driver = connect(address)
  let closed = false
  /** A driver that was closed before its first query would open a pool that nobody closes. */
  const open = () => {
    if (closed) throw new ClaimgraphError('UNAVAILABLE', 'The connection to the database is closed.')
    return driver
  }
  const session = (mode: 'READ' | 'WRITE') =>
    open().session({
      ...(address.database ? { database: address.database } : {}),
      defaultAccessMode: mode,
      // Reads wait for the writes that this process has seen acknowledged, on a cluster too.
      bookmarkManager: driver.executeQueryBookmarkManager,
    })

  return {
    async run(query, parameters, { timeout = query.mode === 'READ' ? READ_TIMEOUT : WRITE_TIMEOUT } = {}) {
      onQuery?.(query.name)
      const current = session(query.mode)
      try {
        const work = current.run(textOf(query.text), sent(parameters), {
          timeout,
          metadata: { query: query.name },
        })
        return (await withDeadline(Promise.resolve(work), timeout, query.name)).records.map((row) =>
          row.toObject(),
        ) as never
      } catch (error) {
        throw translate(error)
      } finally {
        release(current)
      }
    },

    async transaction(work) {
      const current = session('WRITE')
      try {
        return await withDeadline(
          current.executeWrite((transaction) => work(runnerOn(transaction, textOf, onQuery)), {
            timeout: WRITE_TIMEOUT,
          }),
          WRITE_TIMEOUT,
          'transaction',
        )
      } catch (error) {
        throw translate(error)
      } finally {
        release(current)
      }
    },

    async runSchemaStatement(text) {
      const current = session('WRITE')
      try {
        await withDeadline(Promise.resolve(current.run(text)), WRITE_TIMEOUT, 'schema')
      } catch (error) {
        throw translate(error)
      } finally {
        release(current)
      }
    },

    async verify() {
      try {
        const target = address.database ? { database: address.database } : {}
        await withDeadline(open().verifyConnectivity(target), ACQUISITION_TIMEOUT, 'verify')
      } catch (error) {
        throw translate(error)
      }
    },

    async close() {
      closed = true
      // The driver waits for connections that may never answer.
      await Promise.race([driver.close(), after(CLOSE_TIMEOUT)])
    },
  }
}

function connect({ uri, user, password }: DatabaseAddress): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(user, password), {
      disableLosslessIntegers: true,
      maxConnectionPoolSize: POOL_SIZE,
      connectionTimeout: CONNECTION_TIMEOUT,
      connectionAcquisitionTimeout: ACQUISITION_TIMEOUT,
      maxTransactionRetryTime: RETRY_TIME,
      connectionLivenessCheckTimeout: 30_000,
      maxConnectionLifetime: 30 * 60_000,
      telemetryDisabled: true,
      userAgent: 'claimgraph',
    })
  } catch (error) {
    throw new ClaimgraphError(
      'UNAVAILABLE',
      `The database address is not usable: ${(error as Error).message}`,
      {},
      error,
    )
  }
}

const runnerOn = (
  transaction: ManagedTransaction,
  textOf: (text: string) => string,
  onQuery: DatabaseOptions['onQuery'],
): QueryRunner => ({
  async run(query, parameters) {
    onQuery?.(query.name)
    const result = await transaction.run(textOf(query.text), sent(parameters))
    return result.records.map((row) => row.toObject()) as never
  },
})

const sent = (parameters: unknown) => ({ [PARAMETERS]: toParameters(parameters) })

/** Whole numbers go as INTEGER; the driver would send every number as FLOAT. A lone surrogate would be altered on the way. */
function toParameters(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value
  if (typeof value === 'string') {
    if (!isWellFormed(value))
      throw new ClaimgraphError(
        'INVALID_ARGUMENTS',
        'A text holds half of a surrogate pair, which is no character.',
      )
    return value
  }
  if (Array.isArray(value)) return value.map(toParameters)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toParameters(inner)]))
  return value
}

// With the flag `u`, a surrogate in the pattern matches only one that stands alone.
const isWellFormed = (text: string) => !/\p{Surrogate}/u.test(text)

function release(session: { close(): Promise<void> }) {
  session.close().catch(() => undefined)
}

const after = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds).unref()
  })

async function withDeadline<Result>(work: Promise<Result>, timeout: number, what: string): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new ClaimgraphError('QUERY_TIMEOUT', `The database did not answer "${what}" in time.`)),
      timeout + DEADLINE_MARGIN,
    )
  })
  work.catch(() => undefined)
  try {
    return await Promise.race([work, deadline])
  } finally {
    clearTimeout(timer)
  }
}

/** What a client can do about a fault of the database; anything else passes on as it is and is masked further up. */
function translate(error: unknown): unknown {
  if (!(error instanceof Neo4jError)) return error
  const { code, message } = error
  // The driver has no code for a pool that stayed empty, only words. A server's own errors may quote any words.
  const words = code.startsWith('Neo.') ? '' : message
  if (Number(/acquisition timed out.*Active conn count = (\d+)/is.exec(words)?.[1]) >= POOL_SIZE)
    return new ClaimgraphError(
      'UNAVAILABLE',
      'The service is busy: all of its connections to the database are in use. Try again in a moment.',
      { retryAfterMs: 1_000 },
      error,
    )
  if (
    code === 'ServiceUnavailable' ||
    code === 'SessionExpired' ||
    /acquisition timed out|discovery/i.test(words)
  )
    return new ClaimgraphError(
      'UNAVAILABLE',
      'The database cannot be reached. Try again in a moment.',
      { retryAfterMs: 1_000 },
      error,
    )
  if (code.startsWith('Neo.ClientError.Security.'))
    return new ClaimgraphError(
      'UNAVAILABLE',
      'The database refused the user name or the password.',
      {},
      error,
    )
  if (code.includes('TransactionTimedOut'))
    return new ClaimgraphError('QUERY_TIMEOUT', 'The query took too long. Ask for less at once.', {}, error)
  // Trying again would fail again.
  if (/OutOfMemory/.test(code))
    return new ClaimgraphError(
      'TRANSACTION_TOO_LARGE',
      'The database has not enough memory for this in one transaction. Give the database more heap, or annotate less of an article in one document.',
      {},
      error,
    )
  if (code.startsWith('Neo.TransientError.'))
    return new ClaimgraphError(
      'CONFLICT_RETRY',
      'Another write was in the way. Try again.',
      { retryAfterMs: 500 },
      error,
    )
  return error
}
