// Ends states: they held until this instant.
// @param handles: [string]
// @param instant: string
// @row closed: integer
UNWIND $handles AS handle
MATCH (state) WHERE elementId(state) = handle
SET state.to = $instant
RETURN count(*) AS closed
