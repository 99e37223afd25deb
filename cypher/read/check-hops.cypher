// Statements and acts whose chain dangles: each is reported in exactly one next hop, each act has a source, each
// statement one claim and a place in the text; and acts whose chain runs in a circle.
// @param forever: string
// @param examples: integer - how many ids to name
// @row found: integer
// @row examples: [string]
CALL (*) {
  MATCH (node:Statement|Attribution)-[:HAS_STATE]->({to: $forever})
  WHERE COUNT { (node)-[:REPORTED_IN {to: $forever}]->() } <> 1
  RETURN node.id + ' has ' + toString(COUNT { (node)-[:REPORTED_IN {to: $forever}]->() }) + ' next hops' AS problem
  UNION ALL
  MATCH (act:Attribution)-[:HAS_STATE]->({to: $forever})
  WHERE NOT EXISTS { (act)-[:BY {to: $forever}]->(:Agent) }
  RETURN act.id + ' has no source' AS problem
  UNION ALL
  MATCH (statement:Statement)-[:HAS_STATE]->({to: $forever})
  WHERE COUNT { (statement)-[:EXPRESSES {to: $forever}]->(:Claim) } <> 1
    OR NOT EXISTS { (statement)-[:ANCHORED_IN {to: $forever}]->(:ArticleVersion) }
  RETURN statement.id + ' has no claim or no place in the text' AS problem
  UNION ALL
  MATCH (statement:Statement)-[:HAS_STATE]->({to: $forever})
  WHERE NOT EXISTS {
    MATCH (statement)-[links:REPORTED_IN*]->(:ArticleVersion) WHERE all(link IN links WHERE link.to = $forever)
  }
  RETURN statement.id + ' never reaches print' AS problem
  UNION ALL
  MATCH (act:Attribution)
  WHERE EXISTS { MATCH (act)-[links:REPORTED_IN*]->(act) WHERE all(link IN links WHERE link.to = $forever) }
  RETURN act.id + ' is reported in itself' AS problem
}
RETURN count(*) AS found, collect(problem)[..$examples] AS examples
