// What decides which of several merged records stands for all: the best rank does. A named agent before an unnamed one,
// a claim or an occasion with a global key before one without, then the one known longest.
// @param ids: [string]
// @param forever: string
// @row id: string
// @row rank: string
UNWIND $ids AS id
MATCH (record:Record {id: id})
OPTIONAL MATCH (record)-[:HAS_STATE]->(state {to: $forever})
RETURN id,
  CASE WHEN record:Unnamed OR (NOT record:Agent AND state.key IS NULL) THEN 'b ' ELSE 'a ' END
    + record.recordedAt + ' ' + id AS rank
