import type { ClaimRecord, GraphRecord, StatementRecord } from '../domain/graph-records.ts'
import type { OriginCount } from '../domain/origins/corroboration.ts'
import type { Origin } from '../domain/origins/origins-of-side.ts'
import type { TraceOutline } from '../domain/trace.ts'
import type { UncertainDate } from '../domain/uncertain-date.ts'
import type { ResponseStance } from '../domain/vocabulary.ts'
import type { SearchKind } from '../store/search-reader.ts'

/**
 * What resolvers hand on for GraphQL types that are no record of the graph. They stand apart from the resolvers, because
 * the generated types name them.
 */

/** A response: the statement that answers, and what it answers. */
export interface StatementResponseModel {
  readonly stance: ResponseStance
  readonly from: StatementRecord
  readonly to: StatementRecord | ClaimRecord
}

/** A trace in outline; its statements and hops are read when they are asked for. */
export interface TraceModel extends TraceOutline {
  readonly subject: GraphRecord
}

/** A page of hits, best first. */
export interface SearchConnectionModel {
  readonly edges: readonly {
    readonly cursor: string
    readonly node: Extract<GraphRecord, { readonly kind: SearchKind }>
    readonly score: number
  }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

/** When statements were published, by id. */
type PublishedOf = ReadonlyMap<string, UncertainDate>

/** The count of a claim's origins. */
export interface CorroborationModel {
  readonly count: OriginCount
  readonly publishedOf: PublishedOf
}

/** One origin, told of one side of its claim. */
export interface OriginModel {
  readonly origin: Origin
  readonly publishedOf: PublishedOf
}
