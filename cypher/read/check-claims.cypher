// Claims whose visibility or first dates are not those of their shown statements, those of claims merged into them
// included; and claims merged into another that stand in a list all the same.
// @param statuses: [string] - what is shown
// @param forever: string
// @param examples: integer - how many ids to name
// @row found: integer
// @row examples: [string]
MATCH (record:Claim)-[:HAS_STATE]->(claim:ClaimState {to: $forever})
WITH record, claim, EXISTS { (record)-[:MERGED_INTO {to: $forever}]->() } AS merged,
  [claim.claimId] + COLLECT { MATCH (record)<-[:MERGED_INTO {to: $forever}]-(other:Claim) RETURN other.id } AS members
WITH claim, merged, CASE WHEN merged THEN [] ELSE COLLECT {
  UNWIND members AS member
  MATCH (state:StatementState)
  WHERE state.claimId = member AND state.publishedAscending > '' AND state.to = $forever
    AND state.status IN $statuses
  RETURN state
} END AS states
WITH claim, merged, size(states) > 0 AS visible,
  reduce(least = null, state IN states | CASE WHEN least IS NULL OR state.saidAscending < least THEN state.saidAscending ELSE least END) AS said,
  reduce(least = null, state IN states | CASE WHEN least IS NULL OR state.publishedAscending < least THEN state.publishedAscending ELSE least END) AS published
WHERE claim.visible <> visible
  OR (merged <> (claim.recordedDescending IS NULL))
  OR (visible AND (coalesce(left(claim.firstSaidAscending, 24), '') <> left(said, 24)
    OR coalesce(left(claim.firstPublishedAscending, 24), '') <> left(published, 24)))
WITH claim.claimId AS problem
RETURN count(*) AS found, collect(problem)[..$examples] AS examples
