// All that is one with each record by decision, the record that stands for it first.
// @param ids: [string]
// @param known: string
// @row id: string
// @row canonicalId: string
// @row otherIds: [string]
UNWIND $ids AS id
MATCH (record:Record {id: id})
OPTIONAL MATCH (record)-[into:MERGED_INTO]->(merged:Record) WHERE into.from <= $known AND $known < into.to
WITH id, coalesce(merged, record) AS canonical
RETURN id, canonical.id AS canonicalId, COLLECT {
  MATCH (canonical)<-[into:MERGED_INTO]-(other:Record) WHERE into.from <= $known AND $known < into.to
  RETURN other.id ORDER BY other.id
} AS otherIds
