// What says something about records, or did: judgements, reviews and corrections.
// @param ids: [string]
// @row id: string
UNWIND $ids AS id
MATCH (:Record {id: id})<-[:LEFT|RIGHT|REVIEWS|CORRECTS]-(about:Judgement|Review|Correction)
RETURN DISTINCT about.id AS id
