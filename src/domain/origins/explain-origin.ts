import { groupBy } from '../group-by.ts'
import type { SideCount } from './count-side.ts'
import type { OriginDraft } from './origin-draft.ts'
import { labelOf } from './party-label.ts'
import {
  type HasItFrom,
  isTakenBack,
  type OriginReasonKind,
  type ProvenanceNode,
  partiesOf,
  sourceNode,
  takenBackNode,
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
function listNames(names: readonly string[]): string {
  const all = sorted(names)
  const shown =
    all.length > NAMES_SHOWN + 1 ? [...all.slice(0, NAMES_SHOWN), `${all.length - NAMES_SHOWN} more`] : all
  return shown.length < 2
    ? (shown[0] ?? '')
    : `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`
}

/** Somebody or something in a sentence, with the form of the words that hang on their number. */
interface Named {
  readonly text: string
  readonly isMany: boolean
}

const namesOf = (names: readonly string[]): Named => ({
  text: listNames(names),
  isMany: new Set(names).size > 1,
})
const form = ({ isMany }: Named, one: string, many: string) => (isMany ? many : one)
const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

/** One sentence for each reason and target. `parts` are the ends of the trail that the origin stands for. */
export function reasonsOf(
  draft: OriginDraft,
  parts: ReadonlySet<number>,
  statements: readonly SideStatement[],
  count: SideCount,
): OriginReason[] {
  const links = linksToward(parts, statements, count)
  return [
    ...whoSpoke(draft, statements, links, count.side),
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

const reportsOf = (articleIds: readonly (string | null)[], side: Side): Named =>
  namesOf(articleIds.flatMap((articleId) => (articleId === null ? [] : [reportName(articleId, side)])))

function nodeName(node: ProvenanceNode, side: Side): Named {
  if (isTakenBack(node)) {
    const taken = side.statements.find(({ id }) => takenBackNode(id) === node)!
    return { text: `a statement that ${reportName(taken.articleId, side)} took back`, isMany: false }
  }
  const parties = partiesOf(node)
  const labels = parties.map((party) => labelOf(party, side))
  if (parties.some((party) => isNamed(party, side.identities))) return namesOf(labels)
  const words = namesOf(labels.map((label) => `“${label}”`))
  return { text: `the unnamed ${form(words, 'source', 'sources')} ${words.text}`, isMany: words.isMany }
}

function whoSpoke(
  draft: OriginDraft,
  statements: readonly SideStatement[],
  links: readonly HasItFrom[],
  side: Side,
): OriginReason[] {
  const reasons: OriginReason[] = []
  const say = (reason: OriginReasonKind, words: string) =>
    reasons.push({ reason, explanation: sentence(words), decisionIds: [] })
  const reports = (chosen: readonly SideStatement[]) =>
    reportsOf(
      chosen.map(({ articleId }) => articleId),
      side,
    )
  const members = new Set(draft.parties)
  const own = statements.filter(({ source }) => source.members.some((party) => members.has(party)))
  if (draft.kind === 'UNSPECIFIED') {
    const silent = reports(own)
    say(
      'SAME_SPEAKER',
      `${silent.text} ${form(silent, 'does', 'do')} not say who said it, and nobody else is known to have`,
    )
  }
  if (draft.group) {
    const unnamed = statements.filter(({ source }) => source.ground === 'UNNAMED')
    const carriers = reports(unnamed).text
    const ways = namesOf(draft.ways.map((way) => labelOf(way, side))).text
    const sources = new Set(unnamed.map(({ source }) => sourceNode(source.members)))
    const all = draft.group.chosen.length
    if (sources.size === 1) {
      const only = nodeName([...sources][0]!, side)
      say('SAME_WAY_IN', `${only.text} in ${carriers} ${form(only, 'is', 'are')} known through ${ways}`)
    } else
      say(
        'SAME_WAY_IN',
        all === 1
          ? `the unnamed sources in ${carriers} are known through ${ways}, and nothing tells them apart`
          : `the unnamed sources in ${carriers} are known through ${ways}; ${all} of them are told apart`,
      )
  }
  if (draft.kind === 'UNNAMED' || draft.kind === 'UNSPECIFIED') return reasons
  const named = namesOf(draft.parties.map((party) => labelOf(party, side)))
  // A decision that makes one utterance of two makes a ring of their sources as well, who need not know each other.
  const isDecided = links.some(({ reason, from }) => reason === 'DECISION' && draft.nodes.includes(from))
  if (draft.kind === 'RING' && named.isMany && !isDecided) {
    say('SAME_SPEAKER', `${named.text} have it from each other, and from nobody else`)
    return reasons
  }
  // An own voice that was taken back is told of by what it rests on.
  const on = (ground: SideStatement['source']['ground']) =>
    own.filter(({ source, retracted }) => source.ground === ground && !(retracted && ground === 'OUTLET'))
  const told = (ground: SideStatement['source']['ground'], words: (reporting: Named) => string) => {
    const chosen = on(ground)
    if (chosen.length > 0) say(REASON_OF_GROUND[ground], words(reports(chosen)))
  }
  told(
    'SPEAKER',
    (reporting) =>
      `${reporting.text} ${form(reporting, 'reports', 'report')} what ${named.text} said${draft.kind === 'JOINT' ? ' together' : ''}`,
  )
  told('AUTHOR', ({ text }) => `${named.text} signed it in ${text}`)
  told('OUTLET', (saying) => `${saying.text} ${form(saying, 'says it in its', 'say it in their')} own voice`)
  told(
    'PRINCIPAL',
    (reporting) =>
      `${reporting.text} ${form(reporting, 'reports', 'report')} what was said for ${named.text}`,
  )
  told('CREDIT_LINE', ({ text }) => `the credit line in ${text} names ${named.text}`)
  return reasons
}

const REASON_OF_GROUND: Readonly<Record<SideStatement['source']['ground'], OriginReasonKind>> = {
  SPEAKER: 'SAME_SPEAKER',
  UNNAMED: 'SAME_SPEAKER',
  AUTHOR: 'SAME_SPEAKER',
  OUTLET: 'SAME_SPEAKER',
  PRINCIPAL: 'SAME_PRINCIPAL',
  CREDIT_LINE: 'CREDIT_LINE',
}

/** Reasons that are told of articles, and not of who speaks in them. */
const BY_ARTICLE: readonly OriginReasonKind[] = ['ATTRIBUTED_IN_ARTICLE', 'DERIVED_ARTICLE', 'CREDIT_LINE']

/**
 * Who is said to have it from somebody, beside the article that shows it; null where the article itself is: an outlet
 * in its own pages, or one that names the report of an outlet as that outlet's.
 */
function whoBeside({ from, reason, articleId, viaArticleId, addsNone }: HasItFrom, side: Side): Named | null {
  if (addsNone || BY_ARTICLE.includes(reason)) return null
  const who = nodeName(from, side)
  if (articleId !== null && who.text === reportName(articleId, side)) return null
  const isCited = viaArticleId !== null && who.text === reportName(viaArticleId, side)
  return isCited || (isTakenBack(from) && reason === 'CITED_ARTICLE') ? null : who
}

/** One sentence for all links that read alike: who has it from whom, through which article. */
function howItTravelled(links: readonly HasItFrom[], side: Side): OriginReason[] {
  const via = ({ viaArticleId }: HasItFrom) => (viaArticleId === null ? '' : reportName(viaArticleId, side))
  const alike = groupBy(
    links.filter(({ reason }) => reason !== 'DECISION'),
    (link) =>
      JSON.stringify([link.reason, link.to, link.addsNone, via(link), whoBeside(link, side) && link.from]),
  )
  return [...alike.values()].map((list): OriginReason => {
    const [link] = list as [HasItFrom, ...HasItFrom[]]
    const where = reportsOf(
      list.map(({ articleId }) => articleId),
      side,
    )
    const beside = whoBeside(link, side)
    return {
      reason: link.reason,
      explanation: sentence(
        inWords(link.reason, {
          who: beside ?? where,
          isTakenBack: isTakenBack(link.from),
          whom: nodeName(link.to, side).text,
          where,
          inArticle: beside ? ` (in ${where.text})` : '',
          via: via(link),
          addsNone: link.addsNone,
        }),
      ),
      decisionIds: sorted(list.flatMap(({ decisionId }) => decisionId ?? [])),
    }
  })
}

interface Words {
  readonly who: Named
  readonly isTakenBack: boolean
  readonly whom: string
  readonly where: Named
  readonly inArticle: string
  readonly via: string
  readonly addsNone: boolean
}

function inWords(reason: OriginReasonKind, words: Words): string {
  const { who, whom, where, inArticle, via, addsNone } = words
  const leadsTo = whom === via ? '' : `, which leads to ${whom}`
  const unnamed = `the unnamed ${form(where, 'source', 'sources')} in ${where.text}`
  switch (reason) {
    case 'ATTRIBUTED_IN_ARTICLE':
      return `${where.text} ${form(where, 'attributes', 'attribute')} to ${whom} what ${form(where, 'it also says in its', 'they also say in their')} own voice`
    case 'DERIVED_ARTICLE':
      return addsNone
        ? `${unnamed}, ${form(where, 'a copy', 'copies')} of ${via}, ${form(where, 'is', 'are')} the one there: ${whom}`
        : `${where.text} copied ${via}${leadsTo}`
    case 'CITED_ARTICLE':
      return addsNone
        ? `${unnamed} ${form(where, 'is', 'are')} told of through a link to ${via}, where it is ${whom}`
        : `${who.text} ${form(who, 'cites', 'cite')} ${via}${leadsTo}${inArticle}`
    case 'CREDIT_LINE':
      return `the credit line in ${where.text} names ${whom}`
    case 'SAME_PRINCIPAL':
      return `${who.text} ${form(who, 'speaks', 'speak')} for ${whom}${inArticle}`
    case 'SAME_SPEAKER':
      return words.isTakenBack
        ? where.text === whom
          ? `${whom} said it in its own voice, and took it back`
          : `what ${where.text} took back was said by ${whom}`
        : `${who.text} ${form(who, 'is', 'are')} named in one act with ${whom}${inArticle}`
    default:
      return addsNone
        ? `${unnamed} ${form(where, 'is', 'are')} known through ${whom}, which has everything else from elsewhere`
        : `${who.text} ${form(who, 'has', 'have')} it from ${whom}${inArticle}`
  }
}

function decidedToBeOne(labels: readonly string[]): string {
  const names = namesOf(labels)
  return names.isMany
    ? `${names.text} were decided to be one.`
    : `${labels.length} who are called ${names.text} were decided to be one.`
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
      explanation: decidedToBeOne(identities.agentsOf(agentId).map(({ label }) => label)),
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
