export const DATE_MATCHES = ['CERTAIN', 'POSSIBLE'] as const
export type DateMatch = (typeof DATE_MATCHES)[number]

/**
 * Calendar days `YYYY-MM-DD`, inclusive; null or absent: no limit on that side. An unknown date is in no range, not even
 * in one without limits, and nothing is in a range that ends before it begins.
 */
export interface DateRange {
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
  /**
   * CERTAIN, which it is unless given: the date lies within the range whatever it turns out to be. POSSIBLE: it may, as
   * far as its bounds tell.
   */
  readonly match?: DateMatch | null | undefined
}
