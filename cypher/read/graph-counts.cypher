// How much lists show now, in one plain query: one that a database which has just started plans quickly.
// @param statuses: [string] - of what is shown
// @param known: string
// @row articles: integer
// @row statements: integer
// @row agents: integer
// @row claims: integer
// @row hops: integer - reporting acts, printings aside
RETURN
  COUNT {
    MATCH (state:ArticleState)
    WHERE state.publishedAscending > '' AND state.from <= $known AND $known < state.to
  } AS articles,
  COUNT {
    MATCH (state:StatementState)
    WHERE state.status IN $statuses AND state.from <= $known AND $known < state.to
  } AS statements,
  COUNT {
    MATCH (state:AgentState)
    WHERE state.nameKey > '' AND state.from <= $known AND $known < state.to
  } AS agents,
  COUNT { MATCH (state:ClaimState) WHERE state.visible AND state.from <= $known AND $known < state.to } AS claims,
  COUNT {
    MATCH (state:AttributionState)
    WHERE state.status IN $statuses AND state.from <= $known AND $known < state.to
  } AS hops
