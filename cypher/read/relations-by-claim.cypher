// What was decided of claims and others: contradictions, tensions, support, narrower and alternative ones; those decided
// of claims that are one with them included.
// @param claims: [string]
// @param kinds: [string]
// @param known: string
// @row claimId: string
// @row isLeft: boolean
// @row otherId: string
// @row state: JudgementProperties
UNWIND $claims AS claimId
MATCH (claim:Claim {id: claimId})
UNWIND [claim] + COLLECT {
  MATCH (claim)<-[merged:MERGED_INTO]-(other:Claim) WHERE merged.from <= $known AND $known < merged.to
  RETURN other
} AS member
MATCH (member)<-[side:LEFT|RIGHT]-(judgement:Judgement)-[far:LEFT|RIGHT]->(other:Claim)
WHERE side.from <= $known AND $known < side.to AND far.from <= $known AND $known < far.to
  AND side.judgementKind IN $kinds AND side.verdict = 'POSITIVE' AND type(far) <> type(side)
MATCH (judgement)-[:HAS_STATE]->(state:JudgementState)
WHERE state.from <= $known AND $known < state.to
RETURN claimId, type(side) = 'LEFT' AS isLeft, other.id AS otherId, properties(state) AS state
ORDER BY claimId, state.judgementKind, state.judgementId
