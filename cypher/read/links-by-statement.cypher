// What each statement revises, supports and responds to.
// @param statements: [string]
// @param known: string
// @row statementId: string
// @row relation: string - REVISES, SUPPORTS or RESPONDS_TO
// @row stance: string?
// @row targetId: string
UNWIND $statements AS statementId
MATCH (:Statement {id: statementId})-[link:REVISES|SUPPORTS|RESPONDS_TO]->(target)
WHERE link.from <= $known AND $known < link.to
RETURN statementId, type(link) AS relation, link.stance AS stance, target.id AS targetId
ORDER BY statementId, link.position, targetId
