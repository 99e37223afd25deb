import { statementsOfClaims } from '../cypher/queries.ts'
import { claimId } from '../domain/identity.ts'
import { FOREVER } from '../domain/instant.ts'
import { VISIBLE_STATUSES } from '../domain/visibility.ts'
import type { StatementStatus } from '../domain/vocabulary.ts'
import type { Database, QueryRunner } from './database.ts'
import type { FactWriter } from './fact-writer.ts'
import type { StateFact } from './facts.ts'
import { readHeldEdges, readHeldStates } from './held-article.ts'
import { readDate } from './property-codec.ts'
import type { DecisionOptions } from './put-judgement.ts'
import { recordFacts } from './recording.ts'
import { requireStates } from './required-states.ts'
import { rewriteStatements } from './rewrite-statements.ts'
import { claimState, readableRecord } from './shared-facts.ts'

/**
 * Moves a statement to another claim, or to a claim of its own. It stays there when its document comes again. Where the
 * claim is merged into another, the statement belongs to the record that was named, so that parting the two parts it.
 *
 * @param toClaim null: one that no other statement makes, with the words of the claim that it made
 * @throws ClaimgraphError NOT_FOUND
 */
export async function regroupStatement(
  database: Database,
  statementId: string,
  toClaim: string | null,
  reason: string | null,
  { now, by }: DecisionOptions,
): Promise<void> {
  await recordFacts(database, { now, recorded: { by, method: 'MANUAL' } }, async (transaction, writer) => {
    const held = (await requireStates(transaction, [statementId])).get(statementId)!
    const { handle: _, ...before } = held
    const target = toClaim ?? (await ownClaim(transaction, statementId))
    if (toClaim === null) await putOwnClaim(transaction, writer, target, before)
    else await requireStates(transaction, [target])
    const properties = { ...before.properties, claimId: target, decidedClaimId: target }
    const expressed = (await readHeldEdges(transaction, [statementId])).filter(
      ({ type }) => type === 'EXPRESSES',
    )
    await writer.writeEdges(expressed, [{ type: 'EXPRESSES', source: statementId, target, properties: {} }])
    await rewriteStatements(transaction, writer, [held], [{ ...before, properties, reason }])
  })
}

/** How many claims that are named for one statement are looked at: others may have been moved to each. */
const OWN_CLAIMS = 100

/** A claim that no other statement makes and that is one with no other. It is named for the statement, and again where others make that one too. */
async function ownClaim(transaction: QueryRunner, statementId: string): Promise<string> {
  const candidates = Array.from({ length: OWN_CLAIMS }, (_, index) =>
    claimId({ firstStatement: index === 0 ? statementId : `${statementId} ${index + 1}` }),
  )
  const rows = await transaction.run(statementsOfClaims, { claims: candidates, forever: FOREVER })
  const shared = new Set(
    rows
      .filter(({ statementIds, merged }) => merged || statementIds.some((other) => other !== statementId))
      .map((row) => row.claimId),
  )
  return candidates.find((id) => !shared.has(id))!
}

/** Lets the claim be there: it says what the claim that the statement made says, until a document says otherwise. */
async function putOwnClaim(
  transaction: QueryRunner,
  writer: FactWriter,
  id: string,
  { properties }: StateFact,
): Promise<void> {
  const old = properties.claimId as string
  const held = await readHeldStates(transaction, [old, id])
  if (held.has(id)) return
  const { text, language } = held.get(old)!.properties as { text: string; language: string }
  const shown = (VISIBLE_STATUSES as readonly string[]).includes(properties.status as StatementStatus)
  const state = claimState(
    { id, key: null, text, language },
    {
      firstSaid: shown ? readDate(properties, 'said') : null,
      firstPublished: shown ? readDate(properties, 'published') : null,
    },
    writer.instant,
    true,
  )
  await writer.putRecords([{ ...readableRecord(state), labels: ['Claim'] }])
  await writer.writeStates([], [state])
}
