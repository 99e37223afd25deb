/**
 * Tarjan's strongly connected components (R. Tarjan, "Depth-first search and linear graph algorithms", 1972), without
 * recursion: a chain of copies may be long. Returns the component number of each node; a component's number is
 * greater than those of all components it leads to.
 */
export function strongComponents(
  nodes: Iterable<string>,
  targetsOf: (node: string) => readonly string[],
): Map<string, number> {
  const found = new Map<string, number>()
  const lowest = new Map<string, number>()
  const component = new Map<string, number>()
  const open: string[] = []
  let components = 0
  for (const start of nodes) {
    if (found.has(start)) continue
    const walk = [{ node: start, next: 0 }]
    found.set(start, found.size)
    lowest.set(start, found.get(start)!)
    open.push(start)
    while (walk.length > 0) {
      const step = walk[walk.length - 1]!
      const target = targetsOf(step.node)[step.next++]
      if (target !== undefined) {
        if (!found.has(target)) {
          found.set(target, found.size)
          lowest.set(target, found.get(target)!)
          open.push(target)
          walk.push({ node: target, next: 0 })
        } else if (!component.has(target)) {
          lowest.set(step.node, Math.min(lowest.get(step.node)!, found.get(target)!))
        }
        continue
      }
      walk.pop()
      const parent = walk[walk.length - 1]
      if (parent) lowest.set(parent.node, Math.min(lowest.get(parent.node)!, lowest.get(step.node)!))
      if (lowest.get(step.node) !== found.get(step.node)) continue
      for (;;) {
        const member = open.pop()!
        component.set(member, components)
        if (member === step.node) break
      }
      components++
    }
  }
  return component
}
