import type { UncertainDate } from './uncertain-date.ts'

export const DATE_MATCHES = ['CERTAIN', 'POSSIBLE'] as const
export type DateMatch = (typeof DATE_MATCHES)[number]

/** Calendar days `YYYY-MM-DD`, inclusive; null or absent: no limit on that side. */
export interface DateRange {
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
  /** CERTAIN unless given. */
  readonly match?: DateMatch | null | undefined
}

/**
 * Whether a date is in a range. CERTAIN: it lies within the range whatever it turns out to be. POSSIBLE: it may, as
 * far as its bounds tell. An unknown date (both bounds null) never matches, not even a range without limits, and
 * nothing matches a range that ends before it begins.
 */
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
