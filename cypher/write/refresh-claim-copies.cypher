// Refreshes the claim's words on the statements that express it, so that a statement stays readable by itself.
// @param claim: string
// @param text: string
// @param forever: string
// @row refreshed: integer
MATCH (state:StatementState {claimId: $claim, to: $forever})
MATCH (statement:Statement {id: state.statementId})
SET statement.claim = $text
RETURN count(*) AS refreshed
