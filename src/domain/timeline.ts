import { ascendingKey } from './date-order.ts'
import type { CorrectionRecord, JudgementRecord, ReviewRecord, StatementRecord } from './graph-records.ts'
import { type UncertainDate, uncertainDate } from './uncertain-date.ts'
import { VISIBLE_STATUSES } from './visibility.ts'
import type { CorrectionKind } from './vocabulary.ts'

/** In the order in which events of one date show. */
export const TIMELINE_EVENT_KINDS = [
  'SAID',
  'PUBLISHED',
  'REVISED',
  'CORRECTED',
  'RETRACTED',
  'REVIEWED',
  'JUDGED',
  'RECORDED',
] as const
export type TimelineEventKind = (typeof TIMELINE_EVENT_KINDS)[number]

/** Something that happened to a claim, in the world or in the graph. */
export interface TimelineEvent {
  readonly event: TimelineEventKind
  readonly when: UncertainDate
  /** The instant of recording, of what happened in the graph. */
  readonly at: string | null
  readonly statementId: string | null
  readonly subjectId: string
  readonly summary: string
}

/** What a timeline is told from. */
export interface ClaimHappenings {
  /** The claim and all that is merged into it. */
  readonly claimIds: readonly string[]
  /** In the order of publication, then of the text; whatever their status. */
  readonly statements: readonly StatementRecord[]
  readonly revisions: readonly {
    readonly revising: StatementRecord
    readonly revised: StatementRecord
  }[]
  /** Of the articles of these statements. */
  readonly corrections: readonly CorrectionRecord[]
  /** Of the claim and of these statements. */
  readonly reviews: readonly ReviewRecord[]
  readonly judgements: readonly JudgementRecord[]
  /** The name of an agent or the words of a claim, by id. */
  readonly nameOf: (id: string) => string
}

/** The events of a claim in the order of their dates, what has no date last, each with the key that it stands at. */
export function timelineOf(
  happenings: ClaimHappenings,
): { readonly sortKey: string; readonly item: TimelineEvent }[] {
  const events = [
    ...saidEvents(happenings),
    ...publishedEvents(happenings),
    ...happenings.revisions.map((revision) => revisedEvent(revision, happenings)),
    ...correctedEvents(happenings),
    ...happenings.reviews.map((review) => reviewedEvent(review, happenings)),
    ...happenings.judgements.map((judgement) => judgedEvent(judgement, happenings)),
    ...recordedEvents(happenings),
  ]
  const bySortKey = new Map(events.map((event) => [sortKeyOf(event), event]))
  return [...bySortKey]
    .map(([sortKey, item]) => ({ sortKey, item }))
    .sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1))
}

const sortKeyOf = ({ event, when, subjectId, statementId }: TimelineEvent) =>
  `${ascendingKey(when)} ${TIMELINE_EVENT_KINDS.indexOf(event)} ${subjectId} ${statementId ?? ''}`

const saidEvents = ({ statements, nameOf }: ClaimHappenings): TimelineEvent[] =>
  statements.map((statement) => ({
    event: 'SAID',
    when: statement.said,
    at: null,
    statementId: statement.id,
    subjectId: statement.id,
    summary: isOwnVoice(statement)
      ? `${namesOf(statement.speakerIds, nameOf)} said in its own voice ${words(statement)}.`
      : `${namesOf(statement.speakerIds, nameOf)} said ${words(statement)}, as ${nameOf(statement.outletId)} reports.`,
  }))

/** One for each article, with its first statement that is shown, else its first one. */
function publishedEvents({ statements, nameOf }: ClaimHappenings): TimelineEvent[] {
  const byArticle = new Map<string, StatementRecord[]>()
  for (const statement of statements)
    byArticle.set(statement.articleId, [...(byArticle.get(statement.articleId) ?? []), statement])
  return [...byArticle].map(([articleId, all]) => {
    const first = all.find(({ status }) => VISIBLE_STATUSES.includes(status)) ?? all[0]!
    return {
      event: 'PUBLISHED',
      when: first.published,
      at: null,
      statementId: first.id,
      subjectId: articleId,
      summary: `${nameOf(first.outletId)} published ${words(first)}${all.length === 1 ? '' : `, the first of its ${all.length} statements of this claim`}.`,
    }
  })
}

const revisedEvent = (
  { revising, revised }: ClaimHappenings['revisions'][number],
  { nameOf }: ClaimHappenings,
): TimelineEvent => ({
  event: 'REVISED',
  when: revising.said,
  at: null,
  statementId: revising.id,
  subjectId: revised.id,
  summary: `${namesOf(revising.speakerIds, nameOf)} revised ${words(revised)} by ${words(revising)}.`,
})

const CORRECTED: Readonly<Record<CorrectionKind, string>> = {
  CORRECTION: 'corrected',
  CLARIFICATION: 'clarified',
  UPDATE: 'updated',
  RETRACTION: 'took back',
}

/** Those that name a statement of the claim, or take back a whole article that has one. */
const correctedEvents = ({ statements, corrections, nameOf }: ClaimHappenings): TimelineEvent[] =>
  corrections.flatMap((correction): TimelineEvent[] => {
    const { id, correctionKind, articleId, wholeArticle, effects, issued, text } = correction
    const named = statements.filter((statement) =>
      wholeArticle
        ? statement.articleId === articleId
        : effects.some(({ statementId }) => statementId === statement.id),
    )
    const [first] = named
    if (!first) return []
    const what = wholeArticle ? 'its whole article with ' : ''
    return [
      {
        event: correctionKind === 'RETRACTION' ? 'RETRACTED' : 'CORRECTED',
        when: issued,
        at: null,
        statementId: first.id,
        subjectId: id,
        summary: `${nameOf(first.outletId)} ${CORRECTED[correctionKind]} ${what}${words(first)}: “${text}”`,
      },
    ]
  })

function reviewedEvent(
  { id, subjectId, publisherId, rating, published }: ReviewRecord,
  { statements, nameOf }: ClaimHappenings,
): TimelineEvent {
  const statement = statements.find((one) => one.id === subjectId)
  return {
    event: 'REVIEWED',
    when: published,
    at: null,
    statementId: statement?.id ?? null,
    subjectId: id,
    summary: `${nameOf(publisherId)} reviewed ${statement ? words(statement) : 'the claim'}: “${rating}”.`,
  }
}

function judgedEvent(
  { id, judgementKind, verdict, leftId, rightId, decidedBy, decidedAt, recorded, closedAt }: JudgementRecord,
  { claimIds, nameOf }: ClaimHappenings,
): TimelineEvent {
  const at = decidedAt ?? recorded.at
  const other = claimIds.includes(leftId) ? rightId : leftId
  return {
    event: 'JUDGED',
    when: instantOf(at),
    at,
    statementId: null,
    subjectId: id,
    summary: `${decidedBy ?? recorded.by} decided ${verdict} on ${judgementKind} with “${nameOf(other)}”${closedAt === null ? '' : ' (closed since)'}.`,
  }
}

const recordedEvents = ({ statements, nameOf }: ClaimHappenings): TimelineEvent[] =>
  statements.map((statement) => ({
    event: 'RECORDED',
    when: instantOf(statement.recorded.at),
    at: statement.recorded.at,
    statementId: statement.id,
    subjectId: statement.id,
    summary: `${statement.recorded.by} recorded ${words(statement)} of ${nameOf(statement.outletId)}.`,
  }))

const isOwnVoice = ({ said, viaIds }: StatementRecord) => said.basis === 'PUBLICATION' && viaIds.length === 0

/** The words, with the status of a statement that lists leave out. */
const words = ({ text, status }: StatementRecord) =>
  VISIBLE_STATUSES.includes(status) ? `“${text}”` : `“${text}” (${status})`

const namesOf = (ids: readonly string[], nameOf: (id: string) => string) => {
  const names = ids.map(nameOf)
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function instantOf(instant: string): UncertainDate {
  const read = uncertainDate({ basis: 'EXTERNAL', edtf: instant })
  if (!read.ok) throw new Error(read.message)
  return read.date
}
