import type { SideCount } from './count-side.ts'
import { type OriginReason, reasonsOf } from './explain-origin.ts'
import { independentReports } from './independent-reports.ts'
import type { OriginDraft, OriginKind } from './origin-draft.ts'
import { labelsOf } from './party-label.ts'
import type { Root } from './rule3-roots.ts'
import type { UnnamedUnit, WayInGroup } from './rule4-count-unnamed.ts'
import { isNamed, type Party, partyAgent, partyArticle, type SideStatement, sorted } from './side.ts'

/** One root of a side, with everything that leads to it. */
export interface Origin {
  /** Stable for the same root in the same world. */
  readonly key: string
  readonly kind: OriginKind
  /** As the cases write it: a name, "A+B", "?Gate", "unspecified" or "@article". */
  readonly label: string
  /** One agent, or the members: those who stand for all who were decided to be one. */
  readonly agentIds: readonly string[]
  /** Pages known by their address only that stand for an unknown outlet. */
  readonly pageIds: readonly string[]
  /** Of an unnamed source: the agents and pages it is known through. */
  readonly wayInAgentIds: readonly string[]
  readonly wayInPageIds: readonly string[]
  /** Taken back: listed and not counted. */
  readonly retracted: boolean
  /** Statements that lead here, those taken back included. */
  readonly statementIds: readonly string[]
  readonly articleIds: readonly string[]
  readonly outletIds: readonly string[]
  readonly occasionIds: readonly string[]
  /** Articles left when copies of one another are counted once. */
  readonly independentReports: number
  readonly because: readonly OriginReason[]
}

/** The roots of a side: the counted ones, then the listed ones, each by its label. */
export function originsOf(count: SideCount): Origin[] {
  const drafts = draftsOf(count)
  const byPart = draftsByPart(count, drafts)
  const { side, search, trail } = count
  const statements = new Map<OriginDraft, SideStatement[]>(drafts.map((draft) => [draft, []]))
  for (const statement of side.statements) {
    const reached = new Set(
      [...search.leadsTo(trail.nodeOf(statement))].flatMap((part) => byPart.get(part) ?? []),
    )
    for (const draft of reached) statements.get(draft)!.push(statement)
  }
  return drafts.map((draft) => {
    const parts = new Set([...byPart].filter(([, list]) => list.includes(draft)).map(([part]) => part))
    return describe(draft, parts, statements.get(draft)!, count)
  })
}

function draftsOf({ side, named, retracted, unnamed, unspecified }: SideCount): OriginDraft[] {
  const fromRoot = (root: Root, isRetracted: boolean): OriginDraft => {
    const parties = root.parties.filter((party) => isNamed(party, side.identities))
    return {
      key: root.nodes.join(' / '),
      kind: root.nodes.length > 1 ? 'RING' : parties.length > 1 ? 'JOINT' : 'NAMED',
      label: labelsOf(parties, side),
      parties,
      ways: [],
      retracted: isRetracted,
      nodes: root.nodes,
      group: null,
    }
  }
  const fromUnit = (unit: UnnamedUnit, group: WayInGroup, index: number): OriginDraft => {
    const ways = sorted(unit.sources.flatMap((source) => source.ways))
    return {
      key: `unnamed ${unit.key}`,
      kind: 'UNNAMED',
      label: `?${labelsOf(ways, side)}`,
      parties: sorted(unit.sources.flatMap(({ parties }) => parties)),
      ways,
      retracted: index >= group.counted,
      nodes: unit.sources.map(({ node }) => node),
      group,
    }
  }
  const hearsay: OriginDraft[] = unspecified
    ? [
        {
          key: 'unspecified',
          kind: 'UNSPECIFIED',
          label: 'unspecified',
          parties: sorted(unspecified.roots.flatMap(({ parties }) => parties)),
          ways: [],
          retracted: unspecified.retracted,
          nodes: unspecified.roots.flatMap(({ nodes }) => nodes),
          group: null,
        },
      ]
    : []
  return [
    ...named.map((root) => fromRoot(root, false)),
    ...retracted.map((root) => fromRoot(root, true)),
    ...unnamed.flatMap((group) => group.chosen.map((unit, index) => fromUnit(unit, group, index))),
    ...hearsay,
  ].sort(
    (a, b) =>
      Number(a.retracted) - Number(b.retracted) ||
      (a.label < b.label ? -1 : a.label > b.label ? 1 : a.key < b.key ? -1 : 1),
  )
}

/** Which origins stand for each end of the trail. An end that adds none stands for those that it is not told apart from. */
function draftsByPart(count: SideCount, drafts: readonly OriginDraft[]): Map<number, OriginDraft[]> {
  const { search, unnamed, overlapped } = count
  const byPart = new Map<number, OriginDraft[]>()
  const put = (part: number, more: readonly OriginDraft[]) =>
    byPart.set(part, [...new Set([...(byPart.get(part) ?? []), ...more])])
  for (const draft of drafts)
    if (draft.group === null) for (const node of draft.nodes) put(search.partOf(node), [draft])
  for (const root of overlapped) {
    const sharing = drafts.filter(
      (draft) => draft.group === null && draft.parties.some((party) => root.parties.includes(party)),
    )
    put(root.part, sharing)
  }
  const partsOf = ({ sources }: UnnamedUnit) => sources.map(({ node }) => search.partOf(node))
  for (const group of unnamed) {
    const chosen = drafts.filter((draft) => draft.group === group)
    for (const unit of group.units) {
      const own = chosen.filter(({ key }) => key === `unnamed ${unit.key}`)
      const knownAs = group.known.flatMap(({ sources }) =>
        sources.flatMap(({ node }) => [...search.leadsTo(node)].flatMap((part) => byPart.get(part) ?? [])),
      )
      const besides = drafts.filter((draft) => draft.group?.ways.some((way) => group.ways.includes(way)))
      const stands =
        own.length > 0 ? own : chosen.length > 0 ? chosen : knownAs.length > 0 ? knownAs : besides
      for (const part of partsOf(unit)) put(part, stands)
    }
  }
  return byPart
}

function describe(
  draft: OriginDraft,
  parts: ReadonlySet<number>,
  statements: readonly SideStatement[],
  count: SideCount,
): Origin {
  const { side } = count
  const { identities, links } = side
  const articleIds = sorted(statements.map(({ articleId }) => articleId))
  const outlets = articleIds.flatMap((articleId) => links.article(articleId).outletId ?? [])
  const agents = (parties: readonly Party[]) => parties.flatMap((party) => partyAgent(party) ?? [])
  const pages = (parties: readonly Party[]) => parties.flatMap((party) => partyArticle(party) ?? [])
  return {
    key: draft.key,
    kind: draft.kind,
    label: draft.label,
    agentIds: agents(draft.parties),
    pageIds: pages(draft.parties),
    wayInAgentIds: agents(draft.ways),
    wayInPageIds: pages(draft.ways),
    retracted: draft.retracted,
    statementIds: statements.map(({ id }) => id),
    articleIds,
    outletIds: sorted(outlets.map((id) => identities.agentOf(id))),
    occasionIds: sorted(
      statements
        .filter(({ source }) => source.members.some((party) => draft.parties.includes(party)))
        .flatMap(({ hops }) => hops[0]?.occasion ?? []),
    ),
    independentReports: independentReports(articleIds, side),
    because: reasonsOf(draft, parts, statements, count),
  }
}
