// The edges out of records that hold now.
// @param ids: [string]
// @param forever: string
// @row source: string
// @row type: string
// @row target: string
// @row handle: string - of the edge, within this transaction
// @row properties: map
UNWIND $ids AS source
MATCH (:Record {id: source})-[edge {to: $forever}]->(target:Record)
WHERE NOT edge:SPOKE AND NOT edge:RELAYED AND NOT edge:PRINTED AND NOT edge:CARRIES
RETURN source, type(edge) AS type, target.id AS target, elementId(edge) AS handle, properties(edge) AS properties
