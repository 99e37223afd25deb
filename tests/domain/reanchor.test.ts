import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { findAgain, type LostStatement, reanchor, type VersionText } from '../../src/domain/reanchor.ts'
import { CodePointText, spanAt, type TextSpan } from '../../src/domain/text-span.ts'
import type { TextPart } from '../../src/domain/vocabulary.ts'
import { normalizeText } from '../../src/domain/well-formed-text.ts'

const version = (text: string, title: string | null = null): VersionText => ({
  title: title === null ? null : new CodePointText(normalizeText(title)),
  text: new CodePointText(normalizeText(text)),
})

/** The n-th place of words in a version, from 1. */
function place(
  { title, text }: VersionText,
  words: string,
  part: TextPart = 'TEXT',
  occurrence = 1,
): TextSpan {
  const whole = part === 'TITLE' ? title! : text
  let unit = -1
  for (let seen = 0; seen < occurrence; seen++) unit = whole.text.indexOf(words, unit + 1)
  const start = whole.indexOfUnit(unit)
  return spanAt(whole, part, start, start + [...words].length)
}

const stated = (where: VersionText, ...parts: readonly string[]) => ({
  content: parts.map((part) => place(where, part)),
  quoted: [],
})
const outcomeIn = (before: VersionText, now: string, ...parts: readonly string[]) =>
  findAgain(stated(before, ...parts), version(now)).outcome

/** Words that share no part with any other: distinct runs of letters, some outside the BMP. */
const WORDS = [
  'ferry',
  'sank',
  '🦊den',
  'крыша',
  'école',
  '𝒳𝒴',
  'gate',
  'שלום',
  'roof',
  'dam',
  'x̂ray',
  'bell',
]
const sentence = (index: number) => `${WORDS[index % WORDS.length]!} ${index} holds.`

describe('a text that was edited', () => {
  const indexes = fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 12 })

  test('a unique passage is found at its new place, wherever it was moved, and one that is gone is gone', () => {
    fc.assert(
      fc.property(indexes, indexes, fc.integer({ min: 0, max: 3 }), (before, now, padding) => {
        const old = version(before.map(sentence).join('\n'))
        const paragraphs = ['🌊'.repeat(padding), ...now.map(sentence)]
        const next = version(paragraphs.join('\n\n'))
        for (const index of before) {
          const words = sentence(index).slice(0, -1)
          const content = place(old, words)
          const quoted = spanAt(old.text, 'TEXT', content.start + 2, content.end)
          const found = findAgain({ content: [content], quoted: [quoted] }, next)
          if (!now.includes(index)) {
            expect(found).toEqual({ outcome: 'GONE' })
            continue
          }
          const start = [...next.text.text.slice(0, next.text.text.indexOf(words))].length
          expect(found).toMatchObject({
            outcome: 'FOUND',
            content: [{ part: 'TEXT', start, end: start + [...words].length, exact: words }],
          })
          if (found.outcome === 'FOUND')
            for (const span of [...found.content, ...found.quoted])
              expect([...next.text.text].slice(span.start, span.end).join('')).toBe(span.exact)
        }
      }),
    )
  })

  test('in any text at all, what is found stands there once, and nothing else is found', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '🦊', 'é', 'e\u0301', '.'), maxLength: 40 })
    fc.assert(
      fc.property(
        text.map(normalizeText),
        text.map(normalizeText),
        fc.nat(),
        fc.nat(5),
        (one, other, at, size) => {
          const old = version(one)
          fc.pre(old.text.length > 0)
          const start = at % old.text.length
          const span = spanAt(old.text, 'TEXT', start, Math.min(old.text.length, start + 1 + size))
          const points = [...other]
          const length = span.end - span.start
          const places = points.flatMap((_, i) =>
            points.slice(i, i + length).join('') === span.exact ? [i] : [],
          )
          const { outcome } = findAgain({ content: [span], quoted: [] }, version(other))
          // Only a place inside a word, where the words were whole before, is none.
          const cuts = (text: string, from: number, to: number) => {
            const inWord = (character: string | undefined) => /^[abé]$/.test(character ?? '')
            const all = [...text]
            return [from, to].map((edge) => inWord(all[edge - 1]) && inWord(all[edge]))
          }
          const [cutStart, cutEnd] = cuts(one, span.start, span.end)
          const whole = places.filter((from) => {
            const [left, right] = cuts(other, from, from + length)
            return (!left || cutStart) && (!right || cutEnd)
          })
          expect(outcome).toBe(whole.length === 0 ? 'GONE' : whole.length === 1 ? 'FOUND' : 'ORPHANED')
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('words', () => {
  const old = version('The school is closed. It sank, he left, and it burned.')

  test.each<[string, string, readonly string[]]>([
    ['FOUND', 'It burned down? The school is closed.', ['The school is closed']],
    ['ORPHANED', 'The school is closed. The school is closed.', ['The school is closed']],
    ['GONE', 'The schools are closed.', ['The school is closed']],
    ['GONE', 'she left', ['he left']],
    ['FOUND', 'she left; he left', ['he left']],
    ['FOUND', 'It then sank: burned.', ['It', 'burned']],
    ['ORPHANED', 'It then sank.', ['It', 'burned']],
    ['ORPHANED', 'burned. It sank.', ['It', 'burned']],
    ['GONE', 'Nothing.', ['It', 'burned']],
    ['ORPHANED', 'It burned, burned.', ['It', 'burned']],
  ])('%s in "%s"', (outcome, text, parts) => {
    expect(outcomeIn(old, text, ...parts)).toBe(outcome)
  })

  test('may overlap with themselves: "-a-" stands twice in "-a-a-"', () => {
    expect(outcomeIn(version('x-a-x'), '-a-a-', '-a-')).toBe('ORPHANED')
  })

  test('that were two parts and overlap now are for a person', () => {
    expect(outcomeIn(version('the gate. gate holds'), 'the gate holds', 'the gate', 'gate holds')).toBe(
      'ORPHANED',
    )
  })

  test('without spaces between them stand anywhere', () => {
    expect(outcomeIn(version('他说，学校关闭。'), '据说学校关闭了', '学校关闭')).toBe('FOUND')
  })

  test('are compared in NFC and counted in code points', () => {
    const before = version('L’e\u0301cole')
    const found = findAgain(stated(before, 'école'), version('🦊🦊 e\u0301cole'))
    expect(found).toMatchObject({ outcome: 'FOUND', content: [{ start: 3, end: 8, exact: 'école' }] })
  })

  test('are looked for in their own part first, then in the other', () => {
    const before = version('Rain fell.', 'The dam holds')
    const lost = { content: [place(before, 'The dam holds', 'TITLE')], quoted: [] }
    const partIn = (now: VersionText) => {
      const found = findAgain(lost, now)
      return found.outcome === 'FOUND' ? found.content[0]!.part : found.outcome
    }
    expect(partIn(version('The dam holds. The dam holds.', 'The dam holds'))).toBe('TITLE')
    expect(partIn(version('The dam holds.', 'Rain'))).toBe('TEXT')
    expect(partIn(version('The dam holds. The dam holds.', 'Rain'))).toBe('ORPHANED')
    expect(partIn(version('Rain', null))).toBe('GONE')
  })

  test('that are quoted keep their place within the content', () => {
    const before = version('no. Mills said no to “no talks”.')
    const content = [place(before, 'said no to “no talks”')]
    const quoted = [place(before, 'no talks')]
    const now = version('no talks, no. Today Mills said no to “no talks”.')
    expect(findAgain({ content, quoted }, now)).toMatchObject({
      outcome: 'FOUND',
      quoted: [{ exact: 'no talks', start: now.text.text.lastIndexOf('no talks') }],
    })
  })
})

describe('several statements with the same words', () => {
  const before = version('It sank. Later: It sank.')
  const places = new Map([
    ['first', [place(before, 'It sank')]],
    ['second', [place(before, 'It sank', 'TEXT', 2)]],
    // As in "Reuters and AP reported that": two sources, one passage.
    ['twin', [place(before, 'It sank')]],
  ])
  const lost = (...ids: readonly string[]): LostStatement[] =>
    ids.map((id) => ({ id, versionId: 'v1', content: places.get(id)!, quoted: [] }))
  const now = version('In May: It sank.')
  const outcomes = (ids: readonly string[], told: readonly string[]) =>
    Object.fromEntries(
      [
        ...reanchor(
          lost(...ids),
          told.map((id) => ({ id, content: [place(now, 'It sank')] })),
          now,
          () => places,
        ),
      ].map(([id, { outcome }]) => [id, outcome]),
    )

  test('at two places: the one that is left is whose the annotation says, else nobody can tell', () => {
    expect(outcomes(['second'], ['first'])).toEqual({ second: 'GONE' })
    expect(outcomes(['first', 'second'], [])).toEqual({ first: 'ORPHANED', second: 'ORPHANED' })
  })

  test('at one place go there together', () => {
    expect(outcomes(['first', 'twin'], [])).toEqual({ first: 'FOUND', twin: 'FOUND' })
    expect(outcomes(['twin'], ['first'])).toEqual({ twin: 'FOUND' })
  })

  test('that stand twice in the new version are for a person, whoever else is there', () => {
    const twice = reanchor(lost('first'), [], version('It sank. It sank.'), () => places)
    expect(twice.get('first')).toEqual({ outcome: 'ORPHANED' })
  })
})
