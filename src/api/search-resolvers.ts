import type { GraphRecord } from '../domain/graph-records.ts'
import { decodeCursor, encodeCursor, pageSize } from '../domain/page.ts'
import { type SearchKind as HitKind, type Ranked, readHits } from '../store/search-reader.ts'
import type { PageArguments } from './connection.ts'
import type { RequestContext } from './context.ts'
import type { SearchConnectionModel } from './mapped-types.ts'
import { recordOf } from './record-access.ts'
import type { SearchKind } from './schema-types.ts'

type FoundRecord = Extract<GraphRecord, { readonly kind: HitKind }>

const KINDS: Readonly<Record<SearchKind, HitKind>> = {
  CLAIM: 'Claim',
  STATEMENT: 'Statement',
  AGENT: 'Agent',
  ARTICLE: 'Article',
}

/**
 * One page of hits, best first. A cursor names a hit by its score and id, since a ranking has no sort key of its own; it
 * means nothing in another search, so the words and the kinds are part of the list's name.
 */
export async function searchPage(
  text: string,
  kinds: readonly SearchKind[] | null | undefined,
  { first, after }: PageArguments,
  { view, loaders }: RequestContext,
): Promise<SearchConnectionModel> {
  const size = pageSize(first)
  const wanted = kinds == null ? Object.values(KINDS) : kinds.map((kind) => KINDS[kind])
  const list = `search ${JSON.stringify(text)} ${[...new Set(wanted)].sort().join(' ')}`
  const hits = await readHits(view, text, wanted, after == null ? null : readHit(after, list), size + 1)
  const records = await Promise.all(hits.slice(0, size).map((hit) => recordOf(loaders, hit.id)))
  const edges = records.flatMap((record, index) => {
    const { id, score } = hits[index]!
    if (record === null) return []
    return [{ cursor: encodeCursor(list, `${score} ${id}`), node: record as FoundRecord, score }]
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

function readHit(cursor: string, list: string): Ranked {
  const [score, id = ''] = decodeCursor(cursor, list).split(' ')
  return { score: Number(score), id }
}
