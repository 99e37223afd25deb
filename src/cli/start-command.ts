import { DEMONSTRATION_QUERIES, EXAMPLE_QUERIES } from '../api/example-queries.ts'
import type { ExampleQuery } from '../api/graphiql-page.ts'
import type { ServiceLog } from '../api/http-server.ts'
import { createService } from '../api/service.ts'
import type { Config } from '../config.ts'
import type { Database } from '../store/database.ts'
import { countGraph, type GraphCounts } from '../store/graph-counts.ts'
import { applySchema } from '../store/schema.ts'
import { counted } from './counted.ts'
import { type OpenGraph, openGraph } from './open-graph.ts'
import { DEMONSTRATION_SET, loadSeeds, SEEDS, type SeedSet } from './seeds.ts'
import { startingDatabase } from './starting-database.ts'
import { Stopped, unlessStopped } from './stop-request.ts'
import { Terminal } from './terminal.ts'

/** How long a given database that does not answer is waited for at the start, in milliseconds. */
const WAIT_MS = 60_000
/** How long requests under way may take at a stop, in milliseconds: with the database, all of it takes less than 2 s. */
const GRACE_MS = 300
/** How often a given database is asked whether it is there, in milliseconds. */
const WATCH_MS = 2_000

/**
 * `claimgraph start`: brings the database, applies the schema, loads the seeds, serves GraphQL until it is told to stop.
 * It listens from the beginning; see `startingDatabase`.
 *
 * @returns the exit code: 0, since it ends when it is asked to; whatever else ends it is thrown
 */
export async function startCommand(
  config: Config,
  {
    version,
    demo,
    log,
    stop,
  }: {
    version: string
    /** Whether the demonstration set is loaded too. */
    demo: boolean
    log: ServiceLog
    stop: AbortSignal
  },
): Promise<number> {
  const steps = new Terminal(process.stdout)
  const database = startingDatabase()
  const { maxDocumentBytes, maxQueryCost, allowedHosts } = config
  const service = createService({ database, maxDocumentBytes, maxQueryCost, allowedHosts, log })
  let graph: OpenGraph | null = null
  try {
    steps.line(`claimgraph ${version}`)
    const { url } = await service.listen(config.port, config.host)
    graph = await openGraph(config, { stop, steps, waitMs: WAIT_MS })
    await orItsEnd(graph, unlessStopped(stop, fill(graph.database, demo, steps)))
    database.arrived(graph.database)
    const counts = await orItsEnd(graph, unlessStopped(stop, countGraph(graph.database)))
    greet(steps, url, counts, demo)
    if (graph.ended === null) watch(database, { log, stop })
    await orItsEnd(graph, unlessStopped(stop, new Promise<never>(() => {})))
    return 0
  } catch (error) {
    steps.clear()
    if (!(error instanceof Stopped)) throw error
    return 0
  } finally {
    await service.close({ graceMs: GRACE_MS })
    await graph?.close()
    if (stop.aborted) steps.line('\nStopped.')
  }
}

/** The result of `work`, unless the embedded database ends before. */
async function orItsEnd<Result>({ ended }: OpenGraph, work: Promise<Result>): Promise<Result> {
  if (ended === null) return work
  const crashed = ended.then((error) => {
    if (error !== undefined) throw error
    return new Promise<never>(() => {})
  })
  crashed.catch(() => undefined)
  // Queries that fail because the database has just ended are its end, not their own fault.
  const settled = work.catch(async (error: unknown) => {
    if (!(error instanceof Stopped))
      await Promise.race([crashed, new Promise((next) => setTimeout(next, 200))])
    throw error
  })
  return Promise.race([settled, crashed])
}

async function fill(database: Database, demo: boolean, steps: Terminal): Promise<void> {
  const applied = await applySchema(database)
  steps.line(applied.length === 0 ? 'Schema: up to date' : `Schema: applied ${applied.join(', ')}`)
  for (const set of demo ? [SEEDS, DEMONSTRATION_SET] : [SEEDS]) await load(set, database, steps)
}

async function load(set: SeedSet, database: Database, steps: Terminal): Promise<void> {
  const { loaded, known } = await loadSeeds(database, set, (stored, missing) => {
    if (missing > 1) steps.progress(set.title, `${stored} of ${missing} documents loaded`, stored, missing)
  })
  const told = [
    { ...loaded, what: 'loaded' },
    { ...known, what: 'known, kept as they are' },
  ].flatMap(({ articles, statements, what }) =>
    articles === 0 ? [] : `${counted(articles, 'Article')}, ${counted(statements, 'Statement')} ${what}`,
  )
  steps.line(`${set.title}: ${told.join('; ') || 'none'}`)
}

function greet(
  steps: Terminal,
  url: string,
  { articles, statements, agents, claims, hops }: GraphCounts,
  demo: boolean,
): void {
  const inGraph = [
    counted(articles, 'Article'),
    counted(statements, 'Statement'),
    counted(agents, 'Agent'),
    counted(claims, 'Claim'),
    counted(hops, 'Attribution'),
  ].join(', ')
  const example = JSON.stringify({ query: '{ statements(first: 3) { nodes { text speaker { name } } } }' })
  steps.line()
  steps.line(`GraphQL, and GraphiQL in a browser: ${url}`)
  steps.line(`In the graph: ${inGraph}`)
  steps.line()
  steps.line('Three queries to paste; GraphiQL has them in its tabs:')
  show(EXAMPLE_QUERIES, steps)
  if (demo) {
    steps.line()
    steps.line('Two on the demonstration set:')
    show(DEMONSTRATION_QUERIES, steps)
  }
  steps.line()
  steps.line('Or from a shell:')
  steps.line(`curl ${url} -H 'content-type: application/json' -d '${example}'`)
  steps.line()
  steps.line('Ctrl-C stops everything.')
}

function show(queries: readonly ExampleQuery[], steps: Terminal): void {
  for (const { title, query } of queries) {
    steps.line()
    steps.line(`# ${title}`)
    steps.line(query)
  }
}

/** Logs when a given database goes away and when it is back; the service goes on, and `/ready` says the same. */
function watch(database: Database, { log, stop }: { log: ServiceLog; stop: AbortSignal }): void {
  let wasThere = true
  const look = async () => {
    const failure: unknown = await database.verify().then(
      () => null,
      (error: unknown) => error,
    )
    if (stop.aborted) return
    if (wasThere && failure !== null)
      log.error({ err: failure }, 'the database does not answer; queries fail until it is back')
    if (!wasThere && failure === null) log.warn({}, 'the database is back')
    wasThere = failure === null
    setTimeout(look, WATCH_MS).unref()
  }
  setTimeout(look, WATCH_MS).unref()
}
