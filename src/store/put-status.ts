import { ClaimgraphError } from '../domain/claimgraph-error.ts'
import { versionOfPrintingHop } from '../domain/identity.ts'
import type { StatementStatus } from '../domain/vocabulary.ts'
import { withActStatus } from './act-status.ts'
import type { Database } from './database.ts'
import { readHeldStates } from './held-article.ts'
import type { DecisionOptions } from './put-judgement.ts'
import { recordFacts } from './recording.ts'
import { requireStates } from './required-states.ts'
import { rewriteStatements } from './rewrite-statements.ts'
import { withStatus } from './statement-facts.ts'

/**
 * Decides on the status of a statement; the decision before it, if any, is history. It stays when a document comes
 * again. PROPOSED, ACCEPTED and REJECTED are its review, SUPERSEDED and RETRACTED its life cycle, and the strongest
 * shows: a statement that its outlet took back stays RETRACTED when somebody accepts it (`statusOf` says how). The same
 * again changes nothing.
 *
 * @throws ClaimgraphError NOT_FOUND
 */
export async function setStatementStatus(
  database: Database,
  statementId: string,
  status: StatementStatus,
  reason: string | null,
  { now, by }: DecisionOptions,
): Promise<void> {
  await recordFacts(database, { now, recorded: { by, method: 'MANUAL' } }, async (transaction, writer) => {
    const held = [...(await requireStates(transaction, [statementId])).values()]
    const states = held.map(({ handle: _, ...state }) => ({
      ...withStatus(state, { decided: status }),
      reason,
    }))
    await rewriteStatements(transaction, writer, held, states)
  })
}

const REVIEWS: readonly StatementStatus[] = ['PROPOSED', 'ACCEPTED', 'REJECTED']

/**
 * Decides on a hop that is known from elsewhere. Accepted, it shows in chains; it never changes who speaks or through
 * whom. A hop that the text states or implies stands and falls with its statements.
 *
 * @throws ClaimgraphError NOT_FOUND; INVALID_ARGUMENTS where the hop is not EXTERNAL, or the status is no review
 */
export async function setHopStatus(
  database: Database,
  hopId: string,
  status: StatementStatus,
  reason: string | null,
  { now, by }: DecisionOptions,
): Promise<void> {
  if (!REVIEWS.includes(status))
    throw new ClaimgraphError(
      'INVALID_ARGUMENTS',
      `A hop is ${REVIEWS.join(', ')}; found ${status}, which only a statement can be by decision.`,
    )
  await recordFacts(database, { now, recorded: { by, method: 'MANUAL' } }, async (transaction, writer) => {
    const printed = versionOfPrintingHop(hopId)
    if ((await readHeldStates(transaction, [printed])).has(printed))
      throw new ClaimgraphError(
        'INVALID_ARGUMENTS',
        `${hopId} is the printing itself, which nobody decides on.`,
      )
    const [held] = [...(await requireStates(transaction, [hopId])).values()]
    const { handle: _, ...act } = held!
    if (act.properties.basis !== 'EXTERNAL')
      throw new ClaimgraphError(
        'INVALID_ARGUMENTS',
        `${hopId} is ${act.properties.basis}: it stands and falls with its statements, so decide on those. Only an EXTERNAL hop is decided by itself.`,
      )
    await writer.writeStates([held!], [{ ...withActStatus(act, { decided: status }), reason }])
  })
}
