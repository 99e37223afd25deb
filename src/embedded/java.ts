import { execFile } from 'node:child_process'
import { access, readFile, realpath } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { findRuntimes } from 'jdk-utils'
import type { Environment } from './cache-folder.ts'
import { EmbeddedNeo4jError } from './embedded-error.ts'

/** What Neo4j 5.26 runs on, by its documentation. */
const SUPPORTED_JAVA = [17, 21]

const JAVA = process.platform === 'win32' ? 'java.exe' : 'java'

export interface Java {
  /** The folder with `bin/java` in it. */
  home: string
  /** As the runtime calls itself: "17.0.15". */
  version: string
  /** Where it was found: "JAVA_HOME", "PATH", … */
  from: string
  /** Changes when another build of Java takes the same place. */
  build: string
}

interface Rejected {
  from: string
  place: string
  reason: string
}

export interface FindJavaOptions {
  env: Environment
  /** This one and no other. */
  javaHome?: string | undefined
  /** Homes of the Java installations of this machine; asked only when JAVA_HOME and PATH have no fitting one. */
  installed?: () => Promise<string[]>
  /** The last resort: brings a runtime and returns its home, or says why it could not. */
  bring?: () => Promise<{ home: string } | { reason: string }>
}

/**
 * The first Java 17 or 21 of: the given home alone; else JAVA_HOME, the PATH, the machine's installations, a runtime
 * brought by pip. Rejects with EmbeddedNeo4jError WRONG_JAVA where a Java was given or found and none fits, NO_JAVA
 * where there is none at all; both list every place that was looked at.
 */
export async function findJava(options: FindJavaOptions): Promise<Java> {
  const rejected: Rejected[] = []
  const tryHome = async (home: string, from: string): Promise<Java | undefined> => {
    const found = await inspect(home)
    if ('reason' in found) rejected.push({ from, place: home, reason: found.reason })
    else if (SUPPORTED_JAVA.includes(majorOf(found.version))) return { ...found, from }
    else rejected.push({ from, place: home, reason: `is Java ${found.version}` })
    return undefined
  }

  if (options.javaHome !== undefined) {
    const given = await tryHome(options.javaHome, 'the option javaHome')
    if (given) return given
    throw noJava(rejected, {
      places: 'the option javaHome and nowhere else',
      setting: 'give the option javaHome the one you have, or nothing, so that one is looked for',
    })
  }
  if (options.env.JAVA_HOME) {
    const java = await tryHome(options.env.JAVA_HOME, 'JAVA_HOME')
    if (java) return java
  }
  const onPath = await homeOnPath(options.env)
  if (onPath) {
    const java = await tryHome(onPath, 'PATH')
    if (java) return java
  }
  for (const home of await (options.installed ?? installedHomes)()) {
    const java = await tryHome(home, 'an installation')
    if (java) return java
  }
  const brought = await options.bring?.()
  if (brought && 'reason' in brought)
    rejected.push({ from: "Python's pip", place: '', reason: brought.reason })
  else if (brought) {
    const java = await tryHome(brought.home, "Python's pip")
    if (java) return java
  }
  throw noJava(rejected, {
    places: "JAVA_HOME, the PATH, the usual places of installations, and a runtime by Python's pip",
    setting: 'set JAVA_HOME to the one you have',
  })
}

export function javaProgram(home: string): string {
  return join(home, 'bin', JAVA)
}

/** Homes that jdk-utils knows to look for: SDKMAN, Homebrew, asdf, mise, Gradle, the platform's usual folders. */
async function installedHomes(): Promise<string[]> {
  const runtimes = await findRuntimes({
    withVersion: true,
    skipFrom: { javaHomeEnv: true, inPathEnv: true },
  }).catch(() => [])
  const fitting = runtimes.filter((java) => java.version && SUPPORTED_JAVA.includes(java.version.major))
  return [...fitting, ...runtimes.filter((java) => !fitting.includes(java))].map((java) => java.homedir)
}

async function homeOnPath(env: Environment): Promise<string | undefined> {
  const path = env.PATH ?? env.Path
  for (const folder of path?.split(delimiter) ?? []) {
    const program = await realpath(join(folder, JAVA)).catch(() => undefined)
    if (program) return dirname(dirname(program))
  }
  return undefined
}

/**
 * Reads the `release` file of a home, which costs no start of a JVM; where there is none (a stub or a version
 * manager's shim stands in its place), asks the program itself, which also tells its true home.
 */
async function inspect(home: string): Promise<Omit<Java, 'from'> | { reason: string }> {
  const program = javaProgram(home)
  if (
    await access(program).then(
      () => false,
      () => true,
    )
  )
    return { reason: `has no bin${process.platform === 'win32' ? '\\' : '/'}${JAVA}` }
  const release = await readFile(join(home, 'release'), 'utf8').catch(() => '')
  const version = /^JAVA_VERSION="([^"]+)"/m.exec(release)?.[1]
  if (version) return { home, version, build: release }
  try {
    const { stderr } = await promisify(execFile)(program, ['-XshowSettings:properties', '-version'], {
      timeout: 20_000,
    })
    const property = (name: string) => new RegExp(`^\\s*${name} = (.*?)\\s*$`, 'm').exec(stderr)?.[1]
    const stated = property('java\\.version')
    if (stated) return { home: property('java\\.home') ?? home, version: stated, build: stderr }
    return { reason: 'does not say its version' }
  } catch (error) {
    return { reason: `does not run (${(error as Error).message.split('\n')[0]})` }
  }
}

/** 17 of "17.0.15". Java 8 and older call themselves "1.8.0_402": 1 is as little among ours as 8. */
const majorOf = (version: string) => Number.parseInt(version, 10)

function noJava(
  rejected: Rejected[],
  { places, setting }: { places: string; setting: string },
): EmbeddedNeo4jError {
  const wrong = rejected.some(({ reason }) => reason.startsWith('is Java'))
  const found = rejected
    .map(({ from, place, reason }) => `  ${from}: ${place ? `${place} ` : ''}${reason}\n`)
    .join('')
  return new EmbeddedNeo4jError(
    wrong ? 'WRONG_JAVA' : 'NO_JAVA',
    `Neo4j needs Java ${SUPPORTED_JAVA.join(' or ')}, and none was found. Looked at ${places}. Found:\n` +
      (found || '  nothing\n') +
      'Ways out: install a Java 17 or 21 (a runtime without development tools is enough); or ' +
      `${setting}; or install Python with pip, which can bring one; or use a Neo4j of your own by setting NEO4J_URI, ` +
      'NEO4J_USER and NEO4J_PASSWORD, which needs no Java here.',
  )
}
