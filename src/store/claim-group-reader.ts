import { claimGroups } from '../cypher/queries.ts'
import type { GraphView } from './graph-view.ts'

/** A claim with its accepted alternatives and theirs, and all that is one with any of them by decision. */
export interface ClaimGroup {
  /** The same for all of its claims: the least id. */
  readonly id: string
  /** By claim: the one that stands for all that are one with it. */
  readonly canonicalIds: ReadonlyMap<string, string>
}

/** The group of each claim, all in one query. Claims of one group are given the same object. */
export async function readClaimGroups(
  { database, known }: GraphView,
  claims: readonly string[],
): Promise<Map<string, ClaimGroup>> {
  const rows = await database.run(claimGroups, { claims, known })
  const members = new Map<string, Map<string, string>>()
  for (const { claimId, memberId, canonicalId } of rows)
    members.set(claimId, (members.get(claimId) ?? new Map()).set(memberId, canonicalId))
  const groups = new Map<string, ClaimGroup>()
  for (const canonicalIds of members.values()) {
    const id = [...canonicalIds.keys()].sort()[0]!
    if (!groups.has(id)) groups.set(id, { id, canonicalIds })
  }
  const groupOf = new Map(
    [...groups.values()].flatMap((group) => [...group.canonicalIds.keys()].map((id) => [id, group])),
  )
  return new Map(claims.flatMap((id) => (groupOf.has(id) ? [[id, groupOf.get(id)!]] : [])))
}
