// One page of claims, along the index of the order.
// @variants claim-orders
// @param filter: any - a statement filter in normal form, or null
// @param anyStatus: boolean - whether the filter asks for a status itself
// @param text: string? - case folded
// @param known: string
// @param after: string - the sort key to go on after
// @param limit: integer
// @row sortKey: string
// @row state: ClaimProperties
MATCH (claim:ClaimState)
USING INDEX SEEK claim:ClaimState({{key}})
WHERE claim.{{key}} {{beyond}} $after
  AND claim.from <= $known AND $known < claim.to
  AND
  // @include claim-filter
RETURN claim.{{key}} AS sortKey, properties(claim) AS state
ORDER BY sortKey {{direction}}
LIMIT $limit
