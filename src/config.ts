import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'

/**
 * What the service is told from outside, by environment variables that are read once. `docs/configuration.md`
 * describes every variable; a test holds the two together.
 */
export interface Config {
  /** TCP port of the HTTP server; 0 means any free port. */
  readonly port: number
  /** Address or host name the HTTP server listens on. */
  readonly host: string
  /** Names by which the HTTP server may be asked, besides localhost and IP addresses; `host` is one if it is a name. */
  readonly allowedHosts: readonly string[]
  /** Absolute path of the folder that holds the embedded database. Unused when `neo4j` is set. */
  readonly dataFolder: string
  /** The given database, or null for the embedded one. */
  readonly neo4j: Neo4jAccess | null
  /** Largest article document that ingest accepts, in bytes of UTF-8. */
  readonly maxDocumentBytes: number
  /** What a query can cost, in values of its answer. */
  readonly maxQueryCost: number
  readonly logLevel: LogLevel
}

/** A Neo4j that somebody else runs. */
export interface Neo4jAccess {
  readonly uri: string
  readonly user: string
  readonly password: string
  /** Null is the user's home database. */
  readonly database: string | null
}

export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** One variable that cannot be used: its name, what was found (null where nothing or a secret), what to do. */
export interface ConfigProblem {
  readonly name: ConfigVariable
  readonly value: string | null
  readonly message: string
}

export type ConfigReading =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] }

/** Variables by name; `process.env` is one. */
export type Environment = Readonly<Record<string, string | undefined>>

const NEO4J_SCHEMES = ['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc']

const wholeNumber = (least: number, most: number, fallback: number, message: string) =>
  z
    .string()
    .regex(/^\d{1,15}$/, message)
    .transform(Number)
    .refine((number) => number >= least && number <= most, message)
    .default(fallback)

const neo4jUri = z.string().superRefine((uri, context) => {
  const complain = (message: string) => context.addIssue({ code: 'custom', message })
  const scheme = /^([a-z0-9+.-]+):\/\//i.exec(uri)?.[1]?.toLowerCase()
  if (scheme === undefined || !NEO4J_SCHEMES.includes(scheme)) {
    complain(`must begin with one of ${NEO4J_SCHEMES.map((name) => `${name}://`).join(', ')}`)
    return
  }
  // Read as http, whose host the URL parser checks; a scheme unknown to it may have anything for a host.
  const asHttp = uri.replace(/^[^:]+/, 'http')
  const address = URL.canParse(asHttp) ? new URL(asHttp) : null
  if (address === null) complain(`must name a host, such as ${scheme}://localhost:7687`)
  else if (address.username !== '' || address.password !== '')
    complain('must not contain a user or password: give them in NEO4J_USER and NEO4J_PASSWORD')
  else if (address.pathname !== '/' || address.hash !== '')
    complain('must not contain a path: give the database in NEO4J_DATABASE')
})

const HOST_NAME = /^[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?$/i

const hostNames = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  )
  .refine((names) => names.every((name) => HOST_NAME.test(name)), {
    error: 'must be host names with commas between them, without scheme or port',
  })
  .default([])

/** Every variable with its rule and default. The keys are all that the service reads. */
const variables = z.object({
  PORT: wholeNumber(0, 65_535, 4000, 'must be a port number from 0 to 65535; 0 takes any free port'),
  HOST: z
    .string()
    .regex(/^(?:[A-Za-z0-9_](?:[A-Za-z0-9_.-]*)|[0-9A-Fa-f:.]+(?:%[\w.]+)?)$/, {
      error: 'must be an IP address or a host name, without scheme, port or brackets',
    })
    .default('127.0.0.1'),
  CLAIMGRAPH_ALLOWED_HOSTS: hostNames,
  CLAIMGRAPH_DATA: z
    .string()
    .refine((path) => !path.includes('\0'), 'must be the path of a folder')
    .default('.claimgraph'),
  NEO4J_URI: neo4jUri.optional(),
  NEO4J_USER: z.string().default('neo4j'),
  NEO4J_PASSWORD: z.string().optional(),
  NEO4J_DATABASE: z
    .string()
    .regex(/^[^\s/]{1,63}$/, 'must be the name of a database, without spaces')
    .refine((name) => name.toLowerCase() !== 'system', 'must not be the system database')
    .optional(),
  CLAIMGRAPH_MAX_DOCUMENT_BYTES: wholeNumber(
    1_000,
    100_000_000,
    2_000_000,
    'must be a number of bytes from 1000 to 100000000, digits only',
  ),
  CLAIMGRAPH_MAX_QUERY_COST: wholeNumber(
    1_000,
    100_000_000,
    250_000,
    'must be a number of values from 1000 to 100000000, digits only',
  ),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('info'),
})

export type ConfigVariable = keyof typeof variables.shape

/** The names of all variables that the service reads, in the order of the documentation. */
export const CONFIG_VARIABLES = Object.keys(variables.shape) as readonly ConfigVariable[]

/**
 * Reads the configuration from given variables and reports every problem at once. A variable that is set to
 * nothing counts as not set, as container files write it. NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE mean
 * something only together with NEO4J_URI, yet what is wrong with them is said in any case.
 *
 * @param workingFolder absolute path that a relative CLAIMGRAPH_DATA starts from
 */
export function readConfig(env: Environment, workingFolder: string = process.cwd()): ConfigReading {
  const given: Partial<Record<ConfigVariable, string>> = {}
  for (const name of CONFIG_VARIABLES) {
    const value = env[name]
    // A password may have blanks at its ends; nothing else may.
    const kept = name === 'NEO4J_PASSWORD' ? value : value?.trim()
    if (kept) given[name] = kept
  }

  const parsed = variables.safeParse(given)
  const problems: ConfigProblem[] = (parsed.error?.issues ?? []).map((issue) => {
    const name = issue.path[0] as ConfigVariable
    return { name, value: printable(name, given[name]), message: issue.message }
  })
  if (given.NEO4J_URI !== undefined && given.NEO4J_PASSWORD === undefined) {
    problems.push({ name: 'NEO4J_PASSWORD', value: null, message: 'is required when NEO4J_URI is set' })
  }
  if (!parsed.success || problems.length > 0) return { ok: false, problems }

  const read = parsed.data
  return {
    ok: true,
    config: {
      port: read.PORT,
      host: read.HOST,
      allowedHosts: [read.HOST, ...read.CLAIMGRAPH_ALLOWED_HOSTS].filter((name) => isIP(name) === 0),
      dataFolder: resolve(workingFolder, read.CLAIMGRAPH_DATA),
      neo4j:
        read.NEO4J_URI === undefined || read.NEO4J_PASSWORD === undefined
          ? null
          : {
              uri: read.NEO4J_URI,
              user: read.NEO4J_USER,
              password: read.NEO4J_PASSWORD,
              database: read.NEO4J_DATABASE ?? null,
            },
      maxDocumentBytes: read.CLAIMGRAPH_MAX_DOCUMENT_BYTES,
      maxQueryCost: read.CLAIMGRAPH_MAX_QUERY_COST,
      logLevel: read.LOG_LEVEL,
    },
  }
}

/** The configuration of this process. */
export function configFromEnvironment(): ConfigReading {
  return readConfig(process.env)
}

/** One line a problem, for a terminal: the variable, what it must be, what was found. */
export function describeConfigProblems(problems: readonly ConfigProblem[]): string {
  return problems
    .map(({ name, value, message }) => `${name} ${message}${value === null ? '' : `; found "${value}"`}`)
    .join('\n')
}

/** What of a value may be shown: no password, not even one that somebody put into an address. */
function printable(name: ConfigVariable, value: string | undefined): string | null {
  if (value === undefined || name === 'NEO4J_PASSWORD') return null
  return name === 'NEO4J_URI' ? value.replace(/\/\/.*@/, '//…@') : value
}
