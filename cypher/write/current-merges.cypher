// What records are merged into now, by decision: the edges out of them.
// @param ids: [string]
// @param forever: string
// @row source: string
// @row type: string
// @row target: string
// @row handle: string - of the edge, within this transaction
// @row properties: map
UNWIND $ids AS source
MATCH (:Record {id: source})-[edge:MERGED_INTO {to: $forever}]->(target:Record)
RETURN source, type(edge) AS type, target.id AS target, elementId(edge) AS handle, properties(edge) AS properties
