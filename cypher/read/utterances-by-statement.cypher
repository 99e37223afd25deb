// What is decided or proposed, and in force, of statements and others being one utterance.
// @param statements: [string]
// @param known: string
// @row state: JudgementProperties
UNWIND $statements AS statementId
MATCH (:Statement {id: statementId})<-[side:LEFT|RIGHT]-(judgement:Judgement)
WHERE side.judgementKind = 'SAME_UTTERANCE' AND side.from <= $known AND $known < side.to
WITH DISTINCT judgement
MATCH (judgement)-[:HAS_STATE]->(state:JudgementState)
WHERE state.from <= $known AND $known < state.to
RETURN properties(state) AS state
ORDER BY state.judgementId
