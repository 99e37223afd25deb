import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, posix, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Import, type ModuleReads, readModule, type Use } from './module-reads.ts'

/**
 * The one-way rule of the house, checked: which layer may import which, where each package belongs, no cycles, which
 * globals are out of reach, and names that say what a file holds. `npx tsx src/codegen/one-way.ts` prints what breaks it and ends with exit code 1.
 */

type Layer =
  | 'domain'
  | 'cypher'
  | 'store'
  | 'ingest'
  | 'api'
  | 'config'
  | 'log'
  | 'embedded'
  | 'index'
  | 'cli'
  | 'codegen'

const SHIPPED = ['domain', 'cypher', 'store', 'ingest', 'api', 'config', 'log', 'embedded'] as const

/** The layers that a layer may import, besides itself. Nothing imports `codegen`: it is not shipped. */
const MAY_IMPORT: Record<Layer, readonly Layer[]> = {
  domain: [],
  cypher: [],
  store: ['domain', 'cypher'],
  ingest: ['domain', 'store'],
  api: ['domain', 'store', 'ingest'],
  config: [],
  log: ['config'],
  embedded: ['config'],
  index: [...SHIPPED, 'cli'],
  cli: [...SHIPPED, 'index'],
  codegen: [...SHIPPED, 'index', 'cli'],
}

/** The layers that each package belongs to; a built-in module belongs to all. `codegen` may use any. */
const PACKAGE_LAYERS: Readonly<Record<string, readonly Layer[]>> = {
  'chrono-node': ['domain'],
  diff: ['domain'],
  'neo4j-driver': ['store'],
  graphql: ['api'],
  'graphql-yoga': ['api'],
  '@graphql-tools/schema': ['api'],
  '@graphql-yoga/render-graphiql': ['api'],
  dataloader: ['api'],
  zod: ['ingest', 'config', 'embedded'],
  pino: ['log'],
  'jdk-utils': ['embedded'],
  'mvn-artifact-url': ['embedded'],
  commander: ['cli'],
  // It makes a `require`, which nothing here sees through.
  'node:module': ['codegen'],
}

/** Layers without I/O, clock and chance, and what they may take from built-in modules all the same. */
const PURE_LAYERS: Partial<Record<Layer, Readonly<Record<string, readonly string[]>>>> = {
  domain: { 'node:crypto': ['createHash'] },
  cypher: {},
}

/** What pure layers may not use; `name.*` is the name and all of its properties. */
const IMPURE = [
  'Date',
  'Date.now',
  'new Date()',
  'performance.*',
  'Math.random',
  'crypto.*',
  'process.*',
  'console.*',
  'fetch',
  'new WebSocket',
  'setTimeout',
  'setInterval',
  'setImmediate',
]

/** What no layer but `codegen` may use: it leads somewhere without saying where. */
const HIDDEN_WAYS = [
  'import()',
  'module.require',
  'process.getBuiltinModule',
  'globalThis.*',
  'global.*',
  '/// <reference>',
]

/** Whoever has the process has its environment. */
const ENVIRONMENT = ['process', 'process.env']
const ENVIRONMENT_READERS = ['src/config.ts', 'src/embedded/cache-folder.ts']

/** Files that only some layers may import, whatever the layers of the rest. */
const FILE_IMPORTERS: Record<string, { readonly layer: Layer; readonly why: string }> = {
  'src/api/schema-types.ts': { layer: 'api', why: 'the types generated from schema.graphql stay inside api' },
  'src/cypher/queries.ts': { layer: 'store', why: 'only the store runs queries' },
}

const INDEX_FILES = ['src/index.ts', 'src/embedded/index.ts']
const EMPTY_NAMES = ['util', 'utils', 'helper', 'helpers', 'type', 'types', 'common']
const PACKAGE_NAME = 'claimgraph'

interface Violation {
  readonly file: string
  readonly line: number
  readonly text: string
}

interface Edge {
  readonly to: string
  readonly by: Import
}

/**
 * @param projectFolder holds `src/` and `package.json`.
 * @returns what breaks the rule, by file and line, as `src/api/claim.ts:3 imports neo4j-driver: …`.
 * @throws where a file does not parse.
 */
export function findOneWayViolations(projectFolder: string): string[] {
  const violations: Violation[] = []
  const shipped = packagesOf(projectFolder)
  const edges = new Map<string, readonly Edge[]>()
  for (const file of listCode(projectFolder)) {
    violations.push(...checkName(file))
    if (!file.endsWith('.ts')) continue
    const reads = parse(projectFolder, file)
    for (const by of reads.imports) {
      const why = isRelative(by.specifier)
        ? whyNotFile(file, resolve(file, by))
        : whyNotPackage(file, by, shipped)
      if (why !== null) violations.push({ file, line: by.line, text: `imports ${by.specifier}: ${why}` })
    }
    for (const { name, line } of [...reads.uses, ...reads.imports.flatMap(processOf)]) {
      const why = whyNotUse(file, name)
      if (why !== null) violations.push({ file, line, text: `uses ${name}: ${why}` })
    }
    const relative = reads.imports.filter(({ specifier }) => isRelative(specifier))
    edges.set(
      file,
      relative.map((by) => ({ to: resolve(file, by), by })),
    )
  }
  violations.push(...findCycles(edges))
  return violations
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
    .map(({ file, line, text }) => `${file}:${line} ${text}`)
}

/** The packages that an installed claimgraph has beside it. */
function packagesOf(projectFolder: string): ReadonlySet<string> {
  const { dependencies, peerDependencies } = JSON.parse(
    readFileSync(join(projectFolder, 'package.json'), 'utf8'),
  )
  return new Set(Object.keys({ ...dependencies, ...peerDependencies }))
}

/** Paths from the project's folder, with `/`, sorted. */
function listCode(projectFolder: string): string[] {
  return readdirSync(join(projectFolder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path))
    .map((path) => `src/${path.split(sep).join('/')}`)
    .sort()
}

function parse(projectFolder: string, file: string): ModuleReads {
  try {
    return readModule(readFileSync(join(projectFolder, file), 'utf8'))
  } catch (cause) {
    throw new Error(`${file} does not parse as TypeScript`, { cause })
  }
}

function layerOf(file: string): Layer | undefined {
  const name = /^src\/([^/]+?)(?:\.ts|\/.*)$/.exec(file)?.[1]
  if (name === undefined || !Object.hasOwn(MAY_IMPORT, name)) return undefined
  return name as Layer
}

function isRelative(specifier: string): boolean {
  return /^\.{1,2}(\/|$)/.test(specifier)
}

/** An import of `x.js` means `x.ts` to TypeScript. */
function resolve(file: string, { specifier }: Import): string {
  return posix.join(posix.dirname(file), specifier).replace(/\.js$/, '.ts')
}

function whyNotFile(file: string, target: string): string | null {
  const from = layerOf(file)
  const to = layerOf(target)
  // A file of no layer is reported once, by its name.
  if (from === undefined) return null
  if (!target.startsWith('src/')) {
    return target.endsWith('.json') ? null : 'it lies outside src, which is all that is shipped'
  }
  if (to === undefined) return 'it belongs to no layer'
  const limit = FILE_IMPORTERS[target]
  if (limit !== undefined && limit.layer !== from) return limit.why
  if (from === to || MAY_IMPORT[from].includes(to)) return null
  if (to === 'codegen') return 'codegen is for development and is not shipped'
  const allowed = MAY_IMPORT[from]
  return `${from} may import ${allowed.length === 0 ? 'no other layer' : `only ${allowed.join(', ')}`}`
}

function whyNotPackage(
  file: string,
  { specifier, names }: Import,
  shipped: ReadonlySet<string>,
): string | null {
  const layer = layerOf(file)
  if (layer === undefined) return null
  const name = packageOf(specifier)
  if (name === PACKAGE_NAME) return 'inside the package a file is imported by its path'
  if (/^(\/|#|file:|data:)/.test(specifier))
    return 'a file is imported by its path from here, a package by its name'
  if (layer === 'codegen') return null
  const isOfNode = isBuiltin(name)
  if (!isOfNode && !shipped.has(name))
    return 'package.json has it in neither dependencies nor peerDependencies, so it is not there where claimgraph is installed'
  const homes = PACKAGE_LAYERS[name]
  if (homes !== undefined) return homes.includes(layer) ? null : `${name} belongs to ${homes.join(' and ')}`
  if (!isOfNode) return 'src/codegen/one-way.ts does not say which layer it belongs to'
  const pure = PURE_LAYERS[layer]
  if (pure === undefined || (names.length > 0 && names.every((taken) => pure[name]?.includes(taken))))
    return null
  const takes = Object.entries(pure).map(([module, allowed]) => `only ${allowed.join(', ')} of ${module}`)
  return `${layer} is pure: it may take ${takes.join(', ') || 'nothing of Node'}`
}

/** `graphql/language` to `graphql`, `@graphql-tools/schema` as it is, `fs/promises` to `node:fs`. */
function packageOf(specifier: string): string {
  const parts = specifier.split('/')
  const name = parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
  return isBuiltin(name) && !name.startsWith('node:') ? `node:${name}` : name
}

/** What is taken from the module of the process, as it is used without an import. */
function processOf({ specifier, names, line }: Import): Use[] {
  if (packageOf(specifier) !== 'node:process') return []
  return names.map((name) => ({
    name: name === 'default' || name === '*' ? 'process' : `process.${name}`,
    line,
  }))
}

function whyNotUse(file: string, name: string): string | null {
  const layer = layerOf(file)
  if (layer === undefined || layer === 'codegen') return null
  if (isAmong(IMPURE, name) && PURE_LAYERS[layer] !== undefined)
    return `${layer} is pure, without I/O, clock and chance; take what it gives as a parameter`
  if (isAmong(ENVIRONMENT, name) && !ENVIRONMENT_READERS.includes(file))
    return 'the environment is read once, in src/config.ts; take what you need as a parameter'
  return isAmong(HIDDEN_WAYS, name)
    ? 'where it leads cannot be seen from here; import what you need by its name'
    : null
}

function isAmong(patterns: readonly string[], name: string): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('.*') ? `${name}.`.startsWith(pattern.slice(0, -1)) : name === pattern,
  )
}

function checkName(file: string): Violation[] {
  const violations: string[] = []
  if (!file.endsWith('.ts')) {
    violations.push('is no .ts file: write all code as TypeScript in files that end in .ts')
  }
  if (layerOf(file) === undefined) {
    violations.push(`belongs to no layer: src has ${Object.keys(MAY_IMPORT).join(', ')}`)
  }
  const names = file
    .replace(/(\.d)?\.ts$/, '')
    .split('/')
    .slice(1)
  const empty = names.find((name) => EMPTY_NAMES.includes(name))
  if (empty !== undefined) violations.push(`is named ${empty}: name it for what it holds`)
  if (names.at(-1) === 'index' && !INDEX_FILES.includes(file)) {
    violations.push('is named index: layers have no barrels; import the file that holds the thing')
  }
  return violations.map((text) => ({ file, line: 1, text }))
}

/** Shortest cycles, so many that every file that lies on one is named by one. Type imports count. */
function findCycles(edges: ReadonlyMap<string, readonly Edge[]>): Violation[] {
  const reported = new Set<string>()
  const violations: Violation[] = []
  for (const file of edges.keys()) {
    if (reported.has(file)) continue
    const cycle = shortestCycle(file, edges)
    if (cycle === null) continue
    for (const { to } of cycle) reported.add(to)
    const { line, specifier } = cycle[0]!.by
    const path = [file, ...cycle.map(({ to }) => to)].join(' -> ')
    violations.push({ file, line, text: `imports ${specifier}: it closes a cycle, ${path}` })
  }
  return violations
}

/** Breadth first from a file back to itself. */
function shortestCycle(file: string, edges: ReadonlyMap<string, readonly Edge[]>): readonly Edge[] | null {
  const seen = new Set<string>()
  let paths: (readonly Edge[])[] = [[]]
  while (paths.length > 0) {
    const longer: (readonly Edge[])[] = []
    for (const path of paths) {
      for (const edge of edges.get(path.at(-1)?.to ?? file) ?? []) {
        if (edge.to === file) return [...path, edge]
        if (seen.has(edge.to)) continue
        seen.add(edge.to)
        longer.push([...path, edge])
      }
    }
    paths = longer
  }
  return null
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const violations = findOneWayViolations(process.cwd())
  for (const violation of violations) process.stderr.write(`${violation}\n`)
  if (violations.length > 0) process.exitCode = 1
}
