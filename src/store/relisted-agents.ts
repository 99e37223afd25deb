import { undescribedAgents } from '../cypher/queries.ts'
import { kindOfId } from '../domain/identity.ts'
import { FOREVER } from '../domain/instant.ts'
import { VISIBLE_STATUSES } from '../domain/visibility.ts'
import type { StatementStatus } from '../domain/vocabulary.ts'
import type { QueryRunner } from './database.ts'
import type { StateFact } from './facts.ts'
import { readEdges } from './statement-facts.ts'

/**
 * The agents that some states of statements show and others do not, and that nothing describes: they are listed only
 * while a statement is shown that has them in its chain, so they are told anew (`putSharedRecords`). Nothing is asked
 * where the same agents are shown before and after.
 *
 * @param isDescribed of an agent of which the caller knows that something describes it
 */
export async function readRelistedAgents(
  transaction: QueryRunner,
  before: readonly StateFact[],
  after: readonly StateFact[],
  isDescribed: (id: string) => boolean = () => false,
): Promise<string[]> {
  const [shownBefore, shownAfter] = [shownAgents(before), shownAgents(after)]
  const ids = [...new Set([...shownBefore, ...shownAfter])]
    .filter((id) => shownBefore.has(id) !== shownAfter.has(id) && !isDescribed(id))
    .sort()
  if (ids.length === 0) return []
  return (await transaction.run(undescribedAgents, { ids, forever: FOREVER })).map(({ id }) => id)
}

/** Who speaks, relays or prints what is shown. */
const shownAgents = (states: readonly StateFact[]): ReadonlySet<string> =>
  new Set(
    states
      .filter(({ properties: { status } }) => VISIBLE_STATUSES.includes(status as StatementStatus))
      .flatMap(readEdges)
      .map(({ source }) => source)
      .filter((id) => kindOfId(id) === 'Agent'),
  )
