import { normalizeStatementFilter, type StatementFilter } from '../domain/statement-filter.ts'
import type { StatementAnchor, StatementOrder } from '../store/statement-pages.ts'
import { connectionOf, type PageArguments, pageRequest, type StatementConnection } from './connection.ts'
import type { RequestContext } from './context.ts'

export interface StatementListArguments extends PageArguments {
  readonly filter?: StatementFilter | null
  readonly orderBy?: StatementOrder | null
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
  const filter = normalizeStatementFilter(args.filter)
  const list = `statements ${order}`
  const request = pageRequest(args, list)
  const page = await loaders.statements.load({ id, args: { anchor, filter, order, ...request } })
  return connectionOf(page, list, request, () =>
    loaders.statementCount.load({ id, args: { anchor, filter } }),
  )
}
