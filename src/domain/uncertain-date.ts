import type { DateBasis, DatePrecision } from './vocabulary.ts'

/**
 * A date that says how sure it is.
 *
 * `earliest` and `latest` are calendar days `YYYY-MM-DD`, inclusive, in the offset that was written; both null: not
 * known; one null: open on that side. `instant` is UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`, where the time of day is known.
 */
export interface UncertainDate {
  readonly edtf: string | null
  readonly earliest: string | null
  readonly latest: string | null
  readonly instant: string | null
  readonly precision: DatePrecision
  readonly basis: DateBasis
  readonly phrase: string | null
}
