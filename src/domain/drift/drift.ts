import { DRIFT_KINDS, type DriftKind } from '../vocabulary.ts'
import { alignChains } from './align-chains.ts'
import { certaintyAndPolarityDrift } from './certainty-and-polarity.ts'
import { chainDrift } from './chain.ts'
import { dateDrift } from './dates.ts'
import type { DriftWorld } from './drift-world.ts'
import { pairsOf } from './pairs.ts'
import { QuotationComparisons, quotationDrift } from './quotation.ts'
import { sourceDrift } from './source.ts'
import { stanceDrift } from './stance.ts'
import { ClaimDifferences, valueDrift } from './values.ts'

/** One way in which a carrier's statement differs from the one it is compared with. It does not say who is right. */
export interface Drift {
  readonly drift: DriftKind
  /** Ids of statements of two articles. */
  readonly from: string
  readonly to: string
  /** One sentence with the words of both sides. */
  readonly explanation: string
}

/**
 * What each carrier of a group changed. `pairsOf` says which statements are compared; each family of kinds is a file
 * of its own. By publication of `to`, then in the order of `DRIFT_KINDS`. Pure, and linear in the statements: the same
 * world in any order gives the same answer.
 */
export function driftOf(world: DriftWorld): Drift[] {
  const differences = new ClaimDifferences(world)
  const comparisons = new QuotationComparisons()
  return pairsOf(world).flatMap((pair) => {
    const alignment = alignChains(pair)
    return [
      ...chainDrift(pair, alignment),
      ...sourceDrift(pair, alignment),
      ...quotationDrift(pair, comparisons),
      ...certaintyAndPolarityDrift(pair),
      ...valueDrift(pair, differences),
      ...dateDrift(pair, alignment),
      ...stanceDrift(pair, alignment),
    ]
      .sort((a, b) => DRIFT_KINDS.indexOf(a.drift) - DRIFT_KINDS.indexOf(b.drift))
      .map((found) => ({ ...found, from: pair.from.statement.id, to: pair.to.statement.id }))
  })
}
