// Whether acts of other articles cite an article, or another article was taken from it, or did and was.
// @param article: string
// @param ids: [string] - the article's own records
// @row referred: boolean
MATCH (article:Article {id: $article})
RETURN EXISTS {
  MATCH (article)<-[:CITES|DERIVED_FROM]-(other:Record) WHERE NOT other.id IN $ids AND other <> article
} AS referred
