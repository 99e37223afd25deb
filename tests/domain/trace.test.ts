import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { outlineTrace, type TraceNode } from '../../src/domain/trace.ts'

/** A small graph: claims' statements in articles, chains of hops, and hops that cite articles. */
interface Chain {
  /** The article that prints it. */
  readonly article: number
  /** How many hops it has before print, and which of them (if any) cites which article. */
  readonly hops: number
  readonly cites: { readonly hop: number; readonly article: number } | null
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
        hops: fc.nat(3),
        cites: fc.option(fc.record({ hop: fc.nat(2), article: fc.nat(6) })),
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
const version = (article: number) => `ver_${article}`

/** What the database would give: everything that can be reached from the first `starts` + 1 statements. */
function nodesOf(chains: readonly Chain[], starts: number, copies: readonly Copy[] = []): TraceNode[] {
  const all = new Map<string, TraceNode>()
  const add = (node: TraceNode) => all.set(node.id, node)
  chains.forEach(({ article, hops, cites }, chain) => {
    const way = Array.from({ length: hops }, (_, place) => hop(chain, place))
    const next = (place: number) => way[place] ?? version(article)
    add({
      id: statement(chain),
      label: 'Statement',
      starts: chain <= starts,
      basis: null,
      links: [{ type: 'REPORTED_IN', to: next(0) }],
    })
    way.forEach((id, place) => {
      add({
        id,
        label: 'Attribution',
        starts: false,
        basis: place % 2 === 0 ? 'STATED' : 'INFERRED',
        links: [
          { type: 'REPORTED_IN', to: next(place + 1) },
          ...(cites?.hop === place ? [{ type: 'CITES' as const, to: `art_${cites.article}` }] : []),
        ],
      })
    })
    add({
      id: version(article),
      label: 'ArticleVersion',
      starts: false,
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
      basis: null,
      links: chains.flatMap((one, chain) =>
        one.article === article ? [{ type: 'CARRIES' as const, to: statement(chain) }] : [],
      ),
    })
  const reached = new Set([...all.values()].filter((node) => node.starts).map(({ id }) => id))
  for (const id of reached) for (const { to } of all.get(id)!.links) reached.add(to)
  return [...reached].map((id) => all.get(id)!)
}

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
    const { article, hops: length, cites } = chains[chain]!
    const printing = `hop_${article}`
    const way = [...Array.from({ length }, (_, place) => hop(chain, place)), printing]
    way.forEach((id, place) => {
      hops.add(id)
      links.add(`${place === 0 ? statement(chain) : way[place - 1]} REPORTED_IN ${id}`)
    })
    const goOn = (from: number, link: string) => {
      chains.forEach((other, index) => {
        if (other.article !== from) return
        waiting.push(index)
        links.add(`hop_${from} ${link}`)
      })
    }
    if (cites !== null && cites.hop < length) goOn(cites.article, `CITED_BY ${hop(chain, cites.hop)}`)
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
      'hop_0',
      'hop_1',
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
      'hop_0.1 REPORTED_IN hop_0 INFERRED',
      'hop_1 CITED_BY hop_0.1 INFERRED',
      'hop_1 SOURCE_OF hop_0 INFERRED',
      'st_0 REPORTED_IN hop_0.0 STATED',
      'st_1 REPORTED_IN hop_1 STATED',
    ])
  })
})
