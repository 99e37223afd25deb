// How many statements the list of each of these outlets has in all: what each outlet and all that are merged into it
// printed.
// @param anchors: [string] - ids of outlets
// @param filter: any - a statement filter in normal form
// @param known: string
// @row anchor: string
// @row total: integer
UNWIND $anchors AS anchor
CALL (anchor) {
  // @include members id=anchor
  MATCH ()-[read:PRINTED]->(statement)
  USING INDEX read:PRINTED(agentId, textKey)
  WHERE read.agentId = member.id AND read.textKey > ''
    AND read.from <= $known AND $known < read.to
  MATCH (statement)-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $known AND $known < state.to
    AND
    // @include statement-filter s=state
  RETURN count(*) AS total
}
RETURN anchor, total
