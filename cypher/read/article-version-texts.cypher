// What versions of articles say. It never changes, so no moment is asked for.
// @param ids: [string]
// @row id: string
// @row text: string
UNWIND $ids AS id
MATCH (version:ArticleVersion {id: id})
RETURN id, version.text AS text
