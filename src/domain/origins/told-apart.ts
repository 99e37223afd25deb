/** Steps of the exact search. Beyond it the largest group found so far stands, which is never too high. */
const TOLD_APART_STEPS = 20_000

/**
 * The most items that are all told apart from one another: the maximum clique of the relation, by branch and bound.
 * Of equal ones the first in the order of `items`. Exact unless it needs more than `TOLD_APART_STEPS` steps.
 */
export function mostToldApart<T>(items: readonly T[], apart: (one: T, other: T) => boolean): T[] {
  let best: readonly T[] = []
  let steps = 0
  const walk = (taken: readonly T[], left: readonly T[]) => {
    if (taken.length > best.length) best = taken
    for (const [index, item] of left.entries()) {
      if (steps++ > TOLD_APART_STEPS || taken.length + left.length - index <= best.length) return
      walk(
        [...taken, item],
        left.slice(index + 1).filter((other) => apart(item, other)),
      )
    }
  }
  walk([], items)
  return [...best]
}
