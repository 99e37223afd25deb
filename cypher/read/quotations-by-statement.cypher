// Statements that have one of some statuses, with what they quote.
// @param statements: [string]
// @param statuses: [string]
// @param known: string
// @row state: StatementProperties
// @row language: string - of the article
// @row quoted: [string] - the parts that stand in quotation marks
UNWIND $statements AS statementId
MATCH (statement:Statement {id: statementId})-[:HAS_STATE]->(state:StatementState)
WHERE state.from <= $known AND $known < state.to AND state.status IN $statuses
MATCH (statement)-[anchor:ANCHORED_IN]->(:ArticleVersion {id: state.versionId})
WHERE anchor.from <= $known AND $known < anchor.to
MATCH (:Article {id: state.articleId})-[:HAS_STATE]->(article:ArticleState)
WHERE article.from <= $known AND $known < article.to
RETURN properties(state) AS state, article.language AS language, anchor.quotedExacts AS quoted
ORDER BY state.statementId
