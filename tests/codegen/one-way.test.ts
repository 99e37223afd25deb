import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from '@jest/globals'
import { findOneWayViolations } from '../../src/codegen/one-way.ts'

const PROJECT = fileURLToPath(new URL('../../', import.meta.url))
const temporary = mkdtempSync(join(tmpdir(), 'claimgraph-one-way-'))
afterAll(() => rmSync(temporary, { recursive: true }))

/** A project folder with the packages of this one, whose `src` has the given files. */
function projectOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(temporary, 'project-'))
  copyFileSync(join(PROJECT, 'package.json'), join(folder, 'package.json'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'src', path)), { recursive: true })
    writeFileSync(join(folder, 'src', path), text)
  }
  return folder
}

function violationsOf(files: Record<string, string>): string[] {
  return findOneWayViolations(projectOf(files))
}

test('the project keeps the one-way rule', () => {
  expect(findOneWayViolations(PROJECT)).toEqual([])
})

describe('layers', () => {
  /** A file of each layer. */
  const FILE: Record<string, string> = {
    domain: 'domain/claim.ts',
    cypher: 'cypher/query.ts',
    store: 'store/run-query.ts',
    ingest: 'ingest/ingest-article.ts',
    api: 'api/statement-loader.ts',
    config: 'config.ts',
    log: 'log.ts',
    embedded: 'embedded/start-neo4j.ts',
    index: 'index.ts',
    cli: 'cli/start.ts',
    codegen: 'codegen/one-way.ts',
  }
  const ALLOWED: Record<string, string[]> = {
    domain: [],
    cypher: [],
    store: ['domain', 'cypher'],
    ingest: ['domain', 'store'],
    api: ['domain', 'store', 'ingest'],
    config: [],
    log: ['config'],
    embedded: ['config'],
    index: ['domain', 'cypher', 'store', 'ingest', 'api', 'config', 'log', 'embedded', 'cli'],
    cli: ['domain', 'cypher', 'store', 'ingest', 'api', 'config', 'log', 'embedded', 'index'],
    codegen: ['domain', 'cypher', 'store', 'ingest', 'api', 'config', 'log', 'embedded', 'index', 'cli'],
  }
  const layers = Object.keys(FILE)

  test.each(layers)('%s may import what the rule says and nothing else', (from) => {
    const up = '../'.repeat(FILE[from]!.split('/').length - 1)
    const refused = layers.filter((to) => {
      if (to === from) return false
      const specifier = `${up === '' ? './' : up}${FILE[to]}`
      const found = violationsOf({ [FILE[to]!]: '', [FILE[from]!]: `import { x } from '${specifier}'` })
      if (found.length > 0) {
        expect(found).toEqual([expect.stringContaining(`src/${FILE[from]}:1 imports ${specifier}: `)])
      }
      return found.length > 0
    })
    expect(refused).toEqual(layers.filter((to) => to !== from && !ALLOWED[from]!.includes(to)))
  })

  test('the message says what the layer may import', () => {
    expect(
      violationsOf({ 'store/a.ts': "import '../ingest/b.ts'", 'domain/a.ts': "import '../cypher/b.ts'" }),
    ).toEqual([
      'src/domain/a.ts:1 imports ../cypher/b.ts: domain may import no other layer',
      'src/store/a.ts:1 imports ../ingest/b.ts: store may import only domain, cypher',
    ])
  })

  test('cli.ts and the files of src/cli are one layer', () => {
    const files = {
      'cli.ts': "import './cli/start.ts'\nimport { Command } from 'commander'\n",
      'cli/start.ts': '',
    }
    expect(violationsOf(files)).toEqual([])
    expect(violationsOf({ ...files, 'api/a.ts': "import '../cli.ts'" })).toHaveLength(1)
  })

  test.each([
    ["import { x } from '../store/a.ts'", 1],
    ["import type { X } from '../store/a.ts'", 1],
    ["import { type X } from '../store/a.ts'", 1],
    ["import x, * as y from '../store/a.ts'", 1],
    ["import '../store/a.ts'", 1],
    ["import x from '../store/a.js'", 1],
    ["export * from '../store/a.ts'", 1],
    ["export type { X } from '../store/a.ts'", 1],
    ["// 𝕏𝕏𝕏𝕏𝕏𝕏𝕏𝕏 ü\n\nimport {\n  x,\n} from '../store/a.ts'\n\n\n// 𝕏𝕏𝕏𝕏𝕏𝕏𝕏𝕏", 3],
    ["export const load = async () => {\n  return await import('../store/a.ts')\n}", 2],
    ['export const load = () => import(`../store/a.ts`)', 1],
    ["export type X =\n  import('../store/a.ts').X", 2],
    ["export const x = require('../store/a.ts')", 1],
    ["export {}\ndeclare module '../store/a.ts' {\n  interface X {}\n}", 2],
    ["#!/usr/bin/env node\nimport '../store/a.ts'", 2],
  ])('an import written as %j is found at its line', (text, line) => {
    expect(violationsOf({ 'domain/a.ts': text })).toEqual([
      expect.stringMatching(`^src/domain/a\\.ts:${line} imports \\.\\./store/a\\.(ts|js): `),
    ])
  })

  test('words in comments and strings are no imports', () => {
    const text = "// import '../store/a.ts'\nexport const text = \"import '../store/a.ts'; process.env\"\n"
    expect(violationsOf({ 'domain/a.ts': text })).toEqual([])
  })

  test.each([
    ["import(['neo4j', 'driver'].join('-'))", 'import()'],
    ["const name = 'neo4j-driver'; await import(name)", 'import()'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a module
    ["await import(`neo4j-${'driver'}`)", 'import()'],
    ["module.require('neo4j-driver')", 'module.require'],
    ["process.getBuiltinModule('module')", 'process.getBuiltinModule'],
    ["globalThis.require('neo4j-driver')", 'globalThis.require'],
    ['/// <reference types="neo4j-driver" />', '/// <reference>'],
    ['  ///<reference path="../store/a.ts" />', '/// <reference>'],
  ])('%s leads out of sight', (text, name) => {
    expect(violationsOf({ 'api/a.ts': `\n${text}`, 'codegen/a.ts': text })).toEqual([
      `src/api/a.ts:2 uses ${name}: where it leads cannot be seen from here; import what you need by its name`,
    ])
  })

  test('a way around by the name of the package, by an address or by a file outside src is closed', () => {
    const text = (specifier: string) => ({ 'api/a.ts': `import '${specifier}'` })
    expect(violationsOf(text('claimgraph/embedded'))).toEqual([
      expect.stringContaining('imported by its path'),
    ])
    expect(violationsOf(text('file:///a.ts'))).toEqual([expect.stringContaining('imported by its path')])
    expect(violationsOf(text('../../tests/a.ts'))).toEqual([expect.stringContaining('outside src')])
    expect(violationsOf(text('../../package.json'))).toEqual([])
  })

  test('the generated files stay with their layers', () => {
    const files = {
      'api/schema-types.ts': '',
      'cypher/queries.ts': '',
      'api/a.ts': "import type { X } from './schema-types.ts'",
      'store/a.ts': "import { x } from '../cypher/queries.ts'",
    }
    expect(violationsOf(files)).toEqual([])
    expect(
      violationsOf({
        ...files,
        'index.ts':
          "import type { X } from './api/schema-types.ts'\nimport { x } from './cypher/queries.ts'\n",
      }),
    ).toEqual([
      'src/index.ts:1 imports ./api/schema-types.ts: the types generated from schema.graphql stay inside api',
      'src/index.ts:2 imports ./cypher/queries.ts: only the store runs queries',
    ])
  })
})

describe('packages', () => {
  const FILES = [
    'domain/a.ts',
    'cypher/a.ts',
    'store/a.ts',
    'ingest/a.ts',
    'api/a.ts',
    'embedded/a.ts',
    'config.ts',
    'log.ts',
    'index.ts',
    'cli.ts',
    'cli/a.ts',
  ]
  const impure = FILES.filter((file) => !/^(domain|cypher)/.test(file))
  const HOMES: Record<string, string[]> = {
    'chrono-node': ['domain/a.ts'],
    diff: ['domain/a.ts'],
    'neo4j-driver': ['store/a.ts'],
    graphql: ['api/a.ts'],
    'graphql/language/index.js': ['api/a.ts'],
    'graphql-yoga': ['api/a.ts'],
    '@graphql-tools/schema': ['api/a.ts'],
    '@graphql-yoga/render-graphiql': ['api/a.ts'],
    dataloader: ['api/a.ts'],
    commander: ['cli.ts', 'cli/a.ts'],
    zod: ['ingest/a.ts', 'config.ts', 'embedded/a.ts'],
    pino: ['log.ts'],
    'jdk-utils': ['embedded/a.ts'],
    'mvn-artifact-url': ['embedded/a.ts'],
    'node:crypto': ['domain/a.ts', ...impure],
    crypto: ['domain/a.ts', ...impure],
    'node:fs': impure,
    'fs/promises': impure,
    'node:module': [],
  }

  test.each(Object.keys(HOMES))('%s is imported only where it belongs', (name) => {
    const found = violationsOf(
      Object.fromEntries(FILES.map((file) => [file, `import type { createHash } from '${name}'`])),
    )
    const strangers = FILES.filter((file) => !HOMES[name]!.includes(file)).sort()
    expect(found.map((violation) => violation.split(': ')[0])).toEqual(
      strangers.map((file) => `src/${file}:1 imports ${name}`),
    )
  })

  test('every dependency has a home, for a new one has to be given one', () => {
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'))
    const names = Object.keys({ ...dependencies, ...peerDependencies })
    expect(Object.keys(HOMES)).toEqual(expect.arrayContaining(names))
    const folder = projectOf({ 'api/a.ts': "import 'left-pad'" })
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies: { 'left-pad': '1.3.0' } }))
    expect(findOneWayViolations(folder)).toEqual([
      'src/api/a.ts:1 imports left-pad: src/codegen/one-way.ts does not say which layer it belongs to',
    ])
  })

  test.each([
    ['domain/a.ts', 'edtf'],
    ['ingest/a.ts', 'ajv'],
    ['cli/a.ts', 'yaml'],
    ['store/a.ts', '@whatwg-node/server'],
    ['store/a.ts', '@envelop/core'],
    ['api/a.ts', 'neo4j-driver-core'],
    ['api/a.ts', 'neo4j-driver-bolt-connection/lib/index.js'],
    ['api/a.ts', '@graphql-tools/utils'],
  ])('%s may not import %s, which does not come with the package', (file, name) => {
    expect(violationsOf({ [file]: `import type { X } from '${name}'` })).toEqual([
      `src/${file}:1 imports ${name}: package.json has it in neither dependencies nor peerDependencies, so it is not there where claimgraph is installed`,
    ])
  })

  test.each([
    "import { randomUUID } from 'node:crypto'",
    "import { createHash, randomBytes as salt } from 'crypto'",
    "import * as crypto from 'node:crypto'",
    "import crypto from 'node:crypto'",
    "import 'node:crypto'",
    "export { randomInt } from 'node:crypto'",
    "export * from 'node:crypto'",
    "export const hashes = import('node:crypto')",
  ])('domain may take nothing but the hash from node:crypto: %s', (text) => {
    expect(violationsOf({ 'domain/a.ts': text, 'store/a.ts': text })).toEqual([
      expect.stringMatching(
        /^src\/domain\/a\.ts:1 imports (node:)?crypto: domain is pure: it may take only createHash of node:crypto$/,
      ),
    ])
  })

  test('codegen is for development and may use any', () => {
    expect(
      violationsOf({
        'codegen/a.ts': "import 'graphql'\nimport '@swc/core'\nimport 'node:fs'\nimport 'node:module'\n",
      }),
    ).toEqual([])
  })
})

describe('cycles', () => {
  test('are reported with their path, type imports included', () => {
    expect(
      violationsOf({
        'domain/a.ts': "import { z } from './z.ts'\nimport type { B } from './b.ts'\n",
        'domain/b.ts': "export * from './c.ts'\n",
        'domain/c.ts': "import { a } from './a.js'\n",
        'domain/z.ts': '',
        'store/self.ts': "import { self } from './self.ts'\n",
      }),
    ).toEqual([
      'src/domain/a.ts:2 imports ./b.ts: it closes a cycle, src/domain/a.ts -> src/domain/b.ts -> src/domain/c.ts -> src/domain/a.ts',
      'src/store/self.ts:1 imports ./self.ts: it closes a cycle, src/store/self.ts -> src/store/self.ts',
    ])
  })

  test('two that share a file are both reported; two ways to one file are no cycle', () => {
    const found = violationsOf({
      'api/a.ts': "import './b.ts'\n",
      'api/b.ts': "import './a.ts'\nimport './c.ts'\n",
      'api/c.ts': "import './b.ts'\nimport './d.ts'\nimport './e.ts'\n",
      'api/d.ts': "import './e.ts'\n",
      'api/e.ts': '',
    })
    expect(found).toEqual([
      expect.stringContaining('src/api/a.ts:1 '),
      expect.stringContaining('src/api/c.ts:1 '),
    ])
  })
})

describe('names', () => {
  test.each([
    'store/utils.ts',
    'api/helpers.ts',
    'domain/types.ts',
    'ingest/common.ts',
    'domain/types.d.ts',
    'api/utils/page.ts',
  ])('%s is refused', (file) => {
    expect(violationsOf({ [file]: '' })).toEqual([
      expect.stringMatching(`^src/${file}:1 is named \\w+: name it for what`),
    ])
  })

  test.each(['api/a.mts', 'api/a.cts', 'api/a.tsx', 'api/a.js', 'api/a.mjs', 'api/a.cjs', 'api/a.jsx'])(
    '%s is refused, for this lint would not read it',
    (file) => {
      expect(violationsOf({ [file]: "import 'neo4j-driver'", 'api/notes.txt': '' })).toEqual([
        `src/${file}:1 is no .ts file: write all code as TypeScript in files that end in .ts`,
      ])
    },
  )

  test('index.ts is the public surface and nothing else', () => {
    expect(violationsOf({ 'index.ts': '', 'embedded/index.ts': '', 'api/schema-types.ts': '' })).toEqual([])
    expect(violationsOf({ 'store/index.ts': '', 'embedded/java/index.ts': '' })).toEqual([
      expect.stringContaining('src/embedded/java/index.ts:1 is named index'),
      expect.stringContaining('src/store/index.ts:1 is named index'),
    ])
  })

  test('a file outside the layers is reported, and so is its import', () => {
    expect(
      violationsOf({ 'misc/a.ts': '', 'constructor.ts': '', 'api/a.ts': "import '../misc/a.ts'" }),
    ).toEqual([
      'src/api/a.ts:1 imports ../misc/a.ts: it belongs to no layer',
      expect.stringContaining('src/constructor.ts:1 belongs to no layer'),
      expect.stringContaining('src/misc/a.ts:1 belongs to no layer'),
    ])
  })
})

describe('the environment', () => {
  test.each([
    ['export const port = process.env.PORT', 'process.env'],
    ["export const port = process['env']['PORT']", 'process.env'],
    ['export const port = process?.env?.PORT', 'process.env'],
    ["import { env } from 'node:process'", 'process.env'],
    ["import { env as environment } from 'process'", 'process.env'],
    ["export { env } from 'node:process'", 'process.env'],
    // Whoever has the process has its environment.
    ['export const { env } = process', 'process'],
    ['export const { env: { PORT } } = process', 'process'],
    ['export const { argv, ...rest } = process', 'process'],
    ['export const p = process; p.env.PORT', 'process'],
    ['export const { PORT } = (process as any).env', 'process'],
    ['export const port = (name: string) => process[name]', 'process'],
    ["import p from 'node:process'; p.env.PORT", 'process'],
    ["import * as p from 'node:process'; p.env.PORT", 'process'],
    ["export const p = await import('node:process')", 'process'],
  ])('%j is read only where it may be', (text, name) => {
    const found = violationsOf({
      'config.ts': text,
      'embedded/cache-folder.ts': text,
      'codegen/a.ts': text,
      'embedded/a.ts': text,
      'cli/start.ts': text,
    })
    expect(found).toEqual([
      expect.stringContaining(`src/cli/start.ts:1 uses ${name}: the environment is read once`),
      expect.stringContaining(`src/embedded/a.ts:1 uses ${name}: the environment is read once`),
    ])
  })

  test('nor by way of the global object', () => {
    expect(violationsOf({ 'cli.ts': 'export const port = globalThis.process.env.PORT' })).toHaveLength(1)
  })

  test('other properties of that name, and other properties of the process, are free', () => {
    const text =
      "import { stdout } from 'node:process'\nexport const x = [options.env, process.argv, { env: {}, process: 1 }, x.process, stdout]"
    expect(violationsOf({ 'cli.ts': text })).toEqual([])
  })
})

describe('the pure layers', () => {
  test.each([
    ['Date.now()', 'Date.now'],
    ["Date['now']()", 'Date.now'],
    ['new Date()', 'new Date()'],
    ['new Date', 'new Date()'],
    ['Date()', 'Date'],
    ['[0].map(Date)', 'Date'],
    ['performance.now()', 'performance.now'],
    ['Math.random()', 'Math.random'],
    ['crypto.randomUUID()', 'crypto.randomUUID'],
    ["fetch('http://127.0.0.1/')", 'fetch'],
    ['({ fetch })', 'fetch'],
    ['setTimeout(() => {}, 1)', 'setTimeout'],
    ['process.argv', 'process.argv'],
    ["console.log('x')", 'console.log'],
    ["new WebSocket('ws://127.0.0.1/')", 'new WebSocket'],
  ])('%s is refused in them', (text, name) => {
    const files = { 'domain/a.ts': `export const x = ${text}`, 'cypher/a.ts': `export const x = ${text}` }
    expect(violationsOf({ ...files, 'store/a.ts': `export const x = ${text}` })).toEqual([
      `src/cypher/a.ts:1 uses ${name}: cypher is pure, without I/O, clock and chance; take what it gives as a parameter`,
      `src/domain/a.ts:1 uses ${name}: domain is pure, without I/O, clock and chance; take what it gives as a parameter`,
    ])
  })

  test('a given moment, and what only has such a name, are free', () => {
    const text = `
      export interface Clock { readonly now: Date; performance(since: Date): Date }
      export const read = (text: string): Date => new Date(Date.parse(text))
      export const { fetch: got, crypto: { key } } = given
      export const x = [given.fetch, { performance: 1, Date: 2 }, Math.max(1), Date.UTC(2025)]
    `
    expect(violationsOf({ 'domain/a.ts': text })).toEqual([])
  })
})

describe('the command', () => {
  const run = (folder: string) =>
    spawnSync(
      process.execPath,
      [join(PROJECT, 'node_modules/tsx/dist/cli.mjs'), join(PROJECT, 'src/codegen/one-way.ts')],
      { cwd: folder, encoding: 'utf8' },
    )

  test('ends with exit code 1 and the list where the rule is broken', () => {
    expect(run(projectOf({ 'domain/a.ts': "import 'neo4j-driver'" }))).toMatchObject({
      status: 1,
      stderr: 'src/domain/a.ts:1 imports neo4j-driver: neo4j-driver belongs to store\n',
    })
    expect(run(projectOf({ 'domain/a.ts': '' }))).toMatchObject({ status: 0, stderr: '' })
  })
})

test('a file that does not parse is named', () => {
  expect(() => violationsOf({ 'domain/a.ts': 'const = 1' })).toThrow(
    'src/domain/a.ts does not parse as TypeScript',
  )
})
