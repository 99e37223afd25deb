import { ClaimgraphError } from './claimgraph-error.ts'

/** How many a page holds unless asked, and at most. */
export const DEFAULT_PAGE_SIZE = 20
export const MAX_PAGE_SIZE = 100

/** Part of an ordered list: what comes after a sort key, or from the beginning where it is null. */
export interface PageRequest {
  readonly first: number
  readonly after: string | null
}

export interface Page<Item> {
  readonly items: readonly { readonly sortKey: string; readonly item: Item }[]
  readonly hasNextPage: boolean
}

/**
 * How many are asked for, checked.
 * @throws ClaimgraphError PAGE_TOO_LARGE above `MAX_PAGE_SIZE`, INVALID_ARGUMENTS below 0
 */
export function pageSize(first: number | null | undefined): number {
  if (first == null) return DEFAULT_PAGE_SIZE
  if (first < 0) throw new ClaimgraphError('INVALID_ARGUMENTS', `"first" is ${first}; it counts from 0.`)
  if (first > MAX_PAGE_SIZE)
    throw new ClaimgraphError(
      'PAGE_TOO_LARGE',
      // Some lists have one page only.
      `"first" is ${first}; at most ${MAX_PAGE_SIZE} are given at once. Where the field takes "after", that asks for the rest.`,
      { limit: MAX_PAGE_SIZE, found: first },
    )
  return first
}

/** The page of a list that was read one further than asked, to see whether it goes on. */
export const pageOf = <Item>(
  items: readonly { readonly sortKey: string; readonly item: Item }[],
  first: number,
): Page<Item> => ({
  items: items.slice(0, first),
  hasNextPage: items.length > first,
})

/**
 * A cursor: the sort key of an entry, and the list that the key belongs to. Opaque to clients.
 * @param list what is listed and in which order, such as "articles PUBLISHED_DESC"
 */
export const encodeCursor = (list: string, sortKey: string) =>
  Buffer.from(JSON.stringify([list, sortKey])).toString('base64url')

/**
 * The sort key that a cursor of this list holds.
 * @throws ClaimgraphError INVALID_CURSOR where it is malformed or belongs to another list or order
 */
export function decodeCursor(cursor: string, list: string): string {
  const read = readCursor(cursor)
  if (read === null)
    throw new ClaimgraphError(
      'INVALID_CURSOR',
      `"${cursor}" is no cursor: pass on one that "pageInfo" or an edge gave.`,
    )
  if (read.list !== list)
    throw new ClaimgraphError(
      'INVALID_CURSOR',
      `The cursor belongs to the list "${read.list}"; this one is "${list}". Begin again without "after".`,
    )
  return read.sortKey
}

function readCursor(cursor: string): { readonly list: string; readonly sortKey: string } | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (!Array.isArray(value) || value.length !== 2) return null
    const [list, sortKey] = value as unknown[]
    // Decoding forgives much; what does not encode to the same text is no cursor of ours.
    if (typeof list !== 'string' || typeof sortKey !== 'string' || encodeCursor(list, sortKey) !== cursor)
      return null
    if (/\p{Surrogate}/u.test(sortKey)) return null
    return { list, sortKey }
  } catch {
    return null
  }
}
