// The records that belong to an article: its versions, statements and acts.
// @param article: string
// @row id: string
// @row kind: string
MATCH (record:Record {articleId: $article})
USING INDEX SEEK record:Record(articleId)
WHERE record:Statement OR record:Attribution OR record:ArticleVersion
RETURN record.id AS id,
  head([label IN labels(record) WHERE label IN ['Statement', 'Attribution', 'ArticleVersion']]) AS kind
