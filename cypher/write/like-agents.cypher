// Agents whose names are like those of some new ones, or that have an address with one of them.
// @param asked: [map] - {id, query, keys}: the query in Lucene's syntax; keys of addresses, "same …"
// @param own: [string] - what the article names itself, which it told apart
// @param fetch: integer
// @param limit: integer
// @param forever: string
// @row askedId: string
// @row id: string
// @row state: map
UNWIND $asked AS asked
CALL (asked) {
  CALL (asked) {
    CALL db.index.fulltext.queryNodes('agent_names', asked.query, {limit: $fetch}) YIELD node, score
    WITH node WHERE node.to = $forever AND node.kind <> 'UNNAMED' AND NOT node.agentId IN $own
    RETURN node AS state
    LIMIT $limit
    UNION
    UNWIND asked.keys AS key
    MATCH (:AgentKey {id: key})<-[:IDENTIFIED_BY {to: $forever}]-(agent:Agent)-[:HAS_STATE]->(state:AgentState {to: $forever})
    WHERE NOT agent.id IN $own
    RETURN state LIMIT $limit
  }
  RETURN DISTINCT state
}
RETURN asked.id AS askedId, state.agentId AS id, properties(state) AS state
