import { trace } from '../cypher/queries.ts'
import type { TraceNode } from '../domain/trace.ts'
import { VISIBLE_STATUSES } from '../domain/visibility.ts'
import type { GraphView } from './graph-view.ts'

/** Everything between a claim's statements, or one statement, and print: one round trip at any depth. */
export async function readTrace(
  { database, known }: GraphView,
  subject: { readonly claim: string } | { readonly statement: string },
): Promise<TraceNode[]> {
  const rows = await database.run(trace, {
    claim: 'claim' in subject ? subject.claim : null,
    statement: 'statement' in subject ? subject.statement : null,
    statuses: VISIBLE_STATUSES,
    known,
  })
  return rows as unknown as TraceNode[]
}
