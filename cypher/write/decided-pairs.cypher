// The decisions of some kinds that are in force on records: what is one with them, what is told apart from them, what
// stands in a relation to them.
// @param ids: [string]
// @param kinds: [string]
// @param forever: string
// @row id: string
// @row kind: string
// @row leftId: string
// @row rightId: string
// @row verdict: string
UNWIND $ids AS id
MATCH (:Record {id: id})<-[side:LEFT|RIGHT {to: $forever}]-(judgement:Judgement)
WHERE side.judgementKind IN $kinds AND side.verdict IN ['POSITIVE', 'NEGATIVE']
MATCH (judgement)-[left:LEFT {to: $forever}]->(leftRecord:Record)
MATCH (judgement)-[right:RIGHT {to: $forever}]->(rightRecord:Record)
RETURN DISTINCT judgement.id AS id, side.judgementKind AS kind, leftRecord.id AS leftId, rightRecord.id AS rightId,
  side.verdict AS verdict
ORDER BY id
