// The articles with a statement of an occasion, or of one that is one with it, earliest published first.
// @param occasion: string
// @param statuses: [string] - of the statements
// @param known: string
// @row articleId: string
MATCH (asked:Occasion {id: $occasion})
OPTIONAL MATCH (asked)-[into:MERGED_INTO]->(canonical:Occasion) WHERE into.from <= $known AND $known < into.to
WITH coalesce(canonical.id, asked.id) AS occasionId
// @include members id=occasionId
MATCH (state:StatementState)
USING INDEX SEEK state:StatementState(occasionId, publishedAscending)
WHERE state.occasionId = member.id AND state.publishedAscending > '' AND state.from <= $known AND $known < state.to
  AND state.status IN $statuses
WITH state.articleId AS articleId, min(state.publishedAscending) AS firstKey
RETURN articleId
ORDER BY firstKey
