// Begins edges: they hold from this instant on.
// @param edges: [map] - {type, source, target, properties}
// @param instant: string
// @param forever: string
// @row opened: integer
UNWIND $edges AS row
MATCH (source:Record {id: row.source})
MATCH (target:Record {id: row.target})
CREATE (source)-[edge:$(row.type)]->(target)
SET edge = row.properties, edge.from = $instant, edge.to = $forever
RETURN count(*) AS opened
