// The dates of each article that are to be compared, as far as they are shown: its publication, those of its newest
// version, of its statements and of its acts with the occasions of these.
// @param articles: [string]
// @param statuses: [string] - what is shown
// @param known: string
// @row articleId: string
// @row state: ArticleProperties
// @row version: ArticleVersionProperties?
// @row statements: [map] - {id, act, text, timesSpokenOf}, in text order
// @row acts: [map] - {state, occasion}: of the act, and of its occasion where it has one
UNWIND $articles AS articleId
MATCH (:Article {id: articleId})-[:HAS_STATE]->(article:ArticleState)
WHERE article.from <= $known AND $known < article.to
RETURN articleId, properties(article) AS state,
  head(COLLECT {
    MATCH (:ArticleVersion {id: article.versionId})-[:HAS_STATE]->(version:ArticleVersionState)
    WHERE version.from <= $known AND $known < version.to
    RETURN properties(version)
  }) AS version,
  COLLECT {
    MATCH (statement:StatementState)
    USING INDEX SEEK statement:StatementState(articleId, textKey)
    WHERE statement.articleId = articleId AND statement.textKey > ''
      AND statement.from <= $known AND $known < statement.to AND statement.status IN $statuses
    RETURN {id: statement.statementId, act: statement.attributionId, text: statement.text,
      timesSpokenOf: statement.timesSpokenOf}
    ORDER BY statement.textKey
  } AS statements,
  COLLECT {
    MATCH (act:Record {articleId: articleId})-[:HAS_STATE]->(told:AttributionState)
    WHERE told.from <= $known AND $known < told.to AND told.status IN $statuses
    RETURN {state: properties(told), occasion: head(COLLECT {
      MATCH (act)-[on:ON]->(occasion:Occasion) WHERE on.from <= $known AND $known < on.to
      OPTIONAL MATCH (occasion)-[into:MERGED_INTO]->(canonical:Occasion)
        WHERE into.from <= $known AND $known < into.to
      WITH coalesce(canonical, occasion) AS occasion
      MATCH (occasion)-[:HAS_STATE]->(took:OccasionState) WHERE took.from <= $known AND $known < took.to
      RETURN properties(took)
    })}
    ORDER BY act.id
  } AS acts
