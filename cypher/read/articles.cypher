// One page of all articles that have a version, along the index of the order.
// @variants article-orders
// @param languages: any - BCP 47 tags, or null
// @param published: any - a date range {from, to, match}, or null
// @param known: string
// @param after: string - the sort key to go on after
// @param limit: integer
// @row sortKey: string
// @row state: ArticleProperties
MATCH (state:ArticleState)
USING INDEX SEEK state:ArticleState({{key}})
WHERE state.{{key}} {{beyond}} $after
  AND state.from <= $known AND $known < state.to
  AND
  // @include article-filter
RETURN state.{{key}} AS sortKey, properties(state) AS state
ORDER BY sortKey {{direction}}
LIMIT $limit
