// States and records that lack a field which their kind requires. Neo4j Community has no constraint for this.
// @param required: [map] - {label, fields}
// @param examples: integer - how many ids to name
// @row found: integer
// @row examples: [string]
MATCH (n:Record|StatementState|AttributionState|ArticleState|ArticleVersionState|AgentState|ClaimState|OccasionState|PlaceState
  |JudgementState|ReviewState|CorrectionState)
// Once for all rules: the properties of a node are a chain, which each look at one of them would walk.
WITH n, labels(n) AS labels, properties(n) AS properties
UNWIND [rule IN $required WHERE rule.label IN labels] AS rule
WITH rule, n, [field IN rule.fields WHERE properties[field] IS NULL]
  + CASE WHEN rule.label = 'AgentState' AND n.kind = 'UNNAMED' AND n.reason IS NULL THEN ['reason'] ELSE [] END AS lacking
WHERE size(lacking) > 0
WITH rule.label + ' ' + coalesce(n.id, n.statementId, n.attributionId, n.versionId, n.judgementId, n.reviewId, n.correctionId,
  n.articleId, n.agentId, n.claimId, n.occasionId, n.placeId, '?') + ' lacks ' + head(lacking) AS problem
RETURN count(*) AS found, collect(problem)[..$examples] AS examples
