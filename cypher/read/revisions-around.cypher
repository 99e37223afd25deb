// The revisions in which one of these statements revises another or is revised, whatever their status.
// @param statements: [string]
// @param known: string
// @row statementId: string - as asked
// @row revising: StatementProperties
// @row revised: StatementProperties
UNWIND $statements AS statementId
MATCH (statement:Statement {id: statementId})
CALL (statement) {
  MATCH (statement)-[link:REVISES]->(older:Statement)
  RETURN link, statement AS newer, older
  UNION
  MATCH (newer:Statement)-[link:REVISES]->(statement)
  RETURN link, newer, statement AS older
}
WITH statementId, link, newer, older
WHERE link.from <= $known AND $known < link.to
MATCH (newer)-[:HAS_STATE]->(revising:StatementState)
WHERE revising.from <= $known AND $known < revising.to
MATCH (older)-[:HAS_STATE]->(revised:StatementState)
WHERE revised.from <= $known AND $known < revised.to
RETURN statementId, properties(revising) AS revising, properties(revised) AS revised
ORDER BY statementId, revising.statementId, revised.statementId
