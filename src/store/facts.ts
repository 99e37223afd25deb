import { isDeepStrictEqual } from 'node:util'
import type { Properties } from './property-codec.ts'

/**
 * What the graph is made of, as plain data. A record is an identity and never changes. What can change about it is a
 * fact between two instants: its state (a node of its own) and its edges. Writing compares the facts that hold with
 * those that should, ends the ones that differ and begins new ones, so that nothing is overwritten.
 */
export type RecordFact = {
  readonly id: string
  readonly labels: readonly string[]
  /** Set when the record is created, never again. */
  readonly fixed: Properties
  /** Copies that make the node readable by itself. */
  readonly copies: Properties
}

export type StateFact = {
  readonly recordId: string
  readonly label: string
  readonly properties: Properties
  /** Why it changed, of a decision. */
  readonly reason?: string | null
}

export type EdgeFact = {
  readonly type: string
  readonly source: string
  readonly target: string
  readonly properties: Properties
}

/** A fact that holds in the database, with the handle by which this transaction can end it. */
export type Held<Fact> = Fact & { readonly handle: string }

/** What the database adds to every fact: not part of the comparison. */
const BOOKKEEPING = ['from', 'to', 'recordedAt', 'recordedBy', 'recordedMethod', 'changedBy', 'changeReason']

const told = (properties: Properties) =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => !BOOKKEEPING.includes(name)))

const saysTheSame = (a: Properties, b: Properties) => isDeepStrictEqual(told(a), told(b))

/** Which states must end and begin so that the wanted ones hold. Records without a wanted state are left alone. */
export function changedStates(held: readonly Held<StateFact>[], wanted: readonly StateFact[]) {
  const heldByRecord = new Map(held.map((state) => [state.recordId, state]))
  const open = wanted.filter((state) => {
    const now = heldByRecord.get(state.recordId)
    return !now || !saysTheSame(now.properties, state.properties)
  })
  const close = open.flatMap(({ recordId }) => heldByRecord.get(recordId)?.handle ?? [])
  return { close, open }
}

/** Which edges must end and begin so that, of all those in `held`, exactly the wanted ones hold. */
export function changedEdges(held: readonly Held<EdgeFact>[], wanted: readonly EdgeFact[]) {
  const keyOf = ({ type, source, target }: EdgeFact) => `${type} ${source} ${target}`
  const wantedByKey = new Map(wanted.map((edge) => [keyOf(edge), edge]))
  const kept = new Set<string>()
  const close: Held<EdgeFact>[] = []
  for (const edge of held) {
    const key = keyOf(edge)
    const want = wantedByKey.get(key)
    if (want && !kept.has(key) && saysTheSame(edge.properties, want.properties)) kept.add(key)
    else close.push(edge)
  }
  return { close, open: [...wantedByKey].flatMap(([key, edge]) => (kept.has(key) ? [] : edge)) }
}
