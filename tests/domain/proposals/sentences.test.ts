import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { sentencesIn } from '../../../src/domain/proposals/sentences.ts'

describe('the sentences of a text', () => {
  test('end with a full stop, a question, a line; the mark behind belongs to them', () => {
    expect(sentencesIn('It sank. “Did it?” Ana asked.\nNobody knows')).toEqual([
      'It sank. ',
      '“Did it?” ',
      'Ana asked.\n',
      'Nobody knows',
    ])
    expect(sentencesIn('')).toEqual([])
  })

  test('joined are the text, whatever it is and however long', () => {
    const part = fc.oneof(
      fc.constantFrom('It sank. ', 'He said “no.” ', '\n', '…', '🚢', 'ß', ' ', 'a'),
      fc.string({ unit: 'binary', maxLength: 20 }),
    )
    fc.assert(
      fc.property(fc.array(part), fc.integer({ min: 1, max: 2_000 }), (parts, times) => {
        const text = parts.join('').repeat(parts.length > 20 ? 1 : times)
        expect(sentencesIn(text).join('')).toBe(text)
      }),
      { numRuns: 50 },
    )
  })

  test('of a text as long as a document may have are told in the memory that there is', () => {
    const sentence = 'The operator of the dam was warned of it in November. '
    expect(sentencesIn(sentence.repeat(35_000))).toHaveLength(35_000)
    expect(sentencesIn('a-'.repeat(900_000)).join('')).toHaveLength(1_800_000)
  })
})
