// How many claims pass a filter.
// @param filter: any - a statement filter in normal form, or null
// @param anyStatus: boolean - whether the filter asks for a status itself
// @param text: string? - case folded
// @param known: string
// @row total: integer
MATCH (claim:ClaimState)
WHERE claim.recordedDescending IS NOT NULL AND claim.from <= $known AND $known < claim.to
  AND
  // @include claim-filter
RETURN count(*) AS total
