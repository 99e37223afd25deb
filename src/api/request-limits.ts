/** What one request may bring. */
export interface RequestLimits {
  /** Bytes of a whole body: query, variables and what JSON puts around them. */
  readonly maxBodyBytes: number
  /** UTF-16 code units of the query's text alone. */
  readonly maxQueryLength: number
  /** Lexical tokens of the query, comments not counted. A page's query has some hundreds. */
  readonly maxTokens: number
  /**
   * How deep brackets of any kind may nest in the query, and lists and objects in the variables. The parser and the
   * executor recurse once a level.
   */
  readonly maxNesting: number
  /** What an operation can cost by `costOfOperation`, in values of its answer. */
  readonly maxCost: number
  /** Entries of all lists of an answer, counted as they come: by `maxCost`, an entry costs two values at the least. */
  readonly maxEntries: number
}

const MAX_QUERY_LENGTH = 200_000

/** What a query can cost unless more is allowed: about two seconds of one core. */
const DEFAULT_MAX_QUERY_COST = 250_000

/**
 * The limits that follow from the largest document ingest accepts, in bytes: its body has room for that document
 * with a tenth more for white space and escapes, and for a query beside it.
 */
export function requestLimits(maxDocumentBytes: number, maxCost = DEFAULT_MAX_QUERY_COST): RequestLimits {
  return {
    maxBodyBytes: Math.ceil(maxDocumentBytes * 1.1) + MAX_QUERY_LENGTH,
    maxQueryLength: MAX_QUERY_LENGTH,
    maxTokens: 10_000,
    maxNesting: 100,
    maxCost,
    maxEntries: Math.floor(maxCost / 2),
  }
}
