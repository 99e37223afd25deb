import { expect, test } from '@jest/globals'
import { type Json, pathsOf, smallDocument } from './small-document.ts'

/** `leave` is direct, `sank` is indirect, `It sank` is the article's own voice. */
test.each<[string, number, Json, string]>([
  ['a direct content that is quoted in part', 0, 'leave', '$.statements[0].quoted'],
  ['an indirect content with a quoted part, which is mixed', 1, 'sank', '$.statements[1].quoteType'],
])('%s is refused', (_, index, quoted, path) => {
  const document = smallDocument()
  document.statements[index]!.quoted = quoted
  expect(pathsOf(document)).toEqual([path])
})
