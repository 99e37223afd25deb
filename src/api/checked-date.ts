import { ClaimgraphError } from '../domain/claimgraph-error.ts'
import { type UncertainDate, uncertainDate, unknownDate } from '../domain/uncertain-date.ts'

/**
 * A date that a client gives in EDTF; one that is left out is not known.
 * @throws ClaimgraphError INVALID_ARGUMENTS where it is no EDTF, saying what would be right
 */
export function writtenDate(name: string, edtf: string | null | undefined): UncertainDate {
  if (edtf == null) return unknownDate()
  const read = uncertainDate({ basis: 'EXPLICIT', edtf })
  if (!read.ok) throw new ClaimgraphError('INVALID_ARGUMENTS', `"${name}": ${read.message}`)
  return read.date
}
