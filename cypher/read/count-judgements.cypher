// How many judgements in force pass a filter.
// @param verdicts: any - a list, or null
// @param kinds: any - judgement kinds, or null
// @param known: string
// @row total: integer
MATCH (state:JudgementState)
WHERE state.recordedDescending > '' AND state.from <= $known AND $known < state.to
  AND ($verdicts IS NULL OR state.verdict IN $verdicts)
  AND ($kinds IS NULL OR state.judgementKind IN $kinds)
RETURN count(*) AS total
