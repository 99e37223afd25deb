import type { UncertainDate } from './uncertain-date.ts'

/**
 * Of several reports those that no other one certainly precedes: more than one where it cannot be decided, because
 * their dates overlap. One report certainly precedes another where the last moment that it can mean is before the first
 * moment that the other can mean. Days count as days of UTC. A report whose beginning is open, or of which nothing is
 * known, is never the first, unless no report is better known.
 */
export function firstReports<Report extends { readonly published: UncertainDate }>(
  reports: readonly Report[],
): Report[] {
  const known = reports.filter(({ published }) => beginning(published) !== null)
  if (known.length === 0) return [...reports]
  const earliestEnd = known.map(({ published }) => end(published)).sort()[0]!
  return known.filter(({ published }) => beginning(published)! <= earliestEnd)
}

const beginning = ({ instant, earliest }: UncertainDate) =>
  instant ?? (earliest === null ? null : `${earliest}T00:00:00.000Z`)
const end = ({ instant, latest }: UncertainDate) =>
  instant ?? (latest === null ? '~' : `${latest}T23:59:59.999Z`)
