// Values that are in none of the closed vocabularies, of states and of edges.
// @param vocabulary: [map] - {label, field, values}; of an edge the label is its type
// @param examples: integer - how many ids to name
// @row found: integer
// @row examples: [string]
UNWIND $vocabulary AS rule
CALL (rule) {
  MATCH (n:StatementState|AttributionState|ArticleState|ArticleVersionState|AgentState|ClaimState|OccasionState|PlaceState
    |JudgementState|ReviewState|CorrectionState)
  WHERE rule.label IN labels(n)
  RETURN properties(n)[rule.field] AS value, coalesce(n.statementId, n.attributionId, n.versionId, n.judgementId, n.reviewId,
    n.correctionId, n.articleId, n.agentId, n.claimId, n.occasionId, n.placeId) AS id
  UNION ALL
  MATCH (source)-[n:RESPONDS_TO|DERIVED_FROM]->()
  WHERE rule.label = type(n)
  RETURN properties(n)[rule.field] AS value, source.id AS id
}
WITH rule, id, value
WHERE value IS NOT NULL AND NOT value IN rule.values
WITH id + ' ' + rule.field + ' = ' + toString(value) AS problem
RETURN count(*) AS found, collect(problem)[..$examples] AS examples
