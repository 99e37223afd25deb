import { standingOfStatements } from '../cypher/queries.ts'
import { ClaimgraphError } from '../domain/claimgraph-error.ts'
import { correctionId } from '../domain/identity.ts'
import { FOREVER } from '../domain/instant.ts'
import type { UncertainDate } from '../domain/uncertain-date.ts'
import type { LifeCycle } from '../domain/visibility.ts'
import type { CorrectionKind, StatementStatus } from '../domain/vocabulary.ts'
import type { Database, QueryRunner } from './database.ts'
import type { EdgeFact, Held, StateFact } from './facts.ts'
import { readHeldEdges, readHeldStates } from './held-article.ts'
import { dateProperties, withoutNulls } from './property-codec.ts'
import type { DecisionOptions } from './put-judgement.ts'
import { recordFacts } from './recording.ts'
import { requireStates } from './required-states.ts'
import { rewriteStatements } from './rewrite-statements.ts'
import { withStatus } from './statement-facts.ts'

/** What an outlet issued about one of its articles. */
export interface WantedCorrection {
  readonly articleId: string
  readonly kind: CorrectionKind
  readonly text: string
  readonly note: string | null
  readonly issued: UncertainDate
  /** The statements that it names. A RETRACTION that names none takes back the article whole. */
  readonly affectedIds: readonly string[]
}

/** These take back the statements that they name; the others leave every status as it is. */
const TAKING_BACK: readonly CorrectionKind[] = ['CORRECTION', 'RETRACTION']

/**
 * Records a correction. Exactly the statements that it names change their status: a CORRECTION or RETRACTION makes them
 * RETRACTED. An article that is taken back whole keeps the status of its statements: that it was is a fact of its own,
 * for what counts origins. A correction is its article, kind and words: recorded again with other statements it is
 * itself corrected, and one that it names no longer stands as before, unless another correction takes it back too.
 *
 * @returns its id
 * @throws ClaimgraphError NOT_FOUND where the article or a statement is not there; INVALID_ARGUMENTS where a statement is
 *   of another article
 */
export async function recordCorrection(
  database: Database,
  wanted: WantedCorrection,
  { now, by }: DecisionOptions,
): Promise<string> {
  const { articleId, kind, text, note, issued } = wanted
  const affectedIds = [...new Set(wanted.affectedIds)]
  const id = correctionId(articleId, kind, text)
  const wholeArticle = kind === 'RETRACTION' && affectedIds.length === 0
  await recordFacts(database, { now, recorded: { by, method: 'MANUAL' } }, async (transaction, writer) => {
    const told = await requireStates(transaction, [articleId, ...affectedIds])
    refuseStrangers(articleId, affectedIds, told)
    const heldEdges = await readHeldEdges(transaction, [id])
    const before = new Map(
      heldEdges
        .filter(({ type }) => type === 'AFFECTS')
        .map(({ target, properties }) => [target, properties]),
    )
    // Of a correction that takes nothing back: the status that the statement had when it was first named.
    const statusOf = (statement: string) =>
      TAKING_BACK.includes(kind)
        ? 'RETRACTED'
        : ((before.get(statement)?.status ?? told.get(statement)!.properties.status) as StatementStatus)

    await writer.putRecords([
      { id, labels: ['Correction'], fixed: {}, copies: { correctionKind: kind, text } },
    ])
    await writer.writeStates((await readHeldStates(transaction, [id])).values(), [
      {
        recordId: id,
        label: 'CorrectionState',
        properties: {
          ...withoutNulls({ correctionId: id, correctionKind: kind, articleId, text, note }),
          ...dateProperties('issued', issued),
          wholeArticle,
          affectedIds,
          affectedStatuses: affectedIds.map(statusOf),
        },
      },
    ])
    await writer.writeEdges(heldEdges, [
      {
        type: 'CORRECTS',
        source: id,
        target: articleId,
        properties: { correctionKind: kind, wholeArticle },
      },
      ...affectedIds.map(
        (target, position): EdgeFact => ({
          type: 'AFFECTS',
          source: id,
          target,
          properties: { position, status: statusOf(target) },
        }),
      ),
    ])
    if (!TAKING_BACK.includes(kind)) return
    const touched = [...new Set([...before.keys(), ...affectedIds])]
    const held = [...(await requireStates(transaction, touched)).values()]
    const lifeCycles = await readLifeCycles(transaction, touched)
    const states = held.map(({ handle: _, ...state }) => ({
      ...withStatus(state, { lifeCycle: lifeCycles.get(state.recordId)! }),
      reason: text,
    }))
    await rewriteStatements(transaction, writer, held, states)
  })
  return id
}

function refuseStrangers(
  articleId: string,
  affectedIds: readonly string[],
  told: ReadonlyMap<string, Held<StateFact>>,
): void {
  const stranger = affectedIds.find((id) => told.get(id)!.properties.articleId !== articleId)
  if (stranger !== undefined)
    throw new ClaimgraphError(
      'INVALID_ARGUMENTS',
      `The statement ${stranger} is of the article ${told.get(stranger)!.properties.articleId}: a correction of ${articleId} names statements of that article alone.`,
    )
}

/** What became of statements in their articles, corrections as they stand now among what tells it. */
async function readLifeCycles(
  transaction: QueryRunner,
  statements: readonly string[],
): Promise<Map<string, LifeCycle>> {
  const rows = await transaction.run(standingOfStatements, { statements: [...statements], forever: FOREVER })
  return new Map(
    rows.map(({ statementId, inNewest, takenBack }) => [
      statementId,
      takenBack ? 'RETRACTED' : inNewest ? 'CURRENT' : 'SUPERSEDED',
    ]),
  )
}
