// Of records that articles share or know by reference alone, those that nothing in the graph speaks of any more or ever
// did: no article describes them, refers to them or has a statement that makes them.
// @param ids: [string]
// @row id: string
UNWIND $ids AS id
MATCH (record:Record {id: id})
WHERE record.articleId IS NULL AND NOT EXISTS {
  (record)<-[:DESCRIBES|BY|TO|ON_BEHALF_OF|AT|ON|EXPRESSES|RESPONDS_TO|REVISES|SUPPORTS
    |PUBLISHED_BY|WRITTEN_BY|CITES|DERIVED_FROM|VERSION_OF|CORRECTS]-(:Record)
} AND NOT (record:Article AND EXISTS { (record)<-[:LEFT|RIGHT]-(:Judgement) })
RETURN id
