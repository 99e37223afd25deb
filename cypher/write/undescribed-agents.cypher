// Of these agents, those that nothing describes now.
// @param ids: [string]
// @param forever: string
// @row id: string
UNWIND $ids AS id
MATCH (agent:Agent {id: id})
WHERE NOT EXISTS { (agent)<-[:DESCRIBES {to: $forever}]-() }
RETURN id
