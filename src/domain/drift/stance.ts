import type { Alignment, HopPair } from './align-chains.ts'
import type { DriftPair } from './drift-world.ts'
import { type Found, listed, outletOf, quote } from './wording.ts'

/**
 * STANCE_CHANGED: a cue of `to` vouches for what is said (FACTIVE) or keeps away from it (DISTANCING), and that of the
 * same hop in `from` does not. A cue that became neutral takes nothing up and is none.
 */
export function stanceDrift({ from, to }: DriftPair, { hops }: Alignment): Found[] {
  const changed = hops.filter(
    (pair) => pair.to.cueStance !== 'NEUTRAL' && pair.to.cueStance !== pair.from.cueStance,
  )
  if (changed.length === 0) return []
  const cues = changed.map(
    (pair) => `${cueOf(pair, 'from')} in ${outletOf(from)} and ${cueOf(pair, 'to')} in ${outletOf(to)}`,
  )
  return [{ drift: 'STANCE_CHANGED', explanation: `The cue is ${listed(cues)}.` }]
}

function cueOf(pair: HopPair, side: keyof HopPair): string {
  const { cueWords, cueStance } = pair[side]
  return cueWords === '' ? cueStance.toLowerCase() : `${quote(cueWords)} (${cueStance.toLowerCase()})`
}
