import { type HasItFrom, partiesOf } from './provenance.ts'
import type { Trail } from './rule2-who-has-it-from-whom.ts'
import {
  rule4NamedWayIn,
  rule4WayOfThePage,
  type UnnamedSource,
  type UnnamedSources,
} from './rule4-unnamed-sources.ts'
import {
  agentParty,
  distinct,
  isUnspecified,
  type Party,
  partyAgent,
  type Side,
  type SideStatement,
  voiceOfArticle,
} from './side.ts'

/**
 * Rule 4, who adds none: one in a copy of an article with the claim, or behind a hop that cites one (unless a copy
 * names a way in that is foreign to that article); and one whose way in is an outlet that has everything else from
 * elsewhere. Such a source has it from there. One whom decisions tell apart from all that is there is somebody else.
 */
export function rule4LetFallWhoAddsNone(trail: Trail, { sources, wayClass }: UnnamedSources): void {
  const { side, provenance } = trail
  const reports = outletReports(trail, wayClass)
  const links: HasItFrom[] = []
  for (const source of sources) {
    if (source.nowNamed) continue
    const begin = links.length
    for (const statement of source.statements) {
      for (const taken of [
        ...takenByCopying(statement, source, trail),
        ...takenByCitingHop(statement, trail),
      ])
        links.push({ ...taken, from: source.node, articleId: statement.articleId, addsNone: true })
    }
    const somebodyElse = ({ to }: HasItFrom) =>
      to === source.node || toldApart(source.parties, partiesOf(to), side)
    links.splice(begin, links.length - begin, ...links.slice(begin).filter((link) => !somebodyElse(link)))
    if (links.length > begin) continue
    if (source.ways.every((way) => passesOn(way, source, reports)))
      for (const way of source.ways)
        links.push({
          from: source.node,
          to: way,
          reason: 'RELAYED_ELSEWHERE',
          articleId: [...source.articleIds].sort()[0]!,
          viaArticleId: null,
          decisionId: null,
          addsNone: true,
        })
  }
  for (const link of links) provenance.add(link)
}

const toldApart = (some: readonly Party[], others: readonly Party[], { identities }: Side) =>
  identities.tellsApart &&
  others.length > 0 &&
  some.every((one) =>
    others.every((other) => {
      const [left, right] = [partyAgent(one), partyAgent(other)]
      return left !== null && right !== null && identities.apart(left, right)
    }),
  )

type Taken = Pick<HasItFrom, 'to' | 'reason' | 'viaArticleId' | 'decisionId'>

function takenByCopying(
  { articleId }: SideStatement,
  source: UnnamedSource,
  { side, handedOn }: Trail,
): Taken[] {
  const taken = side.links.derivedFrom(articleId).flatMap(({ articleId: from, decisionId }) =>
    handedOn(from).map(
      ({ node, articleId: via }): Taken => ({
        to: node,
        reason: 'DERIVED_ARTICLE',
        viaArticleId: via,
        decisionId,
      }),
    ),
  )
  if (taken.length === 0) return []
  const told = source.statements
    .filter((one) => one.articleId === articleId)
    .flatMap((one) => rule4NamedWayIn(one, side))
  const known = new Set(
    [...side.links.ancestors(articleId)].flatMap((above) => [
      ...voiceOfArticle(above, side),
      ...outletOf(above, side),
      ...(side.inArticle.get(above) ?? []).flatMap((one) => [
        ...one.source.members,
        ...one.hops.flatMap(({ by, onBehalfOf }) => [...by, ...onBehalfOf]),
      ]),
    ]),
  )
  return told.some((way) => !known.has(way)) ? [] : taken
}

function outletOf(articleId: string, { links, identities }: Side): Party[] {
  const { outletId } = links.article(articleId)
  return outletId === null ? [] : [agentParty(identities.agentOf(outletId))]
}

function takenByCitingHop({ hops }: SideStatement, { handedOn }: Trail): Taken[] {
  return hops.flatMap(({ citesId }) =>
    citesId === null
      ? []
      : handedOn(citesId).map(
          ({ node, articleId }): Taken => ({
            to: node,
            reason: 'CITED_ARTICLE',
            viaArticleId: articleId,
            decisionId: null,
          }),
        ),
  )
}

/** What an outlet is seen to report of the claim. */
interface OutletReport {
  readonly statement: SideStatement
  readonly from: 'ELSEWHERE' | 'FIRST_HAND'
}

/** The reports of each outlet, those apart that do not show where it has them from (its flat word, and hearsay). */
function outletReports(
  { side, handedOn }: Trail,
  wayClass: (party: Party) => Party,
): Map<Party, OutletReport[]> {
  const { identities } = side
  const isOutlet = (party: Party) => {
    const agentId = partyAgent(party)
    return agentId !== null && identities.isOutlet(agentId)
  }
  const reports = new Map<Party, OutletReport[]>()
  const add = (outlet: Party, report: OutletReport) => {
    const list = reports.get(outlet)
    if (list) list.push(report)
    else reports.set(outlet, [report])
  }
  for (const statement of side.statements) {
    if (statement.retracted) continue
    const { hops, source, credits, printers, articleId } = statement
    const copied = side.links.ends(articleId).flatMap((end) => voiceOfArticle(end, side))
    const relays = hops.slice(1).flatMap(({ by, onBehalfOf }) => [...by, ...onBehalfOf])
    for (const outlet of distinct([...printers, ...credits, ...relays].filter(isOutlet))) {
      if (source.members.includes(outlet) && hops.length > 0) continue
      if (hops.length === 0) {
        const linked = [...side.links.derivedFrom(articleId), ...side.links.cites(articleId)]
        const elsewhere =
          linked.some((link) => handedOn(link.articleId).length > 0) ||
          (copied.length > 0 && !copied.includes(outlet)) ||
          (!source.members.includes(outlet) && source.ground === 'CREDIT_LINE')
        if (elsewhere) add(outlet, { statement, from: 'ELSEWHERE' })
        continue
      }
      if (source.members.every((one) => isUnspecified(one, identities))) continue
      const named = rule4NamedWayIn(statement, side)
      const page = rule4WayOfThePage(statement, side)
      const through =
        source.ground === 'UNNAMED'
          ? named.length > 0
            ? named
            : page
          : (firstOutletHop(statement, isOutlet) ?? page)
      const first = through.some((way) => wayClass(way) === wayClass(outlet))
      add(outlet, { statement, from: first ? 'FIRST_HAND' : 'ELSEWHERE' })
    }
  }
  return reports
}

/** The outlets of the first hop further out in which one stands. */
function firstOutletHop(
  { hops }: SideStatement,
  isOutlet: (party: Party) => boolean,
): readonly Party[] | null {
  for (const { by, onBehalfOf } of hops.slice(1)) {
    const outlets = [...by, ...onBehalfOf].filter(isOutlet)
    if (outlets.length > 0) return outlets
  }
  return null
}

/**
 * Whether the way in is an outlet that has everything else from elsewhere. What the article of the source itself says
 * beside it is no such evidence: that article tells the two apart.
 */
function passesOn(
  way: Party,
  { articleIds }: UnnamedSource,
  reports: ReadonlyMap<Party, readonly OutletReport[]>,
): boolean {
  const everythingElse = (reports.get(way) ?? []).filter(
    ({ statement, from }) => from === 'ELSEWHERE' || statement.source.ground !== 'UNNAMED',
  )
  return (
    everythingElse.every(({ from }) => from === 'ELSEWHERE') &&
    everythingElse.some(({ statement }) => !articleIds.has(statement.articleId))
  )
}
