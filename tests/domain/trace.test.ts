import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { printingHopId } from '../../src/domain/identity.ts'
import { outlineTrace, type TraceNode } from '../../src/domain/trace.ts'

/** A small graph: claims' statements in articles, chains of hops, and hops that cite articles. */
interface Chain {
  /** The article that prints it, and which version of it. */
  readonly article: number
  readonly edition?: number
  /** How many hops of its own it has, and which of them (if any) cites which article. */
  readonly hops: number
  readonly cites: { readonly hop: number; readonly article: number } | null
  /** Its own hops are reported in those of another, from that one's first on: where it is an earlier one of its article. */
  readonly joins?: number | null
}

/** An article that was taken from another one. */
interface Copy {
  readonly article: number
  readonly from: number
}

const graphs = fc
  .record({
    chains: fc.array(
      fc.record({
        article: fc.nat(4),
        edition: fc.nat(1),
        hops: fc.nat(3),
        cites: fc.option(fc.record({ hop: fc.nat(2), article: fc.nat(6) })),
        joins: fc.option(fc.nat(6)),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    copies: fc.uniqueArray(fc.record({ article: fc.nat(4), from: fc.nat(6) }), {
      maxLength: 4,
      selector: ({ article, from }) => `${article} ${from}`,
    }),
    starts: fc.nat(3),
  })
  .map(({ chains, copies, starts }) => ({ chains, copies, starts: Math.min(starts, chains.length - 1) }))

const statement = (chain: number) => `st_${chain}`
const hop = (chain: number, place: number) => `hop_${chain}.${place}`
const version = ({ article, edition = 0 }: Pick<Chain, 'article' | 'edition'>) => `ver_a${article}.${edition}`

/** The acts of a chain, innermost first: its own, and those of the chain that it joins. */
function actsOf(chains: readonly Chain[], chain: number): string[] {
  const { hops, joins = null, article } = chains[chain]!
  const own = Array.from({ length: hops }, (_, place) => hop(chain, place))
  const isJoined = joins !== null && joins < chain && chains[joins]!.article === article
  return isJoined ? [...own, ...actsOf(chains, joins)] : own
}

/** What the database would give: everything that can be reached from the first `starts` + 1 statements. */
function nodesOf(chains: readonly Chain[], starts: number, copies: readonly Copy[] = []): TraceNode[] {
  const all = new Map<string, TraceNode>()
  const add = (node: TraceNode) => all.set(node.id, node)
  chains.forEach((told, chain) => {
    const { article, hops, cites } = told
    const way = actsOf(chains, chain)
    const reportedIn = (act: string | undefined) =>
      act === undefined ? [] : [{ type: 'REPORTED_IN' as const, to: act }]
    add({
      id: statement(chain),
      label: 'Statement',
      starts: chain <= starts,
      versionId: version(told),
      basis: null,
      links: reportedIn(way[0]),
    })
    way.slice(0, hops).forEach((id, place) => {
      add({
        id,
        label: 'Attribution',
        starts: false,
        versionId: null,
        basis: place % 2 === 0 ? 'STATED' : 'INFERRED',
        links: [
          ...reportedIn(way[place + 1]),
          ...(cites?.hop === place ? [{ type: 'CITES' as const, to: `art_${cites.article}` }] : []),
        ],
      })
    })
    add({
      id: version(told),
      label: 'ArticleVersion',
      starts: false,
      versionId: null,
      basis: null,
      links: copies
        .filter((copy) => copy.article === article)
        .map(({ from }) => ({ type: 'DERIVED_FROM', to: `art_${from}`, basis: 'INFERRED' })),
    })
  })
  for (let article = 0; article <= 6; article++)
    add({
      id: `art_${article}`,
      label: 'Article',
      starts: false,
      versionId: null,
      basis: null,
      links: chains.flatMap((one, chain) =>
        one.article === article ? [{ type: 'CARRIES' as const, to: statement(chain) }] : [],
      ),
    })
  const reached = new Set([...all.values()].filter((node) => node.starts).map(({ id }) => id))
  for (const id of reached) {
    const { links, versionId } = all.get(id)!
    for (const next of [...links.map(({ to }) => to), ...(versionId === null ? [] : [versionId])])
      reached.add(next)
  }
  return [...reached].map((id) => all.get(id)!)
}

const printingOf = (chain: Chain) => printingHopId(version(chain))

/**
 * The plain meaning: chains are followed one by one, as a reader would, from those that begin to those they cite and
 * those of the articles that theirs was taken from.
 */
function oracle(chains: readonly Chain[], starts: number, copies: readonly Copy[]) {
  const followed = new Set<number>()
  const waiting = chains.map((_, chain) => chain).filter((chain) => chain <= starts)
  const hops = new Set<string>()
  const links = new Set<string>()
  while (waiting.length > 0) {
    const chain = waiting.shift()!
    if (followed.has(chain)) continue
    followed.add(chain)
    const { article } = chains[chain]!
    const printing = printingOf(chains[chain]!)
    const way = [...actsOf(chains, chain), printing]
    way.forEach((id, place) => {
      hops.add(id)
      links.add(`${place === 0 ? statement(chain) : way[place - 1]} REPORTED_IN ${id}`)
    })
    const goOn = (from: number, link: string) => {
      chains.forEach((other, index) => {
        if (other.article !== from) return
        waiting.push(index)
        links.add(`${printingOf(other)} ${link}`)
      })
    }
    chains.forEach(({ cites }, other) => {
      if (cites !== null && way.includes(hop(other, cites.hop)))
        goOn(cites.article, `CITED_BY ${hop(other, cites.hop)}`)
    })
    for (const copy of copies) if (copy.article === article) goOn(copy.from, `SOURCE_OF ${printing}`)
  }
  return { statements: [...followed].map(statement).sort(), hops: [...hops].sort(), links: [...links].sort() }
}

const written = (links: readonly { from: string; to: string; kind: string }[]) =>
  links.map(({ from, kind, to }) => `${from} ${kind} ${to}`)

describe('the outline of a trace', () => {
  test('has what following every chain by hand gives, each once', () => {
    fc.assert(
      fc.property(graphs, ({ chains, copies, starts }) => {
        const outline = outlineTrace(nodesOf(chains, starts, copies), 1_000)
        expect({
          statements: [...outline.statementIds].sort(),
          hops: [...outline.hopIds].sort(),
          links: written(outline.links).sort(),
        }).toEqual(oracle(chains, starts, copies))
        expect(outline.complete).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('cut by a limit keeps the nearest hops, and the links among what is kept', () => {
    fc.assert(
      fc.property(graphs, fc.integer({ min: 1, max: 12 }), ({ chains, copies, starts }, limit) => {
        const nodes = nodesOf(chains, starts, copies)
        const [whole, cut] = [outlineTrace(nodes, 1_000), outlineTrace(nodes, limit)]
        expect(cut.hopIds).toEqual(whole.hopIds.slice(0, limit))
        expect(cut.complete).toBe(whole.hopIds.length <= limit)
        const kept = new Set([...cut.hopIds, ...cut.statementIds])
        const among = whole.links.filter(({ from, to }) => kept.has(from) && kept.has(to))
        expect(written(cut.links)).toEqual(written(among))
      }),
      { numRuns: 300 },
    )
  })

  test('depends neither on the order of the nodes nor on that of their links', () => {
    fc.assert(
      fc.property(graphs, fc.infiniteStream(fc.nat()), ({ chains, copies, starts }, stream) => {
        const nodes = nodesOf(chains, starts, copies)
        const shuffled = <T>(items: readonly T[]) =>
          items
            .map((item) => ({ item, key: stream.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item)
        const other = outlineTrace(
          shuffled(nodes).map((node) => ({ ...node, links: shuffled(node.links) })),
          7,
        )
        const one = outlineTrace(nodes, 7)
        expect(other.hopIds).toEqual(one.hopIds)
        expect(other.statementIds).toEqual(one.statementIds)
        expect(written(other.links).sort()).toEqual(written(one.links).sort())
      }),
      { numRuns: 200 },
    )
  })

  test('nearer hops come before farther ones', () => {
    const chains: Chain[] = [
      { article: 0, hops: 3, cites: { hop: 0, article: 1 } },
      { article: 1, hops: 1, cites: null },
    ]
    expect(outlineTrace(nodesOf(chains, 0), 100).hopIds).toEqual([
      'hop_0.0',
      'hop_0.1',
      'hop_0.2',
      'hop_1.0',
      'hop_a0.0',
      'hop_a1.0',
    ])
  })

  test('a link is known as the hop that makes it is', () => {
    const { links } = outlineTrace(
      nodesOf(
        [
          { article: 0, hops: 2, cites: { hop: 1, article: 1 } },
          { article: 1, hops: 0, cites: null },
        ],
        0,
        [{ article: 0, from: 1 }],
      ),
      100,
    )
    expect(links.map(({ from, to, kind, basis }) => `${from} ${kind} ${to} ${basis}`).sort()).toEqual([
      'hop_0.0 REPORTED_IN hop_0.1 INFERRED',
      'hop_0.1 REPORTED_IN hop_a0.0 INFERRED',
      'hop_a1.0 CITED_BY hop_0.1 INFERRED',
      'hop_a1.0 SOURCE_OF hop_a0.0 INFERRED',
      'st_0 REPORTED_IN hop_0.0 STATED',
      'st_1 REPORTED_IN hop_a1.0 STATED',
    ])
  })
})
