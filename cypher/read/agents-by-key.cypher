// Agents by a whole name or alias, or by an address that stands for them. Unnamed sources have no such keys.
// @param key: string - as written by put: "name …" with letter case folded, or "same …"
// @param known: string
// @row state: AgentProperties
MATCH (:AgentKey {id: $key})<-[edge:IDENTIFIED_BY]-(:Agent)-[:HAS_STATE]->(state:AgentState)
WHERE edge.from <= $known AND $known < edge.to AND state.from <= $known AND $known < state.to
RETURN properties(state) AS state
ORDER BY state.nameKey
