import { ascendingKey } from './date-order.ts'
import type { Drift } from './drift/drift.ts'
import { groupBy } from './group-by.ts'
import { Equivalence } from './origins/equivalence.ts'
import type { UncertainDate } from './uncertain-date.ts'

/** How many articles are compared at most. */
export const MAX_COMPARED_ARTICLES = 50

/** What is compared: plain data. Claim ids are those that stand for all who were decided to be one. */
export interface CoverageInput {
  /** In the order that was asked for, without repeats. */
  readonly articles: readonly { readonly id: string; readonly published: UncertainDate }[]
  /** What these articles say, without what lists do not show. */
  readonly statements: readonly CoveredStatement[]
  /** Pairs of claims that were decided to be ALTERNATIVE values. */
  readonly alternatives: readonly (readonly [leftId: string, rightId: string])[]
}

export interface CoveredStatement {
  readonly id: string
  readonly articleId: string
  readonly claimId: string
  /** Place in its article, from 0. */
  readonly order: number
}

/** A claim with its accepted alternatives, across the compared articles. */
export interface CoverageRow {
  /** The most carried of them; then the first in the earliest article; then by id. */
  readonly claimId: string
  /** The others that some compared article carries, in the same order. */
  readonly alternativeIds: readonly string[]
  /** By publication, then by place in the article. */
  readonly statementIds: readonly string[]
  /** Compared articles that carry none of these claims, in the order that was asked for. */
  readonly missingFrom: readonly string[]
  /** Rows are in the order of their keys, compared as text. */
  readonly sortKey: string
}

/**
 * Who carries what: a row for each group of claims. Alternatives are joined through each other: where 34 and 35 are
 * alternatives, and 35 and 36, the three are one row. The most carried row comes first (by articles), then the one whose
 * first statement is in the earliest article, then first in it, then has the least id.
 */
export function coverageRows(input: CoverageInput): CoverageRow[] {
  const placeOfArticle = new Map(
    input.articles.map(({ id, published }) => [id, `${ascendingKey(published)} ${id}`] as const),
  )
  const statements = input.statements
    .filter(({ articleId }) => placeOfArticle.has(articleId))
    .map((one) => ({ ...one, place: [placeOfArticle.get(one.articleId)!, one.order, one.id] as const }))
    .sort((a, b) => comparePlaces(a.place, b.place))

  const groups = new Equivalence()
  for (const [left, right] of input.alternatives) groups.join(left, right)
  const rows = groupBy(statements, ({ claimId }) => groups.of(claimId))
  return inCarriageOrder([...rows.values()]).map((row): CoverageRow => {
    const claims = inCarriageOrder([...groupBy(row, ({ claimId }) => claimId).values()])
    const [claimId, ...alternativeIds] = claims.map(([first]) => first!.claimId)
    const carriers = new Set(row.map(({ articleId }) => articleId))
    return {
      claimId: claimId!,
      alternativeIds,
      statementIds: row.map(({ id }) => id),
      missingFrom: input.articles.flatMap(({ id }) => (carriers.has(id) ? [] : [id])),
      sortKey: sortKeyOf(carriers.size, row[0]!.place),
    }
  })
}

/**
 * What the statements of a row changed, in their order; what they are compared with may be in an article that was not
 * asked for.
 * @param drift of the group of the row's claims
 */
export function driftOfRow({ statementIds }: CoverageRow, drift: readonly Drift[]): Drift[] {
  const changes = groupBy(drift, ({ to }) => to)
  return statementIds.flatMap((id) => changes.get(id) ?? [])
}

const sortKeyOf = (carriers: number, [article, order, id]: Placed['place']) =>
  `${inReverse(carriers)} ${article} ${String(order).padStart(6, '0')} ${id}`
const inReverse = (carriers: number) => String(MAX_COMPARED_ARTICLES - carriers).padStart(3, '0')

type Placed = CoveredStatement & { readonly place: readonly [article: string, order: number, id: string] }

function comparePlaces(a: Placed['place'], b: Placed['place']): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1
}

/** Groups of sorted statements: the most carried first, then by where the first stands; its id makes the order total. */
const inCarriageOrder = (groups: readonly (readonly Placed[])[]) =>
  groups
    .map((statements) => ({ statements, carriers: new Set(statements.map((one) => one.articleId)).size }))
    .sort((a, b) => b.carriers - a.carriers || comparePlaces(a.statements[0]!.place, b.statements[0]!.place))
    .map(({ statements }) => statements)
