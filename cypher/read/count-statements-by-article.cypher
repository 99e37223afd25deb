// How many statements the list of each article has in all.
// @param anchors: [string] - ids of articles
// @param filter: any - a statement filter in normal form
// @param known: string
// @row anchor: string
// @row total: integer
UNWIND $anchors AS anchor
CALL (anchor) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(articleId, textKey)
  WHERE state.articleId = anchor AND state.textKey > ''
    AND state.from <= $known AND $known < state.to
    AND
    // @include statement-filter s=state
  RETURN count(*) AS total
}
RETURN anchor, total
