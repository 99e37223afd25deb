// Claims or occasions whose words are like those of some new ones: the best hits that stand now, each as the record that
// stands for all that are one with it. The index gives them best first; `fetch` bounds what one look-up may cost, states
// that ended included.
// @param asked: [map] - {id, query}, the query in Lucene's syntax
// @param own: [string] - what the article names itself, which it told apart
// @param fetch: integer
// @param limit: integer
// @param forever: string
// @row askedId: string
// @row id: string
// @row state: map - of a claim its words, of an occasion what names it; of its date the bounds alone
UNWIND $asked AS asked
CALL (asked) {
  CALL db.index.fulltext.queryNodes('claim_words', asked.query, {limit: $fetch}) YIELD node, score
  // A claim that stands in no list, and is not shown as another, has nobody who says it.
  WITH node, coalesce(node.claimId, node.occasionId) AS recordId
  WHERE node.to = $forever AND NOT recordId IN $own AND (coalesce(node.visible, true) OR node.recordedDescending IS NULL)
  WITH node, recordId LIMIT $limit
  MATCH (record:Record {id: recordId})
  OPTIONAL MATCH (record)-[:MERGED_INTO {to: $forever}]->(canonical:Record)
  RETURN coalesce(canonical, record).id AS id, node {
    .key, .text, .language, .label, .placeId, .whenEarliest, .whenLatest, .whenPrecision, .whenBasis
  } AS state
}
RETURN asked.id AS askedId, id, state
