// Creates the records that are not there yet and refreshes the copies that make a node readable by itself. Where and
// how it was first recorded is never changed. Only a record that belongs to an article and so far was merely referred
// to is recorded when its article tells it.
// @param records: [map] - {id, labels, copies, fixed}; `fixed` is set once, with the article
// @param instant: string
// @param by: string
// @param method: string
// @row id: string
// @row created: boolean
UNWIND $records AS row
OPTIONAL MATCH (known:Record {id: row.id})
WITH row, known IS NULL AS created,
  known.recordedAt IS NULL OR (known.articleId IS NULL AND row.fixed.articleId IS NOT NULL) AS recordedNow
MERGE (record:Record {id: row.id})
SET record:$(row.labels), record += row.copies
SET record += CASE WHEN recordedNow THEN row.fixed ELSE {} END
SET record += CASE WHEN recordedNow
  THEN {recordedAt: $instant, recordedBy: $by, recordedMethod: $method} ELSE {} END
RETURN row.id AS id, created
