// What articles say: all their statements that have one of some statuses, with the claim that stands for each claim.
// @param articles: [string]
// @param statuses: [string]
// @param known: string
// @row articleId: string
// @row statementId: string
// @row claimId: string
// @row order: integer - place in its article
UNWIND $articles AS articleId
MATCH (state:StatementState)
USING INDEX SEEK state:StatementState(articleId, textKey)
WHERE state.articleId = articleId AND state.textKey > '' AND state.from <= $known AND $known < state.to
  AND state.status IN $statuses
MATCH (claim:Claim {id: state.claimId})
OPTIONAL MATCH (claim)-[into:MERGED_INTO]->(canonical:Claim) WHERE into.from <= $known AND $known < into.to
RETURN articleId, state.statementId AS statementId, coalesce(canonical.id, claim.id) AS claimId, state.order AS order
ORDER BY articleId, order
