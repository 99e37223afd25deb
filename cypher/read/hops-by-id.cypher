// Hops by the ids of their attributions, or of the versions that they printed.
// @param ids: [string]
// @param known: string
// @row hopId: string
// @row state: map - of an attribution, or of the version that was printed
// @row byIds: [string]
// @row toIds: [string]
// @row onBehalfOfIds: [string]
// @row placeId: string?
// @row occasionId: string?
// @row citesId: string?
UNWIND $ids AS id
MATCH (hop:Attribution|ArticleVersion)-[:HAS_STATE]->(state)
WHERE hop.id = id AND state.from <= $known AND $known < state.to
RETURN hop.id AS hopId, properties(state) AS state,
  // @include hop-columns
