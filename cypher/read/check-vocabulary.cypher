// Values that are in none of the closed vocabularies, of states and of edges.
// @param vocabulary: [map] - {label, fields: [{field, values}]}; of an edge the label is its type
// @param examples: integer - how many ids to name
// @row found: integer
// @row examples: [string]
CALL (*) {
  MATCH (n:StatementState|AttributionState|ArticleState|ArticleVersionState|AgentState|ClaimState|OccasionState|PlaceState
    |JudgementState|ReviewState|CorrectionState)
  RETURN labels(n) AS labels, properties(n) AS properties, coalesce(n.statementId, n.attributionId, n.versionId,
    n.judgementId, n.reviewId, n.correctionId, n.articleId, n.agentId, n.claimId, n.occasionId, n.placeId) AS id
  UNION ALL
  MATCH (source)-[n:RESPONDS_TO|DERIVED_FROM]->()
  RETURN [type(n)] AS labels, properties(n) AS properties, source.id AS id
}
UNWIND [rule IN $vocabulary WHERE rule.label IN labels] AS ruled
UNWIND ruled.fields AS rule
WITH rule, id, properties[rule.field] AS value
WHERE value IS NOT NULL AND NOT value IN rule.values
WITH id + ' ' + rule.field + ' = ' + toString(value) AS problem
RETURN count(*) AS found, collect(problem)[..$examples] AS examples
