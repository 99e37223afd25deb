// States and records that lack a field which their kind requires. Neo4j Community has no constraint for this.
// @param required: [map] - {label, fields}
// @param examples: integer - how many ids to name
// @row found: integer
// @row examples: [string]
UNWIND $required AS rule
MATCH (n:Record|StatementState|AttributionState|ArticleState|ArticleVersionState|AgentState|ClaimState|OccasionState|PlaceState
  |JudgementState|ReviewState|CorrectionState)
WHERE rule.label IN labels(n) AND any(field IN rule.fields WHERE n[field] IS NULL)
WITH rule.label + ' ' + coalesce(n.id, n.statementId, n.attributionId, n.versionId, n.judgementId, n.reviewId, n.correctionId,
  n.articleId, n.agentId, n.claimId, n.occasionId, n.placeId, '?') + ' lacks ' + head([field IN rule.fields WHERE n[field] IS NULL]) AS problem
RETURN count(*) AS found, collect(problem)[..$examples] AS examples
