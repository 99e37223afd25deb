// One page of the judgements in force, newest first.
// @param verdicts: any - a list, or null
// @param kinds: any - judgement kinds, or null
// @param known: string
// @param after: string - the sort key to go on after
// @param limit: integer
// @row sortKey: string
// @row state: JudgementProperties
MATCH (state:JudgementState)
USING INDEX SEEK state:JudgementState(recordedDescending)
WHERE state.recordedDescending < $after
  AND state.from <= $known AND $known < state.to
  AND ($verdicts IS NULL OR state.verdict IN $verdicts)
  AND ($kinds IS NULL OR state.judgementKind IN $kinds)
RETURN state.recordedDescending AS sortKey, properties(state) AS state
ORDER BY sortKey DESC
LIMIT $limit
