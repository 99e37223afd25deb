// How many articles each outlet has that pass a filter.
// @param outlets: [string]
// @param languages: any - BCP 47 tags, or null
// @param published: any - a date range {from, to, match}, or null
// @param known: string
// @row anchor: string
// @row total: integer
UNWIND $outlets AS anchor
CALL (anchor) {
  MATCH (state:ArticleState)
  WHERE state.outletId = anchor AND state.publishedAscending > '' AND state.from <= $known AND $known < state.to
    AND
    // @include article-filter
  RETURN count(*) AS total
}
RETURN anchor, total
