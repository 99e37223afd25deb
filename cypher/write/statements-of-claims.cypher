// Which statements express claims now, whatever their status: at most two of each, which tells whether one is alone;
// and whether a claim is one with another by decision.
// @param claims: [string]
// @param forever: string
// @row claimId: string
// @row statementIds: [string]
// @row merged: boolean
UNWIND $claims AS claimId
RETURN claimId, COLLECT {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(claimId, textKey)
  WHERE state.claimId = claimId AND state.textKey > '' AND state.to = $forever
  RETURN state.statementId LIMIT 2
} AS statementIds, EXISTS { (:Claim {id: claimId})-[:MERGED_INTO {to: $forever}]-(:Claim) } AS merged
