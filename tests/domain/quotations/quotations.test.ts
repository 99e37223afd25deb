import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { foldCase } from '../../../src/domain/fold-case.ts'
import { compareQuotations, type Quotation } from '../../../src/domain/quotations/compare-quotations.ts'
import { nearestQuotations } from '../../../src/domain/quotations/nearest-quotations.ts'
import { spellingKey } from '../../../src/domain/quotations/spelling-key.ts'
import { trigramSimilarity } from '../../../src/domain/quotations/trigram-similarity.ts'
import type { QuoteEditKind } from '../../../src/domain/vocabulary.ts'

const english = (text: string): Quotation => ({ text, language: 'en' })
const compare = (from: string, to: string, language = 'en') =>
  compareQuotations({ text: from, language }, { text: to, language })
const edits = (from: string, to: string, language = 'en') => compare(from, to, language).edits

/** One line: [-REMOVED-] and {+ADDED+} in the text that both have. */
function marked(from: string, to: string, language = 'en'): string {
  return compare(from, to, language)
    .difference.map(({ difference, text }) =>
      difference === 'SAME' ? text : difference === 'ADDED' ? `{+${text}+}` : `[-${text}-]`,
    )
    .join('')
}

function side(comparison: ReturnType<typeof compare>, other: 'ADDED' | 'REMOVED'): string {
  return comparison.difference
    .filter(({ difference }) => difference === 'SAME' || difference === other)
    .map(({ text }) => text)
    .join('')
}

const CRACK = 'We have measured a crack of four metres in the arm of the gate'
const HOLD = 'we cannot say how long it will hold'
const LETTER = 'We’ve never received such a letter'

describe('the quotations of the demonstration set', () => {
  test.each<[string, string, number, QuoteEditKind[]]>([
    [CRACK, CRACK, 1, []],
    [CRACK, 'We have measured a crack of four meters in the arm of the gate', 1, ['SPELLING']],
    [HOLD, HOLD, 1, []],
    [HOLD, 'cannot say how long it will hold', 14 / 15, ['CONTAINED']],
    [HOLD, 'We simply cannot say how much longer it will hold', 14 / 18, ['INSERTION', 'SUBSTITUTION']],
    [HOLD, 'We cannot say how long it will hold', 1, []],
    [LETTER, "We've never received such a letter", 1, ['PUNCTUATION']],
    [LETTER, 'We have never received any such letter', 8 / 13, ['INSERTION', 'SUBSTITUTION']],
  ])('%s | %s', (from, to, ratio, kinds) => {
    expect(compare(from, to)).toMatchObject({ ratio: expect.closeTo(ratio, 10), edits: kinds })
  })

  test('a translation is not compared word by word', () => {
    const from = english(CRACK)
    const to = { text: 'Ми виміряли тріщину завдовжки чотири метри у стійці затвора', language: 'uk' }
    expect(compareQuotations(from, to)).toEqual({
      ratio: 0,
      edits: ['TRANSLATION'],
      difference: [
        { difference: 'REMOVED', text: from.text },
        { difference: 'ADDED', text: to.text },
      ],
    })
    expect(compareQuotations(from, { ...from, language: 'fr' })).toMatchObject({
      ratio: 1,
      edits: ['TRANSLATION'],
    })
    for (const language of ['en-GB', 'EN', 'und', 'mul', 'not a tag', '']) {
      expect(compareQuotations(from, { ...from, language }).edits).toEqual([])
    }
    expect(compareQuotations({ ...from, language: 'iw' }, { ...from, language: 'he' }).edits).toEqual([])
  })

  test('shows word by word what differs', () => {
    expect(marked(HOLD, 'We simply cannot say how much longer it will hold')).toBe(
      'we{+ simply+} cannot say how [-long-]{+much longer+} it will hold',
    )
    expect(marked(LETTER, "We've never\nreceived such a letter.")).toBe(
      "[-We’ve-]{+We've+} never received such a letter{+.+}",
    )
    expect(marked('long ago', 'very long ago')).toBe('{+very +}long ago')
    expect(marked('', 'all new')).toBe('{+all new+}')
    expect(marked('', '')).toBe('')
  })
})

describe('spelling variants', () => {
  test.each([
    ['meters', 'metres'],
    ['color', 'colour'],
    ['favourite', 'favorite'],
    ['organise', 'organize'],
    ['organisation', 'organization'],
    ['analysed', 'analyzed'],
    ['travelled', 'traveled'],
    ['defence', 'defense'],
    ['programme', 'program'],
    ["Labour's", 'Labor’s'],
    ['Zelenskiy', 'Zelenskyy'],
    ['Zelensky', 'Zelenskyi'],
    ["Zelenskii's", "Zelensky's"],
    ['Zahorskiy', 'Zahorsky'],
    ['Sergei', 'Sergey'],
    ['Mohammed', 'Muhammad'],
    ['Erdoğan', 'Erdogan'],
    ['four', '4'],
    ['thirty-four', '34'],
    ['1,000', '1000'],
    ['re-elected', 'reelected'],
    ['can not', 'cannot'],
  ])('%s and %s are one word', (one, other) => {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const comparison = compare(`there ${from} stood`, `there ${to} stood`)
      expect([comparison.ratio, comparison.edits]).toEqual([1, ['SPELLING']])
      expect(marked(`there ${from} stood`, `there ${to} stood`)).toBe(`there [-${from}-]{+${to}+} stood`)
    }
  })

  test.each([
    ["won't", 'wont'],
    ["won't", 'want'],
    ["can't", 'can'],
    ['cannot', 'can'],
    ['will', 'would'],
    ['could', 'would'],
    ['34', '35'],
    ['3.5', '35'],
    ['4', '40'],
    ['four', '5'],
    ['1,000', '1,001'],
    ['10²', '102'],
    ['war', 'was'],
    ['now', 'not'],
    ['million', 'billion'],
    ['Iran', 'Iraq'],
    ['Russia', 'Russian'],
    ['Israel', 'Israeli'],
    ['Austria', 'Australia'],
    ['Johnson', 'Johnston'],
    ['attack', 'attacks'],
    ['increase', 'increased'],
    ['filled', 'filed'],
    ['refilled', 'refiled'],
    ['scoured', 'scored'],
    ['timbre', 'timber'],
    ['hour', 'hor'],
    ['re-sign', 'resign'],
    ['every day', 'everyday'],
  ])('%s and %s are two words', (from, to) => {
    const comparison = compare(`there ${from} stood`, `there ${to} stood`)
    expect(comparison.ratio).toBeLessThan(1)
    expect(comparison.edits).toContain('SUBSTITUTION')
    expect(comparison.edits).not.toContain('SPELLING')
  })

  test('the rules of English do not apply to other languages', () => {
    expect(edits('au centre', 'au center', 'fr')).toEqual(['SUBSTITUTION'])
    expect(edits('wir haben schon', 'wir haben schön', 'de')).toEqual(['SUBSTITUTION'])
    expect(edits('1,000 Meter', '1000 Meter', 'de')).toEqual(['SUBSTITUTION'])
    expect(edits('two metres', 'two meters', 'und')).toEqual(['SUBSTITUTION'])
    expect(compareQuotations(english('two metres'), { text: 'two meters', language: 'und' }).edits).toEqual([
      'SPELLING',
    ])
  })

  test('no two whole numbers share a key', () => {
    const number = fc.nat(200_000)
    const written = (n: number) => [
      String(n),
      n.toLocaleString('en-US'),
      n.toLocaleString('ar-EG', { useGrouping: false }),
    ]
    fc.assert(
      fc.property(number, number, (one, other) => {
        const keys = new Set(written(one).map((text) => spellingKey(text, true)))
        expect(keys).toEqual(new Set([String(one)]))
        if (one !== other)
          expect(written(other).some((text) => keys.has(spellingKey(text, true)))).toBe(false)
      }),
    )
  })
})

describe('edits', () => {
  test.each<[string, string, QuoteEditKind[]]>([
    // Words left out inside, with a mark or without.
    ['we will never agree to that', 'we will agree to that', ['ELISION']],
    ['we will never agree to that', 'we will … agree to that', ['ELISION']],
    ['We agree. Not today. We wait.', 'We agree … We wait.', ['ELISION']],
    ['we go home now. Then we rest', 'we go home. Then we rest', ['ELISION']],
    ['I saw Gen. Ada Smith there', 'I saw Smith there', ['ELISION']],
    // Parts that stand apart run together.
    ['We walk to the river. We sing. And we fight', 'We walk to the river and we fight', ['SPLICE']],
    ['we walk to the river … and we fight', 'we walk to the river and we fight', ['SPLICE']],
    ['We walk to the river. They came in peace', 'They came in peace. We walk to the river', ['SPLICE']],
    [
      'We walk to the river. It was cold. They came in peace',
      'They came in peace … We walk to the river',
      ['SPLICE'],
    ],
    // Words exchanged, in equal number or not.
    ['three diplomats have left', 'officials have left', ['ELISION', 'SUBSTITUTION']],
    ['the gate will hold', 'the gate could hold', ['SUBSTITUTION']],
    ['such a letter came', 'any such letter came', ['SUBSTITUTION']],
    ['now we go there', 'we now go there', ['SUBSTITUTION']],
    ['it will hold', 'it will hold, sadly', ['INSERTION']],
    // A part, altered.
    ['first this, and then it will hold for ever', 'it will probably hold', ['INSERTION', 'CONTAINED']],
    // Marks alone.
    ['yes, it is – he said so', 'yes it is — he said so.', ['PUNCTUATION']],
    ['the U.S. troops', 'the US troops', ['PUNCTUATION']],
    ['he said "no"', 'he said “no”', ['PUNCTUATION']],
    ['we go and we rest', 'we go … and we rest', ['PUNCTUATION']],
    ['a long-term plan', 'a long term plan', ['PUNCTUATION']],
    ['', '', []],
    ['…', '', ['PUNCTUATION']],
  ])('%s | %s', (from, to, kinds) => {
    expect(edits(from, to)).toEqual(kinds)
  })

  test('of a word that stands twice, the one beside the rest of the part is meant', () => {
    expect(marked('we have measured it, and we cannot say how long', 'we simply cannot say how long')).toBe(
      '[-we have measured it, and -]we{+ simply+} cannot say how long',
    )
    expect(edits('the end and the start', 'the start')).toEqual(['CONTAINED'])
  })
})

describe('other scripts', () => {
  test('Cyrillic', () => {
    expect(edits('всё будет хорошо', 'Все будет хорошо', 'ru')).toEqual(['SPELLING'])
    expect(edits('у п’ятницю він приїде', "у п'ятницю він приїде", 'uk')).toEqual(['PUNCTUATION'])
    expect(edits('ми не можемо сказати', 'ми можемо сказати', 'uk')).toEqual(['ELISION'])
    expect(edits('мой дом', 'мои дом', 'ru')).toEqual(['SUBSTITUTION'])
    expect(
      edits('ми не можемо сказати, скільки він протримається', 'скільки він протримається', 'uk'),
    ).toEqual(['CONTAINED'])
  })

  test('Arabic', () => {
    const text = 'لا نستطيع أن نقول كم من الوقت سيصمد'
    expect(edits(text, 'نستطيع أن نقول كم من الوقت سيصمد', 'ar')).toEqual(['CONTAINED'])
    expect(edits(text, 'لا نستطيع أن نقول متى سيصمد', 'ar')).toEqual(['ELISION', 'SUBSTITUTION'])
    expect(compare('كَتَبَ محمد ٣٤ رسالة', 'كتب محـمد 34 رسالة', 'ar')).toMatchObject({
      ratio: 1,
      edits: ['SPELLING'],
    })
    expect(edits('قال ذلك، ثم ذهب؟', 'قال ذلك ثم ذهب', 'ar')).toEqual(['PUNCTUATION'])
    expect(edits('أن يقول', 'إن يقول', 'ar')).toEqual(['SUBSTITUTION'])
  })

  test('Chinese, without spaces', () => {
    const text = '我们在闸门的支臂上测得一条四米长的裂缝，无法说出它还能坚持多久'
    expect(edits(text, '无法说出它还能坚持多久', 'zh')).toEqual(['CONTAINED'])
    expect(edits(text, text.replace('，', ','), 'zh')).toEqual(['PUNCTUATION'])
    expect(edits(text, text.replace('四米', '五米'), 'zh')).toEqual(['SUBSTITUTION'])
    expect(marked('一条四米长的裂缝', '一条五米长的裂缝', 'zh')).toBe('一条[-四-]{+五+}米长的裂缝')
    expect(edits('データを公開した', 'データを公開しない', 'ja')).toEqual(['INSERTION', 'SUBSTITUTION'])
    expect(marked('它还能坚持多久', '它能坚持多久', 'zh')).toBe('它[-还-]能坚持多久')
    expect(edits('我们同意。明天下雨。他们反对', '我们同意，他们反对', 'zh')).toEqual(['SPLICE'])
  })
})

/** Words that stand once each, none a spelling of another, so that it is known what was done to them. */
const VOCABULARY =
  'amber basin candle dragon engine forest guitar hammer island jacket kettle ladder market needle orange pepper quartz ribbon silver tunnel umbrella valley window yellow zipper мост река город дверь стена كتاب بيت شمس قمر بحر'.split(
    ' ',
  )
const OTHERS = 'alpha bravo charlie delta echo foxtrot golf hotel india'.split(' ')
const sentence = fc.shuffledSubarray(VOCABULARY, { minLength: 5, maxLength: 30 })
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        'we',
        'can',
        'not',
        "can't",
        'say',
        'U.S.',
        '34',
        'four',
        '…',
        '. ',
        ',',
        ' ',
        '\n',
        '-',
        '“',
        '”',
        '我们',
        'لا',
      ),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join(' ')),
  fc
    .array(fc.constantFrom('a', 'b', 'c', 'A', ' ', ' ', '.', '-', '...'), { maxLength: 40 })
    .map((parts) => parts.join('')),
)
const anyLanguage = fc.constantFrom('en', 'und', 'ru')

describe('properties', () => {
  test('a wording is word for word itself', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        const { ratio, edits: kinds, difference } = compare(text, text, language)
        expect([ratio, kinds]).toEqual([1, []])
        expect(difference).toEqual(text === '' ? [] : [{ difference: 'SAME', text }])
      }),
    )
  })

  test('the ratio is symmetric and between 0 and 1', () => {
    fc.assert(
      fc.property(anyText, anyText, anyLanguage, (one, other, language) => {
        const { ratio } = compare(one, other, language)
        expect(ratio).toBe(compare(other, one, language).ratio)
        expect(ratio).toBeGreaterThanOrEqual(0)
        expect(ratio).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('both texts can be read from the difference', () => {
    const plain = (text: string) => foldCase(text).replace(/\s+/gu, ' ')
    fc.assert(
      fc.property(anyText, anyText, anyLanguage, (from, to, language) => {
        const comparison = compare(from, to, language)
        expect(side(comparison, 'REMOVED')).toBe(from)
        expect(plain(side(comparison, 'ADDED'))).toBe(plain(to))
        const kinds = comparison.difference.map(({ difference }) => difference)
        expect(kinds.every((kind, at) => kind !== kinds[at + 1])).toBe(true)
        expect(comparison.difference.every(({ text }) => text !== '')).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('other marks, spellings and letter case are no alteration', () => {
    const variants = [
      ['metres', 'meters'],
      ['colour', 'color'],
      ['we’ve', "we've"],
      ['Zelenskiy', 'Zelenskyy'],
      ['four', 'Four'],
      ['gate', 'GATE'],
      ['yes,', 'yes'],
      ['so –', 'so —'],
    ] as const
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...variants), { minLength: 1, maxLength: 20 }), (chosen) => {
        const comparison = compare(
          chosen.map(([one]) => one).join(' '),
          chosen.map(([, other]) => other).join(' '),
        )
        expect(comparison.ratio).toBe(1)
        expect(comparison.edits.filter((kind) => kind !== 'SPELLING' && kind !== 'PUNCTUATION')).toEqual([])
      }),
    )
  })

  test('a run of whole words is a part', () => {
    // Words may repeat here: a part is a part wherever else its words stand.
    const words = fc.array(fc.constantFrom('a', 'the', 'of', 'not', 'we', 'say'), {
      minLength: 2,
      maxLength: 25,
    })
    fc.assert(
      fc.property(fc.oneof(words, sentence), fc.nat(), fc.nat(), (all, from, length) => {
        const start = from % all.length
        const part = all.slice(start, start + 1 + (length % (all.length - 1)))
        expect(edits(all.join(' '), part.join(' '))).toEqual(['CONTAINED'])
      }),
      { numRuns: 300 },
    )
  })

  test('what was done to the words is what is found', () => {
    const places = fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(sentence, places, (words, chosen) => {
        const inner = new Set(chosen.map((place) => 1 + (place % (words.length - 2))))
        const any = new Set(chosen.map((place) => place % words.length))
        const text = words.join(' ')
        const deleted = words.filter((_, at) => !inner.has(at)).join(' ')
        const inserted = words
          .flatMap((word, at) => (any.has(at) ? [OTHERS[at % 9]!, word] : [word]))
          .join(' ')
        const exchanged = words.map((word, at) => (any.has(at) ? OTHERS[at % 9]! : word)).join(' ')
        expect(edits(text, deleted)).toEqual(['ELISION'])
        expect(compare(text, deleted).ratio).toBe(
          (2 * (words.length - inner.size)) / (2 * words.length - inner.size),
        )
        expect(edits(text, inserted)).toEqual(['INSERTION'])
        expect(edits(text, exchanged)).toEqual(['SUBSTITUTION'])
        expect(compare(text, exchanged).ratio).toBe((words.length - any.size) / words.length)
      }),
    )
  })

  test('parts of four words and more in another order are a splice', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(VOCABULARY, { minLength: 8 }), fc.nat(), (words, place) => {
        const at = 4 + (place % (words.length - 7))
        expect(edits(words.join(' '), [...words.slice(at), ...words.slice(0, at)].join(' '))).toEqual([
          'SPLICE',
        ])
      }),
    )
  })
})

describe('long texts', () => {
  // A linear congruential generator, so that the words recur without a period.
  let state = 1
  const words = Array.from({ length: 5000 }, () => {
    state = (state * 1103515245 + 12345) % 2 ** 31
    return `w${(state >> 8) % 1777}`
  })
  const text = words.join(' ')

  test('5,000 words against their own variations', () => {
    expect(compare(text, text).ratio).toBe(1)
    expect(compare(text, words.map((word, at) => (at % 10 === 5 ? 'new' : word)).join(' '))).toMatchObject({
      ratio: 0.9,
      edits: ['SUBSTITUTION'],
    })
    expect(edits(text, words.slice(2000, 2050).join(' '))).toEqual(['CONTAINED'])
  })

  test('beyond the limit, the common beginning and end are aligned and the rest is exchanged', () => {
    const reversed = [...words.slice(0, 100), ...words.slice(100, 4900).reverse(), ...words.slice(4900)]
    const comparison = compare(text, reversed.join(' '))
    expect(comparison.ratio).toBeGreaterThanOrEqual(200 / 5000)
    expect(comparison.ratio).toBeLessThan(0.05)
    expect(comparison.edits).toEqual(['SUBSTITUTION'])
    expect(side(comparison, 'REMOVED')).toBe(text)
  })
})

describe('nearest quotations', () => {
  const recorded = [
    CRACK,
    HOLD,
    `${CRACK}, and ${HOLD}`,
    LETTER,
    'Gate 3 of the Velmora Dam could fail in the spring flood',
    'Sandbags have been stacked along the market square since Friday evening',
    'Gate 5 of the dam is also cracked',
    'the gate will be repaired by spring',
  ].map(english)
  const near = (text: string) =>
    nearestQuotations(english(text), recorded).map(({ candidate }) => candidate.text)

  test('finds the wording that was altered, nearest first, with what differs', () => {
    const found = nearestQuotations(english('We cannot say how long the gate will hold'), recorded)
    expect(found.map(({ candidate }) => candidate)).toEqual([recorded[1], recorded[2]])
    expect(found[0]!.comparison).toEqual(
      compareQuotations(recorded[1]!, english('We cannot say how long the gate will hold')),
    )
    expect(near('We have never received any such letter')).toEqual([LETTER])
    expect(near('We simply cannot say how much longer it will hold')).toEqual([HOLD, `${CRACK}, and ${HOLD}`])
  })

  test('finds a part of a long quotation', () => {
    const long = english(
      `${'Before that there was much else that she had to say about it. '.repeat(10)}${CRACK}.`,
    )
    const found = nearestQuotations(english('a crack of four meters in the arm of the gate'), [
      ...recorded,
      long,
    ])
    expect(found.map(({ candidate }) => candidate)).toEqual([recorded[0], recorded[2], long])
    expect(found[2]!.comparison.edits).toEqual(['SPELLING', 'PUNCTUATION', 'CONTAINED'])
  })

  test('puts the higher ratio first, whatever part of a long quotation is the nearer one', () => {
    const part = english(
      'We cannot say how long it will hold, and there is much more that was said of it on that day',
    )
    const whole = english('We can not tell how long it may hold')
    const found = nearestQuotations(english(HOLD), [part, whole])
    expect(found.map(({ candidate }) => candidate)).toEqual([whole, part])
    const ratios = near(HOLD).map((text) => compareQuotations(english(text), english(HOLD)).ratio)
    expect(ratios).toEqual([...ratios].sort((a, b) => b - a))
  })

  test('finds nothing where nothing is near', () => {
    for (const text of [
      'Nobody lives below the dam any more',
      'I have never been to the moon',
      'the',
      '…',
      '',
    ]) {
      expect(near(text)).toEqual([])
    }
    expect(nearestQuotations(english(HOLD), [])).toEqual([])
    expect(nearestQuotations({ text: 'Ми не можемо сказати', language: 'uk' }, recorded)).toEqual([])
  })

  test('keeps the candidate as it was given, and equals in their order', () => {
    const candidates = ['s1', 's2', 's3'].map((id) => ({ id, ...english(HOLD) }))
    expect(nearestQuotations(english(HOLD), candidates).map(({ candidate }) => candidate)).toEqual(candidates)
  })
})

describe('trigram similarity', () => {
  test('orders spellings of a name before other names', () => {
    const alike = trigramSimilarity('Danylo Zahorsky', 'Danylo Zahorskyi')
    expect(alike).toBeCloseTo(15 / 18, 10)
    expect(alike).toBeGreaterThan(trigramSimilarity('Danylo Zahorsky', 'Danylo Zaharchenko'))
    expect(trigramSimilarity('Danylo Zahorsky', 'Данило Загорський')).toBe(0)
  })

  test.each([
    ['Recep Tayyip Erdoğan', 'RECEP TAYYIP ERDOGAN'],
    ['Zahorsky, Danylo', 'Danylo Zahorsky'],
    ['O’Brien', "O'Brien"],
    ['مُحَمَّد ٣٤', 'محمد 34'],
    ['Ｖｅｌｍｏｒａ', 'Velmora'],
    ['Łódź', 'Lodz'],
  ])('%s is written like %s', (one, other) => {
    expect(trigramSimilarity(one, other)).toBe(1)
  })

  test('is symmetric, 1 for the same, 0 without letters, and keeps й from и', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const similarity = trigramSimilarity(one, other)
        expect(similarity).toBe(trigramSimilarity(other, one))
        expect(similarity).toBeGreaterThanOrEqual(0)
        expect(similarity).toBeLessThanOrEqual(1)
        if (/[a-z0-9]/i.test(one)) expect(trigramSimilarity(one, one)).toBe(1)
      }),
    )
    expect(trigramSimilarity('… – !', '… – !')).toBe(0)
    expect(trigramSimilarity('мой', 'мои')).toBeLessThan(1)
  })
})
