import {
  correctionsByArticle,
  decisionsByRecord,
  reviewsBySubject,
  revisionsAround,
  timelineStatements,
} from '../cypher/queries.ts'
import type { StatementRecord } from '../domain/graph-records.ts'
import { type Page, type PageRequest, pageOf } from '../domain/page.ts'
import { type TimelineEvent, timelineOf } from '../domain/timeline.ts'
import type { GraphView } from './graph-view.ts'
import {
  correctionRecord,
  judgementRecord,
  readExactRecords,
  readRecords,
  reviewRecord,
  statementRecord,
} from './record-reader.ts'

/** A page of what happened to a claim, and how many events there are on all pages. */
export interface TimelinePage extends Page<TimelineEvent> {
  readonly totalCount: number
}

/**
 * The same page of the timeline of each claim, in seven queries for all of them. The whole of a timeline is read and put
 * in order, since its events are of many kinds: that grows with the statements of the claim.
 */
export async function readTimelines(
  { database, known }: GraphView,
  claims: readonly string[],
  { first, after }: PageRequest,
): Promise<Map<string, TimelinePage>> {
  const rows = await database.run(timelineStatements, { claims, known })
  const members = rows.flatMap(({ memberIds }) => memberIds)
  const statements = rows.flatMap(({ states }) => states.map(statementRecord))
  const statementIds = statements.map(({ id }) => id)
  const articles = [...new Set(statements.map(({ articleId }) => articleId))]
  const [revisionRows, correctionRows, reviewRows, judgementRows] = await Promise.all([
    database.run(revisionsAround, { statements: statementIds, known }),
    database.run(correctionsByArticle, { articles, known }),
    database.run(reviewsBySubject, { subjects: [...new Set([...members, ...statementIds])], known }),
    database.run(decisionsByRecord, { ids: [...new Set(members)], known }),
  ])
  const revisions = revisionRows.map(({ statementId, revising, revised }) => ({
    statementId,
    revising: statementRecord(revising),
    revised: statementRecord(revised),
  }))
  const corrections = correctionRows.map(({ state }) => correctionRecord(state))
  const reviews = reviewRows.map(({ subjectId, state }) => ({ subjectId, review: reviewRecord(state) }))
  const judgements = judgementRows.map(({ id, state }) => ({ id, judgement: judgementRecord(state) }))
  const agents = [
    ...[...statements, ...revisions.map(({ revising }) => revising)].flatMap(namedBy),
    ...reviews.map(({ review }) => review.publisherId),
  ]
  const judged = judgements.flatMap(({ judgement: { leftId, rightId } }) => [leftId, rightId])
  const [agentRecords, claimRecords] = await Promise.all([
    readRecords({ database, known }, [...new Set(agents)]),
    readExactRecords({ database, known }, [...new Set(judged)]),
  ])
  const agentOf = (id: string) => {
    const record = agentRecords.get(id)
    return record?.kind === 'Agent' ? record : { id, name: id }
  }
  const claimText = (id: string) => {
    const record = claimRecords.get(id)
    return record?.kind === 'Claim' ? record.text : id
  }
  return new Map(
    rows.map(({ claimId, memberIds, states }) => {
      const own = states.map(statementRecord)
      const ids = new Set(own.map(({ id }) => id))
      const articleIds = new Set(own.map(({ articleId }) => articleId))
      const events = timelineOf({
        claimIds: memberIds,
        statements: own,
        revisions: revisions.filter(({ statementId }) => ids.has(statementId)),
        corrections: corrections.filter(({ articleId }) => articleIds.has(articleId)),
        reviews: reviews
          .filter(({ subjectId }) => memberIds.includes(subjectId) || ids.has(subjectId))
          .map(({ review }) => review),
        judgements: judgements.filter(({ id }) => memberIds.includes(id)).map(({ judgement }) => judgement),
        agentOf,
        claimText,
      })
      const rest = after === null ? events : events.filter(({ sortKey }) => sortKey > after)
      return [claimId, { ...pageOf(rest.slice(0, first + 1), first), totalCount: events.length }]
    }),
  )
}

const namedBy = ({ speakerIds, outletId }: StatementRecord) => [...speakerIds, outletId]
