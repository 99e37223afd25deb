import type { FilterLiteral, NormalFilter } from '../domain/statement-filter.ts'

/** The property of a statement's state that a field looks at, where the two differ in name. */
const PROPERTIES: Readonly<Record<string, string>> = {
  speaker: 'speakerIds',
  via: 'viaIds',
  onBehalfOf: 'onBehalfOfIds',
  addressee: 'addresseeIds',
  speakerKind: 'speakerKinds',
  outlet: 'outletId',
  article: 'articleId',
  claim: 'claimId',
  occasion: 'occasionId',
}

/**
 * A test as `cypher/fragments/statement-filter.cypher` takes it. It names the properties, so that the query needs no
 * branch for each field: the planner's time for a new query grows with its expressions.
 */
type FilterTest = { readonly not: boolean } & (
  | { readonly kind: 'AMONG'; readonly property: string; readonly values: readonly string[] }
  | { readonly kind: 'EMPTY'; readonly property: string }
  | { readonly kind: 'CONTAINS'; readonly property: string; readonly text: string }
  | {
      readonly kind: 'WITHIN'
      /** The bound of the date that must not lie before `from`, and what stands for it where it is open. */
      readonly lower: string
      readonly openLower: string
      readonly from: string
      readonly upper: string
      readonly openUpper: string
      readonly to: string
    }
)

/** Before and after every date. */
const [FIRST, LAST] = ['', '~']

/**
 * A filter in normal form as the parameter `filter` of the queries. It is a map, because Neo4j plans a query anew for
 * a list of another order of magnitude (0, 1, to 10, to 100): 300 to 700 ms each.
 */
export const filterParameter = (filter: NormalFilter): { readonly anyOf: FilterTest[][] } => ({
  anyOf: filter.map((alternative) => alternative.map(filterTest)),
})

function filterTest({ field, not, values, flag, from, to, match, text }: FilterLiteral): FilterTest {
  if (text !== null) return { kind: 'CONTAINS', not, property: 'foldedText', text }
  // `hasOnBehalfOf: true` asks that the list is not empty.
  if (flag !== null) return { kind: 'EMPTY', not: not !== flag, property: 'onBehalfOfIds' }
  if (match === null) return { kind: 'AMONG', not, property: PROPERTIES[field] ?? field, values }
  const bounds = { from: from ?? FIRST, to: to ?? LAST }
  const [earliest, latest] = [`${field}Earliest`, `${field}Latest`]
  // The whole date lies in the range; or some of it may. An open bound is open to the outside.
  return match === 'CERTAIN'
    ? { kind: 'WITHIN', not, ...bounds, lower: earliest, openLower: FIRST, upper: latest, openUpper: LAST }
    : { kind: 'WITHIN', not, ...bounds, lower: latest, openLower: LAST, upper: earliest, openUpper: FIRST }
}
