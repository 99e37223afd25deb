// The states of records that hold now.
// @param ids: [string]
// @param forever: string
// @row recordId: string
// @row handle: string - of the state, within this transaction
// @row state: map
UNWIND $ids AS recordId
MATCH (:Record {id: recordId})-[:HAS_STATE]->(state {to: $forever})
RETURN recordId, elementId(state) AS handle, properties(state) AS state
