import {
  type DriftAgent,
  type DriftHop,
  type DriftPair,
  isNamed,
  isUnnamedSource,
  namedIds,
} from './drift-world.ts'

/** Which hop of one chain is which of the other. */
export interface Alignment {
  /** The innermost hops where they stand for each other, whoever speaks; null where one chain begins further in. */
  readonly source: HopPair | null
  /** Every pair of hops that stand for each other, the source's included. */
  readonly hops: readonly HopPair[]
  /** Who is in the chain of `from` alone, innermost first: an outlet's printing counts where `alignChains` says. */
  readonly dropped: readonly Hop[]
  /** Who is in the chain of `to` alone. */
  readonly added: readonly Hop[]
}

export interface HopPair {
  readonly from: DriftHop
  readonly to: DriftHop
}

export interface Hop {
  readonly by: readonly DriftAgent[]
  /** Null: the printing. */
  readonly act: DriftHop | null
}

/**
 * The two chains, hop by hop. Hops stand for each other where they have a named agent in common (for the innermost,
 * also one they speak for), or where neither names anybody, in order. The innermost hops stand for each other even
 * where nobody is common, unless one of them is found further out in the other chain: then that chain begins further in.
 *
 * Each chain ends in its printing, which the other may name ("Altwire reported"), and which is carriage: not naming it
 * drops nothing. It does where `from` says that the source told its outlet, and where no source has a name, since then
 * the outlet is the only way to them (rule 4 of `docs/origins.md`).
 */
export function alignChains({ from, to }: DriftPair): Alignment {
  const inner = from.statement.chain
  const outer = to.statement.chain
  const printed = (one: typeof from): Hop => ({ by: [one.article.outlet], act: null })
  const left: Hop[] = [...inner.map(hopOf), printed(from)]
  const right: Hop[] = [...outer.map(hopOf), printed(to)]
  if (outer.length === 0) return { source: null, hops: [], dropped: [], added: [] }

  const pairs = new Map<Hop, Hop>()
  const pairUp = (a: Hop, b: Hop) => pairs.set(a, b)
  const startLeft = left.findIndex((hop) => sharesAgent(hop, right[0]!))
  const startRight = outer.map(hopOf).findIndex((hop) => inner.length > 0 && sharesAgent(left[0]!, hop))
  if (startLeft > 0) pairUp(left[startLeft]!, right[0]!)
  else if (startRight > 0) pairUp(left[0]!, right[startRight]!)
  else if (inner.length > 0) pairUp(left[0]!, right[0]!)

  const begun = { left: Math.max(startLeft, 0), right: startLeft > 0 ? 0 : Math.max(startRight, 0) }
  const taken = new Set(pairs.values())
  for (const hop of left.slice(begun.left)) {
    if (pairs.has(hop)) continue
    const other = right.slice(begun.right).find((one) => !taken.has(one) && standsFor(hop, one))
    if (!other) continue
    pairUp(hop, other)
    taken.add(other)
  }
  const counts = (hop: Hop) =>
    hop.act !== null || namesItsOutlet(from.statement.chain, to.statement.chain, hop)
  const hops = [...pairs].flatMap(([{ act: a }, { act: b }]) => (a && b ? [{ from: a, to: b }] : []))
  const source = hops.find((pair) => pair.from === inner[0] && pair.to === outer[0]) ?? null
  return {
    source,
    hops,
    dropped: left.filter((hop) => !pairs.has(hop) && counts(hop)),
    added: right.filter((hop) => !taken.has(hop) && hop.act !== null && !isOf(hop, from.article.authorIds)),
  }
}

const hopOf = (act: DriftHop): Hop => ({ by: act.by, act })

const idsOf = ({ by, act }: Hop) => (act ? namedIds(act) : by.filter(isNamed).map(({ id }) => id))
const sharesAgent = (a: Hop, b: Hop) => {
  const ids = new Set(idsOf(a))
  return idsOf(b).some((id) => ids.has(id))
}
const standsFor = (a: Hop, b: Hop) =>
  sharesAgent(a, b) || (a.act !== null && b.act !== null && idsOf(a).length === 0 && idsOf(b).length === 0)
const isOf = (hop: Hop, ids: readonly string[]) => idsOf(hop).some((id) => ids.includes(id))

function namesItsOutlet(inner: readonly DriftHop[], outer: readonly DriftHop[], printing: Hop): boolean {
  const [source] = inner
  if (!source) return false
  const addressed = inner.some(({ addresseeIds }) => isOf(printing, addresseeIds))
  return addressed || (isUnnamedSource(source) && outer[0] !== undefined && isUnnamedSource(outer[0]))
}
