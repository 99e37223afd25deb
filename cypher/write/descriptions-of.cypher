// What the versions of articles say of shared records now: agents, claims, occasions, places; and what a review says of
// its publisher, like an article with one version.
// @param ids: [string]
// @param forever: string
// @row recordId: string
// @row articleId: string - or that of the review
// @row number: integer - of the version
// @row description: map
UNWIND $ids AS recordId
MATCH (:Record {id: recordId})<-[edge:DESCRIBES]-(teller:ArticleVersion|Review)
WHERE edge.to = $forever
RETURN recordId, coalesce(teller.articleId, teller.id) AS articleId, coalesce(teller.number, 1) AS number,
  properties(edge) AS description
