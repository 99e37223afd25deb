import type { StatementStatus } from './vocabulary.ts'

/**
 * The one place that decides what lists, counts, chains and search show: what is neither rejected nor superseded nor
 * retracted. Looked up by its id, a record shows with its status, whatever that is.
 */
export const VISIBLE_STATUSES: readonly StatementStatus[] = ['PROPOSED', 'ACCEPTED']

/** What became of a statement in its article: still said, no longer said by the newest version, or taken back. */
export type LifeCycle = 'CURRENT' | 'SUPERSEDED' | 'RETRACTED'

/** What was decided about a record: it waits, it stands, or it was refused (by a person or a newer annotation). */
export type ReviewState = 'PROPOSED' | 'ACCEPTED' | 'REJECTED'

/**
 * Review and life cycle are kept apart; of the two the strongest shows: REJECTED, RETRACTED, SUPERSEDED, ACCEPTED,
 * PROPOSED. What a person decided is kept beside what documents say, so that no document overwrites it: a decided
 * review stands in the place of theirs, a decided life cycle adds to it.
 *
 * @param decided the last decision of a person, or null
 */
export function statusOf(
  review: ReviewState,
  lifeCycle: LifeCycle,
  decided: StatementStatus | null = null,
): StatementStatus {
  const reviewed = decided === null || isLifeCycle(decided) ? review : decided
  if (reviewed === 'REJECTED') return 'REJECTED'
  for (const ended of ['RETRACTED', 'SUPERSEDED'] as const)
    if (lifeCycle === ended || decided === ended) return ended
  return reviewed
}

const isLifeCycle = (status: StatementStatus) => status === 'RETRACTED' || status === 'SUPERSEDED'
