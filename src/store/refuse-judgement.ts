import { decidedPairs } from '../cypher/queries.ts'
import { ClaimgraphError } from '../domain/claimgraph-error.ts'
import { FOREVER } from '../domain/instant.ts'
import {
  CLAIM_RELATION_KINDS,
  conflictOf,
  type DecidedPair,
  isClaimRelation,
  isOfficeAndPerson,
  isSameness,
  judgementPair,
  pathsFrom,
} from '../domain/judgement.ts'
import type { AgentKind } from '../domain/vocabulary.ts'
import type { QueryRunner } from './database.ts'
import { readDecided } from './decided-pairs.ts'
import { readHeldStates } from './held-article.ts'
import type { WantedJudgement } from './judgement-facts.ts'

/**
 * Lets through what can stand beside the decisions in force.
 *
 * @throws ClaimgraphError JUDGEMENT_CONFLICT with the path that the decisions in the way make; INVALID_ARGUMENTS where an
 *   office would be one with a person
 */
export async function refuseWhatCannotStand(
  transaction: QueryRunner,
  wanted: WantedJudgement,
): Promise<void> {
  const { kind, leftId, rightId } = wanted
  // Two claims that are one stand in no relation, so one of these is held against what is decided of sameness.
  const sameness = isClaimRelation(kind) ? 'SAME_CLAIM' : kind
  if (!isSameness(sameness)) return
  const decided = await readDecided(transaction, sameness, [leftId, rightId])
  if (isSameness(kind)) refuseConflict(wanted, decided)
  if (wanted.verdict !== 'POSITIVE') return
  const positive = decided.filter(({ verdict }) => verdict === 'POSITIVE')
  if (isClaimRelation(kind)) refuseRelationWithinOne(wanted, positive)
  if (kind === 'SAME_CLAIM') await refuseOneOfRelated(transaction, wanted, positive)
  if (kind === 'SAME_AGENT') await refuseOfficeAsPerson(transaction, wanted, positive)
}

function refuseConflict(
  { kind, leftId, rightId, verdict }: WantedJudgement,
  decided: readonly DecidedPair[],
): void {
  const pair = judgementPair(kind, leftId, rightId)
  const others = decided.filter((other) => judgementPair(kind, other.leftId, other.rightId) !== pair)
  const found = conflictOf(verdict, leftId, rightId, others)
  if (!found) return
  const { path, negative } = found
  throw conflict(
    negative
      ? `${leftId} and ${rightId} cannot be one: ${[...path.map(isOne), `${negative.leftId} and ${negative.rightId} are not (${negative.id})`].join('; ')}`
      : `${leftId} and ${rightId} cannot be told apart: ${areOne(path)}`,
    negative ? [...path, negative] : path,
  )
}

/** A claim stands in no relation to itself: two that are one cannot be related. */
function refuseRelationWithinOne(
  { kind, leftId, rightId }: WantedJudgement,
  positive: readonly DecidedPair[],
): void {
  const path = pathsFrom(leftId, positive).get(rightId)
  if (path) throw conflict(`${leftId} cannot stand in ${kind} to ${rightId}: ${areOne(path)}`, path)
}

/** The other way round: two that are related cannot be one. */
async function refuseOneOfRelated(
  transaction: QueryRunner,
  { leftId, rightId }: WantedJudgement,
  positive: readonly DecidedPair[],
): Promise<void> {
  const [fromLeft, fromRight] = [pathsFrom(leftId, positive), pathsFrom(rightId, positive)]
  const relations = await transaction.run(decidedPairs, {
    ids: [...fromLeft.keys()],
    kinds: [...CLAIM_RELATION_KINDS],
    forever: FOREVER,
  })
  for (const relation of relations) {
    const ends = [relation.leftId, relation.rightId]
    const [one, other] = [ends.find((id) => fromLeft.has(id)), ends.find((id) => fromRight.has(id))]
    if (relation.verdict !== 'POSITIVE' || one === undefined || other === undefined || one === other) continue
    const path = [...fromLeft.get(one)!, ...fromRight.get(other)!]
    throw conflict(
      `${leftId} and ${rightId} cannot be one: ${[...path.map(isOne), `${relation.leftId} stands in ${relation.kind} to ${relation.rightId} (${relation.id})`].join('; ')}`,
      [...path, relation],
    )
  }
}

/** Nothing that is one with an office may be one with a person. */
async function refuseOfficeAsPerson(
  transaction: QueryRunner,
  { leftId, rightId }: WantedJudgement,
  positive: readonly DecidedPair[],
): Promise<void> {
  const members = new Set([leftId, rightId, ...positive.flatMap((pair) => [pair.leftId, pair.rightId])])
  const agents = [...(await readHeldStates(transaction, [...members])).values()].map(
    ({ properties }) => properties as { agentId: string; kind: AgentKind; name: string },
  )
  if (!isOfficeAndPerson(agents.map((agent) => agent.kind))) return
  const [office, person] = (['OFFICE', 'PERSON'] as const).map((one) =>
    agents.find((agent) => agent.kind === one),
  )
  throw new ClaimgraphError(
    'INVALID_ARGUMENTS',
    `An office is never one with a person: ${office!.name} (${office!.agentId}) is an office, ${person!.name} (${person!.agentId}) a person. Who held it is told by \`roles\` in an article document.`,
  )
}

const isOne = (one: DecidedPair) => `${one.leftId} and ${one.rightId} are one (${one.id})`
const areOne = (path: readonly DecidedPair[]) => path.map(isOne).join('; ')
const conflict = (found: string, path: readonly { readonly id: string }[]) =>
  new ClaimgraphError('JUDGEMENT_CONFLICT', `${found}. Withdraw one of these first.`, {
    path: path.map(({ id }) => id),
  })
