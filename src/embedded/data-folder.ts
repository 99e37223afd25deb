import { mkdir, mkdtemp, readFile, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diskFull, EmbeddedNeo4jError } from './embedded-error.ts'

/** Beside the store, since the store itself tells its version only to a running Neo4j. */
const VERSION_FILE = 'claimgraph-neo4j-version.json'
const HOLDER_FILE = 'claimgraph.holder'

/**
 * Creates the folder when missing and checks that no newer Neo4j than `version` has written it: Neo4j upgrades a store
 * in place and never takes it back. Rejects with EmbeddedNeo4jError DATA_FOLDER_NEWER, DATA_FOLDER_UNUSABLE, DISK_FULL.
 */
export async function openDataFolder(folder: string, version: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    throw diskFull(error, folder) ?? unusable(folder, error)
  }
  const written = await writtenBy(folder)
  if (written === undefined || compareVersions(written, version) <= 0) return
  throw new EmbeddedNeo4jError(
    'DATA_FOLDER_NEWER',
    `The data in ${folder} was written by Neo4j ${written}; this is Neo4j ${version}, which cannot read newer data. ` +
      'Start it with the newer version of this package, or choose another data folder (CLAIMGRAPH_DATA).',
  )
}

/** Creates one that nobody has used. Rejects with EmbeddedNeo4jError DATA_FOLDER_UNUSABLE or DISK_FULL. */
export async function temporaryDataFolder(): Promise<string> {
  const prefix = join(tmpdir(), 'claimgraph-neo4j-')
  try {
    return await mkdtemp(prefix)
  } catch (error) {
    throw diskFull(error, prefix) ?? unusable(prefix, error)
  }
}

/**
 * Records which Neo4j has written the folder; called once it runs. Rejects with EmbeddedNeo4jError DATA_FOLDER_UNUSABLE or
 * DISK_FULL.
 */
export async function stampDataFolder(folder: string, version: string): Promise<void> {
  if ((await writtenBy(folder)) === version) return
  const file = join(folder, VERSION_FILE)
  try {
    await writeFile(`${file}.partial`, `${JSON.stringify({ neo4j: version })}\n`)
    await rename(`${file}.partial`, file)
  } catch (error) {
    throw diskFull(error, folder) ?? unusable(folder, error)
  }
}

/** The error of a folder that another process has open, naming that process where it left its name. */
export async function dataFolderInUse(folder: string): Promise<EmbeddedNeo4jError> {
  const holder = await readJson(join(folder, HOLDER_FILE))
  const named =
    typeof holder?.pid === 'number'
      ? `by the database process ${holder.pid}, started by process ${holder.parent}`
      : 'by a Neo4j that this package did not start'
  return new EmbeddedNeo4jError(
    'DATA_FOLDER_IN_USE',
    `The data folder ${folder} is held ${named}. Stop that one, or choose another folder (CLAIMGRAPH_DATA): one ` +
      'store belongs to one database at a time.',
  )
}

async function writtenBy(folder: string): Promise<string | undefined> {
  const stamp = await readJson(join(folder, VERSION_FILE))
  return typeof stamp?.neo4j === 'string' ? stamp.neo4j : undefined
}

async function readJson(file: string): Promise<Record<string, unknown> | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function unusable(folder: string, cause: unknown): EmbeddedNeo4jError {
  return new EmbeddedNeo4jError(
    'DATA_FOLDER_UNUSABLE',
    `The data folder ${folder} cannot be used: ${(cause as Error).message}. Choose another one (CLAIMGRAPH_DATA) or ` +
      'change its permissions.',
    { cause },
  )
}

/** By number, part for part: 5.26.9 is older than 5.26.30. */
function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split(/\D+/).map(Number)) as [number[], number[]]
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
