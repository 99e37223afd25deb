import { closeEdges, closeStates, openEdges, openStates, putRecords } from '../cypher/queries.ts'
import { FOREVER } from '../domain/instant.ts'
import type { RecordMethod } from '../domain/vocabulary.ts'
import type { QueryRunner } from './database.ts'
import {
  changedEdges,
  changedStates,
  type EdgeFact,
  type Held,
  type RecordFact,
  type StateFact,
} from './facts.ts'

/** Rows of one query: few enough to bound what the database holds of it at once. */
const BATCH = 1_000

/** Who records, and how. */
export interface Recorder {
  readonly by: string
  readonly method: RecordMethod
}

/** Writes facts in one transaction, at one instant: ends what no longer holds and begins what does. */
export class FactWriter {
  readonly instant: string
  readonly #transaction: QueryRunner
  readonly #recorded: Recorder
  readonly #write: { changed: boolean }

  constructor(
    transaction: QueryRunner,
    instant: string,
    recorded: Recorder,
    write: { changed: boolean } = { changed: false },
  ) {
    this.#transaction = transaction
    this.instant = instant
    this.#recorded = recorded
    this.#write = write
  }

  /** Whether anything was ended, begun or deleted in this write, whoever records it. */
  get wroteSomething(): boolean {
    return this.#write.changed
  }

  /** For what is written past this writer. */
  noteChange(): void {
    this.#write.changed = true
  }

  /** The same write, in which somebody else records. */
  recordedBy(recorded: Recorder): FactWriter {
    return new FactWriter(this.#transaction, this.instant, recorded, this.#write)
  }

  /** Creates the records that are missing. */
  async putRecords(records: readonly RecordFact[]): Promise<void> {
    const { by, method } = this.#recorded
    // Sorted, so that writers lock records in one order; of one that is both told and referred to, the telling one.
    const byId = new Map<string, RecordFact>()
    for (const record of records) {
      const known = byId.get(record.id)
      byId.set(
        record.id,
        known
          ? {
              ...known,
              ...record,
              copies: { ...record.copies, ...known.copies },
              fixed: { ...record.fixed, ...known.fixed },
              labels: known.labels,
            }
          : record,
      )
    }
    const sorted = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    await Promise.all(
      batches(sorted).map((records) =>
        this.#transaction.run(putRecords, { records, instant: this.instant, by, method }),
      ),
    )
  }

  /** @returns the records whose state changed */
  async writeStates(held: Iterable<Held<StateFact>>, wanted: readonly StateFact[]): Promise<string[]> {
    const { close, open } = changedStates([...held], wanted)
    const { instant } = this
    await Promise.all([
      ...batches(close).map((handles) => this.#transaction.run(closeStates, { handles, instant })),
      ...batches(open).map((states) =>
        this.#transaction.run(openStates, { states, instant, by: this.#recorded.by, forever: FOREVER }),
      ),
    ])
    if (open.length > 0) this.noteChange()
    return open.map((state) => state.recordId)
  }

  /**
   * Of all the edges in `held`, lets exactly the wanted ones hold.
   * @returns the edges that were ended or begun
   */
  async writeEdges(held: readonly Held<EdgeFact>[], wanted: readonly EdgeFact[]): Promise<EdgeFact[]> {
    const { close, open } = changedEdges(held, wanted)
    const { instant } = this
    await Promise.all([
      ...batches(close.map(({ handle }) => handle)).map((handles) =>
        this.#transaction.run(closeEdges, { handles, instant }),
      ),
      ...batches(open).map((edges) => this.#transaction.run(openEdges, { edges, instant, forever: FOREVER })),
    ])
    if (close.length + open.length > 0) this.noteChange()
    return [...close, ...open]
  }
}

const batches = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  )
