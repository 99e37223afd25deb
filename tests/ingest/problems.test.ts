import { describe, expect, test } from '@jest/globals'
import { DEFAULT_MAX_DOCUMENT_BYTES, invalidDocument, refuseLarge } from '../../src/ingest/ingest-article.ts'
import { planArticle } from '../../src/ingest/plan-article.ts'
import {
  type Json,
  type JsonObject,
  pathsOf,
  planOf,
  problemsOf,
  smallDocument,
  TEXT,
} from './small-document.ts'

/** The small document after a change. */
function changed(change: (document: ReturnType<typeof smallDocument>) => void) {
  const document = smallDocument()
  change(document)
  return document
}

test('a right document has neither problems nor warnings', () => {
  expect(planArticle(smallDocument())).toMatchObject({ ok: true, warnings: [] })
})

test('a language is stored in one case, whatever it is written in', () => {
  const { article, claims } = planOf(
    changed(({ article, claims }) => {
      article!.language = 'EN-us'
      claims!.sank = { text: 'The ferry sank.', language: 'SR-latn' }
    }),
  )
  expect(article.language).toBe('en-US')
  expect(claims.map(({ language }) => language).sort()).toEqual(['en-US', 'en-US', 'sr-Latn'])
})

test('all problems are told at once: shape, unknown keys, dates, words, references, circles and rules', () => {
  const document = {
    headline: 'Ferry',
    article: {
      key: 'ferry',
      outlet: 'ruiz',
      opinion: true,
      publishd: '2025',
      published: '2025-02-30',
      modified: { basis: 'INHERITED', as: 'told' },
      retrievedAt: 'yesterday',
      derivedFrom: [
        { article: { key: 'ferry' }, phrase: 'With material from Newswire' },
        { article: { url: 'wire' }, basis: 'STATED' },
        { article: { key: 'wire' } },
        { article: { key: 'wire' }, basis: 'INFERRED' },
      ],
      text: TEXT,
    },
    agents: {
      ruiz: { kind: 'PERSON', name: 'Ana Ruiz', size: 2 },
      officials: { kind: 'UNNAMED', name: 'Two officials' },
      wire: { kind: 'OUTLET', name: 'Newswire', sameAs: ['ftp://newswire.example'], partOf: ['holding'] },
      mayor: { kind: 'MAYOR', name: 'The mayor' },
    },
    claims: { empty: {} },
    acts: {
      told: { by: ['ruiz', 'nobody'], source: 'Ana Ruis', reportedIn: 'relayed' },
      relayed: { by: ['wire'], reportedIn: 'told', said: { basis: 'INHERITED', as: 'dated' } },
      dated: { by: ['wire'], said: { basis: 'SAME_OCCASION', as: 'relayed' } },
      by: { by: ['mayor'], place: 'harbour' },
    },
    statements: [
      { content: 'ferry sank', claim: 'empty' },
      { content: [], claim: 'empty' },
      { act: 'told', content: 'We leave on Monday', claim: { text: 'Ana Ruiz leaves on a Monday.' } },
      { act: 'by', content: { start: 100, end: 900 }, quoteType: 'NARRATOR', claim: 'nothing' },
      {
        act: 'by',
        content: 'Two officials',
        quoted: 'It sank',
        quoteType: 'MIXED',
        claim: 'empty',
        respondsTo: [{ stance: 'REJECTS' }, { stance: 'REJECTS', statement: 'lost' }],
        timesSpokenOf: ['May 2025'],
      },
    ],
  }
  const problems = problemsOf(document)
  const told = Object.fromEntries(problems.map(({ path, value, message }) => [path, [value, message]]))
  const expected: [string, Json | undefined, string][] = [
    ['$.headline', 'Ferry', 'There is no "headline" here: this part has $schema, article, recorded'],
    ['$.article.publishd', '2025', 'There is no "publishd" here'],
    [
      '$.article.retrievedAt',
      'yesterday',
      'a moment with its offset from UTC, such as "2025-04-18T09:30:00Z"',
    ],
    ['$.article.outlet', 'ruiz', 'The outlet is an agent of kind OUTLET; "ruiz" is PERSON.'],
    ['$.article.opinion', true, 'has `authors`'],
    ['$.article.published', '2025-02-30', 'February 2025 has the days 01 to 28'],
    ['$.article.modified', undefined, 'The article has a date of its own'],
    ['$.article.derivedFrom[0].article', undefined, 'This is the article itself'],
    ['$.article.derivedFrom[0].phrase', 'With material from Newswire', 'The words do not stand in the text'],
    ['$.article.derivedFrom[1].article.url', 'wire', 'https://'],
    ['$.article.derivedFrom[3].article', undefined, 'the article of derivedFrom[2] already: name each once'],
    ['$.agents.ruiz.size', 2, 'Only an UNNAMED agent has "size"; this one is PERSON.'],
    ['$.agents.officials.reason', null, 'An UNNAMED agent says why: ANONYMOUS'],
    ['$.agents.wire.sameAs[0]', 'ftp://newswire.example', 'begins with https:// or http://'],
    ['$.agents.wire.partOf[0]', 'holding', 'There is no "holding" in "agents"; there is "ruiz", "officials"'],
    ['$.agents.mayor.kind', 'MAYOR', 'Expected one of PERSON'],
    ['$.claims.empty', undefined, 'A claim has a `text`, or the `key`'],
    ['$.acts.told.by[1]', 'nobody', 'There is no "nobody" in "agents"'],
    ['$.acts.told.source', 'Ana Ruis', 'The words do not stand in the text like this'],
    ['$.acts.told.reportedIn', 'relayed', 'The chain runs in a circle: told → relayed → told.'],
    ['$.acts.relayed.said', 'dated', 'The dates run in a circle: relayed → dated → relayed.'],
    ['$.acts.by.place', 'harbour', 'There is no "harbour" in "places", which is empty.'],
    ['$.statements[0].content', 'ferry sank', '2 places fit in the text: tell them apart by "prefix"'],
    ['$.statements[1].content', undefined, 'Expected a list that is not empty; each of it is a span'],
    ['$.statements[2].quoteType', null, 'DIRECT, MIXED, INDIRECT or REPORTED'],
    ['$.statements[3].content', undefined, 'The span ends at 900; the text ends at 112'],
    ['$.statements[3].quoteType', 'NARRATOR', "NARRATOR is the article's own voice, which has no act"],
    ['$.statements[3].claim', 'nothing', 'There is no "nothing" in "claims"; there is "empty".'],
    ['$.statements[4].quoted', 'It sank', 'lie outside the content of the statement'],
    ['$.statements[4].respondsTo[0]', undefined, 'give exactly one'],
    ['$.statements[4].respondsTo[1].statement', 'lost', 'No statement of this document has the key "lost"'],
    ['$.statements[4].timesSpokenOf[0]', 'May 2025', '"May 2025" is not an EDTF date'],
  ]
  expect(Object.keys(told).sort()).toEqual(expected.map(([path]) => path).sort())
  for (const [path, value, message] of expected) {
    expect(told[path]![1]).toContain(message)
    if (value !== undefined) expect(told[path]![0]).toEqual(value)
  }
  const error = invalidDocument(problems)
  expect(error.code).toBe('INVALID_DOCUMENT')
  expect(error.details.problems).toBe(problems)
  expect(error.message).toContain(`There are ${problems.length} problems`)
})

describe('one wrong value hides no other of its element', () => {
  test.each<[string, (document: ReturnType<typeof smallDocument>) => void, string[]]>([
    [
      'an act',
      ({ acts }) => {
        acts!.a = { by: ['nobody'], cueStance: 'BAD', said: '2025-02-31', source: 'not there' }
      },
      ['$.acts.a.by[0]', '$.acts.a.cueStance', '$.acts.a.said', '$.acts.a.source'],
    ],
    [
      'a statement, also one whose place is not found',
      ({ statements }) => {
        statements[3] = {
          confidence: 7,
          claim: 'nope',
          act: 'zz',
          content: 'not there at all',
          quoteType: 'MIXED',
          revises: ['nope'],
          timesSpokenOf: ['2025-02-31'],
          key: 'leave',
        }
      },
      ['act', 'claim', 'confidence', 'content', 'key', 'quoted', 'revises[0]', 'timesSpokenOf[0]'].map(
        (field) => `$.statements[3].${field}`,
      ),
    ],
    [
      'a circle of acts',
      ({ acts }) => {
        acts!.a = { by: ['ruiz'], reportedIn: 'b', mode: 5 }
        acts!.b = { by: ['ruiz'], reportedIn: 'a' }
      },
      ['$.acts.a.mode', '$.acts.a.reportedIn'],
    ],
    [
      'an agent with a bad key',
      ({ agents }) => {
        agents!['a b'] = { kind: 'MAYOR', name: '' }
      },
      ['$.agents["a b"]', '$.agents["a b"].kind', '$.agents["a b"].name'],
    ],
    [
      'one claim of two texts in a statement whose place is not found',
      ({ statements }) => {
        statements[0]!.claim = { key: 'k', text: 'One.' }
        statements[2]!.claim = { key: 'k', text: 'Two.' }
        statements[2]!.content = 'not there at all'
      },
      ['$.statements[2].claim.text', '$.statements[2].content'],
    ],
  ])('%s', (_, change, paths) => {
    expect(pathsOf(changed(change)).sort()).toEqual(paths)
  })
})

test('what there is in the place of a missing key is listed, the nearest first, and counted', () => {
  const [problem] = problemsOf(
    changed(({ acts, statements }) => {
      for (const key of ['a', 'b', 'c', 'd', 'e', 'told-again']) acts![key] = { by: ['ruiz'], mode: 'BAD' }
      statements[0]!.act = 'Told'
    }),
  ).filter(({ path }) => path === '$.statements[0].act')
  expect(problem!.message).toBe(
    'There is no "Told" in "acts"; there is "told", "told-again", "wire-reported", "said", "a", "b", "c", "d" and 1 more.',
  )
})

describe('a wrong shape is told with what would be right', () => {
  test.each<[string, (document: ReturnType<typeof smallDocument>) => void, string, string]>([
    [
      'offsets with a part of a character',
      ({ statements }) => {
        statements[3]!.content = { start: 0.5, end: 9 }
      },
      '$.statements[3].content.start',
      'Expected a whole number from 0.',
    ],
    [
      'a content that is neither words nor offsets',
      ({ statements }) => {
        statements[3]!.content = 5
      },
      '$.statements[3].content',
      'Expected a span: words that stand once in the text, or {"exact": words} with `prefix`, `suffix`, `occurrence` or `part`, or {"start": from 0, "end": exclusive} in whole code points, or a list of such spans.',
    ],
    [
      "another act's date that has one of its own",
      ({ acts }) => {
        acts!.said = { by: ['officials'], said: { basis: 'INHERITED', as: 'told', edtf: '2026-01-01' } }
      },
      '$.acts.said.said.as',
      '"as" does not stand beside "edtf". Expected a date: EDTF such as "2025-04-18", or',
    ],
    [
      'an article by address and by key',
      ({ acts }) => {
        acts!.said = { by: ['officials'], cites: { url: 'https://wire.example', key: 'wire' } }
      },
      '$.acts.said.cites.key',
      '"key" does not stand beside "url". Expected an article: {"url": its address} or',
    ],
    [
      'an article by nothing',
      ({ acts }) => {
        acts!.said = { by: ['officials'], cites: {} }
      },
      '$.acts.said.cites',
      'Expected an article: {"url": its address} or',
    ],
    [
      'a day where a moment is wanted',
      ({ article }) => {
        article!.retrievedAt = '2026-02-20'
      },
      '$.article.retrievedAt',
      'Expected a moment with its offset from UTC, such as "2025-04-18T09:30:00Z".',
    ],
    [
      'a key in the place of a list',
      ({ acts }) => {
        acts!.said = { by: 'officials' }
      },
      '$.acts.said.by',
      'Expected a list that is not empty; each of it is a key: letters',
    ],
    [
      'nothing where something is required',
      ({ agents }) => {
        agents!.ruiz = { name: 'Ana Ruiz' }
      },
      '$.agents.ruiz.kind',
      'This is required and missing. Expected one of PERSON, ORGANIZATION',
    ],
    [
      'too long a name',
      ({ agents }) => {
        agents!.ruiz = { kind: 'PERSON', name: 'x'.repeat(301) }
      },
      '$.agents.ruiz.name',
      'Expected a name of 1 to 300 characters, with something to see in it; this has 301.',
    ],
    [
      'a field that is not known',
      ({ claims }) => {
        claims!.sank = { text: 'The ferry sank.', txt: 'The ferry sank.' }
      },
      '$.claims.sank.txt',
      'There is no "txt" here: this part has key, text, language.',
    ],
  ])('%s', (_, change, path, message) => {
    const problems = problemsOf(changed(change))
    expect(problems.map((problem) => problem.path)).toEqual([path])
    expect(problems[0]!.message).toContain(message)
  })
})

describe('what follows from another problem is not told as one', () => {
  test.each<[string, (document: ReturnType<typeof smallDocument>) => void, string[]]>([
    [
      'a field of the article that is not known leaves its text readable',
      ({ article }) => {
        article!.headline = 'Ferry'
      },
      ['$.article.headline'],
    ],
    [
      'an address that is no text is no missing address',
      ({ article }) => {
        delete article!.key
        article!.url = 5
      },
      ['$.article.url'],
    ],
    [
      'a text that is no text is no missing text',
      ({ article }) => {
        article!.text = 5
      },
      ['$.article.text'],
    ],
    [
      'a field of a derivation that is not known leaves the rest of the article readable',
      ({ article }) => {
        article!.derivedFrom = [{ article: { key: 'wire' }, words: 'Newswire' }]
      },
      ['$.article.derivedFrom[0].words'],
    ],
    [
      'an agent whose shape is wrong is still declared',
      ({ agents }) => {
        agents!.ruiz = { kind: 'PERSON' }
      },
      ['$.agents.ruiz.name'],
    ],
    [
      'a statement whose words are not found can be referred to',
      ({ statements }) => {
        statements[1]!.content = 'the ferry sunk'
      },
      ['$.statements[1].content'],
    ],
    [
      'a statement whose shape is wrong can be referred to, and the others keep their numbers',
      ({ statements }) => {
        statements[1]!.polarity = 'MAYBE'
        statements[3]!.content = 'It sunk'
      },
      ['$.statements[1].polarity', '$.statements[3].content'],
    ],
    [
      'what is made in an act that cannot be read is no own voice, and its quoting is still required',
      ({ statements }) => {
        statements[1]!.act = 5
        delete statements[1]!.quoteType
      },
      ['$.statements[1].act', '$.statements[1].quoteType'],
    ],
    [
      'the outlet and an unnamed agent of a kind that cannot be read break no rule of kinds',
      ({ agents }) => {
        agents!.paper = { kind: 5, name: 'The Harbour Paper', roles: [{ title: 'Mayor' }] }
        agents!.officials = { kind: 'CROWD', name: 'Two officials', size: 2 }
      },
      ['$.agents.paper.kind', '$.agents.officials.kind'],
    ],
    [
      'two agents whose names cannot be read are not the same',
      ({ agents }) => {
        agents!.one = { kind: 'PERSON', name: 1 }
        agents!.two = { kind: 'PERSON', name: 2 }
      },
      ['$.agents.one.name', '$.agents.two.name'],
    ],
    [
      'agents that are no object lack no agent',
      (document) => {
        Object.assign(document, { agents: ['ruiz'] })
      },
      ['$.agents'],
    ],
    [
      'a statement that is none may be the one that is referred to, and the one that makes a claim',
      ({ statements, claims }) => {
        claims!.other = { text: 'The ferry floats.' }
        statements[1] = null as never
        statements[3]!.respondsTo = [{ stance: 'REJECTS', claim: 'other' }]
      },
      ['$.statements[1]'],
    ],
    [
      'words are not held against a content that was found in part',
      ({ statements }) => {
        statements[1]!.content = ['the ferry', 'sunk']
        statements[1]!.quoteType = 'MIXED'
        statements[1]!.quoted = { exact: 'sank', occurrence: 1 }
      },
      ['$.statements[1].content[1]'],
    ],
    [
      'a title that cannot be read may hold the words that are looked for in it',
      ({ article, statements }) => {
        article!.title = 5
        statements[3]!.content = { exact: 'It sank', part: 'TITLE' }
      },
      ['$.article.title'],
    ],
    [
      'a span that is not found leaves the others their numbers',
      ({ statements }) => {
        statements[3]!.content = ['not there at all', 'The ferry sank', 'the ferry']
      },
      ['$.statements[3].content[0]', '$.statements[3].content[2]'],
    ],
    [
      'half a character in a name is told once',
      ({ agents }) => {
        agents!.ruiz = { kind: 'PERSON', name: 'Ana\ud83d' }
      },
      ['$.agents.ruiz.name'],
    ],
    [
      'the only statement that makes a claim may have its words wrong',
      (document) => {
        document.statements = [
          { content: 'sinking', claim: 'sank' },
          { content: 'It sank', claim: { text: 'x' }, respondsTo: [{ stance: 'REJECTS', claim: 'sank' }] },
        ]
        document.acts = {}
      },
      ['$.statements[0].content'],
    ],
  ])('%s', (_, change, paths) => {
    expect(pathsOf(changed(change))).toEqual(paths)
  })
})

describe('inputs that are no documents', () => {
  const circular: Record<string, unknown> = {}
  circular.article = circular
  const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`)

  test.each<[string, unknown, string[]]>([
    ['nothing', undefined, ['$']],
    ['null', null, ['$']],
    ['a text', '{}', ['$']],
    ['a list', [smallDocument()], ['$']],
    ['an empty object', {}, ['$.article', '$.statements']],
  ])('%s', (_, input, paths) => {
    expect(pathsOf(input)).toEqual(paths)
  })

  test.each<[string, unknown]>([
    ['a circle', circular],
    ['an endless depth', deep],
    ['an endless depth inside', { ...smallDocument(), article: deep }],
    ['functions and big numbers', { ...smallDocument(), recorded: { by: 5n, method: () => 1 } }],
    [
      'names of the language',
      { ...smallDocument(), toString: 1, acts: JSON.parse('{"__proto__": {"by": ["constructor"]}}') },
    ],
  ])('%s gives problems and no fault', (_, input) => {
    expect(problemsOf(input).length).toBeGreaterThan(0)
    expect(() => JSON.stringify(problemsOf(input))).not.toThrow()
    expect(() => refuseLarge(input, DEFAULT_MAX_DOCUMENT_BYTES)).not.toThrow()
  })

  test('keys that are names of the language are keys like others', () => {
    const document = changed(({ agents, article, acts }) => {
      Object.assign(agents!, { constructor: { kind: 'PERSON', name: 'C. Tor' } })
      article!.authors = ['constructor', 'toString']
      Object.assign(acts!.said!, { said: { basis: 'INHERITED', as: 'valueOf' } })
    })
    expect(pathsOf(document)).toEqual(['$.article.authors[1]', '$.acts.said.said.as'])
  })

  test('a document above the limit is refused with what it has and what it may have', () => {
    const document = changed(({ article }) => {
      article!.text = 'é'.repeat(1_000_000)
    })
    expect(() => refuseLarge(document, 2_000_000)).toThrow(
      expect.objectContaining({
        code: 'DOCUMENT_TOO_LARGE',
        details: { limit: 2_000_000, found: expect.any(Number) },
      }),
    )
    expect(() =>
      refuseLarge(smallDocument(), Buffer.byteLength(JSON.stringify(smallDocument()))),
    ).not.toThrow()
  })
})

describe('rules', () => {
  test.each<[string, (document: ReturnType<typeof smallDocument>) => void, string, string]>([
    [
      'no text',
      ({ article }) => {
        delete article!.text
      },
      '$.article.text',
      'is required',
    ],
    [
      'a text file',
      ({ article }) => {
        delete article!.text
        article!.textFile = 'ferry.txt'
      },
      '$.article.textFile',
      'Only the command line reads a text file',
    ],
    [
      'a text file beside the text',
      ({ article }) => {
        article!.textFile = 'ferry.txt'
      },
      '$.article.textFile',
      'Only the command line reads a text file, and the text is given: leave this out',
    ],
    [
      'an article without address and key',
      ({ article }) => {
        delete article!.key
      },
      '$.article',
      '`url`',
    ],
    [
      'a chain that prints itself',
      ({ acts }) => {
        acts!.said = { by: ['officials'], reportedIn: 'said' }
      },
      '$.acts.said.reportedIn',
      'said → said',
    ],
    [
      'a hop of publication',
      ({ acts }) => {
        acts!.said = { by: ['officials'], mode: 'PUBLICATION' }
      },
      '$.acts.said.mode',
      'Expected one of SPEECH',
    ],
    [
      'a date that hangs on itself',
      ({ acts }) => {
        acts!.said = { by: ['officials'], said: { basis: 'INHERITED', as: 'said' } }
      },
      '$.acts.said.said',
      'said → said',
    ],
    [
      'a day that no calendar has',
      ({ acts }) => {
        acts!.said = { by: ['officials'], said: { basis: 'RELATIVE', edtf: '2025-02-29' } }
      },
      '$.acts.said.said.edtf',
      'There is no 2025-02-29',
    ],
    [
      'roles of an outlet',
      ({ agents }) => {
        agents!.wire = { kind: 'OUTLET', name: 'Newswire', roles: [{ title: 'Mayor' }] }
      },
      '$.agents.wire.roles',
      'Only a PERSON',
    ],
    [
      'one agent under two keys',
      ({ agents }) => {
        agents!.anna = { kind: 'PERSON', name: 'ANA RUIZ' }
      },
      '$.agents.anna',
      'as agents.ruiz',
    ],
    [
      'an unspecified agent in two acts',
      ({ agents, acts }) => {
        agents!.officials = { kind: 'UNNAMED', name: 'reported', reason: 'UNSPECIFIED' }
        acts!.told = { ...(acts!.told as JsonObject), by: ['officials'] }
        acts!.said = { ...(acts!.said as JsonObject), by: ['officials'] }
      },
      '$.acts.said.by[0]',
      'acts.told already',
    ],
    [
      'an occasion without a name',
      (document) => {
        document.occasions = { talks: { when: '2025' } }
      },
      '$.occasions.talks',
      '`label`',
    ],
    [
      'a claim nobody makes, answered',
      ({ claims, statements }) => {
        claims!.other = { text: 'The ferry floats.' }
        statements[3]!.respondsTo = [{ stance: 'REJECTS', claim: 'other' }]
      },
      '$.claims.other',
      'give it a `key`',
    ],
    [
      'two stances toward one statement',
      ({ statements }) => {
        statements[3]!.respondsTo = [
          { stance: 'REJECTS', statement: 'sank' },
          { stance: 'QUESTIONS', statement: 'sank' },
        ]
      },
      '$.statements[3].respondsTo[1]',
      'one stance',
    ],
    [
      'two texts of one claim',
      ({ statements }) => {
        statements[0]!.claim = { key: 'k', text: 'One.' }
        statements[2]!.claim = { key: 'k', text: 'Two.' }
      },
      '$.statements[2].claim.text',
      'write it once',
    ],
    [
      'an own voice that is quoted',
      ({ statements }) => {
        statements[3]!.quoteType = 'DIRECT'
      },
      '$.statements[3].quoteType',
      'NARRATOR',
    ],
    [
      'a mixed quotation without its words',
      ({ statements }) => {
        statements[1]!.quoteType = 'MIXED'
      },
      '$.statements[1].quoted',
      'give that part',
    ],
    [
      'one key for two statements',
      ({ statements }) => {
        statements[3]!.key = 'leave'
      },
      '$.statements[3].key',
      'statements[0] has this key',
    ],
    [
      'a statement that revises itself',
      ({ statements }) => {
        statements[0]!.revises = ['leave']
      },
      '$.statements[0].revises[0]',
      'itself',
    ],
    [
      'a statement that revises itself by its words',
      ({ statements }) => {
        statements[0]!.revises = [{ article: { key: 'ferry' }, text: 'We leave on Monday' }]
      },
      '$.statements[0].revises[0]',
      'itself',
    ],
    [
      'a bad address of another article',
      ({ acts }) => {
        acts!.said = { ...(acts!.said as JsonObject), cites: { url: 'newswire' } }
      },
      '$.acts.said.cites.url',
      'This is not a web address',
    ],
    [
      'a response to two things',
      ({ statements }) => {
        statements[0]!.respondsTo = [{ stance: 'REJECTS', statement: 'sank', claim: 'sank' }]
      },
      '$.statements[0].respondsTo[0]',
      'give exactly one',
    ],
    [
      'a control of the writing direction in an alias',
      ({ agents }) => {
        agents!.ruiz = { kind: 'PERSON', name: 'Ana Ruiz', aliases: ['Ana', '\u202eziuR'] }
      },
      '$.agents.ruiz.aliases[1]',
      'U+202E',
    ],
    [
      'a name of nothing but white space',
      ({ agents }) => {
        agents!.ruiz = { kind: 'PERSON', name: ' \t ' }
      },
      '$.agents.ruiz.name',
      'something to see',
    ],
    [
      'a name of nothing that can be seen',
      ({ agents }) => {
        agents!.ruiz = { kind: 'PERSON', name: '\u200b' }
      },
      '$.agents.ruiz.name',
      'something to see',
    ],
    [
      'a global key of nothing that can be seen',
      ({ article }) => {
        article!.key = '\u2060'
      },
      '$.article.key',
      'something to see',
    ],
    [
      'a claim of nothing that can be seen',
      ({ claims }) => {
        claims!.sank = { text: '\u200b\u00ad' }
      },
      '$.claims.sank.text',
      'something to see',
    ],
    [
      'a text that was decoded wrongly',
      ({ article }) => {
        article!.text = `${TEXT} It\u0092s so.`
      },
      '$.article.text',
      'U+0092',
    ],
    [
      'a key with a space',
      ({ agents }) => {
        agents!['a b'] = { kind: 'PERSON', name: 'A. B.' }
      },
      '$.agents["a b"]',
      'This is no key. Expected a key: letters and digits',
    ],
    [
      'more of them than a number of the API holds',
      ({ agents }) => {
        agents!.officials = { ...(agents!.officials as JsonObject), size: 2_147_483_648 }
      },
      '$.agents.officials.size',
      '2147483647',
    ],
    [
      'a moment before the year 0000 in UTC',
      ({ article }) => {
        article!.retrievedAt = '0000-01-01T00:00:00+14:00'
      },
      '$.article.retrievedAt',
      'outside the years 0000 to 9999 in UTC',
    ],
    [
      'a moment after the year 9999 in UTC',
      ({ article }) => {
        article!.retrievedAt = '9999-12-31T23:59:59-14:00'
      },
      '$.article.retrievedAt',
      'outside the years 0000 to 9999 in UTC',
    ],
    [
      'half a surrogate pair in the text',
      ({ article }) => {
        article!.text = `${TEXT}\ud83d`
      },
      '$.article.text',
      'half a surrogate pair, U+D83D',
    ],
    [
      'a NUL in the text',
      ({ article }) => {
        article!.text = `${TEXT}\0`
      },
      '$.article.text',
      'U+0000',
    ],
    [
      'a NUL in a name',
      ({ agents }) => {
        agents!.ruiz = { kind: 'PERSON', name: 'Ana\0' }
      },
      '$.agents.ruiz.name',
      'U+0000',
    ],
  ])('%s', (_, change, path, message) => {
    const problems = problemsOf(changed(change))
    expect(problems.map((problem) => problem.path)).toContain(path)
    expect(problems.find((problem) => problem.path === path)!.message).toContain(message)
    const written = problems.map((problem) => `${problem.path} ${problem.value} ${problem.message}`).join()
    expect(Buffer.from(written).toString()).toBe(written)
  })

  test('a key in two forms of Unicode is told, not overwritten', () => {
    const problems = problemsOf(
      changed(({ agents }) => {
        agents!['ren\u00e9'] = { kind: 'PERSON', name: 'René' }
        agents!['rene\u0301'] = { kind: 'PERSON', name: 'Renée' }
      }),
    )
    expect(problems).toEqual([expect.objectContaining({ path: '$.agents["ren\u00e9"]' })])
  })

  test('the name of the prototype is told wherever it stands, and once', () => {
    const named = (json: string) => JSON.parse(json.replaceAll('PROTO', '__proto__'))
    const document = changed((one) => {
      Object.assign(one, { places: named('{"PROTO": {"name": "Rome"}}') })
      one.agents!.ruiz = named('{"kind": "PERSON", "name": "Ana Ruiz", "PROTO": {"size": 1}}')
    })
    expect(pathsOf(document).sort()).toEqual(['$.agents.ruiz.__proto__', '$.places.__proto__'])
  })

  test('what is declared and not used is a warning', () => {
    const planned = planArticle(
      changed((document) => {
        document.agents!.idle = { kind: 'PERSON', name: 'Idle' }
        document.claims!.idle = { text: 'Nobody says so.' }
        document.places = { idle: { name: 'Nowhere' } }
        document.acts!.idle = { by: ['ruiz'] }
        delete document.article!.published
      }),
    )
    expect(planned.ok).toBe(true)
    expect(planned.warnings.map((warning) => warning.split(':')[0]).sort()).toEqual([
      '$.acts.idle',
      '$.agents.idle',
      '$.article.published',
      '$.claims.idle',
      '$.places.idle',
    ])
  })

  test('a long value is shortened, never inside a character', () => {
    const [problem] = problemsOf(
      changed(({ statements }) => {
        statements[3]!.content = `x${'🦊'.repeat(300)}`
      }),
    )
    expect(problem!.value).toBe(`x${'🦊'.repeat(99)}…`)
  })
})
