// Where statements stand by their articles alone: whether the newest version has each, or may have it still, and whether
// a correction that holds now takes it back.
// @param statements: [string]
// @param forever: string
// @row statementId: string
// @row inNewest: boolean
// @row takenBack: boolean
UNWIND $statements AS statementId
MATCH (statement:Statement {id: statementId})-[:HAS_STATE]->(state:StatementState {to: $forever})
MATCH (:Article {id: statement.articleId})-[:HAS_STATE]->(article:ArticleState {to: $forever})
RETURN statementId,
  coalesce(state.orphaned, false) OR EXISTS {
    (statement)-[:ANCHORED_IN {to: $forever}]->(:ArticleVersion {id: article.versionId})
  } AS inNewest,
  EXISTS {
    MATCH (statement)<-[:AFFECTS {to: $forever, status: 'RETRACTED'}]-(:Correction)
  } AS takenBack
