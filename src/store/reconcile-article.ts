import type { AnnotatedArticle } from '../domain/annotated-article.ts'
import type { ChainAct, Printing } from '../domain/chain.ts'
import { groupBy } from '../domain/group-by.ts'
import { kindOfId } from '../domain/identity.ts'
import { type LifeCycle, type ReviewState, VISIBLE_STATUSES } from '../domain/visibility.ts'
import type { AgentKind, Basis, StatementStatus } from '../domain/vocabulary.ts'
import { withActStatus } from './act-status.ts'
import {
  articleEdges,
  articleState,
  attributionEdges,
  attributionState,
  referencedArticleState,
  versionEdges,
  versionState,
} from './article-facts.ts'
import type { EdgeFact, Held, StateFact } from './facts.ts'
import { type HeldArticle, newestVersionOf, versionNumbers } from './held-article.ts'
import { isReanchored, orderInText, placeStatements, type Standing } from './place-statements.ts'
import { readDate, withoutNulls } from './property-codec.ts'
import {
  acceptedActs,
  actsById,
  anchorEdge,
  asPrinted,
  readEdges,
  statementEdges,
  toldStatement,
  withOrder,
  withStatus,
} from './statement-facts.ts'

/** The facts that should hold of an article once a document is stored, beside those held now that they replace. */
export interface ReconciledArticle {
  readonly versionNumber: number
  /** Whether the document's version is the newest of its article. */
  readonly isNewest: boolean
  readonly states: readonly StateFact[]
  readonly edges: readonly EdgeFact[]
  /** Of the held edges, those that `edges` replaces; the others are none of this document's business. */
  readonly replacedEdges: readonly Held<EdgeFact>[]
  readonly readEdges: readonly EdgeFact[]
  readonly replacedReadEdges: readonly Held<EdgeFact>[]
  /** Statements and acts that this document no longer has. */
  readonly withdrawnIds: readonly string[]
}

/**
 * Compares a document with what is held of its article. A document speaks for one version of the text:
 *
 * - What it says of a statement or act holds, unless a newer version's annotation already says it.
 * - A statement that it leaves out is REJECTED, unless the annotation of another version, newer than any that left it out,
 *   has it.
 * - One that the annotation of the newest version never had is looked for by its words (`reanchor`). Where they stand
 *   once, it stands there: it keeps its id and status, and its acts go on. Where that cannot be told, it keeps its status
 *   and is marked as orphaned. Where the words are gone it is SUPERSEDED.
 * - The article's own facts are those of its newest version.
 * - What a person decided stays: a status beside what the document says, a claim in the place of the document's, a
 *   publication date by which the plan is dated already.
 *
 * @param heldText what the newest version that is held says; needed where that is another than the document's
 * @param heldKinds the kinds of the agents that the held edges lead to
 */
export function reconcileArticle(
  plan: AnnotatedArticle,
  held: HeldArticle,
  heldText: string | null,
  heldKinds: ReadonlyMap<string, AgentKind>,
): ReconciledArticle {
  const { article, version } = plan
  const numbers = versionNumbers(held)
  const newestHeld = Math.max(0, ...numbers.values())
  const versionNumber = numbers.get(version.id) ?? newestHeld + 1
  const isNewest = versionNumber >= newestHeld
  numbers.set(version.id, versionNumber)
  const numberOf = (id: unknown) => numbers.get(id as string) ?? 0
  const newestId = isNewest ? version.id : newestVersionOf(held)!

  const acts = actsById(plan)
  const accepted = acceptedActs(plan)
  const planned = new Set([...acts.keys(), ...plan.statements.map((statement) => statement.id)])
  const anchors = held.edges.filter((edge) => edge.type === 'ANCHORED_IN')
  const told = plan.statements.map((statement) => anchorEdge(statement, version.id))
  const isOurAnchor = (edge: EdgeFact) =>
    edge.target === version.id && (planned.has(edge.source) || !isReanchored(edge))
  const leftOut = anchors
    .filter((edge) => isOurAnchor(edge) && !planned.has(edge.source))
    .map((edge) => ({ ...factOf(edge), properties: { ...withoutBounds(edge.properties), withdrawn: true } }))
  const isReplacedAnchor = (edge: EdgeFact) =>
    isOurAnchor(edge) || (edge.target === newestId && isReanchored(edge))
  const { standings, reanchored } = placeStatements(
    [...anchors.filter((edge) => !isReplacedAnchor(edge)), ...told, ...leftOut],
    newestTextOf(plan, held, heldText, newestId),
    numberOf,
  )

  // The newest version, this one aside, in which an annotation has the statement.
  const newestOther = (statementId: string) =>
    Math.max(
      0,
      ...anchors
        .filter(
          (a) =>
            a.source === statementId &&
            a.target !== version.id &&
            a.properties.withdrawn !== true &&
            !isReanchored(a),
        )
        .map((a) => numberOf(a.target)),
    )
  const ours = plan.statements
    .filter((statement) => newestOther(statement.id) < versionNumber)
    .map((statement) => ({
      ...statement,
      claimId:
        (held.states.get(statement.id)?.properties.decidedClaimId as string | undefined) ?? statement.claimId,
    }))
  const ourIds = new Set(ours.map(({ id }) => id))
  const ourActs = plan.attributions.filter(
    (act) => numberOf(held.states.get(act.id)?.properties.versionId) <= versionNumber,
  )
  const ourActIds = new Set(ourActs.map(({ id }) => id))
  const chainActs = new Map<string, ChainAct>([
    ...heldActs(held),
    ...ourActs.map((act) => [act.id, act] as const),
  ])

  const kinds = new Map([...heldKinds, ...plan.agents.map(({ id, kind }) => [id, kind] as const)])
  const printingBy = (versionId: string) => printingOf(plan, held, { versionId, isNewest })
  const unordered = [
    ...ours.map((statement): StateFact => {
      const before = held.states.get(statement.id)
      const state = asDecided(toldStatement(statement, plan, acts), before)
      // In a version that another document brought it has the place that it was given there.
      const { order = statement.order } =
        standings.get(statement.id)!.versionId === version.id ? {} : (before?.properties ?? {})
      return { ...state, properties: { ...state.properties, order } }
    }),
    ...[...held.states.values()]
      .filter((state) => 'statementId' in state.properties && !ourIds.has(state.recordId))
      .map((state) => heldFact(state, 'StatementState')),
  ].map((state) => {
    const standing = standings.get(state.recordId)!
    const standingState = asStanding(state, standing, held.states.get(state.recordId)?.properties.lifeCycle)
    return asPrinted(standingState, printingBy(standing.versionId), chainActs, kinds)
  })
  const places = orderInText(
    unordered.flatMap(({ recordId: id, properties }) => {
      const { outcome, isLeftOut, content } = standings.get(id)!
      const isTold = outcome === 'TOLD' && !isLeftOut
      return isTold || outcome === 'FOUND' ? [{ id, isTold, order: properties.order as number, content }] : []
    }),
  )
  const statementStates = unordered.map((state) => {
    const place = places.get(state.recordId)
    return place === undefined || place === state.properties.order ? state : withOrder(state, place)
  })

  const used = actsInUse(statementStates, standings, chainActs, numberOf)
  const actsOfAccepted = actsOfDecided(
    held,
    new Map(ours.map(({ id, attributionId }) => [id, attributionId])),
    new Map(ourActs.map(({ id, reportedInId }) => [id, reportedInId])),
  )
  const decidedAct = (state: StateFact) =>
    withActStatus(state, {
      decided: (held.states.get(state.recordId)?.properties.decidedStatus as StatementStatus) ?? null,
      acceptedWith: actsOfAccepted.has(state.recordId),
    })
  const otherActStates = [...held.states.values()]
    .filter((state) => 'cueStance' in state.properties && !ourActIds.has(state.recordId))
    .map((state) =>
      decidedAct(
        standingAct(heldFact(state, 'AttributionState'), {
          isLeftOut: state.properties.versionId === version.id && !planned.has(state.recordId),
          isInUse: used.shown.has(state.recordId),
          newestId,
        }),
      ),
    )

  const authoritative = new Set([version.id, ...(isNewest ? [article.id] : []), ...ourIds, ...ourActIds])
  const printedNow = (edge: EdgeFact): EdgeFact => {
    if (edge.type !== 'REPORTED_IN' || kindOfId(edge.target) !== 'ArticleVersion') return edge
    const target = standings.get(edge.source)?.versionId ?? used.printedIn.get(edge.source)
    return { ...edge, target: target ?? edge.target }
  }
  const toldEdges = held.edges.filter((edge) =>
    edge.type === 'ANCHORED_IN' ? isReplacedAnchor(edge) : authoritative.has(edge.source),
  )
  const reprinted = held.edges.filter(
    (edge) => !authoritative.has(edge.source) && printedNow(edge).target !== edge.target,
  )

  return {
    versionNumber,
    isNewest,
    states: [
      ...(isNewest ? [articleState(plan, decidedPublished(held, article.id))] : []),
      versionState(plan, versionNumber),
      ...plan.referencedArticles.filter(({ id }) => id !== article.id).map(referencedArticleState),
      ...ourActs.map((act) =>
        decidedAct(
          attributionState(
            act,
            accepted.has(act.id) && act.basis !== 'EXTERNAL' ? 'ACCEPTED' : 'PROPOSED',
            isNewest || used.shown.has(act.id) ? 'CURRENT' : 'SUPERSEDED',
            plan,
          ),
        ),
      ),
      ...otherActStates,
      ...statementStates,
    ],
    edges: [
      ...(isNewest ? articleEdges(plan) : []),
      ...versionEdges(plan),
      ...ourActs.flatMap((act) => attributionEdges(act, plan)).map(printedNow),
      ...ours.flatMap((statement) => statementEdges(statement, plan)).map(printedNow),
      ...reprinted.map((edge) => ({
        ...factOf(printedNow(edge)),
        properties: withoutBounds(edge.properties),
      })),
      ...told,
      ...leftOut,
      ...reanchored,
    ],
    replacedEdges: [...toldEdges, ...reprinted],
    readEdges: statementStates.flatMap(readEdges),
    replacedReadEdges: held.readEdges,
    withdrawnIds: [...statementStates, ...otherActStates]
      .filter(({ recordId, properties: { status } }) => {
        const before = held.states.get(recordId)?.properties.status
        return (
          !planned.has(recordId) && status !== before && !VISIBLE_STATUSES.includes(status as StatementStatus)
        )
      })
      .map((state) => state.recordId),
  }
}

/** EDTF of the publication that a person decided on. */
export const decidedPublished = ({ states }: HeldArticle, articleId: string): string | null =>
  (states.get(articleId)?.properties.decidedPublished as string | undefined) ?? null

/** A statement's state with what a person decided of it before: its claim is told already. */
function asDecided(state: StateFact, held: StateFact | undefined): StateFact {
  const { decidedStatus = null, decidedClaimId = null } = held?.properties ?? {}
  const decided = withStatus(state, { decided: decidedStatus as StatementStatus | null })
  return { ...decided, properties: { ...decided.properties, ...withoutNulls({ decidedClaimId }) } }
}

/**
 * The acts through which a statement that a person accepted reached print: they are accepted with it.
 *
 * @param innermost of the statements that this document tells
 * @param outward the next hop of the acts that this document tells
 */
function actsOfDecided(
  { states, edges }: HeldArticle,
  innermost: ReadonlyMap<string, string | null>,
  outward: ReadonlyMap<string, string | null>,
): ReadonlySet<string> {
  const before = new Map(
    edges.filter(({ type }) => type === 'REPORTED_IN').map(({ source, target }) => [source, target]),
  )
  const told = new Map<string, string | null>([...before, ...outward, ...innermost])
  const found = new Set<string>()
  for (const { recordId, properties } of states.values())
    if ('statementId' in properties && properties.decidedStatus === 'ACCEPTED')
      for (let at = told.get(recordId); at && !found.has(at); at = told.get(at)) found.add(at)
  return found
}

function newestTextOf(
  { version }: AnnotatedArticle,
  held: HeldArticle,
  heldText: string | null,
  newestId: string,
) {
  if (newestId === version.id) return version
  if (heldText === null) throw new Error(`the text of ${newestId} was not read`)
  const { title = null } = held.states.get(newestId)!.properties
  return { id: newestId, title: title as string | null, text: heldText }
}

/** Who prints a version of the article, and when. Whose voice it is, the newest version says of all. */
function printingOf(
  { article, version }: AnnotatedArticle,
  held: HeldArticle,
  { versionId, isNewest }: { readonly versionId: string; readonly isNewest: boolean },
): Printing & { readonly version: { readonly id: string } } {
  const newest = held.states.get(article.id)?.properties
  const { opinion, authorIds } = isNewest || !newest ? article : newest
  const properties = versionId === version.id ? null : held.states.get(versionId)!.properties
  return {
    article: {
      outletId: (properties?.outletId as string | undefined) ?? article.outletId,
      opinion: opinion as boolean,
      authorIds: authorIds as readonly string[],
    },
    version: { id: versionId, published: properties ? readDate(properties, 'published') : version.published },
  }
}

/** The acts that are held, as chains are told by. */
function heldActs({ states, edges }: HeldArticle): Map<string, ChainAct> {
  const bySource = groupBy(edges, ({ source }) => source)
  const acts = new Map<string, ChainAct>()
  for (const { recordId, properties } of states.values()) {
    if (!('cueStance' in properties)) continue
    const own = [...(bySource.get(recordId) ?? [])].sort(
      (a, b) => ((a.properties.position as number) ?? 0) - ((b.properties.position as number) ?? 0),
    )
    const ids = (type: string) => own.filter((edge) => edge.type === type).map(({ target }) => target)
    acts.set(recordId, {
      byIds: ids('BY'),
      toIds: ids('TO'),
      onBehalfOfIds: ids('ON_BEHALF_OF'),
      placeId: ids('AT')[0] ?? null,
      occasionId: ids('ON')[0] ?? null,
      reportedInId: ids('REPORTED_IN').find((id) => kindOfId(id) === 'Attribution') ?? null,
      basis: properties.basis as Basis,
      placeBasis: (properties.placeBasis as Basis | undefined) ?? null,
      said: readDate(properties, 'said'),
      saidWritten: JSON.parse(properties.saidWritten as string),
    })
  }
  return acts
}

/** The acts of a chain, innermost first. */
function chainIds(innermost: unknown, acts: ReadonlyMap<string, ChainAct>): string[] {
  const ids: string[] = []
  for (let id = (innermost ?? null) as string | null; id !== null; id = acts.get(id)?.reportedInId ?? null)
    ids.push(id)
  return ids
}

/** A statement's state by where it stands in its article. What was taken back stays so. */
function asStanding(state: StateFact, { outcome, isLeftOut, content }: Standing, before: unknown): StateFact {
  const lifeCycle: LifeCycle =
    before === 'RETRACTED' ? 'RETRACTED' : outcome === 'GONE' ? 'SUPERSEDED' : 'CURRENT'
  const told = state.properties.zone!
  const moved = content[0]?.part === 'TITLE' ? 'HEADLINE' : told === 'HEADLINE' ? 'BODY' : told
  const properties = {
    ...state.properties,
    zone: outcome === 'FOUND' ? moved : told,
    orphaned: outcome === 'ORPHANED',
  }
  return withStatus({ ...state, properties }, { lifeCycle, ...(isLeftOut && { review: 'REJECTED' }) })
}

/**
 * Through which acts what is shown still comes, and in which version each last act is printed: the newest of those in
 * which its statements stand.
 */
function actsInUse(
  statements: readonly StateFact[],
  standings: ReadonlyMap<string, Standing>,
  acts: ReadonlyMap<string, ChainAct>,
  numberOf: (versionId: string) => number,
) {
  const shown = new Set<string>()
  const printedIn = new Map<string, string>()
  for (const { recordId, properties } of statements) {
    const { versionId, outcome, isLeftOut } = standings.get(recordId)!
    const chain = chainIds(properties.attributionId, acts)
    if (outcome !== 'GONE' && !isLeftOut) for (const id of chain) shown.add(id)
    const last = chain.at(-1)
    if (last !== undefined && numberOf(printedIn.get(last) ?? '') < numberOf(versionId))
      printedIn.set(last, versionId)
  }
  return { shown, printedIn }
}

/** The state of an act that this document does not tell, by whether what is said through it stands. */
function standingAct(
  state: StateFact,
  {
    isLeftOut,
    isInUse,
    newestId,
  }: { readonly isLeftOut: boolean; readonly isInUse: boolean; readonly newestId: string },
): StateFact {
  const { versionId } = state.properties
  const review = state.properties.review as ReviewState
  if (isInUse) return withActStatus(state, { lifeCycle: 'CURRENT' })
  if (isLeftOut) return withActStatus(state, { review: 'REJECTED' })
  return versionId === newestId || review === 'REJECTED'
    ? state
    : withActStatus(state, { lifeCycle: 'SUPERSEDED' })
}

const heldFact = ({ recordId, properties }: StateFact, label: string): StateFact => ({
  recordId,
  label,
  properties: withoutBounds(properties) as StateFact['properties'],
})

const factOf = ({ type, source, target, properties }: EdgeFact): EdgeFact => ({
  type,
  source,
  target,
  properties,
})

const withoutBounds = ({ from: _from, to: _to, ...rest }: StateFact['properties']) => rest
