// The whole attribution chain of each statement, to any depth: the innermost act has position 1, the printing is last.
// It was printed by the version that its state is of: an act that a newer version has too is by now reported in that one.
// @param statements: [string]
// @param known: string
// @row statementId: string
// @row position: integer
// @row hopId: string
// @row state: map - of an attribution, or of the version that was printed
// @row byIds: [string]
// @row toIds: [string]
// @row onBehalfOfIds: [string]
// @row placeId: string?
// @row occasionId: string?
// @row citesId: string?
UNWIND $statements AS statementId
MATCH (statement:Statement {id: statementId})-[:HAS_STATE]->(own:StatementState)
WHERE own.from <= $known AND $known < own.to
MATCH path = (statement)-[:REPORTED_IN*]->(reached)
WHERE all(link IN relationships(path) WHERE link.from <= $known AND $known < link.to)
MATCH (hop:Record {id: CASE WHEN reached:ArticleVersion THEN own.versionId ELSE reached.id END})-[:HAS_STATE]->(state)
WHERE state.from <= $known AND $known < state.to
RETURN statementId, length(path) AS position, hop.id AS hopId, properties(state) AS state,
  // @include hop-columns
ORDER BY statementId, position
