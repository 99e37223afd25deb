// What the versions of articles say of shared records now: agents, claims, occasions, places; and what a review says of
// its publisher, like an article with one version. Of a record that nothing describes any more: what was said last.
// @param ids: [string]
// @param statuses: [string] - what is shown
// @param forever: string
// @row recordId: string
// @row articleId: string - or that of the review
// @row number: integer - of the version
// @row description: map
// @row counts: boolean - it is described now, or an agent that speaks in, relays or prints a statement that is shown
UNWIND $ids AS recordId
MATCH (record:Record {id: recordId})
// Only then are all looked at that ever described it: usually one that does now is soon found.
CALL (record) {
  WITH record WHERE NOT EXISTS { (record)<-[:DESCRIBES {to: $forever}]-() }
  MATCH (record)<-[ended:DESCRIBES]-()
  RETURN max(ended.to) AS lastEnd
}
WITH record, coalesce(lastEnd, $forever) AS until, lastEnd IS NULL OR EXISTS {
  MATCH (record)-[:SPOKE|RELAYED|PRINTED {to: $forever}]->(:Statement)-[:HAS_STATE]->(state:StatementState {to: $forever})
  WHERE state.status IN $statuses
} AS counts
MATCH (record)<-[edge:DESCRIBES]-(teller:ArticleVersion|Review)
WHERE edge.to = until
RETURN record.id AS recordId, coalesce(teller.articleId, teller.id) AS articleId, coalesce(teller.number, 1) AS number,
  properties(edge) AS description, counts
