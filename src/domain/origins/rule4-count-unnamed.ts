import { Equivalence } from './equivalence.ts'
import type { Provenance, ProvenanceNode } from './provenance.ts'
import type { RootSearch } from './rule3-roots.ts'
import type { UnnamedSource, UnnamedSources } from './rule4-unnamed-sources.ts'
import { rule6EveryFirstHandTookItBack, rule6TookItBack } from './rule6-retraction.ts'
import { packDisjoint } from './set-packing.ts'
import { isNamed, type Party, partyAgent, type Side, sorted } from './side.ts'
import { mostToldApart } from './told-apart.ts'

/** Unnamed sources that cannot be told from each other by anything but the article that tells most of them apart. */
export interface WayInGroup {
  readonly key: string
  readonly ways: readonly Party[]
  /** Those that stand for the roots, as many as there are; the first ones are counted, the others listed. */
  readonly chosen: readonly UnnamedUnit[]
  readonly counted: number
  /** All that are still roots, the chosen ones included. */
  readonly units: readonly UnnamedUnit[]
  /** Those known to be another root or to have it from one. */
  readonly known: readonly UnnamedUnit[]
}

/** One unnamed source, or several that are one by decision or in a ring. */
export interface UnnamedUnit {
  readonly key: string
  readonly sources: readonly UnnamedSource[]
  readonly state: 'ROOT' | 'KNOWN' | 'ADDS_NONE'
}

/** Rule 4: the unnamed sources of each way in, counted; of groups that share a way in, the most that do not. */
export function rule4CountUnnamed(
  unnamed: UnnamedSources,
  side: Side,
  provenance: Provenance,
  search: RootSearch,
  sameUtterance: readonly (readonly [ProvenanceNode, ProvenanceNode])[],
): WayInGroup[] {
  const groups = new Map<string, { ways: readonly Party[]; units: UnnamedUnit[] }>()
  for (const unit of unitsOf(unnamed.sources, side, provenance, search, sameUtterance)) {
    const ways = sorted(unit.sources.flatMap((source) => source.ways.map(unnamed.wayClass)))
    const key = JSON.stringify(ways)
    const group = groups.get(key) ?? { ways, units: [] }
    groups.set(key, group)
    group.units.push(unit)
  }
  const counted = [...groups].map(([key, { ways, units }]): WayInGroup => {
    const own = new Set(units.filter(({ state }) => state === 'ROOT').flatMap((unit) => endsOf(unit, search)))
    // One who has it from nobody but those of his own way in is no other source: he neither adds nor takes away.
    const others = units.filter(
      (unit) => unit.state !== 'KNOWN' || endsOf(unit, search).some((end) => !own.has(end)),
    )
    return rule4CountOneWayIn(key, ways, others, side)
  })
  const taken = new Set(
    packDisjoint(
      counted
        .filter((group) => group.chosen.length > 0)
        .map((group) => ({ key: group.key, members: group.ways, weight: group.chosen.length })),
    ).map(({ key }) => key),
  )
  return counted.map((group) => (taken.has(group.key) ? group : { ...group, chosen: [], counted: 0 }))
}

const endsOf = ({ sources }: UnnamedUnit, search: RootSearch) =>
  sources.flatMap(({ node }) => [...search.leadsTo(node)])

/**
 * Rule 4: those of one way in count as many as the single article that tells most of them apart, less those that are
 * known to be another root or to have it from one. Rule 5: a negative decision tells two apart as an article does.
 */
function rule4CountOneWayIn(
  key: string,
  ways: readonly Party[],
  all: readonly UnnamedUnit[],
  side: Side,
): WayInGroup {
  const told = all.filter(({ state }) => state !== 'ADDS_NONE')
  const known = told.filter(({ state }) => state === 'KNOWN')
  const units = told.filter(({ state }) => state === 'ROOT')
  const count = (among: readonly UnnamedUnit[]) => {
    const apart = rule4MostToldApart([...among, ...known], side)
    const free = apart.filter(({ state }) => state === 'ROOT')
    return free.slice(0, Math.max(0, apart.length - known.length))
  }
  const chosen = count(units)
  const standing = units.filter(
    ({ sources }) =>
      !sources.every(({ statements }) => statements.every(({ retracted }) => retracted)) &&
      !sources.every(({ parties }) => parties.every((party) => rule6TookItBack(party, side))),
  )
  const direct = units.flatMap(({ sources }) => sources.flatMap(({ statements }) => statements))
  const stand = rule6EveryFirstHandTookItBack(direct, side) ? [] : count(standing)
  const listed = chosen.filter((unit) => !stand.includes(unit))
  return {
    key,
    ways,
    units,
    known,
    chosen: [...stand, ...listed].slice(0, Math.max(chosen.length, stand.length)),
    counted: stand.length,
  }
}

const disjoint = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  ![...one].some((item) => other.has(item))

/** The most units that an article, or negative decisions, tell apart. Two acts that share an unnamed member are not told apart. */
function rule4MostToldApart(units: readonly UnnamedUnit[], side: Side): UnnamedUnit[] {
  const parties = new Map(
    units.map((unit) => [unit, new Set(unit.sources.flatMap((source) => source.parties))]),
  )
  const articles = new Map(
    units.map((unit) => [unit, new Set(unit.sources.flatMap(({ articleIds }) => [...articleIds]))]),
  )
  const byNegative = (one: UnnamedUnit, other: UnnamedUnit) =>
    [...parties.get(one)!].some((left) =>
      [...parties.get(other)!].some((right) => {
        const [a, b] = [partyAgent(left), partyAgent(right)]
        return a !== null && b !== null && side.identities.apart(a, b)
      }),
    )
  const apart = (one: UnnamedUnit, other: UnnamedUnit) =>
    disjoint(parties.get(one)!, parties.get(other)!) &&
    (!disjoint(articles.get(one)!, articles.get(other)!) ||
      (side.identities.tellsApart && byNegative(one, other)))
  if (side.identities.tellsApart) return mostToldApart(units, apart)
  const inArticle = new Map<string, UnnamedUnit[]>()
  for (const unit of units)
    for (const articleId of articles.get(unit)!) {
      const list = inArticle.get(articleId)
      if (list) list.push(unit)
      else inArticle.set(articleId, [unit])
    }
  let most: UnnamedUnit[] = []
  for (const articleId of [...inArticle.keys()].sort()) {
    const list = inArticle.get(articleId)!
    if (list.length <= most.length) continue
    const found = mostToldApart(list, apart)
    if (found.length > most.length) most = found
  }
  return most
}

/** The unnamed sources, those taken together that one utterance or a ring makes one. */
function unitsOf(
  sources: readonly UnnamedSource[],
  side: Side,
  provenance: Provenance,
  search: RootSearch,
  sameUtterance: readonly (readonly [ProvenanceNode, ProvenanceNode])[],
): UnnamedUnit[] {
  const one = new Equivalence()
  const nodes = new Set(sources.filter(({ nowNamed }) => !nowNamed).map(({ node }) => node))
  for (const [left, right] of sameUtterance) if (nodes.has(left) && nodes.has(right)) one.join(left, right)
  const nobodyNamed = new Set<number>()
  for (const { part, parties, nodes: ring } of search.roots.values()) {
    if (parties.some((party) => isNamed(party, side.identities))) continue
    nobodyNamed.add(part)
    const unnamed = ring.filter((node) => nodes.has(node))
    for (const node of unnamed) one.join(unnamed[0]!, node)
  }
  const units = new Map<string, UnnamedSource[]>()
  for (const source of sources) {
    const key = `${source.nowNamed ? 'named ' : ''}${one.of(source.node)}`
    const list = units.get(key)
    if (list) list.push(source)
    else units.set(key, [source])
  }
  return [...units]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, members]) => {
      const isRoot = ({ nowNamed, node }: UnnamedSource) => !nowNamed && nobodyNamed.has(search.partOf(node))
      const own = new Set(members.map(({ node }) => node))
      const isKnown = ({ nowNamed, node, parties }: UnnamedSource) =>
        nowNamed ||
        provenance.linksOf(node).some(({ addsNone, to }) => !addsNone && !own.has(to)) ||
        (parties.length > 1 && parties.every((party) => provenance.hasItFromSomebody(party)))
      return {
        key,
        sources: members,
        state: members.some(isRoot) ? 'ROOT' : members.some(isKnown) ? 'KNOWN' : 'ADDS_NONE',
      }
    })
}
