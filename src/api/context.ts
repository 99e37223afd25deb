import { LATEST } from '../domain/instant.ts'
import type { IngestReceipt } from '../ingest/ingest-article.ts'
import type { QueryRunner } from '../store/database.ts'
import type { GraphView } from '../store/graph-view.ts'
import { createLoaders, type Loaders } from './loaders.ts'

/** What every resolver of one operation is given. */
export interface RequestContext {
  /** The graph as of the moment that the operation asks for. */
  readonly view: GraphView
  readonly loaders: Loaders
  readonly ingest: (document: unknown) => Promise<IngestReceipt>
}

/**
 * The context of one operation.
 * @param known the moment of `@asOf`, inclusive; null: now
 */
export function createContext(
  database: QueryRunner,
  known: string | null,
  ingest: RequestContext['ingest'],
): RequestContext {
  const view = { database, known: known === null || known > LATEST ? LATEST : known }
  return { view, loaders: createLoaders(view), ingest }
}
