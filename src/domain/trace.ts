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
  /** Of a statement: the version that prints it. Acts do not tell, because versions share them. */
  readonly versionId: string | null
  /** Of an attribution. */
  readonly basis: Basis | null
  readonly links: readonly Outward[]
}

interface Outward {
  /** REPORTED_IN leads to an act; DERIVED_FROM from a version to what its article was taken from. */
  readonly type: 'REPORTED_IN' | 'CITES' | 'CARRIES' | 'DERIVED_FROM'
  readonly to: string
  /** Of DERIVED_FROM. */
  readonly basis?: Basis | null
}

/** A node as it lies on the way of statements that one version prints. */
interface Place {
  readonly node: TraceNode
  /** What prints them; null of an article. */
  readonly versionId: string | null
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
  const hops = distinct(inOrder.map(({ node }) => node).filter(isHop))
  const kept = new Set(hops.slice(0, limit).map((node) => node.id))
  const statements = inOrder.filter(
    (place) => place.node.label === 'Statement' && linksOf(place).some((link) => kept.has(link.to)),
  )

  const links = new Map<string, TraceLink>()
  const add = (link: TraceLink) => links.set(`${link.from} ${link.kind} ${link.to}`, link)
  for (const place of [...statements, ...inOrder.filter(({ node }) => isHop(node) && kept.has(node.id))]) {
    const { node } = place
    for (const { type, to, basis } of linksOf(place)) {
      const next = byId.get(to)
      if (type === 'REPORTED_IN' && next && kept.has(to))
        add({
          from: hopIdOf(node),
          to: hopIdOf(next),
          kind: 'REPORTED_IN',
          basis: next.basis ?? node.basis ?? 'STATED',
        })
      if ((type === 'CITES' || type === 'DERIVED_FROM') && next)
        for (const printing of printingsOf(next, byId))
          if (kept.has(printing.id))
            add({
              from: hopIdOf(printing),
              to: hopIdOf(node),
              kind: type === 'CITES' ? 'CITED_BY' : 'SOURCE_OF',
              basis: (type === 'CITES' ? node.basis : basis) ?? 'STATED',
            })
    }
  }
  return {
    statementIds: statements.map(({ node }) => node.id),
    hopIds: hops.slice(0, limit).map(hopIdOf),
    links: [...links.values()],
    complete: hops.length <= limit,
  }
}

const distinct = <Item>(items: readonly Item[]) => [...new Set(items)]

const isHop = ({ label }: TraceNode) => label === 'Attribution' || label === 'ArticleVersion'

const hopIdOf = (node: TraceNode) => (node.label === 'ArticleVersion' ? printingHopId(node.id) : node.id)

/** Where a place leads: what no further act reports, the version prints. */
const linksOf = ({ node, versionId }: Place): readonly Outward[] =>
  versionId === null || versionId === node.id || node.links.some(({ type }) => type === 'REPORTED_IN')
    ? node.links
    : [...node.links, { type: 'REPORTED_IN', to: versionId }]

function breadthFirst(nodes: readonly TraceNode[], byId: ReadonlyMap<string, TraceNode>): Place[] {
  const queue: Place[] = []
  const seen = new Set<string>()
  const visit = (node: TraceNode, versionId: string | null) => {
    const key = `${node.id} ${versionId}`
    if (seen.has(key)) return
    seen.add(key)
    queue.push({ node, versionId })
  }
  for (const start of nodes.filter((node) => node.starts).sort((a, b) => (a.id < b.id ? -1 : 1)))
    visit(start, start.versionId)
  for (let at = 0; at < queue.length; at++)
    // The database gives links in any order; where a limit cuts must not depend on it.
    for (const { type, to } of [...linksOf(queue[at]!)].sort((a, b) => (a.to < b.to ? -1 : 1))) {
      const next = byId.get(to)
      if (next) visit(next, type === 'REPORTED_IN' ? queue[at]!.versionId : next.versionId)
    }
  return queue
}

/** Where the statements that an article carries were printed. */
const printingsOf = (article: TraceNode, byId: ReadonlyMap<string, TraceNode>): TraceNode[] =>
  distinct(article.links.flatMap(({ to }) => byId.get(byId.get(to)?.versionId ?? '') ?? []))
