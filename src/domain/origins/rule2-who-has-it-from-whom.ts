import { isTakenBack, Provenance, type ProvenanceNode, sourceNode, takenBackNode } from './provenance.ts'
import { distinct, type Side, type SideStatement, sorted, voiceOfArticle } from './side.ts'

/** What a cited or copied article gives: the node of a source in it, and the article that carries it. */
export interface HandedOn {
  readonly node: ProvenanceNode
  readonly articleId: string
}

/** The links that the rules made, and what each statement rests on. */
export interface Trail {
  readonly side: Side
  readonly provenance: Provenance
  /** Where the way of a statement begins. */
  readonly nodeOf: (statement: SideStatement) => ProvenanceNode
  /** What an article gives to those who take from it. */
  readonly handedOn: (articleId: string) => readonly HandedOn[]
  /** The end of the derivation of an article, as one source; null where it is no copy. */
  readonly endOf: (articleId: string) => ProvenanceNode | null
}

/** Rule 2, who has it from whom, and the part of rule 6 about statements that were taken back. */
export function rule2FollowEverybody(side: Side): Trail {
  const provenance = new Provenance()
  const trail: Trail = {
    side,
    provenance,
    nodeOf: rule6WhereItBegins,
    handedOn: rule2HandedOn(side),
    endOf: (articleId) => {
      const ends = side.links.ends(articleId)
      return ends.length === 0 ? null : sourceNode(sorted(ends.flatMap((end) => voiceOfArticle(end, side))))
    },
  }
  for (const statement of side.statements) {
    if (!statement.retracted) rule2FurtherOutHasItFromTheSource(statement, trail)
    if (statement.hops.length === 0) rule2OwnVoice(statement, trail)
    rule2HopHasItFromTheCited(statement, trail)
  }
  return trail
}

/**
 * Rule 6: a retracted statement makes nobody second-hand, so what its source would have it from, the statement alone has.
 * One that quotes somebody and cites nothing simply leads to him.
 */
function rule6WhereItBegins(statement: SideStatement): ProvenanceNode {
  const speaksForItself = statement.hops.length === 0 || statement.hops[0]!.citesId !== null
  return statement.retracted && speaksForItself
    ? takenBackNode(statement.id)
    : sourceNode(statement.source.members)
}

/** Those whose second-hand knowledge a statement shows: the members of its source, or, taken back, the statement alone. */
function whoSpeaks(statement: SideStatement): readonly ProvenanceNode[] {
  const begin = rule6WhereItBegins(statement)
  return isTakenBack(begin) ? [begin] : statement.source.members
}

/**
 * Rule 2: everybody who stands further out in the chain, printing outlet and spokesman included, has it from the source.
 * The outlet of the credit line prints it too. An unnamed party of an act whose source is named is no source of its own.
 */
function rule2FurtherOutHasItFromTheSource(
  { hops, source, credits, printers, articleId }: SideStatement,
  { provenance }: Trail,
): void {
  const to = sourceNode(source.members)
  const members = new Set(source.members)
  const [act, ...outer] = hops
  const beside = act ? [...act.by, ...act.onBehalfOf].filter((party) => !members.has(party)) : []
  for (const from of distinct(beside))
    provenance.add({
      from,
      to,
      reason: source.ground === 'PRINCIPAL' ? 'SAME_PRINCIPAL' : 'SAME_SPEAKER',
      articleId,
    })
  const relays = outer.flatMap(({ by, onBehalfOf }) => [...by, ...onBehalfOf])
  for (const from of distinct(relays)) provenance.add({ from, to, reason: 'RELAYED_ELSEWHERE', articleId })
  const carriers = [...credits, ...printers].filter((party) => act !== undefined || !members.has(party))
  for (const from of distinct(carriers))
    provenance.add({
      from,
      to,
      reason: source.ground === 'CREDIT_LINE' ? 'CREDIT_LINE' : 'RELAYED_ELSEWHERE',
      articleId,
    })
}

/**
 * Rule 2: an own voice has it also from those to whom its article attributes the claim, and from the sources in the
 * articles that its article cites or derives from.
 */
function rule2OwnVoice(statement: SideStatement, trail: Trail): void {
  const { side, provenance, nodeOf, handedOn } = trail
  const { articleId } = statement
  for (const from of whoSpeaks(statement)) {
    for (const attributed of side.inArticle.get(articleId)!)
      if (attributed.hops.length > 0)
        provenance.add({ from, to: nodeOf(attributed), reason: 'ATTRIBUTED_IN_ARTICLE', articleId })
    for (const link of side.links.derivedFrom(articleId))
      for (const { node, articleId: viaArticleId } of handedOn(link.articleId))
        provenance.add({
          from,
          to: node,
          reason: 'DERIVED_ARTICLE',
          articleId,
          viaArticleId,
          decisionId: link.decisionId,
        })
    for (const link of citedBy(articleId, side))
      for (const { node, articleId: viaArticleId } of handedOn(link.articleId))
        provenance.add({
          from,
          to: node,
          reason: 'CITED_ARTICLE',
          articleId,
          viaArticleId,
          decisionId: link.decisionId,
        })
  }
}

/** The reports that an article cites: those recorded of it, and those that its hops on this side name. */
function citedBy(articleId: string, side: Side) {
  const named = (side.inArticle.get(articleId) ?? []).flatMap(({ hops }) =>
    hops.flatMap(({ citesId }) => (citesId === null ? [] : [{ articleId: citesId, decisionId: null }])),
  )
  return [...side.links.cites(articleId), ...named]
}

/** Rule 2: a hop has it from those in the article it cites. */
function rule2HopHasItFromTheCited(statement: SideStatement, { provenance, handedOn }: Trail): void {
  for (const [index, hop] of statement.hops.entries()) {
    if (hop.citesId === null || (statement.retracted && index > 0)) continue
    const from = statement.retracted ? whoSpeaks(statement) : distinct([...hop.by, ...hop.onBehalfOf])
    for (const { node, articleId: viaArticleId } of handedOn(hop.citesId))
      for (const one of from)
        provenance.add({
          from: one,
          to: node,
          reason: 'CITED_ARTICLE',
          articleId: statement.articleId,
          viaArticleId,
        })
  }
}

/** Rule 2: an article that does not carry the claim hands on what its own articles give. */
function rule2HandedOn(side: Side): (articleId: string) => readonly HandedOn[] {
  const known = new Map<string, readonly HandedOn[]>()
  return (articleId) => {
    const before = known.get(articleId)
    if (before) return before
    const found = new Map<ProvenanceNode, HandedOn>()
    const walk = new Set([articleId])
    for (const one of walk) {
      const carried = side.inArticle.get(one) ?? []
      for (const statement of carried)
        found.set(rule6WhereItBegins(statement), { node: rule6WhereItBegins(statement), articleId: one })
      if (carried.length > 0) continue
      for (const link of [...side.links.derivedFrom(one), ...side.links.cites(one)]) walk.add(link.articleId)
    }
    const handed = [...found.values()]
    known.set(articleId, handed)
    return handed
  }
}
