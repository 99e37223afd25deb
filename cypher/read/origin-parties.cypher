// Agents, occasions and statements that bear on a count, with all that is one with each by decision, and the decisions
// in force on any of them.
// @param ids: [string]
// @param kinds: [string] - of judgements
// @param known: string
// @row id: string - of the record asked for, or of one of its group
// @row canonicalId: string - what stands for its group
// @row state: map
// @row judgements: [JudgementProperties]
UNWIND $ids AS id
MATCH (asked:Record {id: id})
OPTIONAL MATCH (asked)-[into:MERGED_INTO]->(canonical) WHERE into.from <= $known AND $known < into.to
WITH DISTINCT coalesce(canonical, asked) AS canonical
UNWIND [canonical] + COLLECT {
  MATCH (canonical)<-[merged:MERGED_INTO]-(other) WHERE merged.from <= $known AND $known < merged.to
  RETURN other
} AS record
MATCH (record)-[:HAS_STATE]->(state) WHERE state.from <= $known AND $known < state.to
RETURN record.id AS id, canonical.id AS canonicalId, properties(state) AS state, COLLECT {
  MATCH (record)<-[side:LEFT]-(judgement:Judgement)-[:HAS_STATE]->(told:JudgementState)
  WHERE side.from <= $known AND $known < side.to AND told.from <= $known AND $known < told.to
    AND side.judgementKind IN $kinds
  RETURN properties(told)
} AS judgements
