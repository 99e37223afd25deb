import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { namedAgentId } from '../../../src/domain/identity.ts'
import { type ComparedText, proposeDerivedFrom } from '../../../src/domain/proposals/derived-from.ts'
import { type ComparedAgent, proposeSameAgent } from '../../../src/domain/proposals/same-agent.ts'
import { type ComparedClaim, proposeSameClaim } from '../../../src/domain/proposals/same-claim.ts'
import { type ComparedOccasion, proposeSameOccasion } from '../../../src/domain/proposals/same-occasion.ts'
import { proposeSameUtterance, type QuotedStatement } from '../../../src/domain/proposals/same-utterance.ts'
import { valuesApart } from '../../../src/domain/proposals/values-apart.ts'
import { uncertainDate } from '../../../src/domain/uncertain-date.ts'
import type { AgentKind } from '../../../src/domain/vocabulary.ts'

const claim = (id: string, text: string, language = 'en', key: string | null = null): ComparedClaim => ({
  id,
  key,
  text,
  language,
})
const agent = (
  id: string,
  name: string,
  { kind = 'PERSON' as AgentKind, aliases = [] as string[], sameAs = [] as string[] } = {},
): ComparedAgent => ({ id, kind, name, aliases, sameAs })
const date = (edtf: string | null) => {
  const read = uncertainDate(edtf === null ? { basis: 'UNKNOWN' } : { basis: 'EXTERNAL', edtf })
  if (!read.ok) throw new Error(read.message)
  return read.date
}
const occasion = (
  id: string,
  label: string,
  when: string | null,
  placeId: string | null,
): ComparedOccasion => ({ id, key: null, label, when: date(when), placeId })
const quoted = (id: string, articleId: string, words: string, language = 'en'): QuotedStatement => ({
  id,
  articleId,
  words,
  language,
})
const text = (id: string, words: string, published: string | null = null): ComparedText => ({
  id,
  text: words,
  language: 'en',
  published: date(published),
})
const TOGETHER = { oneClaim: true, oneOccasionOrSpeaker: true }

describe('values apart', () => {
  test.each([
    ['34 sensors have stopped working.', '35 sensors have stopped working.'],
    ['Thirty-four sensors have stopped.', '35 sensors have stopped.'],
    ['The dam of 2025 has 34 sensors.', 'The dam of 2025 has 2025 sensors.'],
    ['Gate 3 will be repaired by spring 2025.', 'Gate 3 will be repaired by autumn 2025.'],
    ['Gate 3 will be repaired by March 2025.', 'Gate 3 will be repaired by May 2025.'],
    ['Minister Mira Koltan visits the dam.', 'Prime Minister Oskar Dahl visits the dam.'],
    ['Kyiv renounces its membership.', 'Moscow renounces its membership.'],
    ['The company was warned.', 'The company was not warned.'],
    ['The company received a letter.', "The company didn't receive a letter."],
  ])('%s / %s', (one, other) => {
    expect(valuesApart(one, other, 'en')).toBe(true)
    expect(valuesApart(other, one, 'en')).toBe(true)
    expect(proposeSameClaim(claim('a', one), claim('b', other))).toBeNull()
  })

  test.each([
    ['34 sensors had stopped by January 2025.', '34 sensors had stopped by 17 January 2025.'],
    ['A crack of four metres was found.', 'A crack of 4 meters was found.'],
    ['Danylo Zahorsky saw the crack.', 'Danylo Zahorskyi saw the crack.'],
    ['Trucks may not cross the dam.', 'No lorries and no trucks may not cross the dam.'],
    ['Gate 3 has a crack.', 'There is a crack in gate 3.'],
  ])('not: %s / %s', (one, other) => {
    expect(valuesApart(one, other, 'en')).toBe(false)
    expect(valuesApart(other, one, 'en')).toBe(false)
  })

  test('are told by the rules of the language', () => {
    expect(valuesApart('Ремонт завершать до весни.', 'Ремонт завершать до осені.', 'uk')).toBe(true)
    expect(valuesApart('Ремонт не завершать.', 'Ремонт завершать.', 'uk-UA')).toBe(true)
    // German nouns have capital letters: only numbers and negations are values there.
    expect(
      valuesApart('Die Straße ist für Lastwagen gesperrt.', 'Die Straße ist für Laster gesperrt.', 'de'),
    ).toBe(false)
    expect(valuesApart('Es gab 34 Tote.', 'Es gab 35 Tote.', 'de')).toBe(true)
  })

  test('so that claims with another number are never proposed, whatever their words', () => {
    const word = fc.constantFrom('dam', 'sensors', 'broke', 'the', 'Velmora', '2025', 'spring', 'людей')
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 11 }),
        fc.nat(3000),
        fc.nat(3000),
        fc.constantFrom('en', 'uk', 'de'),
        (words, at, number, another, language) => {
          fc.pre(number !== another)
          const withNumber = (n: number) => [...words.slice(0, at), String(n), ...words.slice(at)].join(' ')
          const [one, other] = [withNumber(number), withNumber(another)]
          expect(proposeSameClaim(claim('a', one, language), claim('b', other, language))).toBeNull()
        },
      ),
    )
  })
})

describe('one claim', () => {
  test('is proposed for much the same words', () => {
    expect(
      proposeSameClaim(
        claim('b', 'The road across the dam was closed to lorries in January 2025.'),
        claim('a', 'The road across the dam was closed to trucks in January 2025.'),
      ),
    ).toEqual({
      kind: 'SAME_CLAIM',
      leftId: 'a',
      rightId: 'b',
      score: 0.78,
      method: 'text trigrams',
      evidence: expect.stringMatching(/^“.*trucks.*” and “.*lorries.*” have much the same words/),
    })
  })

  test('is not proposed where a word stands in the place of another in what is not much the same', () => {
    const rises = claim('a', 'The Mora river was rising in mid-January 2025.')
    expect(
      proposeSameClaim(rises, claim('b', 'The Mora river continued to rise in mid-January 2025.')),
    ).not.toBeNull()
    expect(
      proposeSameClaim(
        claim('a', 'Gate 3 of the Velmora Dam will be repaired by spring 2025.'),
        claim('b', 'Gate 3 of the Velmora Dam will fail in the flood of spring 2025.'),
      ),
    ).toBeNull()
  })

  test('is not proposed for two keys of one vocabulary, nor across languages', () => {
    const keyed = (id: string, key: string | null) => claim(id, 'The dam will fail.', 'en', key)
    expect(proposeSameClaim(keyed('a', 'dam/fails'), keyed('b', 'dam/breaks'))).toBeNull()
    expect(proposeSameClaim(keyed('a', 'fails'), keyed('b', 'breaks'))).toBeNull()
    expect(proposeSameClaim(keyed('a', 'dam/fails'), keyed('b', 'flood/breaks'))?.score).toBe(1)
    expect(proposeSameClaim(keyed('a', 'dam/fails'), keyed('b', null))?.score).toBe(1)
    expect(proposeSameClaim(claim('a', 'The dam.', 'en'), claim('b', 'The dam.', 'uk'))).toBeNull()
  })
})

describe('one agent', () => {
  test.each([
    ['Zelenskiy', 'Zelenskyy', 0.9, 'name spelling'],
    ['Volodymyr Zelensky', 'Volodymyr Zelenskiy', 0.9, 'name spelling'],
    ['Zahorsky, Danylo', 'Danylo Zahorskyi', 0.9, 'name spelling'],
    ['D. Zahorsky', 'Danylo Zahorsky', 0.7, 'name initials'],
    ['Volodimir Zelenski', 'Volodymyr Zelensky', 0.9, 'name spelling'],
    ['Volodimir Zelenski', 'Volodymyr Zelenskiy', 0.9, 'name spelling'],
    ['Volodimir Zelenski', 'Volodymyr Zelenskyy', 0.9, 'name spelling'],
    ['Mykhailo Vynnytskyi', 'Mikhaylo Vinnitski', 0.9, 'name spelling'],
    ['Danylo Zahorsky', 'Danilo Zahorsky', 0.9, 'name spelling'],
    ['Danylo Zahorsky', 'Danylo Zagorsky', 0.68, 'name trigrams'],
    ['DANYLO ZAHORSKY', 'Danylo Zahorsky', 1, 'one name'],
  ])('%s, %s', (one, other, score, method) => {
    expect(proposeSameAgent(agent('a', one), agent('b', other))).toMatchObject({ score, method })
  })

  test.each([
    ['Mira Koltan', 'Mira Kolman'],
    ['John Kowalski', 'Jan Kowalski'],
    ['Speaker 12', 'Speaker 13'],
    ['Danylo Zahorsky', 'Данило Загорський'],
    ['D. Zahorsky', 'Mira Zahorsky'],
    ['I. Zahorsky', 'Y. Zahorsky'],
  ])('not %s, %s', (one, other) => {
    expect(proposeSameAgent(agent('a', one), agent('b', other))).toBeNull()
  })

  test('is proposed by an address alone, whatever the kinds and letters', () => {
    const sameAs = ['https://people.example/danylo-zahorsky']
    expect(
      proposeSameAgent(
        agent('a', 'Danylo Zahorsky', { sameAs }),
        agent('b', 'Данило Загорський', { sameAs }),
      ),
    ).toMatchObject({ score: 1, method: 'sameAs address' })
  })

  test('is one of its kind, is named, and is told by more than a family name', () => {
    const kyiv = { kind: 'GOVERNMENT' as const }
    expect(proposeSameAgent(agent('a', 'Kyiv', kyiv), agent('b', 'Kiev'))).toBeNull()
    const unnamed = { kind: 'UNNAMED' as const, sameAs: ['https://x.example/'] }
    expect(
      proposeSameAgent(agent('a', 'Three engineers', unnamed), agent('b', 'Three engineers', unnamed)),
    ).toBeNull()
    const koltan = { aliases: ['Koltan'] }
    expect(proposeSameAgent(agent('a', 'Mira Koltan', koltan), agent('b', 'Igor Koltan', koltan))).toBeNull()
    const fund = { kind: 'ORGANIZATION' as const, aliases: ['IMF'] }
    expect(
      proposeSameAgent(
        agent('a', 'International Monetary Fund', fund),
        agent('b', 'IMF', { kind: 'ORGANIZATION' }),
      ),
    ).toMatchObject({
      method: 'one name',
      evidence: expect.stringContaining('(of “International Monetary Fund”)'),
    })
  })
})

describe('one occasion', () => {
  const friday = occasion(
    'a',
    'Danylo Zahorsky’s press conference in Ostrel',
    '2025-01-17T10:15:00+01:00',
    'ostrel',
  )
  test('has a like label, and the place or nearly the day', () => {
    const thursday = occasion('b', 'Mira Koltan’s press conference in Ostrel', '2025-01-16', 'ostrel')
    expect(proposeSameOccasion(friday, thursday)).toMatchObject({
      method: 'label, place and day',
      evidence: expect.stringMatching(/a like label, one place, and days 1 apart/),
    })
    expect(proposeSameOccasion(friday, { ...thursday, placeId: 'kestrin' })).toBeNull()
    expect(proposeSameOccasion(friday, { ...thursday, when: date('2025-01-27') })).toBeNull()
    expect(proposeSameOccasion(friday, { ...thursday, placeId: null, when: date(null) })).toBeNull()
    expect(proposeSameOccasion(friday, { ...thursday, label: 'Question time in parliament' })).toBeNull()
  })
})

describe('one utterance', () => {
  const long = quoted('a', '1', 'we cannot say how long it will hold')
  test('is near in its words, or a part of the other', () => {
    expect(
      proposeSameUtterance(
        long,
        quoted('b', '2', 'We simply cannot say how much longer it will hold'),
        TOGETHER,
      ),
    ).toMatchObject({ score: 0.78, method: 'aligned words' })
    expect(
      proposeSameUtterance(long, quoted('b', '2', 'cannot say how long it will hold'), TOGETHER)?.evidence,
    ).toMatch(/contained/)
    expect(
      proposeSameUtterance(long, quoted('b', '2', 'nobody lives below the dam any more'), TOGETHER),
    ).toBeNull()
  })

  test('of two languages is of one claim and one occasion or speaker', () => {
    const other = quoted('b', '2', 'Ми не можемо сказати', 'uk')
    expect(proposeSameUtterance(long, other, TOGETHER)).toMatchObject({ score: 0.5 })
    expect(proposeSameUtterance(long, other, { ...TOGETHER, oneClaim: false })).toBeNull()
    expect(proposeSameUtterance(long, other, { ...TOGETHER, oneOccasionOrSpeaker: false })).toBeNull()
  })
})

describe('a copied article', () => {
  const sentences = [
    'Gate 3 of the dam could fail in spring.',
    'Three engineers said that 34 sensors have stopped.',
    'The minister promised to repair the gate soon.',
    'The road across the dam is closed to lorries.',
  ]
  test('has whole sentences of the other, spelling aside, and is the later one', () => {
    const wire = text(
      'wire',
      [...sentences, 'Its editors checked it twice before noon.'].join(' '),
      '2025-01-17T12:20:00Z',
    )
    const copy = text('copy', sentences.join('\n').replace('said that', 'said yesterday that'), '2025-01-17')
    expect(proposeDerivedFrom(wire, copy)).toEqual({
      kind: 'DERIVED_FROM',
      leftId: 'copy',
      rightId: 'wire',
      score: 0.75,
      method: 'shared sentences',
      evidence: expect.stringMatching(/^3 sentences stand in both, of 4 and 5 .* “The minister promised/),
    })
    expect(proposeDerivedFrom(wire, text('other', sentences.slice(0, 2).join(' ')))).toBeNull()
  })
})

test('a pair is asked in the same words whichever side comes first, and never about one record or article', () => {
  const words = fc
    .array(
      fc.constantFrom(
        'the',
        'dam',
        'gate',
        'Velmora',
        'Koltan',
        'Kolten',
        'fails',
        'failed',
        '3',
        'not',
        'spring',
      ),
      {
        minLength: 1,
        maxLength: 8,
      },
    )
    .map((all) => all.join(' '))
  const day = fc.constantFrom(null, '2025-01-16', '2025-01-17', '2025-01')
  const id = fc.constantFrom('a', 'b')
  const article = fc.constantFrom('1', '2')
  fc.assert(
    fc.property(words, words, id, id, article, article, day, day, (x, y, i, j, m, n, d, e) => {
      const asked = [
        [proposeSameClaim(claim(i, x), claim(j, y)), proposeSameClaim(claim(j, y), claim(i, x))],
        [proposeSameAgent(agent(i, x), agent(j, y)), proposeSameAgent(agent(j, y), agent(i, x))],
        [
          proposeSameOccasion(occasion(i, x, d, null), occasion(j, y, e, null)),
          proposeSameOccasion(occasion(j, y, e, null), occasion(i, x, d, null)),
        ],
        [
          proposeSameUtterance(quoted(i, m, x), quoted(j, n, y), TOGETHER),
          proposeSameUtterance(quoted(j, n, y), quoted(i, m, x), TOGETHER),
        ],
        [
          proposeDerivedFrom(
            text(i, `${x}. ${x} 1. ${y} 2. ${y}.`, d),
            text(j, `${y}. ${x} 1. ${y} 2. ${x}.`, e),
          ),
          proposeDerivedFrom(
            text(j, `${y}. ${x} 1. ${y} 2. ${x}.`, e),
            text(i, `${x}. ${x} 1. ${y} 2. ${y}.`, d),
          ),
        ],
      ]
      for (const [one, other] of asked) {
        expect(one).toEqual(other)
        if (one) expect(one.leftId).not.toBe(one.rightId)
        if (one) expect(one.score).toBeGreaterThan(0)
        if (one) expect(one.score).toBeLessThanOrEqual(1)
      }
      if (m === n) expect(asked[3]![0]).toBeNull()
    }),
    { numRuns: 500 },
  )
})

test('an office is never proposed to be a person, whatever address both have', () => {
  const agent = (kind: 'PERSON' | 'OFFICE', name: string) => ({
    id: namedAgentId(kind, name, null),
    kind,
    name,
    aliases: [],
    sameAs: ['https://president.example'],
  })
  expect(proposeSameAgent(agent('PERSON', 'Ana Ruiz'), agent('OFFICE', 'Port Authority'))).toBeNull()
})
