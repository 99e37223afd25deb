import type { SideCount } from './count-side.ts'
import type { OriginDraft } from './origin-draft.ts'
import { labelOf, labelsOf } from './party-label.ts'
import {
  type HasItFrom,
  isTakenBack,
  type OriginReasonKind,
  type ProvenanceNode,
  partiesOf,
} from './provenance.ts'
import { isNamed, type Side, type SideStatement, sorted } from './side.ts'

/** Why statements are one origin, in words, with the decisions that it rests on. */
export interface OriginReason {
  readonly reason: OriginReasonKind
  readonly explanation: string
  readonly decisionIds: readonly string[]
}

/** The order in which reasons are shown: who spoke, then how it travelled. */
const REASON_ORDER: readonly OriginReasonKind[] = [
  'SAME_SPEAKER',
  'SAME_PRINCIPAL',
  'SAME_WAY_IN',
  'CREDIT_LINE',
  'ATTRIBUTED_IN_ARTICLE',
  'RELAYED_ELSEWHERE',
  'DERIVED_ARTICLE',
  'CITED_ARTICLE',
  'DECISION',
]

/** Names that a sentence lists before it counts the rest. */
const NAMES_SHOWN = 4

/** "A", "A and B", "A, B, C, D and 36 more". */
export function listNames(names: readonly string[]): string {
  const all = sorted(names)
  const shown =
    all.length > NAMES_SHOWN + 1 ? [...all.slice(0, NAMES_SHOWN), `${all.length - NAMES_SHOWN} more`] : all
  return shown.length < 2
    ? (shown[0] ?? '')
    : `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`
}

/** One sentence for each reason and target. `parts` are the ends of the trail that the origin stands for. */
export function reasonsOf(
  draft: OriginDraft,
  parts: ReadonlySet<number>,
  statements: readonly SideStatement[],
  count: SideCount,
): OriginReason[] {
  const links = linksToward(parts, statements, count)
  return [
    ...whoSpoke(draft, statements, count.side),
    ...howItTravelled(links, count.side),
    ...whatWasDecided(draft, links, count.side),
  ].sort(
    (a, b) =>
      REASON_ORDER.indexOf(a.reason) - REASON_ORDER.indexOf(b.reason) ||
      (a.explanation < b.explanation ? -1 : 1),
  )
}

/** The links that lead from the statements to the ends, and those within a ring that is an end. */
function linksToward(
  parts: ReadonlySet<number>,
  statements: readonly SideStatement[],
  { search, trail }: SideCount,
): HasItFrom[] {
  const leads = (node: ProvenanceNode) => [...search.leadsTo(node)].some((part) => parts.has(part))
  const nodes = new Set(statements.map(trail.nodeOf))
  const found: HasItFrom[] = []
  for (const node of nodes) {
    for (const link of trail.provenance.linksOf(node)) {
      if (!leads(link.to)) continue
      found.push(link)
      nodes.add(link.to)
    }
    if (!search.roots.has(search.partOf(node)))
      for (const party of partiesOf(node)) if (leads(party)) nodes.add(party)
  }
  return found
}

/** An article as a reader knows it: by its outlet, else by its address. */
function reportName(articleId: string, { links, identities }: Side): string {
  const { outletId, label } = links.article(articleId)
  return outletId === null ? `@${label}` : identities.labelOf(identities.agentOf(outletId))
}

const reportNames = (articleIds: readonly (string | null)[], side: Side) =>
  listNames(articleIds.flatMap((articleId) => (articleId === null ? [] : [reportName(articleId, side)])))

function nodeName(node: ProvenanceNode, side: Side): string {
  if (isTakenBack(node)) return 'a statement that was taken back'
  const parties = partiesOf(node)
  return parties.some((party) => isNamed(party, side.identities))
    ? listNames(parties.map((party) => labelOf(party, side)))
    : 'an unnamed source'
}

function whoSpoke(draft: OriginDraft, statements: readonly SideStatement[], side: Side): OriginReason[] {
  const reasons: OriginReason[] = []
  const say = (reason: OriginReasonKind, explanation: string) =>
    reasons.push({ reason, explanation, decisionIds: [] })
  const articles = (chosen: readonly SideStatement[]) =>
    reportNames(
      chosen.map(({ articleId }) => articleId),
      side,
    )
  const members = new Set(draft.parties)
  const own = statements.filter(({ source }) => source.members.some((party) => members.has(party)))
  if (draft.kind === 'UNSPECIFIED')
    say('SAME_SPEAKER', `${articles(own)} does not say who said it, and nobody else is known to have.`)
  if (draft.group) {
    const carriers = articles(statements.filter(({ source }) => source.ground === 'UNNAMED'))
    const all = draft.group.chosen.length
    say(
      'SAME_WAY_IN',
      all === 1
        ? `The unnamed sources in ${carriers} are known through ${listNames(draft.ways.map((way) => labelOf(way, side)))}, and nothing tells them apart.`
        : `The unnamed sources in ${carriers} are known through ${listNames(draft.ways.map((way) => labelOf(way, side)))}; ${all} of them are told apart.`,
    )
  }
  if (draft.kind === 'UNNAMED' || draft.kind === 'UNSPECIFIED') return reasons
  const named = labelsOf(draft.parties, side)
  const on = (ground: SideStatement['source']['ground']) =>
    own.filter(({ source }) => source.ground === ground)
  if (on('SPEAKER').length > 0)
    say(
      'SAME_SPEAKER',
      draft.kind === 'JOINT'
        ? `${articles(on('SPEAKER'))} report what ${named} said together.`
        : `${articles(on('SPEAKER'))} report what ${named} said.`,
    )
  if (on('AUTHOR').length > 0) say('SAME_SPEAKER', `${named} signed it in ${articles(on('AUTHOR'))}.`)
  if (on('OUTLET').length > 0) say('SAME_SPEAKER', `${articles(on('OUTLET'))} says it in its own voice.`)
  if (on('PRINCIPAL').length > 0)
    say('SAME_PRINCIPAL', `${articles(on('PRINCIPAL'))} report what was said for ${named}.`)
  if (on('CREDIT_LINE').length > 0)
    say('CREDIT_LINE', `The credit line in ${articles(on('CREDIT_LINE'))} names ${named}.`)
  return reasons
}

function howItTravelled(links: readonly HasItFrom[], side: Side): OriginReason[] {
  const alike = new Map<string, HasItFrom[]>()
  for (const link of links) {
    if (link.reason === 'DECISION') continue
    const key = JSON.stringify([link.reason, link.to, link.addsNone])
    const list = alike.get(key)
    if (list) list.push(link)
    else alike.set(key, [link])
  }
  return [...alike.values()].map((list): OriginReason => {
    const { reason, to, addsNone } = list[0]!
    const who = listNames(list.map(({ from }) => nodeName(from, side)))
    const whom = nodeName(to, side)
    const where = reportNames(
      list.map(({ articleId }) => articleId),
      side,
    )
    const via = reportNames(
      list.map(({ viaArticleId }) => viaArticleId),
      side,
    )
    return {
      reason,
      explanation: inWords(reason, { who, whom, where, via, addsNone }),
      decisionIds: sorted(list.flatMap(({ decisionId }) => decisionId ?? [])),
    }
  })
}

interface Words {
  readonly who: string
  readonly whom: string
  readonly where: string
  readonly via: string
  readonly addsNone: boolean
}

function inWords(reason: OriginReasonKind, { who, whom, where, via, addsNone }: Words): string {
  switch (reason) {
    case 'ATTRIBUTED_IN_ARTICLE':
      return `What ${where} says in its own voice, the same article attributes to ${whom}.`
    case 'DERIVED_ARTICLE':
      return addsNone
        ? `The unnamed source in ${where}, a copy of ${via}, is the source there: ${whom}.`
        : `${where} copied ${via}, which leads to ${whom}.`
    case 'CITED_ARTICLE':
      return addsNone
        ? `The unnamed source in ${where} is told of through a link to ${via}, where it is ${whom}.`
        : `${who} cites ${via}, which leads to ${whom} (in ${where}).`
    case 'CREDIT_LINE':
      return `The credit line in ${where} names ${whom}.`
    case 'SAME_PRINCIPAL':
      return `${who} speaks for ${whom} (in ${where}).`
    case 'SAME_SPEAKER':
      return `${who} is named in one act with ${whom} (in ${where}).`
    default:
      return addsNone
        ? `The unnamed source in ${where} is known through ${whom}, which has everything else from elsewhere.`
        : `${who} has it from ${whom} (in ${where}).`
  }
}

function whatWasDecided(draft: OriginDraft, links: readonly HasItFrom[], side: Side): OriginReason[] {
  const { identities, world } = side
  const reasons: OriginReason[] = []
  const concerned = new Set([
    ...draft.parties,
    ...draft.ways,
    ...links.flatMap(({ from, to }) => [...partiesOf(from), ...partiesOf(to)]),
  ])
  for (const [agentId, decisions] of identities.agentDecisions) {
    if (!concerned.has(`agent ${agentId}`)) continue
    reasons.push({
      reason: 'DECISION',
      explanation: `${listNames(identities.agentsOf(agentId).map(({ label }) => label))} were decided to be one.`,
      decisionIds: sorted(decisions.map(({ id }) => id)),
    })
  }
  const byId = new Map(world.decisions.map((decision) => [decision.id, decision]))
  for (const decisionId of sorted(links.flatMap((link) => link.decisionId ?? []))) {
    const decision = byId.get(decisionId)
    if (!decision) continue
    const { kind, leftId, rightId } = decision
    const explanation =
      kind === 'SAME_UTTERANCE'
        ? `The statements in ${listNames(side.statements.filter(({ id }) => id === leftId || id === rightId).map(({ articleId }) => reportName(articleId, side)))} were decided to be one utterance.`
        : kind === 'CITES'
          ? `It was decided that ${reportName(leftId, side)} cites ${reportName(rightId, side)}.`
          : `It was decided that ${reportName(leftId, side)} copied ${reportName(rightId, side)}.`
    reasons.push({ reason: 'DECISION', explanation, decisionIds: [decisionId] })
  }
  return reasons
}
