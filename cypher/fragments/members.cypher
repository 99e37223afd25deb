// A record and all that are merged into it, as `member`.
MATCH (:Record {id: {{id}}})<-[merged:MERGED_INTO*0..1]-(member:Record)
WHERE all(link IN merged WHERE link.from <= $known AND $known < link.to)
