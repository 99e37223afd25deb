// How many sources each claim has, each agent once for each role.
// @param claims: [string]
// @param roles: [string]
// @param statuses: [string] - of the statements that are shown
// @param known: string
// @row claimId: string
// @row total: integer
UNWIND $claims AS claimId
CALL (claimId) {
  // @include claim-source-rows
  RETURN count(*) AS total
}
RETURN claimId, total
