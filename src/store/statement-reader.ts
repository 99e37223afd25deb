import {
  anchorsByStatement,
  linksByStatement,
  responsesByStatement,
  revisionsByStatement,
} from '../cypher/queries.ts'
import type { ClaimRecord, StatementRecord } from '../domain/graph-records.ts'
import type { TextSpan } from '../domain/text-span.ts'
import { VISIBLE_STATUSES } from '../domain/visibility.ts'
import type { ResponseStance } from '../domain/vocabulary.ts'
import type { GraphView } from './graph-view.ts'
import { readSpans } from './property-codec.ts'
import { recordOf, statementRecord } from './record-reader.ts'

/** Where a statement stands in one version of its article. */
export interface StatementAnchorage {
  readonly versionId: string
  readonly content: readonly TextSpan[]
  readonly quoted: readonly TextSpan[]
}

/** Where each statement stands, newest version first. */
export async function readAnchorages(
  { database, known }: GraphView,
  statements: readonly string[],
): Promise<Map<string, StatementAnchorage[]>> {
  const rows = await database.run(anchorsByStatement, { statements, known })
  const anchorages = new Map<string, StatementAnchorage[]>(statements.map((id) => [id, []]))
  for (const { statementId, versionId, anchor } of rows.sort((a, b) => b.number - a.number))
    anchorages
      .get(statementId)
      ?.push({ versionId, content: readSpans(anchor, 'content'), quoted: readSpans(anchor, 'quoted') })
  return anchorages
}

/** What a statement says of others: a hidden one shows only where it was revised. */
export interface StatementLinks {
  readonly revises: readonly StatementRecord[]
  readonly supports: readonly StatementRecord[]
  readonly respondsTo: readonly {
    readonly stance: ResponseStance
    readonly to: StatementRecord | ClaimRecord
  }[]
}

export async function readLinks(
  { database, known }: GraphView,
  statements: readonly string[],
): Promise<Map<string, StatementLinks>> {
  const rows = await database.run(linksByStatement, { statements, known })
  return new Map(
    statements.map((id) => {
      const links = (relation: string) => {
        const ofRelation = rows.filter((row) => row.statementId === id && row.relation === relation)
        // Two claims that are one by decision are answered once in each stance.
        const distinct = new Map(ofRelation.map((row) => [`${row.stance} ${row.targetId}`, row]))
        return [...distinct.values()].map(({ stance, targetId, state }) => ({
          stance,
          to: recordOf(targetId, state),
        }))
      }
      return [
        id,
        {
          revises: links('REVISES').map(({ to }) => to as StatementRecord),
          supports: links('SUPPORTS')
            .map(({ to }) => to as StatementRecord)
            .filter(isShown),
          respondsTo: links('RESPONDS_TO')
            .map(({ stance, to }) => ({
              stance: stance as ResponseStance,
              to: to as StatementRecord | ClaimRecord,
            }))
            .filter(({ to }) => to.kind === 'Claim' || isShown(to)),
        },
      ]
    }),
  )
}

const isShown = ({ status }: StatementRecord) => VISIBLE_STATUSES.includes(status)

/** The statements that revise each of these. */
export async function readRevisions(
  { database, known }: GraphView,
  statements: readonly string[],
): Promise<Map<string, StatementRecord[]>> {
  const rows = await database.run(revisionsByStatement, { statements, known })
  const revisions = new Map<string, StatementRecord[]>(statements.map((id) => [id, []]))
  for (const { statementId, state } of rows) revisions.get(statementId)?.push(statementRecord(state))
  return revisions
}

export interface StatementAnswer {
  readonly stance: ResponseStance
  readonly from: StatementRecord
}

/** The first shown answers to each statement. */
export async function readResponses(
  { database, known }: GraphView,
  statements: readonly string[],
  limit: number,
): Promise<Map<string, StatementAnswer[]>> {
  const rows = await database.run(responsesByStatement, {
    statements,
    statuses: VISIBLE_STATUSES,
    limit,
    known,
  })
  const answers = new Map<string, StatementAnswer[]>(statements.map((id) => [id, []]))
  for (const { statementId, stance, state } of rows)
    answers.get(statementId)?.push({ stance: stance as ResponseStance, from: statementRecord(state) })
  return answers
}
