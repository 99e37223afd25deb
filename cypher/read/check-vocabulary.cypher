// Values that are in none of the closed vocabularies.
// @param vocabulary: [map] - {label, field, values}
// @param examples: integer - how many ids to name
// @row found: integer
// @row examples: [string]
UNWIND $vocabulary AS rule
MATCH (n:StatementState|AttributionState|AgentState|JudgementState|ReviewState|CorrectionState)
WHERE rule.label IN labels(n)
WITH n, rule, properties(n)[rule.field] AS value
WHERE value IS NOT NULL AND NOT value IN rule.values
WITH coalesce(n.statementId, n.attributionId, n.agentId, n.judgementId, n.reviewId, n.correctionId) + ' ' + rule.field + ' = ' + toString(value) AS problem
RETURN count(*) AS found, collect(problem)[..$examples] AS examples
