import type { Alignment, Hop } from './align-chains.ts'
import { type Carried, type DriftPair, namedIds } from './drift-world.ts'
import { type Found, listed, nameOf, outletOf, quote, sourceOf } from './wording.ts'

/**
 * NARRATORIZED: what `from` attributes stands in the own voice of `to`, unless the source is the outlet or the author
 * of `to`. HOP_DROPPED and HOP_ADDED: somebody stands in one chain alone, see `alignChains`. That another outlet
 * prints it is carriage and neither.
 */
export function chainDrift(pair: DriftPair, { dropped, added }: Alignment): Found[] {
  const { from, to } = pair
  const ways = `${outletOf(from)} has it ${wayOf(from)}; ${outletOf(to)} has it ${wayOf(to)}`
  const found: Found[] = []
  if (isNarratorized(pair))
    found.push({
      drift: 'NARRATORIZED',
      explanation: `${outletOf(from)} has it ${wayOf(from)}; ${outletOf(to)} says it in its own voice: ${quote(to.statement.text)}.`,
    })
  if (dropped.length > 0)
    found.push({ drift: 'HOP_DROPPED', explanation: `${ways}; left out: ${namesOfAll(dropped)}.` })
  if (added.length > 0)
    found.push({ drift: 'HOP_ADDED', explanation: `${ways}; added: ${namesOfAll(added)}.` })
  return found
}

function isNarratorized({ from, to }: DriftPair): boolean {
  const [source] = from.statement.chain
  if (!source || to.statement.chain.length > 0) return false
  const voice = [to.article.outlet.id, ...to.article.authorIds]
  return !namedIds(source).some((id) => voice.includes(id))
}

const namesOfAll = (hops: readonly Hop[]) => listed(hops.flatMap(({ by }) => by.map(nameOf)))

/** "from Danylo Zahorsky (“he”), through Altwire"; of an own voice, "in its own voice". */
function wayOf({ statement: { chain } }: Carried): string {
  const [source, ...relays] = chain
  if (!source) return 'in its own voice'
  return [`from ${sourceOf(source)}`, ...relays.map((hop) => `through ${sourceOf(hop)}`)].join(', ')
}
