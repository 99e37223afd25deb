import { likeAgents, likeClaims } from '../cypher/queries.ts'
import type { AgentProperties, ClaimProperties, OccasionProperties } from '../cypher/shapes.ts'
import { kindOfId } from '../domain/identity.ts'
import { FOREVER } from '../domain/instant.ts'
import type { Proposal } from '../domain/proposals/proposal.ts'
import { type ComparedAgent, proposeSameAgent } from '../domain/proposals/same-agent.ts'
import { type ComparedClaim, proposeSameClaim } from '../domain/proposals/same-claim.ts'
import { type ComparedOccasion, proposeSameOccasion } from '../domain/proposals/same-occasion.ts'
import type { AgentKind } from '../domain/vocabulary.ts'
import { CANDIDATES, type CandidateSearch, FETCHED } from './candidate-search.ts'
import type { StateFact } from './facts.ts'
import { readHeldStates } from './held-article.ts'
import { nameQuery, wordQuery } from './likeness-query.ts'
import { readDate } from './property-codec.ts'
import { agentAddressKey } from './shared-facts.ts'

/** What the claims, agents and occasions that an article brought or changed may be one with. */
export async function findLikeRecords(search: CandidateSearch): Promise<Proposal[]> {
  const shared = search.changedIds.filter((id) => ['Agent', 'Claim', 'Occasion'].includes(kindOfId(id)!))
  if (shared.length === 0) return []
  const states = [...(await readHeldStates(search.transaction, shared)).values()]
  const found = await Promise.all([
    findLikeClaims(search, states),
    findLikeAgents(search, states),
    findLikeOccasions(search, states),
  ])
  return found.flat()
}

/** The records of a kind of which one of some values is new. */
function changedIn({ before }: CandidateSearch, states: readonly StateFact[], fields: readonly string[]) {
  return states.filter(({ recordId, properties }) => {
    const held = before.get(recordId)?.properties
    return !held || fields.some((field) => JSON.stringify(held[field]) !== JSON.stringify(properties[field]))
  })
}

async function findLikeClaims(search: CandidateSearch, states: readonly StateFact[]): Promise<Proposal[]> {
  const claims = changedIn(search, states, ['text', 'language'])
    .filter(({ recordId, properties }) => kindOfId(recordId) === 'Claim' && properties.visible === true)
    .map(({ recordId, properties }) => comparedClaim(recordId, properties as unknown as ClaimProperties))
    .filter(({ key, text }) => text !== key)
  return alike(search, claims, ({ text }) => wordQuery('text', text), comparedClaim, proposeSameClaim)
}

async function findLikeOccasions(search: CandidateSearch, states: readonly StateFact[]): Promise<Proposal[]> {
  const occasions = changedIn(search, states, ['label', 'placeId', 'whenEarliest', 'whenLatest'])
    .filter(({ recordId }) => kindOfId(recordId) === 'Occasion')
    .map(({ recordId, properties }) =>
      comparedOccasion(recordId, properties as unknown as OccasionProperties),
    )
    .filter(({ key, label }) => label !== key)
  return alike(
    search,
    occasions,
    ({ label }) => wordQuery('label', label),
    comparedOccasion,
    proposeSameOccasion,
  )
}

const comparedClaim = (id: string, { key, text, language }: ClaimProperties): ComparedClaim => ({
  id,
  key: key ?? null,
  text,
  language,
})

const comparedOccasion = (id: string, state: OccasionProperties): ComparedOccasion => ({
  id,
  key: state.key ?? null,
  label: state.label,
  when: readDate(state, 'when'),
  placeId: state.placeId ?? null,
})

async function alike<Compared extends { readonly id: string }, State>(
  { transaction, ownIds }: CandidateSearch,
  asked: readonly Compared[],
  queryOf: (one: Compared) => string | null,
  compared: (id: string, state: State) => Compared,
  propose: (one: Compared, other: Compared) => Proposal | null,
): Promise<Proposal[]> {
  const queries = asked.flatMap((one) => {
    const query = queryOf(one)
    return query === null ? [] : [{ id: one.id, query }]
  })
  if (queries.length === 0) return []
  const rows = await transaction.run(likeClaims, {
    asked: queries,
    own: ownIds,
    fetch: FETCHED,
    limit: CANDIDATES,
    forever: FOREVER,
  })
  const byId = new Map(asked.map((one) => [one.id, one]))
  return rows.flatMap(
    ({ askedId, id, state }) => propose(byId.get(askedId)!, compared(id, state as State)) ?? [],
  )
}

async function findLikeAgents(search: CandidateSearch, states: readonly StateFact[]): Promise<Proposal[]> {
  const { transaction, ownIds } = search
  const agents = changedIn(search, states, ['name', 'aliases', 'sameAs', 'kind'])
    .filter(
      ({ recordId, properties }) =>
        kindOfId(recordId) === 'Agent' && properties.kind !== 'UNNAMED' && properties.nameKey !== undefined,
    )
    .map(({ properties }) => comparedAgent(properties as unknown as AgentProperties))
  if (agents.length === 0) return []
  const rows = await transaction.run(likeAgents, {
    asked: agents.map(({ id, name, aliases, sameAs }) => ({
      id,
      query: nameQuery('names', [name, ...aliases]),
      keys: sameAs.map(agentAddressKey),
    })),
    own: ownIds,
    fetch: FETCHED,
    limit: CANDIDATES,
    forever: FOREVER,
  })
  const byId = new Map(agents.map((agent) => [agent.id, agent]))
  return rows.flatMap(
    ({ askedId, state }) =>
      proposeSameAgent(byId.get(askedId)!, comparedAgent(state as unknown as AgentProperties)) ?? [],
  )
}

const comparedAgent = ({ agentId, kind, name, aliases, sameAs }: AgentProperties): ComparedAgent => ({
  id: agentId,
  kind: kind as AgentKind,
  name,
  aliases,
  sameAs,
})
