import { ClaimgraphError } from '../domain/claimgraph-error.ts'
import type { Database } from '../store/database.ts'

/** A database that is not there yet. */
export interface StartingDatabase extends Database {
  /** From now on everything goes to this one. */
  arrived(database: Database): void
}

/**
 * Stands in for the database while it starts, so that the service can listen from the beginning: the port is known to
 * be free before anything is fetched, `/health` answers, `/ready` says no, and queries get UNAVAILABLE.
 */
export function startingDatabase(): StartingDatabase {
  let current: Database | null = null
  const present = () => {
    if (current !== null) return current
    throw new ClaimgraphError('UNAVAILABLE', 'The service is starting. Try again in a moment.', {
      retryAfterMs: 1_000,
    })
  }
  return {
    arrived(database) {
      current = database
    },
    run: async (query, parameters, options) => present().run(query, parameters, options),
    transaction: async (work) => present().transaction(work),
    runSchemaStatement: async (text) => present().runSchemaStatement(text),
    verify: async () => present().verify(),
    close: async () => current?.close(),
  }
}
