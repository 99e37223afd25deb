// The corrections of each article.
// @param articles: [string]
// @param known: string
// @row articleId: string
// @row state: CorrectionProperties
UNWIND $articles AS articleId
MATCH (:Article {id: articleId})<-[edge:CORRECTS]-(:Correction)-[:HAS_STATE]->(state:CorrectionState)
WHERE edge.from <= $known AND $known < edge.to AND state.from <= $known AND $known < state.to
RETURN articleId, properties(state) AS state
ORDER BY articleId, state.correctionId
