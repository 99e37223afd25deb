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
  mergePlaceDescriptions,
} from '../../src/domain/merge-descriptions.ts'
import { uncertainDate, unknownDate } from '../../src/domain/uncertain-date.ts'

const agent = (fields: Partial<AgentDescription> = {}): AgentDescription => ({
  id: 'ag_1',
  kind: 'PERSON',
  name: 'Ana Ruiz',
  qualifier: null,
  aliases: [],
  description: null,
  sameAs: [],
  speaksForIds: [],
  partOfIds: [],
  roles: [],
  unnamed: null,
  ...fields,
})
const held = { title: 'Mayor', ofId: null, held: unknownDate(), heldWritten: null }
const claim = (text: string | null, language = 'en'): ClaimDescription => ({
  id: 'cl_1',
  key: 'k',
  text,
  language,
})
const occasion = (fields: Partial<OccasionDescription> = {}): OccasionDescription => ({
  id: 'oc_1',
  key: 'talks',
  label: null,
  when: unknownDate(),
  whenWritten: null,
  placeId: null,
  ...fields,
})
function day(edtf: string) {
  const read = uncertainDate({ basis: 'EXPLICIT', edtf })
  if (!read.ok) throw new Error(read.message)
  return read.date
}

describe('agents', () => {
  test('have the names, addresses, roles and ties of all descriptions, each once and in a fixed order', () => {
    const merged = mergeAgentDescriptions([
      agent({
        aliases: ['Ruiz', 'A. Ruiz'],
        sameAs: ['https://b.example'],
        partOfIds: ['ag_2'],
        roles: [held],
      }),
      agent({ name: 'ANA RUIZ', aliases: ['Ruiz'], sameAs: ['https://a.example'], speaksForIds: ['ag_3'] }),
      agent({ roles: [{ ...held }, { ...held, title: 'Councillor' }], partOfIds: ['ag_2'] }),
    ])
    expect(merged).toEqual(
      agent({
        aliases: ['A. Ruiz', 'ANA RUIZ', 'Ruiz'],
        sameAs: ['https://a.example', 'https://b.example'],
        speaksForIds: ['ag_3'],
        partOfIds: ['ag_2'],
        roles: [{ ...held, title: 'Councillor' }, held],
      }),
    )
  })

  test('have the description that says most, of two as long the first', () => {
    const described = (...texts: (string | null)[]) =>
      mergeAgentDescriptions(texts.map((description) => agent({ description }))).description
    expect(described(null, null)).toBeNull()
    expect(described(null, 'Mayor.', 'The mayor.', null)).toBe('The mayor.')
    expect(described('One.', 'Two.')).toBe('One.')
    expect(described('', null)).toBe('')
  })

  const random: fc.Arbitrary<AgentDescription> = fc
    .record({
      aliases: fc.subarray(['a', 'b', 'c']),
      sameAs: fc.subarray(['https://a.example', 'https://b.example']),
      speaksForIds: fc.subarray(['ag_2', 'ag_3']),
      partOfIds: fc.subarray(['ag_2', 'ag_3']),
      roles: fc.subarray([held, { ...held, title: 'Councillor' }, { ...held, ofId: 'ag_2' }]),
      description: fc.constantFrom(null, 'x', 'xx', 'xxx'),
    })
    .map(agent)

  test('are the same whichever description came first, twice or in parts', () => {
    fc.assert(
      fc.property(fc.array(random, { minLength: 1, maxLength: 5 }), fc.nat(4), (all, cut) => {
        const merged = mergeAgentDescriptions(all)
        expect(mergeAgentDescriptions([...all].reverse())).toEqual(merged)
        expect(mergeAgentDescriptions([...all, ...all])).toEqual(merged)
        const parts = [all.slice(0, cut), all.slice(cut)].filter((part) => part.length > 0)
        expect(mergeAgentDescriptions(parts.map(mergeAgentDescriptions))).toEqual(merged)
      }),
    )
  })

  test('lose with a withdrawn description no more than what it alone said', () => {
    fc.assert(
      fc.property(random, fc.array(random, { minLength: 1, maxLength: 3 }), (withdrawn, others) => {
        const [before, after] = [
          mergeAgentDescriptions([withdrawn, ...others]),
          mergeAgentDescriptions(others),
        ]
        expect(
          before.aliases
            .filter((alias) => !after.aliases.includes(alias))
            .every((alias) => withdrawn.aliases.includes(alias)),
        ).toBe(true)
        expect(before.aliases).toEqual(expect.arrayContaining([...after.aliases]))
      }),
    )
  })
})

describe('claims', () => {
  test('show the first text that is told, with its language, and until then their key', () => {
    expect(mergeClaimDescriptions([claim(null, 'und'), claim('It sank.'), claim('Es sank.', 'de')])).toEqual(
      claim('It sank.'),
    )
    expect(mergeClaimDescriptions([claim(null, 'und')])).toEqual(claim('k', 'und'))
    expect(mergeClaimDescriptions([{ ...claim(null), key: null }]).text).toBe('cl_1')
  })
})

describe('occasions', () => {
  test('have the first label, the first known date and the first place that are told', () => {
    const merged = mergeOccasionDescriptions([
      occasion(),
      occasion({ label: 'The talks', when: day('../2025-04-18') }),
      occasion({ label: 'Talks', when: day('2025-04-17'), placeId: 'pl_1' }),
    ])
    expect(merged).toEqual(occasion({ label: 'The talks', when: day('../2025-04-18'), placeId: 'pl_1' }))
  })

  test('show their key until a label is told', () => {
    expect(mergeOccasionDescriptions([occasion()]).label).toBe('talks')
    expect(mergeOccasionDescriptions([occasion({ key: null })]).label).toBe('oc_1')
  })

  test('keep the phrase of a date of which nothing else is known', () => {
    expect(mergeOccasionDescriptions([occasion({ when: unknownDate('on Friday') })]).when.phrase).toBe(
      'on Friday',
    )
  })
})

test('places unite their addresses', () => {
  const place = (...sameAs: string[]) => ({ id: 'pl_1', name: 'Rome', sameAs })
  expect(mergePlaceDescriptions([place('b', 'a'), place('c', 'a')])).toEqual(place('a', 'b', 'c'))
})
