// Of pairs of shared records, those that one article names side by side. From the one that fewer articles name, so that a
// hub on one side costs nothing.
// @param pairs: [map] - {pair, leftId, rightId}
// @param forever: string
// @row pair: string
UNWIND $pairs AS row
MATCH (left:Record {id: row.leftId})
MATCH (right:Record {id: row.rightId})
WITH row, CASE
  WHEN COUNT { (left)<-[:DESCRIBES]-() } <= COUNT { (right)<-[:DESCRIBES]-() } THEN [left, right] ELSE [right, left]
END AS sides
WITH row, sides[0] AS few, sides[1] AS many
WHERE EXISTS {
  MATCH (few)<-[:DESCRIBES {to: $forever}]-(:ArticleVersion)-[:VERSION_OF]->(article:Article)
  // A clause of its own, so that the version may be the same one.
  MATCH (article)<-[:VERSION_OF]-(version:ArticleVersion)
  WHERE EXISTS { (version)-[:DESCRIBES {to: $forever}]->(many) }
}
RETURN row.pair AS pair
