import type { OriginArticle, OriginLink, OriginWorld } from './origin-world.ts'
import { strongComponents } from './strong-components.ts'

/** Which article took its matter from which, as far as that is accepted. */
export interface ArticleLinks {
  article(id: string): OriginArticle
  derivedFrom(id: string): readonly ArticleLink[]
  cites(id: string): readonly ArticleLink[]
  /** Whether a hop of the article may name that report: false where a person ruled it out. */
  mayCite(id: string, citedId: string): boolean
  /** Every article that it derives from, near or far, itself excluded unless copies form a ring. */
  ancestors(id: string): ReadonlySet<string>
  /** The articles at the end of its derivation; none where it derives from nothing. Copies in a ring are the end together. */
  ends(id: string): readonly string[]
}

export interface ArticleLink {
  readonly articleId: string
  /** The decision that made or confirmed the link, if one did. */
  readonly decisionId: string | null
}

/** The id of a link that no decision stands behind, as an open proposal. */
export const linkProposalId = (kind: 'DERIVED_FROM' | 'CITES', leftId: string, rightId: string) =>
  `${kind} ${JSON.stringify([leftId, rightId])}`

/**
 * The links in force: accepted ones and those that a decision makes, without those that a negative decision rules out.
 * `accepted` are ids of open decisions and of open links (`linkProposalId`) to read as accepted.
 */
export function settleLinks(world: OriginWorld, accepted: ReadonlySet<string>): ArticleLinks {
  const articles = new Map(world.articles.map((article) => [article.id, article]))
  const article = (id: string): OriginArticle =>
    articles.get(id) ?? { id, label: id, outletId: null, derivedFrom: [], cites: [], creditIds: [] }
  const ruledOut = new Set(
    world.decisions
      .filter(({ verdict }) => verdict === 'NEGATIVE')
      .map(({ kind, leftId, rightId }) => JSON.stringify([kind, leftId, rightId])),
  )
  const settled = (
    kind: 'DERIVED_FROM' | 'CITES',
    linksOf: (article: OriginArticle) => readonly OriginLink[],
  ) => {
    const links = new Map<string, Map<string, ArticleLink>>()
    const add = (leftId: string, rightId: string, decisionId: string | null) => {
      if (leftId === rightId || ruledOut.has(JSON.stringify([kind, leftId, rightId]))) return
      const list = links.get(leftId) ?? new Map<string, ArticleLink>()
      links.set(leftId, list.set(rightId, { articleId: rightId, decisionId }))
    }
    for (const carrier of articles.values())
      for (const { articleId, state } of linksOf(carrier))
        if (
          state === 'accepted' ||
          (state === 'proposed' && accepted.has(linkProposalId(kind, carrier.id, articleId)))
        )
          add(carrier.id, articleId, null)
    // Of several decisions on one pair the last by id is named, in whatever order they come.
    for (const decision of [...world.decisions].sort((a, b) => (a.id < b.id ? -1 : 1)))
      if (decision.kind === kind && (decision.verdict === 'POSITIVE' || accepted.has(decision.id)))
        add(decision.leftId, decision.rightId, decision.id)
    return (id: string): readonly ArticleLink[] => [...(links.get(id)?.values() ?? [])]
  }
  const derivedFrom = settled('DERIVED_FROM', (one) => one.derivedFrom)
  const cites = settled('CITES', (one) => one.cites)
  const walk = derivationWalk(derivedFrom)
  return {
    article,
    derivedFrom,
    cites,
    mayCite: (id, citedId) => id !== citedId && !ruledOut.has(JSON.stringify(['CITES', id, citedId])),
    ...walk,
  }
}

function derivationWalk(
  derivedFrom: (id: string) => readonly ArticleLink[],
): Pick<ArticleLinks, 'ancestors' | 'ends'> {
  const parents = (id: string) => derivedFrom(id).map(({ articleId }) => articleId)
  const ancestry = new Map<string, ReadonlySet<string>>()
  const ancestors = (id: string): ReadonlySet<string> => {
    const known = ancestry.get(id)
    if (known) return known
    const found = new Set(parents(id))
    for (const near of found) for (const far of parents(near)) found.add(far)
    ancestry.set(id, found)
    return found
  }
  const ends = (id: string): readonly string[] => {
    const above = ancestors(id)
    if (above.size === 0) return []
    const ring = strongComponents(above, parents)
    const wayOut = new Set<number>()
    for (const one of above)
      for (const parent of parents(one)) if (ring.get(parent) !== ring.get(one)) wayOut.add(ring.get(one)!)
    return [...above].filter((one) => !wayOut.has(ring.get(one)!)).sort()
  }
  const endsOf = new Map<string, readonly string[]>()
  return {
    ancestors,
    ends: (id) => {
      const known = endsOf.get(id)
      if (known) return known
      const found = ends(id)
      endsOf.set(id, found)
      return found
    },
  }
}
