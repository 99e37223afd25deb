// Values that are in none of the closed vocabularies.
// @param vocabulary: [map] - {label, field, values}
// @param examples: integer - how many ids to name
// @row found: integer
// @row examples: [string]
UNWIND $vocabulary AS rule
MATCH (n:StatementState|AttributionState|AgentState)
WHERE rule.label IN labels(n) AND n[rule.field] IS NOT NULL AND NOT n[rule.field] IN rule.values
WITH coalesce(n.statementId, n.attributionId, n.agentId) + ' ' + rule.field + ' = ' + toString(n[rule.field]) AS problem
RETURN count(*) AS found, collect(problem)[..$examples] AS examples
