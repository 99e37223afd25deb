// The decisions of one kind that are in force on records: what is one with them, and what is told apart from them.
// @param ids: [string]
// @param kind: string
// @param forever: string
// @row id: string
// @row leftId: string
// @row rightId: string
// @row verdict: string
UNWIND $ids AS id
MATCH (:Record {id: id})<-[side:LEFT|RIGHT {to: $forever}]-(judgement:Judgement)
WHERE side.judgementKind = $kind AND side.verdict IN ['POSITIVE', 'NEGATIVE']
MATCH (judgement)-[left:LEFT {to: $forever}]->(leftRecord:Record)
MATCH (judgement)-[right:RIGHT {to: $forever}]->(rightRecord:Record)
RETURN DISTINCT judgement.id AS id, leftRecord.id AS leftId, rightRecord.id AS rightId, side.verdict AS verdict
ORDER BY id
