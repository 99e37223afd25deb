// Each agent in the chain of a shown statement of the claim, or of one merged into it, once for each role, with the first
// statement by publication. Agents that are one by decision are one here. The sort key of a statement ends in its id, so
// the least key also names it.
// @include members id=claimId
MATCH (statement:StatementState)
WHERE statement.claimId = member.id AND statement.publishedAscending > ''
  AND statement.from <= $known AND $known < statement.to AND statement.status IN $statuses
UNWIND [id IN statement.speakerIds | {role: 'SPEAKER', id: id}]
  + [id IN statement.relayIds | {role: 'RELAY', id: id}]
  + [{role: 'PUBLISHER', id: statement.outletId}] AS source
WITH source.role AS role, source.id AS namedId, collect(statement.publishedAscending) AS keys
WHERE role IN $roles
MATCH (named:Agent {id: namedId})
OPTIONAL MATCH (named)-[into:MERGED_INTO]->(canonical:Agent) WHERE into.from <= $known AND $known < into.to
UNWIND keys AS key
WITH role, coalesce(canonical.id, namedId) AS agentId, count(DISTINCT key) AS statementCount, min(key) AS firstKey
