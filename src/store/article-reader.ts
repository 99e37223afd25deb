import { articles, articlesByOutlet, countArticles, countArticlesByOutlet } from '../cypher/queries.ts'
import type { DateRange } from '../domain/date-range.ts'
import type { ArticleRecord } from '../domain/graph-records.ts'
import { type Page, type PageRequest, pageOf } from '../domain/page.ts'
import { beginning, type GraphView } from './graph-view.ts'
import { articleRecord } from './record-reader.ts'

const ARTICLE_ORDERS = ['PUBLISHED_DESC', 'PUBLISHED_ASC'] as const
export type ArticleOrder = (typeof ARTICLE_ORDERS)[number]

export interface ArticleConditions {
  readonly outlets: readonly string[] | null
  readonly languages: readonly string[] | null
  readonly published: DateRange | null
}

const asParameters = ({ languages, published }: ArticleConditions) => ({
  languages,
  published: published && {
    from: published.from ?? null,
    to: published.to ?? null,
    match: published.match ?? 'CERTAIN',
  },
})

/** One page of articles that have a version; of some outlets', walked along their lists. */
export async function readArticles(
  view: GraphView,
  conditions: ArticleConditions,
  order: ArticleOrder,
  request: PageRequest,
): Promise<Page<ArticleRecord>> {
  const { first, after } = request
  if (conditions.outlets !== null) {
    const pages = [
      ...(await readArticlesByOutlet(view, conditions.outlets, conditions, order, request)).values(),
    ]
    const direction = order === 'PUBLISHED_DESC' ? -1 : 1
    const inOrder = pages
      .flatMap((page) => page.items)
      .sort((a, b) => (a.sortKey < b.sortKey ? -direction : direction))
    const page = pageOf(inOrder, first)
    return { ...page, hasNextPage: page.hasNextPage || pages.some(({ hasNextPage }) => hasNextPage) }
  }
  const rows = await view.database.run(articles[order], {
    ...asParameters(conditions),
    known: view.known,
    after: after ?? beginning(order),
    limit: first + 1,
  })
  return pageOf(
    rows.map(({ sortKey, state }) => ({ sortKey, item: articleRecord(state) })),
    first,
  )
}

export async function countAllArticles(view: GraphView, conditions: ArticleConditions): Promise<number> {
  if (conditions.outlets !== null) {
    const counts = await countArticlesOf(view, conditions.outlets, conditions)
    return [...counts.values()].reduce((sum, count) => sum + count, 0)
  }
  return (await view.database.run(countArticles, { ...asParameters(conditions), known: view.known }))[0]!
    .total
}

/** One page of the articles of each outlet, all in one query. */
export async function readArticlesByOutlet(
  { database, known }: GraphView,
  outlets: readonly string[],
  conditions: ArticleConditions,
  order: ArticleOrder,
  { first, after }: PageRequest,
): Promise<Map<string, Page<ArticleRecord>>> {
  const rows = await database.run(articlesByOutlet[order], {
    outlets: [...new Set(outlets)],
    ...asParameters(conditions),
    known,
    after: after ?? beginning(order),
    limit: first + 1,
  })
  const byOutlet = new Map(
    outlets.map((id): [string, { sortKey: string; item: ArticleRecord }[]] => [id, []]),
  )
  for (const { anchor, sortKey, state } of rows)
    byOutlet.get(anchor)?.push({ sortKey, item: articleRecord(state) })
  return new Map([...byOutlet].map(([id, items]) => [id, pageOf(items, first)]))
}

export async function countArticlesOf(
  { database, known }: GraphView,
  outlets: readonly string[],
  conditions: ArticleConditions,
): Promise<Map<string, number>> {
  const rows = await database.run(countArticlesByOutlet, {
    outlets: [...new Set(outlets)],
    ...asParameters(conditions),
    known,
  })
  return new Map(rows.map(({ anchor, total }) => [anchor, total]))
}
