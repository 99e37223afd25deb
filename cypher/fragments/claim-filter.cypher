// Claims that show, whose text has the words, and of which one statement passes the filter whole, be it of a claim that is
// merged into it. A filter that asks for a status also finds claims that no list shows, save those merged into others.
($anyStatus OR claim.visible)
AND ($text IS NULL OR claim.foldedText CONTAINS $text)
AND ($filter IS NULL OR EXISTS {
  // @include members id=claim.claimId
  MATCH (statement:StatementState)
  WHERE statement.claimId = member.id AND statement.textKey > ''
    AND statement.from <= $known AND $known < statement.to
    AND
    // @include statement-filter s=statement
})
