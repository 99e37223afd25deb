import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import neo4j from 'neo4j-driver'
import { rehearse } from '../../src/embedded/bolt-rehearsal.ts'
import { processEnvironment, userCacheFolder } from '../../src/embedded/cache-folder.ts'
import {
  EMBEDDED_ERROR_CODES,
  type EmbeddedErrorCode,
  type EmbeddedNeo4j,
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

/** A java that gets ready, and ends with its standard input; `first` is run before. */
const readyJava = (first: string) =>
  fakeJava(`${first}
    console.log('{"ports":[1],"version":"5.26.30"}')
    process.stdin.resume().on('end', () => process.exit(0))`)

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

// To start a database is what costs here, so one data folder goes through all of it, in one test: each step goes on where
// the one before it ended.
describe('a database', () => {
  let dataFolder: string
  /** A copy of the user's cache, to be damaged. */
  let cacheFolder: string
  let current: Started
  afterAll(() => current?.database.stop())

  test(
    'ends with its parent and keeps its data, through versions, second starts, stops, broken archives and a crash of its own',
    async () => {
      dataFolder = await newFolder()
      await endsWithItsParent()
      await mindsVersionsAndSharesTheCache()
      await answersToItsPasswordAndHoldsItsFolder()
      await runsWithItsSettings()
      await answersItsTraining()
      await keepsDataAndMendsItsArchive()
      await reportsItsCrashAndRecovers()
      await endsWithItsParentWhileItTrains()
    },
    START_MS,
  )

  /** One that is still starting, and one that runs; of the second, on the same folder, the data is kept. */
  async function endsWithItsParent(): Promise<void> {
    // So many databases take longer to start than their end is waited for.
    const starting = startElsewhere({ dataFolder, databases: 50 })
    await starting.said(({ step }) => step === 'starting')
    const holder = await holderOf(dataFolder)
    starting.kill()
    await isGone(holder.pid)

    const running = startElsewhere({ dataFolder })
    const { database } = await running.said((line) => line.database !== undefined)
    const archive = await running.said(({ step }) => /^class-archive-(ready|failed)$/.test(step ?? ''))
    expect(archive).toMatchObject({ step: 'class-archive-ready' })
    await query(database as Access, 'UNWIND range(1, 1000) AS i CREATE (:Survivor {i: i})')
    running.kill()
    await isGone((database as Access).pid)
  }

  /** Refuses the data of a newer Neo4j and takes that of an older one; two at once share the cache, its class archive and the port range. */
  async function mindsVersionsAndSharesTheCache(): Promise<void> {
    const stamp = join(dataFolder, 'claimgraph-neo4j-version.json')
    await writeFile(stamp, '{"neo4j":"5.26.100"}')
    const newer = await failureOf({ dataFolder })
    expect(newer.code).toBe('DATA_FOLDER_NEWER')
    expect(newer.message).toMatch(/Neo4j 5\.26\.100; this is Neo4j 5\.26\.30/)
    await writeFile(stamp, '{"neo4j":"5.26.9"}')

    cacheFolder = await newFolder()
    for (const part of ['neo4j-5.26.30', 'class-archives']) await copyFromCache(part, cacheFolder)
    const [first, temporary] = await Promise.all([
      start({ cacheFolder, dataFolder }),
      start({ cacheFolder, databases: 2 }),
    ])
    current = first
    expect(await Promise.all([first.archive, temporary.archive])).toEqual(
      Array(2).fill('class-archive-ready'),
    )
    expect(first.database.uri).not.toBe(temporary.database.uri)
    // Two databases of one process know nothing of each other.
    expect(temporary.database.uris[0]).toBe(temporary.database.uri)
    await query(temporary.database, 'CREATE (:Alone)')
    const seen = temporary.database.uris.map((uri) =>
      query({ ...temporary.database, uri }, 'MATCH (n:Alone) RETURN count(n) AS n'),
    )
    expect(await Promise.all(seen)).toEqual([[{ n: 1 }], [{ n: 0 }]])
    await temporary.database.stop()
    // Temporary folders go with their databases.
    await expect(stat(temporary.database.dataFolder)).rejects.toThrow('ENOENT')

    expect(first.database).toMatchObject({ user: 'neo4j', version: '5.26.30', dataFolder })
    expect(first.database.uri).toMatch(/^bolt:\/\/127\.0\.0\.1:\d+$/)
    expect(first.steps).toEqual(expect.arrayContaining(['finding-java', 'found-java', 'starting', 'ready']))
    expect(await readFile(stamp, 'utf8')).toContain('5.26.30')
    // What was committed before the parent was killed.
    expect(await query(first.database, 'MATCH (s:Survivor) RETURN count(s) AS n')).toEqual([{ n: 1000 }])
  }

  /** Over bolt:// and neo4j:// alike. */
  async function answersToItsPasswordAndHoldsItsFolder(): Promise<void> {
    const { database } = current
    await query(database, "CREATE (:Kept {text: 'said'})")
    expect(await query({ ...database, uri: database.uri.replace('bolt', 'neo4j') }, 'RETURN 1 AS x')).toEqual(
      [{ x: 1 }],
    )
    await expect(query({ ...database, password: 'neo4j' }, 'RETURN 1')).rejects.toMatchObject({
      code: 'Neo.ClientError.Security.Unauthorized',
    })
    const held = await failureOf({ dataFolder })
    expect(held.code).toBe('DATA_FOLDER_IN_USE')
    expect(held.message).toContain(`process ${database.pid}, started by process ${process.pid}`)
  }

  /** Those that keep it from hanging and from reading files. */
  async function runsWithItsSettings(): Promise<void> {
    const rows = await query(
      current.database,
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
  }

  /** To the last query, or the training fails: one that is not answered gives an archive all the same, which holds next to nothing. */
  async function answersItsTraining(): Promise<void> {
    const { uri, password } = current.database
    const ask = (queries: string[], secret = password) =>
      rehearse(Number(new URL(uri).port), secret, queries, { word: 'said' })
    await ask(['RETURN $word', 'UNWIND range(1, 5000) AS i RETURN i'])
    await expect(ask(['RETURN 1', 'RETURN RETURN', 'RETURN 2'])).rejects.toThrow('refused: RETURN RETURN')
    await expect(ask(['RETURN 1'], 'not the password')).rejects.toThrow('refused the greeting')
  }

  /** Over a stop; does without a broken class archive and makes a new one. */
  async function keepsDataAndMendsItsArchive(): Promise<void> {
    const { database: first } = current
    await Promise.all([first.stop(), first.stop()])
    await first.stop()
    expect(await first.ended).toBeUndefined()
    expect(isRunning(first.pid)).toBe(false)

    const folder = join(cacheFolder, 'class-archives')
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.jsa'))) {
      await chmod(join(folder, name), 0o644)
      await truncate(join(folder, name), 50_000_000)
    }
    current = await start({ cacheFolder, dataFolder })
    expect(await current.archive).toBe('creating-class-archive')
    expect(current.database.password).not.toBe(first.password)
    expect(await query(current.database, 'MATCH (k:Kept) RETURN k.text AS text')).toEqual([{ text: 'said' }])
  }

  async function reportsItsCrashAndRecovers(): Promise<void> {
    const { database: killed } = current
    await query(killed, 'CREATE (:Late)')
    process.kill(killed.pid, 'SIGKILL')
    const crash = await killed.ended
    expect(crash?.code).toBe('CRASHED')
    expect(crash?.message).toContain('SIGKILL')
    await killed.stop()
  }

  /** The next start makes a class archive of other jars. */
  async function endsWithItsParentWhileItTrains(): Promise<void> {
    await copyFromCache('class-archives', cacheFolder)
    // The archive belongs to the jars as they were.
    await utimes(join(cacheFolder, 'neo4j-5.26.30', 'neo4j-kernel-5.26.30.jar'), 0, 0)
    const parent = startElsewhere({ dataFolder, cacheFolder })
    const { database } = await parent.said((line) => line.database !== undefined)
    expect(await query(database as Access, 'MATCH (l:Late) RETURN count(l) AS n')).toEqual([{ n: 1 }])
    const { file } = await parent.said(({ step }) => step === 'creating-class-archive')
    const archives = dirname(file as string)
    const { pid, parent: keeper } = await holderOf(await trainingIn(archives))
    parent.kill()
    await Promise.all([(database as Access).pid, pid, keeper].map(isGone))
    // A JVM that ends by itself writes what it has learned before.
    expect((await readdir(archives)).filter((name) => name.endsWith('.partial'))).toEqual([])
  }
})

type Access = Pick<EmbeddedNeo4j, 'uri' | 'user' | 'password' | 'pid'>

/** What a starter says in one line: a step of the start, or the database that runs. */
type Said = Partial<{ step: StartProgress['step']; file: string; database: Access }>

const starters: ChildProcess[] = []
afterAll(() => {
  for (const starter of starters) starter.kill('SIGKILL')
})

/** A start in a process of its own, which can be killed. */
function startElsewhere(options: StartOptions) {
  const starter = fileURLToPath(new URL('./starter.ts', import.meta.url))
  const parent = spawn(process.execPath, ['--import', 'tsx', starter, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  starters.push(parent)
  const lines = createInterface({ input: parent.stdout })[Symbol.asyncIterator]()
  return {
    /** The next line that is looked for. */
    async said(isLookedFor: (line: Said) => boolean): Promise<Said> {
      for (;;) {
        const { value, done } = await lines.next()
        if (done) throw new Error('the starter has ended')
        const line: Said = JSON.parse(value)
        if (isLookedFor(line)) return line
      }
    },
    kill: () => parent.kill('SIGKILL'),
  }
}

/** The data folder of the training run that is beginning. */
async function trainingIn(archives: string): Promise<string> {
  for (;;) {
    const training = (await readdir(archives)).find((name) => name.startsWith('training-'))
    if (training) return join(archives, training)
    await pause(20)
  }
}

/** The process that has a data folder, and its parent, as soon as it says so in the folder. */
async function holderOf(dataFolder: string): Promise<{ pid: number; parent: number }> {
  for (;;) {
    const said = await readFile(join(dataFolder, 'claimgraph.holder'), 'utf8').catch(() => '')
    if (said.endsWith('\n')) return JSON.parse(said)
    await pause(20)
  }
}

async function isGone(pid: number): Promise<void> {
  const began = Date.now()
  while (isRunning(pid) && Date.now() - began < 20_000) await pause(20)
  expect(isRunning(pid)).toBe(false)
}

interface Started {
  readonly database: EmbeddedNeo4j
  /** The steps so far. */
  readonly steps: StartProgress['step'][]
  /** The first step that the class archive takes once the database runs. */
  readonly archive: Promise<StartProgress['step']>
}

async function start(options: StartOptions): Promise<Started> {
  const steps: StartProgress['step'][] = []
  let heard: (step: StartProgress['step']) => void = () => {}
  const archive = new Promise<StartProgress['step']>((resolve) => {
    heard = resolve
  })
  const onProgress = ({ step }: StartProgress) => {
    steps.push(step)
    if (step.includes('class-archive')) heard(step)
  }
  return { database: await startNeo4j({ ...options, onProgress }), steps, archive }
}

/** Copies a folder of the user's cache into another cache. */
async function copyFromCache(part: string, cacheFolder: string): Promise<void> {
  const from = join(userCacheFolder(processEnvironment), part)
  const to = join(cacheFolder, part)
  await mkdir(to, { recursive: true })
  for (const name of (await readdir(from)).filter((file) => /\.(jar|jsa|size)$/.test(file))) {
    await copyFile(join(from, name), join(to, name))
    // The archive remembers the second in which each jar was written.
    const written = Math.floor((await stat(join(from, name))).mtimeMs / 1000)
    await utimes(join(to, name), written, written)
  }
}

describe('a start that fails says why, and the next one works', () => {
  test('a data folder that is a file', async () => {
    const dataFolder = join(await newFolder(), 'file')
    await writeFile(dataFolder, '')
    expect((await failureOf({ dataFolder })).code).toBe('DATA_FOLDER_UNUSABLE')
  })

  test('options that cannot be used', async () => {
    const error = await failureOf({
      env: { CLAIMGRAPH_MAVEN_REPOSITORY: 'repo.example.org/maven2' },
      databases: 0,
      heapMiB: 0.5,
      pageCacheMiB: -1,
      timeoutMs: 1e10,
    })
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.message.match(/^ {2}\w+/gm)?.map((name) => name.trim())).toEqual([
      'mavenRepository',
      'heapMiB',
      'pageCacheMiB',
      'databases',
      'timeoutMs',
    ])
    const withPassword = await failureOf({ mavenRepository: 'https://me:secret@repo.example.org/' })
    expect(withPassword.code).toBe('INVALID_OPTION')
    expect(withPassword.message).not.toContain('secret')
  })

  test('a cache folder that cannot be one', async () => {
    const file = join(await newFolder(), 'file')
    await writeFile(file, '')
    const error = await failureOf({ cacheFolder: join(file, 'cache'), javaHome: await fakeJava('') })
    expect(error.code).toBe('CACHE_FOLDER_UNUSABLE')
    expect(error.message).toContain(file)
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

  test('a data folder that cannot be stamped, of a database that is ready', async () => {
    const dataFolder = await newFolder()
    await mkdir(join(dataFolder, 'claimgraph-neo4j-version.json.partial'))
    const pid = join(await newFolder(), 'pid')
    const javaHome = await readyJava(`require('node:fs').writeFileSync('${pid}', String(process.pid))`)
    const error = await failureOf({ dataFolder, javaHome, classArchive: false })
    expect(error.code).toBe('DATA_FOLDER_UNUSABLE')
    expect(error.message).toContain('EISDIR')
    expect(isRunning(Number(await readFile(pid, 'utf8')))).toBe(false)
  })

  test('a class archive that breaks the JVM goes, and one that does not stays', async () => {
    const cacheFolder = await newFolder()
    const jars = 'neo4j-5.26.30'
    await symlink(join(userCacheFolder(processEnvironment), jars), join(cacheFolder, jars))
    // A JVM that the heap breaks, or an archive that holds "broken".
    const javaHome = await readyJava(`
      const given = (name) => process.argv.find((argument) => argument.startsWith(name))?.slice(name.length)
      const archive = given('-XX:SharedArchiveFile=')
      if (given('-Xmx') === '7m') process.exit(1)
      if (archive && require('node:fs').readFileSync(archive, 'utf8') === 'broken') process.exit(134)`)
    let found: (file: string) => void = () => {}
    const creating = new Promise<string>((resolve) => {
      found = resolve
    })
    const first = await startNeo4j({
      cacheFolder,
      javaHome,
      onProgress: (progress) => progress.step === 'creating-class-archive' && found(progress.file),
    })
    const file = await creating
    await first.stop()

    const write = async (text: string) => {
      await writeFile(file, text)
      await writeFile(`${file}.size`, String(text.length))
    }
    await write('whole')
    expect((await failureOf({ cacheFolder, javaHome, heapMiB: 7 })).code).toBe('START_FAILED')
    expect(await readFile(file, 'utf8')).toBe('whole')
    await write('broken')
    const mended = await startNeo4j({ cacheFolder, javaHome })
    await mended.stop()
    await expect(stat(file)).rejects.toThrow('ENOENT')
  })

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
