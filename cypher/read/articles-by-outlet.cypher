// One page of the articles of each outlet and of all that are merged into it, each walked along the index of the order.
// @variants article-orders
// @param outlets: [string]
// @param languages: any - BCP 47 tags, or null
// @param published: any - a date range {from, to, match}, or null
// @param known: string
// @param after: string - the sort key to go on after
// @param limit: integer - for each outlet
// @row anchor: string
// @row sortKey: string
// @row state: ArticleProperties
UNWIND $outlets AS anchor
CALL (anchor) {
  // @include members id=anchor
  CALL (member) {
    MATCH (state:ArticleState)
    USING INDEX SEEK state:ArticleState(outletId, {{key}})
    WHERE state.outletId = member.id AND state.{{key}} {{beyond}} $after
      AND state.from <= $known AND $known < state.to
      AND
      // @include article-filter
    RETURN state ORDER BY state.outletId {{direction}}, state.{{key}} {{direction}} LIMIT $limit
  }
  WITH state ORDER BY state.{{key}} {{direction}} LIMIT $limit
  RETURN state.{{key}} AS sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state
