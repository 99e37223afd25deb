// Statements in the speaker's own words, of each of some claims: the last published first. `walked` bounds what is read
// of a claim that thousands of articles carry.
// @param claims: [string]
// @param quoteTypes: [string]
// @param statuses: [string]
// @param walked: integer
// @param limit: integer
// @param forever: string
// @row anchorId: string
// @row statementId: string
UNWIND $claims AS claimId
CALL (claimId) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(claimId, textKey)
  WHERE state.claimId = claimId AND state.textKey > ''
  WITH state ORDER BY state.claimId DESC, state.textKey DESC LIMIT $walked
  WHERE state.to = $forever AND state.quoteType IN $quoteTypes AND state.status IN $statuses
  RETURN state LIMIT $limit
}
RETURN claimId AS anchorId, state.statementId AS statementId
