import { advanceClock, lockClock } from '../cypher/queries.ts'
import { nextInstant } from '../domain/instant.ts'
import type { RecordMethod } from '../domain/vocabulary.ts'
import type { Database, QueryRunner } from './database.ts'
import { FactWriter } from './fact-writer.ts'

export interface RecordingOptions {
  /** The clock. Recorded instants are taken from it, and strictly increase whatever it says. */
  readonly now: () => Date
  /** Who records, and how. */
  readonly recorded: { readonly by: string; readonly method: RecordMethod }
}

/**
 * One write of facts, at one instant, all of it or nothing. Writers take turns on one lock, so two at once change
 * nothing twice; `work` may run again after a lost acknowledgement, so it compares before it writes.
 */
export function recordFacts<Result>(
  database: Database,
  { now, recorded }: RecordingOptions,
  work: (transaction: QueryRunner, writer: FactWriter) => Promise<Result>,
): Promise<Result> {
  return database.transaction(async (transaction) => {
    const last = (await transaction.run(lockClock, {}))[0]?.last ?? null
    const instant = nextInstant(now(), last)
    const writer = new FactWriter(transaction, instant, recorded)
    const result = await work(transaction, writer)
    await transaction.run(advanceClock, { instant: writer.wroteSomething ? instant : (last ?? instant) })
    return result
  })
}
