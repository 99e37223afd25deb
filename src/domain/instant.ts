/**
 * Instants of recording: UTC with milliseconds, `YYYY-MM-DDTHH:MM:SS.sssZ`. Their fixed width makes the order of
 * strings the order of time, in TypeScript and in a Neo4j index alike.
 */

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
