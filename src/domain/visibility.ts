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

/** Review and life cycle are kept apart; of the two the strongest shows. */
export function statusOf(review: ReviewState, lifeCycle: LifeCycle): StatementStatus {
  if (review === 'REJECTED') return 'REJECTED'
  if (lifeCycle !== 'CURRENT') return lifeCycle
  return review
}
