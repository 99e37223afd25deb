// Deletes records for good, with all their states and edges, past ones included.
// @param ids: [string]
// @row deleted: integer
UNWIND $ids AS id
MATCH (record:Record {id: id})
OPTIONAL MATCH (record)-[:HAS_STATE]->(state)
DETACH DELETE state, record
RETURN count(*) AS deleted
