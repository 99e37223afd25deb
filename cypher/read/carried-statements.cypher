// All statements of each claim that have one of some statuses, with what they quote. What is one with the claim by
// decision is to be named too.
// @param claims: [string]
// @param statuses: [string]
// @param known: string
// @row state: StatementProperties
// @row quoted: [string] - the parts that stand in quotation marks
UNWIND $claims AS claimId
MATCH (state:StatementState)
USING INDEX SEEK state:StatementState(claimId, textKey)
WHERE state.claimId = claimId AND state.textKey > '' AND state.from <= $known AND $known < state.to
  AND state.status IN $statuses
RETURN properties(state) AS state, coalesce(head(COLLECT {
  MATCH (:Statement {id: state.statementId})-[anchor:ANCHORED_IN]->(:ArticleVersion {id: state.versionId})
  WHERE anchor.from <= $known AND $known < anchor.to
  RETURN anchor.quotedExacts
}), []) AS quoted
ORDER BY state.statementId
