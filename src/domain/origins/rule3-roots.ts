import { isJoint, type ProvenanceNode, partiesOf } from './provenance.ts'
import type { Trail } from './rule2-who-has-it-from-whom.ts'
import { type Party, sorted } from './side.ts'
import { strongComponents } from './strong-components.ts'

/** Those who have it from nobody, and who leads to them. */
export interface RootSearch {
  /** Parts of the trail that have no way out: one node, or a ring. By the number of the part. */
  readonly roots: ReadonlyMap<number, Root>
  /** The roots that a node leads to. */
  readonly leadsTo: (node: ProvenanceNode) => ReadonlySet<number>
  readonly partOf: (node: ProvenanceNode) => number
}

export interface Root {
  readonly part: number
  readonly nodes: readonly ProvenanceNode[]
  readonly parties: readonly Party[]
}

/**
 * Rule 3: roots have it from nobody; a ring without a way out is one root. A joint source falls only with all its
 * members: then it has it from them.
 */
export function rule3FindRoots({ side, provenance, nodeOf }: Trail): RootSearch {
  const nodes = new Set<ProvenanceNode>(side.statements.map(nodeOf))
  for (const node of nodes) for (const target of targetsOf(node)) nodes.add(target)
  function targetsOf(node: ProvenanceNode): readonly ProvenanceNode[] {
    const own = provenance.targetsOf(node)
    if (!isJoint(node)) return own
    const members = partiesOf(node)
    return members.every((member) => provenance.hasItFromSomebody(member)) ? [...own, ...members] : own
  }

  const parts = strongComponents(nodes, targetsOf)
  const inPart = new Map<number, ProvenanceNode[]>()
  for (const [node, part] of parts) {
    const list = inPart.get(part)
    if (list) list.push(node)
    else inPart.set(part, [node])
  }
  const leads = new Map<number, ReadonlySet<number>>()
  const roots = new Map<number, Root>()
  for (const part of [...inPart.keys()].sort((a, b) => a - b)) {
    const members = inPart.get(part)!
    const further = new Set<number>()
    for (const node of members)
      for (const target of targetsOf(node))
        if (parts.get(target) !== part) for (const root of leads.get(parts.get(target)!)!) further.add(root)
    if (further.size === 0) {
      roots.set(part, { part, nodes: members.sort(), parties: sorted(members.flatMap(partiesOf)) })
      further.add(part)
    }
    leads.set(part, further)
  }
  return {
    roots,
    leadsTo: (node) => leads.get(parts.get(node) ?? -1) ?? new Set(),
    partOf: (node) => parts.get(node) ?? -1,
  }
}

/**
 * Rule 3: an own voice that would be a root in a copy is that of the article at the end of the derivation; of several
 * ends, theirs together. Returns the statements that were so moved, with the node they now rest on.
 */
export function rule3MoveToTheEndOfTheDerivation(
  trail: Trail,
  before: RootSearch,
): Map<string, ProvenanceNode> {
  const { side, provenance, nodeOf, endOf } = trail
  const moved = new Map<string, ProvenanceNode>()
  for (const statement of side.statements) {
    if (statement.hops.length > 0) continue
    const end = endOf(statement.articleId)
    const begin = nodeOf(statement)
    if (end === null || !before.roots.has(before.partOf(begin))) continue
    moved.set(statement.id, end)
    const links = side.links.derivedFrom(statement.articleId)
    for (const from of statement.retracted ? [begin] : statement.source.members)
      for (const { articleId: viaArticleId, decisionId } of links)
        provenance.add({
          from,
          to: end,
          reason: 'DERIVED_ARTICLE',
          articleId: statement.articleId,
          viaArticleId,
          decisionId,
        })
  }
  return moved
}

/** Rule 6: an own voice that was taken back, leads nowhere else and is no copy, is that of its speaker. */
export function rule6RestOnTheSpeaker(
  { side, provenance, nodeOf }: Trail,
  restsOn: (members: readonly Party[]) => ProvenanceNode,
): void {
  for (const statement of side.statements) {
    const begin = nodeOf(statement)
    const speaker = restsOn(statement.source.members)
    if (begin !== speaker && provenance.linksOf(begin).every(({ reason }) => reason === 'DECISION'))
      provenance.add({ from: begin, to: speaker, reason: 'SAME_SPEAKER', articleId: statement.articleId })
  }
}
