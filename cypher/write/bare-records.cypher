// Leaves of records what others refer to: an identity, with the edges by which they do, as if it had never been told more.
// @param records: [map] - {id, properties, kept, state}: the types of edges that stay, and what is known of it, or null
// @param by: string
// @param method: string
// @param forever: string
// @row id: string
UNWIND $records AS row
MATCH (record:Record {id: row.id})
CALL (record) {
  OPTIONAL MATCH (record)-[:HAS_STATE]->(state)
  DETACH DELETE state
}
CALL (record) {
  OPTIONAL MATCH (record)-[outward]->()
  DELETE outward
}
CALL (record, row) {
  OPTIONAL MATCH (record)<-[inward]-() WHERE NOT type(inward) IN row.kept
  DELETE inward
}
CALL (record) {
  MATCH (record)<-[inward]-()
  RETURN min(inward.from) AS since
}
SET record = row.properties
SET record += {id: row.id, recordedAt: since, recordedBy: $by, recordedMethod: $method}
WITH record, row, since
CALL (record, row, since) {
  WITH record, row, since WHERE row.state IS NOT NULL
  CREATE (record)-[:HAS_STATE]->(state:ArticleState)
  SET state = row.state
  SET state += {from: since, to: $forever, recordedAt: since, recordedBy: $by, recordedMethod: $method, changedBy: $by}
}
RETURN record.id AS id
