import type { UncertainDate } from './uncertain-date.ts'

/**
 * Sort keys of uncertain dates: strings of 24 characters whose plain comparison is the order, for `ORDER BY` and for
 * cursors. There are two, because an unknown date comes last in either direction.
 *
 * A date's place is its instant; else the beginning of its earliest day; else, where the beginning is open, its
 * latest day: the end of it in ascending order and the beginning of it in descending order, so that an open
 * beginning never puts a date ahead of one that is known to be of that day. Days carry no offset and count as UTC.
 * Save for open beginnings and unknown dates, one order is the other reversed. Equal keys are ties: order them by id.
 */

type Placed = Pick<UncertainDate, 'earliest' | 'latest' | 'instant'>

/** Month 99 comes after every date, month 00 before every date; neither exists, so both are read as what they are. */
const AFTER_ALL = '9999-99-99T99:99:99.999Z'
const BEFORE_ALL = '0000-00-00T00:00:00.000Z'

/** The key for earliest first: `ORDER BY key`. */
export function ascendingKey(date: Placed): string {
  return knownPlace(date) ?? (date.latest === null ? AFTER_ALL : `${date.latest}T23:59:59.999Z`)
}

/** The key for latest first: `ORDER BY key DESC`. */
export function descendingKey(date: Placed): string {
  return knownPlace(date) ?? (date.latest === null ? BEFORE_ALL : `${date.latest}T00:00:00.000Z`)
}

function knownPlace(date: Placed): string | null {
  return date.instant ?? (date.earliest === null ? null : `${date.earliest}T00:00:00.000Z`)
}
