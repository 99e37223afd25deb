import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ingestArticle, invalidDocument } from '../ingest/ingest-article.ts'
import { planArticle } from '../ingest/plan-article.ts'
import type { Database } from '../store/database.ts'
import { findKnownVersions } from '../store/graph-counts.ts'
import { CommandError } from './command-error.ts'
import { listDocuments } from './document-source.ts'

const SEEDS_FOLDER = fileURLToPath(new URL('../../seeds/', import.meta.url))

export interface SeedCounts {
  readonly loaded: { readonly articles: number; readonly statements: number }
  readonly known: { readonly articles: number; readonly statements: number }
}

/**
 * Loads the articles of `seeds/` (not of folders in it) that the graph does not have. One whose version is in the
 * graph is left as it is there: a start changes no data, also where somebody has annotated that article otherwise since.
 * `claimgraph ingest seeds` loads them all again.
 *
 * @throws CommandError with every problem of a seed that is not a right document
 */
export async function loadSeeds(database: Database, folder = SEEDS_FOLDER): Promise<SeedCounts> {
  const paths = (await readdir(folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name))
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
  const known = await findKnownVersions(
    database,
    seeds.map(({ plan }) => plan.version.id),
  )
  const missing = seeds.filter(({ plan }) => !known.has(plan.version.id))
  // They come with the program, whatever limit others' documents have.
  for (const { document } of missing)
    await ingestArticle(database, document, { maxBytes: Number.MAX_SAFE_INTEGER })
  return {
    loaded: {
      articles: missing.length,
      statements: missing.reduce((sum, { plan }) => sum + plan.statements.length, 0),
    },
    known: { articles: known.size, statements: [...known.values()].reduce((sum, count) => sum + count, 0) },
  }
}
