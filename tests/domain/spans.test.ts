import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { MAX_CANDIDATES, type Quotation, resolveQuotation } from '../../src/domain/quotation.ts'
import { CONTEXT_LENGTH, CodePointText, offsetsProblem, spanAt } from '../../src/domain/text-span.ts'
import { normalizeText } from '../../src/domain/well-formed-text.ts'

/** Letters that repeat, a character outside the BMP, a mark that NFC cannot compose with x, right-to-left letters. */
const character = fc.constantFrom('a', 'b', ' ', '🦊', '𝒳', 'x̂', 'é', 'e\u0301', 'ש', 'ל', 'م', '“', '.')
const text = fc.string({ unit: character, maxLength: 80 }).map(normalizeText)
const filledText = text.filter((string) => string.length > 0)

describe('code points', () => {
  test('offsets, slices and lengths are those of the array of code points', () => {
    fc.assert(
      fc.property(
        fc.oneof(text, fc.string({ unit: 'binary' })),
        fc.nat(90),
        fc.nat(90),
        (string, start, end) => {
          const points = [...string]
          const subject = new CodePointText(string)
          expect(subject.length).toBe(points.length)
          expect(subject.slice(start, end)).toBe(points.slice(start, end).join(''))
          for (let index = 0; index <= points.length; index++) {
            const unit = points.slice(0, index).join('').length
            expect(subject.unitOffset(index)).toBe(unit)
            expect(subject.indexOfUnit(unit)).toBe(index)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  test('the middle of a surrogate pair is that pair, and a lone surrogate is a code point', () => {
    expect(new CodePointText('a🦊b').indexOfUnit(2)).toBe(1)
    expect(new CodePointText('\ud83d\ud83e\udd8a\udd8a').length).toBe(3)
  })

  test('a text of two million characters gives any of its spans', () => {
    const long = new CodePointText('Lavrov 🦊 said: مرحبا. '.repeat(100_000))
    for (let index = 0; index < 100_000; index += 1_000) {
      expect(long.slice(index * 22 + 7, index * 22 + 13)).toBe('🦊 said')
    }
  })
})

describe('spans', () => {
  test('a span carries its words and up to 32 code points on either side', () => {
    const subject = new CodePointText(`${'🦊'.repeat(40)}שלום${'x̂'.repeat(10)}`)
    expect(spanAt(subject, 'TEXT', 40, 44)).toEqual({
      part: 'TEXT',
      start: 40,
      end: 44,
      exact: 'שלום',
      prefix: '🦊'.repeat(CONTEXT_LENGTH),
      suffix: 'x̂'.repeat(10),
    })
  })

  test('prefix, words and suffix stand together in the text', () => {
    fc.assert(
      fc.property(filledText, fc.nat(), fc.nat(), (string, one, other) => {
        const subject = new CodePointText(string)
        const start = one % subject.length
        const end = start + 1 + (other % (subject.length - start))
        const span = spanAt(subject, 'TITLE', start, end)
        const points = [...string]
        expect(span.prefix + span.exact + span.suffix).toBe(
          points.slice(Math.max(0, start - 32), end + 32).join(''),
        )
        expect([...span.exact].length).toBe(end - start)
      }),
    )
  })

  test.each([
    [-1, 2, 'begins at -1'],
    [2, 2, '"end" is exclusive'],
    [3, 2, '"end" is exclusive'],
    [0, 4, 'the text ends at 3'],
    [0.5, 2, 'whole numbers'],
    [0, Number.NaN, 'whole numbers'],
  ])('%s to %s is no span', (start, end, message) => {
    const subject = new CodePointText('a🦊b')
    expect(offsetsProblem(subject, start, end)).toContain(message)
    expect(() => spanAt(subject, 'TEXT', start, end)).toThrow(RangeError)
    expect(offsetsProblem(subject, 0, 3)).toBeNull()
  })
})

describe('quotations', () => {
  const resolve = (string: string, quotation: Quotation, within?: [number, number][]) =>
    resolveQuotation(new CodePointText(normalizeText(string)), 'TEXT', quotation, within)
  function starts(string: string, quotation: Quotation, within?: [number, number][]) {
    const resolved = resolve(string, quotation, within)
    return resolved.ok
      ? resolved.span.start
      : [resolved.reason, ...resolved.candidates.map(({ start }) => start)]
  }

  test('finds exactly the places that trying every place finds', () => {
    fc.assert(
      fc.property(
        filledText,
        fc.nat(),
        fc.integer({ min: 1, max: 4 }),
        fc.nat(2),
        fc.nat(2),
        fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
        (string, one, length, before, after, occurrence) => {
          const points = [...string]
          const at = one % points.length
          const exact = points.slice(at, at + length).join('')
          const size = [...exact].length
          const prefix = points.slice(Math.max(0, at - before), at).join('')
          const suffix = points.slice(at + size, at + size + after).join('')
          const fits = points.flatMap((_, start) => {
            const there = points.slice(start, start + size).join('') === exact
            const left = points.slice(0, start).join('').endsWith(prefix)
            const right = points
              .slice(start + size)
              .join('')
              .startsWith(suffix)
            return there && left && right ? [start] : []
          })
          // A mark at the beginning of a slice may compose with what NFC puts before it: not a quotation of words.
          fc.pre([prefix, exact, suffix].every((part) => normalizeText(part) === part))
          const resolved = resolve(string, { exact, prefix, suffix, occurrence })
          const expected =
            occurrence !== undefined ? fits[occurrence - 1] : fits.length === 1 ? fits[0] : undefined
          if (expected === undefined) {
            expect(resolved).toMatchObject({
              ok: false,
              reason: occurrence === undefined ? 'ambiguous' : 'missing',
              total: fits.length,
            })
            if (!resolved.ok) {
              expect(resolved.candidates.map(({ start }) => start)).toEqual(fits.slice(0, MAX_CANDIDATES))
            }
          } else {
            expect(resolved).toMatchObject({
              ok: true,
              span: { start: expected, end: expected + size, exact },
            })
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  test('places may overlap', () => {
    expect(starts('aaaa', { exact: 'aa' })).toEqual(['ambiguous', 0, 1, 2])
    expect(starts('aaaa', { exact: 'aa', occurrence: 2 })).toBe(1)
    expect(starts('abababa', { exact: 'aba', suffix: 'b', prefix: 'b' })).toBe(2)
  })

  test('a text that repeats itself does not take quadratic time', () => {
    const long = new CodePointText('a'.repeat(1_000_000))
    expect(resolveQuotation(long, 'TEXT', { exact: 'a'.repeat(400_000) })).toMatchObject({ total: 600_001 })
  })

  test('words are brought to the form of the text', () => {
    expect(starts('le café fermé', { exact: 'cafe\u0301' })).toBe(3)
    expect(starts('one\r\ntwo', { exact: 'one\r\ntwo' })).toBe(0)
    expect(starts('🦊 אמר שלום ‏🦊', { exact: 'שלום' })).toBe(6)
  })

  test('words end before a mark that cannot be composed with their last letter', () => {
    expect(resolve('the x̂ value', { exact: 'x' })).toMatchObject({
      ok: true,
      span: { start: 4, end: 5, suffix: '\u0302 value' },
    })
  })

  test('of several places the only one within the given ranges is meant', () => {
    const string = 'He said no. She said no. He said no.'
    expect(starts(string, { exact: 'said no' })).toEqual(['ambiguous', 3, 16, 28])
    expect(starts(string, { exact: 'said no' }, [[12, 24]])).toBe(16)
    expect(starts(string, { exact: 'said no' }, [[12, 22]])).toEqual(['ambiguous', 3, 16, 28])
    expect(starts(string, { exact: 'said no' }, [[0, 24]])).toEqual(['ambiguous', 3, 16, 28])
    expect(starts(string, { exact: 'said no', occurrence: 3 }, [[12, 24]])).toBe(28)
    expect(starts(string, { exact: 'She' }, [[0, 5]])).toBe(12)
  })

  test('an ambiguous quotation shows five places and counts all, and says how to tell them apart', () => {
    const resolved = resolve('no 🦊 '.repeat(9), { exact: 'no' })
    expect(resolved).toMatchObject({ reason: 'ambiguous', total: 9 })
    if (resolved.ok) throw new Error('resolved')
    expect(resolved.candidates).toHaveLength(MAX_CANDIDATES)
    expect(resolved.candidates[1]).toEqual({
      start: 5,
      end: 7,
      exact: 'no',
      prefix: 'no 🦊 ',
      suffix: [...` 🦊 ${'no 🦊 '.repeat(7)}`].slice(0, 32).join(''),
    })
    expect(resolved.message).toContain('9 places fit in the text: tell them apart by "prefix"')
  })

  test.each<[string, string, Quotation, string]>([
    [
      'other quotation marks',
      'Rubio said “no 🦊 deal” – twice',
      { exact: '"no 🦊 deal" - twice' },
      '“no 🦊 deal” – twice',
    ],
    ['an apostrophe', 'Moscow’s lack of concessions', { exact: "Moscow's lack" }, 'Moscow’s lack'],
    ['other letter case', 'The White House said', { exact: 'the white house' }, 'The White House'],
    ['letters that grow when folded', 'In der Straße 🦊 sagte er', { exact: 'der STRASSE' }, 'der Straße'],
    [
      'other white space',
      'said on\n  Friday\u00a0night',
      { exact: 'on Friday night' },
      'on\n  Friday\u00a0night',
    ],
    ['an invisible character', 'nego\u00adtiations went on', { exact: 'negotiations' }, 'nego\u00adtiations'],
    [
      'another wording',
      'talks would end within days, he said',
      { exact: 'talks could end within days' },
      'ould end within days',
    ],
    ['right-to-left text', 'אמר שלום עולם היום', { exact: 'שלום עולם מחר' }, 'שלום עולם'],
    ['another prefix', 'it said no', { exact: 'said no', prefix: 'he ' }, 'said no'],
    ['another suffix', 'it said no', { exact: 'said no', suffix: '!' }, 'said no'],
    ['too high an occurrence', 'it said no', { exact: 'said no', occurrence: 2 }, 'said no'],
  ])('a missing quotation shows what comes near: %s', (_, string, quotation, near) => {
    const resolved = resolve(string, quotation)
    expect(resolved).toMatchObject({ ok: false, reason: 'missing', total: 1, candidates: [{ exact: near }] })
    if (resolved.ok) throw new Error('resolved')
    const { start, end, exact } = resolved.candidates[0]!
    expect([...normalizeText(string)].slice(start, end).join('')).toBe(exact)
  })

  test('words without anything near them have no candidates', () => {
    expect(resolve('Kyiv answered.', { exact: 'qqq zzz' })).toMatchObject({
      reason: 'missing',
      candidates: [],
      total: 0,
    })
    expect(resolve('Kyiv answered.', { exact: '\u200b' })).toMatchObject({
      reason: 'missing',
      candidates: [],
    })
    expect(resolve('', { exact: 'Kyiv' })).toMatchObject({ reason: 'missing', candidates: [] })
    expect(resolve('Kyiv answered.', { exact: '' })).toMatchObject({ reason: 'missing', candidates: [] })
  })

  test('candidates of a missing quotation are spans of the text', () => {
    fc.assert(
      fc.property(text, filledText, (string, exact) => {
        const resolved = resolve(string, { exact })
        if (resolved.ok) return
        expect(resolved.candidates.length).toBe(Math.min(resolved.total, MAX_CANDIDATES))
        for (const candidate of resolved.candidates) {
          expect([...string].slice(candidate.start, candidate.end).join('')).toBe(candidate.exact)
        }
      }),
      { numRuns: 300 },
    )
  })
})
