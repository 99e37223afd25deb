// One page of agents by name.
// @param kinds: any - agent kinds, or null
// @param text: string? - case folded, contained in a name
// @param known: string
// @param after: string - the sort key to go on after
// @param limit: integer
// @row sortKey: string
// @row state: AgentProperties
MATCH (state:AgentState)
USING INDEX SEEK state:AgentState(nameKey)
WHERE state.nameKey > $after
  AND state.from <= $known AND $known < state.to
  AND ($kinds IS NULL OR state.kind IN $kinds)
  AND ($text IS NULL OR state.foldedNames CONTAINS $text)
RETURN state.nameKey AS sortKey, properties(state) AS state
ORDER BY sortKey
LIMIT $limit
