import { ascendingKey } from './date-order.ts'
import type { CorrectionRecord, JudgementRecord, ReviewRecord, StatementRecord } from './graph-records.ts'
import { type UncertainDate, uncertainDate } from './uncertain-date.ts'
import { VISIBLE_STATUSES } from './visibility.ts'
import type { CorrectionKind, JudgementKind } from './vocabulary.ts'

/** In the order in which events of one date show. */
const TIMELINE_EVENT_KINDS = [
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
  /** The agent that stands for all that are one with an agent. */
  readonly agentOf: (id: string) => { readonly id: string; readonly name: string }
  /** The words of a claim by itself: decisions are made on members of groups. */
  readonly claimText: (id: string) => string
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

const saidEvents = ({ statements, agentOf }: ClaimHappenings): TimelineEvent[] =>
  statements.map((statement) => ({
    event: 'SAID',
    when: statement.said,
    at: null,
    statementId: statement.id,
    subjectId: statement.id,
    summary: isOwnVoice(statement)
      ? `${namesOf(statement.speakerIds, agentOf)} said ${words(statement)} in ${statement.speakerKinds.join() === 'OUTLET' ? 'its' : 'their'} own voice.`
      : `${namesOf(statement.speakerIds, agentOf)} said ${words(statement)}, as ${agentOf(statement.outletId).name} reports.`,
  }))

/** One for each article, with its first statement that is shown, else its first one. */
function publishedEvents({ statements, agentOf }: ClaimHappenings): TimelineEvent[] {
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
      summary: `${agentOf(first.outletId).name} published ${words(first)}${all.length === 1 ? '' : `, the first of its ${all.length} statements of this claim`}.`,
    }
  })
}

const revisedEvent = (
  { revising, revised }: ClaimHappenings['revisions'][number],
  { agentOf }: ClaimHappenings,
): TimelineEvent => ({
  event: 'REVISED',
  when: revising.said,
  at: null,
  statementId: revising.id,
  subjectId: revised.id,
  summary: `${namesOf(revising.speakerIds, agentOf)} revised ${words(revised)} by ${words(revising)}.`,
})

const CORRECTED: Readonly<Record<CorrectionKind, string>> = {
  CORRECTION: 'corrected',
  CLARIFICATION: 'clarified',
  UPDATE: 'updated',
  RETRACTION: 'took back',
}

/** Those that name a statement of the claim, or take back a whole article that has one. */
const correctedEvents = ({ statements, corrections, agentOf }: ClaimHappenings): TimelineEvent[] =>
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
        summary: `${agentOf(first.outletId).name} ${CORRECTED[correctionKind]} ${what}${words(first)}: “${text}”`,
      },
    ]
  })

function reviewedEvent(
  { id, subjectId, publisherId, rating, published }: ReviewRecord,
  { statements, agentOf }: ClaimHappenings,
): TimelineEvent {
  const statement = statements.find((one) => one.id === subjectId)
  return {
    event: 'REVIEWED',
    when: published,
    at: null,
    statementId: statement?.id ?? null,
    subjectId: id,
    summary: `${agentOf(publisherId).name} reviewed ${statement ? words(statement) : 'the claim'}: “${rating}”.`,
  }
}

/** What a person decides of two claims, as they are one or related: positive and negative; the first one is left. */
const RELATED: Readonly<Partial<Record<JudgementKind, readonly [string, string]>>> = {
  SAME_CLAIM: ['is the same claim as', 'is not the same claim as'],
  CONTRADICTS: ['contradicts', 'does not contradict'],
  TENSION: ['is in tension with', 'is not in tension with'],
  SUPPORTS: ['supports', 'does not support'],
  NARROWER: ['is narrower than', 'is not narrower than'],
  ALTERNATIVE: ['is an alternative to', 'is not an alternative to'],
}
/** Of these, what is left and what is right says something. */
const DIRECTED: readonly JudgementKind[] = ['SUPPORTS', 'NARROWER']

function judgedEvent(
  { id, judgementKind, verdict, leftId, rightId, decidedBy, decidedAt, recorded, closedAt }: JudgementRecord,
  { claimIds, claimText }: ClaimHappenings,
): TimelineEvent {
  const at = decidedAt ?? recorded.at
  // Where both sides say the same, the claim in question comes first.
  const isTurned = !DIRECTED.includes(judgementKind) && !claimIds.includes(leftId)
  const [first, second] = isTurned ? [rightId, leftId] : [leftId, rightId]
  const related = RELATED[judgementKind]
  if (!related) throw new Error(`${id} of a claim is a decision on ${judgementKind}`)
  const what = `“${claimText(first)}” ${related[verdict === 'NEGATIVE' ? 1 : 0]} “${claimText(second)}”`
  const who = named(decidedBy ?? recorded.by)
  const decided =
    verdict === 'UNSURE'
      ? `${who === null ? 'It was left' : `${who} left it`} open whether ${what}`
      : `${who === null ? 'It was' : who} decided that ${what}`
  return {
    event: 'JUDGED',
    when: instantOf(at),
    at,
    statementId: null,
    subjectId: id,
    summary: `${decided}${closedAt === null ? '' : ' (closed since)'}.`,
  }
}

const recordedEvents = ({ statements, agentOf }: ClaimHappenings): TimelineEvent[] =>
  statements.map((statement) => {
    const what = `${words(statement)} of ${agentOf(statement.outletId).name}`
    const who = named(statement.recorded.by)
    return {
      event: 'RECORDED',
      when: instantOf(statement.recorded.at),
      at: statement.recorded.at,
      statementId: statement.id,
      subjectId: statement.id,
      summary: who === null ? `${what} was recorded.` : `${who} recorded ${what}.`,
    }
  })

/** Who recorded or decided something; null of “unknown”, which is recorded where nobody gave a name. */
const named = (by: string) => (by === 'unknown' ? null : by)

const isOwnVoice = ({ said, viaIds }: StatementRecord) => said.basis === 'PUBLICATION' && viaIds.length === 0

/** The words, with the status of a statement that lists leave out. */
const words = ({ text, status }: StatementRecord) =>
  VISIBLE_STATUSES.includes(status) ? `“${text}”` : `“${text}” (${status})`

/** Each once, also where several of them are one. */
function namesOf(ids: readonly string[], agentOf: ClaimHappenings['agentOf']): string {
  const names = [...new Map(ids.map(agentOf).map(({ id, name }) => [id, name])).values()]
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function instantOf(instant: string): UncertainDate {
  const read = uncertainDate({ basis: 'EXTERNAL', edtf: instant })
  if (!read.ok) throw new Error(read.message)
  return read.date
}
