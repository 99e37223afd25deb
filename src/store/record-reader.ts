import {
  articleVersionsByArticle,
  articleVersionTexts,
  exactRecordsById,
  membersById,
  recordsById,
} from '../cypher/queries.ts'
import type {
  AgentProperties,
  ArticleProperties,
  ArticleVersionProperties,
  ClaimProperties,
  CorrectionProperties,
  JudgementProperties,
  OccasionProperties,
  PlaceProperties,
  ReviewProperties,
  StatementProperties,
} from '../cypher/shapes.ts'
import type { Credit, HeldRole } from '../domain/annotated-article.ts'
import type {
  AgentRecord,
  ArticleRecord,
  ArticleVersionRecord,
  ClaimRecord,
  CorrectionRecord,
  GraphRecord,
  JudgementRecord,
  OccasionRecord,
  PlaceRecord,
  Recorded,
  ReviewRecord,
  StatementRecord,
} from '../domain/graph-records.ts'
import { kindOfId } from '../domain/identity.ts'
import type { UncertainDate } from '../domain/uncertain-date.ts'
import type {
  AgentKind,
  Basis,
  Certainty,
  CorrectionKind,
  JudgementKind,
  Polarity,
  QuoteType,
  RatingValue,
  RecordMethod,
  SpeechAct,
  StatementStatus,
  UnnamedReason,
  Verdict,
  Zone,
} from '../domain/vocabulary.ts'
import type { GraphView } from './graph-view.ts'
import { readDate } from './property-codec.ts'

/**
 * Records of any kind by id, in one query; for the id of one that is merged into another, that other one. Hops are read
 * by `hop-reader.ts`: they have edges to tell.
 */
export async function readRecords(
  { database, known }: GraphView,
  ids: readonly string[],
): Promise<Map<string, GraphRecord>> {
  const rows = await database.run(recordsById, { ids, known })
  return new Map(
    rows.flatMap(({ id, recordId, state }) => {
      const record = recordOf(recordId, state)
      return record ? [[id, record]] : []
    }),
  )
}

/** The same, each as it is by itself, also where it is merged into another. */
export async function readExactRecords(
  { database, known }: GraphView,
  ids: readonly string[],
): Promise<Map<string, GraphRecord>> {
  const rows = await database.run(exactRecordsById, { ids, known })
  return new Map(
    rows.flatMap(({ id, state }) => {
      const record = recordOf(id, state)
      return record ? [[id, record]] : []
    }),
  )
}

/** The ids of all that is one with each record by decision, itself among them; first the one that stands for all. */
export async function readMembers(
  { database, known }: GraphView,
  ids: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const rows = await database.run(membersById, { ids, known })
  return new Map(rows.map(({ id, canonicalId, otherIds }) => [id, [canonicalId, ...otherIds]]))
}

/** What versions of articles say, by version. */
export async function readVersionTexts(
  { database }: GraphView,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await database.run(articleVersionTexts, { ids })
  return new Map(rows.map(({ id, text }) => [id, text]))
}

/** The versions of each article, oldest first. */
export async function readVersionsByArticle(
  { database, known }: GraphView,
  articles: readonly string[],
): Promise<Map<string, ArticleVersionRecord[]>> {
  const rows = await database.run(articleVersionsByArticle, { articles, known })
  const versions = new Map<string, ArticleVersionRecord[]>(articles.map((id) => [id, []]))
  for (const { articleId, state } of rows) versions.get(articleId)?.push(articleVersionRecord(state))
  return versions
}

/** A record from the properties of its state; null for a hop, which has edges to tell. */
export function recordOf(id: string, state: unknown): GraphRecord | null {
  switch (kindOfId(id)) {
    case 'Article':
      return articleRecord(state as ArticleProperties)
    case 'ArticleVersion':
      return articleVersionRecord(state as ArticleVersionProperties)
    case 'Statement':
      return statementRecord(state as StatementProperties)
    case 'Claim':
      return claimRecord(state as ClaimProperties)
    case 'Agent':
      return agentRecord(state as AgentProperties)
    case 'Occasion':
      return occasionRecord(state as OccasionProperties)
    case 'Place':
      return placeRecord(state as PlaceProperties)
    case 'Judgement':
      return judgementRecord(state as JudgementProperties)
    case 'Review':
      return reviewRecord(state as ReviewProperties)
    case 'Correction':
      return correctionRecord(state as CorrectionProperties)
    default:
      return null
  }
}

export const recordedOf = (state: {
  readonly recordedAt: string
  readonly recordedBy: string
  readonly recordedMethod: string
}): Recorded => ({ at: state.recordedAt, by: state.recordedBy, method: state.recordedMethod as RecordMethod })

export const statementRecord = (state: StatementProperties): StatementRecord => ({
  kind: 'Statement',
  id: state.statementId,
  articleId: state.articleId,
  versionId: state.versionId,
  outletId: state.outletId,
  claimId: state.claimId,
  occasionId: state.occasionId ?? null,
  placeId: state.placeId ?? null,
  placeBasis: (state.placeBasis as Basis | undefined) ?? null,
  speakerIds: state.speakerIds,
  speakerKinds: state.speakerKinds as AgentKind[],
  viaIds: state.viaIds,
  onBehalfOfIds: state.onBehalfOfIds,
  addresseeIds: state.addresseeIds,
  text: state.text,
  order: state.order,
  zone: state.zone as Zone,
  quoteType: state.quoteType as QuoteType,
  speechAct: state.speechAct as SpeechAct,
  certainty: state.certainty as Certainty,
  polarity: state.polarity as Polarity,
  status: state.status as StatementStatus,
  // States that were written before there was the mark do not have it.
  orphaned: state.orphaned === true,
  confidence: state.confidence ?? null,
  said: readDate(state, 'said'),
  published: readDate(state, 'published'),
  timesSpokenOf: state.timesSpokenOf.map((date) => JSON.parse(date) as UncertainDate),
  recorded: recordedOf(state),
})

export const articleRecord = (state: ArticleProperties): ArticleRecord => ({
  kind: 'Article',
  id: state.articleId,
  url: state.url ?? null,
  outletId: state.outletId ?? null,
  versionId: state.versionId ?? null,
  language: state.language,
  byline: state.byline ?? null,
  authorIds: state.authorIds,
  opinion: state.opinion,
  credits: state.credits.map((credit) => JSON.parse(credit) as Credit),
  published: readDate(state, 'published'),
  recorded: recordedOf(state),
})

const articleVersionRecord = (state: ArticleVersionProperties): ArticleVersionRecord => ({
  kind: 'ArticleVersion',
  id: state.versionId,
  articleId: state.articleId,
  outletId: state.outletId,
  number: state.number,
  title: state.title ?? null,
  contentHash: state.contentHash,
  length: state.length,
  published: readDate(state, 'published'),
  modified: state.modified === undefined ? null : (JSON.parse(state.modified) as UncertainDate),
  retrievedAt: state.retrievedAt ?? null,
  recorded: recordedOf(state),
})

export const claimRecord = (state: ClaimProperties): ClaimRecord => ({
  kind: 'Claim',
  id: state.claimId,
  text: state.text,
  language: state.language,
  firstSaid: readDate(state, 'firstSaid'),
  firstPublished: readDate(state, 'firstPublished'),
  recorded: recordedOf(state),
})

export const agentRecord = (state: AgentProperties): AgentRecord => ({
  kind: 'Agent',
  id: state.agentId,
  agentKind: state.kind as AgentKind,
  name: state.name,
  aliases: state.aliases,
  description: state.description ?? null,
  sameAs: state.sameAs,
  speaksForIds: state.speaksForIds,
  partOfIds: state.partOfIds,
  roles: state.roles.map((role) => JSON.parse(role) as HeldRole),
  unnamed:
    state.reason === undefined
      ? null
      : {
          reason: state.reason as UnnamedReason,
          size: state.size ?? null,
          descriptor: state.descriptor ?? state.name,
          articleId: state.articleId!,
        },
  recorded: recordedOf(state),
})

const occasionRecord = (state: OccasionProperties): OccasionRecord => ({
  kind: 'Occasion',
  id: state.occasionId,
  label: state.label,
  when: readDate(state, 'when'),
  placeId: state.placeId ?? null,
})

const placeRecord = (state: PlaceProperties): PlaceRecord => ({
  kind: 'Place',
  id: state.placeId,
  name: state.name,
  sameAs: state.sameAs,
})

export const judgementRecord = (state: JudgementProperties): JudgementRecord => ({
  kind: 'Judgement',
  id: state.judgementId,
  judgementKind: state.judgementKind as JudgementKind,
  verdict: state.verdict as Verdict,
  leftId: state.leftId,
  rightId: state.rightId,
  score: state.score ?? null,
  method: state.method,
  evidence: state.evidence ?? null,
  decidedBy: state.decidedBy ?? null,
  decidedAt: state.decidedAt ?? null,
  note: state.note ?? null,
  closedAt: state.closedAt ?? null,
  closedNote: state.closedNote ?? null,
  settled: state.settled ?? false,
  turn: state.turn,
  previousId: state.previousId ?? null,
  recorded: recordedOf(state),
})

export const reviewRecord = (state: ReviewProperties): ReviewRecord => ({
  kind: 'Review',
  id: state.reviewId,
  subjectId: state.subjectId,
  publisherId: state.publisherId,
  url: state.url ?? null,
  title: state.title ?? null,
  rating: state.rating,
  normalized: state.normalized as RatingValue,
  published: readDate(state, 'published'),
  citedStatementIds: state.citedStatementIds,
  recorded: recordedOf(state),
})

export const correctionRecord = (state: CorrectionProperties): CorrectionRecord => ({
  kind: 'Correction',
  id: state.correctionId,
  correctionKind: state.correctionKind as CorrectionKind,
  articleId: state.articleId,
  text: state.text,
  note: state.note ?? null,
  issued: readDate(state, 'issued'),
  wholeArticle: state.wholeArticle,
  effects: state.affectedIds.map((statementId, index) => ({
    statementId,
    status: state.affectedStatuses[index] as StatementStatus,
  })),
  recorded: recordedOf(state),
})
