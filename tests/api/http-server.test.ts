import { once } from 'node:events'
import {
  type ClientRequest,
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type RequestOptions,
} from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { gunzipSync } from 'node:zlib'
import { makeExecutableSchema } from '@graphql-tools/schema'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { GraphQLError, GraphQLScalarType } from 'graphql'
import { ERROR_CATALOGUE } from '../../src/api/error-catalogue.ts'
import {
  type ApiRequest,
  cachedReadiness,
  createHttpServer,
  type HttpServer,
  type HttpServerOptions,
} from '../../src/api/http-server.ts'
import { TRANSPORT_CODES } from '../../src/api/mask-error.ts'
import { requestLimits } from '../../src/api/request-limits.ts'
import { ClaimgraphError } from '../../src/domain/claimgraph-error.ts'

const SECRET = 'bolt://neo4j:s3cret@10.0.0.1'

interface TestContext {
  request: ApiRequest
  known: string | null
}

/** A promise that the test settles, and the number of those who came to wait for it. */
class Gate {
  open: () => void = () => {}
  arrived: () => void = () => {}
  readonly opened = new Promise<void>((resolve) => {
    this.open = resolve
  })
  readonly firstArrival = new Promise<void>((resolve) => {
    this.arrived = resolve
  })
  pass(): Promise<void> {
    this.arrived()
    return this.opened
  }
}

let gate: Gate
let stepsAfterGate: number
let ingested: number

const schema = makeExecutableSchema<TestContext>({
  typeDefs: /* GraphQL */ `
    directive @asOf(known: DateTime!) on QUERY
    scalar DateTime
    scalar Broken
    scalar JSON
    type Query {
      hello(name: String = "world"): String!
      size(values: [Int!]): Int!
      requestId: String!
      header(name: String!): String
      known: String
      domainError: String
      catalogued: String
      foreignCode: String
      thrown: String
      thrownList: [String]
      broken: Broken
      required(value: Int!): Int
      gated: Step
      self: Query!
      greeting: Greeting!
      lists(of: [[Int]]): Int
    }
    type Greeting { words: String! greeting: Greeting! }
    type Step { next: Step end: Int }
    type Mutation { ingestArticle(document: JSON!): Int! }
  `,
  resolvers: {
    DateTime: new GraphQLScalarType({
      name: 'DateTime',
      parseValue: (value) => {
        const instant = new Date(String(value))
        if (Number.isNaN(instant.getTime())) throw new GraphQLError('not a moment')
        return instant
      },
    }),
    Broken: new GraphQLScalarType({
      name: 'Broken',
      serialize: (value) => {
        throw new GraphQLError(`cannot write ${value}`)
      },
    }),
    Query: {
      hello: (_, { name }) => `hello ${name}`,
      size: (_, { values }) => values?.length ?? 0,
      requestId: (_, __, { request }) => request.id,
      header: (_, { name }, { request }) => request.headers.get(name),
      known: (_, __, { known }) => known,
      domainError: () => {
        throw new ClaimgraphError(
          'INVALID_CURSOR',
          'The cursor is of another order.',
          { after: 'x' },
          new Error(SECRET),
        )
      },
      catalogued: () => {
        throw new GraphQLError('seen', { extensions: { code: 'BAD_USER_INPUT', hint: 'h' } })
      },
      foreignCode: () => {
        throw new GraphQLError(SECRET, { extensions: { code: 'NEO_CLIENT_ERROR' } })
      },
      thrown: () => {
        throw new Error(SECRET)
      },
      thrownList: () => [new Error(SECRET) as unknown as string],
      broken: () => SECRET,
      required: (_, { value }) => value,
      gated: async () => {
        await gate.pass()
        return {}
      },
      self: () => ({}),
      greeting: () => ({}),
      lists: () => 1,
    },
    Greeting: { words: () => 'hello', greeting: () => ({}) },
    Step: {
      next: () => {
        stepsAfterGate += 1
        return null
      },
    },
    Mutation: {
      ingestArticle: (_, { document }) => {
        ingested += 1
        return JSON.stringify(document).length
      },
    },
  },
})

interface Logged {
  level: string
  fields: Record<string, unknown>
  message: string
}

let logged: Logged[]
let ready: () => Promise<boolean>
let http: HttpServer
let url: string

const options = (): HttpServerOptions => {
  const at = (level: string) => (fields: object, message: string) =>
    void logged.push({ level, fields: fields as Record<string, unknown>, message })
  return {
    schema,
    contextFor: (request, known) => ({ request, known }),
    logger: { debug: at('debug'), warn: at('warn'), error: at('error') },
    limits: requestLimits(1_000_000),
    allowedHosts: [],
    exampleQueries: [
      { title: 'A greeting', query: 'query Greeting { hello }' },
      { title: 'Awkward', query: 'query Awkward { hello(name: "</script><!-- $& ") }' },
    ],
    isReady: () => ready(),
  }
}

beforeEach(async () => {
  logged = []
  ready = async () => true
  gate = new Gate()
  stepsAfterGate = 0
  ingested = 0
  http = createHttpServer(options())
  url = (await http.listen(0, '127.0.0.1')).url
})

afterEach(async () => {
  gate.open()
  await http.close({ graceMs: 0 })
})

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what the tests are about.
  json: any
}

/** A request by node:http, which sends headers and bodies that fetch would refuse or repair. */
function open(path: string, init: RequestOptions = {}): ClientRequest {
  return httpRequest(new URL(path, url), { agent: false, ...init })
}

async function answerOf(sent: ClientRequest): Promise<Answer> {
  const [response] = await once(sent, 'response')
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  const text = body.toString()
  const isJson = String(response.headers['content-type']).includes('json')
  return {
    status: response.statusCode,
    headers: response.headers,
    body,
    text,
    json: isJson ? JSON.parse(text) : null,
  }
}

async function send(path: string, init: RequestOptions & { body?: string | Buffer } = {}): Promise<Answer> {
  const { body, ...rest } = init
  const sent = open(path, rest)
  const answer = answerOf(sent)
  sent.end(body)
  return answer
}

const JSON_TYPE = { 'content-type': 'application/json' }

const post = (body: string | Buffer | object, headers: Record<string, string> = {}) =>
  send('/graphql', {
    method: 'POST',
    headers: { ...JSON_TYPE, ...headers },
    body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
  })

const ask = (query: string, variables?: object, headers?: Record<string, string>) =>
  post({ query, variables }, headers)

const codesOf = (answer: Answer) => answer.json.errors?.map((error: GraphQLError) => error.extensions.code)

const faults = () => logged.filter(({ level }) => level === 'error')

describe('GraphQL over HTTP', () => {
  test('answers POST and GET, with variables', async () => {
    expect((await ask('query ($n: String) { hello(name: $n) }', { n: 'Jo' })).json).toEqual({
      data: { hello: 'hello Jo' },
    })
    const parameters = new URLSearchParams({
      query: 'query ($n: String) { hello(name: $n) }',
      variables: '{"n":"Jo"}',
    })
    expect((await send(`/graphql?${parameters}`)).json).toEqual({ data: { hello: 'hello Jo' } })
  })

  test.each([
    'application/json',
    'Application/JSON; charset=UTF-8',
    'application/graphql+json',
    'application/graphql-response+json; charset=utf-8',
  ])('takes the content type %s', async (type) => {
    expect((await post({ query: '{ hello }' }, { 'content-type': type })).json.data.hello).toBe('hello world')
  })

  test.each([
    ['application/x-www-form-urlencoded', 'query=%7Bhello%7D'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--',
    ],
    ['application/graphql', '{ hello }'],
    ['text/plain', '{"query":"{ hello }"}'],
    ['application/json; charset=utf-16', '{"query":"{ hello }"}'],
    ['', '{"query":"{ hello }"}'],
  ])('refuses the content type %j', async (type, body) => {
    const answer = await post(body, { 'content-type': type })
    expect([answer.status, codesOf(answer)]).toEqual([415, ['UNSUPPORTED_MEDIA_TYPE']])
  })

  test.each(['application/xml', 'text/html', 'application/json;charset=latin1', 'json'])(
    'refuses to answer as %j, and executes nothing for it',
    async (accept) => {
      const answer = await ask('mutation { ingestArticle(document: 1) }', {}, { accept })
      expect([answer.status, codesOf(answer)]).toEqual([406, ['NOT_ACCEPTABLE']])
      expect(ingested).toBe(0)
    },
  )

  test.each([
    '',
    '*/*',
    'application/*',
    'text/html, application/json;q=0.1',
    'Application/GraphQL-Response+JSON; charset=utf-8',
  ])('answers who accepts %j', async (accept) => {
    expect((await ask('{ hello }', {}, { accept })).json).toEqual({ data: { hello: 'hello world' } })
  })

  test('refuses compressed bodies', async () => {
    const answer = await post({ query: '{ hello }' }, { 'content-encoding': 'gzip' })
    expect([answer.status, codesOf(answer)]).toEqual([415, ['UNSUPPORTED_MEDIA_TYPE']])
  })

  test.each(['variables', 'extensions'])('refuses GET with %s that are no JSON', async (name) => {
    const answer = await send(`/graphql?query={hello}&${name}={oops`)
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_REQUEST']])
  })

  test('refuses mutations by GET', async () => {
    const answer = await send(
      `/graphql?query=${encodeURIComponent('mutation { ingestArticle(document: 1) }')}`,
    )
    expect([answer.status, codesOf(answer)]).toEqual([405, ['BAD_REQUEST']])
  })

  test.each([
    [
      'invalid UTF-8',
      Buffer.concat([
        Buffer.from('{"query":"{ hello(name: \\"'),
        Buffer.from([0xff]),
        Buffer.from('\\") }"}'),
      ]),
    ],
    ['broken JSON', '{"query": s3cret'],
    ['nothing', ''],
    ['a string', '"{ hello }"'],
    ['null', 'null'],
    ['a batch', '[{"query":"{ hello }"}]'],
    ['no query', '{}'],
    ['a query that is no string', '{"query":1}'],
    ['variables that are no object', '{"query":"{ hello }","variables":[1]}'],
    ['an unknown member', '{"query":"{ hello }","doc":1}'],
  ])('refuses a body that is %s', async (_, body) => {
    const answer = await post(body, { accept: 'application/graphql-response+json' })
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_REQUEST']])
    expect(answer.text).not.toContain('s3cret')
  })

  test('lets no page of another origin ask', async () => {
    for (const origin of ['https://news.example', 'null', 'http://127.0.0.1']) {
      const preflight = await send('/graphql', {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      })
      const answer = await ask('{ hello }', {}, { origin, cookie: 'a=b' })
      for (const { headers } of [preflight, answer]) {
        expect(headers['access-control-allow-origin']).toBeUndefined()
        expect(headers['access-control-allow-credentials']).toBeUndefined()
      }
    }
  })

  test.each(['127.0.0.1', '0.0.0.0'])(
    'on %s is asked by localhost, an IP address or a name that is listed: no page can lead its own name here',
    async (address) => {
      await http.close({ graceMs: 0 })
      http = createHttpServer({ ...options(), allowedHosts: ['Graph.Example', 'claimgraph'] })
      url = (await http.listen(0, address)).url
      for (const host of [
        'localhost',
        'LOCALHOST:4000',
        '127.0.0.1:80',
        '[::1]:4000',
        '192.168.1.5',
        '[fe80::1]',
      ])
        expect({ host, status: (await ask('{ hello }', {}, { host })).status }).toEqual({ host, status: 200 })
      for (const host of ['graph.example', 'GRAPH.example:443', 'claimgraph:4000'])
        expect({ host, status: (await ask('{ hello }', {}, { host })).status }).toEqual({ host, status: 200 })
      for (const host of [
        'evil.example',
        'evil.example:80',
        '127.0.0.1.evil.example',
        'localhost.evil.example',
        'evil.graph.example',
        'claimgraph.evil.example',
        'localhost@evil.example',
      ])
        expect({ host, status: (await ask('{ hello }', {}, { host })).status }).toEqual({ host, status: 421 })
      expect((await ask('{ hello }', {}, { host: 'evil.example' })).text).toContain(
        'CLAIMGRAPH_ALLOWED_HOSTS',
      )
    },
  )

  test('answers as the listener of a server of somebody else', async () => {
    const theirs = createServer(http.requestListener)
    await once(theirs.listen(0, '127.0.0.1'), 'listening')
    url = `http://127.0.0.1:${(theirs.address() as AddressInfo).port}`
    const { json, headers } = await ask('{ requestId }', {}, { 'x-request-id': 'r1' })
    expect([json, headers['x-request-id']]).toEqual([{ data: { requestId: 'r1' } }, 'r1'])
    await http.close({ graceMs: 0 })
    expect((await send('/ready')).status).toBe(503)
    theirs.close()
    await once(theirs, 'close')
  })

  test('answers HEAD for its page as GET, without the page', async () => {
    const { status, text } = await send('/graphql', { method: 'HEAD', headers: { accept: 'text/html' } })
    expect([status, text]).toEqual([200, ''])
  })

  test('gives the context the id, the headers and the moment of @asOf', async () => {
    const answer = await ask(
      'query ($t: DateTime!, $h: String!) @asOf(known: $t) { requestId header(name: $h) known self { known } }',
      { t: '2026-01-02T03:04:05+01:00', h: 'x-desk' },
      { 'x-desk': 'world', 'x-request-id': 'from-client_1' },
    )
    const known = '2026-01-02T02:04:05.000Z'
    expect(answer.json).toEqual({
      data: { requestId: 'from-client_1', header: 'world', known, self: { known } },
    })
  })

  test('takes @asOf from the operation that is asked for, and null without it', async () => {
    const query = 'query A @asOf(known: "2026-01-01T00:00:00Z") { known } query B { known }'
    expect((await post({ query, operationName: 'A' })).json.data.known).toBe('2026-01-01T00:00:00.000Z')
    expect((await post({ query, operationName: 'B' })).json.data.known).toBeNull()
  })

  test('a moment of @asOf that cannot be read is an error of the request', async () => {
    for (const t of ['yesterday', undefined]) {
      const answer = await ask('query ($t: DateTime!) @asOf(known: $t) { known }', { t })
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT'])
      expect(answer.json.data).toBeUndefined()
    }
    expect(codesOf(await ask('query @asOf(known: "yesterday") { known }'))).toEqual([
      'GRAPHQL_VALIDATION_FAILED',
    ])
    expect(faults()).toEqual([])
  })
})

describe('limits of a request', () => {
  const document = (bytes: number) => ({
    query: 'mutation ($d: JSON!) { ingestArticle(document: $d) }',
    variables: { d: 'é'.repeat(bytes / 2 - 1) },
  })

  test('a document of the largest size passes', async () => {
    expect((await post(document(1_000_000))).json).toEqual({ data: { ingestArticle: 500_001 } })
  })

  test.each([
    ['declared', {}],
    ['chunked', { 'transfer-encoding': 'chunked' }],
  ])('a larger body gets 413 and a closed connection: %s', async (_, headers) => {
    const answer = await post(document(4_000_000), { ...headers, connection: 'keep-alive' })
    expect([answer.status, codesOf(answer)]).toEqual([413, ['REQUEST_TOO_LARGE']])
    expect(answer.headers.connection).toBe('close')
  })

  test('a query of 200,000 characters may not be longer', async () => {
    const answer = await ask(`{ hello } #${'x'.repeat(200_000)}`)
    expect([answer.status, codesOf(answer)]).toEqual([413, ['REQUEST_TOO_LARGE']])
  })

  test('a large query passes, one with too many tokens does not', async () => {
    const fields = (count: number) => Array.from({ length: count }, (_, i) => `f${i}: words`).join(' ')
    expect(Object.keys((await ask(`{ greeting { ${fields(3_000)} } }`)).json.data.greeting)).toHaveLength(
      3_000,
    )
    const answer = await ask(`{ greeting { ${fields(3_400)} } }`)
    expect([answer.status, codesOf(answer)]).toEqual([400, ['GRAPHQL_PARSE_FAILED']])
    expect(answer.json.errors[0].message).toContain('10,000 tokens')
  })

  test.each([
    ['fields', `${'{self'.repeat(3_000)}{hello}${'}'.repeat(3_000)}`],
    ['lists', `{ lists(of: ${'['.repeat(4_900)}${']'.repeat(4_900)}) }`],
  ])('deeply nested %s are refused before they reach the parser', async (_, query) => {
    const answer = await ask(query)
    expect([answer.status, codesOf(answer)]).toEqual([400, ['GRAPHQL_PARSE_FAILED']])
    expect(answer.json.errors[0].message).toContain('levels deep')
  })

  test.each([100, 3_000, 20_000])(
    'variables nested %d levels deep in another are refused, not a fault',
    async (levels) => {
      const variables = `{"of":${'['.repeat(levels)}${']'.repeat(levels)}}`
      const answer = await post(`{"query":"query ($of: JSON) { hello }","variables":${variables}}`)
      expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']])
      expect(answer.json.errors[0].message).toBe(
        'The variables are nested more than 100 levels deep. Ask in parts.',
      )
      expect(faults()).toEqual([])
    },
  )

  test('fragments that spread each other are refused, not a fault', async () => {
    const fragment = (_: unknown, i: number) =>
      `fragment f${i} on Query { hello ...f${(i + 1) % 300} ...f${(i + 2) % 300} }`
    const answer = await ask(`{ ...f0 } ${Array.from({ length: 300 }, fragment).join(' ')}`)
    expect(codesOf(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED'])
    expect(faults()).toEqual([])
  })

  test('nesting counts depth, not brackets', async () => {
    const { greeting } = (await ask(`{ greeting { words ${'greeting{words}'.repeat(200)} } }`)).json.data
    expect(greeting.words).toBe('hello')
  })
})

describe('errors', () => {
  test('ours pass with code and details', async () => {
    expect((await ask('{ domainError }')).json).toEqual({
      data: { domainError: null },
      errors: [
        {
          message: 'The cursor is of another order.',
          locations: [{ line: 1, column: 3 }],
          path: ['domainError'],
          extensions: { code: 'INVALID_CURSOR', after: 'x' },
        },
      ],
    })
    expect(faults()).toEqual([])
    const warned = logged.find(({ level }) => level === 'warn')
    expect(warned?.fields).toMatchObject({ code: 'INVALID_CURSOR', err: { message: SECRET } })
  })

  test('GraphQL errors with a code of the catalogue pass', async () => {
    expect((await ask('{ catalogued }')).json.errors[0]).toMatchObject({
      message: 'seen',
      extensions: { code: 'BAD_USER_INPUT', hint: 'h' },
    })
  })

  test.each([
    ['{ hello', 'GRAPHQL_PARSE_FAILED'],
    ['{ hello "\u0007" }', 'GRAPHQL_PARSE_FAILED'],
    ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ hello(name: 1) }', 'GRAPHQL_VALIDATION_FAILED'],
    ['query ($v: Int!) { required(value: $v) }', 'BAD_USER_INPUT'],
    ['query ($v: Int = 1) { required(value: $v) }', 'BAD_USER_INPUT'],
    ['query A { hello } query B { hello }', 'OPERATION_RESOLUTION_FAILURE'],
  ])('%s is the client’s mistake: %s', async (query, code) => {
    const answer = await ask(query, { v: null })
    expect(codesOf(answer)).toEqual([code])
    expect(faults()).toEqual([])
  })

  test('status 400 for mistakes in the document, where the client asks for the new media type', async () => {
    const accept = { accept: 'application/graphql-response+json' }
    for (const query of ['{ hello', '{ nothing }', 'query ($v: Int!) { required(value: $v) }']) {
      expect((await ask(query, {}, accept)).status).toBe(400)
    }
  })

  test.each(['production', 'development'])(
    'everything else is masked and logged, in %s too',
    async (mode) => {
      const before = process.env.NODE_ENV
      process.env.NODE_ENV = mode
      try {
        for (const field of ['thrown', 'thrownList', 'foreignCode', 'broken']) {
          logged = []
          const answer = await ask(`{ ${field} }`, {}, { 'x-request-id': `id-of-${field}` })
          expect(answer.json.errors).toHaveLength(1)
          expect(answer.json.errors[0]).toMatchObject({
            message: 'Unexpected error.',
            extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: `id-of-${field}` },
          })
          expect(answer.text).not.toContain('s3cret')
          expect(answer.text).not.toContain('stack')
          expect(faults()).toHaveLength(1)
          expect(faults()[0]?.fields).toMatchObject({ requestId: `id-of-${field}` })
          const err = faults()[0]?.fields.err as Error
          expect(err.message).toContain('s3cret')
          expect(err.stack).toMatch(/\n {4}at /)
        }
      } finally {
        if (before === undefined) delete process.env.NODE_ENV
        else process.env.NODE_ENV = before
      }
    },
  )

  test('a context that cannot be made is masked, with status 500', async () => {
    await http.close({ graceMs: 0 })
    http = createHttpServer({
      ...options(),
      contextFor: () => {
        throw new Error(SECRET)
      },
    })
    url = (await http.listen(0, '127.0.0.1')).url
    const answer = await ask('{ hello }')
    expect([answer.status, codesOf(answer)]).toEqual([500, ['INTERNAL_SERVER_ERROR']])
    expect(answer.text).not.toContain('s3cret')
    expect(faults()).toHaveLength(1)
  })

  test('the codes that the machinery gives stand in the catalogue', () => {
    expect(Object.keys(ERROR_CATALOGUE)).toEqual(expect.arrayContaining([...TRANSPORT_CODES]))
  })
})

describe('request ids', () => {
  test('a sane id is kept, others are replaced, on every address', async () => {
    for (const path of ['/graphql?query={hello}', '/health', '/ready', '/nowhere', '/graphql?query={']) {
      const kept = await send(path, { headers: { 'x-request-id': '4f-a:B.c_1' } })
      expect(kept.headers['x-request-id']).toBe('4f-a:B.c_1')
      for (const bad of ['a b', '{"x":1}', 'x'.repeat(101), '']) {
        const replaced = await send(path, { headers: { 'x-request-id': bad } })
        expect(replaced.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
      }
    }
  })
})

describe('addresses', () => {
  test('/health speaks for the process alone, /ready for the database', async () => {
    ready = async () => {
      throw new Error(SECRET)
    }
    expect((await send('/health')).status).toBe(200)
    const answer = await send('/ready')
    expect([answer.status, answer.text]).toEqual([503, 'not ready\n'])
  })

  test('/ready is 200 when queries can be answered', async () => {
    expect((await send('/ready')).status).toBe(200)
  })

  test('/ready does not wait for a check that hangs', async () => {
    ready = () => new Promise(() => {})
    expect((await send('/ready')).status).toBe(503)
  })

  test('anything else is 404, a malformed host 400 without a stack', async () => {
    expect((await send('/')).status).toBe(404)
    expect((await send('/health/graphql')).status).toBe(404)
    const answer = await send('/graphql?query={hello}', { headers: { host: '[' } })
    expect(answer.status).toBe(400)
    expect(answer.text).not.toContain('node_modules')
  })

  test('each answer is to be read as what it says it is', async () => {
    for (const path of ['/graphql?query={hello}', '/health', '/ready', '/nowhere', '/graphql?query={'])
      expect((await send(path)).headers['x-content-type-options']).toBe('nosniff')
    const page = await send('/graphql', { headers: { accept: 'text/html' } })
    expect(page.headers['x-content-type-options']).toBe('nosniff')
  })

  const hasIPv6 = Object.values(networkInterfaces()).some((each) =>
    each?.some(({ address }) => address === '::1'),
  )
  if (hasIPv6)
    test('an IPv6 address stands in brackets, and is answered at', async () => {
      await http.close({ graceMs: 0 })
      http = createHttpServer(options())
      url = (await http.listen(0, '::1')).url
      expect(url).toBe(`http://[::1]:${(http.server.address() as AddressInfo).port}/graphql`)
      expect((await ask('{ hello }')).status).toBe(200)
    })

  test('a taken port is said with what to do', async () => {
    const second = createHttpServer(options())
    const { port } = http.server.address() as AddressInfo
    await expect(second.listen(port, '127.0.0.1')).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is taken by another program. Set PORT`,
    )
    await expect(second.listen(0, '203.0.113.7')).rejects.toThrow('Set HOST')
  })
})

describe('cached readiness', () => {
  test('asks at most once a second, and not again while a check hangs for less than five', async () => {
    let now = 0
    let checks = 0
    let check = async () => true
    const isReady = cachedReadiness(
      () => {
        checks += 1
        return check()
      },
      () => now,
    )
    expect(await Promise.all([isReady(), isReady(), isReady()])).toEqual([true, true, true])
    now = 999
    expect([await isReady(), checks]).toEqual([true, 1])
    now = 1_000
    check = () => new Promise(() => {})
    expect([await isReady(), checks]).toEqual([false, 2])
    now = 5_999
    expect([await isReady(), checks]).toEqual([false, 2])
    now = 6_000
    check = async () => true
    expect([await isReady(), checks]).toEqual([true, 3])
  })
})

describe('clients that go away', () => {
  test('nothing more is resolved for them', async () => {
    const sent = open('/graphql', { method: 'POST', headers: JSON_TYPE })
    const failed = once(sent, 'error').catch((error) => error)
    const gone = new Promise<void>((resolve) => {
      http.server.once('request', (_, response) => response.once('close', resolve))
    })
    sent.end(JSON.stringify({ query: '{ gated { next { next { end } } } }' }))
    await gate.firstArrival
    sent.destroy()
    await failed
    await gone
    gate.open()
    // A later request on the same event loop: by its answer the other one has come to its end.
    await ask('{ hello }')
    expect(stepsAfterGate).toBe(0)
    expect(faults()).toEqual([])
  })
})

describe('closing', () => {
  test('what is under way is answered, with Connection: close, and readiness is over', async () => {
    const readyGate = new Gate()
    ready = async () => {
      await readyGate.pass()
      return true
    }
    const keepAlive = { headers: { ...JSON_TYPE, connection: 'keep-alive' } }
    const sent = open('/graphql', { method: 'POST', ...keepAlive })
    const answer = answerOf(sent)
    sent.end(JSON.stringify({ query: '{ gated { next { end } } }' }))
    const readySent = open('/ready', keepAlive)
    const readyAnswer = answerOf(readySent)
    readySent.end()
    await Promise.all([gate.firstArrival, readyGate.firstArrival])

    const closed = http.close({ graceMs: 60_000 })
    await expect(send('/health')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    gate.open()
    readyGate.open()
    expect((await answer).json).toEqual({ data: { gated: { next: null } } })
    expect((await answer).headers.connection).toBe('close')
    expect((await readyAnswer).status).toBe(503)
    expect((await readyAnswer).headers.connection).toBe('close')
    await closed
  })

  test('connections without a request under way do not hold it up', async () => {
    const { port } = http.server.address() as AddressInfo
    const sockets: Socket[] = []
    for (const greeting of ['', 'GET /health HTTP/1.1\r\nHost: x\r\n\r\n']) {
      const accepted = once(http.server, 'connection')
      const socket = connect(port, '127.0.0.1')
      sockets.push(socket)
      await accepted
      if (greeting !== '') {
        socket.write(greeting)
        await once(socket, 'data')
      }
    }
    const ends = sockets.map((socket) => once(socket.resume(), 'close'))
    // The grace is longer than a test may take.
    await http.close({ graceMs: 600_000 })
    await Promise.all(ends)
  })

  test('what does not end within the grace is cut off', async () => {
    const sent = open('/graphql', { method: 'POST', headers: JSON_TYPE })
    const failed = once(sent, 'response')
    sent.end(JSON.stringify({ query: '{ gated { next { end } } }' }))
    await gate.firstArrival
    await Promise.all([expect(failed).rejects.toThrow(), http.close({ graceMs: 10 })])
  })

  test('closing twice is closing once', async () => {
    await Promise.all([http.close({ graceMs: 0 }), http.close({ graceMs: 0 })])
  })
})

describe('GraphiQL', () => {
  const asBrowser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

  test('is one page with the example queries, allowed to load nothing from outside', async () => {
    const page = await send('/graphql', { headers: asBrowser })
    expect(page.status).toBe(200)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'self'")
    // No page of another origin may lay this one under its own.
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/https?:|\*|script-src [^;]*'unsafe/)

    // What the markup itself refers to: everything outside script and style.
    const markup = page.text.replaceAll(/<(script|style)>[\s\S]*?<\/\1>/g, '')
    const references = [...markup.matchAll(/\b(?:src|href)="([^"]*)"/g)].map((match) => match[1] ?? '')
    expect(references.length).toBeGreaterThan(0)
    for (const reference of references) expect(reference).toMatch(/^data:/)
    // As booleans: a failing match would print nine megabytes.
    expect(/url\(\s*["']?(https?:)?\/\//.test(page.text)).toBe(false)
    expect(page.text.includes('@import')).toBe(false)
    expect(page.text.includes('# A greeting\\n\\nquery Greeting { hello }')).toBe(true)
    expect(page.text.includes('\\u003c/script>\\u003c!-- $& ')).toBe(true)
  })

  test('travels compressed and only once', async () => {
    const plain = await send('/graphql', { headers: asBrowser })
    const zipped = await send('/graphql', { headers: { ...asBrowser, 'accept-encoding': 'gzip, br' } })
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true)
    const again = await send('/graphql', {
      headers: { ...asBrowser, 'if-none-match': String(plain.headers.etag) },
    })
    expect([again.status, again.body.length]).toEqual([304, 0])
  })
})
