import { chainsByStatement, hopsById } from '../cypher/queries.ts'
import type { ArticleVersionProperties, AttributionProperties } from '../cypher/shapes.ts'
import type { HopRecord } from '../domain/graph-records.ts'
import { printingHopId, versionOfPrintingHop } from '../domain/identity.ts'
import type { Basis, CueStance, HopMode, StatementStatus } from '../domain/vocabulary.ts'
import type { GraphView } from './graph-view.ts'
import { readDate, readSpans } from './property-codec.ts'
import { recordedOf } from './record-reader.ts'

interface HopRow {
  readonly hopId: string
  readonly state: object
  readonly byIds: readonly string[]
  readonly toIds: readonly string[]
  readonly onBehalfOfIds: readonly string[]
  readonly placeId: string | null
  readonly occasionId: string | null
  readonly citesId: string | null
}

/** The whole chain of each statement, innermost act first, the printing last. */
export async function readChains(
  { database, known }: GraphView,
  statements: readonly string[],
): Promise<Map<string, HopRecord[]>> {
  const rows = await database.run(chainsByStatement, { statements, known })
  const chains = new Map<string, HopRecord[]>(statements.map((id) => [id, []]))
  for (const row of rows) chains.get(row.statementId)?.push(hopRecord(row))
  return chains
}

/** Hops by id, printings among them. */
export async function readHops(
  { database, known }: GraphView,
  ids: readonly string[],
): Promise<Map<string, HopRecord>> {
  const rows = await database.run(hopsById, { ids: [...ids, ...ids.map(versionOfPrintingHop)], known })
  return new Map(rows.map(hopRecord).map((hop) => [hop.id, hop]))
}

function hopRecord(row: HopRow): HopRecord {
  return 'contentHash' in row.state
    ? printing(row.state as ArticleVersionProperties)
    : attribution(row, row.state as AttributionProperties)
}

const attribution = (row: HopRow, state: AttributionProperties): HopRecord => ({
  kind: 'Hop',
  id: row.hopId,
  byIds: row.byIds,
  toIds: row.toIds,
  onBehalfOfIds: row.onBehalfOfIds,
  mode: state.mode as HopMode,
  basis: state.basis as Basis,
  status: state.status as StatementStatus,
  annotatedInId: state.versionId,
  source: readSpans(state, 'source'),
  cue: readSpans(state, 'cue'),
  cueStance: state.cueStance as CueStance,
  said: readDate(state, 'said'),
  placeId: row.placeId,
  occasionId: row.occasionId,
  citesId: row.citesId,
  printedInId: null,
  recorded: recordedOf(state),
})

/** The printing needs no record of its own: it is what its version says of itself. */
const printing = (state: ArticleVersionProperties): HopRecord => ({
  kind: 'Hop',
  id: printingHopId(state.versionId),
  byIds: [state.outletId],
  toIds: [],
  onBehalfOfIds: [],
  mode: 'PUBLICATION',
  basis: 'STATED',
  status: 'ACCEPTED',
  annotatedInId: state.versionId,
  source: [],
  cue: [],
  cueStance: 'NEUTRAL',
  said: readDate(state, 'published'),
  placeId: null,
  occasionId: null,
  citesId: null,
  printedInId: state.articleId,
  recorded: recordedOf(state),
})
