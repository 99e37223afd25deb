// What records refer to, or did: other records that may be left without anybody who speaks of them.
// @param ids: [string]
// @row id: string
UNWIND $ids AS id
MATCH (:Record {id: id})-[:DESCRIBES|BY|TO|ON_BEHALF_OF|AT|ON|EXPRESSES|RESPONDS_TO|REVISES|SUPPORTS
  |PUBLISHED_BY|WRITTEN_BY|CITES|DERIVED_FROM]->(near:Record)
WHERE NOT near.id IN $ids
RETURN DISTINCT near.id AS id
