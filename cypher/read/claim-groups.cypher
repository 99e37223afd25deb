// Each claim with all that is one with it by decision, and with its accepted alternatives, theirs, and all that is one
// with those.
// @param claims: [string]
// @param known: string
// @row claimId: string - as asked
// @row memberId: string
// @row canonicalId: string - what stands for the member
UNWIND $claims AS claimId
MATCH (:Claim {id: claimId})-[steps:MERGED_INTO|LEFT|RIGHT*0..]-(member:Claim)
WHERE all(step IN steps WHERE step.from <= $known AND $known < step.to
  AND (type(step) = 'MERGED_INTO' OR step.judgementKind = 'ALTERNATIVE' AND step.verdict = 'POSITIVE'))
WITH DISTINCT claimId, member
OPTIONAL MATCH (member)-[into:MERGED_INTO]->(canonical:Claim) WHERE into.from <= $known AND $known < into.to
RETURN claimId, member.id AS memberId, coalesce(canonical.id, member.id) AS canonicalId
ORDER BY claimId, memberId
