import type { UncertainDate } from '../uncertain-date.ts'
import type { Alignment } from './align-chains.ts'
import type { DriftPair } from './drift-world.ts'
import { type Found, outletOf, quote } from './wording.ts'

/**
 * When the source spoke, on both sides: of the hop that is innermost in `from` and the one that stands for it in `to`.
 * DATE_CONFLICT: no day (of two instants, no moment) can be both. DATE_COARSENED: all days that `from` leaves possible
 * are possible in `to`, and more; a time of day that is left out is not. A date that one side leaves out, or gives in words that mean no known day, is neither; nor is the
 * publication that stands for an own voice.
 */
export function dateDrift({ from, to }: DriftPair, { hops }: Alignment): Found[] {
  const pair = hops.find((one) => one.from === from.statement.chain[0])
  if (!pair) return []
  const kind = kindOf(pair.from.said, pair.to.said)
  return kind
    ? [
        {
          drift: kind,
          explanation: `It was said ${dateWords(pair.from.said)} in ${outletOf(from)} and ${dateWords(pair.to.said)} in ${outletOf(to)}.`,
        },
      ]
    : []
}

const OPEN_START = '0000-00-00'
const OPEN_END = '9999-99-99'

function kindOf(from: UncertainDate, to: UncertainDate) {
  if (from.instant !== null && to.instant !== null && from.instant !== to.instant) return 'DATE_CONFLICT'
  const [before, after] = [daysOf(from), daysOf(to)]
  if (!before || !after) return null
  if (before.last < after.first || after.last < before.first) return 'DATE_CONFLICT'
  const wider = after.first <= before.first && before.last <= after.last
  return wider && (after.first < before.first || before.last < after.last) ? 'DATE_COARSENED' : null
}

const daysOf = ({ earliest, latest }: UncertainDate) =>
  earliest === null && latest === null ? null : { first: earliest ?? OPEN_START, last: latest ?? OPEN_END }

/** The phrase, and the date as EDTF. */
const dateWords = ({ phrase, edtf, earliest, latest }: UncertainDate) =>
  [phrase === null ? '' : quote(phrase), `(${edtf ?? `${earliest ?? '..'}/${latest ?? '..'}`})`]
    .filter((part) => part !== '')
    .join(' ')
