// Claims or occasions that are one with each by decision, and those that may be, by an open proposal on any of them.
// @param ids: [string]
// @param kind: string - SAME_CLAIM or SAME_OCCASION
// @param limit: integer
// @param forever: string
// @row id: string
// @row relatedId: string - the record itself too
// @row isOne: boolean
UNWIND $ids AS id
MATCH (asked:Record {id: id})
OPTIONAL MATCH (asked)-[:MERGED_INTO {to: $forever}]->(merged:Record)
WITH id, coalesce(merged, asked) AS canonical
CALL (canonical) {
  UNWIND [canonical] + COLLECT {
    MATCH (canonical)<-[:MERGED_INTO {to: $forever}]-(member:Record) RETURN member LIMIT $limit
  } AS member
  RETURN member.id AS relatedId, true AS isOne
  UNION
  UNWIND [canonical] + COLLECT {
    MATCH (canonical)<-[:MERGED_INTO {to: $forever}]-(member:Record) RETURN member LIMIT $limit
  } AS member
  MATCH (member)<-[side:LEFT|RIGHT {to: $forever}]-(judgement:Judgement)
  WHERE side.judgementKind = $kind AND side.verdict IN ['PROPOSED', 'UNSURE']
  MATCH (judgement)-[:LEFT|RIGHT {to: $forever}]->(other:Record)
  WHERE other <> member
  OPTIONAL MATCH (other)-[:MERGED_INTO {to: $forever}]->(otherMerged:Record)
  WITH DISTINCT coalesce(otherMerged, other) AS near, canonical
  WHERE near <> canonical
  WITH near LIMIT $limit
  UNWIND [near] + COLLECT {
    MATCH (near)<-[:MERGED_INTO {to: $forever}]-(alike:Record) RETURN alike LIMIT $limit
  } AS record
  RETURN record.id AS relatedId, false AS isOne
}
RETURN id, relatedId, isOne
ORDER BY id, relatedId
