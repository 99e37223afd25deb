// Those of the article versions that the graph has, each with how many statements its article shows.
// @param versions: [string]
// @param statuses: [string]
// @param known: string
// @row id: string
// @row statements: integer
MATCH (version:ArticleVersion)
WHERE version.id IN $versions
RETURN version.id AS id, COUNT {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(articleId, textKey)
  WHERE state.articleId = version.articleId AND state.textKey > '' AND state.status IN $statuses
    AND state.from <= $known AND $known < state.to
} AS statements
