// The statements that revise each of these, earliest said first, whatever their status: a revision shows with it.
// @param statements: [string]
// @param known: string
// @row statementId: string
// @row state: StatementProperties
UNWIND $statements AS statementId
MATCH (:Statement {id: statementId})<-[link:REVISES]-(:Statement)-[:HAS_STATE]->(state:StatementState)
WHERE link.from <= $known AND $known < link.to AND state.from <= $known AND $known < state.to
RETURN statementId, properties(state) AS state
ORDER BY statementId, state.saidAscending
