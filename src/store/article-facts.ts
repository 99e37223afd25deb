import type { AnnotatedArticle, PlannedAttribution } from '../domain/annotated-article.ts'
import { ascendingKey, descendingKey } from '../domain/date-order.ts'
import type { UncertainDate } from '../domain/uncertain-date.ts'
import { type LifeCycle, type ReviewState, statusOf } from '../domain/visibility.ts'
import {
  agentDescriptionProperties,
  claimDescriptionProperties,
  occasionDescriptionProperties,
  placeDescriptionProperties,
} from './description-properties.ts'
import type { EdgeFact, StateFact } from './facts.ts'
import { dateProperties, type Properties, spanProperties, withoutNulls } from './property-codec.ts'

/**
 * The state of an article whose document came: what its newest version says about it.
 *
 * @param decidedPublished EDTF of the publication by a person's decision, which the plan is dated by
 */
export const articleState = (
  { article, version }: AnnotatedArticle,
  decidedPublished: string | null,
): StateFact => ({
  recordId: article.id,
  label: 'ArticleState',
  properties: {
    ...withoutNulls({
      articleId: article.id,
      url: article.url,
      key: article.key,
      outletId: article.outletId,
      versionId: version.id,
      language: article.language,
      byline: article.byline,
      authorIds: article.authorIds,
      opinion: article.opinion,
      credits: article.credits.map((credit) => JSON.stringify(credit)),
      decidedPublished,
    }),
    ...dateProperties('published', article.published),
    ...articleSortKeys(article.id, article.published),
  },
})

export const articleSortKeys = (id: string, published: UncertainDate) => ({
  publishedAscending: `${ascendingKey(published)} ${id}`,
  publishedDescending: `${descendingKey(published)} ${id}`,
})

/** The state of an article that is known by its address alone. Without sort keys it stands in no list. */
export const referencedArticleState = ({
  id,
  url,
}: {
  readonly id: string
  readonly url: string | null
}): StateFact => ({
  recordId: id,
  label: 'ArticleState',
  properties: withoutNulls({
    articleId: id,
    url,
    language: 'und',
    authorIds: [],
    opinion: false,
    credits: [],
    publishedPrecision: 'UNKNOWN',
    publishedBasis: 'UNKNOWN',
  }),
})

export const articleEdges = ({ article }: AnnotatedArticle): EdgeFact[] => [
  { type: 'PUBLISHED_BY', source: article.id, target: article.outletId, properties: {} },
  ...article.authorIds.map((target, position) => ({
    type: 'WRITTEN_BY',
    source: article.id,
    target,
    properties: { position },
  })),
  ...article.derivedFrom.map(({ articleId: target, basis, phrase }, position) => ({
    type: 'DERIVED_FROM',
    source: article.id,
    target,
    properties: {
      position,
      basis,
      ...(phrase.length > 0 && { phrase: phrase.map(({ exact }) => exact).join(' … ') }),
      ...spanProperties('phrase', phrase),
    },
  })),
]

export const versionState = ({ article, version }: AnnotatedArticle, number: number): StateFact => ({
  recordId: version.id,
  label: 'ArticleVersionState',
  properties: {
    ...withoutNulls({
      versionId: version.id,
      articleId: article.id,
      number,
      title: version.title,
      contentHash: version.contentHash,
      length: version.length,
      outletId: article.outletId,
      retrievedAt: version.retrievedAt,
      modified: version.modified && JSON.stringify(version.modified),
      publishedWritten: JSON.stringify(version.publishedWritten),
    }),
    ...dateProperties('published', version.published),
  },
})

/** The edges out of a version: whose it is, and what it says of agents, claims, occasions and places. */
export function versionEdges(plan: AnnotatedArticle): EdgeFact[] {
  const source = plan.version.id
  const describes = (target: string, properties: Properties): EdgeFact => ({
    type: 'DESCRIBES',
    source,
    target,
    properties,
  })
  return [
    { type: 'VERSION_OF', source, target: plan.article.id, properties: {} },
    ...plan.agents.map((agent) => describes(agent.id, agentDescriptionProperties(agent))),
    ...plan.claims.map((claim) => describes(claim.id, claimDescriptionProperties(claim))),
    ...plan.occasions.map((occasion) => describes(occasion.id, occasionDescriptionProperties(occasion))),
    ...plan.places.map((place) => describes(place.id, placeDescriptionProperties(place))),
  ]
}

export const attributionState = (
  act: PlannedAttribution,
  review: ReviewState,
  lifeCycle: LifeCycle,
  { article, version }: AnnotatedArticle,
): StateFact => ({
  recordId: act.id,
  label: 'AttributionState',
  properties: {
    ...withoutNulls({
      attributionId: act.id,
      articleId: article.id,
      versionId: version.id,
      cueStance: act.cueStance,
      mode: act.mode,
      basis: act.basis,
      review,
      lifeCycle,
      status: statusOf(review, lifeCycle),
      placeBasis: act.placeBasis,
      publishedWritten: JSON.stringify(version.publishedWritten),
      saidWritten: JSON.stringify(act.saidWritten),
    }),
    ...dateProperties('said', act.said),
    ...spanProperties('source', act.source),
    ...spanProperties('cue', act.cue),
  },
})

export function attributionEdges(act: PlannedAttribution, plan: AnnotatedArticle): EdgeFact[] {
  const to = (type: string, target: string, properties: Properties = {}): EdgeFact => ({
    type,
    source: act.id,
    target,
    properties,
  })
  const inOrder = (type: string, ids: readonly string[]) =>
    ids.map((id, position) => to(type, id, { position }))
  return [
    to('REPORTED_IN', act.reportedInId ?? plan.version.id),
    ...inOrder('BY', act.byIds),
    ...inOrder('TO', act.toIds),
    ...inOrder('ON_BEHALF_OF', act.onBehalfOfIds),
    ...(act.placeId === null ? [] : [to('AT', act.placeId)]),
    ...(act.occasionId === null ? [] : [to('ON', act.occasionId)]),
    ...(act.citesId === null ? [] : [to('CITES', act.citesId, { articleId: plan.article.id })]),
  ]
}
