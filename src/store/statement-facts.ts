import type { AnnotatedArticle, PlannedAttribution, PlannedStatement } from '../domain/annotated-article.ts'
import { actsOf, summarizeChain } from '../domain/chain.ts'
import { ascendingKey, descendingKey } from '../domain/date-order.ts'
import { foldCase } from '../domain/fold-case.ts'
import type { UncertainDate } from '../domain/uncertain-date.ts'
import { type LifeCycle, type ReviewState, statusOf, VISIBLE_STATUSES } from '../domain/visibility.ts'
import type { EdgeFact, StateFact } from './facts.ts'
import { dateProperties, type Properties, spanProperties, withoutNulls } from './property-codec.ts'

/** A statement's state: its own values, and copies of what its chain and article say, which every list stands on. */
export function statementState(
  statement: PlannedStatement,
  lifeCycle: LifeCycle,
  plan: AnnotatedArticle,
  acts: ReadonlyMap<string, PlannedAttribution>,
): StateFact {
  const chain = summarizeChain(statement, acts, plan)
  const kinds = new Map(plan.agents.map((agent) => [agent.id, agent.kind]))
  return {
    recordId: statement.id,
    label: 'StatementState',
    properties: {
      ...withoutNulls({
        statementId: statement.id,
        articleId: plan.article.id,
        versionId: plan.version.id,
        outletId: plan.article.outletId,
        claimId: statement.claimId,
        attributionId: statement.attributionId,
        occasionId: chain.occasionId,
        placeId: chain.placeId,
        placeBasis: chain.placeBasis,
        speakerIds: chain.speakerIds,
        speakerKinds: [...new Set(chain.speakerIds.map((id) => kinds.get(id)!))],
        relayIds: chain.relayIds,
        viaIds: chain.viaIds,
        onBehalfOfIds: chain.onBehalfOfIds,
        addresseeIds: chain.addresseeIds,
        order: statement.order,
        zone: statement.zone,
        text: statement.text,
        foldedText: foldCase(statement.text),
        quoteType: statement.quoteType,
        speechAct: statement.speechAct,
        certainty: statement.certainty,
        polarity: statement.polarity,
        review: statement.review,
        lifeCycle,
        status: statusOf(statement.review, lifeCycle),
        confidence: statement.confidence,
        timesSpokenOf: statement.timesSpokenOf.map((date) => JSON.stringify(date)),
      }),
      ...dateProperties('said', chain.said),
      ...dateProperties('published', plan.version.published),
      ...sortKeys(statement, chain.said, plan),
    },
  }
}

// Each ends in the id, so that it is unique and one comparison goes on after a cursor.
function sortKeys(
  { id, order }: PlannedStatement,
  said: UncertainDate,
  { article, version }: AnnotatedArticle,
) {
  const place = String(order).padStart(6, '0')
  return {
    textKey: `${ascendingKey(version.published)} ${article.id} ${place} ${id}`,
    saidAscending: `${ascendingKey(said)} ${id}`,
    saidDescending: `${descendingKey(said)} ${id}`,
    publishedAscending: `${ascendingKey(version.published)} ${id}`,
    publishedDescending: `${descendingKey(version.published)} ${id}`,
  }
}

/** The same state under another review or life cycle: what it says stays. */
export function withStatus(
  state: StateFact,
  change: { review?: ReviewState; lifeCycle?: LifeCycle },
): StateFact {
  const review = change.review ?? (state.properties.review as ReviewState)
  const lifeCycle = change.lifeCycle ?? (state.properties.lifeCycle as LifeCycle)
  return {
    ...state,
    properties: { ...state.properties, review, lifeCycle, status: statusOf(review, lifeCycle) },
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
