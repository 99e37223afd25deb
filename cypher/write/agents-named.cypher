// The agents that bear a name or an alias now.
// @param key: string - as written by put: "name …" with letter case folded
// @param forever: string
// @row id: string
// @row kind: string
// @row name: string
MATCH (:AgentKey {id: $key})<-[:IDENTIFIED_BY {to: $forever}]-(agent:Agent)-[:HAS_STATE]->(state:AgentState {to: $forever})
RETURN agent.id AS id, state.kind AS kind, state.name AS name
ORDER BY id
