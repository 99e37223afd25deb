// Records of any kind by their ids, as they stood at a moment, also where they were merged into another. What was not
// recorded by then is left out.
// @param ids: [string]
// @param known: string
// @row id: string
// @row state: map
UNWIND $ids AS id
MATCH (record:Record {id: id})-[:HAS_STATE]->(state)
WHERE state.from <= $known AND $known < state.to
RETURN id, properties(state) AS state
