// Statements whose words are nearest to some others by full text, with what they quote.
// @param query: string - in Lucene's syntax, escaped
// @param speakers: [string]? - those of them that one of these agents, or who is one with them, says
// @param statuses: [string] - what is shown
// @param known: string
// @param fetch: integer - hits that are looked at
// @row state: StatementProperties
// @row quoted: [string] - the parts that stand in quotation marks
// @row language: string - of the article
CALL db.index.fulltext.queryNodes('search', $query, {limit: $fetch}) YIELD node AS state, score
WHERE state:StatementState AND state.status IN $statuses AND state.quoteType IN ['DIRECT', 'MIXED']
  AND state.from <= $known AND $known < state.to
  AND ($speakers IS NULL OR any(id IN state.speakerIds WHERE id IN $speakers))
MATCH (statement:Statement {id: state.statementId})-[anchor:ANCHORED_IN]->(:ArticleVersion {id: state.versionId})
WHERE anchor.from <= $known AND $known < anchor.to
RETURN properties(state) AS state, anchor.quotedExacts AS quoted, coalesce(head(COLLECT {
    MATCH (:Article {id: state.articleId})-[:HAS_STATE]->(article:ArticleState)
    WHERE article.from <= $known AND $known < article.to
    RETURN article.language
  }), 'und') AS language
ORDER BY score DESC, state.statementId
