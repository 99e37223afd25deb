import { countSide, type SideCount } from './count-side.ts'
import type { Identities } from './identities.ts'
import { type OpenProposal, openProposals } from './open-proposals.ts'
import type { OriginWorld } from './origin-world.ts'
import { type Origin, originsOf } from './origins-of-side.ts'
import { agentParty } from './side.ts'

/** How many roots a claim has, and why: what the API shows as `Corroboration`. */
export interface OriginCount {
  /** Statements that assert it, their articles and outlets: what the count is held against. */
  readonly statementIds: readonly string[]
  readonly articleIds: readonly string[]
  readonly outletIds: readonly string[]
  readonly independentOrigins: number
  readonly originsAtLeast: number
  readonly disputingOrigins: number
  /** Roots of those who assert it: the counted ones, then those listed only. */
  readonly origins: readonly Origin[]
  /** Roots of those who deny it. */
  readonly disputing: readonly Origin[]
  readonly undecided: readonly PendingJoin[]
}

/** An open proposal with the counts that accepting it alone would give. */
export interface PendingJoin {
  readonly proposal: OpenProposal
  readonly independentOrigins: number
  readonly disputingOrigins: number
}

const NOTHING: ReadonlySet<string> = new Set()

/**
 * Counts the independent origins of a claim, as `docs/origins.md` explains. Pure: the same world in any order gives the same answer.
 * Costs one count a side and one for `originsAtLeast`; each count of an open proposal costs one when it is read.
 */
export function countOrigins(world: OriginWorld): OriginCount {
  const asserting = countSide(world, 'POSITIVE', NOTHING)
  const denying = countSide(world, 'NEGATIVE', NOTHING)
  const open = openProposals(world)
  const players = [asserting, denying].map(playersOn)
  const standing = asserting.side.statements.filter(({ retracted }) => !retracted)
  const articleIds = [...new Set(standing.map(({ articleId }) => articleId))].sort()
  return {
    statementIds: standing.map(({ id }) => id),
    articleIds,
    outletIds: outletsOf(articleIds, asserting),
    independentOrigins: asserting.independentOrigins,
    originsAtLeast: rule7OriginsAtLeast(world, asserting.independentOrigins, open),
    disputingOrigins: denying.independentOrigins,
    // Told in words, which a page of counts does not ask for.
    get origins() {
      return originsOf(asserting)
    },
    get disputing() {
      return originsOf(denying)
    },
    undecided: open
      .filter((proposal) => players.some((one) => touches(proposal, one, asserting.side.identities)))
      .map((proposal) => ({
        proposal,
        // A claim that many carry has many open questions, of which a page shows few: counted when it is asked.
        get independentOrigins() {
          return countSide(world, 'POSITIVE', new Set([proposal.id])).independentOrigins
        },
        get disputingOrigins() {
          return countSide(world, 'NEGATIVE', new Set([proposal.id])).independentOrigins
        },
      })),
  }
}

/** Rule 7: the lesser of the count now and the count with every open proposal accepted. */
function rule7OriginsAtLeast(world: OriginWorld, now: number, open: readonly OpenProposal[]): number {
  if (open.length === 0) return now
  const accepted = new Set(open.map(({ id }) => id))
  return Math.min(now, countSide(world, 'POSITIVE', accepted).independentOrigins)
}

function outletsOf(articleIds: readonly string[], { side }: SideCount): string[] {
  const outlets = articleIds.flatMap((articleId) => side.links.article(articleId).outletId ?? [])
  return [...new Set(outlets.map((id) => side.identities.agentOf(id)))].sort()
}

/** Who and what plays a part on a side, by the kinds of proposals that may be about them. */
interface Players {
  readonly articleIds: ReadonlySet<string>
  readonly statementIds: ReadonlySet<string>
  readonly occasions: ReadonlySet<string>
  readonly parties: ReadonlySet<string>
}

/** Gathered once for a side: of a claim that many carry, thousands of proposals are held against it. */
function playersOn({ side, trail }: SideCount): Players {
  const { links, statements, inArticle } = side
  const articleIds = new Set(inArticle.keys())
  for (const one of articleIds)
    for (const link of [...links.derivedFrom(one), ...links.cites(one)]) articleIds.add(link.articleId)
  return {
    articleIds,
    statementIds: new Set(statements.map(({ id }) => id)),
    occasions: new Set(statements.flatMap(({ hops }) => hops.flatMap(({ occasion }) => occasion ?? []))),
    parties: new Set([...trail.provenance.nodes, ...statements.flatMap(({ source }) => source.members)]),
  }
}

/** Whether a proposal is about somebody or something that plays a part; a link, from an article that does. */
function touches({ kind, leftId, rightId }: OpenProposal, players: Players, identities: Identities): boolean {
  const { articleIds, statementIds, occasions, parties } = players
  if (kind === 'DERIVED_FROM' || kind === 'CITES') return articleIds.has(leftId)
  const ends = [leftId, rightId]
  if (kind === 'SAME_UTTERANCE') return ends.some((id) => statementIds.has(id))
  if (kind === 'SAME_OCCASION') return ends.some((id) => occasions.has(identities.occasionOf(id)))
  return ends.some((id) => parties.has(agentParty(identities.agentOf(id))))
}
