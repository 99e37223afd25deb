// Articles by language and publication; a null parameter asks nothing.
($languages IS NULL OR state.language IN $languages)
AND ($published IS NULL OR CASE
  WHEN state.publishedEarliest IS NULL AND state.publishedLatest IS NULL THEN false
  WHEN $published.match = 'CERTAIN' THEN
    ($published.from IS NULL OR coalesce(state.publishedEarliest >= $published.from, false))
    AND ($published.to IS NULL OR coalesce(state.publishedLatest <= $published.to, false))
  ELSE coalesce(state.publishedLatest >= $published.from, true)
    AND coalesce(state.publishedEarliest <= $published.to, true)
END)
