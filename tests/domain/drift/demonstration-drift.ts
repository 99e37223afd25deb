import type { Drift } from '../../../src/domain/drift/drift.ts'
import type { Demonstration } from './demonstration-world.ts'

/** The table "Drift" of `seeds/demo/expected.md`, a line for each statement that changed. */
export const DRIFT_OF_S1: readonly string[] = [
  '01 > 03 operator-warned: HOP_DROPPED',
  '01 > 03 sensors-34: HOP_DROPPED',
  '01 > 04 can-say-how-long: QUOTE_TRUNCATED',
  '01 > 04 gate-fails headline: CERTAINTY_RAISED',
  '01 > 04 gate-fails: CERTAINTY_RAISED',
  '01 > 04 operator-warned: POLARITY_CHANGED',
  '01 > 04 operator-warned: STANCE_CHANGED',
  '01 > 05 gate-fails: DATE_COARSENED',
  '01 > 05 road-all headline: QUALIFIER_CHANGED',
  '01 > 05 road-all: QUALIFIER_CHANGED',
  '01 > 05 sensors-34: CERTAINTY_LOWERED',
  '01 > 05 sensors-34: HOP_DROPPED',
  '01 > 07 can-say-how-long: QUOTE_ALTERED',
  '01 > 07 operator-warned headline: NARRATORIZED',
  '01 > 07 operator-warned: NARRATORIZED',
  '01 > 07 premier-visits: PARTICIPANT_CHANGED',
  '01 > 07 sensors-34: SOURCE_COARSENED',
  '01 > 10 crack-four: STANCE_CHANGED',
  '01 > 10 gate-fails headline: DATE_CONFLICT',
  '01 > 10 gate-fails headline: SPEAKER_CHANGED',
  '01 > 10 gate-fails: DATE_CONFLICT',
  '01 > 10 gate-fails: SPEAKER_CHANGED',
  '01 > 10 sensors-34: SOURCE_REASSIGNED',
  '01 > 11 can-say-how-long: DATE_CONFLICT',
  '01 > 11 gate-fails: DATE_CONFLICT',
  '01 > 11 gate-fails: STANCE_CHANGED',
  '04 > 06 gate-fails: CERTAINTY_LOWERED',
  '04 > 06 gate-fails: HOP_ADDED',
  '04 > 06 sensors-35: NUMBER_CHANGED',
  '09 > 11 operator-warned: HOP_DROPPED',
]

/** What the corrections and the second version of 04 take away; the inspector's words in 06 differ less from hers. */
const GONE_IN_S2: readonly string[] = [
  '01 > 04 gate-fails headline: CERTAINTY_RAISED',
  '01 > 04 gate-fails: CERTAINTY_RAISED',
  '01 > 04 operator-warned: POLARITY_CHANGED',
  '01 > 04 operator-warned: STANCE_CHANGED',
  '01 > 10 gate-fails headline: DATE_CONFLICT',
  '01 > 10 gate-fails headline: SPEAKER_CHANGED',
  '01 > 10 gate-fails: DATE_CONFLICT',
  '01 > 10 gate-fails: SPEAKER_CHANGED',
  '04 > 06 gate-fails: CERTAINTY_LOWERED',
  '04 > 06 sensors-35: NUMBER_CHANGED',
]

export const DRIFT_OF_S2 = DRIFT_OF_S1.filter((line) => !GONE_IN_S2.includes(line))

/** "01 > 04 gate-fails headline: CERTAINTY_RAISED" */
export function driftLine(
  demonstration: Demonstration,
  { from, to, drift }: Pick<Drift, 'from' | 'to' | 'drift'>,
): string {
  const [before, after] = [demonstration.where(from), demonstration.where(to)]
  const zone = after.zone === 'HEADLINE' ? ' headline' : ''
  return `${before.article} > ${after.article} ${after.claim}${zone}: ${drift}`
}
