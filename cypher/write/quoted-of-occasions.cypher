// Statements in the speaker's own words, said at each of some occasions: the last published first. `walked` bounds what is read
// of an occasion that thousands of articles report.
// @param occasions: [string]
// @param quoteTypes: [string]
// @param statuses: [string]
// @param walked: integer
// @param limit: integer
// @param forever: string
// @row anchorId: string
// @row statementId: string
UNWIND $occasions AS occasionId
CALL (occasionId) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(occasionId, textKey)
  WHERE state.occasionId = occasionId AND state.textKey > ''
  WITH state ORDER BY state.occasionId DESC, state.textKey DESC LIMIT $walked
  WHERE state.to = $forever AND state.quoteType IN $quoteTypes AND state.status IN $statuses
  RETURN state LIMIT $limit
}
RETURN occasionId AS anchorId, state.statementId AS statementId
