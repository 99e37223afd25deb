// The articles with a statement of one of some claims, earliest published first.
// @param claims: [string] - what is one with them by decision named too
// @param statuses: [string] - of the statements
// @param known: string
// @row articleId: string
UNWIND $claims AS claimId
MATCH (state:StatementState)
USING INDEX SEEK state:StatementState(claimId, publishedAscending)
WHERE state.claimId = claimId AND state.publishedAscending > '' AND state.from <= $known AND $known < state.to
  AND state.status IN $statuses
WITH state.articleId AS articleId, min(state.publishedAscending) AS firstKey
RETURN articleId
ORDER BY firstKey
