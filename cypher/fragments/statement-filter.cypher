// A filter in normal form: some alternative, of which every test holds. Tests name the properties they look at: see
// `src/store/filter-parameter.ts`, which makes them. Each is true or false, never null, so that its negation is the
// exact complement. `src/domain/statement-match.ts` says the same in memory.
any(alternative IN $filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
  WHEN 'AMONG' THEN any(value IN [] + coalesce({{s}}[test.property], []) WHERE value IN test.values)
  WHEN 'EMPTY' THEN size({{s}}[test.property]) = 0
  WHEN 'CONTAINS' THEN {{s}}[test.property] CONTAINS test.text
  WHEN 'WITHIN' THEN coalesce({{s}}[test.lower], {{s}}[test.upper]) IS NOT NULL
    AND coalesce({{s}}[test.lower], test.openLower) >= test.from
    AND coalesce({{s}}[test.upper], test.openUpper) <= test.to
END))
