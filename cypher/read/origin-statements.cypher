// What claims stand on, for the count of their independent origins: the statements of each claim and of those that are
// one with it, those taken back included, each with its reporting acts, innermost first.
// @param claims: [string]
// @param statuses: [string]
// @param known: string
// @row claimId: string
// @row state: StatementProperties
// @row hops: [map] - {basis, status, byIds, onBehalfOfIds, citesId, occasionId}
UNWIND $claims AS claimId
MATCH (claim:Claim {id: claimId})
UNWIND [claimId] + COLLECT {
  MATCH (claim)<-[merged:MERGED_INTO]-(other:Claim) WHERE merged.from <= $known AND $known < merged.to
  RETURN other.id
} AS memberId
CALL (memberId) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(claimId, textKey)
  WHERE state.claimId = memberId AND state.textKey > '' AND state.from <= $known AND $known < state.to
    AND state.status IN $statuses
  RETURN state
}
MATCH (statement:Statement {id: state.statementId})
RETURN claimId, properties(state) AS state, COLLECT {
  MATCH path = (statement)-[:REPORTED_IN*]->(hop:Attribution)-[told:HAS_STATE]->(act:AttributionState)
  WHERE all(link IN relationships(path)[..-1] WHERE link.from <= $known AND $known < link.to)
    AND act.from <= $known AND $known < act.to
  RETURN {
    basis: act.basis,
    status: act.status,
    byIds: COLLECT {
      MATCH (hop)-[edge:BY]->(agent) WHERE edge.from <= $known AND $known < edge.to
      RETURN agent.id ORDER BY edge.position
    },
    onBehalfOfIds: COLLECT {
      MATCH (hop)-[edge:ON_BEHALF_OF]->(agent) WHERE edge.from <= $known AND $known < edge.to
      RETURN agent.id ORDER BY edge.position
    },
    citesId: head([(hop)-[edge:CITES WHERE edge.from <= $known AND $known < edge.to]->(article) | article.id]),
    occasionId: head([(hop)-[edge:ON WHERE edge.from <= $known AND $known < edge.to]->(occasion) | occasion.id])
  } ORDER BY length(path)
} AS hops
ORDER BY claimId, state.statementId
