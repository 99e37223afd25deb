// States and records that lack a field which their kind requires. Neo4j Community has no constraint for this.
// @param required: [map] - {label, fields}
// @param examples: integer - how many ids to name
// @row found: integer
// @row examples: [string]
UNWIND $required AS rule
MATCH (n:Record|StatementState|AttributionState|ArticleState|ArticleVersionState|AgentState|ClaimState|OccasionState|PlaceState
  |JudgementState|ReviewState|CorrectionState)
WHERE rule.label IN labels(n)
WITH rule, n, [field IN rule.fields WHERE n[field] IS NULL]
  + CASE WHEN rule.label = 'AgentState' AND n.kind = 'UNNAMED' AND n.reason IS NULL THEN ['reason'] ELSE [] END AS lacking
WHERE size(lacking) > 0
WITH rule.label + ' ' + coalesce(n.id, n.statementId, n.attributionId, n.versionId, n.judgementId, n.reviewId, n.correctionId,
  n.articleId, n.agentId, n.claimId, n.occasionId, n.placeId, '?') + ' lacks ' + head(lacking) AS problem
RETURN count(*) AS found, collect(problem)[..$examples] AS examples
