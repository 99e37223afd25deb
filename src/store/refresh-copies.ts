import { refreshStatementCopies } from '../cypher/queries.ts'
import { kindOfId } from '../domain/identity.ts'
import { FOREVER } from '../domain/instant.ts'
import type { QueryRunner } from './database.ts'

/**
 * Lets statements be readable by themselves again.
 *
 * @param ids the statements whose state changed, the claims with other words, the agents with another name; records of
 *   other kinds are copied nowhere
 */
export async function refreshCopies(transaction: QueryRunner, ids: readonly string[]): Promise<void> {
  const of = (kind: string) => ids.filter((id) => kindOfId(id) === kind)
  const [statements, claims, agents] = [of('Statement'), of('Claim'), of('Agent')]
  if (statements.length + claims.length + agents.length === 0) return
  await transaction.run(refreshStatementCopies, { statements, claims, agents, forever: FOREVER })
}
