// The corrections that name each statement, and the retractions of its article as a whole.
// @param statements: [string]
// @param known: string
// @row statementId: string
// @row state: CorrectionProperties
UNWIND $statements AS statementId
MATCH (statement:Statement {id: statementId})
CALL (statement) {
  MATCH (statement)<-[edge:AFFECTS]-(correction:Correction)
  WHERE edge.from <= $known AND $known < edge.to
  RETURN correction
  UNION
  MATCH (statement)-[:ANCHORED_IN]->(:ArticleVersion)-[:VERSION_OF]->(:Article)<-[edge:CORRECTS]-(correction:Correction)
  WHERE edge.wholeArticle AND edge.from <= $known AND $known < edge.to
  RETURN correction
}
MATCH (correction)-[:HAS_STATE]->(state:CorrectionState)
WHERE state.from <= $known AND $known < state.to
RETURN statementId, properties(state) AS state
ORDER BY statementId, state.correctionId
