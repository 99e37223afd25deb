// Claims whose visibility or first dates are not those of their shown statements.
// @param statuses: [string] - what is shown
// @param forever: string
// @param examples: integer - how many ids to name
// @row found: integer
// @row examples: [string]
MATCH (:Claim)-[:HAS_STATE]->(claim:ClaimState {to: $forever})
WITH claim, COLLECT {
  MATCH (state:StatementState)
  WHERE state.claimId = claim.claimId AND state.publishedAscending > '' AND state.to = $forever
    AND state.status IN $statuses
  RETURN state
} AS states
WITH claim, size(states) > 0 AS visible,
  reduce(least = null, state IN states | CASE WHEN least IS NULL OR state.saidAscending < least THEN state.saidAscending ELSE least END) AS said,
  reduce(least = null, state IN states | CASE WHEN least IS NULL OR state.publishedAscending < least THEN state.publishedAscending ELSE least END) AS published
WHERE claim.visible <> visible
  OR (visible AND (left(claim.firstSaidAscending, 24) <> left(said, 24)
    OR left(claim.firstPublishedAscending, 24) <> left(published, 24)))
WITH claim.claimId AS problem
RETURN count(*) AS found, collect(problem)[..$examples] AS examples
