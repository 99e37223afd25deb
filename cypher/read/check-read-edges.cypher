// Read edges that do not say what the statement's state says, or carry other sort keys.
// @param forever: string
// @param examples: integer - how many ids to name
// @row found: integer
// @row examples: [string]
MATCH (statement:Statement)-[:HAS_STATE]->(state:StatementState {to: $forever})
WITH statement, state,
  COLLECT { MATCH (agent)-[edge:SPOKE {to: $forever}]->(statement) WHERE edge.agentId = agent.id
    AND edge.textKey = state.textKey AND edge.saidAscending = state.saidAscending
    AND edge.saidDescending = state.saidDescending AND edge.publishedAscending = state.publishedAscending
    AND edge.publishedDescending = state.publishedDescending RETURN agent.id } AS spoke,
  COLLECT { MATCH (agent)-[edge:RELAYED {to: $forever}]->(statement) WHERE edge.agentId = agent.id
    AND edge.textKey = state.textKey AND edge.saidAscending = state.saidAscending
    AND edge.saidDescending = state.saidDescending AND edge.publishedAscending = state.publishedAscending
    AND edge.publishedDescending = state.publishedDescending RETURN agent.id } AS relayed,
  COLLECT { MATCH (agent)-[edge:PRINTED {to: $forever}]->(statement) WHERE edge.agentId = agent.id
    AND edge.textKey = state.textKey AND edge.saidAscending = state.saidAscending
    AND edge.saidDescending = state.saidDescending AND edge.publishedAscending = state.publishedAscending
    AND edge.publishedDescending = state.publishedDescending RETURN agent.id } AS printed,
  COLLECT { MATCH (article)-[edge:CARRIES {to: $forever}]->(statement)
    WHERE article.id = state.articleId AND edge.claimId = state.claimId
      AND edge.shown = (state.status IN ['PROPOSED', 'ACCEPTED']) RETURN article.id } AS carried
WHERE size(spoke) <> size(state.speakerIds) OR any(id IN spoke WHERE NOT id IN state.speakerIds)
  OR size(relayed) <> size(state.viaIds) OR any(id IN relayed WHERE NOT id IN state.viaIds)
  OR printed <> [state.outletId] OR carried <> [state.articleId]
  OR COUNT { (statement)<-[:SPOKE|RELAYED|PRINTED|CARRIES {to: $forever}]-() }
    <> size(state.speakerIds) + size(state.viaIds) + 2
WITH statement.id AS problem
RETURN count(*) AS found, collect(problem)[..$examples] AS examples
