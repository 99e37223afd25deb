// Every statement of each claim and of all that are merged into it, whatever its status, in the order of publication.
// @param claims: [string]
// @param known: string
// @row claimId: string - as asked
// @row memberIds: [string] - the claim and those merged into it
// @row states: [StatementProperties]
UNWIND $claims AS claimId
MATCH (claim:Claim {id: claimId})
WITH claimId, [claimId] + COLLECT {
  MATCH (claim)<-[merged:MERGED_INTO]-(other:Claim) WHERE merged.from <= $known AND $known < merged.to
  RETURN other.id ORDER BY other.id
} AS memberIds
RETURN claimId, memberIds, COLLECT {
  UNWIND memberIds AS memberId
  CALL (memberId) {
    MATCH (state:StatementState)
    USING INDEX SEEK state:StatementState(claimId, textKey)
    WHERE state.claimId = memberId AND state.textKey > '' AND state.from <= $known AND $known < state.to
    RETURN state
  }
  RETURN properties(state) ORDER BY state.textKey
} AS states
