// Every state that each statement had by a moment, oldest first.
// @param statements: [string]
// @param known: string
// @row statementId: string
// @row state: StatementProperties
UNWIND $statements AS statementId
MATCH (:Statement {id: statementId})-[:HAS_STATE]->(state:StatementState)
WHERE state.from <= $known
RETURN statementId, properties(state) AS state
ORDER BY statementId, state.from
