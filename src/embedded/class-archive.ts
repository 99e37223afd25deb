import { createHash, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rehearse } from './bolt-rehearsal.ts'
import { withCacheLock } from './cache-lock.ts'
import { DatabaseProcess, type Launch } from './database-process.ts'
import type { Java } from './java.ts'
import { removeLeftovers } from './leftovers.ts'
import type { OnProgress } from './progress.ts'
import { TRAINING_PARAMETERS, TRAINING_QUERIES } from './training-queries.ts'

const TRAINING_MS = 120_000
const UNUSED_MS = 30 * 24 * 3_600_000

export interface ClassArchive {
  file: string
  exists: boolean
}

/**
 * Where the class-data archive of this class path and this Java is kept. The name holds what the archive depends on,
 * its training among it, so that another Java or another lockfile never meets a stale one; the JVM checks again and
 * ignores what does not fit. One that is found is taken for used.
 */
export async function findClassArchive(
  cacheFolder: string,
  java: Java,
  jars: readonly string[],
): Promise<ClassArchive> {
  const identity = JSON.stringify([java.home, java.build, process.arch, jars, TRAINING_QUERIES])
  const key = createHash('sha256').update(identity).digest('hex').slice(0, 16)
  const file = join(cacheFolder, 'class-archives', `${key}.jsa`)
  const whole = await isWhole(file)
  const now = new Date()
  // Of all files of an archive, the time they were written is the time of their last use.
  if (whole) for (const each of [file, sizeFile(file)]) await utimes(each, now, now).catch(() => {})
  return { file, exists: whole }
}

/**
 * Makes the archive by a training run: a second database in a temporary folder, at the lowest priority, that answers
 * the training queries and writes the classes it loaded when it ends. Never rejects: without an archive starts are
 * slower, and that is all. `stop` ends the run without a result and resolves when its process is gone.
 */
export function createClassArchive(
  archive: ClassArchive,
  launch: Launch,
  onProgress: OnProgress | undefined,
): { done: Promise<void>; stop(): Promise<void> } {
  const stopped = new AbortController()
  let training: DatabaseProcess | undefined
  const folder = join(archive.file, '..')
  const impossible = `${archive.file}.impossible`
  const train = async () => {
    if (await isWhole(archive.file)) return onProgress?.({ step: 'class-archive-ready', file: archive.file })
    // Trying again at every start would only cost time.
    if (await exists(impossible)) throw new Error(`this Java writes none, see ${impossible}`)
    stopped.signal.throwIfAborted()
    onProgress?.({ step: 'creating-class-archive', file: archive.file })
    await removeLeftovers(folder, isOfTraining, 2 * TRAINING_MS)
    // Of other jars or another Java; another version of this package may still use it.
    await removeLeftovers(folder, isOfArchive, UNUSED_MS)
    const scratch = await mkdtemp(join(folder, 'training-'))
    const password = randomUUID()
    const partial = join(folder, `${randomUUID()}.partial`)
    try {
      stopped.signal.throwIfAborted()
      training = new DatabaseProcess({
        ...launch,
        dataFolder: scratch,
        password,
        databases: 1,
        background: true,
        // The last of two sizes counts: a run in the background takes no heap that the caller asked for itself.
        jvmOptions: [...launch.jvmOptions, '-Xms64m', `-XX:ArchiveClassesAtExit=${partial}`],
      })
      training.unref()
      const ready = await training.ready(TRAINING_MS, stopped.signal)
      if ('outcome' in ready) throw new Error(`the training run ${ready.outcome}`)
      await rehearse(ready.ports[0], password, TRAINING_QUERIES, TRAINING_PARAMETERS)
      stopped.signal.throwIfAborted()
      await training.exit()
      stopped.signal.throwIfAborted()
      if (!(await exists(partial))) {
        await writeFile(impossible, training.log)
        throw new Error(`this Java writes no class-data archive:\n${training.log}`)
      }
      const { size } = await stat(partial)
      await rename(partial, archive.file)
      await writeFile(sizeFile(archive.file), String(size))
      onProgress?.({ step: 'class-archive-ready', file: archive.file })
    } finally {
      await training?.kill()
      await rm(scratch, { recursive: true, force: true, maxRetries: 5 })
      await rm(partial, { force: true })
    }
  }
  const done = mkdir(folder, { recursive: true })
    .then(() => withCacheLock(`${archive.file}.lock`, train, { signal: stopped.signal }))
    .catch((error: Error) => {
      if (!stopped.signal.aborted) onProgress?.({ step: 'class-archive-failed', reason: error.message })
    })
  return {
    done,
    async stop() {
      stopped.abort()
      await training?.kill()
      await done
    },
  }
}

const isOfArchive = (name: string) => /\.jsa(\.\w+)?$/.test(name)

const isOfTraining = (name: string) => name.startsWith('training-') || name.endsWith('.partial')

/** A file that a crash or a full disk has cut short would crash the JVM, or silently cost it its own archive as well. */
async function isWhole(file: string): Promise<boolean> {
  const size = await readFile(sizeFile(file), 'utf8').catch(() => undefined)
  return size !== undefined && (await stat(file).catch(() => undefined))?.size === Number(size)
}

function sizeFile(file: string): string {
  return `${file}.size`
}

function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}
