import { describe, expect, test } from '@jest/globals'
import { type Json, planOf, problemsOf, smallDocument, TEXT, textDocument } from './small-document.ts'

/** The content spans of the only statement of a text. */
const spansOf = (text: string, content: Json) =>
  planOf(textDocument(text, content)).statements[0]!.content.map(({ start, end, exact }) => [
    start,
    end,
    exact,
  ])

const problemOf = (text: string, content: Json) => {
  const problems = problemsOf(textDocument(text, content))
  expect(problems).toHaveLength(1)
  return problems[0]!
}

describe('selectors', () => {
  test.each<[string, Json, [number, number, string][]]>([
    ['words', 'It sank', [[104, 111, 'It sank']]],
    ['words after others', { exact: 'ferry sank', prefix: 'the ' }, [[69, 79, 'ferry sank']]],
    ['words before others', { exact: 'ferry sank', suffix: ' in May' }, [[85, 95, 'ferry sank']]],
    ['the second place', { exact: 'ferry sank', occurrence: 2 }, [[85, 95, 'ferry sank']]],
    ['the second of those that fit', { exact: 'sank', suffix: '.', occurrence: 2 }, [[107, 111, 'sank']]],
    ['offsets', { start: 104, end: 111 }, [[104, 111, 'It sank']]],
    ['checked offsets', { start: 104, end: 111, exact: 'It sank' }, [[104, 111, 'It sank']]],
    [
      'several',
      ['The ferry', { exact: 'sank', suffix: ' in' }, { start: 99, end: 102 }],
      [
        [81, 90, 'The ferry'],
        [91, 95, 'sank'],
        [99, 102, 'May'],
      ],
    ],
  ])('%s', (_, content, spans) => {
    expect(spansOf(TEXT, content)).toEqual(spans)
  })

  test.each<[string, Json, string, string]>([
    ['no such words', 'the boat sank', '$.statements[0].content', 'do not stand in the text'],
    ['other letter case', 'two Officials', '$.statements[0].content', '[Two officials]'],
    [
      'another kind of quotation marks',
      "'We leave on Monday,'",
      '$.statements[0].content',
      'quotation marks',
    ],
    ['several places', 'sank', '$.statements[0].content', '3 places fit'],
    [
      'not between these',
      { exact: 'It sank', prefix: 'May ' },
      '$.statements[0].content',
      'not between this prefix',
    ],
    [
      'too high an occurrence',
      { exact: 'sank', occurrence: 4 },
      '$.statements[0].content',
      'no occurrence 4: 3 places fit',
    ],
    ['an end before the beginning', { start: 5, end: 5 }, '$.statements[0].content', '"end" is exclusive'],
    ['an end outside', { start: 5, end: 113 }, '$.statements[0].content', 'the text ends at 112'],
    [
      'other words at the offsets',
      { start: 104, end: 111, exact: 'It swam' },
      '$.statements[0].content',
      'stands "It sank"',
    ],
    [
      'the title of an article without one',
      { exact: 'Ferry', part: 'TITLE' },
      '$.statements[0].content',
      'has no title',
    ],
    ['wrong order', ['It sank', 'in May'], '$.statements[0].content[1]', 'in the order of the text'],
    ['overlap', ['in May', 'May. It'], '$.statements[0].content[1]', 'do not overlap'],
    ['one of several missing', ['It sank', 'and swam'], '$.statements[0].content[1]', 'do not stand'],
    [
      'a key too many',
      { exact: 'It sank', suffx: '.' },
      '$.statements[0].content.suffx',
      'There is no "suffx" here',
    ],
  ])('%s', (_, content, path, message) => {
    const problem = problemOf(TEXT, content)
    expect(problem.path).toBe(path)
    expect(`${problem.message} ${JSON.stringify(problem.value)}`).toContain(message)
  })

  test('the places of words that stand in several are shown with what is around them', () => {
    expect(problemOf(TEXT, 'sank').message).toContain(
      '75 to 79: …e. Two officials said the ferry [sank]. The ferry',
    )
  })

  test('quoted words are looked for within the content first', () => {
    const document = textDocument('He said “no” and then: “no” again, no “no”.')
    document.agents = { ...(document.agents as object), he: { kind: 'PERSON', name: 'He' } } as Json
    document.acts = { said: { by: ['he'], source: 'He', cue: 'said' } }
    document.statements = [
      { act: 'said', content: 'then: “no” again', quoted: 'no', quoteType: 'MIXED', claim: { text: 'No.' } },
    ]
    expect(planOf(document).statements[0]!.quoted).toMatchObject([{ start: 24, end: 26, exact: 'no' }])
  })

  test('the whole content of a direct quotation is quoted, also in several spans', () => {
    const document = smallDocument()
    document.statements[0]!.content = ['We leave', 'Monday']
    const [leave, , , other] = planOf(document).statements
    expect(leave!.quoted).toEqual(leave!.content)
    expect(leave!.text).toBe('We leave … Monday')
    expect(other!.quoted).toEqual([])
  })

  test('a title is a part of its own: its words come first and are a headline', () => {
    const document = smallDocument()
    document.article!.title = 'Ferry: It sank'
    document.statements.push({
      content: { exact: 'It sank', part: 'TITLE' },
      claim: 'sank',
    })
    const [headline, ...others] = planOf(document).statements
    expect(headline).toMatchObject({ zone: 'HEADLINE', order: 0, text: 'It sank' })
    expect(headline!.content).toEqual([
      { part: 'TITLE', start: 7, end: 14, exact: 'It sank', prefix: 'Ferry: ', suffix: '' },
    ])
    expect(others.map(({ zone }) => zone)).toEqual(['BODY', 'BODY', 'BODY', 'BODY'])
  })

  test('of a document that goes with another text, every missing quotation is told, and the first 100 with what is near', () => {
    const problems = problemsOf(
      textDocument('The ferry sank.', ...Array.from({ length: 120 }, (_, index) => `the ferry ${index}`)),
    )
    expect(problems).toHaveLength(120)
    expect(problems[99]!.message).toContain('Places: 0 to 9: …[The ferry] sank.')
    expect(problems[100]!.message).toContain('is it the right text?')
  })
})

describe('Unicode', () => {
  test.each<[string, string, Json, [number, number, string]]>([
    ['text that is not in NFC', 'Cafe\u0301 ouvert.', 'ouvert', [5, 11, 'ouvert']],
    ['words that are not in NFC', 'Un caf\u00e9 ouvert.', 'cafe\u0301', [3, 7, 'caf\u00e9']],
    ['a prefix that is not in NFC', 'Café a, thé a.', { exact: 'a', prefix: 'the\u0301 ' }, [12, 13, 'a']],
    [
      'a check of offsets that is not in NFC',
      'Café',
      { start: 0, end: 4, exact: 'Cafe\u0301' },
      [0, 4, 'Café'],
    ],
    ['characters outside the BMP', '🦊𝒳 The ferry 🦊 sank', '🦊 sank', [13, 19, '🦊 sank']],
    ['offsets in code points', '🦊𝒳🦊 sank', { start: 4, end: 8 }, [4, 8, 'sank']],
    ['marks that have no composed form', 'x\u0302y\u0302 sank', 'sank', [4, 8, 'sank']],
    ['Hebrew', 'אמר: “שלום עליכם” היום', 'שלום', [6, 10, 'שלום']],
    ['Arabic with vowel signs', 'قَالَ سَافَرْنَا.', 'سَافَرْنَا', [6, 16, 'سَافَرْنَا']],
    [
      'controls of the writing direction within text',
      '\u2067שלום\u2069 he said',
      'he said',
      [7, 14, 'he said'],
    ],
    ['a family of joined characters', '👩‍👩‍👧 sank', 'sank', [6, 10, 'sank']],
    ['Hangul letters that compose', '\u1112\u1161\u11ab sank', 'sank', [2, 6, 'sank']],
    ['line ends of Windows', 'One.\r\nTwo.\rThree.', 'Three', [10, 15, 'Three']],
  ])('%s', (_, text, content, span) => {
    expect(spansOf(text, content)).toEqual([span])
  })

  test('the text is stored in NFC with line feeds, and its length is in code points', () => {
    const { version } = planOf(textDocument('Cafe\u0301\r\n🦊', '🦊'))
    expect(version).toMatchObject({ text: 'Café\n🦊', length: 6, title: null, titleLength: 0 })
  })

  test('NFC or not, it is the same document', () => {
    const text = 'Renée a dit : « L’été est là. » 각'
    const document = textDocument(text, 'L’été est là')
    const decomposed = JSON.parse(JSON.stringify(document).normalize('NFD'))
    expect(decomposed).not.toEqual(document)
    expect(planOf(decomposed)).toEqual(planOf(document))
  })
})
