// What people decided of each record and others, by a moment: decisions that were closed since included.
// @param ids: [string]
// @param known: string
// @row id: string
// @row state: JudgementProperties
UNWIND $ids AS id
MATCH (:Record {id: id})<-[side:LEFT|RIGHT]-(judgement:Judgement)
WHERE side.from <= $known
WITH DISTINCT id, judgement
MATCH (judgement)-[:HAS_STATE]->(state:JudgementState)
WHERE state.from <= $known AND $known < state.to AND state.verdict <> 'PROPOSED'
RETURN id, properties(state) AS state
ORDER BY id, state.judgementId
