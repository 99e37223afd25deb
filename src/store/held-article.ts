import { currentEdgesFrom, currentReadEdges, currentStates, recordsOfArticle } from '../cypher/queries.ts'
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
  return {
    states: await readHeldStates(transaction, ids),
    edges: await readHeldEdges(transaction, ids),
    readEdges: (await transaction.run(currentReadEdges, {
      statements,
      forever: FOREVER,
    })) as Held<EdgeFact>[],
  }
}

/** The current states of records, by record; of those that have none, nothing. */
export async function readHeldStates(
  transaction: QueryRunner,
  ids: readonly string[],
): Promise<Map<string, Held<StateFact>>> {
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
  return (await transaction.run(currentEdgesFrom, { ids: [...ids], forever: FOREVER })) as Held<EdgeFact>[]
}
