import type {
  AgentRecord,
  ArticleRecord,
  ClaimRecord,
  JudgementRecord,
  StatementRecord,
} from '../domain/graph-records.ts'
import { decodeCursor, encodeCursor, type Page, type PageRequest, pageSize } from '../domain/page.ts'
import type { TimelineEvent } from '../domain/timeline.ts'
import type { ClaimSource } from '../store/claim-reader.ts'

/** A connection of the Relay specification. `totalCount` costs a query of its own, so it is asked for only if named. */
export interface Connection<Item> {
  readonly edges: readonly { readonly cursor: string; readonly node: Item }[]
  readonly nodes: readonly Item[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    /** Whether `after` was given: the list is walked forward only. */
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
  readonly totalCount: () => Promise<number>
}
export type ArticleConnection = Connection<ArticleRecord>
export type StatementConnection = Connection<StatementRecord>
export type ClaimConnection = Connection<ClaimRecord>
export type AgentConnection = Connection<AgentRecord>
export type JudgementConnection = Connection<JudgementRecord>
export type ClaimSourceConnection = Connection<ClaimSource>
export type TimelineConnection = Connection<TimelineEvent>

export interface PageArguments {
  readonly first?: number | null
  readonly after?: string | null
}

/**
 * The page that a client asks for.
 * @param list what is listed and in which order, such as "statements TEXT"
 * @throws ClaimgraphError PAGE_TOO_LARGE, INVALID_ARGUMENTS, INVALID_CURSOR
 */
export const pageRequest = ({ first, after }: PageArguments, list: string): PageRequest => ({
  first: pageSize(first),
  after: after == null ? null : decodeCursor(after, list),
})

/** A page as a connection. */
export function connectionOf<Item>(
  { items, hasNextPage }: Page<Item>,
  list: string,
  request: PageRequest,
  totalCount: () => Promise<number>,
): Connection<Item> {
  const edges = items.map(({ sortKey, item }) => ({ cursor: encodeCursor(list, sortKey), node: item }))
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage,
      hasPreviousPage: request.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  }
}
