import type { AnnotatedArticle, PlannedAttribution, PlannedStatement } from './annotated-article.ts'
import type { UncertainDate } from './uncertain-date.ts'
import type { Basis } from './vocabulary.ts'

/** Hops that are known from elsewhere never change who speaks or through whom it came. */
export const ANSWERING_BASES: readonly Basis[] = ['STATED', 'INFERRED']

/** What a statement's chain says of it, told without the hops that are known from elsewhere. */
export interface ChainSummary {
  readonly speakerIds: readonly string[]
  /** Who stands between the speaker and the printing outlet. */
  readonly relayIds: readonly string[]
  /** Every agent at any hop but the innermost; of an own voice, none. */
  readonly viaIds: readonly string[]
  readonly onBehalfOfIds: readonly string[]
  readonly addresseeIds: readonly string[]
  readonly said: UncertainDate
  readonly placeId: string | null
  readonly placeBasis: Basis | null
  readonly occasionId: string | null
}

const distinct = (ids: readonly string[]) => [...new Set(ids)]

/** The reporting acts of a statement, innermost first, without the printing. `acts` must be free of cycles. */
export function actsOf(
  statement: Pick<PlannedStatement, 'attributionId'>,
  acts: ReadonlyMap<string, PlannedAttribution>,
): PlannedAttribution[] {
  const chain: PlannedAttribution[] = []
  for (let id = statement.attributionId; id !== null; ) {
    const act = acts.get(id)
    if (!act) break
    chain.push(act)
    id = act.reportedInId
  }
  return chain
}

/** Who speaks, through whom, when and where. In the article's own voice the outlet speaks, or the author of signed opinion. */
export function summarizeChain(
  statement: Pick<PlannedStatement, 'attributionId'>,
  acts: ReadonlyMap<string, PlannedAttribution>,
  { article, version }: Pick<AnnotatedArticle, 'article' | 'version'>,
): ChainSummary {
  const hops = actsOf(statement, acts).filter((act) => ANSWERING_BASES.includes(act.basis))
  const [innermost, ...outer] = hops
  if (!innermost) {
    const authors = article.opinion ? article.authorIds : []
    return {
      speakerIds: authors.length > 0 ? distinct(authors) : [article.outletId],
      relayIds: [],
      viaIds: [],
      onBehalfOfIds: [],
      addresseeIds: [],
      said: { ...version.published, basis: 'PUBLICATION', phrase: null },
      placeId: null,
      placeBasis: null,
      occasionId: null,
    }
  }
  const relayIds = distinct(outer.flatMap((hop) => hop.byIds))
  return {
    speakerIds: distinct(innermost.byIds),
    relayIds,
    viaIds: distinct([...relayIds, article.outletId]),
    onBehalfOfIds: distinct(innermost.onBehalfOfIds),
    addresseeIds: distinct(hops.flatMap((hop) => hop.toIds)),
    said: innermost.said,
    placeId: innermost.placeId,
    placeBasis: innermost.placeBasis,
    occasionId: innermost.occasionId,
  }
}
