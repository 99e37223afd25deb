import {
  canonicalRanks,
  currentMerges,
  currentStates,
  judgementSides,
  judgementsOnPairs,
} from '../cypher/queries.ts'
import type { JudgementProperties } from '../cypher/shapes.ts'
import { ClaimgraphError } from '../domain/claimgraph-error.ts'
import { kindOfId } from '../domain/identity.ts'
import { FOREVER } from '../domain/instant.ts'
import {
  checkJudged,
  type DecidedPair,
  impliedVerdicts,
  isMerging,
  isSameness,
  judgementPair,
  pathsFrom,
} from '../domain/judgement.ts'
import type { JudgementKind } from '../domain/vocabulary.ts'
import type { Database, QueryRunner } from './database.ts'
import { readDecided } from './decided-pairs.ts'
import type { FactWriter } from './fact-writer.ts'
import type { EdgeFact, Held, StateFact } from './facts.ts'
import { beginJudgements, type WantedJudgement } from './judgement-facts.ts'
import { type Properties, withoutNulls } from './property-codec.ts'
import { putSharedRecords } from './put-shared-records.ts'
import { recordFacts } from './recording.ts'
import { refreshCopies } from './refresh-copies.ts'
import { refuseWhatCannotStand } from './refuse-judgement.ts'
import { settleProposals } from './settle-proposals.ts'

export type { WantedJudgement } from './judgement-facts.ts'

export interface DecisionOptions {
  readonly now: () => Date
  /** Who decides. */
  readonly by: string
}

/** What was in force on a pair, or was once. */
type HeldJudgement = Held<StateFact> & { readonly state: JudgementProperties }

/**
 * Decides on two records. Deciding again on the same pair closes the earlier decision and keeps it in the history; the
 * same verdict with the same note again changes nothing.
 *
 * @returns the id of the judgement in force
 * @throws ClaimgraphError NOT_FOUND where a record is not there; JUDGEMENT_CONFLICT where decisions in force say
 *   otherwise, with the path that they make
 */
export async function judge(
  database: Database,
  wanted: WantedJudgement,
  { now, by }: DecisionOptions,
): Promise<string> {
  const { kind, leftId, rightId } = wanted
  checkJudged(kind, leftId, rightId)
  return recordFacts(database, { now, recorded: { by, method: 'MANUAL' } }, async (transaction, writer) => {
    await requireRecords(transaction, [leftId, rightId])
    const before = await readTurns(transaction, judgementPair(kind, leftId, rightId))
    const open = before.find(({ state }) => state.closedAt === undefined) ?? null
    if (open?.state.verdict === wanted.verdict && (open.state.note ?? null) === (wanted.note ?? null))
      return open.state.judgementId
    await refuseWhatCannotStand(transaction, wanted)
    if (open) await close(transaction, writer, open, null)
    const id = await begin(transaction, writer, wanted, before.at(-1)?.state ?? null, by)
    await tellGroups(transaction, writer, kind, [leftId, rightId])
    return id
  })
}

/**
 * Takes a decision back. Where a machine had proposed the same pair before, its proposal is open again, so that nothing
 * is different from before the decision.
 *
 * @throws ClaimgraphError NOT_FOUND where there is no such judgement; INVALID_ARGUMENTS where it is closed already
 */
export async function withdrawJudgement(
  database: Database,
  id: string,
  note: string | null,
  { now, by }: DecisionOptions,
): Promise<void> {
  await recordFacts(database, { now, recorded: { by, method: 'MANUAL' } }, async (transaction, writer) => {
    const [row] = await transaction.run(currentStates, { ids: [id], forever: FOREVER })
    if (!row || kindOfId(id) !== 'Judgement')
      throw new ClaimgraphError('NOT_FOUND', `There is no judgement ${id}.`, { id })
    const state = row.state as unknown as JudgementProperties
    const { leftId, rightId } = state
    const kind = state.judgementKind as JudgementKind
    if (state.closedAt !== undefined)
      throw new ClaimgraphError(
        'INVALID_ARGUMENTS',
        `The judgement ${id} was closed at ${state.closedAt}: only one in force can be withdrawn.`,
      )
    const held = {
      recordId: id,
      label: 'JudgementState',
      handle: row.handle,
      properties: row.state as Properties,
    }
    await close(transaction, writer, { ...held, state }, note)
    const turns = await readTurns(transaction, judgementPair(kind, leftId, rightId))
    const proposal = turns.map((turn) => turn.state).findLast(({ verdict }) => verdict === 'PROPOSED')
    if (proposal && state.verdict !== 'PROPOSED')
      await begin(
        transaction,
        writer,
        {
          kind,
          leftId,
          rightId,
          verdict: 'PROPOSED',
          score: proposal.score ?? null,
          method: proposal.method,
          evidence: proposal.evidence ?? null,
        },
        turns.at(-1)!.state,
        by,
      )
    await tellGroups(transaction, writer, kind, [leftId, rightId])
  })
}

async function requireRecords(transaction: QueryRunner, ids: readonly string[]): Promise<void> {
  const rows = await transaction.run(currentStates, { ids: [...ids], forever: FOREVER })
  const missing = ids.find((id) => !rows.some(({ recordId }) => recordId === id))
  if (missing !== undefined)
    throw new ClaimgraphError('NOT_FOUND', `There is no ${kindOfId(missing)} ${missing}.`, { id: missing })
}

async function readTurns(transaction: QueryRunner, pair: string): Promise<HeldJudgement[]> {
  const rows = await transaction.run(judgementsOnPairs, { pairs: [pair], forever: FOREVER })
  return rows.map(({ handle, state }) => ({
    recordId: state.judgementId,
    label: 'JudgementState',
    handle,
    properties: state as unknown as Properties,
    state,
  }))
}

async function close(
  transaction: QueryRunner,
  writer: FactWriter,
  judgement: HeldJudgement,
  note: string | null,
): Promise<void> {
  // Without the sort key: what is closed stands in no list.
  const { from: _from, to: _to, recordedDescending: _key, settled: _settled, ...told } = judgement.properties
  const state = { ...told, closedAt: writer.instant, ...withoutNulls({ closedNote: note }) } as Properties
  await writer.writeStates([judgement], [{ ...judgement, properties: state }])
  const sides = await transaction.run(judgementSides, { ids: [judgement.recordId], forever: FOREVER })
  await writer.writeEdges(sides as Held<EdgeFact>[], [])
}

async function begin(
  transaction: QueryRunner,
  writer: FactWriter,
  wanted: WantedJudgement,
  previous: JudgementProperties | null,
  by: string,
): Promise<string> {
  const { kind, leftId, rightId, verdict } = wanted
  const settled =
    verdict === 'PROPOSED' &&
    isSameness(kind) &&
    impliedVerdicts(await readDecided(transaction, kind, [leftId, rightId]))(leftId, rightId) !== null
  const [id] = await beginJudgements(writer, [{ ...wanted, settled, previous, by }])
  return id!
}

/** Lets what follows from the decisions on some records, and on all that is one with them, be so. */
async function tellGroups(
  transaction: QueryRunner,
  writer: FactWriter,
  kind: JudgementKind,
  seeds: readonly string[],
): Promise<void> {
  if (!isSameness(kind)) return
  const decided = await readDecided(transaction, kind, seeds)
  if (isMerging(kind)) await regroup(transaction, writer, seeds, decided)
  await settleProposals(transaction, writer, kind, seeds, decided)
}

/**
 * Lets everything that is one by the decisions now in force be shown as one, and what was parted as several.
 *
 * @param decided the decisions on the records and on all that is one with them, as `readDecided` gives them
 */
export async function regroup(
  transaction: QueryRunner,
  writer: FactWriter,
  seeds: readonly string[],
  decided: readonly DecidedPair[],
): Promise<void> {
  const positive = decided.filter(({ verdict }) => verdict === 'POSITIVE')
  const groups = new Map(seeds.map((seed) => [seed, [...pathsFrom(seed, positive).keys()].sort()]))
  const touched = [...new Set([...groups.values()].flat())]
  const ranks = new Map(
    (await transaction.run(canonicalRanks, { ids: touched, forever: FOREVER })).map((row) => [
      row.id,
      row.rank,
    ]),
  )
  const byRank = (one: string, other: string) => (ranks.get(one)! < ranks.get(other)! ? -1 : 1)
  const wanted = new Map<string, EdgeFact>()
  for (const members of groups.values()) {
    const [canonical, ...others] = members.sort(byRank) as [string, ...string[]]
    for (const source of others)
      wanted.set(source, { type: 'MERGED_INTO', source, target: canonical, properties: {} })
  }
  const held = (await transaction.run(currentMerges, { ids: touched, forever: FOREVER })) as Held<EdgeFact>[]
  const changed = await writer.writeEdges(held, [...wanted.values()])
  const regrouped = new Set([...touched, ...changed.flatMap(({ source, target }) => [source, target])])
  const { renamed } = await putSharedRecords(transaction, writer, [...regrouped].sort(), { anew: regrouped })
  await refreshCopies(transaction, renamed)
}
