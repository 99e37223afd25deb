import { setTimeout as pause } from 'node:timers/promises'
import type { Config, Neo4jAccess } from '../config.ts'
import { ClaimgraphError } from '../domain/claimgraph-error.ts'
import type { StartProgress } from '../embedded/index.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { CommandError, reasonOf } from './command-error.ts'
import { unlessStopped } from './stop-request.ts'
import type { Terminal } from './terminal.ts'

/** The database that the configuration names, reachable. */
export interface OpenGraph {
  readonly database: Database
  /** For people: where it is. */
  readonly where: string
  /** Of an embedded database: its end, with what ended it unless we did. Null for a given one, which is not ours. */
  readonly ended: Promise<Error | undefined> | null
  /** Closes the connections, and stops the database if it is the embedded one. */
  close(): Promise<void>
}

export interface OpenGraphOptions {
  readonly stop: AbortSignal
  readonly steps: Terminal
  /** How long to wait for a given database that does not answer, in milliseconds; not at all unless given. */
  readonly waitMs?: number
}

const POLL_MS = 1_000

/**
 * Connects to the database of NEO4J_URI or, without one, starts the embedded database in CLAIMGRAPH_DATA, and shows the
 * steps as they happen.
 *
 * @throws CommandError, EmbeddedNeo4jError, or the reason of `stop`
 */
export function openGraph(config: Config, options: OpenGraphOptions): Promise<OpenGraph> {
  return config.neo4j === null ? openEmbedded(config.dataFolder, options) : openGiven(config.neo4j, options)
}

async function openEmbedded(dataFolder: string, { stop, steps }: OpenGraphOptions): Promise<OpenGraph> {
  // Nothing of it is loaded for a given database.
  const { startNeo4j } = await import('../embedded/index.ts')
  const embedded = await startNeo4j({
    dataFolder,
    signal: stop,
    onProgress: (step) => {
      if (!stop.aborted) show(step, steps)
    },
  })
  const database = openDatabase(embedded)
  return {
    database,
    where: `the embedded database in ${dataFolder}`,
    ended: embedded.ended,
    async close() {
      // Side by side: the driver may wait for answers that never come.
      await Promise.all([database.close(), embedded.stop()])
    },
  }
}

async function openGiven(
  access: Neo4jAccess,
  { stop, steps, waitMs = 0 }: OpenGraphOptions,
): Promise<OpenGraph> {
  const database = openDatabase(access)
  const where = `the database at ${access.uri}`
  try {
    await waitFor(database, where, access, { stop, steps, waitMs })
  } catch (error) {
    await database.close()
    throw error
  }
  steps.line(`Connected to ${where}`)
  return { database, where, ended: null, close: () => database.close() }
}

async function waitFor(
  database: Database,
  where: string,
  { database: name }: Neo4jAccess,
  { stop, steps, waitMs }: Required<OpenGraphOptions>,
): Promise<void> {
  const began = performance.now()
  for (let announced = false; ; announced = true) {
    try {
      return await unlessStopped(stop, database.verify())
    } catch (error) {
      if (error === stop.reason) throw error
      if (isNoSuchDatabase(error))
        throw new CommandError(
          `There is no database named "${name}" at ${where}. Set NEO4J_DATABASE to one that exists, or unset it for the user's home database.`,
          1,
          error,
        )
      if (!(error instanceof ClaimgraphError)) throw error
      // Only what may pass is worth waiting for; a wrong password is not.
      if (!('retryAfterMs' in error.details) && error.code !== 'QUERY_TIMEOUT')
        throw new CommandError(
          `${sentence(where)}: ${error.message} Check NEO4J_USER and NEO4J_PASSWORD.`,
          1,
          error,
        )
      if (performance.now() - began >= waitMs)
        throw new CommandError(
          `${sentence(where)} does not answer${waitMs > 0 ? `, and was waited for ${waitMs / 1_000} s` : ''} (${reasonOf(error)}). ` +
            'Check NEO4J_URI and that it runs, or unset NEO4J_URI to use the embedded database.',
          1,
          error,
        )
      if (!announced)
        steps.line(`Waiting up to ${waitMs / 1_000} s for ${where} to answer (${reasonOf(error)})`)
      await pause(POLL_MS, undefined, { signal: stop }).catch(() => stop.throwIfAborted())
    }
  }
}

const isNoSuchDatabase = (error: unknown) =>
  (error as { code?: unknown }).code === 'Neo.ClientError.Database.DatabaseNotFound'

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1)

function show(step: StartProgress, steps: Terminal): void {
  if (step.step === 'fetching-jars') {
    const { bytesDone, bytesTotal, jarsDone, jarsTotal } = step
    const percent = Math.floor((100 * bytesDone) / Math.max(1, bytesTotal))
    const detail = `${megabytes(bytesDone)} of ${megabytes(bytesTotal)} MB, ${percent} %, ${jarsDone} of ${jarsTotal} files`
    steps.progress('Fetching Neo4j', detail, bytesDone, bytesTotal)
  } else {
    const line = lineOf(step)
    if (line !== null) steps.line(line)
  }
}

/** Null for what takes no time, and for what makes later starts faster behind this one. */
function lineOf(step: StartProgress): string | null {
  switch (step.step) {
    case 'fetching-java':
      return `No Java 17 or 21 found; fetching one by Python's pip (${step.package}, 34 MB)`
    case 'found-java':
      return `Java ${step.version} (${step.from}: ${step.home})`
    case 'waiting-for-cache':
      return `Waiting for another process that is filling ${step.folder}`
    case 'starting':
      return `Starting Neo4j on ${step.dataFolder}`
    case 'ready':
      return `Neo4j ${step.version} runs, after ${(step.milliseconds / 1_000).toFixed(1)} s`
    default:
      return null
  }
}
