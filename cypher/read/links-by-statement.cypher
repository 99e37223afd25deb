// What each statement revises, supports and responds to, as far as it is in the graph, whatever its status; of a claim
// that is merged into another, that one.
// @param statements: [string]
// @param known: string
// @row statementId: string
// @row relation: string - REVISES, SUPPORTS or RESPONDS_TO
// @row stance: string?
// @row targetId: string
// @row state: map - of the target
UNWIND $statements AS statementId
MATCH (:Statement {id: statementId})-[link:REVISES|SUPPORTS|RESPONDS_TO]->(named)
WHERE link.from <= $known AND $known < link.to
OPTIONAL MATCH (named)-[into:MERGED_INTO]->(canonical) WHERE into.from <= $known AND $known < into.to
WITH statementId, link, coalesce(canonical, named) AS target
MATCH (target)-[:HAS_STATE]->(state)
WHERE state.from <= $known AND $known < state.to
RETURN statementId, type(link) AS relation, link.stance AS stance, target.id AS targetId,
  properties(state) AS state
ORDER BY statementId, link.position, targetId
