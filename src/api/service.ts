import { DEFAULT_MAX_DOCUMENT_BYTES, ingestArticle } from '../ingest/ingest-article.ts'
import type { Database } from '../store/database.ts'
import { safeMoments } from '../store/safe-moments.ts'
import { createContext } from './context.ts'
import { EXAMPLE_QUERIES } from './example-queries.ts'
import { createExecutableSchema } from './executable-schema.ts'
import { createHttpServer, type HttpServer, type ServiceLog } from './http-server.ts'
import { limitLists } from './list-limit.ts'
import { requestLimits } from './request-limits.ts'

export interface ServiceOptions {
  readonly database: Database
  /** Bytes of the largest document that the mutation `ingestArticle` takes, 2,000,000 unless given. */
  readonly maxDocumentBytes?: number
  /** What a query can cost, in values of its answer (`costOfOperation`), 250,000 unless given. */
  readonly maxQueryCost?: number
  /** Unless given, warnings and errors go to the console. */
  readonly log?: ServiceLog
  /** Host names by which the service may be asked, besides localhost and IP addresses; none unless given. */
  readonly allowedHosts?: readonly string[]
  /** The clock of recording; the machine's unless given. */
  readonly now?: () => Date
}

const CONSOLE: ServiceLog = {
  debug: () => undefined,
  warn: (fields, message) => console.warn(message, fields),
  error: (fields, message) => console.error(message, fields),
}

/**
 * The service: GraphQL over HTTP on a database whose schema is applied. It is a server by itself (`listen`), or answers
 * for one of yours (`requestListener`).
 */
export function createService({
  database,
  maxDocumentBytes = DEFAULT_MAX_DOCUMENT_BYTES,
  maxQueryCost,
  log = CONSOLE,
  allowedHosts = [],
  now = () => new Date(),
}: ServiceOptions): HttpServer {
  const makeSafe = safeMoments(database)
  const limits = requestLimits(maxDocumentBytes, maxQueryCost)
  return createHttpServer({
    schema: limitLists(createExecutableSchema(), limits.maxEntries),
    contextFor: async (_request, known) => {
      if (known !== null) await makeSafe(known, now())
      return createContext(database, known, now, (document) =>
        ingestArticle(database, document, { maxBytes: maxDocumentBytes, now }),
      )
    },
    logger: log,
    limits,
    allowedHosts,
    exampleQueries: EXAMPLE_QUERIES,
    isReady: async () => {
      await database.verify()
      return true
    },
  })
}
