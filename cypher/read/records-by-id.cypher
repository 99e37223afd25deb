// Records of any kind by their ids, as they stood at a moment; for one that was merged into another then, that one.
// What was not recorded by then is left out.
// @param ids: [string]
// @param known: string
// @row id: string - as asked
// @row recordId: string - of the record that stands for it
// @row state: map
UNWIND $ids AS id
MATCH (asked:Record {id: id})
OPTIONAL MATCH (asked)-[into:MERGED_INTO]->(canonical:Record) WHERE into.from <= $known AND $known < into.to
WITH id, coalesce(canonical, asked) AS record
MATCH (record)-[:HAS_STATE]->(state)
WHERE state.from <= $known AND $known < state.to
RETURN id, record.id AS recordId, properties(state) AS state
