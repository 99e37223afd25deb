import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import artifactUrlModule from 'mvn-artifact-url'
import { withCacheLock } from './cache-lock.ts'
import { cacheFailure, EmbeddedNeo4jError } from './embedded-error.ts'
import { type JarLock, jarFileName, jarRepositoryPath, type LockedJar } from './jar-lock.ts'
import { removeLeftovers } from './leftovers.ts'
import type { OnProgress } from './progress.ts'
import { isCopyWhole, unsignedCopy, unsignedName } from './unsigned-jar.ts'

// The package is CommonJS compiled with a `default`, which Node gives one level deeper than its types say.
const artifactUrl = ((artifactUrlModule as unknown as { default?: typeof artifactUrlModule }).default ??
  artifactUrlModule) as unknown as (artifact: object, base?: string) => Promise<string>

const CONCURRENCY = 8
const ATTEMPTS = 2
const STALL_MS = 30_000
const PARTIAL = '.partial'
/** No download stands still for so long. */
const PARTIAL_MS = 10 * STALL_MS

export interface JarsOptions {
  /** Where the jars are kept, one file each; created when missing. */
  folder: string
  /** A mirror's address instead of Maven's default repository. */
  repository?: string | undefined
  /** A local Maven repository whose files are taken when their hash fits; `~/.m2/repository` unless given. */
  localRepository?: string | undefined
  onProgress?: OnProgress | undefined
  signal?: AbortSignal | undefined
  /** Appends bytes to an open partial file; replaced only to simulate a disk that refuses. */
  write?:
    | ((file: { write(bytes: Uint8Array): Promise<unknown> }, bytes: Uint8Array) => Promise<unknown>)
    | undefined
}

/** The folder of one lock's jars in a cache folder. */
export function jarFolderIn(cacheFolder: string, lock: JarLock): string {
  return join(cacheFolder, `neo4j-${lock.neo4j}`)
}

/**
 * Makes every jar of the lock present in the folder and returns the class path, file names in order. What is there
 * with the right size is trusted, since a file gets its name only after its hash was checked. The rest is copied from
 * the local Maven repository or fetched, at most 8 at a time, each under a partial name until its hash fits.
 *
 * Rejects with EmbeddedNeo4jError CHECKSUM_MISMATCH, NO_NETWORK, JAR_NOT_FOUND, DISK_FULL or CACHE_FOLDER_UNUSABLE, or
 * with the signal's reason; the jars that came are kept, so that the next try goes on from there.
 */
export async function bringJars(lock: JarLock, options: JarsOptions): Promise<string[]> {
  try {
    if ((await missingJars(lock, options.folder)).length > 0) await fillFolder(lock, options)
    return await Promise.all(
      lock.jars.map((jar) =>
        jar.signed ? unsignedCopy(options.folder, jarFileName(jar)) : jarFileName(jar),
      ),
    )
  } catch (error) {
    throw cacheFailure(error, options.folder) ?? error
  }
}

async function fillFolder(lock: JarLock, options: JarsOptions): Promise<void> {
  await mkdir(options.folder, { recursive: true })
  await withCacheLock(join(options.folder, '.lock'), () => bringMissing(lock, options), {
    onWait: () => options.onProgress?.({ step: 'waiting-for-cache', folder: options.folder }),
    ...(options.signal ? { signal: options.signal } : {}),
  })
}

/** Reads every jar of the lock and removes those whose bytes are not what the lock says; returns their names. */
export async function removeDamagedJars(lock: JarLock, folder: string): Promise<string[]> {
  const damaged: string[] = []
  for (const jar of lock.jars) {
    const file = join(folder, jarFileName(jar))
    if ((await sha256(file).catch(() => 'unreadable')) === jar.sha256) continue
    damaged.push(jarFileName(jar))
    await rm(file, { force: true })
  }
  // Copies have no hash of their own. A whole one stays as it is: the class archive knows the time it was written.
  for (const jar of lock.jars)
    if (jar.signed && !(await isCopyWhole(folder, jarFileName(jar))))
      await rm(join(folder, unsignedName(jarFileName(jar))), { force: true })
  return damaged
}

async function missingJars(lock: JarLock, folder: string): Promise<LockedJar[]> {
  const present = await Promise.all(
    lock.jars.map((jar) =>
      stat(join(folder, jarFileName(jar))).then(
        (file) => file.size === jar.size,
        () => false,
      ),
    ),
  )
  return lock.jars.filter((_, index) => !present[index])
}

async function bringMissing(lock: JarLock, options: JarsOptions): Promise<void> {
  await removeLeftovers(options.folder, (name) => name.endsWith(PARTIAL), PARTIAL_MS)
  const missing = await missingJars(lock, options.folder)
  const bytesTotal = missing.reduce((sum, jar) => sum + jar.size, 0)
  let bytesDone = 0
  let jarsDone = 0
  const report = (bytes: number) => {
    bytesDone += bytes
    options.onProgress?.({
      step: 'fetching-jars',
      bytesDone,
      bytesTotal,
      jarsDone,
      jarsTotal: missing.length,
    })
  }
  if (missing.length > 0) report(0)

  // The first failure stops the others, so that the error comes at once and nothing writes after it.
  const failure = new AbortController()
  const signal = failure.signal
  const unlink = linkAbort(options.signal, failure)
  const queue = [...missing]
  const worker = async () => {
    for (let jar = queue.shift(); jar; jar = queue.shift()) {
      try {
        await bringJar(jar, { ...options, signal }, report)
      } catch (error) {
        failure.abort(error)
        throw error
      }
      jarsDone += 1
      report(0)
    }
  }
  const workers = await Promise.allSettled(Array.from({ length: CONCURRENCY }, worker))
  unlink()
  if (workers.some((done) => done.status === 'rejected')) throw signal.reason
}

async function bringJar(
  jar: LockedJar,
  options: JarsOptions & { signal: AbortSignal },
  report: (bytes: number) => void,
) {
  options.signal.throwIfAborted()
  const file = join(options.folder, jarFileName(jar))
  const partial = `${file}.${randomUUID()}${PARTIAL}`
  try {
    if (await copyLocal(jar, partial, options.localRepository)) report(jar.size)
    else await fetchJar(jar, partial, options, report)
    await rename(partial, file)
  } finally {
    await rm(partial, { force: true })
  }
}

async function copyLocal(jar: LockedJar, partial: string, repository = join(homedir(), '.m2', 'repository')) {
  const local = join(repository, ...jarRepositoryPath(jar))
  if ((await stat(local).catch(() => undefined))?.size !== jar.size) return false
  try {
    await copyFile(local, partial)
  } catch {
    // Where the fault is not the original's, fetching meets it too.
    return false
  }
  // The copy is checked and not the original, which may change between the two.
  return (await sha256(partial)) === jar.sha256
}

async function fetchJar(
  jar: LockedJar,
  partial: string,
  options: JarsOptions & { signal: AbortSignal },
  report: (bytes: number) => void,
): Promise<void> {
  const base = options.repository?.replace(/\/*$/, '/')
  const address = await artifactUrl(
    { groupId: jar.group, artifactId: jar.artifact, version: jar.version, classifier: jar.classifier },
    base,
  )
  for (let attempt = 1; ; attempt += 1) {
    let received = 0
    try {
      const hash = await download(address, partial, options, (bytes) => {
        received += bytes
        report(bytes)
      })
      if (received === jar.size && hash === jar.sha256) return
      throw new EmbeddedNeo4jError(
        'CHECKSUM_MISMATCH',
        `${jarFileName(jar)} from ${new URL(address).host} is not the file that was asked for: expected ${jar.size} bytes ` +
          `with sha256 ${jar.sha256}, got ${received} bytes with ${hash}. A proxy or a mirror may have answered instead. ` +
          'Nothing was kept of it; start again, or set CLAIMGRAPH_MAVEN_REPOSITORY to another mirror.',
      )
    } catch (error) {
      report(-received)
      if (options.signal.aborted) throw options.signal.reason
      if (error instanceof EmbeddedNeo4jError || cacheFailure(error, partial)) throw error
      if (attempt < ATTEMPTS) continue
      throw new EmbeddedNeo4jError(
        'NO_NETWORK',
        `${jarFileName(jar)} could not be fetched from ${new URL(address).host}: ${reasonOf(error)}. Check the network ` +
          'and start again (what was fetched is kept); or set CLAIMGRAPH_MAVEN_REPOSITORY to a mirror that this machine ' +
          'reaches; or let Maven put org.neo4j:neo4j into ~/.m2, which is used as well.',
        { cause: error },
      )
    }
  }
}

/** Writes the body into the partial file and returns its sha256. A body that stands still for 30 s is given up. */
async function download(
  address: string,
  partial: string,
  options: JarsOptions & { signal: AbortSignal },
  onBytes: (bytes: number) => void,
): Promise<string> {
  const ending = new AbortController()
  const unlink = linkAbort(options.signal, ending)
  // Raced beside being handed on: a body aborted before its first read is never heard of again in Node 20.
  const aborted = new Promise<never>((_, reject) => {
    ending.signal.addEventListener('abort', () => reject(ending.signal.reason))
  })
  aborted.catch(() => {})
  const stall = setTimeout(() => ending.abort(new Error(`no bytes for ${STALL_MS / 1000} s`)), STALL_MS)
  try {
    const response = await Promise.race([fetch(address, { signal: ending.signal }), aborted])
    if (response.status === 404 || response.status === 410) {
      throw new EmbeddedNeo4jError(
        'JAR_NOT_FOUND',
        `${new URL(address).host} does not have ${new URL(address).pathname} (HTTP ${response.status}). If ` +
          'CLAIMGRAPH_MAVEN_REPOSITORY is set, it must be the root of a complete Maven repository.',
      )
    }
    if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`)
    const hash = createHash('sha256')
    const file = await open(partial, 'w')
    try {
      const reader = response.body.getReader()
      for (;;) {
        const { done, value: chunk } = await Promise.race([reader.read(), aborted])
        if (done) break
        stall.refresh()
        hash.update(chunk)
        if (options.write) await options.write(file, chunk)
        else await file.writeFile(chunk)
        onBytes(chunk.length)
      }
      // On the disk before the name: after a power cut a file of the right size is a right file.
      await file.sync()
    } finally {
      await file.close()
    }
    return hash.digest('hex')
  } finally {
    clearTimeout(stall)
    unlink()
  }
}

/** Instead of AbortSignal.any, whose signals Node 20 may collect before they are heard. */
function linkAbort(from: AbortSignal | undefined, to: AbortController): () => void {
  const onAbort = () => to.abort(from?.reason)
  if (from?.aborted) onAbort()
  from?.addEventListener('abort', onAbort)
  return () => from?.removeEventListener('abort', onAbort)
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error && error.cause.message ? error.cause.message : error.message
}
