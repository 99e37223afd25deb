import { articlesByClaim, articlesByOccasion, coveredStatements } from '../cypher/queries.ts'
import type { CoveredStatement } from '../domain/coverage.ts'
import { VISIBLE_STATUSES } from '../domain/visibility.ts'
import type { GraphView } from './graph-view.ts'

/**
 * The articles with a shown statement of one of some claims, earliest published first.
 * @param claims with all that is one with them by decision
 */
export async function readArticlesOfClaims(
  { database, known }: GraphView,
  claims: readonly string[],
): Promise<string[]> {
  const rows = await database.run(articlesByClaim, { claims, statuses: VISIBLE_STATUSES, known })
  return rows.map(({ articleId }) => articleId)
}

/** The articles with a shown statement of an occasion, or of one that is one with it, earliest published first. */
export async function readArticlesOfOccasion(
  { database, known }: GraphView,
  occasion: string,
): Promise<string[]> {
  const rows = await database.run(articlesByOccasion, { occasion, statuses: VISIBLE_STATUSES, known })
  return rows.map(({ articleId }) => articleId)
}

/** The shown statements of articles, all in one query, each with the claim that stands for its claim. */
export async function readCoveredStatements(
  { database, known }: GraphView,
  articles: readonly string[],
): Promise<CoveredStatement[]> {
  const rows = await database.run(coveredStatements, { articles, statuses: VISIBLE_STATUSES, known })
  return rows.map(({ statementId, ...rest }) => ({ id: statementId, ...rest }))
}
