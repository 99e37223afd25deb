// The corrections that name each statement.
// @param statements: [string]
// @param known: string
// @row statementId: string
// @row state: CorrectionProperties
UNWIND $statements AS statementId
MATCH (:Statement {id: statementId})<-[edge:AFFECTS]-(:Correction)-[:HAS_STATE]->(state:CorrectionState)
WHERE edge.from <= $known AND $known < edge.to AND state.from <= $known AND $known < state.to
RETURN statementId, properties(state) AS state
ORDER BY statementId, state.correctionId
