import { ClaimgraphError } from '../domain/claimgraph-error.ts'
import { coverageRows, driftOfRow, MAX_COMPARED_ARTICLES } from '../domain/coverage.ts'
import { driftOf } from '../domain/drift/drift.ts'
import { checkedId } from '../domain/identity.ts'
import { pageOf } from '../domain/page.ts'
import {
  readArticlesOfClaims,
  readArticlesOfOccasion,
  readCoveredStatements,
} from '../store/coverage-reader.ts'
import { connectionOf, pageRequest } from './connection.ts'
import type { RequestContext } from './context.ts'
import { exactlyOne } from './exactly-one.ts'
import { refer, referAll, requireRecord } from './record-access.ts'
import type {
  CoverageRowResolvers,
  DriftResolvers,
  QueryCompareCoverageArgs,
  QueryResolvers,
} from './schema-types.ts'

const LIST = 'coverage MOST_CARRIED'

export const compareCoverage: NonNullable<QueryResolvers['compareCoverage']> = async (_, args, context) => {
  const request = pageRequest(args, LIST)
  const ids = await comparedArticles(args, context)
  const { view, loaders } = context
  const records = await Promise.all(
    ids.slice(0, MAX_COMPARED_ARTICLES).map((id) => refer(loaders, 'Article', id)),
  )
  // An article that is known by its address alone says nothing, which is not to leave something out.
  const articles = records.flatMap((record) => (record?.versionId == null ? [] : [record]))
  const statements = await readCoveredStatements(
    view,
    articles.map(({ id }) => id),
  )
  const claims = [...new Set(statements.map(({ claimId }) => claimId))]
  const groups = await Promise.all(claims.map((id) => loaders.claimGroup.load(id)))
  const rows = coverageRows({
    articles,
    statements,
    alternatives: claims.map((id, index) => [id, groups[index]!.id]),
  })
  const { after } = request
  const following = rows.filter(({ sortKey }) => after === null || sortKey > after)
  const page = pageOf(
    following.map((row) => ({ sortKey: row.sortKey, item: row })),
    request.first,
  )
  const { nodes, pageInfo } = connectionOf(page, LIST, request, async () => rows.length)
  const notRead = records.length - articles.length
  return { articles, articleCount: ids.length - notRead, rows: nodes, pageInfo }
}

/** @throws ClaimgraphError INVALID_ARGUMENTS, INVALID_ID, PAGE_TOO_LARGE */
async function comparedArticles(
  { articles, claim, occasion }: QueryCompareCoverageArgs,
  { view, loaders }: RequestContext,
): Promise<readonly string[]> {
  exactlyOne({ articles, claim, occasion }, ['articles', 'claim', 'occasion'])
  if (claim != null) {
    const group = await loaders.claimGroup.load(checkedId(claim, 'Claim'))
    return group === null ? [] : readArticlesOfClaims(view, [...group.canonicalIds.keys()])
  }
  if (occasion != null) return readArticlesOfOccasion(view, checkedId(occasion, 'Occasion'))
  const ids = [...new Set(articles!.map((id) => checkedId(id, 'Article')))]
  if (ids.length > MAX_COMPARED_ARTICLES)
    throw new ClaimgraphError(
      'PAGE_TOO_LARGE',
      `${ids.length} articles; at most ${MAX_COMPARED_ARTICLES} are compared at once.`,
      { limit: MAX_COMPARED_ARTICLES, found: ids.length },
    )
  return ids
}

export const CoverageRow: CoverageRowResolvers = {
  claim: ({ claimId }, _, { loaders }) => requireRecord(loaders, 'Claim', claimId),
  alternatives: ({ alternativeIds }, _, { loaders }) => referAll(loaders, 'Claim', alternativeIds),
  statements: ({ statementIds }, _, { loaders }) => referAll(loaders, 'Statement', statementIds),
  missingFrom: ({ missingFrom }, _, { loaders }) => referAll(loaders, 'Article', missingFrom),
  drift: async (row, _, { loaders }) => {
    const group = await loaders.driftGroup.load(row.claimId)
    return group === null ? [] : driftOfRow(row, driftOf(group.world))
  },
}

export const Drift: DriftResolvers = {
  from: ({ from }, _, { loaders }) => refer(loaders, 'Statement', from),
  to: ({ to }, _, { loaders }) => requireRecord(loaders, 'Statement', to),
}
