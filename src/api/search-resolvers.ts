import type { GraphRecord } from '../domain/graph-records.ts'
import { decodeCursor, encodeCursor, pageSize } from '../domain/page.ts'
import { type SearchKind as HitKind, readHits, type SearchHit } from '../store/search-reader.ts'
import type { PageArguments } from './connection.ts'
import type { RequestContext } from './context.ts'
import { recordOf } from './record-access.ts'
import type { SearchKind } from './schema-types.ts'

type FoundRecord = Extract<GraphRecord, { readonly kind: HitKind }>

export interface SearchConnectionModel {
  readonly edges: readonly { readonly cursor: string; readonly node: FoundRecord; readonly score: number }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

const SEARCH_ORDER = 'SEARCH'
const KINDS: Readonly<Record<SearchKind, HitKind>> = {
  CLAIM: 'Claim',
  STATEMENT: 'Statement',
  AGENT: 'Agent',
  ARTICLE: 'Article',
}

/** One page of hits, best first. A cursor names a hit by its score and id: ranking has no sort key of its own. */
export async function searchPage(
  text: string,
  kinds: readonly SearchKind[] | null | undefined,
  { first, after }: PageArguments,
  { view, loaders }: RequestContext,
): Promise<SearchConnectionModel> {
  const size = pageSize(first)
  const wanted = kinds == null ? Object.values(KINDS) : kinds.map((kind) => KINDS[kind])
  const hits = await readHits(view, text, wanted, after == null ? null : readHit(after), size + 1)
  const records = await Promise.all(hits.slice(0, size).map((hit) => recordOf(loaders, hit.id)))
  const edges = records.flatMap((record, index) => {
    const { id, kind, score } = hits[index]!
    if (record === null) return []
    return [
      { cursor: encodeCursor(SEARCH_ORDER, `${score} ${kind} ${id}`), node: record as FoundRecord, score },
    ]
  })
  return {
    edges,
    pageInfo: {
      hasNextPage: hits.length > size,
      hasPreviousPage: after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

function readHit(cursor: string): SearchHit {
  const [score, kind, id] = decodeCursor(cursor, SEARCH_ORDER).split(' ')
  return { score: Number(score), kind: kind as HitKind, id: id! }
}
