import type { Polarity } from '../vocabulary.ts'
import type { ArticleLinks } from './article-links.ts'
import type { Identities } from './identities.ts'
import type { OriginHop, OriginStatement, OriginWorld } from './origin-world.ts'

/**
 * A party that can be a source or a member of one: a named or unnamed agent (the one that stands for all who are one
 * with it), or an article that is known by its address only, whose outlet nobody knows. Kept as a text that sorts.
 */
export type Party = string

export const agentParty = (agentId: string): Party => `agent ${agentId}`
export const articleParty = (articleId: string): Party => `article ${articleId}`
export const partyAgent = (party: Party): string | null =>
  party.startsWith('agent ') ? party.slice('agent '.length) : null
export const partyArticle = (party: Party): string | null =>
  party.startsWith('article ') ? party.slice('article '.length) : null

/** How the source of a statement was found, in the order of rule 1. */
export type SourceGround = 'PRINCIPAL' | 'SPEAKER' | 'UNNAMED' | 'AUTHOR' | 'CREDIT_LINE' | 'OUTLET'

export interface Source {
  /** One party, or the members of a joint source, sorted. */
  readonly members: readonly Party[]
  readonly ground: SourceGround
}

export interface SideHop {
  readonly by: readonly Party[]
  readonly onBehalfOf: readonly Party[]
  readonly citesId: string | null
  readonly occasion: string | null
}

/** A statement of the side, its hops those that count, everybody under the name that stands for him. */
export interface SideStatement {
  readonly id: string
  readonly articleId: string
  readonly statement: OriginStatement
  readonly hops: readonly SideHop[]
  readonly source: Source
  /** The outlet that prints it; none of an article that is known by its address only. */
  readonly printers: readonly Party[]
  readonly credits: readonly Party[]
  readonly retracted: boolean
}

/** One side of a claim: everything that the rules read. */
export interface Side {
  readonly world: OriginWorld
  readonly identities: Identities
  readonly links: ArticleLinks
  readonly statements: readonly SideStatement[]
  readonly inArticle: ReadonlyMap<string, readonly SideStatement[]>
}

/** Basis EXTERNAL counts once a person accepted it. */
const hopCounts = ({ basis, accepted }: OriginHop) => basis !== 'EXTERNAL' || accepted

export const distinct = <T>(items: readonly T[]): T[] => [...new Set(items)]
export const sorted = (items: Iterable<string>): string[] => [...new Set(items)].sort()

/**
 * A side of the claim: its ACCEPTED statements of that polarity, and those that were taken back, without ASK and
 * UNCOMMITTED. Polarity alone decides: who denies the opposite asserts.
 */
export function takeSide(
  world: OriginWorld,
  polarity: Polarity,
  identities: Identities,
  links: ArticleLinks,
): Side {
  const claim = identities.claimOf(world.claimId)
  const retracted = new Set(world.retractedArticleIds)
  const party = (id: string) => agentParty(identities.agentOf(id))
  const statements = world.statements
    .filter(
      (one) =>
        identities.claimOf(one.claimId) === claim &&
        one.polarity === polarity &&
        one.speechAct !== 'ASK' &&
        one.certainty !== 'UNCOMMITTED' &&
        (one.status === 'ACCEPTED' || one.status === 'RETRACTED'),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((statement): SideStatement => {
      const { outletId, creditIds } = links.article(statement.articleId)
      const hops = statement.hops.filter(hopCounts).map((hop) => ({
        by: sorted(hop.byIds.map(party)),
        onBehalfOf: sorted(hop.onBehalfOfIds.map(party)),
        citesId: hop.citesId !== null && links.mayCite(statement.articleId, hop.citesId) ? hop.citesId : null,
        occasion: hop.occasionId === null ? null : identities.occasionOf(hop.occasionId),
      }))
      const authors = sorted(statement.authorIds.map(party))
      const credits = sorted(creditIds.map(party))
      const printers = outletId === null ? [] : [party(outletId)]
      const voice = { articleId: statement.articleId, authors, credits, printers }
      return {
        id: statement.id,
        articleId: statement.articleId,
        statement,
        hops,
        source: hops[0] ? rule1SourceOfAct(hops[0], identities) : rule1SourceOfOwnVoice(voice),
        printers,
        credits,
        retracted: statement.status === 'RETRACTED' || retracted.has(statement.articleId),
      }
    })
  const inArticle = new Map<string, SideStatement[]>()
  for (const statement of statements) {
    const list = inArticle.get(statement.articleId)
    if (list) list.push(statement)
    else inArticle.set(statement.articleId, [statement])
  }
  return { world, identities, links, statements, inArticle }
}

export const isNamed = (party: Party, identities: Identities) => {
  const agentId = partyAgent(party)
  return agentId === null || identities.kindOf(agentId) === 'NAMED'
}

export const isUnspecified = (party: Party, identities: Identities) => {
  const agentId = partyAgent(party)
  return agentId !== null && identities.kindOf(agentId) === 'UNSPECIFIED'
}

/**
 * Rule 1, of the innermost act: the named principals, else the named speakers, else the unnamed ones; several together
 * are one joint source. An unspecified party beside a described one tells nothing and is left out.
 */
function rule1SourceOfAct(act: Pick<SideHop, 'by' | 'onBehalfOf'>, identities: Identities): Source {
  const named = (party: Party) => isNamed(party, identities)
  const principals = act.onBehalfOf.filter(named)
  if (principals.length > 0) return { members: principals, ground: 'PRINCIPAL' }
  const speakers = act.by.filter(named)
  if (speakers.length > 0) return { members: speakers, ground: 'SPEAKER' }
  const unnamed = sorted([...act.onBehalfOf, ...act.by])
  const described = unnamed.filter((party) => !isUnspecified(party, identities))
  return { members: described.length > 0 ? described : unnamed, ground: 'UNNAMED' }
}

/** Rule 1, of the article's own voice: its author where it is signed opinion, else the outlet that its credit line names, else the outlet. */
function rule1SourceOfOwnVoice(voice: {
  readonly articleId: string
  readonly authors: readonly Party[]
  readonly credits: readonly Party[]
  readonly printers: readonly Party[]
}): Source {
  if (voice.authors.length > 0) return { members: voice.authors, ground: 'AUTHOR' }
  if (voice.credits.length > 0) return { members: voice.credits, ground: 'CREDIT_LINE' }
  return {
    members: voice.printers.length > 0 ? voice.printers : [articleParty(voice.articleId)],
    ground: 'OUTLET',
  }
}

/** What an article says in its own voice as far as its page tells: the credited outlets, else its outlet, else the page itself. */
export function voiceOfArticle(
  articleId: string,
  { links, identities }: Pick<Side, 'links' | 'identities'>,
): readonly Party[] {
  const { outletId, creditIds } = links.article(articleId)
  const party = (id: string) => agentParty(identities.agentOf(id))
  return rule1SourceOfOwnVoice({
    articleId,
    authors: [],
    credits: sorted(creditIds.map(party)),
    printers: outletId === null ? [] : [party(outletId)],
  }).members
}
