import { correctionsByArticle, correctionsByStatement } from '../cypher/queries.ts'
import type { CorrectionProperties } from '../cypher/shapes.ts'
import { ascendingKey } from '../domain/date-order.ts'
import type { CorrectionRecord } from '../domain/graph-records.ts'
import type { GraphView } from './graph-view.ts'
import { correctionRecord } from './record-reader.ts'

/** The corrections of each article, in the order in which they were issued. */
export async function readCorrectionsOfArticles(
  { database, known }: GraphView,
  articles: readonly string[],
): Promise<Map<string, CorrectionRecord[]>> {
  const rows = await database.run(correctionsByArticle, { articles, known })
  return inOrder(
    articles,
    rows.map(({ articleId, state }) => [articleId, state]),
  )
}

/** The corrections that name each statement, in the order in which they were issued. */
export async function readCorrectionsOfStatements(
  { database, known }: GraphView,
  statements: readonly string[],
): Promise<Map<string, CorrectionRecord[]>> {
  const rows = await database.run(correctionsByStatement, { statements, known })
  return inOrder(
    statements,
    rows.map(({ statementId, state }) => [statementId, state]),
  )
}

function inOrder(
  ids: readonly string[],
  rows: readonly (readonly [id: string, state: CorrectionProperties])[],
): Map<string, CorrectionRecord[]> {
  const corrections = new Map<string, CorrectionRecord[]>(ids.map((id) => [id, []]))
  for (const [id, state] of rows) corrections.get(id)?.push(correctionRecord(state))
  const key = ({ issued, recorded, id }: CorrectionRecord) => `${ascendingKey(issued)} ${recorded.at} ${id}`
  for (const list of corrections.values()) list.sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return corrections
}
