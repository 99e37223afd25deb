import DataLoader from 'dataloader'
import type { ArticleRecord, GraphRecord, HopRecord, StatementRecord } from '../domain/graph-records.ts'
import { countOrigins } from '../domain/origins/corroboration.ts'
import type { Page, PageRequest } from '../domain/page.ts'
import type { NormalFilter } from '../domain/statement-filter.ts'
import type { SourceRole } from '../domain/vocabulary.ts'
import { type ArticleOrder, countArticlesOf, readArticlesByOutlet } from '../store/article-reader.ts'
import { type Carriage, readCarriage, readDerivatives } from '../store/carriage-reader.ts'
import { type ClaimGroup, readClaimGroups } from '../store/claim-group-reader.ts'
import { type ClaimSource, countClaimSources, readClaimSources } from '../store/claim-reader.ts'
import { readClaimRelations, readFirstReports } from '../store/claim-relation-reader.ts'
import { readCorrectionsOfArticles, readCorrectionsOfStatements } from '../store/correction-reader.ts'
import { readDateConflicts } from '../store/date-conflict-reader.ts'
import { type DriftGroup, readDriftGroups } from '../store/drift-reader.ts'
import type { GraphView } from '../store/graph-view.ts'
import { readHistories } from '../store/history-reader.ts'
import { readChains, readHops } from '../store/hop-reader.ts'
import { readClaimOrigins } from '../store/origin-reader.ts'
import {
  readExactRecords,
  readMembers,
  readRecords,
  readVersionsByArticle,
  readVersionTexts,
} from '../store/record-reader.ts'
import { readReviews } from '../store/review-reader.ts'
import { readSourcing } from '../store/sourcing-reader.ts'
import {
  countStatementsOf,
  readStatementPages,
  type StatementAnchor,
  type StatementPageRequest,
} from '../store/statement-pages.ts'
import { readAnchorages, readLinks, readResponses, readRevisions } from '../store/statement-reader.ts'
import { readTimelines, type TimelinePage } from '../store/timeline-reader.ts'
import { type QuoteVariant, readVariants } from '../store/variant-reader.ts'
import type { CorroborationModel } from './mapped-types.ts'

const NO_CONDITIONS = { outlets: null, languages: null, published: null }

/**
 * The loaders of one operation. Each gathers the keys of one level of the query into one read of the store. Keys with
 * arguments are gathered by their arguments: all parents that ask for the same page share one read.
 */
export function createLoaders(view: GraphView) {
  const carriage = byId<readonly Carriage[]>((articles) => readCarriage(view, articles))
  const claimGroup = byId<ClaimGroup>((claims) => readClaimGroups(view, claims))
  const driftGroup = byId<DriftGroup>(async (claims) => {
    const groupOf = await loadAll(claimGroup, claims)
    const read = await readDriftGroups(view, [...new Set(groupOf.values())])
    return new Map([...groupOf].map(([id, group]) => [id, read.get(group)!]))
  })
  return {
    /**
     * Any record but a hop, null where there was none at the moment; of one that is merged into another, that one. To-one
     * fields share this one.
     */
    record: byId<GraphRecord>((ids) => readRecords(view, ids)),
    /** A record as it is by itself, also where it is merged into another. */
    exactRecord: byId<GraphRecord>((ids) => readExactRecords(view, ids)),
    /** All that is one with a record by decision, first the one that stands for it; null where there was none. */
    members: byId((ids) => readMembers(view, ids)),
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
    corroboration: byId<CorroborationModel>(async (claims) => {
      const worlds = await readClaimOrigins(view, claims)
      return new Map(
        [...worlds].map(([id, { world, publishedOf }]) => [id, { count: countOrigins(world), publishedOf }]),
      )
    }),
    firstReports: byId((claims) => readFirstReports(view, claims)),
    timeline: byArguments<PageRequest, TimelinePage>((claims, request) =>
      readTimelines(view, claims, request),
    ),
    dateConflicts: byId((articles) => readDateConflicts(view, articles)),
    reviews: byId((subjects) => readReviews(view, subjects)),
    correctionsOfArticle: byId((articles) => readCorrectionsOfArticles(view, articles)),
    correctionsOfStatement: byId((statements) => readCorrectionsOfStatements(view, statements)),
    history: byId((statements) => readHistories(view, statements)),
    relations: byId((claims) => readClaimRelations(view, claims)),
    carriage,
    sourcing: byId(async (articles) => readSourcing(view, await loadAll(carriage, articles))),
    claimGroup,
    driftGroup,
    /** Of statements as they are shown: their claims are known. */
    variants: new DataLoader<StatementRecord, readonly QuoteVariant[], string>(
      async (statements) => {
        const groups = await loadAll(driftGroup, [...new Set(statements.map(({ claimId }) => claimId))])
        const variants = await readVariants(
          view,
          new Map(statements.map(({ id, claimId }) => [id, groups.get(claimId)!])),
        )
        return statements.map(({ id }) => variants.get(id)!)
      },
      { cacheKeyFn: ({ id }) => id },
    ),
    derivatives: byArguments((articles, limit: number) => readDerivatives(view, articles, limit)),
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

/** What a loader has for ids, those that it has none for left out. */
async function loadAll<Value>(
  loader: DataLoader<string, Value | null>,
  ids: readonly string[],
): Promise<Map<string, Value>> {
  const values = await Promise.all(ids.map((id) => loader.load(id)))
  return new Map(ids.flatMap((id, index) => (values[index] == null ? [] : [[id, values[index]]])))
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
