import { quotationsNear } from '../cypher/queries.ts'
import { ClaimgraphError } from '../domain/claimgraph-error.ts'
import { ascendingKey } from '../domain/date-order.ts'
import type { StatementRecord } from '../domain/graph-records.ts'
import type { QuotationComparison } from '../domain/quotations/compare-quotations.ts'
import { nearestQuotations } from '../domain/quotations/nearest-quotations.ts'
import { VISIBLE_STATUSES } from '../domain/visibility.ts'
import type { GraphView } from './graph-view.ts'
import { readMembers, statementRecord } from './record-reader.ts'
import { anyWordQuery } from './search-reader.ts'

/** A recorded utterance that is near to a quotation, and what differs: REMOVED is what only the recorded one has. */
export interface QuoteMatch {
  readonly statement: StatementRecord
  readonly comparison: QuotationComparison
}

/** The longest quotation that is compared, in characters. */
export const MAX_QUOTATION_LENGTH = 2_000
/** Hits of the full-text index that are compared word by word. Past states are among them. */
const HITS = 300

/**
 * Of the recorded quotations those that are near to one as somebody passes it on, the highest ratio first; none where
 * there is nothing near. One query finds candidates by their words, whatever the size of the graph; a second one, where a
 * speaker is given, finds who is one with him.
 *
 * @throws ClaimgraphError INVALID_ARGUMENTS where the text is too long
 */
export async function readNearestQuotations(
  view: GraphView,
  text: string,
  speakerId: string | null,
): Promise<QuoteMatch[]> {
  const { database, known } = view
  if (text.length > MAX_QUOTATION_LENGTH)
    throw new ClaimgraphError(
      'INVALID_ARGUMENTS',
      `The quotation has ${text.length} characters; at most ${MAX_QUOTATION_LENGTH} are compared.`,
    )
  const query = anyWordQuery(text)
  if (query === null) return []
  const speakers =
    speakerId === null ? null : ((await readMembers(view, [speakerId])).get(speakerId) ?? [speakerId])
  const rows = await database.run(quotationsNear, {
    query,
    speakers,
    statuses: VISIBLE_STATUSES,
    known,
    fetch: HITS,
  })
  const candidates = rows
    .map(({ state, language, quoted }) => ({
      statement: statementRecord(state),
      text: quoted.join(' … '),
      language,
    }))
    // Of those that are equally near, the one that was printed first comes first.
    .sort((a, b) => (placeOf(a.statement) < placeOf(b.statement) ? -1 : 1))
  // Nobody says in which language it is passed on: it is compared word by word with what was printed.
  return nearestQuotations({ text, language: 'und' }, candidates).map(({ candidate, comparison }) => ({
    statement: candidate.statement,
    comparison,
  }))
}

const placeOf = ({ published, id }: StatementRecord) => `${ascendingKey(published)} ${id}`
