import type { Query } from '../cypher/query.ts'
import { type CypherFile, type Declaration, isShape, type ValueType } from './cypher-file.ts'

/** One file of `cypher/read` or `cypher/write`, put together. */
export interface QuerySource {
  /** `statementsBySpeaker` */
  readonly identifier: string
  /** `StatementsBySpeaker` */
  readonly typeName: string
  readonly contract: CypherFile
  /** One for each variant; a single one, of variant null, where there are none. */
  readonly queries: readonly { readonly variant: string | null; readonly query: Query<never, unknown> }[]
}

const TYPESCRIPT_TYPES = new Map([
  ['string', 'string'],
  ['integer', 'number'],
  ['float', 'number'],
  ['boolean', 'boolean'],
  ['map', 'Record<string, unknown>'],
  ['any', 'unknown'],
])

function typescriptType(type: ValueType, use: 'parameter' | 'column'): string {
  const base = TYPESCRIPT_TYPES.get(type.base) ?? type.base
  const whole = type.list ? `${use === 'parameter' ? 'readonly ' : ''}${base}[]` : base
  return type.nullable ? `${whole} | null` : whole
}

/** @param command makes the file anew; its first line names it. */
export function writeQueriesModule(sources: readonly QuerySource[], command: string): string {
  const declarations = sources.flatMap(({ contract }) => [...contract.parameters, ...contract.columns])
  const shapes = [
    ...new Set(declarations.filter(({ type }) => isShape(type)).map(({ type }) => type.base)),
  ].sort()
  const head = [
    `// Generated from cypher/read and cypher/write by \`${command}\`. Change the files there.`,
    `import type { Query } from './query.ts'`,
    ...(shapes.length === 0 ? [] : [`import type { ${shapes.join(', ')} } from './shapes.ts'`]),
  ].join('\n')
  const all = sources.flatMap(({ identifier, queries }) =>
    queries.map(({ variant }) => `  ${variant === null ? identifier : `${identifier}.${variant}`},\n`),
  )
  return [
    head,
    ...sources.map(writeSource),
    `/** Every query, variants included, reads first. */\nexport const allQueries: readonly Query<never, unknown>[] = [\n${all.join('')}]`,
  ]
    .join('\n\n')
    .concat('\n')
}

function writeSource({ identifier, typeName, contract, queries }: QuerySource): string {
  const type = `Query<${typeName}Params, ${typeName}Row>`
  const [only] = queries
  const names = queries.map(({ variant }) => `'${variant}'`).join(' | ')
  const members = queries.map(({ variant, query }) => `  ${variant}: ${writeQuery(query, '  ')},\n`)
  const value =
    only?.variant === null
      ? `export const ${identifier}: ${type} = ${writeQuery(only.query, '')}`
      : `export const ${identifier}: Readonly<Record<${names}, ${type}>> = {\n${members.join('')}}`
  return [
    writeInterface(`${typeName}Params`, contract.parameters, 'parameter'),
    writeInterface(`${typeName}Row`, contract.columns, 'column'),
    `${writeDoc(contract.prose, '')}${value}`,
  ].join('\n\n')
}

function writeInterface(
  name: string,
  declarations: readonly Declaration[],
  use: 'parameter' | 'column',
): string {
  // An interface without members would accept anything.
  if (declarations.length === 0) return `export type ${name} = Record<string, never>`
  const members = declarations.map((member) => {
    const doc = member.explanation === '' ? '' : writeDoc([member.explanation], '  ')
    return `${doc}  readonly ${member.name}: ${typescriptType(member.type, use)}\n`
  })
  return `export interface ${name} {\n${members.join('')}}`
}

function writeQuery(query: Query<never, unknown>, indent: string): string {
  const parameters = Object.entries(query.parameters).map(([name, type]) => `${name}: '${type}'`)
  return [
    '{',
    `  name: '${query.name}',`,
    `  mode: '${query.mode}',`,
    `  columns: [${query.columns.map((column) => `'${column}'`).join(', ')}],`,
    `  parameters: ${parameters.length === 0 ? '{}' : `{ ${parameters.join(', ')} }`},`,
    // Its further lines stand at the left margin: their blanks are the text's own.
    `  text: \`${query.text.replace(/\\|`|\$\{/g, '\\$&')}\`,`,
    '}',
  ]
    .map((line, index) => (index === 0 ? line : indent + line))
    .join('\n')
}

function writeDoc(lines: readonly string[], indent: string): string {
  const safe = lines.map((line) => line.replaceAll('*/', '*\\/'))
  if (safe.length === 1) return `${indent}/** ${safe[0]} */\n`
  return `${indent}/**\n${safe.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`
}
