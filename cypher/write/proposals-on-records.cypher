// The proposals of one kind on records, of which nothing is decided yet.
// @param ids: [string]
// @param kind: string
// @param forever: string
// @row id: string
// @row leftId: string
// @row rightId: string
// @row settled: boolean - whether decisions on others answer it
UNWIND $ids AS recordId
MATCH (:Record {id: recordId})<-[side:LEFT|RIGHT {to: $forever}]-(judgement:Judgement)
WHERE side.judgementKind = $kind AND side.verdict = 'PROPOSED'
WITH DISTINCT judgement
MATCH (judgement)-[:HAS_STATE]->(state:JudgementState {to: $forever})
RETURN judgement.id AS id, state.leftId AS leftId, state.rightId AS rightId, coalesce(state.settled, false) AS settled
ORDER BY id
