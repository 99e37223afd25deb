// Begins states: they hold from this instant on.
// @param states: [map] - {recordId, label, properties}
// @param instant: string
// @param forever: string
// @row opened: integer
UNWIND $states AS row
MATCH (record:Record {id: row.recordId})
CREATE (record)-[:HAS_STATE]->(state:$(row.label))
SET state = row.properties, state.from = $instant, state.to = $forever,
  state.recordedAt = record.recordedAt, state.recordedBy = record.recordedBy,
  state.recordedMethod = record.recordedMethod
RETURN count(*) AS opened
