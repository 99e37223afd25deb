import type { AnnotatedArticle } from '../domain/annotated-article.ts'
import type { LifeCycle } from '../domain/visibility.ts'
import {
  articleEdges,
  articleState,
  attributionEdges,
  attributionState,
  citedArticleState,
  versionEdges,
  versionState,
} from './article-facts.ts'
import type { EdgeFact, Held, StateFact } from './facts.ts'
import type { HeldArticle } from './held-article.ts'
import {
  acceptedActs,
  actsById,
  anchorEdge,
  readEdges,
  statementEdges,
  statementState,
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
 * - A statement that it leaves out is REJECTED if no annotation of any version has it any more, and SUPERSEDED if only
 *   an older version does.
 * - The article's own facts are those of its newest version.
 */
export function reconcileArticle(plan: AnnotatedArticle, held: HeldArticle): ReconciledArticle {
  const { article, version } = plan
  const numbers = versionNumbers(held)
  const newestHeld = Math.max(0, ...numbers.values())
  const versionNumber = numbers.get(version.id) ?? newestHeld + 1
  const isNewest = versionNumber >= newestHeld
  const numberOf = (id: unknown) => (id === version.id ? versionNumber : (numbers.get(id as string) ?? 0))

  // The newest version, this one aside, in which an annotation has the statement.
  const anchors = held.edges.filter((edge) => edge.type === 'ANCHORED_IN')
  const newestOther = (statementId: string) =>
    Math.max(
      0,
      ...anchors
        .filter((a) => a.source === statementId && a.target !== version.id && a.properties.withdrawn !== true)
        .map((a) => numberOf(a.target)),
    )

  const acts = actsById(plan)
  const accepted = acceptedActs(plan)
  const planned = new Set([...acts.keys(), ...plan.statements.map((statement) => statement.id)])
  const ours = plan.statements.filter((statement) => newestOther(statement.id) < versionNumber)
  const lifeCycle = (id: string): LifeCycle =>
    held.states.get(id)?.properties.lifeCycle === 'RETRACTED'
      ? 'RETRACTED'
      : isNewest
        ? 'CURRENT'
        : 'SUPERSEDED'
  const ourActs = plan.attributions.filter(
    (act) => numberOf(held.states.get(act.id)?.properties.versionId) <= versionNumber,
  )

  const statementStates = ours.map((statement) =>
    statementState(statement, lifeCycle(statement.id), plan, acts),
  )
  const left = [...held.states.values()].filter(
    (state) => 'statementId' in state.properties && !planned.has(state.recordId),
  )
  const leftStates = left.map((state) =>
    leftStatement(asStatementState(state), newestOther(state.recordId), newestHeld, versionNumber),
  )
  const leftActStates = [...held.states.values()]
    .filter((state) => 'cueStance' in state.properties && !planned.has(state.recordId))
    .map((state) => leftAct(state, version.id, isNewest))

  const authoritative = new Set([
    version.id,
    ...(isNewest ? [article.id] : []),
    ...ours.map((statement) => statement.id),
    ...ourActs.map((act) => act.id),
  ])
  const statementsTouched = new Set([
    ...ours.map((statement) => statement.id),
    ...left.map((state) => state.recordId),
  ])
  const isOurAnchor = (edge: EdgeFact) => edge.type === 'ANCHORED_IN' && edge.target === version.id
  const withdrawnAnchors = anchors
    .filter((edge) => isOurAnchor(edge) && !planned.has(edge.source))
    .map(({ type, source, target, properties }) => ({
      type,
      source,
      target,
      properties: { ...withoutBounds(properties), withdrawn: true },
    }))

  return {
    versionNumber,
    isNewest,
    states: [
      ...(isNewest ? [articleState(plan)] : []),
      versionState(plan, versionNumber),
      ...plan.citedArticles.filter(({ id }) => id !== article.id).map(citedArticleState),
      ...ourActs.map((act) =>
        attributionState(act, actStatus(accepted.has(act.id) && act.basis !== 'EXTERNAL', isNewest), plan),
      ),
      ...leftActStates,
      ...statementStates,
      ...leftStates,
    ],
    edges: [
      ...(isNewest ? articleEdges(plan) : []),
      ...versionEdges(plan),
      ...ourActs.flatMap((act) => attributionEdges(act, plan)),
      ...ours.flatMap((statement) => statementEdges(statement, plan)),
      ...plan.statements.map((statement) => anchorEdge(statement, version.id)),
      ...withdrawnAnchors,
    ],
    replacedEdges: held.edges.filter(
      (edge) => isOurAnchor(edge) || (authoritative.has(edge.source) && edge.type !== 'ANCHORED_IN'),
    ),
    readEdges: [...statementStates, ...leftStates].flatMap(readEdges),
    replacedReadEdges: held.readEdges.filter((edge) => statementsTouched.has(edge.target)),
    withdrawnIds: [...leftStates, ...leftActStates]
      .filter((state) => state.properties.status !== held.states.get(state.recordId)!.properties.status)
      .map((state) => state.recordId),
  }
}

const actStatus = (accepted: boolean, isNewest: boolean) =>
  isNewest ? (accepted ? 'ACCEPTED' : 'PROPOSED') : 'SUPERSEDED'

function versionNumbers(held: HeldArticle): Map<string, number> {
  const versions = [...held.states.values()].filter((state) => 'contentHash' in state.properties)
  return new Map(versions.map((state) => [state.recordId, state.properties.number as number]))
}

const asStatementState = (state: StateFact): StateFact => ({
  recordId: state.recordId,
  label: 'StatementState',
  properties: withoutBounds(state.properties) as StateFact['properties'],
})

function leftStatement(
  state: StateFact,
  newestOther: number,
  newestHeld: number,
  versionNumber: number,
): StateFact {
  const newest = Math.max(newestHeld, versionNumber)
  if (newestOther === newest) return state
  if (newestOther === 0) return withStatus(state, { review: 'REJECTED' })
  return state.properties.lifeCycle === 'RETRACTED' ? state : withStatus(state, { lifeCycle: 'SUPERSEDED' })
}

function leftAct(state: StateFact, versionId: string, isNewest: boolean): StateFact {
  const { status } = state.properties
  const next =
    state.properties.versionId === versionId
      ? 'REJECTED'
      : isNewest && status !== 'REJECTED'
        ? 'SUPERSEDED'
        : status!
  return {
    recordId: state.recordId,
    label: 'AttributionState',
    properties: { ...(withoutBounds(state.properties) as StateFact['properties']), status: next },
  }
}

const withoutBounds = ({ from: _from, to: _to, ...rest }: StateFact['properties']) => rest
