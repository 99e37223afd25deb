// Of each claim: its shown statements that were said and printed first, as of now.
// @param claims: [string]
// @param statuses: [string] - what is shown
// @param forever: string
// @row claimId: string
// @row firstSaid: StatementProperties?
// @row firstPublished: StatementProperties?
UNWIND $claims AS claimId
RETURN claimId,
  head(COLLECT {
    MATCH (state:StatementState)
    USING INDEX SEEK state:StatementState(claimId, saidAscending)
    WHERE state.claimId = claimId AND state.saidAscending > '' AND state.to = $forever AND state.status IN $statuses
    RETURN properties(state) ORDER BY state.claimId, state.saidAscending LIMIT 1
  }) AS firstSaid,
  head(COLLECT {
    MATCH (state:StatementState)
    USING INDEX SEEK state:StatementState(claimId, publishedAscending)
    WHERE state.claimId = claimId AND state.publishedAscending > '' AND state.to = $forever
      AND state.status IN $statuses
    RETURN properties(state) ORDER BY state.claimId, state.publishedAscending LIMIT 1
  }) AS firstPublished
