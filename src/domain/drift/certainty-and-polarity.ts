import { CERTAINTIES } from '../vocabulary.ts'
import type { Carried, DriftPair } from './drift-world.ts'
import { type Found, outletOf, quote } from './wording.ts'

/**
 * CERTAINTY_RAISED and CERTAINTY_LOWERED, in the order of `CERTAINTIES` (will, could, may); POLARITY_CHANGED where one
 * side asserts what the other denies. Both are as annotated: words are shown and not read.
 */
export function certaintyAndPolarityDrift({ from, to }: DriftPair): Found[] {
  const found: Found[] = []
  const [before, after] = [from, to].map(({ statement }) => CERTAINTIES.indexOf(statement.certainty))
  if (before !== after)
    found.push({
      drift: after! < before! ? 'CERTAINTY_RAISED' : 'CERTAINTY_LOWERED',
      explanation: `In ${certaintyOf(from)}; in ${certaintyOf(to)}.`,
    })
  if (from.statement.polarity !== to.statement.polarity)
    found.push({ drift: 'POLARITY_CHANGED', explanation: `In ${polarityOf(from)}; in ${polarityOf(to)}.` })
  return found
}

const certaintyOf = (one: Carried) =>
  `${outletOf(one)} it is ${one.statement.certainty.toLowerCase()}: ${quote(one.statement.text)}`

function polarityOf(one: Carried): string {
  const cue = one.statement.chain[0]?.cueWords ?? ''
  const verb = one.statement.polarity === 'POSITIVE' ? 'asserted' : 'denied'
  return `${outletOf(one)} it is ${verb}${cue === '' ? '' : ` (${quote(cue)})`}: ${quote(one.statement.text)}`
}
