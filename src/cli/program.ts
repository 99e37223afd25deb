import { readFileSync } from 'node:fs'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { CONFIG_VARIABLES, type Config, configFromEnvironment, describeConfigProblems } from '../config.ts'
import { CommandError } from './command-error.ts'
import { exitCodeOf, Stopped } from './stop-request.ts'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

const CONFIGURATION = `
Configuration comes from environment variables, which docs/configuration.md describes:
${CONFIG_VARIABLES.join(', ')
  .replaceAll(/(.{1,100})(?:, |$)/g, '$1,\n')
  .replace(/,\n$/, '')}`

/**
 * Runs one command line.
 *
 * @param words what stands after the program's name
 * @param stop aborts where somebody asks the process to stop
 * @returns the exit code: 0 done; 1 failed; 2 called or configured wrongly; 128 and the signal's number where a signal
 *   cut it short
 */
export async function runCommandLine(words: readonly string[], stop: AbortSignal): Promise<number> {
  let code = 0
  let config: Config | undefined
  const run = async (work: (config: Config, stop: AbortSignal) => Promise<number>) => {
    const reading = configFromEnvironment()
    if (!reading.ok)
      throw new CommandError(
        `The configuration cannot be used:\n${describeConfigProblems(reading.problems).replaceAll(/^/gm, '  ')}\ndocs/configuration.md describes every variable.`,
        2,
      )
    config = reading.config
    code = await work(config, stop)
  }
  try {
    await program(run).parseAsync([...words], { from: 'user' })
    return code
  } catch (error) {
    // Commander has written its message itself.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (error instanceof Stopped) return exitCodeOf(error)
    process.stderr.write(`${describe(error, config)}\n`)
    return error instanceof CommandError ? error.exitCode : 1
  }
}

type Run = (work: (config: Config, stop: AbortSignal) => Promise<number>) => Promise<void>

// A command's code is loaded when it runs: help comes at once.
function program(run: Run): Command {
  const claimgraph = new Command('claimgraph')
    .description(
      'Who said what, through whom it travelled, and who printed it: a graph in Neo4j, asked by GraphQL.',
    )
    .version(version)
    .helpCommand('help [command]', 'show the help of a command')
    .showHelpAfterError('See claimgraph --help.')
    .exitOverride()
    .addHelpText(
      'after',
      `
Examples:
  claimgraph start                          brings a database, loads the seeds, serves GraphQL
  claimgraph ingest --dry-run article.json  checks a document and stores nothing
  claimgraph ingest articles/               stores every document of a folder
${CONFIGURATION}`,
    )

  claimgraph
    .command('start')
    .description('start the service and, without NEO4J_URI, its embedded database')
    .option('--demo', 'load the demonstration set too: one invented story, told by twelve articles', false)
    .addHelpText(
      'after',
      `
Serves GraphQL at http://HOST:PORT/graphql until Ctrl-C, which ends everything, the database included.

Examples:
  claimgraph start
  claimgraph start --demo
  PORT=8080 CLAIMGRAPH_DATA=/var/lib/claimgraph claimgraph start
  NEO4J_URI=neo4j://db:7687 NEO4J_PASSWORD=… claimgraph start
${CONFIGURATION}`,
    )
    .action(({ demo }: { demo: boolean }) =>
      run(async (config, stop) => {
        const [{ startCommand }, { createLog }] = await Promise.all([
          import('./start-command.ts'),
          import('../log.ts'),
        ])
        return startCommand(config, { version, demo, log: createLog(config.logLevel), stop })
      }),
    )

  claimgraph
    .command('ingest')
    .description('check article documents and store them, each whole or not at all')
    .argument('<file...>', 'documents; folders, for every *.json in them; - for standard input')
    .option('--dry-run', 'check and count only; needs no database', false)
    .option('--json', 'one JSON object a document on standard output', false)
    .option('-r, --recursive', 'look into folders within folders too', false)
    .addOption(
      new Option('--url <url>', 'send the documents to the service with this GraphQL endpoint')
        .argParser(endpoint)
        .conflicts('dryRun'),
    )
    .addHelpText(
      'after',
      `
Writes to the database of NEO4J_URI, else to the embedded one in CLAIMGRAPH_DATA, which it starts for the run.
While a service holds that one, use --url. The same document again changes nothing. The exit code is 1 if any
document failed. article.textFile is read from the document's folder or below; docs/article-document.md has the format.

Examples:
  claimgraph ingest article.json
  claimgraph ingest --dry-run articles/
  generate | claimgraph ingest --json -
  claimgraph ingest --url http://127.0.0.1:4000/graphql articles/
${CONFIGURATION}`,
    )
    .action(
      (
        files: string[],
        { url, ...flags }: { dryRun: boolean; json: boolean; recursive: boolean; url?: string },
        command: Command,
      ) => {
        if (files.filter((file) => file === '-').length > 1)
          command.error('error: standard input (-) can be read only once', { exitCode: 2 })
        return run(async (config, stop) => {
          const { ingestCommand } = await import('./ingest-command.ts')
          return ingestCommand(files, config, { ...flags, url: url ?? null }, stop)
        })
      },
    )

  claimgraph
    .command('remove')
    .description('remove an article for good, with its statements and all that hangs on them')
    .argument('<article>', 'its address, or its id, art_…')
    .option('-y, --yes', 'do not ask', false)
    .addHelpText(
      'after',
      `
Shows what would go and asks first. Its past goes too: nothing of it can be read again. What other articles say of the
same people, claims, occasions and places is told anew from them. docs/removal.md says what goes and what stays.

Works on the database of NEO4J_URI, else on the embedded one in CLAIMGRAPH_DATA, which no service may hold meanwhile.
The exit code is 1 if nothing was removed, 2 if there is nobody to ask and --yes is missing.

Examples:
  claimgraph remove https://example.org/2025/06/02/ferry
  claimgraph remove --yes art_0123456789abcdef0123456789abcdef
${CONFIGURATION}`,
    )
    .action((article: string, { yes }: { yes: boolean }) =>
      run(async (config, stop) => {
        const { removeCommand } = await import('./remove-command.ts')
        return removeCommand(article, config, { yes }, stop)
      }),
    )

  const db = claimgraph
    .command('db')
    .description('look at the database')
    .addHelpText(
      'after',
      `
Examples:
  claimgraph db check
  claimgraph db schema`,
    )
  db.command('check')
    .description('check that the graph keeps its invariants; exit code 1 if not')
    .addHelpText(
      'after',
      `
Reads the database of NEO4J_URI, else the embedded one in CLAIMGRAPH_DATA, which no service may hold meanwhile.

Examples:
  claimgraph db check
  NEO4J_URI=bolt://localhost:7687 NEO4J_PASSWORD=… claimgraph db check`,
    )
    .action(() => run(async (...given) => (await import('./db-commands.ts')).dbCheckCommand(...given)))
  db.command('schema')
    .description('show the schema files that were applied to the database')
    .addHelpText(
      'after',
      `
Examples:
  claimgraph db schema`,
    )
    .action(() => run(async (...given) => (await import('./db-commands.ts')).dbSchemaCommand(...given)))
  return claimgraph
}

function endpoint(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text
  throw new InvalidArgumentError('It must be an address such as http://127.0.0.1:4000/graphql.')
}

/** One message; at LOG_LEVEL debug also where it came from. */
function describe(error: unknown, config: Config | undefined): string {
  if (!(error instanceof Error)) return `claimgraph: ${String(error)}`
  const isDetailed = config?.logLevel === 'debug' || config?.logLevel === 'trace'
  const cause = error.cause instanceof Error && isDetailed ? `\n${error.cause.stack}` : ''
  return `claimgraph: ${isDetailed ? `${error.stack}${cause}` : error.message}`
}
