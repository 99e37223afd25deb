import { sourcingByArticle } from '../cypher/queries.ts'
import { groupBy } from '../domain/group-by.ts'
import { type SourcedAgent, type Sourcing, sourcingOf } from '../domain/sourcing.ts'
import { VISIBLE_STATUSES } from '../domain/visibility.ts'
import type { Certainty, Polarity, SpeechAct } from '../domain/vocabulary.ts'
import type { Carriage } from './carriage-reader.ts'
import type { GraphView } from './graph-view.ts'

interface HopRow {
  readonly by: readonly SourcedAgent[]
  readonly onBehalfOf: readonly SourcedAgent[]
  readonly to: readonly SourcedAgent[]
  readonly citesId: string | null
}

/** What articles stand on, all in one query. @param carriageOf where each has its matter from */
export async function readSourcing(
  { database, known }: GraphView,
  carriageOf: ReadonlyMap<string, readonly Carriage[]>,
): Promise<Map<string, Sourcing>> {
  const articles = [...carriageOf.keys()]
  const rows = await database.run(sourcingByArticle, { articles, statuses: VISIBLE_STATUSES, known })
  const rowsOf = groupBy(rows, ({ articleId }) => articleId)
  return new Map(
    [...carriageOf].map(([id, carriage]) => {
      const statements = rowsOf.get(id) ?? []
      return [
        id,
        sourcingOf({
          // Without a statement nothing was told to anybody.
          outletId: statements[0]?.outletId ?? '',
          carriage: carriage.filter(({ accepted }) => accepted),
          statements: statements.map(({ claimId, polarity, speechAct, certainty, hops }) => ({
            claimId,
            polarity: polarity as Polarity,
            speechAct: speechAct as SpeechAct,
            certainty: certainty as Certainty,
            chain: (hops as unknown as HopRow[]).map(({ to, ...hop }) => ({
              ...hop,
              addresseeIds: to.map((agent) => agent.id),
            })),
          })),
        }),
      ]
    }),
  )
}
