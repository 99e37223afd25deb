import { firstReportsByClaim, relationsByClaim } from '../cypher/queries.ts'
import { firstReports } from '../domain/first-reports.ts'
import type { JudgementRecord, StatementRecord } from '../domain/graph-records.ts'
import { CLAIM_RELATION_KINDS } from '../domain/judgement.ts'
import { VISIBLE_STATUSES } from '../domain/visibility.ts'
import type { GraphView } from './graph-view.ts'
import { judgementRecord, statementRecord } from './record-reader.ts'

export type ClaimRelationKind = (typeof CLAIM_RELATION_KINDS)[number] | 'BROADER'

/** What was decided of a claim and another, seen from the claim. */
export interface ClaimRelation {
  readonly relation: ClaimRelationKind
  readonly claimId: string
  readonly judgement: JudgementRecord
}

/** The decisions on each claim and others, all in one query. Of NARROWER the other side reads BROADER. */
export async function readClaimRelations(
  { database, known }: GraphView,
  claims: readonly string[],
): Promise<Map<string, ClaimRelation[]>> {
  const rows = await database.run(relationsByClaim, { claims, kinds: [...CLAIM_RELATION_KINDS], known })
  const relations = new Map<string, ClaimRelation[]>(claims.map((id) => [id, []]))
  for (const { claimId, isLeft, otherId, state } of rows) {
    const judgement = judgementRecord(state)
    const kind = judgement.judgementKind as (typeof CLAIM_RELATION_KINDS)[number]
    const relation = kind === 'NARROWER' && !isLeft ? 'BROADER' : kind
    relations.get(claimId)!.push({ relation, claimId: otherId, judgement })
  }
  return relations
}

/**
 * The statements of each claim that may have been printed first, all in one query. Who denies a claim does not report
 * it, so denials are the first reports only of a claim that nobody asserts.
 */
export async function readFirstReports(
  { database, known }: GraphView,
  claims: readonly string[],
): Promise<Map<string, StatementRecord[]>> {
  const rows = await database.run(firstReportsByClaim, { claims, statuses: [...VISIBLE_STATUSES], known })
  const reports = new Map<string, StatementRecord[]>(claims.map((id) => [id, []]))
  for (const { claimId, state } of rows) reports.get(claimId)!.push(statementRecord(state))
  return new Map(
    [...reports].map(([id, all]) => {
      const asserting = all.filter(({ polarity }) => polarity === 'POSITIVE')
      return [id, firstReports(asserting.length > 0 ? asserting : all)]
    }),
  )
}
