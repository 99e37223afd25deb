/**
 * What reading and writing cost in a large graph: `npx tsx bench/graph-pages.ts [--statements 50000] [--runs 30]`.
 * Loads generated articles into an embedded database in a folder of its own, by the path by which all articles come
 * in, and asks the readers for what the API asks them. Times are medians in milliseconds at a JVM at full speed; they
 * move from machine to machine. Prints a table and, last, one line of JSON.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { LATEST } from '../src/domain/instant.ts'
import { normalizeStatementFilter } from '../src/domain/statement-filter.ts'
import { startNeo4j } from '../src/embedded/index.ts'
import { readClaims } from '../src/store/claim-reader.ts'
import { type Database, openDatabase } from '../src/store/database.ts'
import type { GraphView } from '../src/store/graph-view.ts'
import { readChains } from '../src/store/hop-reader.ts'
import { readRecords } from '../src/store/record-reader.ts'
import { applySchema } from '../src/store/schema.ts'
import { readHits } from '../src/store/search-reader.ts'
import { countStatementsOf, readStatementPages, readStatements } from '../src/store/statement-pages.ts'
import { readTrace } from '../src/store/trace-reader.ts'
import { type LargeGraph, largeDocument, loadLargeGraph, putDocument } from '../tests/support/large-graph.ts'

export interface GraphPagesFigures {
  readonly bench: 'graph-pages'
  readonly statements: number
  readonly articles: number
  /** Statements a second through `putArticle`, articles of 50, over the whole load. */
  readonly loadRate: number
  /** The same at the end, into the full graph. */
  readonly ingestRate: number
  /** Milliseconds, median of `runs`. */
  readonly latency: Readonly<Record<string, number>>
  readonly runs: number
  readonly cpu: string | undefined
  readonly cores: number
}

/**
 * @param statements how many the graph holds
 * @param runs how often each read is timed, after as many to warm up
 */
export async function run({ statements = 50_000, runs = 30 } = {}): Promise<GraphPagesFigures> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'claimgraph-bench-'))
  const embedded = await startNeo4j({ dataFolder, fullSpeed: true, heapMiB: 2_048, pageCacheMiB: 1_024 })
  const database = openDatabase({ ...embedded, database: null })
  try {
    await applySchema(database)
    const started = performance.now()
    let shown = 0
    const graph = await loadLargeGraph(database, statements, {
      onArticle: (stored) => {
        if (stored - shown < 10_000) return
        shown = stored
        const rate = stored / ((performance.now() - started) / 1_000)
        process.stderr.write(`${stored} of ${statements} statements, ${Math.round(rate)} a second\n`)
      },
    })
    const loadRate = graph.statements / ((performance.now() - started) / 1_000)
    const latency: Record<string, number> = {}
    for (const [name, read] of Object.entries(reads({ database, known: LATEST }, graph)))
      latency[name] = await medianOf(runs, read)
    const figures: GraphPagesFigures = {
      bench: 'graph-pages',
      statements: graph.statements,
      articles: graph.articles,
      loadRate: Math.round(loadRate),
      ingestRate: Math.round(await ingestRate(database)),
      latency,
      runs,
      cpu: cpus()[0]?.model,
      cores: cpus().length,
    }
    console.log(
      [
        `${figures.statements} statements in ${figures.articles} articles; ${figures.loadRate} statements a second ` +
          `over the load, ${figures.ingestRate} into the full graph.`,
        ...Object.entries(latency).map(([name, ms]) => `${ms.toFixed(1).padStart(9)} ms  ${name}`),
      ].join('\n'),
    )
    console.log(JSON.stringify(figures))
    return figures
  } finally {
    await database.close()
    await embedded.stop()
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function reads(view: GraphView, graph: LargeGraph): Record<string, () => Promise<unknown>> {
  const filter = normalizeStatementFilter(null)
  const request = { filter, order: 'SAID_DESC', first: 20, after: null } as const
  const speaker = [graph.hubSpeaker]
  const conditions = { filter: null, anyStatus: false, text: null }
  return {
    'page of 20 of all statements': () => readStatements(view, request),
    'page of 20 of a speaker of half of them': () => readStatementPages(view, 'speaker', speaker, request),
    'the same of a speaker of few': () => readStatementPages(view, 'speaker', [graph.smallSpeaker], request),
    'page of 20 of an outlet of most': () => readStatementPages(view, 'outlet', [graph.hubOutlet], request),
    'page of 20 of a claim of a sixteenth': () =>
      readStatementPages(view, 'claim', [graph.hubClaim], request),
    'page of 20 of a speaker half of whose facts are closed': () =>
      readStatementPages(view, 'speaker', [graph.movedSpeaker], request),
    'count of a speaker of half of them': () => countStatementsOf(view, 'speaker', speaker, filter),
    'search, 20 hits, a word of every statement': () =>
      readHits(view, 'sentence stands', ['Claim', 'Statement', 'Agent', 'Article'], null, 20),
    'trace of one statement': async () => {
      const page = await readStatementPages(view, 'article', [graph.hubArticle], request)
      return readTrace(view, { statement: page.get(graph.hubArticle)!.items[0]!.item.id })
    },
    'walk: 50 claims, their statements, speakers and chains': () => walk(view),
  }

  /** `{ claims(first: 50) { nodes { text statements { nodes { speaker { name } chain { by { name } } } } } } }` */
  async function walk(view: GraphView): Promise<void> {
    const claims = await readClaims(view, conditions, 'RECORDED_DESC', { first: 50, after: null })
    const ids = claims.items.map(({ item }) => item.id)
    const pages = await readStatementPages(view, 'claim', ids, { ...request, order: 'PUBLISHED_DESC' })
    const statements = [...pages.values()].flatMap(({ items }) => items.map(({ item }) => item))
    const [chains] = await Promise.all([
      readChains(
        view,
        statements.map(({ id }) => id),
      ),
      readRecords(view, [...new Set(statements.flatMap(({ speakerIds }) => speakerIds))]),
    ])
    const agents = [...chains.values()].flatMap((hops) => hops.flatMap((hop) => hop.byIds))
    await readRecords(view, [...new Set(agents)])
  }
}

/** Statements a second, over twenty articles that the graph has not seen. */
async function ingestRate(database: Database): Promise<number> {
  const documents = Array.from({ length: 20 }, (_, index) => largeDocument(1_000_000 + index, 50))
  const started = performance.now()
  for (const document of documents) await putDocument(database, document)
  return (documents.length * 50) / ((performance.now() - started) / 1_000)
}

async function medianOf(runs: number, read: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = -runs; run < runs; run += 1) {
    const started = performance.now()
    await read()
    if (run >= 0) times.push(performance.now() - started)
  }
  return Math.round((times.sort((a, b) => a - b)[runs >> 1] ?? Number.NaN) * 10) / 10
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { statements: { type: 'string' }, runs: { type: 'string' } } })
  await run({
    ...(values.statements ? { statements: Number(values.statements) } : {}),
    ...(values.runs ? { runs: Number(values.runs) } : {}),
  })
}
