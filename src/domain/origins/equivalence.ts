/** Classes of things that are one, joined pair by pair. The representative is the smallest member, so that order is without effect. */
export class Equivalence {
  readonly #parents = new Map<string, string>()

  /** The smallest member of the class of `item`. */
  of(item: string): string {
    let root = item
    for (let parent = this.#parents.get(root); parent !== undefined; parent = this.#parents.get(root))
      root = parent
    for (let step = item; step !== root; ) {
      const next = this.#parents.get(step)!
      this.#parents.set(step, root)
      step = next
    }
    return root
  }

  join(one: string, other: string): void {
    const [a, b] = [this.of(one), this.of(other)]
    if (a < b) this.#parents.set(b, a)
    else if (b < a) this.#parents.set(a, b)
  }

  same(one: string, other: string): boolean {
    return this.of(one) === this.of(other)
  }
}
