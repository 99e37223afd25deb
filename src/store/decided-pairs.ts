import { decidedPairs } from '../cypher/queries.ts'
import { FOREVER } from '../domain/instant.ts'
import type { DecidedPair, SamenessKind } from '../domain/judgement.ts'
import type { Verdict } from '../domain/vocabulary.ts'
import type { QueryRunner } from './database.ts'

/** The positive and negative decisions on all that is one with some records, gathered step by step. */
export async function readDecided(
  transaction: QueryRunner,
  kind: SamenessKind,
  seeds: readonly string[],
): Promise<DecidedPair[]> {
  const found = new Map<string, DecidedPair>()
  const seen = new Set(seeds)
  for (let ids = [...seen]; ids.length > 0; ) {
    const rows = await transaction.run(decidedPairs, { ids, kinds: [kind], forever: FOREVER })
    for (const row of rows) found.set(row.id, { ...row, verdict: row.verdict as Verdict })
    ids = rows
      .filter(({ verdict }) => verdict === 'POSITIVE')
      .flatMap(({ leftId, rightId }) => [leftId, rightId])
      .filter((id, index, all) => !seen.has(id) && all.indexOf(id) === index)
    for (const id of ids) seen.add(id)
  }
  return [...found.values()]
}
