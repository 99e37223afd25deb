// Statements whose state does not say what their chain says: speakers, those it came through, the one spoken for, the
// addressees, when it was said, the claim and the outlet. Hops known from elsewhere do not count.
// @param forever: string
// @param examples: integer - how many ids to name
// @row found: integer
// @row examples: [string]
MATCH (statement:Statement)-[:HAS_STATE]->(state:StatementState {to: $forever})
MATCH (article:Article {id: state.articleId})-[:HAS_STATE]->(printed:ArticleState {to: $forever})
WITH statement, state, printed, COLLECT {
  MATCH path = (statement)-[:REPORTED_IN*]->(act:Attribution)-[:HAS_STATE]->(told:AttributionState {to: $forever})
  WHERE all(link IN relationships(path)[..-1] WHERE link.to = $forever) AND told.basis <> 'EXTERNAL'
  RETURN {
    by: COLLECT { MATCH (act)-[edge:BY {to: $forever}]->(agent) RETURN agent.id ORDER BY edge.position },
    to: COLLECT { MATCH (act)-[edge:TO {to: $forever}]->(agent) RETURN agent.id ORDER BY edge.position },
    for: COLLECT { MATCH (act)-[edge:ON_BEHALF_OF {to: $forever}]->(agent) RETURN agent.id ORDER BY edge.position },
    said: [told.saidEdtf, told.saidEarliest, told.saidLatest, told.saidInstant, told.saidPrecision, told.saidBasis,
      told.saidPhrase]
  } ORDER BY length(path)
} AS hops
WITH statement, state, hops,
  CASE WHEN size(hops) > 0 THEN hops[0].by
    WHEN printed.opinion AND size(printed.authorIds) > 0 THEN printed.authorIds
    ELSE [state.outletId] END AS speakers,
  CASE WHEN size(hops) > 0 THEN reduce(ids = [state.outletId], hop IN hops[1..] | ids + hop.by) ELSE [] END AS via,
  CASE WHEN size(hops) > 0 THEN hops[0].for ELSE [] END AS principals,
  reduce(ids = [], hop IN hops | ids + hop.to) AS addressees,
  // What is said by printing it is dated by its publication.
  CASE WHEN size(hops) > 0 THEN hops[0].said
    ELSE [state.publishedEdtf, state.publishedEarliest, state.publishedLatest, state.publishedInstant,
      state.publishedPrecision, 'PUBLICATION', null] END AS date,
  [state.saidEdtf, state.saidEarliest, state.saidLatest, state.saidInstant, state.saidPrecision, state.saidBasis,
    state.saidPhrase] AS said
WHERE speakers <> state.speakerIds
  OR principals <> state.onBehalfOfIds
  OR any(id IN via WHERE NOT id IN state.viaIds) OR any(id IN state.viaIds WHERE NOT id IN via)
  OR any(id IN addressees WHERE NOT id IN state.addresseeIds) OR any(id IN state.addresseeIds WHERE NOT id IN addressees)
  OR any(i IN range(0, size(date) - 1) WHERE coalesce(date[i], '') <> coalesce(said[i], ''))
  OR NOT EXISTS { (statement)-[:EXPRESSES {to: $forever}]->(:Claim {id: state.claimId}) }
WITH statement.id AS problem
RETURN count(*) AS found, collect(problem)[..$examples] AS examples
