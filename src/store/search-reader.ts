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

/** What a hit's place in the ranking is told by: its id, and its score once it is no longer found. */
export type Ranked = Pick<SearchHit, 'score' | 'id'>

/** The longest text that is searched for, in characters, and the most words. */
const MAX_SEARCH_LENGTH = 500
const MAX_SEARCH_WORDS = 40

/** Past states stand in the index too, so more is fetched than shown; what one question may cost is bounded. */
const MAX_FETCH = 20_000

/**
 * The best hits after one, best first, ties by id. All words must be there, letter case and accents aside. Every score
 * hangs on all that the index holds, so whatever is stored between two pages moves them: the page goes on where the hit
 * stands now.
 * @returns at most `limit` hits
 * @throws ClaimgraphError INVALID_ARGUMENTS where the text is too long
 */
export async function readHits(
  { database, known }: GraphView,
  text: string,
  kinds: readonly SearchKind[],
  after: Ranked | null,
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
    const exhausted = (row?.fetched ?? 0) < fetch || fetch >= MAX_FETCH
    const seen = new Set<string>()
    const hits = ((row?.hits ?? []) as unknown as SearchHit[])
      // The index breaks ties by its own order: of those as good as the last one fetched, better ids may be missing.
      .filter(({ score }) => exhausted || score > row!.lowest!)
      .sort(compareHits)
      .filter((hit) => !seen.has(hit.id) && seen.add(hit.id))
    const place = hits.find(({ id }) => id === after?.id)
    if (after !== null && place === undefined && !exhausted) continue
    const rest = after === null ? hits : hits.filter((hit) => compareHits(place ?? after, hit) < 0)
    if (rest.length >= limit || exhausted) return rest.slice(0, limit)
  }
}

const compareHits = (a: Ranked, b: Ranked) => b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/**
 * Lucene's syntax for "all of these words", where every character of the user's is text. Each word is a quoted phrase,
 * which the index's own analyzer takes apart; within quotation marks only `"` and `\` have a meaning.
 */
function luceneQuery(text: string): string | null {
  const trimmed = text.trim()
  const words = trimmed.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
  if (trimmed.length > MAX_SEARCH_LENGTH || words.length > MAX_SEARCH_WORDS)
    throw new ClaimgraphError(
      'INVALID_ARGUMENTS',
      `The search has ${trimmed.length} characters in ${words.length} words; at most ${MAX_SEARCH_LENGTH} in ${MAX_SEARCH_WORDS} are accepted.`,
    )
  return words.length === 0 ? null : words.map(wordQuery).join(' ')
}

/** The longest words of a text, each as one that may be there: for what is near, not for what has them all. */
export function anyWordQuery(text: string): string | null {
  const words = new Set((text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase()))
  const telling = [...words]
    .filter((word) => !STOP_WORDS.has(word))
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_SEARCH_WORDS)
  // Words of the commonest kind alone are still words.
  const asked = telling.length > 0 ? telling : [...words]
  return asked.length === 0 ? null : asked.map((word) => `"${word}"`).join(' ')
}

// What the index's analyzer, standard-folding, leaves out: Lucene's EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.
const STOP_WORDS = new Set(
  'a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with'.split(
    ' ',
  ),
)

/**
 * The analyzer takes "Rubio's" for one word, and nobody who looks for Rubio means to leave it out. A word that is left
 * out has no possessive to ask for in its place.
 */
function wordQuery(word: string): string {
  const phrase = `"${word.replace(/["\\]/g, '\\$&')}"`
  const letters = /^\P{L}*(\p{L}+)\P{L}*$/u.exec(word)?.[1]
  return letters === undefined || STOP_WORDS.has(letters.toLowerCase())
    ? `+${phrase}`
    : `+(${phrase} "${letters}'s")`
}
