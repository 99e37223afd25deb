import DataLoader from 'dataloader'
import type { ArticleRecord, GraphRecord, HopRecord, StatementRecord } from '../domain/graph-records.ts'
import type { Page, PageRequest } from '../domain/page.ts'
import type { NormalFilter } from '../domain/statement-filter.ts'
import type { SourceRole } from '../domain/vocabulary.ts'
import { type ArticleOrder, countArticlesOf, readArticlesByOutlet } from '../store/article-reader.ts'
import { type ClaimSource, countClaimSources, readClaimSources } from '../store/claim-reader.ts'
import type { GraphView } from '../store/graph-view.ts'
import { readChains, readHops } from '../store/hop-reader.ts'
import { readRecords, readVersionsByArticle, readVersionTexts } from '../store/record-reader.ts'
import {
  countStatementsOf,
  readStatementPages,
  type StatementAnchor,
  type StatementPageRequest,
} from '../store/statement-pages.ts'
import { readAnchorages, readLinks, readResponses, readRevisions } from '../store/statement-reader.ts'

const NO_CONDITIONS = { outlets: null, languages: null, published: null }

/**
 * The loaders of one operation. Each gathers the keys of one level of the query into one read of the store. Keys with
 * arguments are gathered by their arguments: all parents that ask for the same page share one read.
 */
export function createLoaders(view: GraphView) {
  return {
    /** Any record but a hop, null where there was none at the moment. To-one fields share this one. */
    record: byId<GraphRecord>((ids) => readRecords(view, ids)),
    hop: byId<HopRecord>((ids) => readHops(view, ids)),
    versionText: byId<string>((ids) => readVersionTexts(view, ids)),
    versions: byId((articles) => readVersionsByArticle(view, articles)),
    chain: byId((statements) => readChains(view, statements)),
    anchorages: byId((statements) => readAnchorages(view, statements)),
    links: byId((statements) => readLinks(view, statements)),
    revisions: byId<StatementRecord[]>((statements) => readRevisions(view, statements)),
    responses: byArguments((statements, limit: number) => readResponses(view, statements, limit)),
    statements: byArguments<StatementsOf, Page<StatementRecord>>((ids, { anchor, ...request }) =>
      readStatementPages(view, anchor, ids, request),
    ),
    statementCount: byArguments(
      (ids, { anchor, filter }: { anchor: StatementAnchor; filter: NormalFilter }) =>
        countStatementsOf(view, anchor, ids, filter),
    ),
    sources: byArguments<SourcesOf, Page<ClaimSource>>((claims, { roles, ...request }) =>
      readClaimSources(view, claims, roles, request),
    ),
    sourceCount: byArguments((claims, { roles }: { roles: readonly SourceRole[] | null }) =>
      countClaimSources(view, claims, roles),
    ),
    articles: byArguments<ArticlesOf, Page<ArticleRecord>>((outlets, { order, ...request }) =>
      readArticlesByOutlet(view, outlets, NO_CONDITIONS, order, request),
    ),
    articleCount: byId((outlets) => countArticlesOf(view, outlets, NO_CONDITIONS)),
  }
}
export type Loaders = ReturnType<typeof createLoaders>

type StatementsOf = StatementPageRequest & { readonly anchor: StatementAnchor }
type SourcesOf = PageRequest & { readonly roles: readonly SourceRole[] | null }
type ArticlesOf = PageRequest & { readonly order: ArticleOrder }

/** One value for each id; null where the read has none. */
function byId<Value>(read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>) {
  return new DataLoader<string, Value | null>(async (ids) => {
    const values = await read(ids)
    return ids.map((id) => values.get(id) ?? null)
  })
}

/** One value for each id and arguments: one read for all ids that come with the same arguments. */
function byArguments<Arguments, Value>(
  read: (ids: readonly string[], args: Arguments) => Promise<ReadonlyMap<string, Value>>,
) {
  type Key = { readonly id: string; readonly args: Arguments }
  return new DataLoader<Key, Value, string>(
    async (keys) => {
      const groups = new Map<string, { readonly args: Arguments; readonly ids: string[] }>()
      for (const { id, args } of keys) {
        const text = JSON.stringify(args)
        const group = groups.get(text) ?? { args, ids: [] }
        groups.set(text, group)
        group.ids.push(id)
      }
      const values = new Map(
        await Promise.all(
          [...groups].map(async ([text, { args, ids }]) => [text, await read(ids, args)] as const),
        ),
      )
      return keys.map(
        ({ id, args }) => values.get(JSON.stringify(args))?.get(id) ?? new Error(`no value for ${id}`),
      )
    },
    { cacheKeyFn: ({ id, args }) => `${id} ${JSON.stringify(args)}` },
  )
}
