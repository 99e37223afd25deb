import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { foldCase } from '../../src/domain/fold-case.ts'
import { articleId, claimId, namedAgentId, occasionId } from '../../src/domain/identity.ts'
import {
  type FilterLiteral,
  MAX_FILTER_ALTERNATIVES,
  MAX_FILTER_VALUES,
  type NormalFilter,
  normalizeStatementFilter,
  type StatementFilter,
} from '../../src/domain/statement-filter.ts'
import { uncertainDate } from '../../src/domain/uncertain-date.ts'
import { VISIBLE_STATUSES } from '../../src/domain/visibility.ts'
import { DATE_BASES, STATEMENT_STATUSES } from '../../src/domain/vocabulary.ts'
import { matchesDateRange } from '../support/date-range-match.ts'
import { type FilteredStatement, matchesStatementFilter } from '../support/statement-match.ts'

const AGENTS = ['Ana Ruiz', 'Newswire', 'The Paper'].map((name) => namedAgentId('PERSON', name, null))
const ARTICLES = ['a', 'b'].map((key) => articleId({ key }))
const CLAIMS = ['a', 'b'].map((key) => claimId({ key }))
const OCCASIONS = ['a', 'b'].map((key) => occasionId({ key }))
const DAYS = ['2025-04-17', '2025-04-18', '2025-04-19']

/** Few values of each field, so that filters match often and miss often. */
const some = (values: readonly string[]) => fc.subarray([...values])
const date = fc
  .tuple(
    fc.constantFrom(...DATE_BASES.filter((basis) => basis !== 'UNKNOWN')),
    fc.constantFrom(null, '2025-04-17', '2025-04-18', '2025-04', '../2025-04-18', '2025-04-18/..'),
  )
  .map(([basis, edtf]) => {
    const read = uncertainDate({ basis, edtf })
    if (!read.ok) throw new Error(read.message)
    return read.date
  })
const statement: fc.Arbitrary<FilteredStatement> = fc.record({
  speakerIds: some(AGENTS),
  speakerKinds: some(['PERSON', 'OUTLET']),
  viaIds: some(AGENTS),
  onBehalfOfIds: some(AGENTS),
  addresseeIds: some(AGENTS),
  outletId: fc.constantFrom(...AGENTS),
  articleId: fc.constantFrom(...ARTICLES),
  claimId: fc.constantFrom(...CLAIMS),
  occasionId: fc.constantFrom(null, ...OCCASIONS),
  quoteType: fc.constantFrom('DIRECT', 'INDIRECT'),
  speechAct: fc.constantFrom('ASSERT', 'DEMAND'),
  certainty: fc.constantFrom('CERTAIN', 'POSSIBLE'),
  polarity: fc.constantFrom('POSITIVE', 'NEGATIVE'),
  zone: fc.constantFrom('HEADLINE', 'BODY'),
  status: fc.constantFrom(...STATEMENT_STATUSES),
  said: date,
  published: date,
  text: fc.constantFrom('The ferry sank', 'Die Fähre in der Straße', ''),
})

const list = (values: readonly string[]) => some(values)
const range = fc
  .record(
    {
      from: fc.option(fc.constantFrom(...DAYS), { nil: null }),
      to: fc.option(fc.constantFrom(...DAYS), { nil: null }),
      match: fc.constantFrom('CERTAIN' as const, 'POSSIBLE' as const, null),
    },
    { requiredKeys: [] },
  )
  .filter(({ from, to }) => from == null || to == null || from <= to)
const FIELDS = {
  speaker: list(AGENTS),
  via: list(AGENTS),
  onBehalfOf: list(AGENTS),
  hasOnBehalfOf: fc.boolean(),
  addressee: list(AGENTS),
  outlet: list(AGENTS),
  article: list(ARTICLES),
  claim: list(CLAIMS),
  occasion: list(OCCASIONS),
  quoteType: list(['DIRECT', 'INDIRECT']),
  speechAct: list(['ASSERT', 'DEMAND']),
  certainty: list(['CERTAIN', 'POSSIBLE']),
  polarity: list(['POSITIVE', 'NEGATIVE']),
  zone: list(['HEADLINE', 'BODY']),
  status: list(STATEMENT_STATUSES),
  speakerKind: list(['PERSON', 'OUTLET']),
  said: range,
  saidBasis: list(DATE_BASES),
  published: range,
  text: fc.constantFrom('FERRY', 'strasse', '', 'sink'),
} satisfies Record<string, fc.Arbitrary<unknown>>

/** Up to three fields of a filter, null among them, each of which is as likely as the others. */
const flat = fc
  .subarray(Object.keys(FIELDS) as (keyof typeof FIELDS)[], { maxLength: 3 })
  .chain((names) =>
    fc.record(
      Object.fromEntries(
        names.map((name) => [name, fc.option<unknown>(FIELDS[name], { freq: 6, nil: null })]),
      ),
    ),
  ) as fc.Arbitrary<StatementFilter>
const { filter } = fc.letrec<{ filter: StatementFilter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    flat,
    fc
      .tuple(
        flat,
        fc.record(
          {
            and: fc.option(fc.array(tie('filter'), { maxLength: 3 }), { nil: null, freq: 6 }),
            or: fc.option(fc.array(tie('filter'), { maxLength: 3 }), { nil: null, freq: 6 }),
            not: fc.option(tie('filter'), { nil: null, freq: 6 }),
          },
          { requiredKeys: [] },
        ),
      )
      .map(([fields, joined]) => ({ ...fields, ...joined }) as StatementFilter),
  ),
}))

/** What a literal of the normal form says of a statement, straight from the form's description. */
function holds(
  statement: FilteredStatement,
  { field, not, values, flag, from, to, match, text }: FilterLiteral,
) {
  const found: Record<string, readonly string[]> = {
    speaker: statement.speakerIds,
    via: statement.viaIds,
    onBehalfOf: statement.onBehalfOfIds,
    addressee: statement.addresseeIds,
    outlet: [statement.outletId],
    article: [statement.articleId],
    claim: [statement.claimId],
    occasion: statement.occasionId === null ? [] : [statement.occasionId],
    quoteType: [statement.quoteType],
    speechAct: [statement.speechAct],
    certainty: [statement.certainty],
    polarity: [statement.polarity],
    zone: [statement.zone],
    status: [statement.status],
    speakerKind: statement.speakerKinds,
    saidBasis: [statement.said.basis],
  }
  const tests: Record<string, () => boolean> = {
    hasOnBehalfOf: () => statement.onBehalfOfIds.length > 0 === flag,
    said: () => matchesDateRange(statement.said, { from, to, match }),
    published: () => matchesDateRange(statement.published, { from, to, match }),
    text: () => foldCase(statement.text).includes(text!),
  }
  const test = tests[field] ?? (() => found[field]!.some((value) => values.includes(value)))
  return test() !== not
}
const passes = (statement: FilteredStatement, normal: NormalFilter) =>
  normal.some((alternative) => alternative.every((literal) => holds(statement, literal)))

const asksForStatus = (filter: StatementFilter) => /"status":\[/.test(JSON.stringify(filter))
/** The normal form, or null where the filter is too large for one. */
function normalized(filter: StatementFilter): NormalFilter | null {
  try {
    return normalizeStatementFilter(filter)
  } catch (error) {
    expect(error).toMatchObject({ code: 'FILTER_TOO_LARGE' })
    return null
  }
}

describe('the normal form', () => {
  test('lets through what the filter itself does, as far as lists show it', () => {
    const seen = { passed: 0, held: 0 }
    fc.assert(
      fc.property(filter, fc.array(statement, { minLength: 3, maxLength: 8 }), (filter, statements) => {
        const normal = normalized(filter)
        if (normal === null) return
        for (const one of statements) {
          const visible = asksForStatus(filter) || VISIBLE_STATUSES.some((status) => status === one.status)
          const expected = visible && matchesStatementFilter(one, filter)
          seen[expected ? 'passed' : 'held']++
          if (passes(one, normal) !== expected) expect({ filter, one, normal }).toBe(expected)
        }
      }),
      { numRuns: 1_500 },
    )
    expect(Math.min(seen.passed, seen.held)).toBeGreaterThan(500)
  })

  test('of a complement lets through exactly the others', () => {
    fc.assert(
      fc.property(filter, statement, (filter, one) => {
        const status = { status: STATEMENT_STATUSES }
        const [normal, not] = [{ and: [filter, status] }, { not: filter, ...status }].map(normalized)
        if (normal && not) expect(passes(one, normal)).toBe(!passes(one, not))
      }),
      { numRuns: 300 },
    )
  })

  test('keeps within its limits, and travels as plain data', () => {
    fc.assert(
      fc.property(filter, (filter) => {
        const normal = normalized(filter)
        if (normal === null) return
        expect(normal.length).toBeLessThanOrEqual(MAX_FILTER_ALTERNATIVES)
        expect(JSON.parse(JSON.stringify(normal))).toEqual(normal)
      }),
      { numRuns: 300 },
    )
  })

  test.each<[string, StatementFilter, number]>([
    ['an empty filter', {}, 1],
    ['nulls', { speaker: null, and: null, or: null, not: null, said: null, text: null }, 1],
    ['an empty list of values', { speaker: [] }, 0],
    ['an empty and', { and: [] }, 0],
    ['an empty or', { or: [] }, 0],
    ['the complement of an empty or', { not: { or: [] } }, 1],
    ['the complement of an empty and', { not: { and: [] } }, 1],
    ['the complement of everything', { not: {} }, 0],
  ])('%s matches everything or nothing', (_, filter, matched) => {
    const [one] = fc.sample(statement, { numRuns: 1, seed: 7 })
    const visible = { ...one!, status: 'ACCEPTED' }
    expect(matchesStatementFilter(visible, filter)).toBe(matched === 1)
    expect(passes(visible, normalizeStatementFilter(filter))).toBe(matched === 1)
  })
})

describe('what lists show', () => {
  const statusOf = (filter: StatementFilter | null | undefined) =>
    normalizeStatementFilter(filter).map((alternative) =>
      alternative.filter(({ field }) => field === 'status').map(({ values, not }) => [not, ...values]),
    )

  test('is added once to every alternative where no status is asked for', () => {
    const shown = [[false, 'PROPOSED', 'ACCEPTED']]
    expect(statusOf(null)).toEqual([shown])
    expect(statusOf(undefined)).toEqual([shown])
    expect(statusOf({ status: null })).toEqual([shown])
    expect(statusOf({ or: [{ zone: ['BODY'] }, { not: { text: 'x' } }] })).toEqual([shown, shown])
  })

  test.each<[string, StatementFilter]>([
    ['at the top', { status: ['REJECTED'] }],
    ['within and', { and: [{ status: ['REJECTED'] }] }],
    ['within or', { or: [{ text: 'x' }, { and: [{ status: ['REJECTED'] }] }] }],
    ['within not', { not: { not: { status: ['REJECTED'] } } }],
    ['by an empty list', { status: [] }],
  ])('is left to the filter where it asks for a status: %s', (_, filter) => {
    expect(JSON.stringify(statusOf(filter))).not.toContain('ACCEPTED')
  })
})

describe('refusals', () => {
  const codeOf = (filter: StatementFilter) => {
    try {
      normalizeStatementFilter(filter)
      return null
    } catch (error) {
      return (error as { code: string; details: object }).code
    }
  }
  const choices = (count: number, of: number): StatementFilter => ({
    and: Array.from({ length: count }, (_, index) => ({
      or: Array.from({ length: of }, () => ({ text: String(index) })),
    })),
  })

  test('more alternatives than the most, told with the limit and what was found', () => {
    expect(normalizeStatementFilter(choices(6, 2))).toHaveLength(64)
    expect(() => normalizeStatementFilter(choices(7, 2))).toThrow(
      expect.objectContaining({ code: 'FILTER_TOO_LARGE', details: { limit: 64, found: 128 } }),
    )
    expect(codeOf({ or: Array.from({ length: 65 }, () => ({})) })).toBe('FILTER_TOO_LARGE')
    expect(codeOf({ not: { and: Array.from({ length: 65 }, () => ({ text: 'x' })) } })).toBe(
      'FILTER_TOO_LARGE',
    )
    // Stops at the first step that is too large: forty choices of forty never exist.
    expect(codeOf(choices(40, 40))).toBe('FILTER_TOO_LARGE')
  })

  test('more values than the most', () => {
    const speaker = Array.from({ length: MAX_FILTER_VALUES - 1 }, (_, index) =>
      namedAgentId('PERSON', `p${index}`, null),
    )
    expect(codeOf({ speaker, status: ['ACCEPTED'] })).toBeNull()
    expect(codeOf({ speaker: [...speaker, AGENTS[0]!], status: ['ACCEPTED'] })).toBe('FILTER_TOO_LARGE')
  })

  test.each<[string, StatementFilter]>([
    ['no id', { speaker: ['Ana Ruiz'] }],
    ['the id of another kind', { claim: [AGENTS[0]!] }],
    ['deep inside', { not: { or: [{ occasion: ['oc_1'] }] } }],
    ['one of several', { article: [ARTICLES[0]!, ''] }],
  ])('a malformed id: %s', (_, filter) => {
    expect(codeOf(filter)).toBe('INVALID_ID')
  })

  test('a range that ends before it begins', () => {
    expect(codeOf({ said: { from: '2025-04-19', to: '2025-04-18' } })).toBe('INVALID_ARGUMENTS')
    expect(codeOf({ not: { published: { from: '2025-04-19', to: '2025-04-18' } } })).toBe('INVALID_ARGUMENTS')
    expect(codeOf({ said: { from: '2025-04-18', to: '2025-04-18' } })).toBeNull()
  })
})
