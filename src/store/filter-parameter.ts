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
type FilterTest = { readonly not: boolean; readonly property: string } & (
  | { readonly kind: 'AMONG'; readonly values: readonly string[] }
  | { readonly kind: 'CONTAINS'; readonly text: string }
  | {
      /** `property` is the bound of the date that must not lie before `from`; each has what stands for it where it is open. */
      readonly kind: 'WITHIN'
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
  // `hasOnBehalfOf: true` asks for any entry of the list, and each contains the empty text.
  if (flag !== null) return { kind: 'CONTAINS', not: not === flag, property: 'onBehalfOfIds', text: '' }
  if (match === null) return { kind: 'AMONG', not, property: PROPERTIES[field] ?? field, values }
  const bounds = { from: from ?? FIRST, to: to ?? LAST }
  const [earliest, latest] = [`${field}Earliest`, `${field}Latest`]
  // The whole date lies in the range; or some of it may. An open bound is open to the outside.
  return match === 'CERTAIN'
    ? { kind: 'WITHIN', not, ...bounds, property: earliest, openLower: FIRST, upper: latest, openUpper: LAST }
    : { kind: 'WITHIN', not, ...bounds, property: latest, openLower: LAST, upper: earliest, openUpper: FIRST }
}
