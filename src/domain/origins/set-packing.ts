/** A set that asks for its members alone. */
export interface PackedSet {
  readonly key: string
  readonly members: readonly string[]
  /** What taking it is worth, a positive whole number. */
  readonly weight: number
}

/** Steps of the exact search for each connected group of sets. Beyond it the best choice found so far stands, which is never too high. */
const PACKING_STEPS = 20_000

/**
 * The sets of the greatest total weight of which no two share a member: maximum weight set packing. Of equal choices,
 * the one with fewer members, then the first by key. Exact unless one connected group of overlapping sets
 * needs more than `PACKING_STEPS` steps; groups of up to 20 sets always fit in practice.
 */
export function packDisjoint<T extends PackedSet>(sets: readonly T[]): T[] {
  return overlapping(undominated(sets)).flatMap((group) => (group.length === 1 ? group : packGroup(group)))
}

/** A set that holds another one of at least its weight is never needed. */
function undominated<T extends PackedSet>(sets: readonly T[]): T[] {
  const ordered = [...sets].sort(
    (a, b) => a.members.length - b.members.length || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  )
  const byMember = new Map<string, T[]>()
  const kept: T[] = []
  for (const set of ordered) {
    const members = new Set(set.members)
    const rivals = new Set(set.members.flatMap((member) => byMember.get(member) ?? []))
    const dominated = [...rivals].some(
      (rival) => rival.weight >= set.weight && rival.members.every((member) => members.has(member)),
    )
    if (dominated) continue
    kept.push(set)
    for (const member of members) {
      const list = byMember.get(member)
      if (list) list.push(set)
      else byMember.set(member, [set])
    }
  }
  return kept
}

/** The sets that hang together by shared members, group by group, the order kept. */
function overlapping<T extends PackedSet>(sets: readonly T[]): T[][] {
  const byMember = new Map<string, number[]>()
  for (const [index, set] of sets.entries())
    for (const member of set.members) {
      const list = byMember.get(member)
      if (list) list.push(index)
      else byMember.set(member, [index])
    }
  const seen = new Set<number>()
  const groups: T[][] = []
  for (const start of sets.keys()) {
    if (seen.has(start)) continue
    seen.add(start)
    const group = [start]
    for (const index of group)
      for (const member of sets[index]!.members)
        for (const other of byMember.get(member)!)
          if (!seen.has(other)) {
            seen.add(other)
            group.push(other)
          }
    groups.push(group.sort((a, b) => a - b).map((index) => sets[index]!))
  }
  return groups
}

function packGroup<T extends PackedSet>(sets: readonly T[]): T[] {
  const conflicts = sets.map((set) => {
    const members = new Set(set.members)
    return sets.map((other) => other.members.some((member) => members.has(member)))
  })
  let best: number[] = []
  let bestWeight = -1
  let bestSize = 0
  let steps = 0
  const walk = (left: readonly number[], taken: readonly number[], weight: number, size: number) => {
    if (steps++ > PACKING_STEPS) return
    const [first, ...rest] = left
    if (first === undefined) {
      if (weight > bestWeight || (weight === bestWeight && size < bestSize)) {
        best = [...taken]
        bestWeight = weight
        bestSize = size
      }
      return
    }
    if (weight + left.reduce((sum, index) => sum + sets[index]!.weight, 0) < bestWeight) return
    const { weight: own, members } = sets[first]!
    const free = rest.filter((index) => !conflicts[first]![index])
    walk(free, [...taken, first], weight + own, size + members.length)
    if (free.length < rest.length) walk(rest, taken, weight, size)
  }
  walk([...sets.keys()], [], 0, 0)
  return best.map((index) => sets[index]!)
}
