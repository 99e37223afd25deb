// What reached print through each agent and all that are merged into it, which stand at any hop but the innermost: one
// page of statements for each, walked along the index of their read edges. Members in one chain share statements.
// @variants statement-orders
// @param anchors: [string] - ids of agents
// @param filter: any - a statement filter in normal form
// @param known: string
// @param after: string - the sort key to go on after
// @param limit: integer - of each page
// @row anchor: string
// @row sortKey: string
// @row state: StatementProperties
UNWIND $anchors AS anchor
CALL (anchor) {
  // @include members id=anchor
  CALL (member) {
    MATCH ()-[read:RELAYED]->(statement)
    USING INDEX read:RELAYED(agentId, {{key}})
    WHERE read.agentId = member.id AND read.{{key}} {{beyond}} $after
      AND read.from <= $known AND $known < read.to
    MATCH (statement)-[:HAS_STATE]->(state:StatementState)
    WHERE state.from <= $known AND $known < state.to
      AND
      // @include statement-filter s=state
    RETURN read.{{key}} AS sortKey, state
    ORDER BY read.agentId {{direction}}, read.{{key}} {{direction}}
    LIMIT $limit
  }
  WITH DISTINCT sortKey, state ORDER BY sortKey {{direction}} LIMIT $limit
  RETURN sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state
