import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  type ExecutionArgs,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  Lexer,
  Source,
  TokenKind,
} from 'graphql'
import type { GraphQLParams, Plugin } from 'graphql-yoga'
import { costOfOperation } from './query-cost.ts'
import type { RequestLimits } from './request-limits.ts'

/** Media types of a GraphQL request that a page of another origin cannot send without asking first (CORS). */
const REQUEST_MEDIA_TYPES = [
  'application/json',
  'application/graphql+json',
  'application/graphql-response+json',
]

/** What Yoga writes answers as. */
const ANSWER_MEDIA_TYPES = [
  'application/json',
  'application/graphql-response+json',
  'text/event-stream',
  'multipart/mixed',
]

/** How much of a too large body is read and thrown away, so that its sender gets to read the answer. */
const DISCARDED_BYTES = 32_000_000

interface NodeContext {
  req: IncomingMessage
  res: ServerResponse
}

/**
 * Reads requests in the place of Yoga's own parsers, which execute form posts, answer 500 to bad GET parameters,
 * replace invalid UTF-8 without a word, and stall a connection after a body that is too large. Works on the
 * request of `node:http` that Yoga's request listener leaves in the server context. Nothing is executed whose answer
 * could not be written: Yoga would execute it first, and then answer 406 without a word.
 *
 * Answers 406 `NOT_ACCEPTABLE`, 415 `UNSUPPORTED_MEDIA_TYPE`, 413 `REQUEST_TOO_LARGE` (the connection is closed after
 * it) and 400 `BAD_REQUEST`, `GRAPHQL_PARSE_FAILED`, `GRAPHQL_VALIDATION_FAILED`, `QUERY_TOO_EXPENSIVE`.
 */
export function useRequestReader(limits: RequestLimits): Plugin<object, NodeContext> {
  return {
    onRequest({ request, fetchAPI, endResponse }) {
      const accept = request.headers.get('accept')
      if (!accept || accepted(accept)) return
      const message = `Answers are application/json or application/graphql-response+json, in UTF-8; the request accepts "${accept.slice(0, 100)}".`
      const error = { message, extensions: { code: 'NOT_ACCEPTABLE' } }
      endResponse(fetchAPI.Response.json({ errors: [error] }, { status: 406 }))
    },
    onRequestParse({ request, url, serverContext, setRequestParser }) {
      if (request.method === 'GET') setRequestParser(() => parametersOfQueryString(url.searchParams))
      if (request.method === 'POST') {
        requireJson(request.headers)
        setRequestParser(() => parametersOfBody(serverContext.req, limits.maxBodyBytes))
      }
    },
    onParams({ params }) {
      if (typeof params.query === 'string') requireModestQuery(params.query, limits)
      if (nestsDeeper(params.variables, limits.maxNesting)) throw tooNested(limits.maxNesting)
    },
    onValidate({ validateFn, setValidationFn }) {
      setValidationFn((...parameters) => {
        try {
          return validateFn(...parameters)
        } catch (error) {
          // Comparing fragments that spread each other recurses with the square of their number: a hundred overflow
          // the stack, within every other limit.
          if (error instanceof RangeError) return [entangled()]
          throw error
        }
      })
    },
    onExecute({ args }) {
      requireModestCost(args, limits.maxCost)
    },
  }
}

/** Whether the header names a form that Yoga writes; how much a form is wanted (`q`) it does not look at either. */
const accepted = (accept: string): boolean =>
  accept
    .replaceAll(/\s/g, '')
    .toLowerCase()
    .split(',')
    .some((range) => {
      const [mediaType = '', ...parameters] = range.split(';')
      const [type, subtype] = mediaType.split('/')
      const charset = parameters.find((parameter) => parameter.includes('charset='))
      return (
        (charset === undefined || charset === 'charset=utf-8') &&
        ANSWER_MEDIA_TYPES.some((each) => {
          const [ofType, ofSubtype] = each.split('/')
          return (type === '*' || type === ofType) && (subtype === '*' || subtype === ofSubtype)
        })
      )
    })

function requireJson(headers: Headers): void {
  const contentType = headers.get('content-type') ?? ''
  const [mediaType = '', ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase())
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length)
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity'
  if (!REQUEST_MEDIA_TYPES.includes(mediaType)) {
    const found = contentType === '' ? 'none' : `"${contentType}"`
    throw unsupported(`A POST needs the content type application/json; found ${found}.`)
  }
  if (charset !== undefined && !['utf-8', 'utf8', '"utf-8"', '"utf8"'].includes(charset)) {
    throw unsupported(`The body must be UTF-8; the content type says "${charset}".`)
  }
  if (encoding !== 'identity') {
    throw unsupported(`The body must be sent uncompressed; the content encoding is "${encoding}".`)
  }
}

function parametersOfQueryString(searchParams: URLSearchParams): GraphQLParams {
  const text = (name: string) => searchParams.get(name) || undefined
  const json = (name: string) => {
    const value = text(name)
    return value === undefined ? undefined : parseJson(value, `The parameter "${name}"`)
  }
  return withoutAbsent({
    query: text('query'),
    operationName: text('operationName'),
    variables: json('variables'),
    extensions: json('extensions'),
  })
}

async function parametersOfBody(request: IncomingMessage, maxBytes: number): Promise<GraphQLParams> {
  const bytes = await readBody(request, maxBytes)
  const body = parseJson(decodeUtf8(bytes), 'The body')
  if (Array.isArray(body)) throw badRequest('Send one operation a request: batches are not supported.')
  if (typeof body !== 'object' || body === null) throw badRequest('The body must be a JSON object.')
  return body
}

/** The body's bytes, or a 413 once it is clear that there are more than `maxBytes`. */
async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    // A declared length spares the buffering, not the reading: a socket closed on unread bytes is reset, and the
    // sender would see that instead of the answer.
    let tooLarge = Number(request.headers['content-length'] ?? 0) > maxBytes
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length
      tooLarge ||= length > maxBytes
      if (!tooLarge) chunks.push(chunk)
      else if (length > DISCARDED_BYTES) break
    }
    if (tooLarge) throw bodyTooLarge(maxBytes)
  } catch (error) {
    if (error instanceof GraphQLError) throw error
    throw badRequest('The body ended before its end.')
  }
  return Buffer.concat(chunks, length)
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw badRequest('The body is not valid UTF-8.')
  }
}

function parseJson(text: string, what: string): ReturnType<typeof JSON.parse> {
  try {
    return JSON.parse(text)
  } catch {
    throw badRequest(`${what} is not valid JSON.`)
  }
}

/**
 * One pass of the lexer, which does not recurse, before the parser, which does: some thousand brackets overflow
 * its stack. Text that is no GraphQL is left to the parser, whose message names the place.
 */
function requireModestQuery(query: string, limits: RequestLimits): void {
  if (query.length > limits.maxQueryLength) {
    const most = limits.maxQueryLength.toLocaleString('en')
    throw tooLarge(`The query has more than ${most} characters. Send large values as variables.`)
  }
  let tokens = 0
  let nesting = 0
  try {
    const lexer = new Lexer(new Source(query))
    for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) {
      tokens += 1
      if (OPENING.has(kind)) nesting += 1
      if (CLOSING.has(kind)) nesting -= 1
      if (tokens > limits.maxTokens || nesting > limits.maxNesting) break
    }
  } catch {
    return
  }
  if (tokens > limits.maxTokens) {
    const most = limits.maxTokens.toLocaleString('en')
    throw notParsed(
      `The query has more than ${most} tokens. Send large values as variables, or ask in parts.`,
    )
  }
  if (nesting > limits.maxNesting) {
    throw notParsed(`The query is nested more than ${limits.maxNesting} levels deep. Ask in parts.`)
  }
}

/** Whether lists and objects in a value nest deeper than so many levels: whoever reads the value recurses once a level. */
const nestsDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => nestsDeeper(inner, levels - 1)))

/** Before the operation is executed. What is wrong with its name or its variables is left to the executor to say. */
function requireModestCost(
  { schema, document, operationName, variableValues }: ExecutionArgs,
  maxCost: number,
): void {
  const operation = getOperationAST(document, operationName)
  if (!operation) return
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {})
  if (!coerced) return
  const cost = costOfOperation(schema, document, operation, coerced)
  if (cost > maxCost) throw tooExpensive(maxCost, cost)
}

const OPENING: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L])
const CLOSING: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R])

const rejection = (code: string, message: string, status: number, headers: Record<string, string> = {}) =>
  new GraphQLError(message, { extensions: { code, http: { status, headers } } })

const badRequest = (message: string) => rejection('BAD_REQUEST', message, 400)
const notParsed = (message: string) => rejection('GRAPHQL_PARSE_FAILED', message, 400)
const tooNested = (most: number) =>
  rejection('BAD_USER_INPUT', `The variables are nested more than ${most} levels deep. Ask in parts.`, 400)
const entangled = () =>
  rejection('GRAPHQL_VALIDATION_FAILED', 'The fragments of the query are too entangled to be checked.', 400)
const unsupported = (message: string) => rejection('UNSUPPORTED_MEDIA_TYPE', message, 415)
const tooExpensive = (limit: number, found: number) =>
  new GraphQLError(
    `The query can come to ${found.toLocaleString('en')} values; at most ${limit.toLocaleString('en')} are answered at once. Ask for smaller pages by "first", for fewer levels, or in several queries.`,
    { extensions: { code: 'QUERY_TOO_EXPENSIVE', limit, found, http: { status: 400 } } },
  )
const tooLarge = (message: string) => rejection('REQUEST_TOO_LARGE', message, 413)
const bodyTooLarge = (maxBytes: number) =>
  rejection(
    'REQUEST_TOO_LARGE',
    `The body has more than ${maxBytes.toLocaleString('en')} bytes. Send a smaller document, as plain UTF-8 without \\u escapes.`,
    413,
    { connection: 'close' },
  )

/** GraphQLParams takes no property that is undefined. */
function withoutAbsent(parameters: Record<string, unknown>): GraphQLParams {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined))
}
