import {
  mergeableIds,
  type NormalFilter,
  normalizeStatementFilter,
  type StatementFilter,
  withMembers,
} from '../domain/statement-filter.ts'
import type { StatementAnchor, StatementOrder } from '../store/statement-pages.ts'
import { connectionOf, type PageArguments, pageRequest, type StatementConnection } from './connection.ts'
import type { RequestContext } from './context.ts'
import type { Loaders } from './loaders.ts'
import { membersOf } from './record-access.ts'

export interface StatementListArguments extends PageArguments {
  readonly filter?: StatementFilter | null
  readonly orderBy?: StatementOrder | null
}

/**
 * A filter as the store takes it. The id of an agent, a claim or an occasion stands for all that is one with it by
 * decision; that costs one query, and only where the filter names such ids.
 *
 * @throws ClaimgraphError FILTER_TOO_LARGE, INVALID_ID, INVALID_ARGUMENTS
 */
export async function readableFilter(
  loaders: Loaders,
  filter: StatementFilter | null | undefined,
): Promise<NormalFilter> {
  const normal = normalizeStatementFilter(filter)
  const members = await membersOf(loaders, mergeableIds(normal))
  return withMembers(normal, (id) => members.get(id)!)
}

/** The statements of one record: a page, and a count if it is asked for. */
export async function statementsOf(
  { loaders }: RequestContext,
  anchor: StatementAnchor,
  id: string,
  args: StatementListArguments,
  defaultOrder: StatementOrder = 'PUBLISHED_DESC',
): Promise<StatementConnection> {
  const order = args.orderBy ?? defaultOrder
  const list = `statements ${order}`
  const request = pageRequest(args, list)
  const filter = await readableFilter(loaders, args.filter)
  const page = await loaders.statements.load({ id, args: { anchor, filter, order, ...request } })
  return connectionOf(page, list, request, () =>
    loaders.statementCount.load({ id, args: { anchor, filter } }),
  )
}
