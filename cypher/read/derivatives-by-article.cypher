// The articles that were taken from each article, by what their documents state or by decision.
// @param articles: [string]
// @param known: string
// @param limit: integer - of each article
// @row articleId: string
// @row derivativeId: string
UNWIND $articles AS articleId
MATCH (article:Article {id: articleId})
CALL (article) {
  CALL (article) {
    MATCH (article)<-[link:DERIVED_FROM]-(derivative:Article)
    WHERE link.from <= $known AND $known < link.to AND link.basis <> 'EXTERNAL'
      AND NOT EXISTS {
        MATCH (derivative)<-[left:LEFT]-(ruling:Judgement)-[right:RIGHT]->(article)
        WHERE left.from <= $known AND $known < left.to AND right.from <= $known AND $known < right.to
          AND left.judgementKind = 'DERIVED_FROM' AND left.verdict = 'NEGATIVE'
      }
    RETURN derivative
    UNION
    MATCH (article)<-[right:RIGHT]-(judgement:Judgement)-[left:LEFT]->(derivative:Article)
    WHERE right.from <= $known AND $known < right.to AND left.from <= $known AND $known < left.to
      AND right.judgementKind = 'DERIVED_FROM' AND right.verdict = 'POSITIVE'
    RETURN derivative
  }
  MATCH (derivative)-[:HAS_STATE]->(state:ArticleState)
  WHERE state.from <= $known AND $known < state.to
  RETURN derivative.id AS derivativeId, coalesce(state.publishedAscending, '~') AS sortKey
  ORDER BY sortKey, derivativeId LIMIT $limit
}
RETURN articleId, derivativeId
ORDER BY articleId, sortKey, derivativeId
