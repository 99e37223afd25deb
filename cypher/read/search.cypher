// The best hits of a full-text query, as records that are shown at a moment. `fetched` counts what the index gave,
// shown or not, so that the caller knows whether there may be more.
// @param query: string - in Lucene's syntax, escaped
// @param kinds: [string] - record kinds
// @param statuses: [string] - of the statements that are shown
// @param known: string
// @param fetch: integer
// @row fetched: integer
// @row lowest: float? - the score of the last one that the index gave
// @row hits: [map] - {id, kind, score}, best first
CALL db.index.fulltext.queryNodes('search', $query, {limit: $fetch}) YIELD node, score
WITH node, score, CASE
    WHEN node:ClaimState THEN {kind: 'Claim', id: node.claimId, shown: node.visible}
    WHEN node:StatementState THEN {kind: 'Statement', id: node.statementId, shown: node.status IN $statuses}
    WHEN node:AgentState THEN {kind: 'Agent', id: node.agentId, shown: node.nameKey IS NOT NULL}
    ELSE {kind: 'Article', id: node.articleId, shown: EXISTS {
      MATCH (:Article {id: node.articleId})-[:HAS_STATE]->(article:ArticleState {versionId: node.id})
      WHERE article.from <= $known AND $known < article.to
    }}
  END AS hit
WITH count(*) AS fetched, min(score) AS lowest, collect(CASE
    WHEN hit.shown AND hit.kind IN $kinds
      AND (node:ArticleVersion OR (node.from <= $known AND $known < node.to))
    THEN {id: hit.id, kind: hit.kind, score: score}
  END) AS hits
RETURN fetched, lowest, hits
