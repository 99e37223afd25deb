import { articleVersionsByArticle, articleVersionTexts, recordsById } from '../cypher/queries.ts'
import type {
  AgentProperties,
  ArticleProperties,
  ArticleVersionProperties,
  ClaimProperties,
  OccasionProperties,
  PlaceProperties,
  StatementProperties,
} from '../cypher/shapes.ts'
import type { Credit, HeldRole } from '../domain/annotated-article.ts'
import type {
  AgentRecord,
  ArticleRecord,
  ArticleVersionRecord,
  ClaimRecord,
  GraphRecord,
  OccasionRecord,
  PlaceRecord,
  Recorded,
  StatementRecord,
} from '../domain/graph-records.ts'
import { kindOfId } from '../domain/identity.ts'
import type { UncertainDate } from '../domain/uncertain-date.ts'
import type {
  AgentKind,
  Basis,
  Certainty,
  Polarity,
  QuoteType,
  RecordMethod,
  SpeechAct,
  StatementStatus,
  UnnamedReason,
  Zone,
} from '../domain/vocabulary.ts'
import type { GraphView } from './graph-view.ts'
import { readDate } from './property-codec.ts'

/** Records of any kind by id, in one query. Hops are read by `hop-reader.ts`: they have edges to tell. */
export async function readRecords(
  { database, known }: GraphView,
  ids: readonly string[],
): Promise<Map<string, GraphRecord>> {
  const rows = await database.run(recordsById, { ids, known })
  return new Map(
    rows.flatMap(({ id, state }) => {
      const record = recordOf(id, state)
      return record ? [[id, record]] : []
    }),
  )
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
