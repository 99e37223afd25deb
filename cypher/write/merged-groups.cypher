// What is one with each record by decision now: the record that stands for all, and the others.
// @param ids: [string]
// @param forever: string
// @row id: string
// @row canonicalId: string
// @row otherIds: [string]
UNWIND $ids AS id
MATCH (record:Record {id: id})
OPTIONAL MATCH (record)-[:MERGED_INTO {to: $forever}]->(merged:Record)
WITH id, coalesce(merged, record) AS canonical
RETURN id, canonical.id AS canonicalId, COLLECT {
  MATCH (canonical)<-[:MERGED_INTO {to: $forever}]-(other:Record)
  RETURN other.id ORDER BY other.id
} AS otherIds
