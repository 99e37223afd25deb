// The sentences in which documents put each claim.
// @param claims: [string]
// @param known: string
// @row claimId: string
// @row text: string
// @row language: string
UNWIND $claims AS claimId
MATCH (:Claim {id: claimId})<-[told:DESCRIBES]-(:ArticleVersion)
WHERE told.from <= $known AND $known < told.to AND told.text IS NOT NULL
RETURN DISTINCT claimId, told.text AS text, told.language AS language
ORDER BY claimId, text, language
