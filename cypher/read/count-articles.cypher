// How many articles with a version pass a filter.
// @param languages: any - BCP 47 tags, or null
// @param published: any - a date range {from, to, match}, or null
// @param known: string
// @row total: integer
MATCH (state:ArticleState)
WHERE state.publishedAscending > '' AND state.from <= $known AND $known < state.to
  AND
  // @include article-filter
RETURN count(*) AS total
