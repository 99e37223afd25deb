// Who answers each of these statements: the first ones by date said.
// @param statements: [string]
// @param statuses: [string] - what is shown
// @param limit: integer - for each
// @param known: string
// @row statementId: string
// @row stance: string
// @row state: StatementProperties
UNWIND $statements AS statementId
CALL (statementId) {
  MATCH (:Statement {id: statementId})<-[link:RESPONDS_TO]-(:Statement)-[:HAS_STATE]->(state:StatementState)
  WHERE link.from <= $known AND $known < link.to
    AND state.from <= $known AND $known < state.to AND state.status IN $statuses
  RETURN link.stance AS stance, state ORDER BY state.saidAscending LIMIT $limit
}
RETURN statementId, stance, properties(state) AS state
