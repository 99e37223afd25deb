import { randomUUID } from 'node:crypto'
import { advanceClock, commitsById, lockClock } from '../cypher/queries.ts'
import { nextInstant } from '../domain/instant.ts'
import type { Database, QueryRunner } from './database.ts'
import { FactWriter, type Recorder } from './fact-writer.ts'

export interface RecordingOptions {
  /** The clock. Recorded instants are taken from it, and strictly increase whatever it says. */
  readonly now: () => Date
  /** Who records, and how. */
  readonly recorded: Recorder
}

/**
 * One write of facts, at one instant, all of it or nothing. Writers take turns on one lock, so two at once change
 * nothing twice.
 *
 * A transaction whose connection is lost is run again, also where it was stored and only the acknowledgement of its
 * commit is missing. Then `work` does not run again: it would refuse what it did itself, or undo what somebody decided
 * since. The facts do not tell whether the earlier attempt was stored: of what was removed there are none, and another
 * write may have changed them, or have taken the very instant of an attempt that was not stored. So each write that
 * changes anything leaves a mark in its transaction, which is there exactly if the write is stored, whoever wrote after
 * it. It is looked for under the lock, which the earlier attempt held until it was stored or given up.
 *
 * @returns the result of the attempt that was stored
 */
export function recordFacts<Result>(
  database: Database,
  { now, recorded }: RecordingOptions,
  work: (transaction: QueryRunner, writer: FactWriter) => Promise<Result>,
): Promise<Result> {
  const commit = randomUUID()
  /** Of the last attempt that came to its end: none before it was stored, or it would not have been made. */
  let attempted: { readonly result: Result } | null = null
  return database.transaction(async (transaction) => {
    const last = (await transaction.run(lockClock, {}))[0]?.last ?? null
    if (attempted && (await transaction.run(commitsById, { commit })).length > 0) return attempted.result
    const instant = nextInstant(now(), last)
    const writer = new FactWriter(transaction, instant, recorded)
    const result = await work(transaction, writer)
    if (writer.wroteSomething) await transaction.run(advanceClock, { instant, commit })
    attempted = { result }
    return result
  })
}
