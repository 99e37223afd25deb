// The versions of each article, oldest first.
// @param articles: [string]
// @param known: string
// @row articleId: string
// @row state: ArticleVersionProperties
UNWIND $articles AS articleId
MATCH (:Article {id: articleId})<-[:VERSION_OF]-(version:ArticleVersion)-[:HAS_STATE]->(state:ArticleVersionState)
WHERE state.from <= $known AND $known < state.to
RETURN articleId, properties(state) AS state
ORDER BY articleId, version.number, version.id
