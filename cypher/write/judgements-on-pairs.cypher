// The decisions on pairs of records, all turns, as they stand now.
// @param pairs: [string]
// @param forever: string
// @row pair: string
// @row handle: string - of the state, within this transaction
// @row state: JudgementProperties
UNWIND $pairs AS pair
MATCH (judgement:Judgement {pair: pair})-[:HAS_STATE]->(state:JudgementState)
WHERE state.to = $forever
RETURN pair, elementId(state) AS handle, properties(state) AS state
ORDER BY pair, state.turn
