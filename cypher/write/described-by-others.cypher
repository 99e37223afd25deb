// Which of these records some other version describes now, too. One is enough, however many there are.
// @param ids: [string]
// @param version: string
// @param forever: string
// @row recordId: string
UNWIND $ids AS recordId
MATCH (record:Record {id: recordId})
WHERE EXISTS {
  MATCH (record)<-[edge:DESCRIBES]-(other:ArticleVersion)
  WHERE edge.to = $forever AND other.id <> $version
}
RETURN recordId
