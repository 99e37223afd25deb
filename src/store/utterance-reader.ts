import { quotationsByStatement, utterancesByStatement } from '../cypher/queries.ts'
import type { JudgementRecord, StatementRecord } from '../domain/graph-records.ts'
import type { Utterance } from '../domain/quotations/variants.ts'
import { VISIBLE_STATUSES } from '../domain/visibility.ts'
import type { GraphView } from './graph-view.ts'
import { judgementRecord, statementRecord } from './record-reader.ts'

/**
 * How often statements are asked with which others they were decided to be one utterance. All of a claim are known at
 * once, so this bounds a chain of decisions that leads from claim to claim; of what lies further nothing follows.
 */
const UTTERANCE_ROUNDS = 4

/**
 * What is decided or proposed, and in force, of statements and others being one utterance, and of those that decisions
 * lead to; at most `UTTERANCE_ROUNDS` queries, of which most need one.
 */
export async function readUtteranceJudgements(
  { database, known }: GraphView,
  statements: readonly string[],
): Promise<JudgementRecord[]> {
  const found = new Map<string, JudgementRecord>()
  const asked = new Set<string>()
  let next: readonly string[] = [...new Set(statements)]
  for (let round = 0; next.length > 0 && round < UTTERANCE_ROUNDS; round += 1) {
    for (const id of next) asked.add(id)
    const rows = await database.run(utterancesByStatement, { statements: next, known })
    const judgements = rows.map(({ state }) => judgementRecord(state))
    for (const one of judgements) found.set(one.id, one)
    const joined = judgements
      .filter(({ verdict }) => verdict === 'POSITIVE' || verdict === 'NEGATIVE')
      .flatMap(({ leftId, rightId }) => [leftId, rightId])
    next = [...new Set(joined)].filter((id) => !asked.has(id))
  }
  return [...found.values()]
}

/** A statement, and the words that it quotes. */
export interface QuotingStatement {
  readonly statement: StatementRecord
  readonly utterance: Utterance
}

/** Those of some statements that are shown and quote something, in one query. */
export async function readQuotingStatements(
  { database, known }: GraphView,
  statements: readonly string[],
): Promise<QuotingStatement[]> {
  if (statements.length === 0) return []
  const rows = await database.run(quotationsByStatement, { statements, statuses: VISIBLE_STATUSES, known })
  return rows.flatMap(({ state, language, quoted }) => {
    const { statementId: id, articleId } = state
    const text = quotedText(quoted)
    return text === null
      ? []
      : [{ statement: statementRecord(state), utterance: { id, articleId, text, language } }]
  })
}

/** What stands in quotation marks, parts joined as everywhere in the graph; null: nothing. */
export const quotedText = (parts: readonly string[]): string | null =>
  parts.length > 0 ? parts.join(' … ') : null
