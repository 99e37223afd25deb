import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type {
  AgentDescription,
  ClaimDescription,
  OccasionDescription,
} from '../../src/domain/annotated-article.ts'
import {
  mergeAgentDescriptions,
  mergeClaimDescriptions,
  mergeOccasionDescriptions,
} from '../../src/domain/merge-descriptions.ts'
import { unknownDate } from '../../src/domain/uncertain-date.ts'
import {
  addsNothing,
  agentDescriptionProperties,
  claimDescriptionProperties,
  occasionDescriptionProperties,
} from '../../src/store/description-properties.ts'
import { agentState, claimState, occasionState } from '../../src/store/shared-facts.ts'

/** Few values, so that descriptions often agree. */
const oneOf = <T>(...values: T[]) => fc.constantFrom(...values)
const someOf = <T>(...values: T[]) => fc.subarray(values)

const agents: fc.Arbitrary<AgentDescription> = fc.record({
  id: fc.constant('ag_1'),
  kind: fc.constant('PERSON' as const),
  name: oneOf('Ana Ruiz', 'ANA RUIZ'),
  qualifier: fc.constant(null),
  aliases: someOf('Ana', 'Ms Ruiz'),
  description: oneOf(null, 'A captain.', 'A singer.', 'Captain of a ferry.'),
  sameAs: someOf('https://a.example/', 'https://b.example/'),
  speaksForIds: someOf('ag_2', 'ag_3'),
  partOfIds: someOf('ag_2', 'ag_3'),
  roles: someOf({
    title: 'Captain',
    ofId: 'ag_2',
    held: unknownDate(),
    heldWritten: { basis: 'UNKNOWN' as const },
  }),
  unnamed: fc.constant(null),
})
const claims: fc.Arbitrary<ClaimDescription> = fc.record({
  id: fc.constant('cl_1'),
  key: fc.constant('ferry'),
  text: oneOf(null, 'The ferry sank.', 'The ferry went down.'),
  language: oneOf('en', 'de'),
})
const day = (date: string) => ({ ...unknownDate(), earliest: date, latest: date, edtf: date })
const occasions: fc.Arbitrary<OccasionDescription> = fc.record({
  id: fc.constant('oc_1'),
  key: fc.constant('talk'),
  label: oneOf(null, 'The talk', 'A talk'),
  when: oneOf(unknownDate(), { ...unknownDate(), phrase: 'lately' }, day('2025-06-01'), day('2025-06-02')),
  whenWritten: oneOf(null, { basis: 'RELATIVE', phrase: 'lately' } as const),
  placeId: oneOf(null, 'pl_1'),
})

/** Holds the rule against the merge itself: with the description at any place among the others. */
function holds<Description>(
  descriptions: fc.Arbitrary<Description>,
  propertiesOf: (description: Description) => Record<string, unknown>,
  stateOf: (all: readonly Description[]) => Record<string, unknown>,
) {
  let found = 0
  fc.assert(
    fc.property(
      fc.array(descriptions, { minLength: 1, maxLength: 4 }),
      descriptions,
      fc.nat(4),
      (others, one, place) => {
        const state = stateOf(others)
        if (!addsNothing(propertiesOf(one), state)) return
        found += 1
        expect(stateOf([...others.slice(0, place), one, ...others.slice(place)])).toEqual(state)
      },
    ),
    { numRuns: 1_000 },
  )
  expect(found).toBeGreaterThan(30)
}

describe('a description that adds nothing changes nothing, wherever it stands', () => {
  test('of an agent', () => {
    holds(
      agents,
      agentDescriptionProperties,
      (all) => agentState(mergeAgentDescriptions(all), null, true).properties,
    )
  })
  test('of a claim', () => {
    holds(
      claims,
      claimDescriptionProperties,
      (all) =>
        claimState(mergeClaimDescriptions(all), { firstSaid: null, firstPublished: null }, '', true)
          .properties,
    )
  })
  test('of an occasion', () => {
    holds(
      occasions,
      occasionDescriptionProperties,
      (all) => occasionState(mergeOccasionDescriptions(all)).properties,
    )
  })
})
