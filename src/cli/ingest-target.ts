import { setTimeout as pause } from 'node:timers/promises'
import { ClaimgraphError } from '../domain/claimgraph-error.ts'
import { type IngestReceipt, ingestArticle } from '../ingest/ingest-article.ts'
import type { Database } from '../store/database.ts'
import { CommandError } from './command-error.ts'

/** Where documents are stored: a database, or a running service. */
export interface IngestTarget {
  /**
   * @throws ClaimgraphError as `ingestArticle` does, also where a service says it
   * @throws NoService where no service took the document
   */
  ingest(document: unknown): Promise<IngestReceipt>
}

export const databaseTarget = (database: Database, maxBytes: number): IngestTarget => ({
  ingest: (document) => ingestArticle(database, document, { maxBytes }),
})

/** There is no claimgraph service at the address, so nothing was stored. */
export class NoService extends CommandError {}

const MUTATION = `mutation Ingest($document: JSON!) {
  ingestArticle(document: $document) {
    article { id }
    version { id }
    counts { kind created known changed withdrawn }
    warnings
  }
}`

/** Longer than the service gives a write, in milliseconds. */
const ANSWER_MS = 150_000

interface ServiceAnswer {
  readonly data?: {
    readonly ingestArticle: {
      readonly article: { readonly id: string }
      readonly version: { readonly id: string }
      readonly counts: IngestReceipt['counts']
      readonly warnings: readonly string[]
    } | null
  } | null
  readonly errors?: readonly {
    readonly message: string
    readonly extensions?: Readonly<Record<string, unknown>>
  }[]
}

/** The service whose GraphQL endpoint is at `url`: documents go by its mutation, receipts and problems come back. */
export const serviceTarget = (url: string, stop: AbortSignal): IngestTarget => ({
  async ingest(document) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: MUTATION, variables: { document } }),
      signal: AbortSignal.any([stop, AbortSignal.timeout(ANSWER_MS)]),
    }).catch((error: Error) => {
      stop.throwIfAborted()
      if (wasSent(error)) throw brokenOff(url, error)
      throw new NoService(
        `No claimgraph service answers at ${url} (${causeOf(error).message}). Check the address; \`claimgraph start\` prints it.`,
        1,
        error,
      )
    })
    const body = await response.text().catch((error: Error) => {
      stop.throwIfAborted()
      throw brokenOff(url, error)
    })
    const answer = readAnswer(body)
    const [error] = answer?.errors ?? []
    if (error !== undefined) {
      const { code, ...details } = error.extensions ?? {}
      throw new ClaimgraphError(String(code ?? 'INTERNAL_SERVER_ERROR'), error.message, details)
    }
    const receipt = answer?.data?.ingestArticle
    // A gateway in between does not know whether the service had it.
    if (!receipt && response.status >= 500) throw brokenOff(url, new Error(`HTTP ${response.status}`))
    if (!receipt && response.status === 421)
      throw new NoService(`The service at ${url} may not be asked by that name. ${body.trim()}`)
    if (!receipt)
      throw new NoService(
        `What answers at ${url} is no claimgraph service (HTTP ${response.status}). The address ends in /graphql.`,
      )
    const { article, version, counts, warnings } = receipt
    return { articleId: article.id, versionId: version.id, counts, warnings }
  },
})

function readAnswer(body: string): ServiceAnswer | null {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

const brokenOff = (url: string, error: Error) =>
  new CommandError(
    `The claimgraph service at ${url} broke off before it answered (${causeOf(error).message}).`,
    1,
    error,
  )

const causeOf = (error: Error): NodeJS.ErrnoException => {
  const cause = error.cause instanceof Error ? error.cause : error
  // A name of several addresses fails once for each.
  return cause instanceof AggregateError ? cause.errors[0] : cause
}

/**
 * Whether a request that failed may have reached a service: it did not fail to connect or to agree on TLS, and fetch did
 * not refuse it.
 */
function wasSent(error: Error): boolean {
  const { name, code, syscall = '' } = causeOf(error)
  if (name === 'TimeoutError') return true
  return (
    typeof code === 'string' &&
    !/^(UND_ERR_CONNECT_TIMEOUT|EPROTO|ERR_(SSL|TLS)_.*|CERT_.*|.*_CERT.*|UNABLE_TO_VERIFY.*)$/.test(code) &&
    !['connect', 'getaddrinfo'].includes(syscall)
  )
}

const TRIES = 5
const DEFAULT_WAIT_MS = 1_000

/** Sends again what may be sent again, as the error says; to ingest a document twice changes nothing. */
export async function ingestPatiently(
  target: IngestTarget,
  document: unknown,
  stop: AbortSignal,
): Promise<IngestReceipt> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await target.ingest(document)
    } catch (error) {
      const wait = error instanceof ClaimgraphError ? error.details.retryAfterMs : undefined
      if (wait === undefined || tried === TRIES) throw error
      await pause(Number(wait) || DEFAULT_WAIT_MS, undefined, { signal: stop }).catch(() =>
        stop.throwIfAborted(),
      )
    }
  }
}
