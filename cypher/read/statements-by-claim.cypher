// One page of the statements of each claim and of all that are merged into it, each walked along the index of the order.
// @variants statement-orders
// @param anchors: [string] - ids of claims
// @param filter: any - a statement filter in normal form
// @param known: string
// @param after: string - the sort key to go on after
// @param limit: integer - of each page
// @row anchor: string
// @row sortKey: string
// @row state: StatementProperties
UNWIND $anchors AS anchor
CALL (anchor) {
  // @include members id=anchor
  CALL (member) {
    MATCH (state:StatementState)
    USING INDEX SEEK state:StatementState(claimId, {{key}})
    WHERE state.claimId = member.id AND state.{{key}} {{beyond}} $after
      AND state.from <= $known AND $known < state.to
      AND
      // @include statement-filter s=state
    RETURN state ORDER BY state.claimId {{direction}}, state.{{key}} {{direction}} LIMIT $limit
  }
  WITH state ORDER BY state.{{key}} {{direction}} LIMIT $limit
  RETURN state.{{key}} AS sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state
