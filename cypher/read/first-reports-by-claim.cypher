// The shown statements of each claim that may be the first in print, among those that assert it and among those that
// deny it: those published no later than the one that comes first in the order of publication may have been.
// @param claims: [string]
// @param statuses: [string] - what is shown
// @param known: string
// @row claimId: string
// @row state: StatementProperties
UNWIND $claims AS claimId
MATCH (claim:Claim {id: claimId})
WITH claimId, [claimId] + COLLECT {
  MATCH (claim)<-[merged:MERGED_INTO]-(other:Claim) WHERE merged.from <= $known AND $known < merged.to
  RETURN other.id
} AS memberIds
UNWIND ['POSITIVE', 'NEGATIVE'] AS polarity
WITH claimId, memberIds, polarity, head(COLLECT {
  UNWIND memberIds AS memberId
  CALL (memberId, polarity) {
    MATCH (first:StatementState)
    USING INDEX SEEK first:StatementState(claimId, publishedAscending)
    WHERE first.claimId = memberId AND first.publishedAscending > '' AND first.from <= $known AND $known < first.to
      AND first.status IN $statuses AND first.polarity = polarity
    RETURN first ORDER BY first.claimId, first.publishedAscending LIMIT 1
  }
  RETURN coalesce(first.publishedInstant, first.publishedLatest + 'T23:59:59.999Z', '~') AS bound
  ORDER BY first.publishedAscending LIMIT 1
}) AS bound
UNWIND memberIds AS memberId
CALL (memberId, bound, polarity) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(claimId, publishedAscending)
  WHERE state.claimId = memberId AND state.publishedAscending > '' AND state.publishedAscending < bound + '~'
    AND state.from <= $known AND $known < state.to AND state.status IN $statuses
    AND state.polarity = polarity
  RETURN state
}
RETURN claimId, properties(state) AS state
ORDER BY claimId, state.publishedAscending
