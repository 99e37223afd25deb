/**
 * What provenance costs on big groups:
 * `npx tsx bench/provenance.ts [--carriers 1000] [--clusters 50] [--articles 50] [--spoken 10000] [--runs 5]`.
 * Loads generated articles into an embedded database in a folder of its own, by the path by which all articles come
 * in, with all that is proposed on the way, and asks the service over HTTP. Times are medians in milliseconds at a JVM
 * at full speed; they move from machine to machine, the numbers of Cypher queries do not. Prints a table and, last, one
 * line of JSON.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createService } from '../src/api/service.ts'
import { articleId, claimId, namedAgentId } from '../src/domain/identity.ts'
import { startNeo4j } from '../src/embedded/index.ts'
import type { ArticleDocument } from '../src/ingest/article-document.ts'
import { openDatabase } from '../src/store/database.ts'
import { applySchema } from '../src/store/schema.ts'
import { putDocument } from '../tests/support/large-graph.ts'

export interface ProvenanceSizes {
  /** Articles that carry one claim, and the wire reports that they take it from. */
  readonly carriers: number
  readonly clusters: number
  /** Articles that are compared, of 20 claims each. */
  readonly articles: number
  /** Statements of one speaker, four for each claim. */
  readonly spoken: number
  /** How often each question is timed, after two to warm up. */
  readonly runs: number
}

export interface ProvenanceFigures extends ProvenanceSizes {
  readonly bench: 'provenance'
  readonly loaded: Load
  readonly questions: readonly Figure[]
  readonly cpu: string | undefined
  readonly cores: number
}

interface Load {
  readonly articles: number
  readonly statements: number
  /** Asked by the machine on the way. */
  readonly proposals: number
  /**
   * Milliseconds to store one article of the carriers, a statement each with some twenty questions, median: of the
   * second and of the last tenth of them. The first tenth warms up.
   */
  readonly msPerCarrier: readonly [early: number, late: number]
  /** Statements a second of the articles with 50 each. */
  readonly statementsPerSecond: number
}

interface Figure {
  readonly question: string
  /** Milliseconds, median of `runs`. */
  readonly ms: number
  /** Cypher queries sent. */
  readonly queries: number
  readonly answer: unknown
}

const DEFAULT_SIZES: ProvenanceSizes = {
  carriers: 1_000,
  clusters: 50,
  articles: 50,
  spoken: 10_000,
  runs: 5,
}
const CLAIMS_COMPARED = 20
const SPOKEN_PER_ARTICLE = 50
const CARRIERS_PER_SPOKEN_CLAIM = 4

export async function run(given: Partial<ProvenanceSizes> = {}): Promise<ProvenanceFigures> {
  const sizes = { ...DEFAULT_SIZES, ...given }
  const dataFolder = await mkdtemp(join(tmpdir(), 'claimgraph-bench-'))
  const embedded = await startNeo4j({ dataFolder, fullSpeed: true, heapMiB: 2_048, pageCacheMiB: 1_024 })
  let queries = 0
  const database = openDatabase({ ...embedded, database: null }, { onQuery: () => (queries += 1) })
  const service = createService({
    database,
    maxDocumentBytes: 2_000_000,
    log: { debug: () => undefined, warn: () => undefined, error: (fields) => console.error(fields) },
  })
  try {
    await applySchema(database)
    const timed: { readonly statements: number; readonly ms: number }[] = []
    for (const document of documents(sizes)) {
      const started = performance.now()
      await putDocument(database, document)
      timed.push({ statements: document.statements.length, ms: performance.now() - started })
      if (timed.length % 200 === 0) process.stderr.write(`${timed.length} articles\n`)
    }
    await database.runSchemaStatement('CALL db.awaitIndexes(120)')
    await database.runSchemaStatement('CALL db.prepareForReplanning()')

    const { url } = await service.listen(0, '127.0.0.1')
    const { judgements } = (await ask(url, '{ judgements(verdict: [PROPOSED]) { totalCount } }')) as {
      judgements: { totalCount: number }
    }
    const loaded = loadOf(timed, sizes, judgements.totalCount)
    const figures: Figure[] = []
    for (const [question, query] of Object.entries(questionsOf(sizes))) {
      queries = 0
      const answer = await ask(url, query)
      const sent = queries
      const ms = await medianOf(sizes.runs, () => ask(url, query))
      figures.push({ question, ms, queries: sent, answer: briefly(answer) })
      console.log(
        `${ms.toFixed(1).padStart(9)} ms ${String(sent).padStart(4)} queries  ${question}  ${briefly(answer)}`,
      )
    }
    const result: ProvenanceFigures = {
      bench: 'provenance',
      ...sizes,
      loaded,
      questions: figures,
      cpu: cpus()[0]?.model,
      cores: cpus().length,
    }
    const [early, late] = loaded.msPerCarrier
    console.log(
      `${loaded.articles} articles, ${loaded.statements} statements, ${loaded.proposals} proposals; a carrier ${early} ms early and ${late} ms late, then ${loaded.statementsPerSecond} statements a second.`,
    )
    console.log(JSON.stringify(result))
    return result
  } finally {
    await service.close({ graceMs: 0 })
    await database.close()
    await embedded.stop()
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function loadOf(
  timed: readonly { readonly statements: number; readonly ms: number }[],
  { carriers, articles }: ProvenanceSizes,
  proposals: number,
): Load {
  const tenth = Math.ceil(carriers / 10)
  const median = (from: number, to: number) =>
    Math.round(
      timed
        .slice(from, to)
        .map(({ ms }) => ms)
        .sort((one, other) => one - other)[(to - from) >> 1] ?? Number.NaN,
    )
  const spoken = timed.slice(carriers + articles)
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
  return {
    articles: timed.length,
    statements: sum(timed.map(({ statements }) => statements)),
    proposals,
    msPerCarrier: [median(tenth, 2 * tenth), median(carriers - tenth, carriers)],
    statementsPerSecond: Math.round(
      sum(spoken.map(({ statements }) => statements)) / (sum(spoken.map(({ ms }) => ms)) / 1_000),
    ),
  }
}

function questionsOf({ articles }: ProvenanceSizes): Record<string, string> {
  const carried = claimId({ key: 'carried' })
  const compared = Array.from({ length: articles }, (_, index) => articleId({ key: `compared-${index}` }))
  const speaker = namedAgentId('PERSON', 'Hanna Hub', null)
  const counts = 'independentOrigins originsAtLeast articleCount'
  return {
    'corroboration of the claim of all carriers': `{ claim(id: "${carried}") { corroboration { ${counts} } } }`,
    'the same with origins, reasons and what is undecided': `{ claim(id: "${carried}") { corroboration { ${counts}
      origins { label because { explanation } independentReports outlets(first: 5) { name } }
      undecided { independentOrigins judgement { id } } } } }`,
    'variants of one of its quotations': `{ claim(id: "${carried}") { statements(first: 1) { nodes { variants { ratio edits verdict } } } } }`,
    'compareCoverage by that claim': `{ compareCoverage(claim: "${carried}") { articleCount rows { claim { text } drift { drift } } } }`,
    'compareCoverage of the articles, with drift': `{ compareCoverage(articles: ${JSON.stringify(compared)}) {
      rows { claim { text } statements { id } missingFrom { id } drift { drift explanation } } } }`,
    'the same without drift': `{ compareCoverage(articles: ${JSON.stringify(compared)}) {
      rows { claim { text } statements { id } missingFrom { id } } } }`,
    'sourcing of the articles': `{ nodes(ids: ${JSON.stringify(compared)}) { ... on Article { sourcing { secondHand restingOnOneUnnamed { id } } } } }`,
    'page of 20 of the speaker, counted': `{ agent(id: "${speaker}") { statements { totalCount nodes { text } } } }`,
    'page of 100 of the speaker, with corroboration': `{ agent(id: "${speaker}") { statements(first: 100) { nodes {
      text claim { corroboration { independentOrigins } } } } } }`,
  }
}

async function ask(url: string, query: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown }
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}

const briefly = (answer: unknown) => JSON.stringify(answer).slice(0, 120)

function* documents({ carriers, clusters, articles, spoken }: ProvenanceSizes): Generator<ArticleDocument> {
  for (let index = 0; index < carriers; index += 1) yield carrier(index, clusters)
  for (let index = 0; index < articles; index += 1) yield comparedArticle(index)
  for (let index = 0; index * SPOKEN_PER_ARTICLE < spoken; index += 1)
    yield spokenArticle(index, Math.min(SPOKEN_PER_ARTICLE, spoken - index * SPOKEN_PER_ARTICLE))
}

const day = (index: number) => new Date(Date.UTC(2024, 0, 1 + (index % 300))).toISOString().slice(0, 10)

interface Sentence {
  /** With the marks and the words around. */
  readonly printed: string
  readonly content: string
  readonly quoted: boolean
  readonly claim: string
  readonly act: string
}

/** An article of sentences, each the content of a statement. */
function articleOf(
  head: Omit<ArticleDocument['article'], 'text'>,
  rest: Omit<ArticleDocument, 'article' | 'statements'>,
  sentences: readonly Sentence[],
): ArticleDocument {
  let at = 0
  const statements = sentences.map(({ printed, content, quoted, claim, act }, index) => {
    const start = at + printed.indexOf(content)
    const span = { start, end: start + content.length }
    at += printed.length + 1
    return {
      key: `s${index}`,
      content: span,
      ...(quoted ? { quoted: [span], quoteType: 'DIRECT' as const } : { quoteType: 'INDIRECT' as const }),
      claim,
      act,
    }
  })
  const text = sentences.map(({ printed }) => printed).join(' ')
  return { ...rest, article: { ...head, text }, statements }
}

/** The first of each cluster is a wire's report; the others print it, most of them saying so. */
function carrier(index: number, clusters: number): ArticleDocument {
  const cluster = index % clusters
  const isWire = index < clusters
  const words =
    index % 3 === 1 ? 'The gate will simply hold until the spring' : 'The gate will hold until the spring'
  return articleOf(
    {
      key: `carrier-${index}`,
      outlet: isWire ? 'wire' : 'paper',
      language: 'en',
      published: day(cluster + (isWire ? 0 : 1)),
      title: `The gate, report ${index}`,
      ...(isWire || index % 10 === 9
        ? {}
        : { derivedFrom: [{ article: { key: `carrier-${cluster}` }, basis: 'INFERRED' as const }] }),
    },
    {
      agents: {
        wire: { kind: 'OUTLET', name: `Wire ${cluster}` },
        ...(isWire ? {} : { paper: { kind: 'OUTLET' as const, name: `Paper ${index}` } }),
        speaker: { kind: 'PERSON', name: `Speaker ${cluster}` },
      },
      claims: {
        carried: { key: 'carried', text: 'The gate will hold until the spring of 2024.', language: 'en' },
      },
      acts: {
        said: {
          by: ['speaker'],
          said: { basis: 'EXPLICIT', edtf: day(cluster) },
          ...(isWire ? {} : { reportedIn: 'reported' }),
        },
        ...(isWire ? {} : { reported: { by: ['wire'] } }),
      },
    },
    [
      {
        printed: `“${words},” Speaker ${cluster} told report ${index}.`,
        content: words,
        quoted: true,
        claim: 'carried',
        act: 'said',
      },
    ],
  )
}

/** Each leaves out one claim of seven, and changes a word of others. */
function comparedArticle(index: number): ArticleDocument {
  const numbers = Array.from({ length: CLAIMS_COMPARED }, (_, number) => number).filter(
    (n) => (index + n) % 7 !== 0,
  )
  return articleOf(
    {
      key: `compared-${index}`,
      outlet: 'paper',
      language: 'en',
      published: day(index),
      title: `The flood, report ${index}`,
      ...(index === 0
        ? {}
        : { derivedFrom: [{ article: { key: 'compared-0' }, basis: 'INFERRED' as const }] }),
    },
    {
      agents: {
        paper: { kind: 'OUTLET', name: `Comparer ${index}` },
        ...Object.fromEntries(
          numbers.map((n) => [`speaker-${n}`, { kind: 'PERSON' as const, name: `Witness ${n}` }]),
        ),
      },
      claims: Object.fromEntries(
        numbers.map((n) => [
          `claim-${n}`,
          { key: `compared ${n}`, text: `Number ${n} of the houses was flooded.` },
        ]),
      ),
      acts: Object.fromEntries(
        numbers.map((n) => [
          `said-${n}`,
          { by: [`speaker-${n}`], said: { basis: 'EXPLICIT' as const, edtf: day(0) } },
        ]),
      ),
    },
    numbers.map((n) => {
      const words = `${(index + n) % 5 === 0 ? 'Nearly all' : 'All'} of house number ${n} was under water`
      return {
        printed: `“${words},” Witness ${n} said to report ${index}.`,
        content: words,
        quoted: true,
        claim: `claim-${n}`,
        act: `said-${n}`,
      }
    }),
  )
}

function spokenArticle(index: number, count: number): ArticleDocument {
  const groups = Array.from({ length: count }, (_, at) => {
    const number = index * SPOKEN_PER_ARTICLE + at
    // Each claim is carried by four articles that follow one another.
    return Math.floor(index / CARRIERS_PER_SPOKEN_CLAIM) * SPOKEN_PER_ARTICLE + (number % SPOKEN_PER_ARTICLE)
  })
  return articleOf(
    {
      key: `spoken-${index}`,
      outlet: 'paper',
      language: 'en',
      published: day(index),
      title: `Speech ${index}`,
    },
    {
      agents: {
        paper: { kind: 'OUTLET', name: `Gazette ${index % 40}` },
        hub: { kind: 'PERSON', name: 'Hanna Hub' },
      },
      claims: Object.fromEntries(
        groups.map((group) => [
          `claim-${group}`,
          { key: `spoken ${group}`, text: `Point ${group} of the plan stands.` },
        ]),
      ),
      acts: { said: { by: ['hub'], said: { basis: 'EXPLICIT', edtf: day(index) } } },
    },
    groups.map((group) => {
      const words = `point ${group} stands`
      return {
        printed: `In speech ${index} she said that ${words}.`,
        content: words,
        quoted: false,
        claim: `claim-${group}`,
        act: 'said',
      }
    }),
  )
}

async function medianOf(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = -2; run < runs; run += 1) {
    const started = performance.now()
    await work()
    if (run >= 0) times.push(performance.now() - started)
  }
  return Math.round((times.sort((a, b) => a - b)[runs >> 1] ?? Number.NaN) * 10) / 10
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const size = { type: 'string' } as const
  const { values } = parseArgs({
    options: { carriers: size, clusters: size, articles: size, spoken: size, runs: size },
  })
  await run(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)])))
}
