import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import {
  type DocumentNode,
  type GraphQLSchema,
  getDirectiveValues,
  getOperationAST,
  getVariableValues,
} from 'graphql'
import { createLRUCache, createYoga, type Plugin, useExecutionCancellation } from 'graphql-yoga'
import { mayAskAs } from './allowed-hosts.ts'
import { ENDPOINT, endpointUrl } from './endpoint.ts'
import { ERROR_CATALOGUE } from './error-catalogue.ts'
import { type ExampleQuery, type GraphiqlPage, graphiqlPage } from './graphiql-page.ts'
import { errorMask, type FaultLog } from './mask-error.ts'
import { useRequestReader } from './read-request.ts'
import type { RequestLimits } from './request-limits.ts'

/** Where the service writes what happens; pino's loggers fit. */
export interface ServiceLog extends FaultLog {
  debug(fields: object, message: string): void
}

/** What of an HTTP request the resolvers' context may be made from. */
export interface ApiRequest {
  /** The `x-request-id`: the client's own if it is a sane one, else random. */
  readonly id: string
  readonly headers: Headers
  /** Aborts when the client goes away before it is answered. */
  readonly signal: AbortSignal
}

export interface HttpServerOptions {
  readonly schema: GraphQLSchema
  /**
   * Makes the context of one operation: a plain object, whose fields the resolvers find in theirs.
   * `known` is the argument of `@asOf` as the schema's scalar read it, a Date as an ISO string; null without it.
   */
  readonly contextFor: (request: ApiRequest, known: string | null) => object | Promise<object>
  readonly logger: ServiceLog
  /** See `requestLimits` for the usual ones. */
  readonly limits: RequestLimits
  /** Host names by which it may be asked, besides localhost and IP addresses. */
  readonly allowedHosts: readonly string[]
  readonly exampleQueries: readonly ExampleQuery[]
  /** Whether queries can be answered now. May fail or hang: both count as no. */
  readonly isReady: () => Promise<boolean>
}

export interface HttpServer {
  /** For an HTTP server of somebody else's, in the place of `listen`: answers all of its addresses. */
  readonly requestListener: (request: IncomingMessage, response: ServerResponse) => void
  readonly server: Server
  /** Starts to accept connections. Port 0 takes any free one. Gives the address of the GraphQL endpoint. */
  listen(port: number, host: string): Promise<{ url: string }>
  /**
   * Stops accepting at once, lets requests under way end for `graceMs` milliseconds, then cuts them off.
   * Resolves when no connection is left.
   */
  close(options: { graceMs: number }): Promise<void>
}

/**
 * The HTTP side of the service: GraphQL at `/graphql` (GraphiQL for browsers), `/health` for "the process runs",
 * `/ready` for "queries can be answered". Where the defaults of Yoga or node:http lose answers, leak or stall, they
 * are changed here.
 */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { logger } = options
  const yoga = createGraphqlHandler(options)
  const isReady = cachedReadiness(options.isReady)
  let page: Promise<GraphiqlPage> | undefined
  let closing: Promise<void> | undefined
  const underWay = new Set<ServerResponse>()
  const sockets = new Set<Socket>()

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathOf(request)
    if (path === null) return send(response, 400, 'The address or host of the request is malformed.')
    if (!mayAskAs(request.headers.host, options.allowedHosts))
      return send(
        response,
        421,
        'Ask this service by localhost, by an IP address, or by a name that CLAIMGRAPH_ALLOWED_HOSTS lists.',
      )
    if (path === '/health') return send(response, 200, 'ok')
    if (path === '/ready') {
      const ready = (await isReady()) && closing === undefined
      return send(response, ready ? 200 : 503, ready ? 'ready' : 'not ready')
    }
    if (path !== ENDPOINT && path !== `${ENDPOINT}/`) {
      return send(response, 404, `Nothing is here. The GraphQL endpoint is ${ENDPOINT}.`)
    }
    if (
      (request.method === 'GET' || request.method === 'HEAD') &&
      request.headers.accept?.includes('text/html')
    ) {
      page ??= graphiqlPage(ENDPOINT, options.exampleQueries)
      return sendPage(request, response, await page)
    }
    await yoga(request, response)
  }

  function requestListener(request: IncomingMessage, response: ServerResponse): void {
    const id = requestIdOf(request)
    const started = performance.now()
    response.setHeader('x-request-id', id)
    response.setHeader('x-content-type-options', 'nosniff')
    if (closing !== undefined) response.setHeader('connection', 'close')
    underWay.add(response)
    response.once('close', () => {
      underWay.delete(response)
      const ms = Math.round(performance.now() - started)
      const fields = { requestId: id, method: request.method, status: response.statusCode, ms }
      logger.debug(response.writableFinished ? fields : { ...fields, aborted: true }, 'request')
    })
    currentRequestId.run(id, () => {
      answer(request, response).catch((error: unknown) => {
        logger.error({ requestId: id, err: error }, 'unexpected error in the HTTP server')
        if (!response.headersSent) send(response, 500, 'Unexpected error.')
        else response.destroy()
      })
    })
  }

  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: 1_000,
    },
    requestListener,
  )

  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })

  return {
    requestListener,
    server,
    listen: (port, host) => listen(server, port, host),
    close: ({ graceMs }) => {
      closing ??= new Promise((resolve) => {
        const cutOff = setTimeout(() => server.closeAllConnections(), graceMs)
        server.close(() => {
          clearTimeout(cutOff)
          resolve()
        })
        for (const response of underWay) if (!response.headersSent) response.setHeader('connection', 'close')
        server.closeIdleConnections()
        // Browsers open connections ahead of need; node:http does not count those as idle.
        for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
      })
      return closing
    },
  }
}

/** The id of the request that the running code answers, for the mask of errors, which is not told. */
const currentRequestId = new AsyncLocalStorage<string>()

function createGraphqlHandler({ schema, contextFor, logger, limits }: HttpServerOptions) {
  const quiet = (message: unknown) => logger.debug({ yoga: String(message) }, 'yoga')
  return createYoga<{ req: IncomingMessage; res: ServerResponse }>({
    schema,
    graphqlEndpoint: ENDPOINT,
    graphiql: false,
    landingPage: false,
    multipart: false,
    batching: false,
    // No page of another origin may ask: the service has no accounts, so any page that a person on this machine opens
    // could write through their browser.
    cors: false,
    // Read and limited by useRequestReader.
    maxRequestBodySize: false,
    // Yoga logs every error that the mask changes, the client's mistakes included; the mask logs the faults itself.
    logging: { debug: () => {}, info: quiet, warn: quiet, error: quiet },
    maskedErrors: {
      maskError: errorMask({
        knownCodes: new Set(Object.keys(ERROR_CATALOGUE)),
        log: logger,
        requestId: () => currentRequestId.getStore() ?? 'none',
      }),
    },
    parserAndValidationCache: {
      documentCache: smallDocumentCache<DocumentNode>(),
      errorCache: smallDocumentCache<unknown>(),
    },
    plugins: [useRequestReader(limits), useOperationContext(schema, contextFor), useExecutionCancellation()],
  })
}

/** Makes the context once the operation is known, since `@asOf` on it decides what the resolvers may see. */
function useOperationContext(schema: GraphQLSchema, contextFor: HttpServerOptions['contextFor']): Plugin {
  return {
    async onExecute({ args, extendContext }) {
      const { request } = args.contextValue
      const id = currentRequestId.getStore() ?? 'none'
      const known = knownInstant(schema, args.document, args.operationName, args.variableValues)
      extendContext(await contextFor({ id, headers: request.headers, signal: request.signal }, known))
    },
  }
}

/** The argument of `@asOf(known:)` on the operation; null without it, or where the executor will report variables. */
function knownInstant(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  rawVariables: { readonly [variable: string]: unknown } | null | undefined,
): string | null {
  const directive = schema.getDirective('asOf')
  const operation = getOperationAST(document, operationName)
  if (!directive || !operation?.directives?.some(({ name }) => name.value === directive.name)) return null
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], rawVariables ?? {})
  if (coerced === undefined) return null
  const known = getDirectiveValues(directive, operation, coerced)?.known
  return known instanceof Date ? known.toISOString() : String(known)
}

const CACHED_DOCUMENTS = 100
const CACHED_LENGTH = 10_000

/**
 * Parsed documents by their text. A tree takes some seventy times its text, so 100 texts of at most 10,000
 * characters bound it at about 70 MB; larger ones are rare and are parsed again.
 */
function smallDocumentCache<Value>(): {
  get(text: string): Value | undefined
  set(text: string, value: Value): void
} {
  const cache = createLRUCache<Value & {}>({ max: CACHED_DOCUMENTS })
  return {
    get: (text) => cache.get(text),
    set: (text, value) => {
      if (text.length <= CACHED_LENGTH) cache.set(text, value as Value & {})
    },
  }
}

const READINESS_CACHED_MS = 1_000
const READINESS_DEADLINE_MS = 1_000
const READINESS_LOST_MS = 5_000

/**
 * Asks `check` at most once a second and waits for it at most one; a check that fails or hangs counts as no.
 * While one hangs no further is started for five seconds, since each may hold a connection to the database.
 *
 * @param now a steady clock, in milliseconds
 */
export function cachedReadiness(
  check: () => Promise<boolean>,
  now: () => number = () => performance.now(),
): () => Promise<boolean> {
  let last: { startedAt: number; settledAt: number | null; result: Promise<boolean> } | undefined
  const isFresh = ({ startedAt, settledAt }: NonNullable<typeof last>) =>
    settledAt === null ? now() - startedAt < READINESS_LOST_MS : now() - settledAt < READINESS_CACHED_MS

  return async () => {
    if (last === undefined || !isFresh(last)) {
      const started: NonNullable<typeof last> = {
        startedAt: now(),
        settledAt: null,
        result: Promise.resolve(false),
      }
      started.result = Promise.resolve()
        .then(check)
        .then(
          (ready) => ready === true,
          () => false,
        )
        .finally(() => {
          started.settledAt = now()
        })
      last = started
    }
    const deadline = new AbortController()
    try {
      return await Promise.race([
        last.result,
        delay(READINESS_DEADLINE_MS, false, { signal: deadline.signal, ref: false }),
      ])
    } finally {
      deadline.abort()
    }
  }
}

/** The path without parameters, or null where the address cannot be one: Yoga would answer that with a stack. */
function pathOf(request: IncomingMessage): string | null {
  const target = request.url ?? ''
  const address = `http://${request.headers.host ?? 'localhost'}${target}`
  return target.startsWith('/') && URL.canParse(address) ? new URL(address).pathname : null
}

/** The client's id if it is short and harmless in a log, else a random one. */
function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given) ? given : randomUUID()
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`${text}\n`)
}

function sendPage(request: IncomingMessage, response: ServerResponse, page: GraphiqlPage): void {
  if (request.headers['if-none-match'] === page.headers.etag) {
    response.writeHead(304, page.headers).end()
    return
  }
  const zipped = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const body = zipped ? page.gzipped : page.html
  const encoding = zipped ? { 'content-encoding': 'gzip' } : {}
  response.writeHead(200, { ...page.headers, ...encoding, 'content-length': body.length }).end(body)
}

function listen(server: Server, port: number, host: string): Promise<{ url: string }> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(listenError(error, port, host))
    server.once('error', fail)
    server.listen({ port, host }, () => {
      server.off('error', fail)
      const taken = (server.address() as AddressInfo).port
      resolve({ url: endpointUrl(host, taken) })
    })
  })
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const explained: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is taken by another program. Set PORT to another one, or to 0 for any free port.`,
    EACCES: `This user may not listen on port ${port} of ${host}. Set PORT to a port above 1023.`,
    EADDRNOTAVAIL: `${host} is not an address of this machine. Set HOST to one that is, or to 0.0.0.0 for all.`,
    ENOTFOUND: `The host name ${host} is not known. Set HOST to an address of this machine.`,
  }
  const message = explained[error.code ?? ''] ?? `Cannot listen on port ${port} of ${host}: ${error.message}`
  return new Error(message, { cause: error })
}
