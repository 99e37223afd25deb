// What statements quote, in which language, and who says it at which occasion, under the record that stands for each.
// @param statements: [string]
// @param statuses: [string] - of those that are shown
// @param forever: string
// @row state: map - {statementId, articleId, claimId, occasionId, quoteType, text}
// @row quoted: [string]
// @row language: string
// @row speakerIds: [string]
// @row occasionId: string?
UNWIND $statements AS statementId
MATCH (statement:Statement {id: statementId})-[:HAS_STATE]->(state:StatementState {to: $forever})
WHERE state.status IN $statuses
MATCH (:Article {id: state.articleId})-[:HAS_STATE]->(article:ArticleState {to: $forever})
OPTIONAL MATCH (statement)-[anchor:ANCHORED_IN {to: $forever}]->(:ArticleVersion {id: state.versionId})
RETURN state {.statementId, .articleId, .claimId, .occasionId, .quoteType, .text} AS state, coalesce(anchor.quotedExacts, []) AS quoted, article.language AS language,
  [id IN state.speakerIds | coalesce(
    head(COLLECT { MATCH (:Record {id: id})-[:MERGED_INTO {to: $forever}]->(canonical:Record) RETURN canonical.id }), id
  )] AS speakerIds,
  coalesce(
    head(COLLECT {
      MATCH (:Record {id: state.occasionId})-[:MERGED_INTO {to: $forever}]->(canonical:Record) RETURN canonical.id
    }),
    state.occasionId
  ) AS occasionId
