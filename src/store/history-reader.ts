import { statesByStatement } from '../cypher/queries.ts'
import type { StatementProperties } from '../cypher/shapes.ts'
import type { UncertainDate } from '../domain/uncertain-date.ts'
import type { GraphView } from './graph-view.ts'
import { readDate } from './property-codec.ts'

/** One value of a statement that became another. */
export interface Change {
  /** When it was recorded. */
  readonly at: string
  readonly by: string
  /** As the API names it. */
  readonly field: string
  /** A coded value, an id or several, or a date in words; null where there was none. */
  readonly before: string | null
  readonly after: string | null
  readonly reason: string | null
}

/** What is told of each value that may change, in the order in which a change of several is shown. */
const FIELDS: Readonly<Record<string, (state: StatementProperties) => string | null>> = {
  status: ({ status }) => status,
  claim: ({ claimId }) => claimId,
  speakers: ({ speakerIds }) => joined(speakerIds),
  via: ({ viaIds }) => joined(viaIds),
  onBehalfOf: ({ onBehalfOfIds }) => joined(onBehalfOfIds),
  addressees: ({ addresseeIds }) => joined(addresseeIds),
  said: (state) => inWords(readDate(state, 'said')),
  published: (state) => inWords(readDate(state, 'published')),
  timesSpokenOf: ({ timesSpokenOf }) =>
    joined(
      timesSpokenOf.map((date) => inWords(JSON.parse(date) as UncertainDate) ?? 'unknown'),
      '; ',
    ),
  saidIn: ({ placeId }) => placeId ?? null,
  saidInBasis: ({ placeBasis }) => placeBasis ?? null,
  occasion: ({ occasionId }) => occasionId ?? null,
  quoteType: ({ quoteType }) => quoteType,
  speechAct: ({ speechAct }) => speechAct,
  certainty: ({ certainty }) => certainty,
  polarity: ({ polarity }) => polarity,
  zone: ({ zone }) => zone,
  order: ({ order }) => String(order),
  confidence: ({ confidence }) => (confidence === undefined ? null : String(confidence)),
  articleVersion: ({ versionId }) => versionId,
  // States that were written before there was the mark do not have it.
  orphaned: ({ orphaned }) => String(orphaned === true),
}

/** What changed about each statement by the moment, oldest first: one change for each value of each state. */
export async function readHistories(
  { database, known }: GraphView,
  statements: readonly string[],
): Promise<Map<string, Change[]>> {
  const rows = await database.run(statesByStatement, { statements, known })
  const states = new Map<string, StatementProperties[]>(statements.map((id) => [id, []]))
  for (const { statementId, state } of rows) states.get(statementId)?.push(state)
  return new Map(
    [...states].map(([id, all]) => [
      id,
      all.slice(1).flatMap((state, index) => changesBetween(all[index]!, state)),
    ]),
  )
}

function changesBetween(earlier: StatementProperties, later: StatementProperties): Change[] {
  return Object.entries(FIELDS).flatMap(([field, tell]) => {
    const [before, after] = [tell(earlier), tell(later)]
    return before === after
      ? []
      : {
          at: later.from,
          // States of before who changed them was kept tell who recorded the statement.
          by: later.changedBy ?? later.recordedBy,
          field,
          before,
          after,
          reason: later.changeReason ?? null,
        }
  })
}

const joined = (parts: readonly string[], separator = ', ') =>
  parts.length === 0 ? null : parts.join(separator)

/** Such as `2025-01-15 (RELATIVE, “on Wednesday”)`; null of a date of which nothing is known. */
function inWords({ edtf, instant, basis, phrase }: UncertainDate): string | null {
  const date = edtf ?? instant
  if (date === null && phrase === null) return null
  return `${date ?? 'unknown'} (${[basis, ...(phrase === null ? [] : [`“${phrase}”`])].join(', ')})`
}
