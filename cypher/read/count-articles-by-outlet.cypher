// How many articles each outlet has that pass a filter, those of outlets merged into it included.
// @param outlets: [string]
// @param languages: any - BCP 47 tags, or null
// @param published: any - a date range {from, to, match}, or null
// @param known: string
// @row anchor: string
// @row total: integer
UNWIND $outlets AS anchor
CALL (anchor) {
  // @include members id=anchor
  MATCH (state:ArticleState)
  WHERE state.outletId = member.id AND state.publishedAscending > '' AND state.from <= $known AND $known < state.to
    AND
    // @include article-filter
  RETURN count(*) AS total
}
RETURN anchor, total
