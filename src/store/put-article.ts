import type { AnnotatedArticle } from '../domain/annotated-article.ts'
import { datedArticle } from '../domain/dated-article.ts'
import { type CountedKind, DOCUMENT_KINDS, kindOfId } from '../domain/identity.ts'
import { VISIBLE_STATUSES } from '../domain/visibility.ts'
import type { AgentKind, StatementStatus } from '../domain/vocabulary.ts'
import type { Database } from './database.ts'
import type { EdgeFact, StateFact } from './facts.ts'
import { readHeldArticle, readHeldStates, readNewestText } from './held-article.ts'
import { proposeJudgements } from './propose-judgements.ts'
import { putSharedRecords } from './put-shared-records.ts'
import { decidedPublished, reconcileArticle } from './reconcile-article.ts'
import { articleRecords } from './record-facts.ts'
import { recordFacts } from './recording.ts'
import { refreshCopies } from './refresh-copies.ts'
import { readRelistedAgents } from './relisted-agents.ts'

/**
 * Told by `putArticle` of each kind of record: what came, what was there, what was edited, what was taken back. Of
 * judgements, the proposals that it gave rise to.
 */
export interface PutCount {
  readonly kind: CountedKind
  readonly created: number
  readonly known: number
  readonly changed: number
  readonly withdrawn: number
}

/** A statement that may stand in the newest version of its article, and a person has to look where. */
export interface OrphanedStatement {
  readonly id: string
  readonly text: string
}

export interface PutReceipt {
  readonly counts: readonly PutCount[]
  /** Those that are shown and of which no person decided anything, in the order of the text. */
  readonly orphaned: readonly OrphanedStatement[]
}

export interface PutOptions {
  /** The clock. Recorded instants are taken from it, and strictly increase whatever it says. */
  readonly now: () => Date
}

/**
 * Stores an annotated article, all of it or nothing, and tells what that changed. Storing the same again changes
 * nothing; a document for a stored version replaces that version's annotation: what is missing is withdrawn, what
 * differs is edited. Writers take turns on one lock, so two at once change nothing twice; after a lost acknowledgement
 * the receipt is still that of the attempt that was stored.
 */
export async function putArticle(
  database: Database,
  annotated: AnnotatedArticle,
  { now }: PutOptions,
): Promise<PutReceipt> {
  return recordFacts(database, { now, recorded: annotated.recorded }, async (transaction, writer) => {
    const held = await readHeldArticle(transaction, annotated.article.id)
    const plan = datedArticle(annotated, decidedPublished(held, annotated.article.id))
    const sharedNow = [...plan.agents, ...plan.claims, ...plan.occasions, ...plan.places].map(({ id }) => id)
    const describedBefore = held.edges
      .filter((edge) => edge.type === 'DESCRIBES' && edge.source === plan.version.id)
      .map((edge) => edge.target)
    const claimsBefore = [...held.states.values()].flatMap(
      ({ properties }) => (properties.claimId as string) ?? [],
    )
    const referenced = plan.referencedArticles.map(({ id }) => id).filter((id) => id !== plan.article.id)
    // Whoever speaks in what is held, described still or not.
    const named = held.edges.map(({ target }) => target).filter((id) => kindOfId(id) === 'Agent')
    const spokenOf = [...sharedNow, ...describedBefore, ...claimsBefore]
    const heldBefore = new Map([
      ...held.states,
      ...(await readHeldStates(transaction, [...new Set([...spokenOf, ...referenced, ...named])])),
    ])
    const heldText = await readNewestText(transaction, held, plan.version.id)
    const wanted = reconcileArticle(plan, held, heldText, agentKindsOf(heldBefore))
    const describedEver = held.edges.filter(({ type }) => type === 'DESCRIBES').map(({ target }) => target)
    const described = new Set([...sharedNow, ...describedEver])
    const relisted = await readRelistedAgents(
      transaction,
      [...held.states.values()].filter(isStatement),
      wanted.states.filter(isStatement),
      (id) => described.has(id),
    )
    const shared = [...new Set([...spokenOf, ...relisted])].sort()

    // An article that is known already says more of itself than a reference does.
    const states = wanted.states.filter(
      ({ recordId }) => !(referenced.includes(recordId) && heldBefore.has(recordId)),
    )
    // What is called first runs first: the records are there when their facts come.
    const [, changedEdges, changedStates] = await Promise.all([
      writer.putRecords(articleRecords(plan, wanted)),
      writer.writeEdges(
        [...wanted.replacedEdges, ...wanted.replacedReadEdges],
        [...wanted.edges, ...wanted.readEdges],
      ),
      writer.writeStates(heldBefore.values(), states),
    ])
    const readEdges = new Set<EdgeFact>([...wanted.replacedReadEdges, ...wanted.readEdges])
    const edges = changedEdges.filter((edge) => !readEdges.has(edge))
    const descriptions = edges.filter((edge) => edge.type === 'DESCRIBES')
    const isOnlyVersion = held.states.size === 0 || (wanted.isNewest && wanted.versionNumber === 1)
    const { changed: changedShared, renamed } = await putSharedRecords(transaction, writer, shared, {
      known: heldBefore,
      changes: descriptions,
      isAddition: (id) => isOnlyVersion && !describedBefore.includes(id),
      anew: new Set(relisted),
    })
    await refreshCopies(transaction, [...changedStates, ...renamed])

    const changed = new Set([
      ...changedStates,
      ...changedShared,
      ...edges.filter((edge) => edge.type !== 'DESCRIBES').map((edge) => edge.source),
    ])
    const told = new Set([
      plan.article.id,
      plan.version.id,
      ...referenced,
      ...sharedNow,
      ...plan.attributions.map(({ id }) => id),
      ...plan.statements.map(({ id }) => id),
    ])
    const withdrawn = new Set([...wanted.withdrawnIds, ...describedBefore.filter((id) => !told.has(id))])
    const proposed = await proposeJudgements(transaction, writer, plan, {
      changedIds: [...new Set([...changedStates, ...changedShared])],
      before: heldBefore,
      edges,
      ownIds: [...new Set([...sharedNow, ...describedEver, ...claimsBefore])],
      isNewest: wanted.isNewest,
    })
    return {
      counts: [
        ...count(told, withdrawn, {
          wasThere: (id) => heldBefore.has(id),
          isChanged: (id) => changed.has(id),
        }),
        { kind: 'Judgement', created: proposed, known: 0, changed: 0, withdrawn: 0 },
      ],
      orphaned: orphanedAmong(states),
    }
  })
}

const agentKindsOf = (states: ReadonlyMap<string, StateFact>) =>
  new Map(
    [...states].flatMap(([id, { properties }]): [string, AgentKind][] =>
      kindOfId(id) === 'Agent' ? [[id, properties.kind as AgentKind]] : [],
    ),
  )

const isStatement = ({ recordId }: StateFact) => kindOfId(recordId) === 'Statement'

const orphanedAmong = (states: readonly StateFact[]): OrphanedStatement[] =>
  states
    .filter(
      ({ properties: { orphaned, status, decidedStatus = null } }) =>
        orphaned === true && VISIBLE_STATUSES.includes(status as StatementStatus) && decidedStatus === null,
    )
    .sort((a, b) => Number(a.properties.order) - Number(b.properties.order))
    .map(({ recordId, properties }) => ({ id: recordId, text: properties.text as string }))

function count(
  told: ReadonlySet<string>,
  withdrawn: ReadonlySet<string>,
  { wasThere, isChanged }: { wasThere: (id: string) => boolean; isChanged: (id: string) => boolean },
): PutCount[] {
  return DOCUMENT_KINDS.map((kind) => {
    const ids = [...told].filter((id) => kindOfId(id) === kind)
    const there = ids.filter(wasThere)
    const changed = there.filter(isChanged)
    return {
      kind,
      created: ids.length - there.length,
      known: there.length - changed.length,
      changed: changed.length,
      withdrawn: [...withdrawn].filter((id) => kindOfId(id) === kind).length,
    }
  })
}
