import { reviewsBySubject } from '../cypher/queries.ts'
import { ascendingKey } from '../domain/date-order.ts'
import type { ReviewRecord } from '../domain/graph-records.ts'
import type { GraphView } from './graph-view.ts'
import { reviewRecord } from './record-reader.ts'

/** The reviews of each claim or statement, earliest published first; of a claim, also those of claims merged into it. */
export async function readReviews(
  { database, known }: GraphView,
  subjects: readonly string[],
): Promise<Map<string, ReviewRecord[]>> {
  const rows = await database.run(reviewsBySubject, { subjects, known })
  const reviews = new Map<string, ReviewRecord[]>(subjects.map((id) => [id, []]))
  for (const { subjectId, state } of rows) reviews.get(subjectId)?.push(reviewRecord(state))
  const key = ({ published, recorded, id }: ReviewRecord) => `${ascendingKey(published)} ${recorded.at} ${id}`
  for (const list of reviews.values()) list.sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return reviews
}
