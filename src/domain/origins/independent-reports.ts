import { Equivalence } from './equivalence.ts'
import { type Side, voiceOfArticle } from './side.ts'

/**
 * How many of the articles are reports of their own: copies of one another, and copies of the same article, count
 * once, and so do those that run under the credit line of the same outlet.
 */
export function independentReports(articleIds: readonly string[], side: Side): number {
  const report = new Equivalence()
  const page = (articleId: string) => `page ${articleId}`
  for (const articleId of articleIds) {
    for (const above of side.links.ancestors(articleId)) report.join(page(articleId), page(above))
    if (side.links.article(articleId).creditIds.length > 0)
      for (const credit of voiceOfArticle(articleId, side)) report.join(page(articleId), `credit ${credit}`)
  }
  return new Set(articleIds.map((articleId) => report.of(page(articleId)))).size
}
