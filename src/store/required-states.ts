import { ClaimgraphError } from '../domain/claimgraph-error.ts'
import { kindOfId } from '../domain/identity.ts'
import type { QueryRunner } from './database.ts'
import type { Held, StateFact } from './facts.ts'
import { readHeldStates } from './held-article.ts'

/**
 * The current states of records that must be there, by record.
 * @throws ClaimgraphError NOT_FOUND that names the first one that is not
 */
export async function requireStates(
  transaction: QueryRunner,
  ids: readonly string[],
): Promise<Map<string, Held<StateFact>>> {
  const held = await readHeldStates(transaction, ids)
  const missing = ids.find((id) => !held.has(id))
  if (missing !== undefined) throw notFound(missing)
  return new Map([...held].map(([id, state]) => [id, { ...state, label: `${kindOfId(id)}State` }]))
}

function notFound(id: string): ClaimgraphError {
  const kind = kindOfId(id)
  const name = kind === 'Attribution' ? 'hop' : (kind ?? 'record').toLowerCase()
  return new ClaimgraphError('NOT_FOUND', `There is no ${name} ${id}.`, { id })
}
