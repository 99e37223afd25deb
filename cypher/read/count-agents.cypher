// How many agents pass a filter.
// @param kinds: any - agent kinds, or null
// @param text: string? - case folded, contained in a name
// @param known: string
// @row total: integer
MATCH (state:AgentState)
WHERE state.nameKey > '' AND state.from <= $known AND $known < state.to
  AND ($kinds IS NULL OR state.kind IN $kinds)
  AND ($text IS NULL OR state.foldedNames CONTAINS $text)
RETURN count(*) AS total
