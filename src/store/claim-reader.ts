import { claims, countClaims, countSourcesByClaim, sourcesByClaim } from '../cypher/queries.ts'
import type { ClaimRecord } from '../domain/graph-records.ts'
import { type Page, type PageRequest, pageOf } from '../domain/page.ts'
import type { NormalFilter } from '../domain/statement-filter.ts'
import { VISIBLE_STATUSES } from '../domain/visibility.ts'
import { SOURCE_ROLES, type SourceRole } from '../domain/vocabulary.ts'
import { filterParameter } from './filter-parameter.ts'
import { beginning, type GraphView } from './graph-view.ts'
import { claimRecord } from './record-reader.ts'

const CLAIM_ORDERS = [
  'FIRST_SAID_DESC',
  'FIRST_SAID_ASC',
  'FIRST_PUBLISHED_DESC',
  'FIRST_PUBLISHED_ASC',
  'RECORDED_DESC',
] as const
export type ClaimOrder = (typeof CLAIM_ORDERS)[number]

export interface ClaimConditions {
  /** One statement of the claim passes it whole; null asks nothing. */
  readonly filter: NormalFilter | null
  /** Whether the filter asks for a status itself, so that hidden claims are found too. */
  readonly anyStatus: boolean
  /** Contained in the claim's words; case folded. */
  readonly text: string | null
}

export async function readClaims(
  { database, known }: GraphView,
  { filter, anyStatus, text }: ClaimConditions,
  order: ClaimOrder,
  { first, after }: PageRequest,
): Promise<Page<ClaimRecord>> {
  const rows = await database.run(claims[order], {
    filter: filter && filterParameter(filter),
    anyStatus,
    text,
    known,
    after: after ?? beginning(order),
    limit: first + 1,
  })
  return pageOf(
    rows.map(({ sortKey, state }) => ({ sortKey, item: claimRecord(state) })),
    first,
  )
}

export async function countAllClaims(
  { database, known }: GraphView,
  { filter, anyStatus, text }: ClaimConditions,
): Promise<number> {
  return (
    await database.run(countClaims, {
      filter: filter && filterParameter(filter),
      anyStatus,
      text,
      known,
    })
  )[0]!.total
}

/** An agent in the chain of a claim's statements, in one role. */
export interface ClaimSource {
  readonly role: SourceRole
  readonly agentId: string
  readonly statementCount: number
  /** By publication. */
  readonly firstStatementId: string
}

/** One page of the sources of each claim: earliest publication first. */
export async function readClaimSources(
  { database, known }: GraphView,
  claimIds: readonly string[],
  roles: readonly SourceRole[] | null,
  { first, after }: PageRequest,
): Promise<Map<string, Page<ClaimSource>>> {
  const rows = await database.run(sourcesByClaim, {
    claims: claimIds,
    roles: roles ?? SOURCE_ROLES,
    statuses: VISIBLE_STATUSES,
    known,
    after: after ?? beginning('SOURCES'),
    limit: first + 1,
  })
  const byClaim = new Map(claimIds.map((id): [string, { sortKey: string; item: ClaimSource }[]] => [id, []]))
  for (const { claimId, role, agentId, statementCount, firstStatementId, sortKey } of rows)
    byClaim
      .get(claimId)
      ?.push({ sortKey, item: { role: role as SourceRole, agentId, statementCount, firstStatementId } })
  return new Map([...byClaim].map(([id, items]) => [id, pageOf(items, first)]))
}

export async function countClaimSources(
  { database, known }: GraphView,
  claimIds: readonly string[],
  roles: readonly SourceRole[] | null,
): Promise<Map<string, number>> {
  const rows = await database.run(countSourcesByClaim, {
    claims: claimIds,
    roles: roles ?? SOURCE_ROLES,
    statuses: VISIBLE_STATUSES,
    known,
  })
  return new Map(rows.map(({ claimId, total }) => [claimId, total]))
}
