// A filter in normal form: some alternative, of which every test holds. Tests name the properties they look at: see
// `src/store/filter-parameter.ts`, which makes them. A test asks for some value, so a property that is missing fails
// it, and each is true or false, never null: its negation is the exact complement. Every expression here costs the
// planner milliseconds in each list. `tests/support/statement-match.ts` says the same in memory.
any(alternative IN $filter.anyOf WHERE all(test IN alternative
  WHERE test.not <> any(value IN [] + coalesce({{s}}[test.property], {{s}}[test.upper], []) WHERE CASE test.kind
    WHEN 'AMONG' THEN value IN test.values
    WHEN 'CONTAINS' THEN value CONTAINS test.text
    ELSE coalesce({{s}}[test.property], test.openLower) >= test.from
      AND coalesce({{s}}[test.upper], test.openUpper) <= test.to
  END)))
