import { type LifeCycle, type ReviewState, statusOf } from '../domain/visibility.ts'
import type { StatementStatus } from '../domain/vocabulary.ts'
import type { StateFact } from './facts.ts'
import { withoutNulls } from './property-codec.ts'

/**
 * The same state of an act under another review, life cycle or decision. One that is known from elsewhere has the status
 * that a person decided for it; any other stands and falls with its statements, and is accepted with one that a person
 * accepted. Both are kept, whatever its basis is now: a document may tell it otherwise, and back.
 */
export function withActStatus(
  state: StateFact,
  change: {
    readonly review?: ReviewState
    readonly lifeCycle?: LifeCycle
    /** What a person decided of the act itself. */
    readonly decided?: StatementStatus | null
    /** Whether a person accepted one of the statements that come through it. */
    readonly acceptedWith?: boolean
  },
): StateFact {
  const { decidedStatus = null, acceptedWith: wasAcceptedWith = false, ...told } = state.properties
  const review = change.review ?? (told.review as ReviewState)
  const lifeCycle = change.lifeCycle ?? (told.lifeCycle as LifeCycle)
  const decided = change.decided === undefined ? (decidedStatus as StatementStatus | null) : change.decided
  const acceptedWith = change.acceptedWith ?? (wasAcceptedWith as boolean)
  const deciding = told.basis === 'EXTERNAL' ? decided : acceptedWith ? 'ACCEPTED' : null
  return {
    ...state,
    properties: {
      ...told,
      review,
      lifeCycle,
      ...withoutNulls({ decidedStatus: decided, acceptedWith: acceptedWith || null }),
      status: statusOf(review, lifeCycle, deciding),
    },
  }
}
