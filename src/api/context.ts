import { LATEST } from '../domain/instant.ts'
import type { IngestReceipt } from '../ingest/ingest-article.ts'
import type { Database } from '../store/database.ts'
import type { GraphView } from '../store/graph-view.ts'
import { createLoaders, type Loaders } from './loaders.ts'

/** What every resolver of one operation is given. */
export interface RequestContext {
  /** The graph as of the moment that the operation asks for. */
  readonly view: GraphView
  /** One set for the whole operation, emptied by each write. */
  readonly loaders: Loaders
  readonly ingest: (document: unknown) => Promise<IngestReceipt>
  /** Writes, and lets what is read afterwards be read anew. */
  readonly write: <Result>(work: Write<Result>) => Promise<Result>
}

/** A write to the database, with the clock of recording. */
export type Write<Result> = (database: Database, now: () => Date) => Promise<Result>

/**
 * The context of one operation. The fields of a mutation are executed one after the other, each with all below it, so
 * what the loaders hold after a write is from before it, and is forgotten. They stay the same objects: the context is
 * copied on its way to the resolvers.
 *
 * @param known the moment of `@asOf`, inclusive, which is safe; null: now
 */
export function createContext(
  database: Database,
  known: string | null,
  now: () => Date,
  ingest: RequestContext['ingest'],
): RequestContext {
  const view = { database, known: known ?? LATEST }
  const loaders = createLoaders(view)
  const write = async <Result>(work: () => Promise<Result>) => {
    try {
      return await work()
    } finally {
      for (const loader of Object.values(loaders)) loader.clearAll()
    }
  }
  return {
    view,
    loaders,
    ingest: (document) => write(() => ingest(document)),
    write: (work) => write(() => work(database, now)),
  }
}
