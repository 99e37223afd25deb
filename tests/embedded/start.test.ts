import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import neo4j from 'neo4j-driver'
import { processEnvironment, userCacheFolder } from '../../src/embedded/cache-folder.ts'
import {
  EMBEDDED_ERROR_CODES,
  type EmbeddedErrorCode,
  EmbeddedNeo4jError,
  type StartOptions,
  type StartProgress,
  startNeo4j,
} from '../../src/embedded/index.ts'

// A start waits for the jars of a cold cache.
const START_MS = 300_000
const CLOSED_PORT = 'http://127.0.0.1:1/'

let scratch: string
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'claimgraph-embedded-test-'))
})
afterAll(() => rm(scratch, { recursive: true, force: true, maxRetries: 5 }))

const newFolder = () => mkdtemp(join(scratch, 'folder-'))

async function query(
  database: { uri: string; user: string; password: string },
  text: string,
): Promise<Record<string, unknown>[]> {
  const driver = neo4j.driver(database.uri, neo4j.auth.basic(database.user, database.password), {
    disableLosslessIntegers: true,
  })
  try {
    const { records } = await driver.session().run(text)
    return records.map((record) => record.toObject())
  } finally {
    await driver.close()
  }
}

async function failureOf(options: StartOptions): Promise<EmbeddedNeo4jError> {
  const outcome = await startNeo4j(options).then(
    (database) => database.stop().then(() => 'started'),
    (error: unknown) => error,
  )
  expect(outcome).toBeInstanceOf(EmbeddedNeo4jError)
  return outcome as EmbeddedNeo4jError
}

/** A home whose java is a script: for faults that a real JVM does not produce when asked. */
async function fakeJava(script: string, version = '21.0.8'): Promise<string> {
  const home = await newFolder()
  await mkdir(join(home, 'bin'))
  await writeFile(join(home, 'release'), `JAVA_VERSION="${version}"\n`)
  await writeFile(join(home, 'bin', 'java'), `#!${process.execPath}\n${script}\n`)
  await chmod(join(home, 'bin', 'java'), 0o755)
  return home
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('a database', () => {
  test(
    'answers over bolt:// and neo4j:// to its own password alone, and keeps the data over a stop',
    async () => {
      const dataFolder = await newFolder()
      const steps: StartProgress[] = []
      const first = await startNeo4j({ dataFolder, onProgress: (step) => steps.push(step) })
      expect(first).toMatchObject({ user: 'neo4j', version: '5.26.30', dataFolder })
      expect(first.uri).toMatch(/^bolt:\/\/127\.0\.0\.1:\d+$/)
      expect(steps.map(({ step }) => step)).toEqual(
        expect.arrayContaining(['finding-java', 'found-java', 'starting', 'ready']),
      )
      await query(first, "CREATE (:Kept {text: 'said'})")
      expect(await query({ ...first, uri: first.uri.replace('bolt', 'neo4j') }, 'RETURN 1 AS x')).toEqual([
        { x: 1 },
      ])
      await expect(query({ ...first, password: 'neo4j' }, 'RETURN 1')).rejects.toMatchObject({
        code: 'Neo.ClientError.Security.Unauthorized',
      })

      const held = await failureOf({ dataFolder })
      expect(held.code).toBe('DATA_FOLDER_IN_USE')
      expect(held.message).toContain(`process ${first.pid}, started by process ${process.pid}`)

      await Promise.all([first.stop(), first.stop()])
      await first.stop()
      expect(await first.ended).toBeUndefined()
      expect(isRunning(first.pid)).toBe(false)

      await using second = await startNeo4j({ dataFolder })
      expect(second.password).not.toBe(first.password)
      expect(await query(second, 'MATCH (k:Kept) RETURN k.text AS text')).toEqual([{ text: 'said' }])
    },
    START_MS,
  )

  test(
    'runs with the settings that keep it from hanging and from reading files',
    async () => {
      await using database = await startNeo4j()
      const rows = await query(
        database,
        "SHOW SETTINGS YIELD name, value WHERE name IN ['db.transaction.timeout', 'db.lock.acquisition.timeout', " +
          "'server.bolt.connection_keep_alive', 'dbms.security.allow_csv_import_from_file_urls', " +
          "'dbms.security.auth_enabled', 'server.http.enabled', 'server.https.enabled', 'dbms.usage_report.enabled', " +
          "'server.memory.pagecache.size', 'server.bolt.listen_address'] RETURN name, value",
      )
      expect(Object.fromEntries(rows.map(({ name, value }) => [name, value]))).toEqual({
        'db.transaction.timeout': '1m',
        'db.lock.acquisition.timeout': '15s',
        'server.bolt.connection_keep_alive': '5s',
        'dbms.security.allow_csv_import_from_file_urls': 'false',
        'dbms.security.auth_enabled': 'true',
        'server.http.enabled': 'false',
        'server.https.enabled': 'false',
        'dbms.usage_report.enabled': 'false',
        'server.memory.pagecache.size': '128.00MiB',
        'server.bolt.listen_address': '127.0.0.1:0',
      })
    },
    START_MS,
  )

  test(
    'ends by itself when its parent is killed, and what was committed survives',
    async () => {
      const dataFolder = await newFolder()
      const starter = fileURLToPath(new URL('./starter.ts', import.meta.url))
      const parent = spawn(process.execPath, ['--import', 'tsx', starter, dataFolder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const lines = createInterface({ input: parent.stdout })[Symbol.asyncIterator]()
      const database = JSON.parse((await lines.next()).value ?? '{}')
      await query(database, 'UNWIND range(1, 1000) AS i CREATE (:Survivor {i: i})')

      const killed = Date.now()
      parent.kill('SIGKILL')
      while (isRunning(database.pid) && Date.now() - killed < 20_000) await pause(20)
      expect(isRunning(database.pid)).toBe(false)

      await using again = await startNeo4j({ dataFolder })
      expect(await query(again, 'MATCH (s:Survivor) RETURN count(s) AS n')).toEqual([{ n: 1000 }])
    },
    START_MS,
  )

  test(
    'that is killed itself reports it, and the next start recovers',
    async () => {
      const dataFolder = await newFolder()
      const database = await startNeo4j({ dataFolder })
      await query(database, 'CREATE (:Survivor)')
      process.kill(database.pid, 'SIGKILL')
      const crash = await database.ended
      expect(crash?.code).toBe('CRASHED')
      expect(crash?.message).toContain('SIGKILL')
      await database.stop()
      await using again = await startNeo4j({ dataFolder })
      expect(await query(again, 'MATCH (s:Survivor) RETURN count(s) AS n')).toEqual([{ n: 1 }])
    },
    START_MS,
  )

  test(
    'two starts at once share the cache and the port range',
    async () => {
      const databases = await Promise.all([startNeo4j(), startNeo4j()])
      const answers = await Promise.all(databases.map((database) => query(database, 'RETURN 1 AS x')))
      await Promise.all(databases.map((database) => database.stop()))
      expect(answers).toEqual([[{ x: 1 }], [{ x: 1 }]])
      expect(databases[0]?.uri).not.toBe(databases[1]?.uri)
      // Temporary folders go with their databases.
      await expect(readFile(join(databases[0]?.dataFolder ?? '', 'claimgraph.holder'))).rejects.toThrow(
        'ENOENT',
      )
    },
    START_MS,
  )

  test(
    'uses a class archive, and does without a broken or a stale one',
    async () => {
      const { cacheFolder, archives } = await copyOfCacheWithArchive()
      const makesArchive = async () => {
        let heard: (step: string) => void = () => {}
        const first = new Promise<string>((resolve) => {
          heard = resolve
        })
        await using database = await startNeo4j({
          cacheFolder,
          onProgress: ({ step }) => step.includes('class-archive') && heard(step),
        })
        expect(await query(database, 'RETURN 1 AS x')).toEqual([{ x: 1 }])
        return (await first) === 'creating-class-archive'
      }
      expect(await makesArchive()).toBe(false)

      for (const archive of archives) {
        await copyFile(archive, `${archive}.whole`)
        await chmod(archive, 0o644)
        await truncate(archive, 50_000_000)
      }
      expect(await makesArchive()).toBe(true)

      for (const archive of archives) await rename(`${archive}.whole`, archive)
      const [anyJar] = await readdir(join(cacheFolder, 'neo4j-5.26.30'))
      // The archive belongs to the jars as they were.
      await utimes(join(cacheFolder, 'neo4j-5.26.30', anyJar as string), 0, 0)
      expect(await makesArchive()).toBe(true)
    },
    START_MS,
  )
})

/** A copy of the user's cache, to be damaged; the first on a machine waits until the archive is made. */
async function copyOfCacheWithArchive(): Promise<{ cacheFolder: string; archives: string[] }> {
  let settle: (failure?: string) => void = () => {}
  const settled = new Promise<string | undefined>((resolve) => {
    settle = resolve
  })
  const database = await startNeo4j({
    onProgress: (progress) => {
      if (progress.step === 'class-archive-ready') settle()
      if (progress.step === 'class-archive-failed') settle(progress.reason)
    },
  })
  const failure = await settled
  await database.stop()
  if (failure) throw new Error(failure)

  const cacheFolder = await newFolder()
  for (const part of ['neo4j-5.26.30', 'class-archives']) {
    await mkdir(join(cacheFolder, part))
    const from = join(userCacheFolder(processEnvironment), part)
    for (const name of (await readdir(from)).filter((file) => /\.(jar|jsa|size)$/.test(file))) {
      await copyFile(join(from, name), join(cacheFolder, part, name))
      // The archive remembers the second in which each jar was written.
      const written = Math.floor((await stat(join(from, name))).mtimeMs / 1000)
      await utimes(join(cacheFolder, part, name), written, written)
    }
  }
  const names = await readdir(join(cacheFolder, 'class-archives'))
  const archives = names.filter((name) => name.endsWith('.jsa'))
  return { cacheFolder, archives: archives.map((name) => join(cacheFolder, 'class-archives', name)) }
}

describe('a start that fails says why, and the next one works', () => {
  test(
    'a data folder of a newer Neo4j',
    async () => {
      const dataFolder = await newFolder()
      const stamp = join(dataFolder, 'claimgraph-neo4j-version.json')
      await writeFile(stamp, '{"neo4j":"5.26.100"}')
      const error = await failureOf({ dataFolder })
      expect(error.code).toBe('DATA_FOLDER_NEWER')
      expect(error.message).toMatch(/Neo4j 5\.26\.100; this is Neo4j 5\.26\.30/)
      await writeFile(stamp, '{"neo4j":"5.26.9"}')
      await using database = await startNeo4j({ dataFolder })
      expect(database.version).toBe('5.26.30')
      expect(await readFile(stamp, 'utf8')).toContain('5.26.30')
    },
    START_MS,
  )

  test('a data folder that is a file', async () => {
    const dataFolder = join(await newFolder(), 'file')
    await writeFile(dataFolder, '')
    expect((await failureOf({ dataFolder })).code).toBe('DATA_FOLDER_UNUSABLE')
  })

  test('no network', async () => {
    const error = await failureOf({
      cacheFolder: await newFolder(),
      mavenRepository: CLOSED_PORT,
      localMavenRepository: await newFolder(),
      javaHome: await fakeJava(''),
    })
    expect(error.code).toBe('NO_NETWORK')
    expect(error.message).toMatch(/127\.0\.0\.1:1.*CLAIMGRAPH_MAVEN_REPOSITORY/s)
  })

  test('another Java than it needs', async () => {
    const error = await failureOf({ javaHome: await fakeJava('', '11.0.2') })
    expect(error.code).toBe('WRONG_JAVA')
    expect(error.message).toContain('is Java 11.0.2')
  })

  const deaths: [string, string, EmbeddedErrorCode, RegExp][] = [
    [
      'a JVM that crashes',
      'console.error("SIGSEGV (0xb) at pc"); process.exit(134)',
      'START_FAILED',
      /code 134.*SIGSEGV/s,
    ],
    [
      'a store of another Neo4j process',
      'console.error("Caused by: org.neo4j.kernel.internal.locker.FileLockException: x"); process.exit(1)',
      'DATA_FOLDER_IN_USE',
      /held by a Neo4j/,
    ],
    [
      'a full disk under the data',
      'console.error("java.io.IOException: No space left on device"); process.exit(1)',
      'DISK_FULL',
      /folder-/,
    ],
    [
      'a Java that talks nonsense',
      'console.log("hello"); setInterval(() => {}, 1000)',
      'START_FAILED',
      /said "hello"/,
    ],
    ['a Java that never gets ready', 'setInterval(() => {}, 1000)', 'START_FAILED', /not ready after 0\.3 s/],
  ]
  test.each(deaths)(
    '%s',
    async (_name, script, code, message) => {
      const javaHome = await fakeJava(script)
      const timeoutMs = code === 'START_FAILED' && script.startsWith('setInterval') ? 300 : 60_000
      const error = await failureOf({
        dataFolder: await newFolder(),
        javaHome,
        timeoutMs,
        classArchive: false,
      })
      expect(error.code).toBe(code)
      expect(error.message).toMatch(message)
    },
    START_MS,
  )

  test(
    'an abort, before and in the middle',
    async () => {
      const reason = new Error('changed my mind')
      await expect(startNeo4j({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
      const controller = new AbortController()
      const start = startNeo4j({
        signal: controller.signal,
        onProgress: ({ step }) => step === 'starting' && setImmediate(() => controller.abort(reason)),
      })
      await expect(start).rejects.toBe(reason)
    },
    START_MS,
  )
})

test('docs/embedded.md explains every error code', async () => {
  const text = await readFile(new URL('../../docs/embedded.md', import.meta.url), 'utf8')
  const explained = [...text.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code]) => code)
  expect(explained).toEqual([...EMBEDDED_ERROR_CODES])
})

test('the committed bootstrap jar is made of the committed source', async () => {
  const source = await readFile(new URL('../../embedded/java/claimgraph/Bootstrap.java', import.meta.url))
  const digest = createHash('sha256').update(source).digest('hex')
  const jar = await readFile(new URL('../../embedded/claimgraph-bootstrap.jar', import.meta.url), 'latin1')
  const manifest = /Source-Sha256: ([0-9a-f]+)\r?\n ([0-9a-f]+)/.exec(jar)
  expect(`${manifest?.[1]}${manifest?.[2]}`).toBe(digest)
})
