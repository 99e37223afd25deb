import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect, createServer as createProxy, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { DEMONSTRATION_QUERIES, EXAMPLE_QUERIES } from '../../src/api/example-queries.ts'
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
const start = (env: Variables) => {
  const running = claimgraph(['start'], { env: { PORT: '0', ...env } })
  launched.push(running)
  return running
}
afterEach(async () => {
  for (const { pid, ended } of launched.splice(0)) {
    if (isAlive(pid)) process.kill(pid, 'SIGKILL')
    await ended
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 }))

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

describe('claimgraph start on a given database', () => {
  test(
    'says what it does, where it serves and what is there; it serves; Ctrl-C ends it with exit code 0',
    async () => {
      const service = start(givenDatabase())
      await service.said(LAST_LINE)
      const lines = service.out()
      expect(lines).toContain('Connected to the database at')
      expect(lines).toContain('Seeds: 1 article, 47 statements loaded')
      for (const { query } of EXAMPLE_QUERIES) expect(lines).toContain(query)

      const url = addressIn(lines)
      const { data } = await ask(
        url,
        '{ articles { totalCount } statements { totalCount } agents { totalCount } claims { totalCount } }',
      )
      const counts = ['articles', 'statements', 'agents', 'claims'].map((list) =>
        Number(data[list].totalCount),
      )
      const told =
        /In the graph: (\d+) articles?, (\d+) statements, (\d+) agents, (\d+) claims, (\d+) hops/.exec(lines)!
      expect(told.slice(1, 5).map(Number)).toEqual(counts)
      const [{ hops }] = (await graph.cypher<{ hops: number }>(
        'MATCH (a:Attribution) RETURN count(a) AS hops',
      )) as [{ hops: number }]
      expect(Number(told[5])).toBe(hops)

      // What it says to paste into a shell is pasted into a shell.
      const command = /^curl .*$/m.exec(lines)![0]
      const pasted = await launch('sh', ['-c', command.replace('curl', 'curl -s')]).ended
      if (pasted.code !== 127) expect(JSON.parse(pasted.out).data.statements.nodes).toHaveLength(3)

      process.kill(service.pid, 'SIGINT')
      expect(await service.ended).toMatchObject({
        code: 0,
        err: '',
        out: expect.stringMatching(/\nStopped\.\n$/),
      })
    },
    LONG,
  )

  test(
    'a second start keeps the data, says so, and ends by SIGTERM; a port in use is one message',
    async () => {
      await graph.cypher('MATCH (s:StatementState) WITH s LIMIT 1 SET s.status = "REJECTED"')
      const second = start(givenDatabase())
      await second.said(LAST_LINE)
      expect(second.out()).toContain('Seeds: 1 article, 46 statements known, kept as they are')
      expect(second.out()).toContain('In the graph: 1 article, 46 statements')

      const port = new URL(addressIn(second.out())).port
      const third = await run(['start'], { env: { ...givenDatabase(), PORT: port } })
      expect(third.code).toBe(1)
      expect(third.err).toBe(
        `claimgraph: Port ${port} on 127.0.0.1 is taken by another program. Set PORT to another one, or to 0 for any free port.\n`,
      )

      process.kill(second.pid, 'SIGTERM')
      expect(await second.ended).toMatchObject({ code: 0, err: '' })
    },
    LONG,
  )

  test(
    'with --demo, passed on by npm, loads the demonstration set too; a second start says that it is known',
    async () => {
      const { scripts } = JSON.parse(readFileSync(`${PROJECT}/package.json`, 'utf8'))
      const startDemonstration = async () => {
        // npm puts what stands behind its "--" at the end of the script.
        const command = `${scripts.start} --demo`
        const running = launch('sh', ['-c', command], { env: { PORT: '0', ...givenDatabase() } })
        launched.push(running)
        await running.said(LAST_LINE)
        return running
      }
      const first = await startDemonstration()
      expect(first.out()).toMatch(/^Seeds: 1 article, \d+ statements /m)
      expect(first.out()).toMatch(/^Demonstration set: 12 articles, 157 statements loaded$/m)
      expect(first.out()).toContain('In the graph: 13 articles')
      for (const { query } of DEMONSTRATION_QUERIES) expect(first.out()).toContain(query)

      const url = addressIn(first.out())
      const answers = await Promise.all(DEMONSTRATION_QUERIES.map(({ query }) => ask(url, query)))
      const [travelled, promised] = answers.map(({ data }) => data)
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
      process.kill(first.pid, 'SIGINT')
      expect(await first.ended).toMatchObject({ code: 0, err: '' })

      const second = await startDemonstration()
      expect(second.out()).toMatch(
        /^Demonstration set: 12 articles, 157 statements known, kept as they are$/m,
      )
    },
    2 * LONG,
  )

  test(
    'waits for a database that is still starting, listening already; goes on when it is lost and comes back',
    async () => {
      const target = new URL(givenDatabase().NEO4J_URI!.replace(/^[^:]+/, 'http'))
      const sockets = new Set<Socket>()
      const proxy = () =>
        createProxy((from) => {
          const to = connect(Number(target.port || 7687), target.hostname)
          for (const socket of [from, to]) {
            sockets.add(socket)
            socket.on('error', () => {}).on('close', () => sockets.delete(socket))
          }
          from.pipe(to).pipe(from)
        })
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

      const service = start({
        ...givenDatabase(),
        NEO4J_URI: `bolt://127.0.0.1:${databasePort}`,
        PORT: String(httpPort),
      })
      await service.said('Waiting up to 60 s for the database at bolt://127.0.0.1')
      const base = `http://127.0.0.1:${httpPort}`
      expect(await statusOf(`${base}/health`)).toBe(200)
      expect(await statusOf(`${base}/ready`)).toBe(503)
      const early = await ask(`${base}/graphql`, '{ statements { totalCount } }')
      expect(early.errors[0].extensions.code).toBe('UNAVAILABLE')

      const database = proxy()
      await listen(database, databasePort)
      await service.said(LAST_LINE)
      while ((await statusOf(`${base}/ready`)) !== 200) await pause(100)

      await close(database)
      while ((await statusOf(`${base}/ready`)) !== 503) await pause(100)
      expect(await statusOf(`${base}/health`)).toBe(200)
      const back = proxy()
      await listen(back, databasePort)
      while ((await statusOf(`${base}/ready`)) !== 200) await pause(100)

      process.kill(service.pid, 'SIGINT')
      expect((await service.ended).code).toBe(0)
      await close(back)
    },
    LONG,
  )

  test('a refused password is one message, without waiting', async () => {
    const { code, err } = await run(['start'], {
      env: { ...givenDatabase(), PORT: '0', NEO4J_PASSWORD: 'wrong one' },
    })
    expect(code).toBe(1)
    expect(err).toContain('refused the user name or the password. Check NEO4J_USER and NEO4J_PASSWORD.')
    expect(err.trim().split('\n')).toHaveLength(1)
  })
})

describe('claimgraph start with the embedded database', () => {
  const env = { CLAIMGRAPH_DATA: join(folder, 'data') }
  const holder = () =>
    JSON.parse(readFileSync(join(env.CLAIMGRAPH_DATA, 'claimgraph.holder'), 'utf8')).pid as number

  test(
    'holds its folder; killed by SIGKILL it leaves no process and loses nothing; a database that dies ends it',
    async () => {
      const first = start(env)
      await first.said(LAST_LINE)
      expect(first.out()).toMatch(/Starting Neo4j on .*\nNeo4j 5\.26\.\d+ runs, after /)
      expect(first.out()).toContain('Seeds: 1 article, 47 statements loaded')

      const held = await run(['ingest', 'seeds'], { env })
      expect(held).toMatchObject({ code: 1, out: '' })
      expect(held.err).toContain(`is held by the database process ${holder()}`)
      expect(held.err).toContain('claimgraph ingest --url http://127.0.0.1:4000/graphql')
      const otherStart = await run(['start'], { env: { ...env, PORT: '0' } })
      expect(otherStart).toMatchObject({
        code: 1,
        err: expect.stringContaining('is held by the database process'),
      })

      const database = holder()
      process.kill(first.pid, 'SIGKILL')
      await first.ended
      await gone(database)

      const second = start(env)
      await second.said(LAST_LINE)
      expect(second.out()).toContain('Seeds: 1 article, 47 statements known, kept as they are')
      process.kill(holder(), 'SIGKILL')
      const { code, err } = await second.ended
      expect(code).toBe(1)
      expect(err).toContain('claimgraph: The database stopped by itself: Java ended by SIGKILL.')
      expect(err).not.toMatch(/^\s+at /m)
    },
    LONG,
  )

  test(
    'ends by Ctrl-C with the database while it starts, through the start script of npm and with two signals at once',
    async () => {
      const { scripts } = JSON.parse(readFileSync(`${PROJECT}/package.json`, 'utf8'))
      const early = start(env)
      await early.said('Starting Neo4j')
      process.kill(early.pid, 'SIGINT')
      expect((await early.ended).code).toBe(0)

      // As npm runs it, in a terminal: the shell is in the process group that gets Ctrl-C, and npm passes it on.
      const script = launch('sh', ['-c', scripts.start], { env: { ...env, PORT: '0' } })
      launched.push(script)
      await script.said(LAST_LINE)
      const database = holder()
      process.kill(-script.pid, 'SIGINT')
      process.kill(script.pid, 'SIGINT')
      expect(await script.ended).toMatchObject({ code: 0, out: expect.stringMatching(/\nStopped\.\n$/) })
      expect(isAlive(database)).toBe(false)
    },
    LONG,
  )
})
