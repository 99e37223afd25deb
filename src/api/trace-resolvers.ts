import { ClaimgraphError } from '../domain/claimgraph-error.ts'
import { checkedId } from '../domain/identity.ts'
import { outlineTrace } from '../domain/trace.ts'
import { readTrace } from '../store/trace-reader.ts'
import type { RequestContext } from './context.ts'
import type { TraceModel } from './mapped-types.ts'
import { recordOf, referAll } from './record-access.ts'
import type { TraceResolvers } from './schema-types.ts'

export const DEFAULT_TRACE_LIMIT = 200
export const MAX_TRACE_LIMIT = 1_000

/** @throws ClaimgraphError INVALID_ID, INVALID_ARGUMENTS, PAGE_TOO_LARGE */
export async function traceFrom(
  id: string,
  limit: number | null | undefined,
  { view, loaders }: RequestContext,
): Promise<TraceModel | null> {
  checkedId(id, 'Claim', 'Statement')
  const most = limit ?? DEFAULT_TRACE_LIMIT
  if (most < 1) throw new ClaimgraphError('INVALID_ARGUMENTS', `"limit" is ${most}; it counts from 1.`)
  if (most > MAX_TRACE_LIMIT)
    throw new ClaimgraphError(
      'PAGE_TOO_LARGE',
      `"limit" is ${most}; a trace holds at most ${MAX_TRACE_LIMIT} hops.`,
      { limit: MAX_TRACE_LIMIT, found: most },
    )
  const [subject, nodes] = await Promise.all([
    recordOf(loaders, id),
    readTrace(view, id.startsWith('cl_') ? { claim: id } : { statement: id }),
  ])
  return subject && { subject, ...outlineTrace(nodes, most) }
}

export const Trace: TraceResolvers = {
  statements: ({ statementIds }, _, { loaders }) => referAll(loaders, 'Statement', statementIds),
  hops: ({ hopIds }, _, { loaders }) => referAll(loaders, 'Hop', hopIds),
}
