import { holdClock, lastInstant } from '../cypher/queries.ts'
import { isSafeMoment } from '../domain/instant.ts'
import type { Database } from './database.ts'

/**
 * Gives what makes moments safe: when it is done, what the graph shows at the moment is stored and stays
 * (`docs/decisions/0015-a-moment-is-made-safe.md`). At or before the last instant of recording that costs one small
 * read. After it, the clock is made to reach the moment, which waits for the writes that are under way.
 *
 * Those who ask meanwhile wait for one further turn together: however many they are, one connection waits for the clock.
 *
 * @throws ClaimgraphError INVALID_ARGUMENTS where the moment is later than `now` and than all that is recorded
 */
export function safeMoments(database: Database): (moment: string, now: Date) => Promise<void> {
  let underWay: Promise<unknown> = Promise.resolve()
  let next: Promise<unknown> | null = null
  let latest = ''
  const hold = () => {
    const moment = latest
    next = null
    latest = ''
    return database.run(holdClock, { moment })
  }
  return async (moment, now) => {
    const last = (await database.run(lastInstant, {}))[0]?.last ?? null
    if (isSafeMoment(moment, last, now)) return
    if (moment > latest) latest = moment
    next ??= underWay.then(hold)
    underWay = next.catch(() => undefined)
    await next
  }
}
