// Agents that bear a name which nothing that ever described them gives them, though a name is what an agent is; and
// agents that are not listed though something describes them or a shown statement has them in its chain, or the other
// way round. What is merged into an agent counts as its own, and stands in no list itself.
// @param statuses: [string] - what is shown
// @param forever: string
// @param examples: integer - how many ids to name
// @row found: integer
// @row examples: [string]
CALL (*) {
  MATCH (agent:Agent)-[:HAS_STATE]->(state:AgentState {to: $forever})
  WHERE EXISTS { (agent)<-[:DESCRIBES]-() }
    AND NOT EXISTS { MATCH (agent)<-[told:DESCRIBES]-() WHERE told.name = state.name }
  RETURN agent.id + ' bears the name of another' AS problem
  UNION ALL
  MATCH (agent:Agent)-[:HAS_STATE]->(state:AgentState {to: $forever})
  WITH agent, state, NOT EXISTS { (agent)-[:MERGED_INTO {to: $forever}]->() } AND EXISTS {
    MATCH (agent)<-[into:MERGED_INTO*0..1]-(member:Agent)
    WHERE all(edge IN into WHERE edge.to = $forever) AND (
      EXISTS { (member)<-[:DESCRIBES {to: $forever}]-() }
      OR EXISTS {
        MATCH (member)-[:SPOKE|RELAYED|PRINTED {to: $forever}]->(:Statement)-[:HAS_STATE]->(told:StatementState {to: $forever})
        WHERE told.status IN $statuses
      })
  } AS listed
  WHERE listed <> (state.nameKey IS NOT NULL) OR listed <> (state.names IS NOT NULL)
    OR (NOT agent:Unnamed AND listed <> EXISTS { (agent)-[:IDENTIFIED_BY {to: $forever}]->() })
  RETURN agent.id + CASE WHEN listed THEN ' is not listed' ELSE ' is listed' END AS problem
}
RETURN count(*) AS found, collect(problem)[..$examples] AS examples
