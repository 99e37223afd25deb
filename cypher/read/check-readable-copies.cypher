// Statements that do not read by themselves: their speaker, claim, source and date are not those of their edges.
// @param forever: string
// @param examples: integer - how many ids to name
// @row found: integer
// @row examples: [string]
MATCH (statement:Statement)-[:HAS_STATE]->(state:StatementState {to: $forever})
WITH statement, state,
  COLLECT {
    UNWIND range(0, size(state.speakerIds) - 1) AS i
    MATCH (:Agent {id: state.speakerIds[i]})-[:HAS_STATE]->(agent:AgentState {to: $forever})
    RETURN agent.name ORDER BY i
  } AS names,
  head(COLLECT { MATCH (:Claim {id: state.claimId})-[:HAS_STATE]->(claim:ClaimState {to: $forever}) RETURN claim.text }) AS claim,
  head(COLLECT { MATCH (:Agent {id: state.outletId})-[:HAS_STATE]->(agent:AgentState {to: $forever}) RETURN agent.name }) AS source
WHERE statement.speaker IS NULL OR statement.claim IS NULL OR statement.source IS NULL OR statement.date IS NULL
  OR statement.speaker <> reduce(text = head(names), name IN tail(names) | text + ', ' + name)
  OR statement.claim <> claim OR statement.source <> source OR statement.text <> state.text
  OR statement.date <> coalesce(state.saidEdtf, state.saidPhrase, 'unknown')
WITH statement.id AS problem
RETURN count(*) AS found, collect(problem)[..$examples] AS examples
