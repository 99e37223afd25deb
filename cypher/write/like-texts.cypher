// Articles whose newest text has phrases of another text. `linked`: one of the two already says that it was taken from
// the other.
// @param query: string - in Lucene's syntax
// @param article: string
// @param fetch: integer
// @param limit: integer
// @param forever: string
// @row id: string
// @row text: string
// @row state: ArticleProperties
// @row linked: boolean
CALL db.index.fulltext.queryNodes('article_words', $query, {limit: $fetch}) YIELD node, score
WITH node, score WHERE node.articleId <> $article
MATCH (found:Article {id: node.articleId})-[:HAS_STATE]->(state:ArticleState {to: $forever})
WHERE state.versionId = node.id
RETURN found.id AS id, node.text AS text, properties(state) AS state,
  EXISTS { MATCH (found)-[:DERIVED_FROM {to: $forever}]-(:Article {id: $article}) } AS linked
ORDER BY score DESC, id
LIMIT $limit
