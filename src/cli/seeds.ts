import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ingestArticle, invalidDocument } from '../ingest/ingest-article.ts'
import { planArticle } from '../ingest/plan-article.ts'
import type { Database } from '../store/database.ts'
import { findKnownVersions } from '../store/graph-counts.ts'
import { CommandError } from './command-error.ts'
import { listDocuments } from './document-source.ts'

/** Documents that come with the program: the files of a folder (not of folders in it) whose names fit. */
export interface SeedSet {
  readonly title: string
  readonly folder: string
  readonly names: RegExp
}

export const SEEDS: SeedSet = {
  title: 'Seeds',
  folder: fileURLToPath(new URL('../../seeds/', import.meta.url)),
  names: /\.json$/,
}

/** Beside its articles, its folder holds what people decide about them. */
export const DEMONSTRATION_SET: SeedSet = {
  title: 'Demonstration set',
  folder: fileURLToPath(new URL('../../seeds/demo/', import.meta.url)),
  names: /^\d.*\.json$/,
}

/** Articles, and what these show of statements once all is loaded. */
export interface SeedCounts {
  readonly loaded: { readonly articles: number; readonly statements: number }
  readonly known: { readonly articles: number; readonly statements: number }
}

/**
 * Loads the documents of a set that the graph does not have, in the order of their names, versions of one article
 * after one another. One whose version is in the graph is left as it is there: a start changes no data, also where
 * somebody has annotated that article otherwise since. `claimgraph ingest seeds` loads them all again.
 *
 * @param onStored is told how many of the missing documents are stored
 * @throws CommandError with every problem of a seed that is not a right document
 */
export async function loadSeeds(
  database: Database,
  { folder, names }: SeedSet,
  onStored: (stored: number, missing: number) => void = () => undefined,
): Promise<SeedCounts> {
  const paths = (await readdir(folder))
    .filter((name) => names.test(name))
    // Without the ending: "04-lantern" comes before "04-lantern-v2".
    .map((name) => name.replace(/\.json$/, ''))
    .sort()
    .map((name) => join(folder, `${name}.json`))
  const sources = await listDocuments(paths, { recursive: false, standardInput: process.stdin })
  const seeds = await Promise.all(
    sources.map(async ({ name, read }) => {
      try {
        const document = await read()
        const planned = planArticle(document)
        if (!planned.ok) throw invalidDocument(planned.problems)
        return { document, plan: planned.plan }
      } catch (error) {
        throw new CommandError(
          `${name}: ${(error as Error).message}\n\`claimgraph ingest --dry-run ${name}\` shows every problem.`,
          1,
          error,
        )
      }
    }),
  )
  const versions = seeds.map(({ plan }) => plan.version.id)
  const known = await findKnownVersions(database, versions)
  const missing = seeds.filter(({ plan }) => !known.has(plan.version.id))
  for (const [stored, { document }] of missing.entries()) {
    onStored(stored, missing.length)
    // They come with the program, whatever limit others' documents have.
    await ingestArticle(database, document, { maxBytes: Number.MAX_SAFE_INTEGER })
  }
  const shown = missing.length === 0 ? known : await findKnownVersions(database, versions)
  // Of an article with several versions, each tells what the article shows.
  const statementsOf = new Map(seeds.map(({ plan }) => [plan.article.id, shown.get(plan.version.id) ?? 0]))
  const loaded = new Set(missing.map(({ plan }) => plan.article.id))
  const count = (articles: readonly string[]) => ({
    articles: articles.length,
    statements: articles.reduce((sum, article) => sum + statementsOf.get(article)!, 0),
  })
  return {
    loaded: count([...loaded]),
    known: count([...statementsOf.keys()].filter((article) => !loaded.has(article))),
  }
}
