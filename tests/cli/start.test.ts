import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect, createServer as createProxy, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DEMONSTRATION_QUERIES, EXAMPLE_QUERIES } from '../../src/api/example-queries.ts'
import { articleId } from '../../src/domain/identity.ts'
import { FOREVER } from '../../src/domain/instant.ts'
import { VISIBLE_STATUSES } from '../../src/domain/visibility.ts'
import { useTestDatabase } from '../support/test-database.ts'
import {
  claimgraph,
  givenDatabase,
  isAlive,
  launch,
  PROJECT,
  type Running,
  run,
  type Variables,
} from './command.ts'

// Each starts a service, some of them a database too, on a machine that may be busy.
const LONG = 180_000

const graph = useTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'claimgraph-start-'))
const launched: Running[] = []
const start = (env: Variables, words: readonly string[] = []) => {
  const running = claimgraph(['start', ...words], { env: { PORT: '0', ...env } })
  launched.push(running)
  return running
}
/** `npm start -- words`: npm puts what stands behind its "--" at the end of the script. */
const startScript = (env: Variables, words: readonly string[] = []) => {
  const { scripts } = JSON.parse(readFileSync(`${PROJECT}/package.json`, 'utf8'))
  const running = launch('sh', ['-c', [scripts.start, ...words].join(' ')], { env: { PORT: '0', ...env } })
  launched.push(running)
  return running
}
// The first start of an embedded database takes longest. It comes up while the given one is tested.
const embedded = { CLAIMGRAPH_DATA: join(folder, 'data') }
let firstEmbedded: Running
// What stands between the service and the given database.
const proxies: Server[] = []
const sockets = new Set<Socket>()
beforeAll(() => {
  firstEmbedded = start(embedded)
})
afterAll(async () => {
  for (const proxy of proxies) proxy.close()
  for (const socket of sockets) socket.destroy()
  for (const { pid, ended } of launched) {
    if (isAlive(pid)) process.kill(pid, 'SIGKILL')
    await ended
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 })
})

const LAST_LINE = 'Ctrl-C stops everything.'
const addressIn = (out: string) => /http:\/\/\S+\/graphql/.exec(out)![0]
const ask = async (url: string, query: string) => {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) })
  return await response.json()
}
const statusOf = async (url: string) => (await fetch(url)).status
const gone = async (pid: number) => {
  while (isAlive(pid)) await pause(50)
}

const DEMONSTRATION = 'Demonstration set: 12 articles, 157 statements'

// One database lives through several starts, each of which finds what the one before it left: so each life is one test.
describe('claimgraph start on a given database', () => {
  test(
    'loads, serves and ends; again keeps the data, waits for a database that is late, goes on when it is lost and comes back',
    async () => {
      const statements = await loadsServesAndEnds()
      await keepsWaitsAndGoesOn(statements)
    },
    LONG,
  )

  /**
   * With --demo, passed on by npm: it says what it does, where it serves and what is there; it serves; SIGTERM ends it.
   * @returns how many statements there are
   */
  async function loadsServesAndEnds(): Promise<number> {
    const service = startScript(givenDatabase(), ['--demo'])
    await service.said(LAST_LINE)
    const lines = service.out()
    expect(lines).toContain('Connected to the database at')
    expect(lines).toContain('Seeds: 1 article, 47 statements loaded\n')
    expect(lines).toContain(`${DEMONSTRATION} loaded\n`)
    expect(lines).toContain('In the graph: 13 articles')
    for (const { query } of [...EXAMPLE_QUERIES, ...DEMONSTRATION_QUERIES]) expect(lines).toContain(query)

    const url = addressIn(lines)
    const { data } = await ask(
      url,
      '{ articles { totalCount } statements { totalCount } agents { totalCount } claims { totalCount } }',
    )
    const counts = ['articles', 'statements', 'agents', 'claims'].map((list) => Number(data[list].totalCount))
    const told =
      /In the graph: (\d+) articles?, (\d+) statements, (\d+) agents, (\d+) claims, (\d+) hops/.exec(lines)!
    expect(told.slice(1, 5).map(Number)).toEqual(counts)
    const statements = counts[1]!
    const [{ hops }] = (await graph.cypher<{ hops: number }>(
      'MATCH (:Attribution)-[:HAS_STATE]->(now {to: $forever}) WHERE now.status IN $shown RETURN count(now) AS hops',
      { forever: FOREVER, shown: VISIBLE_STATUSES },
    )) as [{ hops: number }]
    expect(Number(told[5])).toBe(hops)

    // What it says to paste into a shell is pasted into a shell.
    const command = /^curl .*$/m.exec(lines)![0]
    const pasted = await launch('sh', ['-c', command.replace('curl', 'curl -s')]).ended
    if (pasted.code !== 127) expect(JSON.parse(pasted.out).data.statements.nodes).toHaveLength(3)

    const answers = await Promise.all(DEMONSTRATION_QUERIES.map(({ query }) => ask(url, query)))
    const [travelled, promised] = answers.map((answer) => answer.data)
    const kinds = travelled.trace.links.map(({ kind }: { kind: string }) => kind)
    expect(new Set(kinds)).toEqual(new Set(['REPORTED_IN', 'CITED_BY', 'SOURCE_OF']))
    const revised = promised.agent.statements.nodes.flatMap((node: { revises: object[] }) => node.revises)
    expect(revised).toHaveLength(1)
    // The second version of an article comes after the first.
    const lantern = await ask(
      url,
      '{ article(url: "https://daily-lantern.example/2025/01/18/velmora-dam") { version { number modified { edtf } } } }',
    )
    expect(lantern.data.article.version).toEqual({
      number: 2,
      modified: { edtf: expect.stringContaining('T21:30') },
    })

    process.kill(service.pid, 'SIGTERM')
    expect(await service.ended).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/\nStopped\.\n$/),
    })
    return statements
  }

  /** It waits for a database that is still starting, listening already. */
  async function keepsWaitsAndGoesOn(statements: number): Promise<void> {
    const seed = JSON.parse(readFileSync(`${PROJECT}/seeds/000_fb5d338449b6d03c.json`, 'utf8'))
    await graph.cypher('MATCH (s:StatementState {articleId: $id}) WITH s LIMIT 1 SET s.status = "REJECTED"', {
      id: articleId(seed.article),
    })
    const target = new URL(givenDatabase().NEO4J_URI!.replace(/^[^:]+/, 'http'))
    const proxy = () => {
      const server = createProxy((from) => {
        const to = connect(Number(target.port || 7687), target.hostname)
        for (const socket of [from, to]) {
          sockets.add(socket)
          socket.on('error', () => {}).on('close', () => sockets.delete(socket))
        }
        from.pipe(to).pipe(from)
      })
      proxies.push(server)
      return server
    }
    const listen = (server: Server, port: number) =>
      new Promise<number>((resolve) => {
        server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
      })
    const close = async (server: Server) => {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    }
    // A port that nothing listens on for now.
    const reserved = proxy()
    const databasePort = await listen(reserved, 0)
    await close(reserved)
    const other = createServer()
    const httpPort = await listen(other, 0)
    await close(other)

    const env = {
      ...givenDatabase(),
      NEO4J_URI: `bolt://127.0.0.1:${databasePort}`,
      PORT: String(httpPort),
    }
    const service = start(env, ['--demo'])
    await service.said('Waiting up to 60 s for the database at bolt://127.0.0.1')
    const base = `http://127.0.0.1:${httpPort}`
    expect(await statusOf(`${base}/health`)).toBe(200)
    expect(await statusOf(`${base}/ready`)).toBe(503)
    const early = await ask(`${base}/graphql`, '{ statements { totalCount } }')
    expect(early.errors[0].extensions.code).toBe('UNAVAILABLE')

    const database = proxy()
    await listen(database, databasePort)
    await service.said(LAST_LINE)
    expect(service.out()).toContain('Seeds: 1 article, 46 statements known, kept as they are\n')
    expect(service.out()).toContain(`${DEMONSTRATION} known, kept as they are\n`)
    expect(service.out()).toContain(`In the graph: 13 articles, ${statements - 1} statements`)
    expect(await statusOf(`${base}/ready`)).toBe(200)

    await close(database)
    while ((await statusOf(`${base}/ready`)) !== 503) await pause(100)
    expect(await statusOf(`${base}/health`)).toBe(200)
    const back = proxy()
    await listen(back, databasePort)
    while ((await statusOf(`${base}/ready`)) !== 200) await pause(100)

    const [taken, refused] = await Promise.all([
      run(['start'], { env }),
      run(['start'], { env: { ...givenDatabase(), PORT: '0', NEO4J_PASSWORD: 'wrong one' } }),
    ])
    expect(taken.code).toBe(1)
    expect(taken.err).toBe(
      `claimgraph: Port ${httpPort} on 127.0.0.1 is taken by another program. Set PORT to another one, or to 0 for any free port.\n`,
    )
    // Without waiting.
    expect(refused.code).toBe(1)
    expect(refused.out).not.toContain('Waiting')
    expect(refused.err).toContain(
      'refused the user name or the password. Check NEO4J_USER and NEO4J_PASSWORD.',
    )
    expect(refused.err.trim().split('\n')).toHaveLength(1)

    process.kill(service.pid, 'SIGINT')
    expect(await service.ended).toMatchObject({ code: 0, out: expect.stringMatching(/\nStopped\.\n$/) })
    await close(back)
  }
})

describe('claimgraph start with the embedded database', () => {
  const holder = () =>
    JSON.parse(readFileSync(join(embedded.CLAIMGRAPH_DATA, 'claimgraph.holder'), 'utf8')).pid as number

  test(
    'holds its folder; has lost nothing when its database died; ends by Ctrl-C, also while it starts; killed it leaves no process',
    async () => {
      await holdsItsFolderAndEndsWithItsDatabase()
      await hasLostNothingAndEndsByCtrlC()
      await endsWhileItStarts()
      await leavesNoProcessWhenKilled()
    },
    LONG,
  )

  async function holdsItsFolderAndEndsWithItsDatabase(): Promise<void> {
    const first = firstEmbedded
    await first.said(LAST_LINE)
    expect(first.out()).toMatch(/Starting Neo4j on .*\nNeo4j 5\.26\.\d+ runs, after /)
    expect(first.out()).toContain('Seeds: 1 article, 47 statements loaded')
    expect(first.out()).toContain('In the graph: 1 article, 47 statements')
    expect(first.out()).not.toContain('Demonstration')

    const [held, otherStart] = await Promise.all([
      run(['ingest', 'seeds'], { env: { ...embedded, PORT: '8123' } }),
      run(['start'], { env: { ...embedded, PORT: '0' } }),
    ])
    expect(held).toMatchObject({ code: 1, out: '' })
    expect(held.err).toContain(`is held by the database process ${holder()}`)
    expect(held.err).toContain('claimgraph ingest --url http://127.0.0.1:8123/graphql')
    expect(otherStart).toMatchObject({
      code: 1,
      err: expect.stringContaining('is held by the database process'),
    })

    process.kill(holder(), 'SIGKILL')
    const { code, err } = await first.ended
    expect(code).toBe(1)
    expect(err).toContain('claimgraph: The database stopped by itself: Java ended by SIGKILL.')
    expect(err).not.toMatch(/^\s+at /m)
  }

  /** Together with the database, through the start script of npm and with two signals at once. */
  async function hasLostNothingAndEndsByCtrlC(): Promise<void> {
    // As npm runs it, in a terminal: the shell is in the process group that gets Ctrl-C, and npm passes it on.
    const script = startScript(embedded)
    await script.said(LAST_LINE)
    expect(script.out()).toContain('Seeds: 1 article, 47 statements known, kept as they are')
    const database = holder()
    process.kill(-script.pid, 'SIGINT')
    process.kill(script.pid, 'SIGINT')
    expect(await script.ended).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/\nStopped\.\n$/),
    })
    expect(isAlive(database)).toBe(false)
  }

  async function endsWhileItStarts(): Promise<void> {
    const early = start(embedded)
    await early.said('Starting Neo4j')
    process.kill(early.pid, 'SIGINT')
    expect((await early.ended).code).toBe(0)
  }

  async function leavesNoProcessWhenKilled(): Promise<void> {
    const killed = start(embedded)
    await killed.said('Neo4j 5.26')
    const database = holder()
    process.kill(killed.pid, 'SIGKILL')
    await killed.ended
    await gone(database)
  }
})
