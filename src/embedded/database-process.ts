import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { backgroundRun } from './background-run.ts'
import type { Environment } from './cache-folder.ts'
import { javaProgram } from './java.ts'

/** Longer than the bootstrap gives its own shutdown (1 s): reached only by a process that does not run any more. */
const KILL_AFTER_MS = 5_000
const LOG_LINES = 40

/** What to run: one Java, one class path, one data folder. */
export interface Launch {
  javaHome: string
  /** The jars are named relative to it: 213 full paths come near the longest command line of Windows. */
  jarFolder: string
  /** File names in `jarFolder`, in class-path order. */
  jars: readonly string[]
  dataFolder: string
  password: string
  env: Environment
  /** Neo4j's page cache of each database, in MiB. */
  pageCacheMiB: number
  /** How many databases the process serves. */
  databases: number
  jvmOptions: readonly string[]
  /** At the lowest priority, and killed where another would be shut down: nobody will want its data. */
  background?: boolean
}

export interface Ready {
  /** One for each database. */
  ports: readonly [number, ...number[]]
  version: string
}

/** How a start ended that did not get ready: the folder is taken, or the process ended or never became ready. */
export type FailedStart =
  | { outcome: 'held' }
  | { outcome: 'ended'; how: string; log: string }
  | { outcome: 'timeout'; log: string }

/** One running bootstrap. It ends when its standard input does, and so with the process that started it. */
export class DatabaseProcess {
  readonly #child: ChildProcess
  readonly #background: boolean
  readonly #log: string[] = []
  readonly ended: Promise<string>
  readonly #firstLine: Promise<string>

  constructor(launch: Launch) {
    const separator = process.platform === 'win32' ? ';' : ':'
    const program = javaProgram(launch.javaHome)
    const args = [
      // The JVM's own warnings would otherwise stand on standard output, between the lines of the protocol.
      '-Xlog:disable',
      '-Xlog:all=warning:stderr',
      // A training run says of each class that it leaves out why, thousands of lines.
      '-Xlog:cds=off',
      `-XX:ErrorFile=${join(launch.dataFolder, 'logs', 'java-crash-%p.log')}`,
      '-XX:+ExitOnOutOfMemoryError',
      '-Dfile.encoding=UTF-8',
      '-Dlog4j2.disable.jmx=true',
      // As Neo4j's own launcher has them: Netty's and the page cache's direct memory.
      '--add-opens=java.base/java.nio=ALL-UNNAMED',
      '--add-opens=java.base/java.io=ALL-UNNAMED',
      '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
      '-Dio.netty.tryReflectionSetAccessible=true',
      ...launch.jvmOptions,
      '-cp',
      launch.jars.join(separator),
      'claimgraph.Bootstrap',
      launch.dataFolder,
      String(launch.pageCacheMiB),
      String(launch.databases),
    ]
    this.#background = launch.background === true
    this.#child = spawn(...(this.#background ? backgroundRun(program, args) : ([program, args] as const)), {
      cwd: launch.jarFolder,
      // The options of our own Node are not those of the Node of a background run.
      env: {
        ...launch.env,
        CLAIMGRAPH_NEO4J_PASSWORD: launch.password,
        NODE_OPTIONS: undefined,
      } as NodeJS.ProcessEnv,
      stdio: ['pipe', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C in the terminal goes to us, and the database ends when we have finished with it.
      detached: true,
      windowsHide: true,
    })
    // Writing to a process that has just ended is no error of ours.
    this.#child.stdin?.on('error', () => {})
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#log.push(...text.split('\n').filter((line) => line.trim() !== ''))
      this.#log.splice(0, this.#log.length - LOG_LINES * 5)
    })
    this.ended = new Promise((resolve) => {
      this.#child.on('error', (error) => resolve(`could not be run (${error.message})`))
      // "close" and not "exit": by then everything it said has been read.
      this.#child.on('close', (code, signal) =>
        resolve(signal ? `ended by ${signal}` : `ended with code ${code}`),
      )
    })
    this.#firstLine = new Promise((resolve) => {
      let text = ''
      this.#child.stdout?.setEncoding('utf8').on('data', (more: string) => {
        text += more
        const end = text.indexOf('\n')
        if (end >= 0) resolve(text.slice(0, end))
      })
    })
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  /** The last lines on standard error. A stack trace is told by its exceptions, not by its frames. */
  get log(): string {
    const telling = this.#log.filter((line) => !/^\s+(at |\.\.\. \d+ more)/.test(line))
    return telling.slice(-LOG_LINES).join('\n')
  }

  /** Whether the JVM was given a class-data archive that it could not use. */
  get refusedArchive(): boolean {
    return this.#log.some((line) => line.includes('Unable to use shared archive'))
  }

  /** Resolves with what the bootstrap said, or with how it failed; the process has ended in the second case. */
  async ready(timeoutMs: number, signal?: AbortSignal): Promise<Ready | FailedStart> {
    let timer: NodeJS.Timeout | undefined
    let onAbort: (() => void) | undefined
    const gaveUp = new Promise<'timeout' | 'aborted'>((resolve) => {
      timer = setTimeout(() => resolve('timeout'), timeoutMs)
      onAbort = () => resolve('aborted')
      if (signal?.aborted) onAbort()
      signal?.addEventListener('abort', onAbort)
    })
    try {
      const first = await Promise.race([
        this.#firstLine.then((line) => ({ line })),
        this.ended.then((how) => ({ how })),
        gaveUp,
      ])
      if (typeof first === 'object' && 'line' in first) {
        const said = parseLine(first.line)
        if (said !== 'held' && said !== undefined) return said
        await this.kill()
        return said === 'held'
          ? { outcome: 'held' }
          : { outcome: 'ended', how: `said "${first.line}"`, log: this.log }
      }
      if (typeof first === 'object') return { outcome: 'ended', how: first.how, log: this.log }
      await this.kill()
      if (first === 'aborted') signal?.throwIfAborted()
      return { outcome: 'timeout', log: this.log }
    } finally {
      clearTimeout(timer)
      if (onAbort) signal?.removeEventListener('abort', onAbort)
    }
  }

  /** Lets the event loop end while the database runs: whoever forgets to stop it does not hang, and it ends with us. */
  unref(): void {
    this.#child.unref()
    for (const stream of [this.#child.stdin, this.#child.stdout, this.#child.stderr]) {
      ;(stream as unknown as { unref?: () => void } | null)?.unref?.()
    }
  }

  /** Shuts down in order and resolves when the process is gone. */
  async stop(): Promise<void> {
    this.#child.ref()
    const cutOff = setTimeout(() => this.#child.kill('SIGKILL'), KILL_AFTER_MS)
    this.#child.stdin?.end()
    await this.ended
    clearTimeout(cutOff)
  }

  /** Ends as a JVM does of itself, with what it writes at exit; takes as long as that takes. */
  async exit(): Promise<void> {
    this.#child.stdin?.write('exit\n')
    await this.ended
  }

  async kill(): Promise<void> {
    this.#child.ref()
    // The process of a background run is the one that watches over it.
    if (this.#background) this.#child.stdin?.end()
    else this.#child.kill('SIGKILL')
    await this.ended
  }
}

function parseLine(line: string): Ready | 'held' | undefined {
  try {
    const said = JSON.parse(line)
    if (said.held === true) return 'held'
    if (Array.isArray(said.ports) && typeof said.version === 'string') return said
  } catch {
    // Not the bootstrap's: reported as it stands.
  }
  return undefined
}
