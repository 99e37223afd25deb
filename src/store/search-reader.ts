import { search } from '../cypher/queries.ts'
import { ClaimgraphError } from '../domain/claimgraph-error.ts'
import { VISIBLE_STATUSES } from '../domain/visibility.ts'
import type { GraphView } from './graph-view.ts'

export type SearchKind = 'Claim' | 'Statement' | 'Agent' | 'Article'

export interface SearchHit {
  readonly id: string
  readonly kind: SearchKind
  readonly score: number
}

/** The longest text that is searched for, in characters, and the most words. */
export const MAX_SEARCH_LENGTH = 500
export const MAX_SEARCH_WORDS = 40

/** Past states stand in the index too, so more is fetched than shown; what one question may cost is bounded. */
const MAX_FETCH = 20_000

/**
 * The best hits after one, best first, ties by id. All words must be there, letter case and accents aside.
 * @returns at most `limit` hits
 * @throws ClaimgraphError INVALID_ARGUMENTS where the text is too long
 */
export async function readHits(
  { database, known }: GraphView,
  text: string,
  kinds: readonly SearchKind[],
  after: SearchHit | null,
  limit: number,
): Promise<SearchHit[]> {
  const query = luceneQuery(text)
  if (query === null || kinds.length === 0) return []
  for (let fetch = 4 * limit + 20; ; fetch *= 4) {
    const [row] = await database.run(search, {
      query,
      kinds,
      statuses: VISIBLE_STATUSES,
      known,
      fetch: Math.min(fetch, MAX_FETCH),
    })
    const seen = new Set<string>()
    const hits = ((row?.hits ?? []) as unknown as SearchHit[])
      .sort(compareHits)
      .filter((hit) => !seen.has(hit.id) && seen.add(hit.id))
      .filter((hit) => after === null || compareHits(after, hit) < 0)
    const exhausted = (row?.fetched ?? 0) < fetch || fetch >= MAX_FETCH
    if (hits.length >= limit || exhausted) return hits.slice(0, limit)
  }
}

const compareHits = (a: SearchHit, b: SearchHit) =>
  b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/**
 * Lucene's syntax for "all of these words", where every character of the user's is text. Each word is a quoted phrase,
 * which the index's own analyzer takes apart; within quotation marks only `"` and `\` have a meaning.
 */
export function luceneQuery(text: string): string | null {
  const trimmed = text.trim()
  const words = trimmed.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
  if (trimmed.length > MAX_SEARCH_LENGTH || words.length > MAX_SEARCH_WORDS)
    throw new ClaimgraphError(
      'INVALID_ARGUMENTS',
      `The search has ${trimmed.length} characters in ${words.length} words; at most ${MAX_SEARCH_LENGTH} in ${MAX_SEARCH_WORDS} are accepted.`,
    )
  return words.length === 0 ? null : words.map((word) => `+"${word.replace(/["\\]/g, '\\$&')}"`).join(' ')
}
