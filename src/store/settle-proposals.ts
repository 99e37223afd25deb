import { proposalsOnRecords } from '../cypher/queries.ts'
import { FOREVER } from '../domain/instant.ts'
import { type DecidedPair, impliedVerdicts, type SamenessKind } from '../domain/judgement.ts'
import type { QueryRunner } from './database.ts'
import { readDecided } from './decided-pairs.ts'
import type { FactWriter } from './fact-writer.ts'
import { readHeldStates } from './held-article.ts'

/**
 * Of the proposals on records and on all that is one with them: marks those that decisions on others answer, so that
 * nobody is asked what follows already, and opens those again that nothing answers any more. `Judgement.settled` says so.
 *
 * @param decided the decisions on the records and on all that is one with them, as `readDecided` gives them
 */
export async function settleProposals(
  transaction: QueryRunner,
  writer: FactWriter,
  kind: SamenessKind,
  seeds: readonly string[],
  decided: readonly DecidedPair[],
): Promise<void> {
  const positive = decided.filter(({ verdict }) => verdict === 'POSITIVE')
  const concerned = [...new Set([...seeds, ...positive.flatMap(({ leftId, rightId }) => [leftId, rightId])])]
  const proposals = await transaction.run(proposalsOnRecords, { ids: concerned, kind, forever: FOREVER })
  if (proposals.length === 0) return
  const sides = new Set(proposals.flatMap(({ leftId, rightId }) => [leftId, rightId]))
  const verdictOn = impliedVerdicts(await readDecided(transaction, kind, [...sides]))
  const turned = proposals.filter(
    ({ leftId, rightId, settled }) => settled !== (verdictOn(leftId, rightId) !== null),
  )
  if (turned.length === 0) return
  const held = await readHeldStates(
    transaction,
    turned.map(({ id }) => id),
  )
  await writer.writeStates(
    held.values(),
    turned.map(({ id, settled }) => {
      const { from: _, to: __, settled: ___, recordedDescending: ____, ...told } = held.get(id)!.properties
      // Without the sort key: what is not asked stands in no list.
      const listed = settled ? { recordedDescending: `${told.recordedAt} ${id}` } : { settled: true }
      return { recordId: id, label: 'JudgementState', properties: { ...told, ...listed } }
    }),
  )
}
