import { describe, expect, test } from '@jest/globals'
import { driftOf } from '../../../src/domain/drift/drift.ts'
import { DRIFT_OF_S1, DRIFT_OF_S2, driftLine } from './demonstration-drift.ts'
import { Demonstration, type Stage } from './demonstration-world.ts'

function driftAt(stage: Stage) {
  const demonstration = new Demonstration(stage)
  return demonstration.worlds().flatMap((world) =>
    driftOf(world).map((drift) => ({
      line: driftLine(demonstration, drift),
      explanation: drift.explanation,
      outlets: [drift.from, drift.to].map((id) => demonstration.where(id).outlet),
    })),
  )
}
const linesAt = (stage: Stage) =>
  driftAt(stage)
    .map(({ line }) => line)
    .sort()

describe('drift in the demonstration set', () => {
  test('every expected one is found, and no other', () => {
    expect(linesAt('S1')).toEqual(DRIFT_OF_S1)
  })

  test('what was taken back or is no longer said shows none', () => {
    expect(linesAt('S2')).toEqual(DRIFT_OF_S2)
  })

  test('before any decision: nothing for the documents without keys, nor between claims not yet alternatives', () => {
    const lines = linesAt('S0')
    expect(lines.filter((line) => /> (03|10) |(NUMBER|PARTICIPANT|QUALIFIER)_/.test(line))).toEqual([])
    // Two spellings of the inspector are two speakers until somebody decides.
    expect(lines.filter((line) => line.includes('> 08'))).toEqual([
      '01 > 08 can-say-how-long: SPEAKER_CHANGED',
      '01 > 08 crack-four: SPEAKER_CHANGED',
      '01 > 08 gate-fails headline: SPEAKER_CHANGED',
      '01 > 08 gate-fails: SPEAKER_CHANGED',
    ])
  })

  test('each says it in a sentence with the words of both sides', () => {
    const found = driftAt('S1')
    for (const { explanation, outlets } of found) {
      for (const outlet of outlets) expect(explanation).toContain(outlet)
      expect(explanation).toMatch(/^\S.*\.$/)
    }
    const said = (line: string) => found.find((one) => one.line === line)?.explanation
    expect(said('01 > 05 sensors-34: HOP_DROPPED')).toBe(
      'Altwire has it from “Three engineers”; Harbour Post has it from “Three engineers”; left out: Altwire.',
    )
    expect(said('01 > 07 operator-warned headline: NARRATORIZED')).toBe(
      'Altwire has it from “Three engineers” (“They”); Channel Nine says it in its own voice: “Dam operator was warned about gate”.',
    )
    expect(said('01 > 07 sensors-34: SOURCE_COARSENED')).toBe(
      'Altwire has it from “Three engineers”; Channel Nine has it from “Officials”, which says less of the source.',
    )
    expect(said('01 > 04 operator-warned: POLARITY_CHANGED')).toBe(
      'In Altwire it is denied (“denied”): “it was warned”; in The Daily Lantern it is asserted (“acknowledged”): “it was warned about the gate in November 2023”.',
    )
    expect(said('01 > 05 gate-fails: DATE_COARSENED')).toBe(
      'It was said “on Friday” (2025-01-17) in Altwire and “recently” (../2025-01-18) in Harbour Post.',
    )
    expect(said('04 > 06 sensors-35: NUMBER_CHANGED')).toBe(
      'What is claimed: “34” in The Daily Lantern is “35” in Northern Ledger.',
    )
  })
})
