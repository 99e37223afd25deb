// Of names and addresses, those that no agent bears now.
// @param keys: [string]
// @param forever: string
// @row id: string
UNWIND $keys AS id
MATCH (key:AgentKey {id: id})
WHERE NOT EXISTS { (key)<-[:IDENTIFIED_BY {to: $forever}]-(:Agent) }
RETURN id
