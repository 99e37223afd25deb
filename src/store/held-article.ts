import {
  articleVersionTexts,
  currentEdgesFrom,
  currentReadEdges,
  currentStates,
  recordsOfArticle,
} from '../cypher/queries.ts'
import { FOREVER } from '../domain/instant.ts'
import type { QueryRunner } from './database.ts'
import type { EdgeFact, Held, StateFact } from './facts.ts'
import type { Properties } from './property-codec.ts'

/** What the graph says now of one article: the facts of its versions, statements and acts, and its own. */
export interface HeldArticle {
  readonly states: ReadonlyMap<string, Held<StateFact>>
  readonly edges: readonly Held<EdgeFact>[]
  readonly readEdges: readonly Held<EdgeFact>[]
}

export async function readHeldArticle(transaction: QueryRunner, articleId: string): Promise<HeldArticle> {
  const records = await transaction.run(recordsOfArticle, { article: articleId })
  const ids = [articleId, ...records.map((record) => record.id)]
  const statements = records.filter((record) => record.kind === 'Statement').map((record) => record.id)
  const [states, edges, readEdges] = await Promise.all([
    readHeldStates(transaction, ids),
    readHeldEdges(transaction, ids),
    readHeldReadEdges(transaction, statements),
  ])
  return { states, edges, readEdges }
}

/** The number of each version of an article. */
export function versionNumbers({ states }: HeldArticle): Map<string, number> {
  const versions = [...states.values()].filter((state) => 'contentHash' in state.properties)
  return new Map(versions.map((state) => [state.recordId, state.properties.number as number]))
}

/** The newest version of an article that is held, or null. */
export function newestVersionOf(held: HeldArticle): string | null {
  const [newest] = [...versionNumbers(held)].sort(([, a], [, b]) => b - a)
  return newest?.[0] ?? null
}

/** What the newest version says, where that is not the one that a document brings, known or new; else null. */
export async function readNewestText(
  transaction: QueryRunner,
  held: HeldArticle,
  versionId: string,
): Promise<string | null> {
  const newest = newestVersionOf(held)
  if (newest === null || newest === versionId || !held.states.has(versionId)) return null
  return (await transaction.run(articleVersionTexts, { ids: [newest] }))[0]?.text ?? null
}

/** The current states of records, by record; of those that have none, nothing. */
export async function readHeldStates(
  transaction: QueryRunner,
  ids: readonly string[],
): Promise<Map<string, Held<StateFact>>> {
  if (ids.length === 0) return new Map()
  const rows = await transaction.run(currentStates, { ids: [...ids], forever: FOREVER })
  return new Map(
    rows.map(({ recordId, handle, state }) => [
      recordId,
      { recordId, handle, label: '', properties: state as Properties },
    ]),
  )
}

/** The current edges out of records, read edges aside. */
export async function readHeldEdges(
  transaction: QueryRunner,
  ids: readonly string[],
): Promise<Held<EdgeFact>[]> {
  if (ids.length === 0) return []
  return (await transaction.run(currentEdgesFrom, { ids: [...ids], forever: FOREVER })) as Held<EdgeFact>[]
}

/** The current read edges of statements: the lists that they stand in. */
export async function readHeldReadEdges(
  transaction: QueryRunner,
  statements: readonly string[],
): Promise<Held<EdgeFact>[]> {
  if (statements.length === 0) return []
  const rows = await transaction.run(currentReadEdges, { statements: [...statements], forever: FOREVER })
  return rows as Held<EdgeFact>[]
}
