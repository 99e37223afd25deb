// Edges that lead from or to a record of the wrong kind.
// @param ends: [map] - {type, source, target}: the labels that an edge of this type joins
// @param examples: integer - how many ids to name
// @row found: integer
// @row examples: [string]
MATCH (source:Record)-[edge]->(target:Record)
WITH source, edge, target, [rule IN $ends WHERE rule.type = type(edge)] AS rules
WHERE none(rule IN rules WHERE any(label IN labels(source) WHERE label IN rule.source)
  AND any(label IN labels(target) WHERE label IN rule.target))
WITH source.id + ' ' + type(edge) + ' ' + target.id AS problem
RETURN count(*) AS found, collect(problem)[..$examples] AS examples
