// The edges out of records that hold now, read edges aside. The types are named, so that of an agent whom thousands of
// statements hang on only its own few edges are read: an edge type that documents, reviews or corrections tell has to stand here.
// @param ids: [string]
// @param forever: string
// @row source: string
// @row type: string
// @row target: string
// @row handle: string - of the edge, within this transaction
// @row properties: map
UNWIND $ids AS source
MATCH (:Record {id: source})-[edge:PUBLISHED_BY|WRITTEN_BY|DERIVED_FROM|VERSION_OF|DESCRIBES
  |REPORTED_IN|BY|TO|ON_BEHALF_OF|AT|ON|CITES
  |EXPRESSES|ANCHORED_IN|REVISES|SUPPORTS|RESPONDS_TO
  |IDENTIFIED_BY|SPEAKS_FOR|PART_OF|HELD_ROLE
  |REVIEWS|CORRECTS|AFFECTS {to: $forever}]->(target:Record)
RETURN source, type(edge) AS type, target.id AS target, elementId(edge) AS handle, properties(edge) AS properties
