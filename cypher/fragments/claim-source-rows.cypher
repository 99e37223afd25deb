// Each agent in the chain of a shown statement of the claim, once for each role, with the first statement by
// publication. The sort key of a statement ends in its id, so the least key also names it.
MATCH (statement:StatementState)
WHERE statement.claimId = claimId AND statement.publishedAscending > ''
  AND statement.from <= $known AND $known < statement.to AND statement.status IN $statuses
UNWIND [id IN statement.speakerIds | {role: 'SPEAKER', id: id}]
  + [id IN statement.relayIds | {role: 'RELAY', id: id}]
  + [{role: 'PUBLISHER', id: statement.outletId}] AS source
WITH source.role AS role, source.id AS agentId,
  count(*) AS statementCount, min(statement.publishedAscending) AS firstKey
WHERE role IN $roles
