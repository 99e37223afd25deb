// The occasions of all acts of each article, whatever the claim. Of what is one by decision, that which stands for it.
// @param articles: [string]
// @param statuses: [string] - of acts that count
// @param known: string
// @row articleId: string
// @row occasionId: string
UNWIND $articles AS articleId
MATCH (act:Record {articleId: articleId})-[held:ON]->(named:Occasion)
USING INDEX SEEK act:Record(articleId)
WHERE held.from <= $known AND $known < held.to AND EXISTS {
  MATCH (act)-[:HAS_STATE]->(state:AttributionState)
  WHERE state.from <= $known AND $known < state.to AND state.status IN $statuses
    AND (state.basis <> 'EXTERNAL' OR state.status = 'ACCEPTED')
}
OPTIONAL MATCH (named)-[into:MERGED_INTO]->(canonical:Occasion) WHERE into.from <= $known AND $known < into.to
RETURN DISTINCT articleId, coalesce(canonical.id, named.id) AS occasionId
ORDER BY articleId, occasionId
