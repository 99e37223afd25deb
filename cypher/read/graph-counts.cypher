// How much lists show now, in one plain query: one that a database which has just started plans quickly.
// @param statuses: [string] - of what is shown
// @param known: string
// @row articles: integer
// @row statements: integer
// @row agents: integer
// @row claims: integer
// @row hops: integer - reporting acts, printings aside
CALL () {
  MATCH (state:ArticleState)
  WHERE state.publishedAscending > '' AND state.from <= $known AND $known < state.to
  RETURN count(*) AS articles
}
CALL () {
  MATCH (state:StatementState)
  WHERE state.status IN $statuses AND state.from <= $known AND $known < state.to
  RETURN count(*) AS statements
}
CALL () {
  MATCH (state:AgentState)
  WHERE state.from <= $known AND $known < state.to
  RETURN count(*) AS agents
}
CALL () {
  MATCH (state:ClaimState)
  WHERE state.visible AND state.from <= $known AND $known < state.to
  RETURN count(*) AS claims
}
CALL () {
  MATCH (state:AttributionState)
  WHERE state.status IN $statuses AND state.from <= $known AND $known < state.to
  RETURN count(*) AS hops
}
RETURN articles, statements, agents, claims, hops
