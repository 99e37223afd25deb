import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const HEARTBEAT_MS = 2_000
/** Five heartbeats missed: the holder is gone, or on another machine that is. */
const STALE_MS = 10_000
const POLL_MS = 200

/**
 * Runs `work` while no other process that asks for the same `file` does. The lock survives crashes: it is broken when
 * its holder's process is gone or has not touched it for 10 s. It saves double work and is no more than that: what is
 * done under it must be safe without it (partial names and renames), since two waiters may break one stale lock.
 *
 * `onWait` is called once when another process holds the lock. Rejects with the signal's reason when aborted.
 */
export async function withCacheLock<T>(
  file: string,
  work: () => Promise<T>,
  options: { onWait?: () => void; signal?: AbortSignal } = {},
): Promise<T> {
  await mkdir(dirname(file), { recursive: true })
  const token = JSON.stringify({ pid: process.pid, host: hostname(), id: randomUUID() })
  let waited = false
  while (!(await take(file, token))) {
    options.signal?.throwIfAborted()
    if (await isStale(file)) {
      await discard(file)
      continue
    }
    if (!waited) options.onWait?.()
    waited = true
    await pause(POLL_MS, undefined, options.signal ? { signal: options.signal } : {}).catch(() =>
      options.signal?.throwIfAborted(),
    )
  }
  const heartbeat = setInterval(() => {
    const now = new Date()
    utimes(file, now, now).catch(() => {})
  }, HEARTBEAT_MS)
  heartbeat.unref()
  try {
    return await work()
  } finally {
    clearInterval(heartbeat)
    // Only our own: a sleeping machine may have lost it to another process.
    if ((await readFile(file, 'utf8').catch(() => '')) === token) await rm(file, { force: true })
  }
}

async function take(file: string, token: string): Promise<boolean> {
  try {
    await writeFile(file, token, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function isStale(file: string): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(file)
    if (Date.now() - mtimeMs > STALE_MS) return true
    const holder: unknown = JSON.parse(await readFile(file, 'utf8'))
    if (typeof holder !== 'object' || holder === null || !('pid' in holder) || !('host' in holder))
      return false
    return holder.host === hostname() && typeof holder.pid === 'number' && !processExists(holder.pid)
  } catch {
    // Just released, or not yet written: the next round sees.
    return false
  }
}

/** Renamed away first, so that of several waiters one removes it. */
async function discard(file: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`
  try {
    await rename(file, aside)
  } catch {
    return
  }
  await rm(aside, { force: true })
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
