// Begins states: they hold from this instant on. A state says who first recorded its record, and who changed it since.
// @param states: [map] - {recordId, label, properties, reason}; the reason may be left out
// @param instant: string
// @param by: string - who changes it
// @param forever: string
// @row opened: integer
UNWIND $states AS row
MATCH (record:Record {id: row.recordId})
CREATE (record)-[:HAS_STATE]->(state:$(row.label))
SET state = row.properties, state.from = $instant, state.to = $forever,
  state.recordedAt = record.recordedAt, state.recordedBy = record.recordedBy,
  state.recordedMethod = record.recordedMethod, state.changedBy = $by, state.changeReason = row.reason
RETURN count(*) AS opened
