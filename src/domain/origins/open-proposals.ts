import { impliedVerdicts, isSameness, SAMENESS_KINDS } from '../judgement.ts'
import { linkProposalId, settleLinks } from './article-links.ts'
import type { OriginDecision, OriginWorld } from './origin-world.ts'

/** The open questions that bear on where a claim comes from. */
export const ORIGIN_PROPOSALS = [
  'SAME_AGENT',
  'SAME_OCCASION',
  'SAME_UTTERANCE',
  'DERIVED_FROM',
  'CITES',
] as const
export type OriginProposalKind = (typeof ORIGIN_PROPOSALS)[number]

export interface OpenProposal {
  /** The decision's id, or `linkProposalId` of a proposed link that no decision stands behind. */
  readonly id: string
  readonly kind: OriginProposalKind
  readonly leftId: string
  readonly rightId: string
  readonly judgementId: string | null
}

const NOTHING: ReadonlySet<string> = new Set()

const isOriginProposal = (kind: OriginDecision['kind']): kind is OriginProposalKind =>
  (ORIGIN_PROPOSALS as readonly string[]).includes(kind)

/**
 * Every open proposal of the world, by id: decisions PROPOSED or UNSURE and proposed links. What decisions on others
 * answer is not asked: that two are one by a chain of positive ones, or told apart by a negative one. A pair that is
 * proposed in both ways is asked once.
 */
export function openProposals(world: OriginWorld): OpenProposal[] {
  const links = settleLinks(world, NOTHING)
  const pair = ({ kind, leftId, rightId }: Pick<OriginDecision, 'kind' | 'leftId' | 'rightId'>) =>
    JSON.stringify(
      kind === 'DERIVED_FROM' || kind === 'CITES' || leftId < rightId
        ? [kind, leftId, rightId]
        : [kind, rightId, leftId],
    )
  const closed = new Set(world.decisions.filter(({ verdict }) => verdict === 'NEGATIVE').map(pair))
  const implied = new Map(
    SAMENESS_KINDS.map((kind) => [kind, impliedVerdicts(world.decisions.filter((one) => one.kind === kind))]),
  )
  const asked = new Map<string, OpenProposal>()
  for (const { id, kind, leftId, rightId, verdict } of world.decisions) {
    if ((verdict !== 'PROPOSED' && verdict !== 'UNSURE') || !isOriginProposal(kind)) continue
    if (closed.has(pair({ kind, leftId, rightId }))) continue
    if (isSameness(kind) && implied.get(kind)!(leftId, rightId) !== null) continue
    const known = asked.get(pair({ kind, leftId, rightId }))
    if (!known || id < known.id)
      asked.set(pair({ kind, leftId, rightId }), { id, kind, leftId, rightId, judgementId: id })
  }
  for (const article of world.articles)
    for (const [kind, list, settled] of [
      ['DERIVED_FROM', article.derivedFrom, links.derivedFrom(article.id)],
      ['CITES', article.cites, links.cites(article.id)],
    ] as const)
      for (const { articleId, state } of list) {
        const question = { kind, leftId: article.id, rightId: articleId }
        if (state !== 'proposed' || closed.has(pair(question)) || asked.has(pair(question))) continue
        if (settled.some((link) => link.articleId === articleId)) continue
        asked.set(pair(question), {
          ...question,
          id: linkProposalId(kind, article.id, articleId),
          judgementId: null,
        })
      }
  return [...asked.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
