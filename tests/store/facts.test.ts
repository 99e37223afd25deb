import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  changedEdges,
  changedStates,
  type EdgeFact,
  type Held,
  type StateFact,
} from '../../src/store/facts.ts'

const property = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string(), { maxLength: 3 }))
const properties = fc.dictionary(fc.constantFrom('a', 'b', 'c'), property, {
  maxKeys: 3,
  noNullPrototype: true,
})
const recordId = fc.constantFrom('st_1', 'st_2', 'st_3', 'ag_1')

const state: fc.Arbitrary<StateFact> = fc.record({ recordId, label: fc.constant('State'), properties })
const states = fc.uniqueArray(state, { selector: (one) => one.recordId })
const edge: fc.Arbitrary<EdgeFact> = fc.record({
  type: fc.constantFrom('BY', 'TO'),
  source: recordId,
  target: recordId,
  properties,
})
const keyOf = ({ type, source, target }: EdgeFact) => `${type} ${source} ${target}`
const edges = fc.uniqueArray(edge, { selector: keyOf })

/** As the database holds it: with the instants and the recording that every fact gets there. */
const held = <Fact extends StateFact | EdgeFact>(facts: readonly Fact[], handles = 'h'): Held<Fact>[] =>
  facts.map((fact, index) => ({
    ...fact,
    handle: `${handles}${index}`,
    properties: {
      ...fact.properties,
      from: '2025-01-01T00:00:00.000Z',
      to: '9999-12-31T23:59:59.999Z',
      recordedAt: '2025-01-01T00:00:00.000Z',
      recordedBy: 'A reader',
      recordedMethod: 'MANUAL',
    },
  }))

const bare = <Fact extends StateFact | EdgeFact>({ properties, ...rest }: Fact) => {
  const { from, to, recordedAt, recordedBy, recordedMethod, ...told } = properties
  return { ...rest, properties: told }
}

const withoutHandle = <Fact>({ handle, ...fact }: Held<Fact>) => fact

describe('states', () => {
  test('once written, exactly the wanted ones hold, and those of other records stay', () => {
    fc.assert(
      fc.property(states, states, (before, wanted) => {
        const now = held(before)
        const { close, open } = changedStates(now, wanted)
        const after = [...now.filter((one) => !close.includes(one.handle)).map(withoutHandle), ...open].map(
          (one) => bare(one as StateFact),
        )
        const wantedIds = new Set(wanted.map((one) => one.recordId))
        const expected = [...wanted, ...before.filter((one) => !wantedIds.has(one.recordId))]
        const byId = (a: { recordId: string }, b: { recordId: string }) => (a.recordId < b.recordId ? -1 : 1)
        expect(after.sort(byId)).toEqual(expected.sort(byId))
      }),
    )
  })

  test('what holds already is neither ended nor begun', () => {
    fc.assert(
      fc.property(states, (facts) => {
        expect(changedStates(held(facts), facts)).toEqual({ close: [], open: [] })
      }),
    )
  })

  test('the order of a list and the type of a value are differences; the order of properties is none', () => {
    const with_ = (properties: StateFact['properties']): StateFact => ({
      recordId: 'st_1',
      label: 'State',
      properties,
    })
    const before = held([with_({ a: ['x', 'y'], b: 1 })])
    expect(changedStates(before, [with_({ b: 1, a: ['x', 'y'] })]).open).toEqual([])
    expect(changedStates(before, [with_({ a: ['y', 'x'], b: 1 })]).open).toHaveLength(1)
    expect(changedStates(before, [with_({ a: ['x', 'y'], b: '1' })]).open).toHaveLength(1)
    expect(changedStates(before, [with_({ a: ['x', 'y'] })]).open).toHaveLength(1)
  })
})

describe('edges', () => {
  test('once written, exactly the wanted ones hold', () => {
    fc.assert(
      fc.property(edges, edges, (before, wanted) => {
        const now = held(before)
        const { close, open } = changedEdges(now, wanted)
        const closed = new Set(close.map((one) => one.handle))
        const after = [...now.filter((one) => !closed.has(one.handle)).map(withoutHandle), ...open]
        const byKey = (a: EdgeFact, b: EdgeFact) => (keyOf(a) < keyOf(b) ? -1 : 1)
        expect(after.map((one) => bare(one as EdgeFact)).sort(byKey)).toEqual([...wanted].sort(byKey))
      }),
    )
  })

  test('what holds already is neither ended nor begun; what holds twice is ended once', () => {
    fc.assert(
      fc.property(edges, (facts) => {
        expect(changedEdges(held(facts), facts)).toEqual({ close: [], open: [] })
        const twice = [...held(facts, 'first'), ...held(facts, 'second')]
        const { close, open } = changedEdges(twice, facts)
        expect(open).toEqual([])
        expect(close.map(({ handle }) => handle)).toEqual(facts.map((_, index) => `second${index}`))
      }),
    )
  })
})
