import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type JsonObject, smallDocument } from '../ingest/small-document.ts'
import { useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'
import {
  claimgraph,
  givenDatabase,
  PROJECT,
  type Running,
  run,
  runInTurn,
  type Variables,
} from './command.ts'

const graph = useTestDatabase()
const api = useTestApi(graph)
const folder = mkdtempSync(join(tmpdir(), 'claimgraph-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// Where nothing may be written: a database that does not answer.
const NO_DATABASE: Variables = { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'none' }
const ingest = (words: readonly string[], env: Variables, input: string | Uint8Array = '') =>
  run(['ingest', ...words], { env, input, folder: PROJECT })

const ingestInTurn = (...lines: { words: readonly string[]; env: Variables }[]) =>
  runInTurn(lines.map(({ words, env }) => ({ words: ['ingest', ...words], env })))

const SEED = join(folder, 'good', 'a-seed.json')
const at = (...names: string[]) => join(folder, ...names)
type Change = (document: { article: JsonObject; colour?: string }) => void
const document = (url: string, change: Change = () => {}) => {
  const made = smallDocument() as unknown as Parameters<Change>[0]
  made.article.url = url
  change(made)
  return JSON.stringify(made)
}
const isStored = async (url: string) =>
  (await graph.cypher('MATCH (a:Article {url: $url}) RETURN a', { url })).length > 0

beforeAll(() => {
  for (const name of ['good', 'mixed', join('mixed', 'below'), 'empty']) mkdirSync(at(name))
  cpSync(`${PROJECT}/seeds/000_fb5d338449b6d03c.json`, SEED)
  cpSync(`${PROJECT}/seeds/000_fb5d338449b6d03c.txt`, at('good', '000_fb5d338449b6d03c.txt'))
  writeFileSync(at('good', 'b-small.json'), document('https://example.org/b'))
  writeFileSync(at('mixed', '1-bad.json'), '{ "article": 3\n  "statements": [] }')
  writeFileSync(
    at('mixed', '2-wrong.json'),
    document('https://example.org/2', (wrong) => {
      wrong.article.outlet = 'nobody'
      wrong.colour = 'blue'
    }),
  )
  writeFileSync(at('mixed', '3-right.json'), document('https://example.org/3'))
  writeFileSync(at('mixed', 'notes.txt'), 'not a document')
  writeFileSync(at('mixed', 'below', '4-right.json'), document('https://example.org/4'))
  // A folder is no document, whatever its name.
  mkdirSync(at('mixed', '5-folder.json'))
  writeFileSync(at('mixed', '5-folder.json', '6-right.json'), document('https://example.org/6'))
})

describe('claimgraph ingest --dry-run', () => {
  test('checks and counts without a database', async () => {
    const { code, out, err } = await ingest(['--dry-run', SEED], NO_DATABASE)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(
      /^.*a-seed\.json: no problem; has 1 article, 1 version, 47 statements, \d+ hops, \d+ agents/,
    )
  })

  test('tells every problem on a line and fails; folders within folders and the limit as asked for', async () => {
    const [flat, recursive, limited] = await ingestInTurn(
      { words: ['--dry-run', at('mixed'), at('missing.json'), at('empty')], env: NO_DATABASE },
      { words: ['--dry-run', '-r', at('mixed')], env: NO_DATABASE },
      { words: ['--dry-run', SEED], env: { ...NO_DATABASE, CLAIMGRAPH_MAX_DOCUMENT_BYTES: '1000' } },
    )
    // It goes on behind a bad document.
    expect(flat!.code).toBe(1)
    expect(flat!.out.split('\n').map((line) => line.split(': ')[0])).toEqual([
      at('mixed', '3-right.json'),
      '',
    ])
    const lines = flat!.err.split('\n').filter((line) => !line.startsWith('Documents:'))
    expect(lines).toEqual([
      expect.stringMatching(/1-bad\.json: \$: nothing found: This is not JSON \(line 2, column \d+\): /),
      ...[
        '2-wrong.json: $.colour: found "blue": There is no "colour" here',
        '2-wrong.json: $.article.outlet: found "nobody": ',
        'missing.json: $: found ',
        'empty: $: found ',
      ].map((text) => expect.stringContaining(text)),
      '5 documents: 1 would be stored, 4 failed.',
      '',
    ])

    expect(recursive!.out.split('\n').map((line) => line.split(': ')[0])).toEqual([
      at('mixed', '3-right.json'),
      at('mixed', '5-folder.json', '6-right.json'),
      at('mixed', 'below', '4-right.json'),
      '',
    ])
    expect(recursive!.err).toContain('5 documents: 3 would be stored, 2 failed.')

    expect(limited!.code).toBe(1)
    expect(limited!.err).toMatch(/a-seed\.json: The document has \d+ bytes; at most 1000 are accepted/)
  })
})

test('a key that a document has twice is a problem with its path, beside the others', async () => {
  const twice = document('https://example.org/twice').replace('"acts":{', '"acts":{"said":{"by":["nobody"]},')
  const { code, err } = await ingest(['--dry-run', '-'], NO_DATABASE, twice.replace('{', '{"colour":1,'))
  expect(code).toBe(1)
  expect(err.trim().split('\n')).toEqual([
    expect.stringContaining('-: $.acts.said: found "said": This key stands here more than once'),
    expect.stringContaining('-: $.colour: found 1: '),
  ])
})

describe('the text file of a document', () => {
  let problems: (textFile: string, change?: Change) => string
  beforeAll(async () => {
    writeFileSync(at('secret.txt'), 'Secret.')
    mkdirSync(at('texts'))
    symlinkSync(at('secret.txt'), at('texts', 'link.txt'))
    writeFileSync(at('texts', 'latin.txt'), Buffer.from([0x63, 0x61, 0x66, 0xe9]))
    const cases: [string, Change?][] = [
      ['gone.txt', COLOURED],
      ...OUTSIDE().map((path): [string] => [path]),
      ['latin.txt'],
      ['latin.txt', WITH_TEXT],
    ]
    const files = cases.map(([textFile, change], index) => {
      const file = at('texts', `${index}.json`)
      writeFileSync(
        file,
        document('https://example.org/t', (made) => {
          delete made.article.text
          made.article.textFile = textFile
          change?.(made)
        }),
      )
      return file
    })
    const ends = await ingestInTurn(
      ...files.map((file) => ({ words: ['--dry-run', file], env: NO_DATABASE })),
    )
    problems = (textFile, change) => {
      const index = cases.findIndex(([path, made]) => path === textFile && made === change)
      expect({ textFile, code: ends[index]!.code }).toEqual({ textFile, code: 1 })
      return ends[index]!.err
    }
  })
  const COLOURED: Change = (made) => {
    made.colour = 'blue'
  }
  const WITH_TEXT: Change = (made) => {
    made.article.text = 'Words.'
  }
  const OUTSIDE = () => ['../secret.txt', at('secret.txt'), 'link.txt', '/etc/hostname']

  test('that is missing is a problem with its path, beside the others', () => {
    const told = problems('gone.txt', COLOURED)
    expect(told).toContain(
      `$.article.textFile: found "gone.txt": ${at('texts', 'gone.txt')}: There is no such file.`,
    )
    expect(told).toContain('$.colour: found "blue"')
    expect(told.trim().split('\n')).toHaveLength(2)
  })

  test('lies in the folder of the document or below, links followed', () => {
    for (const path of OUTSIDE())
      expect(problems(path)).toContain('A text file lies in the folder of its document')
  })

  test('is UTF-8, and the only text', () => {
    expect(problems('latin.txt')).toContain('is not UTF-8')
    expect(problems('latin.txt', WITH_TEXT)).toContain(
      '$.article.textFile: found "latin.txt": Give the text either here or',
    )
  })
})

describe('claimgraph ingest', () => {
  test('stores a folder, and the second time changes nothing', async () => {
    const [first, again] = await ingestInTurn(
      { words: [at('good')], env: givenDatabase() },
      { words: [at('good')], env: givenDatabase() },
    )
    expect(first!.code).toBe(0)
    expect(first!.out).toMatch(
      /a-seed\.json: created 1 article, 1 version, 47 statements, .*\n.*b-small\.json: created 1 article/,
    )
    expect(first!.err).toContain('2 documents: 2 stored, 0 failed.')
    expect(again!.code).toBe(0)
    expect(again!.out).toMatch(
      /a-seed\.json: known 1 article, 1 version, 47 statements, .*\n.*b-small\.json: known /,
    )
    expect(again!.out).not.toMatch(/created|changed|withdrawn/)
  })

  test('warns of a statement of which a new version leaves it open where it stands', async () => {
    mkdirSync(at('versions'))
    const url = 'https://example.org/versions'
    writeFileSync(at('versions', '1.json'), document(url))
    writeFileSync(
      at('versions', '2.json'),
      document(url, (made) => {
        const whole = made as unknown as JsonObject
        for (const section of ['acts', 'claims']) delete whole[section]
        whole.agents = { paper: { kind: 'OUTLET', name: 'The Harbour Paper' } }
        whole.statements = []
        Object.assign(made.article, { text: 'It sank. It sank.', modified: '2025-06-03' })
      }),
    )
    const { code, err } = await ingest([at('versions')], givenDatabase())
    expect(code).toBe(0)
    expect(err.match(/^.*warning.*$/gm)).toEqual([
      expect.stringMatching(
        /2\.json: warning: st_[0-9a-f]{32} is orphaned\. “It sank” stands more than once/,
      ),
    ])
  })

  test('--json writes one object a document and nothing else, of standard input too', async () => {
    const input = document('https://example.org/stdin')
    const words = ['--json', at('mixed', '2-wrong.json'), '-', at('missing.json')]
    const { code, out } = await ingest(words, givenDatabase(), input)
    expect(code).toBe(1)
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toMatchObject([
      {
        document: words[1],
        ok: false,
        code: 'INVALID_DOCUMENT',
        problems: [{ path: '$.colour', value: 'blue' }, {}],
      },
      {
        document: '-',
        ok: true,
        articleId: expect.stringMatching(/^art_/),
        versionId: expect.stringMatching(/^ver_/),
      },
      { document: words[3], ok: false, problems: [{ path: '$' }] },
    ])
    expect(lines[1].counts).toContainEqual({
      kind: 'Article',
      created: 1,
      known: 0,
      changed: 0,
      withdrawn: 0,
    })
    expect(await isStored('https://example.org/stdin')).toBe(true)
    expect(await isStored('https://example.org/2')).toBe(false)
  })

  test('--url sends the documents to a running service, with the same receipts and problems', async () => {
    const known = at('known.json')
    writeFileSync(known, document('https://example.org/known'))
    const documents = [at('mixed', '2-wrong.json'), known]
    const [, direct, sent, created, nobody, elsewhere] = await ingestInTurn(
      { words: [known], env: givenDatabase() },
      { words: ['--json', ...documents], env: givenDatabase() },
      { words: ['--json', '--url', api.url(), ...documents], env: NO_DATABASE },
      { words: ['--url', api.url(), at('mixed', '3-right.json')], env: NO_DATABASE },
      { words: ['--url', 'http://127.0.0.1:1/graphql', at('good')], env: NO_DATABASE },
      { words: ['--url', api.url().replace('/graphql', '/health'), at('good')], env: NO_DATABASE },
    )
    expect(direct!.out).toContain('"ok":true')
    expect({ code: sent!.code, out: sent!.out }).toEqual({ code: 1, out: direct!.out })
    expect(created).toMatchObject({
      code: 0,
      out: expect.stringContaining('3-right.json: created 1 article'),
    })
    expect(await isStored('https://example.org/3')).toBe(true)
    // Where no service is, it says so and tries no further document.
    expect(nobody).toMatchObject({ code: 1, out: '' })
    expect(nobody!.err).toContain('No claimgraph service answers at http://127.0.0.1:1/graphql')
    expect(elsewhere!.err).toContain('is no claimgraph service (HTTP 200). The address ends in /graphql.')
  })

  test('of a document that was sent and not answered it says that nobody knows whether it is stored', async () => {
    const names = ['sent-1.json', 'sent-2.json'].map((name) => at(name))
    for (const name of names) writeFileSync(name, document(`https://example.org/${name}`))
    // A service that is killed with the document in its hands, before an answer and in the middle of it; one that is slow.
    const ends: ((response: ServerResponse) => void)[] = [
      (response) => response.destroy(),
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json' })
        response.write('{"data": ', () => response.destroy())
      },
      // A gateway before a service that does not answer it.
      (response) => response.writeHead(504, { 'content-type': 'text/html' }).end('<h1>Gateway timeout</h1>'),
      () => process.kill(sending.pid, 'SIGINT'),
    ]
    let sending: Running
    const service = createServer((request, response) => {
      request.resume().on('end', () => ends.shift()!(response))
    })
    await new Promise<void>((listening) => service.listen(0, '127.0.0.1', listening))
    const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/graphql`
    const notFinished = `Not finished: 0 of 2 documents stored, 0 failed, 1 not tried; whether ${names[0]} is stored is not known. To ingest it again is safe.`
    for (const code of [1, 1, 1, 130]) {
      sending = claimgraph(['ingest', '--url', url, ...names], { env: NO_DATABASE })
      const ended = await sending.ended
      expect({ ...ended, err: ended.err.split('\n')[0] }).toEqual({ code, out: '', err: notFinished })
      if (code === 1)
        expect(ended.err).toContain(
          `claimgraph: The claimgraph service at ${url} broke off before it answered (`,
        )
    }
    service.closeAllConnections()
    await new Promise((closed) => service.close(closed))
  })

  test('a service that may not be asked by a name says by which', async () => {
    const service = createServer((request, response) => {
      request.resume().on('end', () => response.writeHead(421).end('Ask by localhost.\n'))
    })
    await new Promise<void>((listening) => service.listen(0, '127.0.0.1', listening))
    const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/graphql`
    const { code, err } = await ingest(['--url', url, at('good', 'b-small.json')], NO_DATABASE)
    expect(code).toBe(1)
    expect(err).toContain(`The service at ${url} may not be asked by that name. Ask by localhost.`)
    service.closeAllConnections()
    await new Promise((closed) => service.close(closed))
  })

  test('a database that does not answer, or refuses the password, is one message', async () => {
    const [away, refused] = await ingestInTurn(
      { words: [SEED], env: NO_DATABASE },
      { words: [SEED], env: { ...givenDatabase(), NEO4J_PASSWORD: 'a wrong one' } },
    )
    expect(away).toMatchObject({ code: 1, out: '' })
    expect(away!.err).toMatch(
      /^claimgraph: The database at bolt:\/\/127\.0\.0\.1:1 does not answer \(.*ECONNREFUSED.*\n$/,
    )
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused!.err).toContain(
      'refused the user name or the password. Check NEO4J_USER and NEO4J_PASSWORD.',
    )
    expect(refused!.err).not.toContain('a wrong one')
  })
})

describe('claimgraph db', () => {
  test('schema shows the files that were applied; check names what is wrong in a graph', async () => {
    await ingest(['-'], givenDatabase(), document('https://example.org/damaged'))
    await graph.cypher('MATCH (s:StatementState) WITH s LIMIT 1 SET s.quoteType = "SHOUTED"')
    const [schema, broken] = await runInTurn([
      { words: ['db', 'schema'], env: givenDatabase() },
      { words: ['db', 'check'], env: givenDatabase() },
    ])
    expect(schema!.code).toBe(0)
    expect(schema!.out).toMatch(/^\d{4}-\d\d-\d\dT\S+Z {2}[0-9a-f]{12} {2}001-identity\.cypher\n/)
    expect(broken!.code).toBe(1)
    expect(broken!.out).toMatch(/: violated 1 time; .*\n {2}.*SHOUTED/)
    expect(broken!.out).toMatch(/\d of \d+ invariants are violated\.\n$/)
  })
})
