// One page of all statements, along the index of the order.
// @variants statement-orders
// @param filter: any - a statement filter in normal form
// @param known: string
// @param after: string - the sort key to go on after
// @param limit: integer
// @row sortKey: string
// @row state: StatementProperties
MATCH (state:StatementState)
USING INDEX SEEK state:StatementState({{key}})
WHERE state.{{key}} {{beyond}} $after
  AND state.from <= $known AND $known < state.to
  AND
  // @include statement-filter s=state
RETURN state.{{key}} AS sortKey, properties(state) AS state
ORDER BY sortKey {{direction}}
LIMIT $limit
