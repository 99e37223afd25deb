import { z } from 'zod'
import type { Environment } from './cache-folder.ts'
import { EmbeddedNeo4jError } from './embedded-error.ts'
import type { OnProgress } from './progress.ts'

/** What a start can be told. */
export interface StartOptions {
  /** Where the data lives; created when missing. A temporary folder that `stop()` removes, unless given. */
  dataFolder?: string | undefined
  /** Where jars, the Java runtime and class archives are kept for all projects; the user's cache folder unless given. */
  cacheFolder?: string | undefined
  /** The home of the Java to use and no other; unless given, one is looked for. */
  javaHome?: string | undefined
  /** Root address of a Maven repository; `CLAIMGRAPH_MAVEN_REPOSITORY`, then Maven's default, unless given. */
  mavenRepository?: string | undefined
  /** A local Maven repository to take jars from; `~/.m2/repository` unless given. */
  localMavenRepository?: string | undefined
  /** Java heap in MiB, had whole from the start; unless given it grows as it is needed, up to 3,072, which the densest document of 2 MB takes. */
  heapMiB?: number | undefined
  /** Neo4j's page cache in MiB for each database, 128 unless given. */
  pageCacheMiB?: number | undefined
  /**
   * How many databases to serve, 1 unless given: for tests that run side by side, which so share one warm JVM. Each has a
   * port of its own (`uris`), and all of them one password and one data folder.
   */
  databases?: number | undefined
  /** true for measurements and long loads: the JVM's own choice of compilers and collector, and a slower start. */
  fullSpeed?: boolean | undefined
  /** Longest time from spawn to ready, in milliseconds; 120,000 unless given (recovery after a crash takes its time). */
  timeoutMs?: number | undefined
  /** false: neither uses nor makes a class-data archive. */
  classArchive?: boolean | undefined
  onProgress?: OnProgress | undefined
  /** Gives up the start; a database that is ready is ended by `stop()`. */
  signal?: AbortSignal | undefined
  /** The environment to look for Java, caches and settings in; the process's own unless given. */
  env?: Environment | undefined
}

const wholeNumber = z
  .int({ error: 'must be a whole number, 1 or more' })
  .min(1, 'must be 1 or more')
  .optional()
/** A timer of Node that is set to more runs off at once. */
const LONGEST_MS = 2 ** 31 - 1

const usable = z.object({
  mavenRepository: z
    .string()
    .refine(
      isRootAddress,
      'must be an address that begins with https:// or http://, without user and password',
    )
    .optional(),
  heapMiB: wholeNumber,
  pageCacheMiB: wholeNumber,
  databases: wholeNumber,
  timeoutMs: z
    .number({ error: 'must be a number of milliseconds' })
    .min(1, 'must be 1 or more')
    .max(LONGEST_MS, `must be ${LONGEST_MS} or less`)
    .optional(),
})

/**
 * Refuses what no start could use, before anything is done.
 *
 * @throws EmbeddedNeo4jError INVALID_OPTION with every problem
 */
export function checkStartOptions(options: StartOptions): void {
  const { error } = usable.safeParse(options)
  if (error === undefined) return
  const problems = error.issues.map(({ path, message }) => {
    const name = path[0] as keyof typeof usable.shape
    // An address is not repeated: it may hold a password.
    return `  ${name} (${name === 'mavenRepository' ? 'CLAIMGRAPH_MAVEN_REPOSITORY' : options[name]}) ${message}\n`
  })
  throw new EmbeddedNeo4jError(
    'INVALID_OPTION',
    `The embedded database cannot be started as it was asked for:\n${problems.join('')}`,
  )
}

function isRootAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return /^https?:$/.test(protocol) && username === '' && password === ''
}
