import { printingHopId } from './identity.ts'
import type { Basis } from './vocabulary.ts'

/**
 * A node on the way from a statement to print, with where it leads. An article stands for whatever names it: a hop that
 * cites it, or a version of an article that was taken from it.
 */
export interface TraceNode {
  readonly id: string
  readonly label: 'Statement' | 'Attribution' | 'ArticleVersion' | 'Article'
  readonly starts: boolean
  /** Of an attribution. */
  readonly basis: Basis | null
  readonly links: readonly {
    /** DERIVED_FROM leads from a version to what its article was taken from. */
    readonly type: 'REPORTED_IN' | 'CITES' | 'CARRIES' | 'DERIVED_FROM'
    readonly to: string
    /** Of DERIVED_FROM. */
    readonly basis?: Basis | null
  }[]
}

export type TraceLinkKind = 'REPORTED_IN' | 'CITED_BY' | 'SOURCE_OF'
export interface TraceLink {
  readonly from: string
  readonly to: string
  readonly kind: TraceLinkKind
  readonly basis: Basis
}

export interface TraceOutline {
  readonly statementIds: readonly string[]
  /** The nearest first. */
  readonly hopIds: readonly string[]
  readonly links: readonly TraceLink[]
  /** False where `limit` cut it. */
  readonly complete: boolean
}

/**
 * Arranges what was found between statements and print: hops in the order of their distance from where the trace
 * began, at most `limit` of them, and the links among what is left, pointing outward. A cited article's printing is
 * cited by the hop that names it; the printing of an article that another was taken from is the source of the other's.
 */
export function outlineTrace(nodes: readonly TraceNode[], limit: number): TraceOutline {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const inOrder = breadthFirst(nodes, byId)
  const hops = inOrder.filter((node) => node.label === 'Attribution' || node.label === 'ArticleVersion')
  const kept = new Set(hops.slice(0, limit).map((node) => node.id))
  const leadsToKept = (node: TraceNode) => node.links.some((link) => kept.has(link.to))
  const statements = inOrder.filter((node) => node.label === 'Statement' && leadsToKept(node))

  const links: TraceLink[] = []
  for (const node of [...statements, ...hops.slice(0, limit)])
    for (const { type, to, basis } of node.links) {
      const next = byId.get(to)
      if (type === 'REPORTED_IN' && next && kept.has(to))
        links.push({
          from: hopIdOf(node),
          to: hopIdOf(next),
          kind: 'REPORTED_IN',
          basis: next.basis ?? node.basis ?? 'STATED',
        })
      if ((type === 'CITES' || type === 'DERIVED_FROM') && next)
        for (const printing of printingsOf(next, byId))
          if (kept.has(printing.id))
            links.push({
              from: hopIdOf(printing),
              to: hopIdOf(node),
              kind: type === 'CITES' ? 'CITED_BY' : 'SOURCE_OF',
              basis: (type === 'CITES' ? node.basis : basis) ?? 'STATED',
            })
    }
  return {
    statementIds: statements.map((node) => node.id),
    hopIds: hops.slice(0, limit).map(hopIdOf),
    links,
    complete: hops.length <= limit,
  }
}

const hopIdOf = (node: TraceNode) => (node.label === 'ArticleVersion' ? printingHopId(node.id) : node.id)

function breadthFirst(nodes: readonly TraceNode[], byId: ReadonlyMap<string, TraceNode>): TraceNode[] {
  const queue = nodes.filter((node) => node.starts).sort((a, b) => (a.id < b.id ? -1 : 1))
  const seen = new Set(queue.map((node) => node.id))
  for (let at = 0; at < queue.length; at++)
    // The database gives links in any order; where a limit cuts must not depend on it.
    for (const to of queue[at]!.links.map((link) => link.to).sort()) {
      const next = byId.get(to)
      if (next && !seen.has(to)) {
        seen.add(to)
        queue.push(next)
      }
    }
  return queue
}

/** Where the statements that an article carries were printed. */
function printingsOf(article: TraceNode, byId: ReadonlyMap<string, TraceNode>): TraceNode[] {
  const printings = new Set<TraceNode>()
  for (const { to } of article.links) {
    let node = byId.get(to)
    const walked = new Set<TraceNode>()
    while (node && node.label !== 'ArticleVersion' && !walked.has(node)) {
      walked.add(node)
      const outward: string | undefined = node.links.find((link) => link.type === 'REPORTED_IN')?.to
      node = outward === undefined ? undefined : byId.get(outward)
    }
    if (node?.label === 'ArticleVersion') printings.add(node)
  }
  return [...printings]
}
