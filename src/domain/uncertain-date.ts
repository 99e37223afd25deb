import { parseEdtf } from './edtf-date.ts'
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

/** A date as an annotator gives it: how it is known, what it is in EDTF, and the words of the text. */
export interface WrittenDate {
  readonly basis: DateBasis
  readonly edtf?: string | null | undefined
  readonly phrase?: string | null | undefined
}

export type ReadDate =
  | { readonly ok: true; readonly date: UncertainDate }
  | { readonly ok: false; readonly message: string }

/**
 * The date that was written, with its bounds.
 *
 * With `edtf` the bounds are the string's (see `parseEdtf`), whatever the basis; an UNKNOWN date has none, so one
 * with `edtf` is refused. Without `edtf`:
 *
 * - VAGUE, PERIOD and ONGOING lie no later than the publication: `latest` is the publication's, the beginning is
 *   open, `edtf` is `../` and that day. Where `published` is missing or has no `latest`, there are no bounds.
 * - PUBLICATION is the publication's own date, under this basis.
 * - Every other basis has no bounds: precision is never invented. "On Friday" stays a phrase.
 *
 * What follows from the publication changes with it, so keep what was written and read it again when it does.
 */
export function uncertainDate(written: WrittenDate, published?: UncertainDate | null): ReadDate {
  const { basis } = written
  const phrase = written.phrase ?? null
  if (written.edtf !== undefined && written.edtf !== null) {
    if (basis === 'UNKNOWN') {
      return {
        ok: false,
        message:
          'A date of basis UNKNOWN has no "edtf": leave it out, or give the basis on which the date is known.',
      }
    }
    const parsed = parseEdtf(written.edtf)
    return parsed.ok ? { ok: true, date: { ...parsed.bounds, basis, phrase } } : parsed
  }
  if (basis === 'PUBLICATION' && published) return { ok: true, date: { ...published, basis, phrase } }
  const boundedByPublication = basis === 'VAGUE' || basis === 'PERIOD' || basis === 'ONGOING'
  const latest = boundedByPublication ? (published?.latest ?? null) : null
  if (latest === null) return { ok: true, date: { ...unknownDate(phrase), basis } }
  return {
    ok: true,
    date: { edtf: `../${latest}`, earliest: null, latest, instant: null, precision: 'OPEN', basis, phrase },
  }
}

/** What was written of a date whose EDTF, where it has one, was given. */
export function writtenDateOf({ basis, edtf, phrase }: UncertainDate): WrittenDate {
  return { basis, ...(edtf !== null && { edtf }), ...(phrase !== null && { phrase }) }
}

/** A date of which nothing is known but, perhaps, the words of the text. */
export function unknownDate(phrase?: string | null): UncertainDate {
  return {
    edtf: null,
    earliest: null,
    latest: null,
    instant: null,
    precision: 'UNKNOWN',
    basis: 'UNKNOWN',
    phrase: phrase ?? null,
  }
}
