import type { Party } from './side.ts'

/** Why the API says statements are one origin. */
export type OriginReasonKind =
  | 'SAME_SPEAKER'
  | 'SAME_PRINCIPAL'
  | 'SAME_WAY_IN'
  | 'ATTRIBUTED_IN_ARTICLE'
  | 'RELAYED_ELSEWHERE'
  | 'DERIVED_ARTICLE'
  | 'CITED_ARTICLE'
  | 'CREDIT_LINE'
  | 'DECISION'

/** One party, the members of a joint source, or a statement that was taken back and speaks for nobody. */
export type ProvenanceNode = string

/** `from` has it from `to`. */
export interface HasItFrom {
  readonly from: ProvenanceNode
  readonly to: ProvenanceNode
  readonly reason: OriginReasonKind
  /** The article that shows it. */
  readonly articleId: string | null
  /** The article it was copied from or that is cited. */
  readonly viaArticleId: string | null
  readonly decisionId: string | null
  /** Rule 4 alone: an unnamed source that adds none, which is not known to have it from anybody by what was said. */
  readonly addsNone: boolean
}

const JOINT = 'joint '
const TAKEN_BACK = 'retracted '

export const sourceNode = (members: readonly Party[]): ProvenanceNode =>
  members.length === 1 ? members[0]! : `${JOINT}${JSON.stringify(members)}`
export const takenBackNode = (statementId: string): ProvenanceNode => `${TAKEN_BACK}${statementId}`
export const isTakenBack = (node: ProvenanceNode) => node.startsWith(TAKEN_BACK)
export const isJoint = (node: ProvenanceNode) => node.startsWith(JOINT)
/** The parties a node stands for; none of a statement that was taken back. */
export const partiesOf = (node: ProvenanceNode): readonly Party[] =>
  isTakenBack(node) ? [] : isJoint(node) ? (JSON.parse(node.slice(JOINT.length)) as Party[]) : [node]

/** Who has it from whom. Links to oneself are left out. */
export class Provenance {
  readonly #links = new Map<ProvenanceNode, Map<ProvenanceNode, HasItFrom[]>>()

  add(link: Omit<HasItFrom, 'viaArticleId' | 'decisionId' | 'addsNone'> & Partial<HasItFrom>): void {
    if (link.from === link.to) return
    const targets = this.#links.get(link.from) ?? new Map<ProvenanceNode, HasItFrom[]>()
    this.#links.set(link.from, targets)
    const reasons = targets.get(link.to) ?? []
    targets.set(link.to, reasons)
    const whole = { viaArticleId: null, decisionId: null, addsNone: false, ...link }
    if (
      !reasons.some(
        (known) =>
          known.reason === whole.reason &&
          known.articleId === whole.articleId &&
          known.viaArticleId === whole.viaArticleId &&
          known.decisionId === whole.decisionId,
      )
    )
      reasons.push(whole)
  }

  get nodes(): Iterable<ProvenanceNode> {
    return this.#links.keys()
  }

  targetsOf(node: ProvenanceNode): readonly ProvenanceNode[] {
    return [...(this.#links.get(node)?.keys() ?? [])]
  }

  linksOf(node: ProvenanceNode): readonly HasItFrom[] {
    return [...(this.#links.get(node)?.values() ?? [])].flat()
  }

  hasItFromSomebody(node: ProvenanceNode): boolean {
    return this.#links.has(node)
  }
}
