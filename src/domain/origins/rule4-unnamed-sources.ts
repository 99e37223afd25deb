import { Equivalence } from './equivalence.ts'
import { type ProvenanceNode, sourceNode } from './provenance.ts'
import type { Trail } from './rule2-who-has-it-from-whom.ts'
import {
  agentParty,
  articleParty,
  distinct,
  isNamed,
  isUnspecified,
  type Party,
  type Side,
  type SideStatement,
  sorted,
  voiceOfArticle,
} from './side.ts'

/** An unnamed source, or one that was unnamed until a decision gave it a name. */
export interface UnnamedSource {
  readonly node: ProvenanceNode
  readonly parties: readonly Party[]
  readonly statements: readonly SideStatement[]
  readonly articleIds: ReadonlySet<string>
  /** Its way in: one party, or several who stand in one hop. */
  readonly ways: readonly Party[]
  /** A decision says that it is somebody with a name. */
  readonly nowNamed: boolean
}

/** The unnamed sources of a side, and the classes that decisions and occasions made of their ways in. */
export interface UnnamedSources {
  readonly sources: readonly UnnamedSource[]
  readonly wayClass: (party: Party) => Party
}

const intersection = (sets: readonly (readonly Party[])[]): Party[] =>
  (sets[0] ?? []).filter((party) => sets.every((set) => set.includes(party)))

/**
 * Rule 4: unnamed sources are told apart by their way in. Rule 5: SAME_AGENT, SAME_UTTERANCE and SAME_OCCASION join
 * ways in. `sameUtterance` are the pairs of nodes that were decided to be one utterance.
 */
export function rule4FindUnnamedSources(
  { side }: Trail,
  sameUtterance: readonly (readonly [ProvenanceNode, ProvenanceNode])[],
): UnnamedSources {
  const found = new Map<
    ProvenanceNode,
    { parties: readonly Party[]; statements: SideStatement[]; nowNamed: boolean }
  >()
  const add = (parties: readonly Party[], statement: SideStatement, nowNamed: boolean) => {
    const key = `${nowNamed ? 'named ' : ''}${sourceNode(parties)}`
    const known = found.get(key)
    if (known) known.statements.push(statement)
    else found.set(key, { parties, statements: [statement], nowNamed })
  }
  for (const statement of side.statements) {
    const named = becameNamed(statement, side)
    if (named.length > 0) add(named, statement, true)
    else if (
      statement.source.ground === 'UNNAMED' &&
      !statement.source.members.every((one) => isUnspecified(one, side.identities))
    )
      add(statement.source.members, statement, false)
  }

  const ways = new Equivalence()
  const sources = [...found.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { parties, statements, nowNamed }]): UnnamedSource => {
      const told = statements
        .map((statement) => rule4NamedWayIn(statement, side))
        .filter((way) => way.length > 0)
      const all = told.length > 0 ? told : statements.map((statement) => rule4WayOfThePage(statement, side))
      const common = intersection(all)
      if (common.length === 0) joinAll(all.flat(), ways)
      return {
        node: sourceNode(parties),
        parties,
        statements,
        articleIds: new Set(statements.map(({ articleId }) => articleId)),
        ways: common.length > 0 ? common : sorted(all.flat()),
        nowNamed,
      }
    })
  rule5JoinWaysIn(sources, sameUtterance, ways)
  for (const articleId of side.inArticle.keys()) creditNamesThePage(articleId, side, ways)
  return { sources, wayClass: (party) => ways.of(party) }
}

function joinAll(parties: readonly Party[], into: Equivalence): void {
  for (const party of parties) into.join(parties[0]!, party)
}

/** Unnamed parties of the innermost act whom a decision made somebody with a name, where the act itself names nobody. */
function becameNamed({ statement, hops, source }: SideStatement, { identities }: Side): readonly Party[] {
  if (hops.length === 0 || (source.ground !== 'SPEAKER' && source.ground !== 'PRINCIPAL')) return []
  const act = statement.hops.find(({ basis, accepted }) => basis !== 'EXTERNAL' || accepted)!
  const written = [...act.byIds, ...act.onBehalfOfIds]
  const recordsNamed = written.some((id) => identities.recordedKind(id) === 'NAMED')
  return recordsNamed
    ? []
    : sorted(
        written.map((id) => agentParty(identities.agentOf(id))).filter((one) => isNamed(one, identities)),
      )
}

/** Rule 4: the first named agent further out in the chain; several in one hop are one way in together. */
export function rule4NamedWayIn({ hops, source }: SideStatement, { identities }: Side): readonly Party[] {
  for (const { by, onBehalfOf } of hops.slice(1)) {
    const named = sorted([...by, ...onBehalfOf]).filter(
      (party) => isNamed(party, identities) && !source.members.includes(party),
    )
    if (named.length > 0) return named
  }
  return []
}

/** Rule 4: else the outlet, the credited before the printing one; of a copy, the one at the end of the derivation. */
export function rule4WayOfThePage({ articleId }: SideStatement, side: Side): readonly Party[] {
  const ends = side.links.ends(articleId)
  return sorted((ends.length > 0 ? ends : [articleId]).flatMap((end) => voiceOfArticle(end, side)))
}

/** A credit line on a copy of a page that is known by its address only tells whose page it is. */
function creditNamesThePage(articleId: string, side: Side, ways: Equivalence): void {
  const credits = side.inArticle.get(articleId)![0]!.credits
  for (const end of side.links.ends(articleId))
    for (const credit of credits)
      if (side.links.article(end).outletId === null) ways.join(credit, articleParty(end))
}

function rule5JoinWaysIn(
  sources: readonly UnnamedSource[],
  sameUtterance: readonly (readonly [ProvenanceNode, ProvenanceNode])[],
  ways: Equivalence,
): void {
  const join = (one: UnnamedSource, other: UnnamedSource) => joinAll([...one.ways, ...other.ways], ways)
  const atOccasion = new Map<string, UnnamedSource>()
  const byNode = new Map(sources.filter(({ nowNamed }) => !nowNamed).map((one) => [one.node, one]))
  for (const source of sources)
    for (const occasion of occasionsOf(source)) {
      const other = atOccasion.get(occasion)
      if (other) join(other, source)
      else atOccasion.set(occasion, source)
    }
  for (const [one, other] of sameUtterance) {
    const [left, right] = [byNode.get(one), byNode.get(other)]
    if (left && right) join(left, right)
  }
}

/** Where the unnamed source spoke: the events of its own act. */
const occasionsOf = ({ statements }: UnnamedSource) =>
  distinct(statements.flatMap(({ hops }) => (hops[0]?.occasion != null ? [hops[0].occasion] : [])))
