import { ClaimgraphError } from './claimgraph-error.ts'
import type { DateMatch } from './date-range.ts'
import { foldCase } from './fold-case.ts'
import { checkedId, type RecordKind } from './identity.ts'
import { VISIBLE_STATUSES } from './visibility.ts'

/**
 * What clients ask of statements. Fields are joined by AND, the values of a list by OR; an empty list matches
 * nothing (`and` and `or` included), null is absent, `not` is the exact complement.
 */
export interface StatementFilter {
  readonly speaker?: readonly string[] | null
  readonly via?: readonly string[] | null
  readonly onBehalfOf?: readonly string[] | null
  readonly hasOnBehalfOf?: boolean | null
  readonly addressee?: readonly string[] | null
  readonly outlet?: readonly string[] | null
  readonly article?: readonly string[] | null
  readonly claim?: readonly string[] | null
  readonly occasion?: readonly string[] | null
  readonly quoteType?: readonly string[] | null
  readonly speechAct?: readonly string[] | null
  readonly certainty?: readonly string[] | null
  readonly polarity?: readonly string[] | null
  readonly zone?: readonly string[] | null
  readonly status?: readonly string[] | null
  readonly speakerKind?: readonly string[] | null
  readonly said?: DateRangeInput | null
  readonly saidBasis?: readonly string[] | null
  readonly published?: DateRangeInput | null
  readonly text?: string | null
  readonly and?: readonly StatementFilter[] | null
  readonly or?: readonly StatementFilter[] | null
  readonly not?: StatementFilter | null
}

export interface DateRangeInput {
  readonly from?: string | null
  readonly to?: string | null
  readonly match?: DateMatch | null
}

/**
 * One test of one field. A filter in normal form is a list of alternatives, each a list of literals that must all
 * hold; it travels as one parameter, so that the text of a query never depends on the filter.
 */
export interface FilterLiteral {
  readonly field: string
  /** Whether the test is negated. */
  readonly not: boolean
  readonly values: readonly string[]
  /** Where the values are whole groups of records that are one: those that stand for them, whose lists hold all. */
  readonly canonicalIds?: readonly string[]
  readonly flag: boolean | null
  readonly from: string | null
  readonly to: string | null
  readonly match: DateMatch | null
  /** Case folded. */
  readonly text: string | null
}
export type NormalFilter = readonly (readonly FilterLiteral[])[]

/** The most alternatives that a filter may come to, and the most values in all of them together. */
export const MAX_FILTER_ALTERNATIVES = 64
export const MAX_FILTER_VALUES = 2_000

const ID_FIELDS: Readonly<Record<string, RecordKind>> = {
  speaker: 'Agent',
  via: 'Agent',
  onBehalfOf: 'Agent',
  addressee: 'Agent',
  outlet: 'Agent',
  article: 'Article',
  claim: 'Claim',
  occasion: 'Occasion',
}
const WORD_FIELDS = [
  'quoteType',
  'speechAct',
  'certainty',
  'polarity',
  'zone',
  'status',
  'speakerKind',
  'saidBasis',
] as const
const DATE_FIELDS = ['said', 'published'] as const

const EVERYTHING: NormalFilter = [[]]
const NOTHING: NormalFilter = []

const literal = (field: string, not: boolean, test: Partial<FilterLiteral>): NormalFilter => [
  [{ field, not, values: [], flag: null, from: null, to: null, match: null, text: null, ...test }],
]

function anyOf(parts: readonly NormalFilter[]): NormalFilter {
  const alternatives = parts.reduce((sum, part) => sum + part.length, 0)
  refuseAbove(MAX_FILTER_ALTERNATIVES, alternatives, 'alternatives')
  return parts.flat()
}

function allOf(parts: readonly NormalFilter[]): NormalFilter {
  return parts.reduce((left, right) => {
    refuseAbove(MAX_FILTER_ALTERNATIVES, left.length * right.length, 'alternatives')
    return left.flatMap((a) => right.map((b) => [...a, ...b]))
  }, EVERYTHING)
}

function refuseAbove(limit: number, found: number, what: string) {
  if (found <= limit) return
  throw new ClaimgraphError(
    'FILTER_TOO_LARGE',
    `The filter comes to ${found} ${what}; at most ${limit} are accepted. Ask with fewer values or in several queries.`,
    { limit, found },
  )
}

/**
 * A range of days with what it leaves open.
 * @throws ClaimgraphError INVALID_ARGUMENTS where it ends before it begins
 */
export function checkedRange(field: string, { from = null, to = null, match }: DateRangeInput) {
  if (from !== null && to !== null && from > to)
    throw new ClaimgraphError(
      'INVALID_ARGUMENTS',
      `The range of "${field}" ends (${to}) before it begins (${from}).`,
    )
  return { from, to, match: match ?? ('CERTAIN' as const) }
}

// The parts of one filter object, each already negated where `not` is true (De Morgan: the caller joins them by OR).
function partsOf(filter: StatementFilter, not: boolean): NormalFilter[] {
  const parts: NormalFilter[] = []
  for (const [field, kind] of Object.entries(ID_FIELDS)) {
    const values = filter[field as 'speaker']
    if (values != null)
      parts.push(literal(field, not, { values: values.map((value) => checkedId(value, kind)) }))
  }
  for (const field of WORD_FIELDS) {
    const values = filter[field]
    if (values != null) parts.push(literal(field, not, { values }))
  }
  for (const field of DATE_FIELDS) {
    const range = filter[field]
    if (range == null) continue
    parts.push(literal(field, not, checkedRange(field, range)))
  }
  if (filter.hasOnBehalfOf != null) parts.push(literal('hasOnBehalfOf', not, { flag: filter.hasOnBehalfOf }))
  if (filter.text != null) parts.push(literal('text', not, { text: foldCase(filter.text) }))
  if (filter.and != null) {
    const inner = filter.and.map((part) => normal(part, not))
    parts.push(inner.length === 0 ? (not ? EVERYTHING : NOTHING) : not ? anyOf(inner) : allOf(inner))
  }
  if (filter.or != null) {
    const inner = filter.or.map((part) => normal(part, not))
    parts.push(not ? allOf(inner) : anyOf(inner))
  }
  if (filter.not != null) parts.push(normal(filter.not, !not))
  return parts
}

function normal(filter: StatementFilter, not: boolean): NormalFilter {
  const parts = partsOf(filter, not)
  return not ? anyOf(parts) : allOf(parts)
}

/** Whether a filter names a status anywhere: then the visibility rule is the asker's own. */
export const asksForStatus = (filter: StatementFilter): boolean =>
  filter.status != null ||
  [...(filter.and ?? []), ...(filter.or ?? []), ...(filter.not ? [filter.not] : [])].some(asksForStatus)

/**
 * A filter in disjunctive normal form, with the visibility rule added: unless the filter asks for a status itself, it
 * is joined with "what lists show".
 * @throws ClaimgraphError FILTER_TOO_LARGE, INVALID_ID, INVALID_ARGUMENTS
 */
export function normalizeStatementFilter(filter: StatementFilter | null | undefined): NormalFilter {
  const asked = filter ? normal(filter, false) : EVERYTHING
  // What has no list is one value: a text, a range, a flag.
  const values = asked.flat().reduce((sum, { values }) => sum + Math.max(1, values.length), 0)
  refuseAbove(MAX_FILTER_VALUES, values, 'values')
  return filter && asksForStatus(filter)
    ? asked
    : allOf([asked, literal('status', false, { values: [...VISIBLE_STATUSES] })])
}

/** The ids in a filter that may be one with others by decision: those of agents, claims and occasions. */
export const mergeableIds = (filter: NormalFilter): readonly string[] => [
  ...new Set(filter.flat().flatMap((test) => (isMergeable(test) ? test.values : []))),
]

/**
 * A filter in which each id stands for all that is one with it by decision.
 * @param membersOf all that is one with a record, first the one that stands for it
 */
export const withMembers = (
  filter: NormalFilter,
  membersOf: (id: string) => readonly string[],
): NormalFilter =>
  filter.map((alternative) =>
    alternative.map((test) => {
      if (!isMergeable(test)) return test
      const groups = test.values.map(membersOf)
      return {
        ...test,
        values: [...new Set(groups.flat())],
        canonicalIds: [...new Set(groups.map(([canonicalId]) => canonicalId!))],
      }
    }),
  )

const isMergeable = ({ field }: FilterLiteral) => field in ID_FIELDS && field !== 'article'
