// Who reported each claim, in which role: earliest publication first.
// @param claims: [string]
// @param roles: [string]
// @param statuses: [string] - of the statements that are shown
// @param known: string
// @param after: string - the sort key to go on after
// @param limit: integer - for each claim
// @row claimId: string
// @row role: string
// @row agentId: string
// @row statementCount: integer
// @row sortKey: string
// @row firstStatementId: string
UNWIND $claims AS claimId
CALL (claimId) {
  // @include claim-source-rows
  WITH role, agentId, statementCount, firstKey,
    firstKey + ' ' + CASE role WHEN 'SPEAKER' THEN '1' WHEN 'RELAY' THEN '2' ELSE '3' END + ' ' + agentId AS sortKey
  WHERE sortKey > $after
  RETURN role, agentId, statementCount, sortKey, last(split(firstKey, ' ')) AS firstStatementId
  ORDER BY sortKey LIMIT $limit
}
RETURN claimId, role, agentId, statementCount, sortKey, firstStatementId
