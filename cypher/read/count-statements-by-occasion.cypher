// How many statements the list of each occasion has in all, those of occasions merged into it included.
// @param anchors: [string] - ids of occasions
// @param filter: any - a statement filter in normal form
// @param known: string
// @row anchor: string
// @row total: integer
UNWIND $anchors AS anchor
CALL (anchor) {
  // @include members id=anchor
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(occasionId, textKey)
  WHERE state.occasionId = member.id AND state.textKey > ''
    AND state.from <= $known AND $known < state.to
    AND
    // @include statement-filter s=state
  RETURN count(*) AS total
}
RETURN anchor, total
