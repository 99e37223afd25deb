// Where articles have their matter from: what their documents state, and what people decided or machines propose.
// @param articles: [string]
// @param known: string
// @row articleId: string
// @row state: ArticleProperties?
// @row derivedFrom: [map] - {articleId, basis, phrase}
// @row cites: [map] - {articleId, basis, status}
// @row retracted: boolean - whether its outlet took it back whole
// @row judgements: [JudgementProperties] - in force, of which the article is the left
UNWIND $articles AS articleId
MATCH (article:Article {id: articleId})
RETURN articleId,
  head([(article)-[:HAS_STATE]->(state WHERE state.from <= $known AND $known < state.to) | properties(state)]) AS state,
  COLLECT {
    MATCH (article)-[link:DERIVED_FROM]->(other) WHERE link.from <= $known AND $known < link.to
    RETURN {articleId: other.id, basis: link.basis, phrase: link.phrase} ORDER BY link.position
  } AS derivedFrom,
  COLLECT {
    MATCH (act:Attribution)-[link:CITES]->(other:Article)
    USING INDEX SEEK link:CITES(articleId)
    WHERE link.articleId = articleId AND link.from <= $known AND $known < link.to
    MATCH (act)-[:HAS_STATE]->(told:AttributionState)
    WHERE told.from <= $known AND $known < told.to AND NOT told.status IN ['REJECTED', 'SUPERSEDED', 'RETRACTED']
    RETURN DISTINCT {articleId: other.id, basis: told.basis, status: told.status}
  } AS cites,
  EXISTS {
    MATCH (article)<-[correction:CORRECTS]-(:Correction)
    WHERE correction.correctionKind = 'RETRACTION' AND correction.wholeArticle
      AND correction.from <= $known AND $known < correction.to
  } AS retracted,
  COLLECT {
    MATCH (article)<-[side:LEFT]-(judgement:Judgement)-[:HAS_STATE]->(state:JudgementState)
    WHERE side.from <= $known AND $known < side.to AND state.from <= $known AND $known < state.to
      AND side.judgementKind IN ['DERIVED_FROM', 'CITES']
    RETURN properties(state) ORDER BY state.judgementId
  } AS judgements
