// Takes statements out of what reviews rest on, past states included.
// @param ids: [string]
// @row changed: integer
UNWIND $ids AS id
MATCH (:Statement {id: id})<-[:CITES]-(review:Review)
WITH DISTINCT review
MATCH (review)-[:HAS_STATE]->(state:ReviewState)
SET state.citedStatementIds = [cited IN state.citedStatementIds WHERE NOT cited IN $ids]
RETURN count(*) AS changed
