import type { AnnotatedArticle, PlannedStatement } from '../domain/annotated-article.ts'
import { actsOf, type ChainAct, type ChainSummary, type Printing, summarizeChain } from '../domain/chain.ts'
import { ascendingKey, descendingKey } from '../domain/date-order.ts'
import { foldCase } from '../domain/fold-case.ts'
import type { UncertainDate } from '../domain/uncertain-date.ts'
import { type LifeCycle, type ReviewState, statusOf, VISIBLE_STATUSES } from '../domain/visibility.ts'
import type { AgentKind, StatementStatus } from '../domain/vocabulary.ts'
import type { EdgeFact, StateFact } from './facts.ts'
import { type Properties, readDate, spanProperties, withDate, withoutNulls } from './property-codec.ts'

/**
 * What a document tells of a statement by itself, and what it wrote of its dates: `asPrinted` adds what its chain and its
 * article say of it.
 */
export const toldStatement = (
  statement: PlannedStatement,
  plan: AnnotatedArticle,
  acts: ReadonlyMap<string, ChainAct>,
): StateFact => ({
  recordId: statement.id,
  label: 'StatementState',
  properties: withoutNulls({
    statementId: statement.id,
    articleId: plan.article.id,
    claimId: statement.claimId,
    attributionId: statement.attributionId,
    order: statement.order,
    zone: statement.zone,
    text: statement.text,
    foldedText: foldCase(statement.text),
    quoteType: statement.quoteType,
    speechAct: statement.speechAct,
    certainty: statement.certainty,
    polarity: statement.polarity,
    review: statement.review,
    lifeCycle: 'CURRENT',
    status: statusOf(statement.review, 'CURRENT'),
    orphaned: false,
    confidence: statement.confidence,
    publishedWritten: JSON.stringify(plan.version.publishedWritten),
    saidWritten: JSON.stringify(summarizeChain(statement, acts, plan).saidWritten),
    timesSpokenOf: statement.timesSpokenOf.map((date) => JSON.stringify(date)),
    timesWritten: statement.timesWritten.map((date) => JSON.stringify(date)),
  }),
})

const chainProperties = (chain: ChainSummary, kinds: ReadonlyMap<string, AgentKind>): Properties =>
  withoutNulls({
    occasionId: chain.occasionId,
    placeId: chain.placeId,
    placeBasis: chain.placeBasis,
    speakerIds: chain.speakerIds,
    speakerKinds: [...new Set(chain.speakerIds.map((id) => kinds.get(id)!))],
    relayIds: chain.relayIds,
    viaIds: chain.viaIds,
    onBehalfOfIds: chain.onBehalfOfIds,
    addresseeIds: chain.addresseeIds,
  })

/**
 * A statement with copies of what its chain and article say, which every list stands on: as it was printed by a version,
 * through acts as they are told now. What was written of its dates stays what the document that tells it wrote.
 */
export function asPrinted(
  state: StateFact,
  printing: Printing & { readonly version: { readonly id: string } },
  acts: ReadonlyMap<string, ChainAct>,
  kinds: ReadonlyMap<string, AgentKind>,
): StateFact {
  const { occasionId: _occasion, placeId: _place, placeBasis: _basis, ...told } = state.properties
  const attributionId = (told.attributionId as string | undefined) ?? null
  const chain = summarizeChain({ attributionId }, acts, printing)
  const { id: versionId, published } = printing.version
  const properties = {
    ...withDate(withDate(told, 'said', chain.said), 'published', published),
    ...chainProperties(chain, kinds),
    versionId,
    outletId: printing.article.outletId,
  }
  return withOrder({ ...state, properties }, told.order as number)
}

/** The same statement at another place among those of its article. */
export function withOrder(state: StateFact, order: number): StateFact {
  const { recordId: id, properties } = state
  const keys = statementSortKeys(
    { id, articleId: properties.articleId as string, order },
    readDate(properties, 'said'),
    readDate(properties, 'published'),
  )
  return { ...state, properties: { ...properties, order, ...keys } }
}

// Each ends in the id, so that it is unique and one comparison goes on after a cursor.
export function statementSortKeys(
  { id, articleId, order }: { readonly id: string; readonly articleId: string; readonly order: number },
  said: UncertainDate,
  published: UncertainDate,
) {
  const place = String(order).padStart(6, '0')
  return {
    textKey: `${ascendingKey(published)} ${articleId} ${place} ${id}`,
    saidAscending: `${ascendingKey(said)} ${id}`,
    saidDescending: `${descendingKey(said)} ${id}`,
    publishedAscending: `${ascendingKey(published)} ${id}`,
    publishedDescending: `${descendingKey(published)} ${id}`,
  }
}

/** The same state of a statement under another review, life cycle or decision of a person: what it says stays. */
export function withStatus(
  state: StateFact,
  change: {
    readonly review?: ReviewState
    readonly lifeCycle?: LifeCycle
    readonly decided?: StatementStatus | null
  },
): StateFact {
  const { decidedStatus = null, ...told } = state.properties
  const review = change.review ?? (told.review as ReviewState)
  const lifeCycle = change.lifeCycle ?? (told.lifeCycle as LifeCycle)
  const decided = change.decided === undefined ? (decidedStatus as StatementStatus | null) : change.decided
  return {
    ...state,
    properties: {
      ...told,
      review,
      lifeCycle,
      ...withoutNulls({ decidedStatus: decided }),
      status: statusOf(review, lifeCycle, decided),
    },
  }
}

/** The edges out of a statement, its anchors aside. */
export function statementEdges(statement: PlannedStatement, plan: AnnotatedArticle): EdgeFact[] {
  const source = statement.id
  const to = (type: string, target: string, properties: Properties = {}): EdgeFact => ({
    type,
    source,
    target,
    properties,
  })
  return [
    to('REPORTED_IN', statement.attributionId ?? plan.version.id),
    to('EXPRESSES', statement.claimId),
    ...statement.revisesIds.map((target, position) => to('REVISES', target, { position })),
    ...statement.supportsIds.map((target, position) => to('SUPPORTS', target, { position })),
    ...statement.respondsTo.map(({ stance, toId }, position) =>
      to('RESPONDS_TO', toId, { stance, position }),
    ),
  ]
}

/** Where a statement stands in one version. `withdrawn`: an annotation of that version no longer has it. */
export const anchorEdge = (statement: PlannedStatement, versionId: string): EdgeFact => ({
  type: 'ANCHORED_IN',
  source: statement.id,
  target: versionId,
  properties: {
    withdrawn: false,
    ...spanProperties('content', statement.content),
    ...spanProperties('quoted', statement.quoted),
  },
})

/**
 * The read edges of a statement, told from its state alone: who spoke, relayed and printed it, with the sort keys that
 * make each agent's list a walk along an index, and what its article carries, for traces through citations.
 */
export function readEdges({ recordId: target, properties }: StateFact): EdgeFact[] {
  const { textKey, saidAscending, saidDescending, publishedAscending, publishedDescending } =
    properties as Record<string, string>
  const keys = {
    textKey,
    saidAscending,
    saidDescending,
    publishedAscending,
    publishedDescending,
  } as Properties
  const edge =
    (type: string) =>
    (source: string): EdgeFact => ({
      type,
      source,
      target,
      properties: { agentId: source, ...keys },
    })
  return [
    ...(properties.speakerIds as string[]).map(edge('SPOKE')),
    ...(properties.viaIds as string[]).map(edge('RELAYED')),
    edge('PRINTED')(properties.outletId as string),
    {
      type: 'CARRIES',
      source: properties.articleId as string,
      target,
      properties: {
        claimId: properties.claimId as string,
        shown: (VISIBLE_STATUSES as readonly string[]).includes(properties.status as string),
      },
    },
  ]
}

/** The acts of an article by their ids. */
export const actsById = (plan: AnnotatedArticle) => new Map(plan.attributions.map((act) => [act.id, act]))

/** Whether some statement that reached print through this act is accepted; else the act waits with them. */
export function acceptedActs(plan: AnnotatedArticle): ReadonlySet<string> {
  const acts = actsById(plan)
  const accepted = plan.statements.filter((statement) => statement.review === 'ACCEPTED')
  return new Set(accepted.flatMap((statement) => actsOf(statement, acts).map((act) => act.id)))
}
