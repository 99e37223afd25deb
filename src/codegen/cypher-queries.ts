import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PARAMETERS, type ParameterType, type Query } from '../cypher/query.ts'
import { expandBody, type Fragments, withoutBlankEnds } from './cypher-expansion.ts'
import {
  type BASIC_TYPES,
  type CypherFile,
  isShape,
  type Report,
  readCypherFile,
  type SourceLine,
  type ValueType,
  type Variant,
} from './cypher-file.ts'
import { type QuerySource, writeQueriesModule } from './queries-module.ts'

/**
 * Makes `src/cypher/queries.ts` from the files of `cypher/read` and `cypher/write`; the folder decides the mode.
 * `npx tsx src/codegen/cypher-queries.ts` writes it; with `--check` it changes nothing and ends with exit code 1 where
 * the file is not what the folder gives.
 */

export const QUERIES_FILE = 'src/cypher/queries.ts'
const SHAPES_FILE = 'src/cypher/shapes.ts'
const COMMAND = 'npx tsx src/codegen/cypher-queries.ts'

/** What is wrong with the files of `cypher/`: all of it, each with its file and line. */
export class CypherContractError extends Error {
  override readonly name = 'CypherContractError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`cypher/ does not keep its contract:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    this.problems = problems
  }
}

/**
 * @param projectFolder holds `cypher/` and `src/cypher/shapes.ts`. A folder that is missing counts as empty.
 * @returns the text of `src/cypher/queries.ts`, and the queries in its order.
 * @throws CypherContractError with every problem found.
 */
export function generateCypherQueries(projectFolder: string): {
  readonly text: string
  readonly queries: readonly Query<never, unknown>[]
} {
  const problems = new Set<string>()
  const report: Report = (at, problem) => {
    const included = at.includedBy === undefined ? '' : ` (included by ${at.includedBy})`
    problems.add(`${at.file}:${at.line}: ${problem}${included}`)
  }
  const readFolder = (folder: string) =>
    listCypherNames(join(projectFolder, folder)).map((name) => {
      const file = `${folder}/${name}.cypher`
      return {
        name,
        contract: readCypherFile(file, readFileSync(join(projectFolder, file), 'utf8'), report),
        file,
      }
    })

  const fragments = new Map<string, CypherFile>()
  for (const { name, contract } of readFolder('cypher/fragments')) {
    fragments.set(name, contract)
    for (const { at } of [...contract.parameters, ...contract.columns, ...contract.variantLists]) {
      report(at, 'a fragment has no such line; it stands in the files that include the fragment')
    }
  }

  const shapes = exportedInterfaces(projectFolder)
  const identifiers = new Map<string, string>([['allQueries', 'the list of all queries']])
  const sources: QuerySource[] = []
  for (const mode of ['READ', 'WRITE'] as const) {
    for (const { name, contract, file } of readFolder(`cypher/${mode.toLowerCase()}`)) {
      const top = { text: '', file, line: 1 }
      const identifier = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
      const typeName = identifier.charAt(0).toUpperCase() + identifier.slice(1)
      if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
        report(top, 'a file is named in small letters, digits and hyphens: statements-by-speaker.cypher')
      }
      const takenBy = identifiers.get(identifier)
      if (takenBy !== undefined) report(top, `the name ${identifier} is taken by ${takenBy}`)
      identifiers.set(identifier, file)
      for (const type of [`${typeName}Params`, `${typeName}Row`]) {
        if (shapes.has(type)) report(top, `the name ${type} is taken by an interface of ${SHAPES_FILE}`)
      }
      for (const { type, at } of [...contract.parameters, ...contract.columns]) {
        if (isShape(type) && !shapes.has(type.base)) {
          report(at, `the type ${type.base} is not an exported interface of ${SHAPES_FILE}`)
        }
      }
      if (mode === 'READ' && contract.columns.length === 0) report(top, 'a read declares its @row columns')
      const queries = buildQueries(name, mode, contract, fragments, report, top)
      sources.push({ identifier, typeName, contract, queries })
    }
  }
  if (problems.size > 0) throw new CypherContractError([...problems])
  return {
    text: writeQueriesModule(sources, COMMAND),
    queries: sources.flatMap((source) => source.queries.map(({ query }) => query)),
  }
}

function listCypherNames(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.cypher'))
    .map((file) => file.slice(0, -'.cypher'.length))
    .sort()
}

function exportedInterfaces(projectFolder: string): Set<string> {
  const file = join(projectFolder, SHAPES_FILE)
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return new Set([...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name = '']) => name))
}

function buildQueries(
  name: string,
  mode: 'READ' | 'WRITE',
  contract: CypherFile,
  fragments: Fragments,
  report: Report,
  top: SourceLine,
): QuerySource['queries'] {
  const variants = collectVariants(contract, fragments, report)
  if (variants?.length === 0) return []
  const usedParameters = new Set<string>()
  const usedValues = new Set<string>()
  const queries = (variants ?? [undefined]).map((variant) => {
    const values = variant?.values ?? new Map<string, string>()
    const body = withoutBlankEnds(
      withoutComments(expandBody(contract.body, values, fragments, report, usedValues)),
    )
    if (body.length === 0) report(top, 'there is no query below the header')
    for (const { parameter, at } of findParameters(body, mode, report)) {
      usedParameters.add(parameter)
      if (!contract.parameters.some((declared) => declared.name === parameter)) {
        report(at, `$${parameter} is not declared; add "// @param ${parameter}: type" to ${top.file}`)
      }
    }
    return {
      variant: variant?.name ?? null,
      query: {
        name: variant === undefined ? name : `${name}.${variant.name}`,
        mode,
        text: takenFromOneMap(body.map(({ text }) => text).join('\n')),
        columns: contract.columns.map((column) => column.name),
        parameters: Object.fromEntries(
          contract.parameters.map((declared) => [declared.name, parameterType(declared.type)]),
        ),
      },
    }
  })
  for (const { name: parameter, at } of contract.parameters) {
    if (!usedParameters.has(parameter)) report(at, `$${parameter} is declared and not used`)
  }
  // A list of variants that several queries share may hold more than one of them takes; an own one may not.
  for (const { values, at } of contract.variants) {
    for (const key of values.keys()) {
      if (!usedValues.has(key)) report(at, `the query has no {{${key}}}`)
    }
  }
  return queries
}

/** @returns null of a query without variants. */
function collectVariants(contract: CypherFile, fragments: Fragments, report: Report): Variant[] | null {
  if (contract.variants.length === 0 && contract.variantLists.length === 0) return null
  const shared = contract.variantLists.flatMap(({ fragment, at }) => {
    const list = fragments.get(fragment)?.variants ?? []
    if (list.length === 0) report(at, `there are no @variant lines in a cypher/fragments/${fragment}.cypher`)
    return list
  })
  const variants = [...shared, ...contract.variants]
  variants.forEach(({ name, at }, index) => {
    const first = variants.findIndex((other) => other.name === name)
    if (first < index) report(at, `the variant ${name} is there twice`)
  })
  return variants
}

/** Comments on lines of their own are for readers of the file; the database need not parse them at each request. */
function withoutComments(lines: readonly SourceLine[]): SourceLine[] {
  return lines.filter(({ text }) => !text.trimStart().startsWith('//'))
}

const DYNAMIC_LABEL = /\$(?:all|any)?\s*\(/gi
const QUOTED_OR_COMMENT = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:[^`]|``)*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g

/**
 * Finds `$name`, and reports what makes a query of data. Dynamic labels and types, `$(…)`, are for writes: the planner
 * finds no index for them.
 */
function findParameters(
  body: readonly SourceLine[],
  mode: 'READ' | 'WRITE',
  report: Report,
): { readonly parameter: string; readonly at: SourceLine }[] {
  const bare = body
    .map(({ text }) => text)
    .join('\n')
    .replace(QUOTED_OR_COMMENT, (quoted) => quoted.replace(/[^\n]/g, ' '))
    .split('\n')
  return body.flatMap((at, index) => {
    const text = bare[index] ?? ''
    const parameters = text.replace(DYNAMIC_LABEL, '(')
    if (mode === 'READ' && parameters !== text) {
      report(at, 'a label or type made of data keeps a read from its indexes; write it out')
    }
    if (/\$(?![A-Za-z_])/.test(parameters)) {
      report(at, 'no name follows "$"; a parameter is written $name')
    }
    if (/\bapoc\s*\.\s*(cypher|periodic)\b/i.test(text)) {
      report(at, 'a query does not run text as a query; write it out, with values as parameters')
    }
    return [...parameters.matchAll(/\$([A-Za-z_]\w*)/g)].map(([, parameter = '']) => ({ parameter, at }))
  })
}

const QUOTED_OR_PARAMETER = new RegExp(`${QUOTED_OR_COMMENT.source}|\\$([A-Za-z_]\\w*)`, 'g')

/** `$limit` becomes `$given.limit`: see `PARAMETERS` of `query.ts`. */
const takenFromOneMap = (text: string) =>
  text.replace(QUOTED_OR_PARAMETER, (whole, parameter?: string) =>
    parameter === undefined ? whole : `$${PARAMETERS}.${parameter}`,
  )

function parameterType(type: ValueType): ParameterType {
  const base = (isShape(type) ? 'map' : type.base) as (typeof BASIC_TYPES)[number]
  return type.list ? `[${base}]` : base
}

/** @returns the first line that differs, as a message; null where there is none. */
function firstDifference(found: string, expected: string): string | null {
  if (found === expected) return null
  const foundLines = found.split('\n')
  const expectedLines = expected.split('\n')
  const index = expectedLines.findIndex((line, at) => line !== foundLines[at])
  const at = index === -1 ? expectedLines.length : index
  const show = (line: string | undefined) => (line === undefined ? '(end of file)' : line)
  return `line ${at + 1}\n  found:    ${show(foundLines[at])}\n  expected: ${show(expectedLines[at])}`
}

function main(): void {
  const projectFolder = process.cwd()
  const file = join(projectFolder, QUERIES_FILE)
  const { text, queries } = generateCypherQueries(projectFolder)
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text)
    process.stdout.write(`${QUERIES_FILE}: ${queries.length} queries\n`)
    return
  }
  const difference = firstDifference(existsSync(file) ? readFileSync(file, 'utf8') : '', text)
  if (difference === null) return
  process.stderr.write(
    `${QUERIES_FILE} is not what cypher/ gives; run "${COMMAND}". It differs at ${difference}\n`,
  )
  process.exitCode = 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main()
  } catch (error) {
    if (!(error instanceof CypherContractError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
