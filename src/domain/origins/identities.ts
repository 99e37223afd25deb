import { Equivalence } from './equivalence.ts'
import type { OriginAgent, OriginAgentKind, OriginDecision, OriginWorld } from './origin-world.ts'

/** Who and what is one by decision. Sameness is a view: no record is changed, so undoing a decision is exact. */
export interface Identities {
  /** The agent that stands for all who were decided to be one with `id`. */
  agentOf(id: string): string
  /** The agents that were decided to be one, of the agent that stands for them. */
  agentsOf(canonicalId: string): readonly OriginAgent[]
  kindOf(canonicalId: string): OriginAgentKind
  /** What the record itself says, before any decision. */
  recordedKind(id: string): OriginAgentKind
  isOutlet(canonicalId: string): boolean
  labelOf(canonicalId: string): string
  /** Whether a negative decision tells the two apart. */
  apart(one: string, other: string): boolean
  readonly tellsApart: boolean
  occasionOf(id: string): string
  claimOf(id: string): string
  /** Decisions of sameness in force between agents, by the agent that stands for the two. */
  readonly agentDecisions: ReadonlyMap<string, readonly OriginDecision[]>
}

const KIND_ORDER: readonly OriginAgentKind[] = ['NAMED', 'ANONYMOUS', 'UNSPECIFIED']

const pairKey = (one: string, other: string) => JSON.stringify(one < other ? [one, other] : [other, one])

/**
 * Rule 5, sameness: SAME_AGENT makes one agent, a negative one tells two apart. Positive decisions are transitive; where
 * they contradict a negative one they prevail, which keeps the count low. `accepted` are ids of open decisions to read as positive.
 */
export function rule5SettleIdentities(world: OriginWorld, accepted: ReadonlySet<string>): Identities {
  const inForce = world.decisions.filter(({ verdict, id }) => verdict === 'POSITIVE' || accepted.has(id))
  const joined = (kind: OriginDecision['kind']) => {
    const classes = new Equivalence()
    for (const decision of inForce)
      if (decision.kind === kind) classes.join(decision.leftId, decision.rightId)
    return classes
  }
  const [agents, occasions, claims] = [joined('SAME_AGENT'), joined('SAME_OCCASION'), joined('SAME_CLAIM')]

  const members = new Map<string, OriginAgent[]>()
  for (const agent of world.agents) {
    const list = members.get(agents.of(agent.id))
    if (list) list.push(agent)
    else members.set(agents.of(agent.id), [agent])
  }
  const canonical = new Map<string, string>()
  const classes = new Map<string, readonly OriginAgent[]>()
  for (const list of members.values()) {
    list.sort((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) || (a.id < b.id ? -1 : 1))
    for (const agent of list) canonical.set(agent.id, list[0]!.id)
    classes.set(list[0]!.id, list)
  }
  const agentOf = (id: string) => canonical.get(id) ?? id

  const recorded = new Map(world.agents.map(({ id, kind }) => [id, kind]))
  const negatives = new Set<string>()
  const agentDecisions = new Map<string, OriginDecision[]>()
  for (const decision of world.decisions) {
    if (decision.kind !== 'SAME_AGENT' || decision.verdict !== 'NEGATIVE') continue
    const [left, right] = [agentOf(decision.leftId), agentOf(decision.rightId)]
    if (left !== right) negatives.add(pairKey(left, right))
  }
  for (const decision of inForce) {
    if (decision.kind !== 'SAME_AGENT') continue
    const list = agentDecisions.get(agentOf(decision.leftId))
    if (list) list.push(decision)
    else agentDecisions.set(agentOf(decision.leftId), [decision])
  }
  return {
    agentOf,
    agentsOf: (id) => classes.get(id) ?? [],
    kindOf: (id) => classes.get(id)?.[0]?.kind ?? 'NAMED',
    recordedKind: (id) => recorded.get(id) ?? 'NAMED',
    isOutlet: (id) => classes.get(id)?.some(({ outlet }) => outlet) ?? false,
    labelOf: (id) => {
      const members = classes.get(id) ?? []
      const shown = members.find(({ isCanonical, kind }) => isCanonical && kind === members[0]!.kind)
      return (shown ?? members[0])?.label ?? id
    },
    apart: (one, other) => negatives.has(pairKey(one, other)),
    tellsApart: negatives.size > 0,
    occasionOf: (id) => occasions.of(id),
    claimOf: (id) => claims.of(id),
    agentDecisions,
  }
}
