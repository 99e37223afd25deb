// Facts whose interval is empty or missing, and records with two states at once.
// @param forever: string
// @param examples: integer - how many ids to name
// @row found: integer
// @row examples: [string]
CALL (*) {
  MATCH (record:Record)-[:HAS_STATE]->(state)
  WHERE state.from IS NULL OR state.to IS NULL OR state.from >= state.to
  RETURN record.id + ' has a state without an interval' AS problem
  UNION ALL
  MATCH (record:Record)-[:HAS_STATE]->(state {to: $forever})
  WITH record, count(*) AS states WHERE states > 1
  RETURN record.id + ' has several current states' AS problem
  UNION ALL
  MATCH (record:Record)-[:HAS_STATE]->(earlier), (record)-[:HAS_STATE]->(later)
  WHERE earlier.from < later.from AND earlier.to > later.from
  RETURN record.id + ' has states that overlap' AS problem
  UNION ALL
  MATCH (source:Record)-[edge]->(target:Record)
  WHERE edge.from IS NULL OR edge.to IS NULL OR edge.from >= edge.to
  RETURN source.id + ' ' + type(edge) + ' ' + target.id + ' has no interval' AS problem
  UNION ALL
  MATCH (source:Record)-[edge {to: $forever}]->(target:Record)
  WITH source, type(edge) AS type, target, count(*) AS edges WHERE edges > 1
  RETURN source.id + ' ' + type + ' ' + target.id + ' holds twice' AS problem
}
RETURN count(*) AS found, collect(problem)[..$examples] AS examples
