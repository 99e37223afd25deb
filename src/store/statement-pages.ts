import {
  countStatements,
  countStatementsByArticle,
  countStatementsByClaim,
  countStatementsByOccasion,
  countStatementsByOutlet,
  countStatementsByRelay,
  countStatementsBySpeaker,
  statements,
  statementsByArticle,
  statementsByClaim,
  statementsByOccasion,
  statementsByOutlet,
  statementsByRelay,
  statementsBySpeaker,
} from '../cypher/queries.ts'
import type { StatementRecord } from '../domain/graph-records.ts'
import { type Page, type PageRequest, pageOf } from '../domain/page.ts'
import type { NormalFilter } from '../domain/statement-filter.ts'
import { filterParameter } from './filter-parameter.ts'
import { beginning, type GraphView } from './graph-view.ts'
import { statementRecord } from './record-reader.ts'

export const STATEMENT_ORDERS = ['TEXT', 'SAID_DESC', 'SAID_ASC', 'PUBLISHED_DESC', 'PUBLISHED_ASC'] as const
export type StatementOrder = (typeof STATEMENT_ORDERS)[number]

/** What a list of statements hangs on; the records of one kind are read together. */
export type StatementAnchor = 'speaker' | 'via' | 'outlet' | 'article' | 'claim' | 'occasion'

export interface StatementPageRequest extends PageRequest {
  readonly filter: NormalFilter
  readonly order: StatementOrder
}

const PAGES = {
  speaker: statementsBySpeaker,
  via: statementsByRelay,
  outlet: statementsByOutlet,
  article: statementsByArticle,
  claim: statementsByClaim,
  occasion: statementsByOccasion,
}
const COUNTS = {
  speaker: countStatementsBySpeaker,
  via: countStatementsByRelay,
  outlet: countStatementsByOutlet,
  article: countStatementsByArticle,
  claim: countStatementsByClaim,
  occasion: countStatementsByOccasion,
}

/** One page of statements for each anchor, all in one query. */
export async function readStatementPages(
  { database, known }: GraphView,
  anchor: StatementAnchor,
  ids: readonly string[],
  { filter, order, first, after }: StatementPageRequest,
): Promise<Map<string, Page<StatementRecord>>> {
  const rows = await database.run(PAGES[anchor][order], {
    anchors: ids,
    filter: filterParameter(filter),
    known,
    after: after ?? beginning(order),
    limit: first + 1,
  })
  const byAnchor = new Map(ids.map((id): [string, { sortKey: string; item: StatementRecord }[]] => [id, []]))
  for (const row of rows)
    byAnchor.get(row.anchor)?.push({ sortKey: row.sortKey, item: statementRecord(row.state) })
  return new Map([...byAnchor].map(([id, items]) => [id, pageOf(items, first)]))
}

/** How many statements the list of each anchor has, all in one query. */
export async function countStatementsOf(
  { database, known }: GraphView,
  anchor: StatementAnchor,
  ids: readonly string[],
  filter: NormalFilter,
): Promise<Map<string, number>> {
  const rows = await database.run(COUNTS[anchor], {
    anchors: ids,
    filter: filterParameter(filter),
    known,
  })
  return new Map(rows.map((row) => [row.anchor, row.total]))
}

/**
 * One page of all statements that pass a filter. Where every alternative of the filter names agents, an article, a
 * claim or an occasion, the page is walked along their lists; else along the order of all statements.
 */
export async function readStatements(
  view: GraphView,
  request: StatementPageRequest,
): Promise<Page<StatementRecord>> {
  const { database, known } = view
  const { filter, order, first, after } = request
  if (filter.length === 0) return { items: [], hasNextPage: false }
  const anchor = anchorOf(filter)
  if (anchor === null) {
    const rows = await database.run(statements[order], {
      filter: filterParameter(filter),
      known,
      after: after ?? beginning(order),
      limit: first + 1,
    })
    return pageOf(
      rows.map(({ sortKey, state }) => ({ sortKey, item: statementRecord(state) })),
      first,
    )
  }
  const pages = await readStatementPages(view, anchor.field, anchor.ids, request)
  // Joint speakers stand in several lists; each list gave enough to fill the page alone.
  const merged = new Map<string, { readonly sortKey: string; readonly item: StatementRecord }>()
  for (const { items } of pages.values()) for (const entry of items) merged.set(entry.sortKey, entry)
  const direction = order.endsWith('_DESC') ? -1 : 1
  const inOrder = [...merged.values()].sort((a, b) => (a.sortKey < b.sortKey ? -direction : direction))
  const { items, hasNextPage } = pageOf(inOrder, first)
  return { items, hasNextPage: hasNextPage || [...pages.values()].some((page) => page.hasNextPage) }
}

/** How many statements pass a filter in all. */
export async function countAllStatements(view: GraphView, filter: NormalFilter): Promise<number> {
  if (filter.length === 0) return 0
  const anchor = anchorOf(filter)
  // A statement with joint speakers stands in several lists, so those cannot be added up.
  if (anchor !== null && (anchor.ids.length === 1 || !['speaker', 'via'].includes(anchor.field))) {
    const counts = await countStatementsOf(view, anchor.field, anchor.ids, filter)
    return [...counts.values()].reduce((sum, count) => sum + count, 0)
  }
  return (
    await view.database.run(countStatements, { filter: filterParameter(filter), known: view.known })
  )[0]!.total
}

// Smaller lists first.
const ANCHORS: readonly StatementAnchor[] = ['article', 'claim', 'occasion', 'speaker', 'via', 'outlet']
const MAX_ANCHORS = 100

/** The lists that together hold everything a filter can match, where it names such. */
function anchorOf(
  filter: NormalFilter,
): { readonly field: StatementAnchor; readonly ids: readonly string[] } | null {
  for (const field of ANCHORS) {
    const named = filter.map((alternative) => alternative.find((test) => test.field === field && !test.not))
    if (named.length === 0 || named.some((test) => test === undefined)) continue
    const ids = [...new Set(named.flatMap((test) => test!.canonicalIds ?? test!.values))]
    if (ids.length <= MAX_ANCHORS) return { field, ids }
  }
  return null
}
