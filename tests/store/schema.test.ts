import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { applySchema, splitStatements } from '../../src/store/schema.ts'
import { useTestDatabase } from '../support/test-database.ts'

const graph = useTestDatabase()

const SHIPPED = new URL('../../cypher/schema/', import.meta.url)
const shippedNames = async () => (await readdir(SHIPPED)).filter((name) => name.endsWith('.cypher')).sort()

type Applied = { version: number; name: string; checksum: string; appliedAt: string }
const recorded = () =>
  graph.cypher<Applied>(
    'MATCH (f:SchemaFile) RETURN f.version AS version, f.name AS name, f.checksum AS checksum, f.appliedAt AS appliedAt ORDER BY version',
  )
const indexNames = async () =>
  (await graph.cypher<{ name: string }>('SHOW INDEXES YIELD name RETURN name ORDER BY name')).map(
    ({ name }) => name,
  )

describe('the schema of this version', () => {
  test('was applied in order, is recorded, and once applied is left alone', async () => {
    const before = await recorded()
    expect(before.map(({ name }) => name)).toEqual(await shippedNames())
    expect(before.map(({ version }) => version)).toEqual(before.map((_, index) => index + 1))
    for (const { checksum, appliedAt } of before) {
      expect(checksum).toMatch(/^[0-9a-f]{64}$/)
      expect(new Date(appliedAt).toISOString()).toBe(appliedAt)
    }
    graph.queries.length = 0
    expect(await applySchema(graph.database)).toEqual([])
    expect(graph.queries).toEqual(['applied-schema-files'])
    expect(await recorded()).toEqual(before)
  })

  test('makes every identity unique, and every index ready', async () => {
    for (const label of [
      'Record',
      'Article',
      'ArticleVersion',
      'Statement',
      'Attribution',
      'Agent',
      'Claim',
    ]) {
      const id = `twice ${label}`
      await graph.cypher(`CREATE (:${label} {id: $id})`, { id })
      await expect(graph.cypher(`CREATE (:${label} {id: $id})`, { id })).rejects.toThrow(/already exists/)
      await graph.cypher(`MATCH (n:${label} {id: $id}) DELETE n`, { id })
    }
    const states = await graph.cypher('SHOW INDEXES YIELD state RETURN DISTINCT state')
    expect(states).toEqual([{ state: 'ONLINE' }])
  })

  test('may be applied by several processes at once', async () => {
    const before = await indexNames()
    const names = await shippedNames()
    await graph.cypher('MATCH (f:SchemaFile) DETACH DELETE f')
    await Promise.all([1, 2, 3].map(() => applySchema(graph.database)))
    expect((await recorded()).map(({ name }) => name)).toEqual(names)
    expect(await indexNames()).toEqual(before)
  })
})

describe('a folder of schema files', () => {
  let folder = ''
  let shipped: Applied[] = []
  const write = (name: string, text: string) => writeFile(join(folder, name), text)
  const index = (name: string) => `CREATE INDEX ${name} IF NOT EXISTS FOR (n:SchemaProbe) ON (n.${name});\n`
  const probes = async () => (await indexNames()).filter((name) => name.startsWith('probe_'))

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'claimgraph-schema-'))
    shipped = await recorded()
    await graph.cypher('MATCH (f:SchemaFile) DETACH DELETE f')
  })
  afterEach(async () => {
    for (const name of await probes()) await graph.cypher(`DROP INDEX ${name}`)
    await graph.cypher('MATCH (f:SchemaFile) DETACH DELETE f')
    await graph.cypher('UNWIND $files AS file CREATE (f:SchemaFile) SET f = file', { files: shipped })
    await rm(folder, { recursive: true })
  })

  test('is applied in the order of its numbers, and what is new after it', async () => {
    await write('010-last.cypher', index('probe_c'))
    await write('002-then.cypher', `// A comment; with a semicolon;\n${index('probe_b')}`)
    await write('001-first.cypher', index('probe_a') + index('probe_aa'))
    await write('notes.txt', 'not a schema file')
    expect(await applySchema(graph.database, folder)).toEqual([
      '001-first.cypher',
      '002-then.cypher',
      '010-last.cypher',
    ])
    expect(await probes()).toEqual(['probe_a', 'probe_aa', 'probe_b', 'probe_c'])
    await write('011-new.cypher', index('probe_d'))
    expect(await applySchema(graph.database, folder)).toEqual(['011-new.cypher'])
    expect((await recorded()).map(({ version }) => version)).toEqual([1, 2, 10, 11])
  })

  test('is refused where the database is newer, and nothing is applied', async () => {
    await write('001-first.cypher', index('probe_a'))
    await write('002-then.cypher', index('probe_b'))
    await applySchema(graph.database, folder)
    await rm(join(folder, '002-then.cypher'))
    await expect(applySchema(graph.database, folder)).rejects.toMatchObject({
      code: 'SCHEMA_MISMATCH',
      message: expect.stringMatching(/version 2 \(002-then\.cypher\).*up to 1\b/),
    })
  })

  test('is refused where a file was changed after it was applied, and nothing is applied', async () => {
    await write('001-first.cypher', index('probe_a'))
    await applySchema(graph.database, folder)
    await write('001-first.cypher', index('probe_a') + index('probe_b'))
    await write('002-then.cypher', index('probe_c'))
    await expect(applySchema(graph.database, folder)).rejects.toMatchObject({
      code: 'SCHEMA_MISMATCH',
      message: expect.stringMatching(/001-first\.cypher was changed/),
    })
    expect(await probes()).toEqual(['probe_a'])
  })

  test('goes on where it was cut short', async () => {
    await write('001-first.cypher', index('probe_a'))
    await write('002-broken.cypher', `${index('probe_b')}CREATE INDEX nonsense;\n`)
    await write('003-after.cypher', index('probe_d'))
    await expect(applySchema(graph.database, folder)).rejects.toMatchObject({
      code: 'Neo.ClientError.Statement.SyntaxError',
    })
    expect(await probes()).toEqual(['probe_a', 'probe_b'])
    expect((await recorded()).map(({ name }) => name)).toEqual(['001-first.cypher'])
    await write('002-broken.cypher', index('probe_b') + index('probe_c'))
    expect(await applySchema(graph.database, folder)).toEqual(['002-broken.cypher', '003-after.cypher'])
    expect(await probes()).toEqual(['probe_a', 'probe_b', 'probe_c', 'probe_d'])
  })

  test.each([
    ['a name without a number', ['first.cypher'], /first\.cypher/],
    [
      'two files of one number',
      ['001-first.cypher', '001-second.cypher'],
      /001-first\.cypher.*001-second\.cypher/,
    ],
  ])('is refused with %s', async (_, names, message) => {
    for (const name of names) await write(name, index('probe_a'))
    await expect(applySchema(graph.database, folder)).rejects.toThrow(message)
    expect(await probes()).toEqual([])
  })
})

test('a file is divided at semicolons that end a line; comment lines are dropped', () => {
  expect(
    splitStatements("// head;\nCREATE (a {b: 'x;y'});\n\n  // inner;\nMATCH (n)\nRETURN n;   \nRETURN ';'"),
  ).toEqual(["CREATE (a {b: 'x;y'})", 'MATCH (n)\nRETURN n', "RETURN ';'"])
  expect(splitStatements('// nothing\n')).toEqual([])
})
