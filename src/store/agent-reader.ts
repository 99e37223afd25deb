import { agents, agentsByKey, countAgents } from '../cypher/queries.ts'
import type { AgentRecord } from '../domain/graph-records.ts'
import { type Page, type PageRequest, pageOf } from '../domain/page.ts'
import type { AgentKind } from '../domain/vocabulary.ts'
import { beginning, type GraphView } from './graph-view.ts'
import { agentRecord } from './record-reader.ts'
import { agentAddressKey, agentNameKey } from './shared-facts.ts'

export interface AgentConditions {
  readonly kinds: readonly AgentKind[] | null
  /** Contained in a name; case folded. */
  readonly text: string | null
}

/** One page of agents by name. */
export async function readAgents(
  { database, known }: GraphView,
  { kinds, text }: AgentConditions,
  { first, after }: PageRequest,
): Promise<Page<AgentRecord>> {
  const rows = await database.run(agents, {
    kinds,
    text,
    known,
    after: after ?? beginning('NAME'),
    limit: first + 1,
  })
  return pageOf(
    rows.map(({ sortKey, state }) => ({ sortKey, item: agentRecord(state) })),
    first,
  )
}

export async function countAllAgents(
  { database, known }: GraphView,
  { kinds, text }: AgentConditions,
): Promise<number> {
  return (await database.run(countAgents, { kinds, text, known }))[0]!.total
}

/** The agents that bear a whole name or alias, letter case aside. Never an unnamed source. */
export const readAgentsByName = (view: GraphView, name: string) => readAgentsByKey(view, agentNameKey(name))

/** The agents that an address stands for, in its canonical form. */
export const readAgentsByAddress = (view: GraphView, url: string) =>
  readAgentsByKey(view, agentAddressKey(url))

async function readAgentsByKey({ database, known }: GraphView, key: string): Promise<AgentRecord[]> {
  return (await database.run(agentsByKey, { key, known })).map(({ state }) => agentRecord(state))
}
