// The edges by which judgements in force hold on to what they are about.
// @param ids: [string]
// @param forever: string
// @row source: string
// @row type: string
// @row target: string
// @row handle: string - of the edge, within this transaction
// @row properties: map
UNWIND $ids AS source
MATCH (:Judgement {id: source})-[edge:LEFT|RIGHT {to: $forever}]->(target:Record)
RETURN source, type(edge) AS type, target.id AS target, elementId(edge) AS handle, properties(edge) AS properties
