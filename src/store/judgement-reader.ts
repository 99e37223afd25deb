import { countJudgements, judgements } from '../cypher/queries.ts'
import type { JudgementRecord } from '../domain/graph-records.ts'
import { type Page, type PageRequest, pageOf } from '../domain/page.ts'
import type { JudgementKind, Verdict } from '../domain/vocabulary.ts'
import { beginning, type GraphView } from './graph-view.ts'
import { judgementRecord } from './record-reader.ts'

export interface JudgementConditions {
  readonly verdicts: readonly Verdict[] | null
  readonly kinds: readonly JudgementKind[] | null
}

/** One page of the judgements in force, newest first. */
export async function readJudgements(
  { database, known }: GraphView,
  conditions: JudgementConditions,
  { first, after }: PageRequest,
): Promise<Page<JudgementRecord>> {
  const rows = await database.run(judgements, {
    ...conditions,
    known,
    after: after ?? beginning('RECORDED_DESC'),
    limit: first + 1,
  })
  return pageOf(
    rows.map(({ sortKey, state }) => ({ sortKey, item: judgementRecord(state) })),
    first,
  )
}

export async function countAllJudgements(
  { database, known }: GraphView,
  conditions: JudgementConditions,
): Promise<number> {
  return (await database.run(countJudgements, { ...conditions, known }))[0]!.total
}
