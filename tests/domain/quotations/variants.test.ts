import { describe, expect, test } from '@jest/globals'
import { type UtteranceJudgement, Variants } from '../../../src/domain/quotations/variants.ts'
import type { Verdict } from '../../../src/domain/vocabulary.ts'

const utterance = (id: string, text = 'We cannot say how long it will hold') => ({
  id,
  articleId: `article of ${id}`,
  text,
  language: 'en',
})
const judgement = (leftId: string, rightId: string, verdict: Verdict): UtteranceJudgement => ({
  id: `${leftId}-${rightId}`,
  leftId,
  rightId,
  verdict,
})
const verdicts = (variants: Variants, id: string) =>
  Object.fromEntries(variants.of(id).map(({ statementId, verdict }) => [statementId, verdict]))

describe('verdicts that follow from decisions on others', () => {
  const variants = new Variants(
    [...'abcd'].map((id) => utterance(id)),
    [],
    [judgement('a', 'b', 'POSITIVE'), judgement('c', 'd', 'POSITIVE'), judgement('b', 'c', 'NEGATIVE')],
  )

  test('reach whatever is one with either side', () => {
    expect(verdicts(variants, 'a')).toEqual({ b: 'POSITIVE', c: 'NEGATIVE', d: 'NEGATIVE' })
    expect(verdicts(variants, 'd')).toEqual({ a: 'NEGATIVE', b: 'NEGATIVE', c: 'POSITIVE' })
  })

  test('name a judgement only where it is on these two', () => {
    const judgements = variants.of('a').map(({ statementId, judgementId }) => [statementId, judgementId])
    expect(Object.fromEntries(judgements)).toEqual({ b: 'a-b', c: null, d: null })
  })

  test('say nothing where nobody decided', () => {
    expect(verdicts(new Variants([utterance('a'), utterance('b')], [], []), 'a')).toEqual({})
    expect(verdicts(new Variants([utterance('a'), utterance('b')], [['a', 'b']], []), 'a')).toEqual({
      b: 'PROPOSED',
    })
  })
})
