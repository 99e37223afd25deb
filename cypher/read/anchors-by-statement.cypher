// Where the content and the quoted words of each statement stand, in each version of its article that has them.
// @param statements: [string]
// @param known: string
// @row statementId: string
// @row versionId: string
// @row number: integer - of the version
// @row anchor: map - spans, as parallel lists
UNWIND $statements AS statementId
MATCH (:Statement {id: statementId})-[anchor:ANCHORED_IN]->(version:ArticleVersion)
WHERE anchor.from <= $known AND $known < anchor.to
RETURN statementId, version.id AS versionId, version.number AS number, properties(anchor) AS anchor
