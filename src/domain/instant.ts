import { ClaimgraphError } from './claimgraph-error.ts'

/**
 * Instants of recording: UTC with milliseconds, `YYYY-MM-DDTHH:MM:SS.sssZ`. Their fixed width makes the order of
 * strings the order of time, in TypeScript and in a Neo4j index alike.
 */

/** An instant in this form; null where in UTC it falls before the year 0000 or after 9999, which the form cannot hold. */
export function instantText(instant: Date): string | null {
  const text = instant.toISOString()
  return text.length === 24 ? text : null
}

/** The end of a fact that still holds. */
export const FOREVER = '9999-12-31T23:59:59.999Z'

/** Reads that name no moment ask for this one: whatever is recorded by now, in whichever process's clock. */
export const LATEST = '9999-12-31T23:59:59.998Z'

/** The instant of the next write. Recorded instants strictly increase, also where the clock stands or runs back. */
export function nextInstant(now: Date, last: string | null): string {
  const wanted = now.toISOString()
  if (last === null || wanted > last) return wanted
  return new Date(Date.parse(last) + 1).toISOString()
}

/**
 * Whether every write to come gets a later instant than a moment, so that what the graph shows at it stays. After the
 * last instant of recording that is not so: a write may have taken an instant and not be stored yet.
 *
 * @throws ClaimgraphError INVALID_ARGUMENTS where the moment is later than now and than all that is recorded
 */
export function isSafeMoment(moment: string, last: string | null, now: Date): boolean {
  if (last !== null && moment <= last) return true
  if (moment > now.toISOString())
    throw new ClaimgraphError(
      'INVALID_ARGUMENTS',
      `"known" is ${moment} and now is ${now.toISOString()}: what will be recorded by then cannot be told.`,
    )
  return false
}
