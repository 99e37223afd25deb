// Lets statements be readable by themselves: refreshes what their nodes copy from their state, claim, speakers and
// outlet. The one writer of these copies, for statements and for all that express a claim or that an agent spoke or
// printed, where its words or its name changed.
// @param statements: [string]
// @param claims: [string]
// @param agents: [string]
// @param forever: string
// @row refreshed: integer
CALL () {
  UNWIND $statements AS id
  RETURN id
  UNION
  UNWIND $claims AS claim
  MATCH (state:StatementState)
  WHERE state.claimId = claim AND state.textKey > '' AND state.to = $forever
  RETURN state.statementId AS id
  UNION
  UNWIND $agents AS agent
  MATCH (:Agent {id: agent})-[read:SPOKE|PRINTED]->(statement:Statement)
  WHERE read.to = $forever
  RETURN statement.id AS id
}
MATCH (statement:Statement {id: id})-[:HAS_STATE]->(state:StatementState {to: $forever})
MATCH (:Claim {id: state.claimId})-[:HAS_STATE]->(claim:ClaimState {to: $forever})
MATCH (:Agent {id: state.outletId})-[:HAS_STATE]->(outlet:AgentState {to: $forever})
WITH statement, state, claim, outlet, COLLECT {
  UNWIND range(0, size(state.speakerIds) - 1) AS i
  MATCH (:Agent {id: state.speakerIds[i]})-[:HAS_STATE]->(agent:AgentState {to: $forever})
  RETURN agent.name ORDER BY i
} AS names
SET statement.text = state.text, statement.claim = claim.text, statement.source = outlet.name,
  statement.speaker = reduce(all = head(names), name IN tail(names) | all + ', ' + name),
  statement.date = coalesce(state.saidEdtf, state.saidPhrase, 'unknown')
RETURN count(*) AS refreshed
