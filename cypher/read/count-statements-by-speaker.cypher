// How many statements the list of each of these agents has in all: what each agent and all that are merged into it say,
// alone or with others, each statement once.
// @param anchors: [string] - ids of agents
// @param filter: any - a statement filter in normal form
// @param known: string
// @row anchor: string
// @row total: integer
UNWIND $anchors AS anchor
CALL (anchor) {
  // @include members id=anchor
  MATCH ()-[read:SPOKE]->(statement)
  USING INDEX read:SPOKE(agentId, textKey)
  WHERE read.agentId = member.id AND read.textKey > ''
    AND read.from <= $known AND $known < read.to
  MATCH (statement)-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $known AND $known < state.to
    AND
    // @include statement-filter s=state
  RETURN count(DISTINCT statement) AS total
}
RETURN anchor, total
