// What articles stand on: their statements that have one of some statuses, each with its reporting acts, innermost first,
// without those that are only known from elsewhere. Of claims and agents that are one by decision, what stands for them.
// @param articles: [string]
// @param statuses: [string]
// @param known: string
// @row articleId: string
// @row outletId: string
// @row claimId: string
// @row polarity: string
// @row speechAct: string
// @row certainty: string
// @row hops: [map] - {by, onBehalfOf, to, citesId}, the first three of {id, isNamed}
UNWIND $articles AS articleId
MATCH (state:StatementState)
USING INDEX SEEK state:StatementState(articleId, textKey)
WHERE state.articleId = articleId AND state.textKey > '' AND state.from <= $known AND $known < state.to
  AND state.status IN $statuses
MATCH (claim:Claim {id: state.claimId})
OPTIONAL MATCH (claim)-[intoClaim:MERGED_INTO]->(mergedClaim:Claim)
WHERE intoClaim.from <= $known AND $known < intoClaim.to
MATCH (outlet:Agent {id: state.outletId})
OPTIONAL MATCH (outlet)-[intoOutlet:MERGED_INTO]->(mergedOutlet:Agent)
WHERE intoOutlet.from <= $known AND $known < intoOutlet.to
MATCH (statement:Statement {id: state.statementId})
RETURN articleId, coalesce(mergedOutlet.id, outlet.id) AS outletId, coalesce(mergedClaim.id, claim.id) AS claimId,
  state.polarity AS polarity, state.speechAct AS speechAct, state.certainty AS certainty, COLLECT {
    MATCH path = (statement)-[:REPORTED_IN*]->(hop:Attribution)-[told:HAS_STATE]->(act:AttributionState)
    WHERE all(link IN relationships(path)[..-1] WHERE link.from <= $known AND $known < link.to)
      AND act.from <= $known AND $known < act.to AND (act.basis <> 'EXTERNAL' OR act.status = 'ACCEPTED')
    RETURN {
      by: COLLECT {
        // @include acting-agents type=BY
      },
      onBehalfOf: COLLECT {
        // @include acting-agents type=ON_BEHALF_OF
      },
      to: COLLECT {
        // @include acting-agents type=TO
      },
      citesId: head([(hop)-[edge:CITES WHERE edge.from <= $known AND $known < edge.to]->(article) | article.id])
    } ORDER BY length(path)
  } AS hops
ORDER BY articleId, state.order
