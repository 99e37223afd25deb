// The reviews of each claim or statement; of a claim that others are merged into, theirs too.
// @param subjects: [string]
// @param known: string
// @row subjectId: string
// @row state: ReviewProperties
UNWIND $subjects AS subjectId
MATCH (subject:Record {id: subjectId})
CALL (subject) {
  RETURN subject AS member
  UNION
  MATCH (subject)<-[into:MERGED_INTO]-(member:Record)
  WHERE into.from <= $known AND $known < into.to
  RETURN member
}
MATCH (member)<-[edge:REVIEWS]-(:Review)-[:HAS_STATE]->(state:ReviewState)
WHERE edge.from <= $known AND $known < edge.to AND state.from <= $known AND $known < state.to
RETURN subjectId, properties(state) AS state
ORDER BY subjectId, state.reviewId
