import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type AppliedSchemaFilesRow, appliedSchemaFiles, recordSchemaFile } from '../cypher/queries.ts'
import { ClaimgraphError } from '../domain/claimgraph-error.ts'
import type { Database, QueryRunner } from './database.ts'

const SCHEMA_FOLDER = fileURLToPath(new URL('../../cypher/schema/', import.meta.url))
const FILE_NAME = /^(\d{3})-[a-z0-9-]+\.cypher$/

interface SchemaFile {
  readonly version: number
  readonly name: string
  readonly statements: readonly string[]
  readonly checksum: string
}

/**
 * Brings the database's schema up to this version of claimgraph: applies the files of `cypher/schema/` in order of
 * their numbers, each once, and records what it applied. Every statement is idempotent (`IF NOT EXISTS`), because
 * Neo4j cannot change the schema and record it in one transaction: what was cut short is simply done again.
 *
 * @returns the names of the files applied now
 * @throws ClaimgraphError SCHEMA_MISMATCH where the database's schema is newer, or a file changed after it was applied
 */
export async function applySchema(database: Database, folder = SCHEMA_FOLDER): Promise<string[]> {
  const files = await readSchemaFiles(folder)
  const applied = await readAppliedSchema(database)
  const newest = files.at(-1)?.version ?? 0
  for (const { version, name, checksum } of applied) {
    if (version > newest)
      throw new ClaimgraphError(
        'SCHEMA_MISMATCH',
        `The database's schema has version ${version} (${name}); this claimgraph knows versions up to ${newest}. Use a newer claimgraph, or another database.`,
      )
    const file = files.find((candidate) => candidate.version === version)
    if (file && file.checksum !== checksum)
      throw new ClaimgraphError(
        'SCHEMA_MISMATCH',
        `cypher/schema/${file.name} was changed after it was applied to this database. Put it back and add a file with the next number.`,
      )
  }
  const missing = files.filter((file) => !applied.some(({ version }) => version === file.version))
  for (const { version, name, checksum, statements } of missing) {
    for (const statement of statements) await database.runSchemaStatement(statement)
    await database.run(recordSchemaFile, { version, name, checksum, appliedAt: new Date().toISOString() })
  }
  if (missing.length > 0) await database.runSchemaStatement('CALL db.awaitIndexes(120)')
  return missing.map(({ name }) => name)
}

/** The schema files that a database has, in the order of their numbers. */
export const readAppliedSchema = (database: QueryRunner): Promise<AppliedSchemaFilesRow[]> =>
  database.run(appliedSchemaFiles, {})

async function readSchemaFiles(folder: string): Promise<SchemaFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.cypher')).sort()
  const nameOf = new Map<number, string>()
  return Promise.all(
    names.map(async (name) => {
      const version = Number(FILE_NAME.exec(name)?.[1] ?? Number.NaN)
      if (Number.isNaN(version)) throw new Error(`${name}: schema files are named NNN-what-it-holds.cypher`)
      const other = nameOf.get(version)
      if (other) throw new Error(`${other} and ${name} have one number: give the newer file the next one`)
      nameOf.set(version, name)
      const text = await readFile(`${folder}/${name}`, 'utf8')
      const checksum = createHash('sha256').update(text).digest('hex')
      return { version, name, checksum, statements: splitStatements(text) }
    }),
  )
}

/** The statements of a file: comment lines dropped, divided at semicolons that end a line. */
export function splitStatements(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('//'))
    .join('\n')
    .split(/;\s*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
}
