// What the versions of articles say of shared records now: agents, claims, occasions, places.
// @param ids: [string]
// @param forever: string
// @row recordId: string
// @row articleId: string
// @row number: integer - of the version
// @row description: map
UNWIND $ids AS recordId
MATCH (:Record {id: recordId})<-[edge:DESCRIBES]-(version:ArticleVersion)
WHERE edge.to = $forever
RETURN recordId, version.articleId AS articleId, version.number AS number, properties(edge) AS description
