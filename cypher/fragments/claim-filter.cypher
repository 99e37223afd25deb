// Claims that show, whose text has the words, and of which one statement passes the filter whole. A filter that asks
// for a status also finds claims that no list shows.
($anyStatus OR claim.visible)
AND ($text IS NULL OR claim.foldedText CONTAINS $text)
AND ($filter IS NULL OR EXISTS {
  MATCH (statement:StatementState)
  WHERE statement.claimId = claim.claimId AND statement.textKey > ''
    AND statement.from <= $known AND $known < statement.to
    AND
    // @include statement-filter s=statement
})
