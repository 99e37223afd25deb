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
  type SamenessKind,
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
  if (isSameness(wanted.kind)) await refuseConflict(transaction, wanted, wanted.kind)
  await refuseRelationWithItself(transaction, wanted)
  await refuseOfficeAsPerson(transaction, wanted)
}

async function refuseConflict(
  transaction: QueryRunner,
  { kind, leftId, rightId, verdict }: WantedJudgement,
  sameness: SamenessKind,
): Promise<void> {
  const pair = judgementPair(kind, leftId, rightId)
  const decided = (await readDecided(transaction, sameness, [leftId, rightId])).filter(
    (other) => judgementPair(kind, other.leftId, other.rightId) !== pair,
  )
  const found = conflictOf(verdict, leftId, rightId, decided)
  if (!found) return
  const { path, negative } = found
  throw conflict(
    negative
      ? `${leftId} and ${rightId} cannot be one: ${[...path.map(isOne), `${negative.leftId} and ${negative.rightId} are not (${negative.id})`].join('; ')}`
      : `${leftId} and ${rightId} cannot be told apart: ${areOne(path)}`,
    negative ? [...path, negative] : path,
  )
}

/** A claim stands in no relation to itself, so two that are in one cannot be one, nor the other way round. */
async function refuseRelationWithItself(
  transaction: QueryRunner,
  { kind, leftId, rightId, verdict }: WantedJudgement,
): Promise<void> {
  if (verdict !== 'POSITIVE' || (kind !== 'SAME_CLAIM' && !isClaimRelation(kind))) return
  const decided = await readDecided(transaction, 'SAME_CLAIM', [leftId, rightId])
  const positive = decided.filter((one) => one.verdict === 'POSITIVE')
  const fromLeft = pathsFrom(leftId, positive)
  if (kind !== 'SAME_CLAIM') {
    const path = fromLeft.get(rightId)
    if (path) throw conflict(`${leftId} cannot stand in ${kind} to ${rightId}: ${areOne(path)}`, path)
    return
  }
  const fromRight = pathsFrom(rightId, positive)
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
  { kind, leftId, rightId, verdict }: WantedJudgement,
): Promise<void> {
  if (kind !== 'SAME_AGENT' || verdict !== 'POSITIVE') return
  const positive = (await readDecided(transaction, kind, [leftId, rightId])).filter(
    (one) => one.verdict === 'POSITIVE',
  )
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
