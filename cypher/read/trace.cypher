// Everything between a claim or a statement and the pages it was printed on, each node once, in one round trip at any
// depth. A hop that cites an article leads on to that article's shown statements of the same claim and their hops; so
// does the print of an article that was taken from another. A derivation known from elsewhere is not followed. Claims that
// are one by decision are the same claim.
// @param claim: string? - begin at each of its shown statements
// @param statement: string? - or at this one, whatever its status
// @param statuses: [string] - what is shown
// @param known: string
// @row id: string
// @row label: string - Statement, Attribution, ArticleVersion or Article
// @row starts: boolean
// @row versionId: string? - of a statement: the version that prints it
// @row basis: string? - of an attribution
// @row links: [map] - outward, to print not: {type, to, basis}; the basis is that of a DERIVED_FROM
CALL () {
  MATCH (claim:Claim {id: $claim})
  RETURN claim
  UNION
  MATCH (:Statement {id: $statement})-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $known AND $known < state.to
  MATCH (claim:Claim {id: state.claimId})
  RETURN claim
}
OPTIONAL MATCH (claim)-[into:MERGED_INTO]->(canonical:Claim) WHERE into.from <= $known AND $known < into.to
WITH coalesce(canonical.id, claim.id) AS canonicalId
// @include members id=canonicalId
WITH canonicalId, collect(member.id) AS claimIds
CALL (claimIds) {
  UNWIND CASE WHEN $statement IS NULL THEN claimIds ELSE [] END AS claimId
  MATCH (state:StatementState)
  WHERE state.claimId = claimId AND state.publishedAscending > ''
    AND state.from <= $known AND $known < state.to AND state.status IN $statuses
  RETURN state.statementId AS startId
  UNION
  RETURN $statement AS startId
}
MATCH (start:Statement {id: startId})
// No step leads from print back to the article, which would lead on to all that it carries: the walk begins also at what
// the articles of the starting statements were taken from. Those beyond it comes to by themselves.
CALL (start) {
  RETURN start AS beginning
  UNION
  MATCH (start)<-[carried:CARRIES]-(:Article)-[taken:DERIVED_FROM]->(beginning:Article)
  WHERE carried.from <= $known AND $known < carried.to
    AND taken.from <= $known AND $known < taken.to AND taken.basis <> 'EXTERNAL'
  RETURN beginning
}
WITH DISTINCT beginning, claimIds
// Of a claim, whatever an article carries is a beginning already: the walk ends at articles, or each beginning would walk
// through all the others.
MATCH (beginning)-[steps:REPORTED_IN|CITES|CARRIES|DERIVED_FROM*0..]->(node)
WHERE all(step IN steps WHERE step.from <= $known AND $known < step.to
  AND (type(step) IN ['REPORTED_IN', 'CITES'] OR $claim IS NULL
    AND coalesce(step.claimId IN claimIds AND step.shown, step.basis <> 'EXTERNAL')))
WITH DISTINCT node, claimIds, collect(DISTINCT beginning) AS beginnings
// What prints a statement its state says: an act that a newer version has too is by now reported in that one.
OPTIONAL MATCH (node:Statement)-[:HAS_STATE]->(own:StatementState)
WHERE own.from <= $known AND $known < own.to
CALL (node, beginnings, own) {
  WITH * WHERE NOT node:ArticleVersion
  RETURN node AS found, node IN beginnings AS begins, own.versionId AS versionId
  UNION
  MATCH (printing:ArticleVersion {id: own.versionId})
  RETURN printing AS found, false AS begins, null AS versionId
}
WITH DISTINCT found, begins, versionId, claimIds
RETURN found.id AS id,
  head([label IN labels(found) WHERE label IN ['Statement', 'Attribution', 'ArticleVersion', 'Article']]) AS label,
  found:Statement AND begins AS starts, versionId,
  head([(found)-[:HAS_STATE]->(state:AttributionState WHERE state.from <= $known AND $known < state.to)
    | state.basis]) AS basis,
  [(found)-[link:REPORTED_IN|CITES|CARRIES]->(next)
    WHERE link.from <= $known AND $known < link.to AND coalesce(link.claimId IN claimIds AND link.shown, true)
      AND NOT next:ArticleVersion
    | {type: type(link), to: next.id}]
  + [(found:ArticleVersion)-[printed:VERSION_OF]->(:Article)-[link:DERIVED_FROM]->(next)
    WHERE printed.from <= $known AND $known < printed.to
      AND link.from <= $known AND $known < link.to AND link.basis <> 'EXTERNAL'
    | {type: type(link), to: next.id, basis: link.basis}] AS links
