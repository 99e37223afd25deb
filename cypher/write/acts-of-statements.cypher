// The acts through which statements reached print, as they stand now: whether a person accepted one of the statements
// that come through each.
// @param statements: [string]
// @param forever: string
// @row actId: string
// @row handle: string - of the state, within this transaction
// @row state: map
// @row accepted: boolean
UNWIND $statements AS id
MATCH (:Statement {id: id})-[links:REPORTED_IN*]->(act:Attribution)
WHERE all(link IN links WHERE link.to = $forever)
WITH DISTINCT act
MATCH (act)-[:HAS_STATE]->(state:AttributionState {to: $forever})
RETURN act.id AS actId, elementId(state) AS handle, properties(state) AS state, EXISTS {
  MATCH (act)<-[inward:REPORTED_IN*]-(:Statement)-[:HAS_STATE]->(told:StatementState {to: $forever})
  WHERE told.decidedStatus = 'ACCEPTED' AND all(link IN inward WHERE link.to = $forever)
} AS accepted
