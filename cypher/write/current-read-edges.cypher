// The read edges that lead to statements now.
// @param statements: [string]
// @param forever: string
// @row source: string
// @row type: string
// @row target: string
// @row handle: string - of the edge, within this transaction
// @row properties: map
UNWIND $statements AS target
MATCH (:Statement {id: target})<-[edge:SPOKE|RELAYED|PRINTED|CARRIES {to: $forever}]-(source:Record)
RETURN source.id AS source, type(edge) AS type, target, elementId(edge) AS handle, properties(edge) AS properties
