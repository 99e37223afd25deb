// Statements that those of other articles revise, support or answer, or did.
// @param ids: [string] - of one article
// @param article: string
// @row id: string
UNWIND $ids AS id
MATCH (statement:Statement {id: id})
WHERE EXISTS {
  MATCH (statement)<-[:REVISES|SUPPORTS|RESPONDS_TO]-(other:Statement) WHERE coalesce(other.articleId, '') <> $article
}
RETURN id
