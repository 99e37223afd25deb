// A filter in normal form: some alternative, of which every literal holds. Each test is true or false, never null, so
// that its negation is the exact complement. `src/domain/statement-match.ts` says the same in memory.
any(alternative IN $filter WHERE all(test IN alternative WHERE test.not <> CASE test.field
  WHEN 'speaker' THEN any(id IN {{s}}.speakerIds WHERE id IN test.values)
  WHEN 'via' THEN any(id IN {{s}}.viaIds WHERE id IN test.values)
  WHEN 'onBehalfOf' THEN any(id IN {{s}}.onBehalfOfIds WHERE id IN test.values)
  WHEN 'hasOnBehalfOf' THEN (size({{s}}.onBehalfOfIds) > 0) = test.flag
  WHEN 'addressee' THEN any(id IN {{s}}.addresseeIds WHERE id IN test.values)
  WHEN 'outlet' THEN {{s}}.outletId IN test.values
  WHEN 'article' THEN {{s}}.articleId IN test.values
  WHEN 'claim' THEN {{s}}.claimId IN test.values
  WHEN 'occasion' THEN coalesce({{s}}.occasionId IN test.values, false)
  WHEN 'quoteType' THEN {{s}}.quoteType IN test.values
  WHEN 'speechAct' THEN {{s}}.speechAct IN test.values
  WHEN 'certainty' THEN {{s}}.certainty IN test.values
  WHEN 'polarity' THEN {{s}}.polarity IN test.values
  WHEN 'zone' THEN {{s}}.zone IN test.values
  WHEN 'status' THEN {{s}}.status IN test.values
  WHEN 'speakerKind' THEN any(kind IN {{s}}.speakerKinds WHERE kind IN test.values)
  WHEN 'saidBasis' THEN {{s}}.saidBasis IN test.values
  WHEN 'text' THEN {{s}}.foldedText CONTAINS test.text
  WHEN 'said' THEN CASE
    WHEN {{s}}.saidEarliest IS NULL AND {{s}}.saidLatest IS NULL THEN false
    WHEN test.match = 'CERTAIN' THEN
      (test.from IS NULL OR coalesce({{s}}.saidEarliest >= test.from, false))
      AND (test.to IS NULL OR coalesce({{s}}.saidLatest <= test.to, false))
    ELSE coalesce({{s}}.saidLatest >= test.from, true) AND coalesce({{s}}.saidEarliest <= test.to, true)
  END
  WHEN 'published' THEN CASE
    WHEN {{s}}.publishedEarliest IS NULL AND {{s}}.publishedLatest IS NULL THEN false
    WHEN test.match = 'CERTAIN' THEN
      (test.from IS NULL OR coalesce({{s}}.publishedEarliest >= test.from, false))
      AND (test.to IS NULL OR coalesce({{s}}.publishedLatest <= test.to, false))
    ELSE coalesce({{s}}.publishedLatest >= test.from, true) AND coalesce({{s}}.publishedEarliest <= test.to, true)
  END
END))
