import { actsOfStatements } from '../cypher/queries.ts'
import { FOREVER } from '../domain/instant.ts'
import { withActStatus } from './act-status.ts'
import type { QueryRunner } from './database.ts'
import type { FactWriter } from './fact-writer.ts'
import type { Held, StateFact } from './facts.ts'
import { readHeldReadEdges } from './held-article.ts'
import type { Properties } from './property-codec.ts'
import { putSharedRecords } from './put-shared-records.ts'
import { refreshCopies } from './refresh-copies.ts'
import { readRelistedAgents } from './relisted-agents.ts'
import { readEdges } from './statement-facts.ts'

/**
 * Lets other states of statements hold, with all that is told from them: the lists that they stand in, the first dates
 * and the visibility of their claims, the agents that are listed because of them alone, the acts that are accepted with
 * them, the copies that people read.
 *
 * @param held the current states of these statements
 */
export async function rewriteStatements(
  transaction: QueryRunner,
  writer: FactWriter,
  held: readonly Held<StateFact>[],
  states: readonly StateFact[],
): Promise<void> {
  if (states.length === 0) return
  const statements = states.map(({ recordId }) => recordId)
  const changed = await writer.writeStates(held, states)
  await writer.writeEdges(await readHeldReadEdges(transaction, statements), states.flatMap(readEdges))
  await rewriteActs(transaction, writer, statements)
  const claims = [...held, ...states].map(({ properties }) => properties.claimId as string)
  const relisted = await readRelistedAgents(transaction, held, states)
  const { renamed } = await putSharedRecords(
    transaction,
    writer,
    [...new Set([...claims, ...relisted])].sort(),
    { anew: new Set(relisted) },
  )
  await refreshCopies(transaction, [...changed, ...renamed])
}

/** An act is accepted with a statement that a person accepts. */
async function rewriteActs(
  transaction: QueryRunner,
  writer: FactWriter,
  statements: readonly string[],
): Promise<void> {
  const rows = await transaction.run(actsOfStatements, { statements: [...statements], forever: FOREVER })
  const heldActs = rows.map(({ actId, handle, state }) => ({
    recordId: actId,
    label: 'AttributionState',
    handle,
    properties: state as Properties,
  }))
  await writer.writeStates(
    heldActs,
    heldActs.map(({ handle: _, ...act }, index) =>
      withActStatus(act, { acceptedWith: rows[index]!.accepted }),
    ),
  )
}
