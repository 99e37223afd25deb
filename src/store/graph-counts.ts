import { graphCounts, knownVersions } from '../cypher/queries.ts'
import { LATEST } from '../domain/instant.ts'
import { VISIBLE_STATUSES } from '../domain/visibility.ts'
import type { QueryRunner } from './database.ts'

/** What lists show now: the same numbers as the API's `totalCount`. Hops are reporting acts, printings aside. */
export interface GraphCounts {
  readonly articles: number
  readonly statements: number
  readonly agents: number
  readonly claims: number
  readonly hops: number
}

export async function countGraph(database: QueryRunner): Promise<GraphCounts> {
  return (await database.run(graphCounts, { statuses: VISIBLE_STATUSES, known: LATEST }))[0]!
}

/** Those of the versions that the graph has, each with how many statements its article shows. */
export async function findKnownVersions(
  database: QueryRunner,
  versions: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await database.run(knownVersions, { versions, statuses: VISIBLE_STATUSES, known: LATEST })
  return new Map(rows.map(({ id, statements }) => [id, statements]))
}
