import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { testDatabaseAddress } from '../support/test-database.ts'

/** The project's folder, with `dist/` built in it. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url))

export type Variables = Readonly<Record<string, string>>

export interface CommandOptions {
  readonly env?: Variables
  readonly input?: string | Uint8Array
  readonly folder?: string
}

export interface Ended {
  /** The exit code; null where a signal ended the process. */
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A process of the built command line. */
export interface Running {
  readonly pid: number
  /** What it has said on standard output so far. */
  out(): string
  /** Resolves when standard output has the words; rejects when it ends without. */
  said(words: string): Promise<void>
  /** Resolves when the process is gone and all its output is read. */
  readonly ended: Promise<Ended>
}

/** The environment of this process, without what would configure a claimgraph. */
function environment(env: Variables): Variables {
  const kept = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && !/^(NEO4J_|CLAIMGRAPH_|PORT$|HOST$|LOG_LEVEL$)/.test(name),
  )
  return { ...(Object.fromEntries(kept) as Variables), ...env }
}

/** Starts a program, in a process group of its own, as a terminal does. */
export function launch(
  program: string,
  args: readonly string[],
  { env = {}, input = '', folder = PROJECT }: CommandOptions = {},
): Running {
  const child = spawn(program, args, { cwd: folder, env: environment(env), detached: true })
  let out = ''
  let err = ''
  const listeners = new Set<() => void>()
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
    for (const listener of listeners) listener()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  // Whoever ends before it has read its input is no fault here.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }))
  })
  return {
    pid: child.pid!,
    out: () => out,
    ended,
    said: (words) =>
      new Promise((resolve, reject) => {
        const look = () => out.includes(words) && resolve()
        listeners.add(look)
        look()
        ended.then(() => reject(new Error(`It ended without saying "${words}":\n${out}\n${err}`)))
      }),
  }
}

/** Starts `claimgraph` with these words. */
export const claimgraph = (words: readonly string[], options?: CommandOptions): Running =>
  launch(process.execPath, ['dist/cli.js', ...words], options)

/** Runs `claimgraph` with these words to its end. */
export const run = (words: readonly string[], options?: CommandOptions): Promise<Ended> =>
  claimgraph(words, options).ended

/**
 * Runs command lines one after another in one process, each with its own environment: to start Node and load the
 * program is most of what a short command costs.
 */
export async function runInTurn(
  lines: readonly { readonly words: readonly string[]; readonly env?: Variables }[],
): Promise<Ended[]> {
  const { code, out, err } = await launch(process.execPath, ['tests/cli/in-turn.js', JSON.stringify(lines)])
    .ended
  const [outs, errs] = [out, err].map((text) => text.split('\0'))
  if (code !== 0) throw new Error(`The process ended with ${code}:\n${out}\n${err}`)
  // After what each line wrote stands its exit code.
  return lines.map((_, index) => ({
    code: Number(outs![2 * index + 1]),
    out: outs![2 * index]!,
    err: errs![2 * index]!,
  }))
}

/** The database of the tests as a given one. */
export function givenDatabase(): Variables {
  const { uri, user, password, database } = testDatabaseAddress()
  return {
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
    ...(database ? { NEO4J_DATABASE: database } : {}),
  }
}

/** Whether a process exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
