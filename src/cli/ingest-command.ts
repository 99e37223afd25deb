import { endpointUrl } from '../api/endpoint.ts'
import type { Config } from '../config.ts'
import { ClaimgraphError } from '../domain/claimgraph-error.ts'
import { DOCUMENT_KINDS, type DocumentKind } from '../domain/identity.ts'
import type { DocumentProblem } from '../ingest/document-problems.ts'
import { invalidDocument, refuseLarge } from '../ingest/ingest-article.ts'
import { planArticle } from '../ingest/plan-article.ts'
import { applySchema } from '../store/schema.ts'
import { CommandError } from './command-error.ts'
import { counted, describeCounts } from './counted.ts'
import { type DocumentSource, listDocuments } from './document-source.ts'
import {
  databaseTarget,
  type IngestTarget,
  ingestPatiently,
  NoService,
  serviceTarget,
} from './ingest-target.ts'
import { openGraph } from './open-graph.ts'
import { Stopped, unlessStopped } from './stop-request.ts'
import { Terminal } from './terminal.ts'

/** How often a document that takes long says so, in milliseconds. */
const SLOW_MS = 5_000

export interface IngestCommandOptions {
  readonly dryRun: boolean
  /** One JSON object a document on standard output, and nothing else there. */
  readonly json: boolean
  readonly recursive: boolean
  /** The GraphQL endpoint of a running service to send the documents to; null: write to the database. */
  readonly url: string | null
}

/** What became of one document; with `document` before it, a line of `--json`. */
type Outcome =
  | {
      readonly ok: true
      readonly articleId: string
      readonly versionId: string
      readonly counts: readonly object[]
      readonly warnings: readonly string[]
      /** The counts in words. */
      readonly inWords: string
    }
  | {
      readonly ok: false
      readonly code: string
      readonly message: string
      readonly problems: readonly DocumentProblem[]
    }

type Ingest = (document: unknown) => Promise<Outcome>

/**
 * `claimgraph ingest`: each document is checked whole and stored whole or not at all; a bad one does not keep the next
 * from being stored.
 *
 * @returns the exit code: 1 if any document failed
 */
export async function ingestCommand(
  paths: readonly string[],
  config: Config,
  options: IngestCommandOptions,
  stop: AbortSignal,
): Promise<number> {
  const out = new Terminal(process.stdout)
  const steps = new Terminal(process.stderr)
  const sources = await listDocuments(paths, { recursive: options.recursive, standardInput: process.stdin })
  const tally = { stored: 0, failed: 0 }
  /** The document that is being stored: until there is an answer, nobody knows whether it is. */
  let underWay: DocumentSource | null = null
  const ingestAll = async (ingest: Ingest) => {
    for (const source of sources) {
      const began = performance.now()
      const slow = setInterval(() => {
        steps.line(`${source.name}: still at it after ${Math.round((performance.now() - began) / 1_000)} s`)
      }, SLOW_MS)
      const outcome = await unlessStopped(
        stop,
        outcomeOf(source, (document) => {
          if (!options.dryRun) underWay = source
          return ingest(document)
        }),
      ).finally(() => clearInterval(slow))
      underWay = null
      tally[outcome.ok ? 'stored' : 'failed'] += 1
      steps.clear()
      if (options.json) out.line(jsonLine(source, outcome))
      else showOutcome(source, outcome, { out, steps })
      const done = tally.stored + tally.failed
      if (sources.length > 1 && done < sources.length)
        steps.progress(
          'Documents',
          `${done} of ${sources.length}, ${tally.failed} failed`,
          done,
          sources.length,
        )
    }
  }

  try {
    if (options.dryRun) await ingestAll((document) => planOnly(document, config.maxDocumentBytes))
    else if (options.url !== null) await ingestAll(storing(serviceTarget(options.url, stop), stop))
    else {
      const graph = await openGraph(config, { stop, steps }).catch((error) =>
        explainHeldFolder(error, config),
      )
      try {
        await unlessStopped(stop, applySchema(graph.database))
        await ingestAll(storing(databaseTarget(graph.database, config.maxDocumentBytes), stop))
      } finally {
        await graph.close()
      }
    }
  } catch (error) {
    const unknown = error instanceof NoService ? null : (underWay as DocumentSource | null)
    const left = sources.length - tally.stored - tally.failed - (unknown === null ? 0 : 1)
    if (error instanceof Stopped || unknown !== null || tally.stored + tally.failed > 0)
      steps.line(
        `Not finished: ${tally.stored} of ${sources.length} documents stored, ${tally.failed} failed, ${left} not tried${unknown === null ? '' : `; whether ${unknown.name} is stored is not known. To ingest it again is safe`}.`,
      )
    throw error
  }
  if (sources.length > 1)
    steps.line(
      `${sources.length} documents: ${tally.stored} ${options.dryRun ? 'would be stored' : 'stored'}, ${tally.failed} failed.`,
    )
  return tally.failed > 0 ? 1 : 0
}

async function outcomeOf(source: DocumentSource, ingest: Ingest): Promise<Outcome> {
  try {
    return await ingest(await source.read())
  } catch (error) {
    // Without its database no further document can be stored.
    if (!(error instanceof ClaimgraphError) || error.code === 'UNAVAILABLE') throw error
    const problems = (error.details.problems ?? []) as readonly DocumentProblem[]
    return { ok: false, code: error.code, message: error.message, problems }
  }
}

const storing =
  (target: IngestTarget, stop: AbortSignal): Ingest =>
  async (document) => {
    const { articleId, versionId, counts, warnings } = await ingestPatiently(target, document, stop)
    return { ok: true, articleId, versionId, counts, warnings, inWords: describeCounts(counts) }
  }

async function planOnly(document: unknown, maxBytes: number): Promise<Outcome> {
  refuseLarge(document, maxBytes)
  const planned = planArticle(document)
  if (!planned.ok) throw invalidDocument(planned.problems)
  const { plan, warnings } = planned
  const sizes: Readonly<Record<DocumentKind, number>> = {
    Article: 1,
    ArticleVersion: 1,
    Statement: plan.statements.length,
    Attribution: plan.attributions.length,
    Agent: plan.agents.length,
    Claim: plan.claims.length,
    Occasion: plan.occasions.length,
    Place: plan.places.length,
  }
  const counts = DOCUMENT_KINDS.map((kind) => ({ kind, planned: sizes[kind] }))
  const some = counts.filter(({ planned }) => planned > 0)
  return {
    ok: true,
    articleId: plan.article.id,
    versionId: plan.version.id,
    counts,
    warnings,
    inWords: `no problem; has ${some.map(({ kind, planned }) => counted(planned, kind)).join(', ')}`,
  }
}

function jsonLine({ name }: DocumentSource, outcome: Outcome): string {
  if (!outcome.ok) return JSON.stringify({ document: name, ...outcome })
  const { inWords: _, ...told } = outcome
  return JSON.stringify({ document: name, ...told })
}

/** Receipts on standard output; problems and warnings on standard error, each on one line. */
function showOutcome(
  { name }: DocumentSource,
  outcome: Outcome,
  { out, steps }: { out: Terminal; steps: Terminal },
): void {
  if (outcome.ok) {
    out.line(`${name}: ${outcome.inWords}`)
    for (const warning of outcome.warnings) steps.line(oneLine(`${name}: warning: ${warning}`))
  } else if (outcome.problems.length === 0) steps.line(oneLine(`${name}: ${outcome.message}`))
  else
    for (const { path, value, message } of outcome.problems) {
      const found = value === null || value === undefined ? 'nothing found' : `found ${JSON.stringify(value)}`
      steps.line(oneLine(`${name}: ${path}: ${found}: ${message}`))
    }
}

const oneLine = (text: string) => text.replaceAll(/\s*\n\s*/g, ' ')

function explainHeldFolder(error: unknown, { host, port }: Config): never {
  if ((error as { code?: unknown }).code !== 'DATA_FOLDER_IN_USE') throw error
  // With PORT=0 only the service knows.
  const url = port === 0 ? 'URL' : endpointUrl(host, port)
  throw new CommandError(
    `${(error as Error).message}\nIf a claimgraph service holds it, send the documents to the service, at the address that it ` +
      `has printed: claimgraph ingest --url ${url} FILE...`,
    1,
    error,
  )
}
