import { trigramSimilarity } from '../quotations/trigram-similarity.ts'
import type { UncertainDate } from '../uncertain-date.ts'
import { inMarks, inOrderOfIds, type Proposal, rounded } from './proposal.ts'
import { areToldApart } from './same-claim.ts'

export interface ComparedOccasion {
  readonly id: string
  readonly key: string | null
  /** The key itself, until a document brings its words. */
  readonly label: string
  readonly when: UncertainDate
  readonly placeId: string | null
}

/** Reports name an event in words of their own; the place or the day must agree besides. */
const LEAST_LIKE_LABELS = 0.45
/** Reports are a day or two wrong about an event; what is a week apart is another. */
const MOST_DAYS_APART = 3

/**
 * Two occasions that may be one: like labels, and one place or nearly one day. Two known places, or two days that lie
 * further apart, are two occasions.
 */
export function proposeSameOccasion(one: ComparedOccasion, other: ComparedOccasion): Proposal | null {
  if (one.id === other.id || areToldApart(one.key, other.key)) return null
  if (one.label === one.key || other.label === other.key) return null
  const [left, right] = inOrderOfIds(one, other)
  const label = trigramSimilarity(left.label, right.label)
  const days = daysApart(left.when, right.when)
  const places = left.placeId !== null && right.placeId !== null
  if (label < LEAST_LIKE_LABELS || (places && left.placeId !== right.placeId)) return null
  if (days === null ? !places : days > MOST_DAYS_APART) return null
  const day = days === null ? 0 : 1 - days / (MOST_DAYS_APART + 1)
  const agreeing = [
    'a like label',
    ...(places ? ['one place'] : []),
    ...(days === null ? [] : [days === 0 ? 'one day' : `days ${days} apart`]),
  ]
  return {
    kind: 'SAME_OCCASION',
    leftId: left.id,
    rightId: right.id,
    score: rounded(label / 2 + (places ? 1 : 0) / 4 + day / 4),
    method: 'label, place and day',
    evidence: `${inMarks(left.label)} and ${inMarks(right.label)} have ${new Intl.ListFormat('en').format(agreeing)}.`,
  }
}

/** Whole days between what two dates can mean at the nearest; null where one has no bounds. */
function daysApart(one: UncertainDate, other: UncertainDate): number | null {
  const [a, b] = [one, other].map(({ earliest, latest }) =>
    earliest === null || latest === null ? null : [dayOf(earliest), dayOf(latest)],
  )
  if (!a || !b) return null
  return Math.max(0, a[0]! - b[1]!, b[0]! - a[1]!)
}

const dayOf = (day: string) => Math.floor(Date.parse(day.slice(0, 10)) / 86_400_000)
