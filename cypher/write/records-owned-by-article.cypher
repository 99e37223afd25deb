// The records that go with an article, past ones included: its versions, statements and acts, and its unnamed sources.
// @param article: string
// @row id: string
MATCH (record:Record {articleId: $article})
USING INDEX SEEK record:Record(articleId)
WHERE record:Statement OR record:Attribution OR record:ArticleVersion OR record:Unnamed
RETURN record.id AS id
