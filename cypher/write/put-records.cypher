// Creates the records that are not there yet and refreshes the copies that make a node readable by itself. Where and
// how it was first recorded is never changed; a record that so far was only referred to gets its article.
// @param records: [map] - {id, labels, articleId, copies, fixed}; `fixed` is set once
// @param instant: string
// @param by: string
// @param method: string
// @row id: string
// @row created: boolean
UNWIND $records AS row
OPTIONAL MATCH (known:Record {id: row.id})
WITH row, known IS NULL AS created
MERGE (record:Record {id: row.id})
ON CREATE SET record += row.fixed, record.recordedAt = $instant, record.recordedBy = $by,
  record.recordedMethod = $method
SET record:$(row.labels), record += row.copies
RETURN row.id AS id, created
