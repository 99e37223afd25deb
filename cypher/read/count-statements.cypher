// How many statements pass a filter.
// @param filter: any - a statement filter in normal form
// @param known: string
// @row total: integer
MATCH (state:StatementState)
WHERE state.from <= $known AND $known < state.to
  AND
  // @include statement-filter s=state
RETURN count(*) AS total
