// Of each claim: its shown statements that were said and printed first, as of now; those of claims that are one with it
// by decision count as its own.
// @param claims: [map] - {claimId, memberIds}: the claim itself among its members
// @param statuses: [string] - what is shown
// @param forever: string
// @row claimId: string
// @row firstSaid: map? - its date alone
// @row firstPublished: map?
UNWIND $claims AS claim
RETURN claim.claimId AS claimId,
  head(COLLECT {
    UNWIND claim.memberIds AS memberId
    CALL (memberId) {
      MATCH (state:StatementState)
      USING INDEX SEEK state:StatementState(claimId, saidAscending)
      WHERE state.claimId = memberId AND state.saidAscending > '' AND state.to = $forever AND state.status IN $statuses
      RETURN state ORDER BY state.claimId, state.saidAscending LIMIT 1
    }
    // Before the map, which would hide the key that it lacks.
    WITH state ORDER BY state.saidAscending LIMIT 1
    RETURN state {.saidEdtf, .saidEarliest, .saidLatest, .saidInstant, .saidPrecision, .saidBasis, .saidPhrase}
  }) AS firstSaid,
  head(COLLECT {
    UNWIND claim.memberIds AS memberId
    CALL (memberId) {
      MATCH (state:StatementState)
      USING INDEX SEEK state:StatementState(claimId, publishedAscending)
      WHERE state.claimId = memberId AND state.publishedAscending > '' AND state.to = $forever
        AND state.status IN $statuses
      RETURN state ORDER BY state.claimId, state.publishedAscending LIMIT 1
    }
    WITH state ORDER BY state.publishedAscending LIMIT 1
    RETURN state {.publishedEdtf, .publishedEarliest, .publishedLatest, .publishedInstant, .publishedPrecision, .publishedBasis, .publishedPhrase}
  }) AS firstPublished
