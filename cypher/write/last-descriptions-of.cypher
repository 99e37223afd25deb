// Of records that nothing describes now: what was said of them last, until it was taken back.
// @param ids: [string]
// @param forever: string
// @row recordId: string
// @row articleId: string - or that of the review
// @row number: integer - of the version
// @row description: map
UNWIND $ids AS recordId
MATCH (record:Record {id: recordId})<-[ended:DESCRIBES]-(:ArticleVersion|Review)
WITH record, max(ended.to) AS until
WHERE until <> $forever
MATCH (record)<-[edge:DESCRIBES]-(teller:ArticleVersion|Review)
WHERE edge.to = until
RETURN record.id AS recordId, coalesce(teller.articleId, teller.id) AS articleId, coalesce(teller.number, 1) AS number,
  properties(edge) AS description
