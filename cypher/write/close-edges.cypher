// Ends edges: they held until this instant.
// @param handles: [string]
// @param instant: string
// @row closed: integer
UNWIND $handles AS handle
MATCH ()-[edge]->() WHERE elementId(edge) = handle
SET edge.to = $instant
RETURN count(*) AS closed
