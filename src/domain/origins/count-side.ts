import type { Polarity } from '../vocabulary.ts'
import { settleLinks } from './article-links.ts'
import { rule5SettleIdentities } from './identities.ts'
import type { OriginWorld } from './origin-world.ts'
import { type ProvenanceNode, sourceNode } from './provenance.ts'
import { rule2FollowEverybody, type Trail } from './rule2-who-has-it-from-whom.ts'
import {
  type Root,
  type RootSearch,
  rule3FindRoots,
  rule3MoveToTheEndOfTheDerivation,
  rule6RestOnTheSpeaker,
} from './rule3-roots.ts'
import { rule4CountUnnamed, type WayInGroup } from './rule4-count-unnamed.ts'
import { rule4FindUnnamedSources } from './rule4-unnamed-sources.ts'
import { rule4LetFallWhoAddsNone } from './rule4-who-adds-none.ts'
import { rule5JoinUtterances } from './rule5-same-utterance.ts'
import { rule6EveryFirstHandTookItBack, rule6TookItBack } from './rule6-retraction.ts'
import { packDisjoint } from './set-packing.ts'
import { isNamed, isUnspecified, type Side, type SideStatement, takeSide } from './side.ts'

/** What the rules found on one side of a claim. */
export interface SideCount {
  readonly side: Side
  readonly trail: Trail
  readonly search: RootSearch
  /** Roots with a name, or known by an address, that count. */
  readonly named: readonly Root[]
  /** Taken back: listed and not counted. */
  readonly retracted: readonly Root[]
  /** Roots that share a member with one that counts. */
  readonly overlapped: readonly Root[]
  readonly unnamed: readonly WayInGroup[]
  /** The one root that all unspecified sources are together, where there is no other. */
  readonly unspecified: { readonly roots: readonly Root[]; readonly retracted: boolean } | null
  readonly independentOrigins: number
}

/** Counts one side by rules 1 to 6, in that order. `accepted` are ids of open proposals to read as accepted. */
export function countSide(world: OriginWorld, polarity: Polarity, accepted: ReadonlySet<string>): SideCount {
  const identities = rule5SettleIdentities(world, accepted)
  // Rule 1 is asked of each statement as the side is taken.
  const side = takeSide(world, polarity, identities, settleLinks(world, accepted))
  const trail = rule2FollowEverybody(side)
  const sameUtterance = rule5JoinUtterances(trail, accepted)
  const unnamedSources = rule4FindUnnamedSources(trail, sameUtterance)
  rule4LetFallWhoAddsNone(trail, unnamedSources)
  const moved = rule3MoveToTheEndOfTheDerivation(trail, rule3FindRoots(trail))
  rule6RestOnTheSpeaker(trail, sourceNode)
  const search = rule3FindRoots(trail)

  const all = [...search.roots.values()]
  const withName = all.filter(({ parties }) => parties.some((party) => isNamed(party, identities)))
  const direct = statementsOnRoots(trail, search, moved)
  const retracted = withName.filter((root) => rule6IsRetracted(root, direct.get(root.part) ?? [], trail))
  const standing = withName.filter((root) => !retracted.includes(root))
  const named = rule3PackJointSources(standing)
  const unnamed = rule4CountUnnamed(unnamedSources, side, trail.provenance, search, sameUtterance)
  const counted = named.length + unnamed.reduce((sum, group) => sum + group.counted, 0)
  const others = retracted.length + counted + unnamed.reduce((sum, { chosen }) => sum + chosen.length, 0)
  const unspecified = others > 0 ? null : rule4UnspecifiedTogether(all, direct, side)
  return {
    side,
    trail,
    search,
    named,
    retracted,
    overlapped: standing.filter((root) => !named.includes(root)),
    unnamed,
    unspecified,
    independentOrigins: counted + (unspecified && !unspecified.retracted ? 1 : 0),
  }
}

/** Rule 3: of joint sources that overlap, the most that share no member count. */
function rule3PackJointSources(roots: readonly Root[]): Root[] {
  const byKey = new Map(roots.map((root) => [root.nodes.join(), root]))
  return packDisjoint([...byKey].map(([key, { parties }]) => ({ key, members: parties, weight: 1 }))).map(
    ({ key }) => byKey.get(key)!,
  )
}

/** Rule 4: unspecified sources are together one root, and only if there is no other. */
function rule4UnspecifiedTogether(
  roots: readonly Root[],
  direct: ReadonlyMap<number, readonly SideStatement[]>,
  side: Side,
): SideCount['unspecified'] {
  const hearsay = roots.filter(
    ({ parties }) => parties.length > 0 && parties.every((party) => isUnspecified(party, side.identities)),
  )
  if (hearsay.length === 0) return null
  const statements = hearsay.flatMap(({ part }) => direct.get(part) ?? [])
  return { roots: hearsay, retracted: rule6EveryFirstHandTookItBack(statements, side) }
}

/** The statements whose own source each root is, by the number of its part. */
function statementsOnRoots(
  { side, provenance, nodeOf }: Trail,
  search: RootSearch,
  moved: ReadonlyMap<string, ProvenanceNode>,
): Map<number, SideStatement[]> {
  const direct = new Map<number, SideStatement[]>()
  for (const statement of side.statements) {
    const begin = nodeOf(statement)
    const speaker = sourceNode(statement.source.members)
    const onSpeaker = begin === speaker || provenance.targetsOf(begin).includes(speaker)
    const part = search.partOf(moved.get(statement.id) ?? (onSpeaker ? speaker : begin))
    if (!search.roots.has(part)) continue
    const list = direct.get(part)
    if (list) list.push(statement)
    else direct.set(part, [statement])
  }
  return direct
}

/** Rule 6: a root that its speaker, or every outlet that had it first hand, took back. Of a joint source, those who did not fall. */
function rule6IsRetracted(
  root: Root,
  direct: readonly SideStatement[],
  { side, provenance }: Trail,
): boolean {
  const speaking =
    root.nodes.length > 1
      ? root.parties
      : root.parties.filter((party) => !provenance.hasItFromSomebody(party))
  return (
    (speaking.length > 0 && speaking.every((party) => rule6TookItBack(party, side))) ||
    rule6EveryFirstHandTookItBack(direct, side)
  )
}
