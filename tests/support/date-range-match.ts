import type { DateRange } from '../../src/domain/date-range.ts'
import type { UncertainDate } from '../../src/domain/uncertain-date.ts'

/** Whether a date is in a range, told in memory: the meaning that the database's evaluation is held against. */
export function matchesDateRange(
  date: Pick<UncertainDate, 'earliest' | 'latest'>,
  { from = null, to = null, match }: DateRange,
): boolean {
  const { earliest, latest } = date
  if (earliest === null && latest === null) return false
  if (from !== null && to !== null && from > to) return false
  if (match === 'POSSIBLE') {
    return (
      (from === null || latest === null || latest >= from) &&
      (to === null || earliest === null || earliest <= to)
    )
  }
  return (
    (from === null || (earliest !== null && earliest >= from)) &&
    (to === null || (latest !== null && latest <= to))
  )
}
