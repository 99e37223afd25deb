import { GraphQLError } from 'graphql'
import { ClaimgraphError } from '../domain/claimgraph-error.ts'

/** Where faults are written; pino's loggers fit. */
export interface FaultLog {
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/**
 * Codes that the HTTP and GraphQL machinery gives by itself, before any resolver runs. All stand in the catalogue.
 */
export const TRANSPORT_CODES = [
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'INTERNAL_SERVER_ERROR',
  'NOT_ACCEPTABLE',
  'OPERATION_RESOLUTION_FAILURE',
  'QUERY_TOO_EXPENSIVE',
  'REQUEST_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
] as const

interface Masking {
  /** Codes that clients may see: the error catalogue. */
  readonly knownCodes: ReadonlySet<string>
  readonly log: FaultLog
  /** The id of the request that is being answered. */
  readonly requestId: () => string
}

/**
 * Yoga's `maskedErrors.maskError`: what of an error reaches the client. Errors with a code of the catalogue pass,
 * ours with their details (what caused them, if anything, goes to the log alone); mistakes in the client's own
 * document pass as BAD_USER_INPUT. Everything else becomes "Unexpected error." with the request's id, and is logged
 * under that id with its stack. NODE_ENV makes no difference, unlike with Yoga's own mask, which shows stacks in
 * development.
 */
export function errorMask({ knownCodes, log, requestId }: Masking): (error: unknown) => GraphQLError {
  return (error) => {
    const located = error instanceof GraphQLError ? error : null
    const cause = rootCause(error)
    if (cause instanceof ClaimgraphError) {
      if (cause.cause !== undefined) {
        log.warn({ requestId: requestId(), code: cause.code, err: cause.cause }, 'a request failed')
      }
      return visible(located?.message ?? cause.message, located, { ...cause.details, code: cause.code })
    }
    if (located !== null && cause instanceof GraphQLError) {
      const code = cause.extensions.code
      if (typeof code === 'string' && knownCodes.has(code)) return located
      if (code === undefined && isAboutDocument(located, cause)) {
        return visible(located.message, located, { ...located.extensions, code: 'BAD_USER_INPUT' })
      }
    }
    const id = requestId()
    log.error({ requestId: id, path: located?.path?.join('.'), err: cause }, 'unexpected error in a request')
    // Yoga answers 500 where nothing but errors like this came of the request.
    const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId: id, unexpected: true }
    return visible('Unexpected error.', located, extensions)
  }
}

/**
 * Whether the client's own document or variables are at fault: the executor says so with `nodes` on the error it
 * makes, before anything is resolved (no path yet) or for the arguments of one field (the cause has them). A bare
 * GraphQLError from a resolver or a scalar that cannot write its value points nowhere: that is a fault of ours.
 */
function isAboutDocument(located: GraphQLError, cause: GraphQLError): boolean {
  return (located.path === undefined && located.nodes !== undefined) || cause.nodes !== undefined
}

/** The error that was thrown, below those that say where in the answer it happened. */
function rootCause(error: unknown): unknown {
  let cause = error
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError
  return cause
}

/** An error for the client at the place of another, without that other one inside. */
function visible(
  message: string,
  place: GraphQLError | null,
  extensions: Record<string, unknown>,
): GraphQLError {
  return new GraphQLError(message, {
    nodes: place?.nodes ?? null,
    source: place?.source ?? null,
    positions: place?.positions ?? null,
    path: place?.path ?? null,
    extensions,
  })
}
