import type { AnnotatedArticle, PlannedAttribution, PlannedStatement } from './annotated-article.ts'
import { OWN_VOICE, type WrittenDependentDate } from './date-resolution/article-dates.ts'
import type { UncertainDate } from './uncertain-date.ts'
import type { Basis, StatementStatus } from './vocabulary.ts'

/** Hops that are known from elsewhere never change who speaks or through whom it came. */
const ANSWERING_BASES: readonly Basis[] = ['STATED', 'INFERRED']

/** Whether an answer shows a hop without being asked for its basis: one known from elsewhere once a person accepted it. */
export const answersWith = ({
  basis,
  status,
}: {
  readonly basis: Basis
  readonly status: StatementStatus
}): boolean => ANSWERING_BASES.includes(basis) || status === 'ACCEPTED'

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
  readonly saidWritten: WrittenDependentDate
  readonly placeId: string | null
  readonly placeBasis: Basis | null
  readonly occasionId: string | null
}

const distinct = (ids: readonly string[]) => [...new Set(ids)]

/** Of an act, what a chain is told by. */
export type ChainAct = Pick<
  PlannedAttribution,
  | 'byIds'
  | 'toIds'
  | 'onBehalfOfIds'
  | 'basis'
  | 'said'
  | 'saidWritten'
  | 'placeId'
  | 'placeBasis'
  | 'occasionId'
  | 'reportedInId'
>

/** Who printed a chain, and when. */
export interface Printing {
  readonly article: Pick<AnnotatedArticle['article'], 'outletId' | 'opinion' | 'authorIds'>
  readonly version: Pick<AnnotatedArticle['version'], 'published'>
}

/** The reporting acts of a statement, innermost first, without the printing. `acts` must be free of cycles. */
export function actsOf<Act extends Pick<PlannedAttribution, 'reportedInId'>>(
  statement: Pick<PlannedStatement, 'attributionId'>,
  acts: ReadonlyMap<string, Act>,
): Act[] {
  const chain: Act[] = []
  for (let id = statement.attributionId; id !== null; ) {
    const act = acts.get(id)
    if (!act) break
    chain.push(act)
    id = act.reportedInId
  }
  return chain
}

const isAnswering = ({ basis }: Pick<PlannedAttribution, 'basis'>) => ANSWERING_BASES.includes(basis)

/** The act in which a statement is uttered: the innermost that counts. Null: the article's own voice. */
export const utteredIn = <Act extends Pick<PlannedAttribution, 'reportedInId' | 'basis'>>(
  statement: Pick<PlannedStatement, 'attributionId'>,
  acts: ReadonlyMap<string, Act>,
): Act | null => actsOf(statement, acts).find(isAnswering) ?? null

/** When the article's own voice says what it prints. */
export const saidByPrinting = (published: UncertainDate): UncertainDate => ({
  ...published,
  basis: 'PUBLICATION',
  phrase: null,
})

/** Who speaks, through whom, when and where. In the article's own voice the outlet speaks, or the author of signed opinion. */
export function summarizeChain(
  statement: Pick<PlannedStatement, 'attributionId'>,
  acts: ReadonlyMap<string, ChainAct>,
  { article, version }: Printing,
): ChainSummary {
  const hops = actsOf(statement, acts).filter(isAnswering)
  const [innermost, ...outer] = hops
  if (!innermost) {
    const authors = article.opinion ? article.authorIds : []
    return {
      speakerIds: authors.length > 0 ? distinct(authors) : [article.outletId],
      relayIds: [],
      viaIds: [],
      onBehalfOfIds: [],
      addresseeIds: [],
      said: saidByPrinting(version.published),
      saidWritten: OWN_VOICE,
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
    saidWritten: innermost.saidWritten,
    placeId: innermost.placeId,
    placeBasis: innermost.placeBasis,
    occasionId: innermost.occasionId,
  }
}
