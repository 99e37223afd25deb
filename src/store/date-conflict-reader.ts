import { datesByArticle } from '../cypher/queries.ts'
import type { ArticleVersionProperties, AttributionProperties, OccasionProperties } from '../cypher/shapes.ts'
import type { WrittenDependentDate } from '../domain/date-resolution/article-dates.ts'
import {
  type DateConflictKind,
  type DatedRecord,
  dateConflicts,
  dateInWords,
} from '../domain/date-resolution/date-conflicts.ts'
import type { UncertainDate } from '../domain/uncertain-date.ts'
import { VISIBLE_STATUSES } from '../domain/visibility.ts'
import type { GraphView } from './graph-view.ts'
import { readDate } from './property-codec.ts'

/** Two dates of one article that cannot both hold. Both are kept. */
export interface ConflictingDates {
  readonly kind: DateConflictKind
  /** In words, such as `“on Thursday” (2025-01-16)`. */
  readonly left: string
  readonly right: string
  readonly because: string
  /** The first one in the text that has the date or was said in the act that has it; null of the article's own dates. */
  readonly statementId: string | null
}

interface StatementRow {
  readonly id: string
  readonly act: string | null
  readonly text: string
  readonly timesSpokenOf: readonly string[]
}
interface ActRow {
  readonly state: AttributionProperties
  readonly occasion: OccasionProperties | null
}

/** The dates of each article that are in conflict, as far as they are shown, all in one query. */
export async function readDateConflicts(
  { database, known }: GraphView,
  articles: readonly string[],
): Promise<Map<string, ConflictingDates[]>> {
  const rows = await database.run(datesByArticle, { articles, statuses: [...VISIBLE_STATUSES], known })
  const conflicts = new Map<string, ConflictingDates[]>(articles.map((id) => [id, []]))
  for (const { articleId, state, version, ...row } of rows) {
    const statements = row.statements as unknown as StatementRow[]
    const firstOf = new Map<string, string>()
    for (const { id, act } of statements) if (act !== null && !firstOf.has(act)) firstOf.set(act, id)
    const orderOf = new Map(statements.map(({ id }, order) => [id, order]))
    const place = ({ id }: DatedRecord) => orderOf.get(firstOf.get(id) ?? '') ?? statements.length
    const found = dateConflicts({
      language: state.language,
      published: { id: articleId, date: readDate(state, 'published') },
      modified: modifiedOf(version),
      acts: eachDateOnce(
        (row.acts as unknown as ActRow[])
          .map(({ state: act, occasion }) => ({
            id: act.attributionId,
            date: readDate(act, 'said'),
            written: JSON.parse(act.saidWritten) as WrittenDependentDate,
            occasion: occasion && { id: occasion.occasionId, date: readDate(occasion, 'when') },
          }))
          .sort((a, b) => place(a) - place(b)),
      ),
      spokenOf: statements.flatMap(({ id, text, timesSpokenOf }) =>
        timesSpokenOf.map((time) => ({ id, date: JSON.parse(time) as UncertainDate, words: text })),
      ),
    })
    conflicts.set(
      articleId,
      found.map(({ kind, left, right, because }) => ({
        kind,
        left: dateInWords(left),
        right: dateInWords(right),
        because,
        statementId: orderOf.has(left.id) ? left.id : (firstOf.get(left.id) ?? null),
      })),
    )
  }
  return conflicts
}

/** Acts that have the date of another one, on the same occasion, would only say the same again. */
function eachDateOnce<
  Act extends { readonly written: WrittenDependentDate; readonly occasion: DatedRecord | null },
>(acts: readonly Act[]): Act[] {
  const ownDatesFirst = [...acts].sort((a, b) => (a.written.of ? 1 : 0) - (b.written.of ? 1 : 0))
  const byDate = new Map<string, Act>()
  for (const act of ownDatesFirst) {
    const key = JSON.stringify([act.written.of ?? act.written, act.occasion?.id])
    if (!byDate.has(key)) byDate.set(key, act)
  }
  const kept = new Set(byDate.values())
  return acts.filter((act) => kept.has(act))
}

function modifiedOf(version: ArticleVersionProperties | null): DatedRecord | null {
  if (version?.modified === undefined) return null
  return { id: version.versionId, date: JSON.parse(version.modified) as UncertainDate }
}
