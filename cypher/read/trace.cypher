// Everything between a claim or a statement and the pages it was printed on, each node once, in one round trip at any
// depth. A hop that cites an article leads on to that article's shown statements of the same claim and their hops.
// @param claim: string? - begin at each of its shown statements
// @param statement: string? - or at this one, whatever its status
// @param statuses: [string] - what is shown
// @param known: string
// @row id: string
// @row label: string - Statement, Attribution, ArticleVersion or Article
// @row starts: boolean
// @row basis: string? - of an attribution
// @row links: [map] - outward: {type, to}
CALL () {
  MATCH (state:StatementState)
  WHERE state.claimId = $claim AND state.publishedAscending > ''
    AND state.from <= $known AND $known < state.to AND state.status IN $statuses
  RETURN state.statementId AS startId, state.claimId AS claimId
  UNION
  MATCH (:Statement {id: $statement})-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $known AND $known < state.to
  RETURN state.statementId AS startId, state.claimId AS claimId
}
MATCH (start:Statement {id: startId})-[steps:REPORTED_IN|CITES|CARRIES*0..]->(node)
WHERE all(step IN steps WHERE step.from <= $known AND $known < step.to
  AND coalesce(step.claimId = claimId AND step.shown, true))
WITH DISTINCT node, claimId, collect(DISTINCT startId) AS startIds
RETURN node.id AS id,
  head([label IN labels(node) WHERE label IN ['Statement', 'Attribution', 'ArticleVersion', 'Article']]) AS label,
  node.id IN startIds AS starts,
  head([(node)-[:HAS_STATE]->(state:AttributionState WHERE state.from <= $known AND $known < state.to)
    | state.basis]) AS basis,
  [(node)-[link:REPORTED_IN|CITES|CARRIES]->(next)
    WHERE link.from <= $known AND $known < link.to AND coalesce(link.claimId = claimId AND link.shown, true)
    | {type: type(link), to: next.id}] AS links
