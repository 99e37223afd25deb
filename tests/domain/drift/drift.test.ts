import { describe, expect, test } from '@jest/globals'
import { driftOf } from '../../../src/domain/drift/drift.ts'
import type {
  DriftArticle,
  DriftHop,
  DriftStatement,
  DriftWorld,
} from '../../../src/domain/drift/drift-world.ts'
import { pairsOf } from '../../../src/domain/drift/pairs.ts'
import {
  article,
  day,
  hop,
  outlet,
  person,
  statement,
  takes,
  unnamed,
  unspecified,
  world,
} from './drift-records.ts'

const RUBIO = person('Marco Rubio')
const TRUMP = person('Donald Trump')
const POLICE = person('the police', 'ORGANIZATION')

const pairs = (given: DriftWorld) =>
  pairsOf(given).map(({ from, to }) => `${from.statement.id} > ${to.statement.id}`)

/** What a copy changed: one statement in the Wire and one in a paper that derives from it. */
function inCopy(
  before: Partial<DriftStatement> & { chain: readonly DriftHop[] },
  after: Partial<DriftStatement> & { chain: readonly DriftHop[] },
  more: Partial<DriftWorld> & { languages?: readonly [string, string]; article?: Partial<DriftArticle> } = {},
) {
  const { languages, article: paper, ...rest } = more
  return driftOf(
    world(
      [
        article('wire', '2025-04-18', { language: languages?.[0] ?? 'en' }),
        article('paper', '2025-04-19', { ...takes('wire'), language: languages?.[1] ?? 'en', ...paper }),
      ],
      [statement('w', 'wire', before.chain, before), statement('p', 'paper', after.chain, after)],
      rest,
    ),
  )
}
const kinds = (...given: Parameters<typeof inCopy>) => inCopy(...given).map(({ drift }) => drift)

describe('which statements are compared', () => {
  const said = (by = RUBIO, more: Partial<DriftHop> = {}) => [hop(by, more)]
  const two = (links: Partial<DriftArticle>, more: Partial<DriftHop> = {}, speaker = RUBIO) =>
    world(
      [article('a', '2025-04-18'), article('b', '2025-04-19', links)],
      [statement('sa', 'a', said(RUBIO, more)), statement('sb', 'b', said(speaker, more))],
    )

  test('one speaker is no thread', () => {
    expect(pairs(two({}))).toEqual([])
  })

  test('carriage is one, once it is accepted', () => {
    expect(pairs(two(takes('a')))).toEqual(['sa > sb'])
    expect(pairs(two(takes('a', 'CITES')))).toEqual(['sa > sb'])
    expect(pairs(two(takes('a', 'DERIVED_FROM', false)))).toEqual([])
  })

  test('so is an occasion', () => {
    expect(pairs(two({}, { occasionId: 'o' }))).toEqual(['sa > sb'])
  })

  test('another speaker only in a copy, at one occasion or where the hop cites, never because the article cites', () => {
    expect(pairs(two(takes('a'), {}, TRUMP))).toEqual(['sa > sb'])
    expect(pairs(two({}, { occasionId: 'o' }, TRUMP))).toEqual(['sa > sb'])
    expect(pairs(two({}, { citesId: 'a' }, TRUMP))).toEqual(['sa > sb'])
    expect(pairs(two(takes('a', 'CITES'), {}, TRUMP))).toEqual([])
  })

  test('a second speaker of the same report is not what became of the first', () => {
    const both = (links: Partial<DriftArticle>, more: Partial<DriftHop>) =>
      world(
        [article('a', '2025-04-18'), article('b', '2025-04-19', links)],
        [
          statement('sa', 'a', said(RUBIO, more)),
          statement('sb', 'b', said(RUBIO, more)),
          statement('tb', 'b', said(TRUMP, more)),
        ],
      )
    expect(pairs(both(takes('a'), {}))).toEqual(['sa > sb'])
    expect(pairs(both({}, { occasionId: 'o' }))).toEqual(['sa > sb'])
  })

  test('two papers that took it from a report nobody has are compared with the earlier one', () => {
    const siblings = (links: Partial<DriftArticle>) =>
      world(
        ['b', 'a', 'c'].map((id, index) => article(id, `2025-04-1${index}`, links)),
        ['b', 'a', 'c'].map((id) => statement(`s${id}`, id, said())),
      )
    expect(pairs(siblings(takes('gone')))).toEqual(['sb > sa', 'sb > sc'])
    expect(pairs(siblings(takes('gone', 'CITES')))).toEqual([])
  })

  test('two papers that had it through one outlet, each from the earliest; not what that outlet printed twice', () => {
    const wire = outlet('Wire')
    const given = world(
      [
        article('w1', '2025-04-10', { outlet: wire }),
        article('w2', '2025-04-12', { outlet: wire }),
        article('b', '2025-04-13'),
      ],
      [
        statement('s1', 'w1', said()),
        statement('s2', 'w2', said()),
        statement('sb', 'b', [...said(), hop(wire)]),
      ],
    )
    expect(pairs(given)).toEqual(['s1 > sb'])
  })

  test('an act that leaves occasion and date open is of the one occasion that its article reports', () => {
    const open = (more: Partial<DriftHop>, occasionIds: readonly string[]) =>
      world(
        [article('a', '2025-04-18', { occasionIds: ['o'] }), article('b', '2025-04-19', { occasionIds })],
        [statement('sa', 'a', said(RUBIO, { occasionId: 'o' })), statement('sb', 'b', said(RUBIO, more))],
      )
    expect(pairs(open({}, ['o', 'o']))).toEqual(['sa > sb'])
    expect(pairs(open({}, ['o', 'other']))).toEqual([])
    expect(pairs(open({ said: day('2025-04-01') }, ['o']))).toEqual([])
    expect(pairs(open({ occasionId: 'other' }, ['o', 'other']))).toEqual([])
  })

  test('a report comes before a copy of it, though the copy may be earlier on that day', () => {
    const given = world(
      [
        article('wire', '2025-04-18T12:00:00Z'),
        article('copy', '2025-04-18', takes('wire')),
        article('other', '2025-04-19'),
      ],
      ['wire', 'copy', 'other'].map((id) => statement(`s-${id}`, id, said(RUBIO, { occasionId: 'o' }))),
    )
    expect(pairs(given).sort()).toEqual(['s-wire > s-copy', 's-wire > s-other'])
  })

  test('what the hop cites comes before what the article derives from, that before what it cites', () => {
    const from = (links: DriftArticle['carriage'], citesId: string | null) =>
      pairs(
        world(
          [
            article('a', '2025-04-10'),
            article('b', '2025-04-11'),
            article('c', '2025-04-12', { carriage: links }),
          ],
          [
            statement('sa', 'a', said()),
            statement('sb', 'b', said()),
            statement('sc', 'c', said(RUBIO, { citesId })),
          ],
        ),
      )
    const derives = takes('a').carriage
    const cites = takes('b', 'CITES').carriage
    expect(from([...derives, ...cites], null)).toEqual(['sa > sc'])
    expect(from([...derives, ...cites], 'b')).toEqual(['sb > sc'])
    expect(from(cites, null)).toEqual(['sb > sc'])
  })

  test('of two articles that take from each other the later is compared with the earlier', () => {
    const given = world(
      [article('a', '2025-04-18', takes('b')), article('b', '2025-04-19', takes('a'))],
      [statement('sa', 'a', said()), statement('sb', 'b', said())],
    )
    expect(pairs(given)).toEqual(['sa > sb'])
  })

  test('headline with headline, and the same words first', () => {
    const text = (words: string, zone: DriftStatement['zone'] = 'BODY') => ({ text: words, zone })
    const given = world(
      [article('a', '2025-04-18'), article('b', '2025-04-19', takes('a'))],
      [
        statement('a0', 'a', said(), text('Gate fails', 'HEADLINE')),
        statement('a1', 'a', said(), text('the gate could fail')),
        statement('a2', 'a', said(), text('the gate may fail')),
        statement('b0', 'b', said(), text('Gate breaks', 'HEADLINE')),
        statement('b2', 'b', said(), text('The gate may fail')),
        statement('b3', 'b', said(), text('the gate is weak')),
      ],
    )
    expect(pairs(given)).toEqual(['a0 > b0', 'a2 > b2', 'a1 > b3'])
  })

  test('an own voice whose article attributes it too is not compared', () => {
    const own = { originKeys: ['rubio'] }
    const given = (attributed: boolean) =>
      world(
        [article('a', '2025-04-18'), article('b', '2025-04-19', takes('a'))],
        [
          statement('sa', 'a', said(), own),
          statement('own', 'b', [], own),
          ...(attributed ? [statement('sb', 'b', said(), own)] : []),
        ],
      )
    expect(pairs(given(true))).toEqual(['sa > sb'])
    expect(pairs(given(false))).toEqual(['sa > own'])
  })

  test('what was decided to be another utterance is not compared', () => {
    for (const pair of [['sa', 'sb'] as const, ['sb', 'sa'] as const])
      expect(pairs({ ...two(takes('a')), otherUtterances: [pair] })).toEqual([])
  })

  test('the same speaker on the other side, then for an alternative claim; another one for the same side after that', () => {
    const from = (...ids: readonly string[]) => {
      const all = [
        statement('denies', 'a', said(), { polarity: 'NEGATIVE' }),
        statement('other', 'a', said(), { claimId: 'Q' }),
        statement('trump', 'a', said(TRUMP)),
      ]
      return pairs(
        world(
          [article('a', '2025-04-18'), article('b', '2025-04-19', takes('a'))],
          [...all.filter(({ id }) => ids.includes(id)), statement('sb', 'b', said())],
        ),
      )
    }
    expect(from('denies', 'other', 'trump')).toEqual(['denies > sb'])
    expect(from('other', 'trump')).toEqual(['other > sb'])
    expect(from('trump')).toEqual(['trump > sb'])
  })
})

describe('the chain', () => {
  const wire = outlet('The wire')

  test('a hop that is left out, and one that comes in', () => {
    expect(kinds({ chain: [hop(RUBIO), hop(POLICE)] }, { chain: [hop(RUBIO)] })).toEqual(['HOP_DROPPED'])
    expect(kinds({ chain: [hop(RUBIO)] }, { chain: [hop(RUBIO), hop(POLICE)] })).toEqual(['HOP_ADDED'])
    expect(kinds({ chain: [hop(POLICE)] }, { chain: [hop(RUBIO), hop(POLICE)] })).toEqual(['HOP_ADDED'])
    expect(kinds({ chain: [hop(RUBIO), hop(TRUMP)] }, { chain: [hop(RUBIO), hop(POLICE)] })).toEqual([
      'HOP_DROPPED',
      'HOP_ADDED',
    ])
  })

  test('printing is carriage: the outlet of the report may be named or not', () => {
    expect(kinds({ chain: [hop(RUBIO)] }, { chain: [hop(RUBIO), hop(wire)] })).toEqual([])
    expect(kinds({ chain: [] }, { chain: [hop(wire)] })).toEqual([])
    expect(kinds({ chain: [] }, { chain: [] })).toEqual([])
  })

  test('but not where the source told it, nor where it is the only way to a source without a name', () => {
    const told = hop(RUBIO, { addresseeIds: [wire.id] })
    expect(kinds({ chain: [told] }, { chain: [hop(RUBIO)] })).toEqual(['HOP_DROPPED'])
    expect(kinds({ chain: [told] }, { chain: [hop(RUBIO), hop(wire)] })).toEqual([])
    const [officials, same] = [unnamed('1', 'officials'), unnamed('2', 'officials')]
    expect(kinds({ chain: [hop(officials)] }, { chain: [hop(same)] })).toEqual(['HOP_DROPPED'])
    expect(kinds({ chain: [hop(officials)] }, { chain: [hop(same), hop(wire)] })).toEqual([])
  })

  test('only the outlet is left of a source', () => {
    expect(kinds({ chain: [hop(RUBIO)] }, { chain: [hop(wire)] })).toEqual(['HOP_DROPPED'])
  })

  test('an own voice that is given a source, unless it is its author', () => {
    expect(kinds({ chain: [] }, { chain: [hop(POLICE)] })).toEqual(['HOP_ADDED'])
    const signed = world(
      [
        article('wire', '2025-04-18', { authorIds: [RUBIO.id] }),
        article('paper', '2025-04-19', takes('wire')),
      ],
      [statement('w', 'wire', []), statement('p', 'paper', [hop(RUBIO)])],
    )
    expect(driftOf(signed)).toEqual([])
  })

  test('a source’s words in the outlet’s own voice, unless they are its own', () => {
    expect(kinds({ chain: [hop(RUBIO), hop(POLICE)] }, { chain: [] })).toEqual(['NARRATORIZED'])
    expect(kinds({ chain: [hop(outlet('The paper'))] }, { chain: [] })).toEqual([])
    expect(kinds({ chain: [hop(RUBIO)] }, { chain: [] }, { article: { authorIds: [RUBIO.id] } })).toEqual([])
  })
})

describe('the source', () => {
  const sources = (size: number | null, descriptor: string) =>
    unnamed(`${size} ${descriptor}`, descriptor, size)
  const change = (
    before: ReturnType<typeof sources>,
    after: ReturnType<typeof sources>,
    languages: [string, string] = ['en', 'en'],
  ) =>
    kinds({ chain: [hop(before), hop(POLICE)] }, { chain: [hop(after), hop(POLICE)] }, { languages }).filter(
      (kind) => kind !== 'HOP_DROPPED',
    )
  const diplomats = sources(3, 'European diplomatic sources')

  test.each([
    [sources(null, 'officials'), ['SOURCE_COARSENED'], 'general words'],
    [sources(3, 'sources'), ['SOURCE_COARSENED'], 'some words left out'],
    [sources(null, 'European diplomatic sources'), ['SOURCE_COARSENED'], 'the number left out'],
    [unspecified('x'), ['SOURCE_COARSENED'], 'no description'],
    [sources(3, 'Iranian generals'), ['SOURCE_REASSIGNED'], 'other words'],
    [sources(2, 'European diplomatic sources'), ['SOURCE_REASSIGNED'], 'another number'],
    [RUBIO, ['SOURCE_REASSIGNED'], 'a name'],
    [sources(3, 'European Diplomatic sources'), [], 'the same'],
    [sources(4, 'European diplomatic sources in Rome'), ['SOURCE_REASSIGNED'], 'more words'],
  ])('three European diplomatic sources, then $name', (after, expected) => {
    expect(change(diplomats, after)).toEqual(expected)
  })

  test('words of another language are not compared, numbers are', () => {
    expect(change(diplomats, sources(3, 'європейські дипломати'), ['en-GB', 'uk'])).toEqual([])
    expect(change(diplomats, sources(2, 'європейські дипломати'), ['en', 'uk'])).toEqual([
      'SOURCE_REASSIGNED',
    ])
    expect(change(diplomats, sources(null, 'дипломати'), ['en', 'uk'])).toEqual(['SOURCE_COARSENED'])
  })

  test('named sources', () => {
    expect(kinds({ chain: [hop(RUBIO)] }, { chain: [hop(TRUMP)] })).toEqual(['SPEAKER_CHANGED'])
    expect(kinds({ chain: [hop(RUBIO)] }, { chain: [hop(sources(1, 'official'))] })).toEqual([
      'SOURCE_COARSENED',
    ])
    expect(kinds({ chain: [hop([RUBIO, TRUMP])] }, { chain: [hop(TRUMP)] })).toEqual([])
    expect(kinds({ chain: [hop(RUBIO, { onBehalfOf: [POLICE] })] }, { chain: [hop(POLICE)] })).toEqual([])
  })
})

describe('words, certainty, polarity, cue', () => {
  const chain = [hop(RUBIO)]

  test('quotations', () => {
    const quoted = (before: string | null, after: string | null) =>
      kinds({ chain, quoted: before }, { chain, quoted: after })
    const said = 'we cannot say how long the old gate will hold'
    expect(quoted(said, 'We cannot say how long the old gate will hold')).toEqual([])
    expect(quoted(said, 'we cannot say how long the old gate will stand')).toEqual(['QUOTE_ALTERED'])
    expect(quoted(said, 'how long the old gate will hold')).toEqual(['QUOTE_TRUNCATED'])
    expect(quoted('how long the old gate will hold', said)).toEqual([])
    expect(quoted(said, 'nobody in my office has slept since Monday morning')).toEqual([])
    expect(quoted(said, null)).toEqual([])
    expect(quoted(null, said)).toEqual([])
  })

  test('a translated quotation is not altered', () => {
    const drift = kinds(
      { chain, quoted: 'we cannot say how long the gate will hold' },
      { chain, quoted: 'ми не можемо сказати, скільки протримається затвор' },
      { languages: ['en', 'uk'] },
    )
    expect(drift).toEqual([])
  })

  test('certainty, by its order', () => {
    expect(kinds({ chain, certainty: 'POSSIBLE' }, { chain, certainty: 'CERTAIN' })).toEqual([
      'CERTAINTY_RAISED',
    ])
    expect(kinds({ chain, certainty: 'PROBABLE' }, { chain, certainty: 'POSSIBLE' })).toEqual([
      'CERTAINTY_LOWERED',
    ])
    expect(kinds({ chain, certainty: 'CERTAIN' }, { chain, certainty: 'UNCOMMITTED' })).toEqual([
      'CERTAINTY_LOWERED',
    ])
  })

  test('polarity', () => {
    expect(kinds({ chain, polarity: 'NEGATIVE' }, { chain })).toEqual(['POLARITY_CHANGED'])
  })

  test('a cue that became factive or distancing, at any hop; not one that became neutral', () => {
    const cue = (cueStance: DriftHop['cueStance']) => ({ chain: [hop(RUBIO, { cueStance })] })
    expect(kinds(cue('NEUTRAL'), cue('FACTIVE'))).toEqual(['STANCE_CHANGED'])
    expect(kinds(cue('FACTIVE'), cue('DISTANCING'))).toEqual(['STANCE_CHANGED'])
    expect(kinds(cue('DISTANCING'), cue('NEUTRAL'))).toEqual([])
    const outer = (cueStance: DriftHop['cueStance']) => ({ chain: [hop(RUBIO), hop(POLICE, { cueStance })] })
    expect(kinds(outer('NEUTRAL'), outer('DISTANCING'))).toEqual(['STANCE_CHANGED'])
  })
})

describe('when it was said', () => {
  const change = (before: Partial<DriftHop>, after: Partial<DriftHop>) =>
    kinds({ chain: [hop(RUBIO, before)] }, { chain: [hop(RUBIO, after)] })
  const on = (edtf: string) => ({ said: day(edtf) })

  test.each([
    ['2025-04-18', '2025-04', ['DATE_COARSENED']],
    ['2025-04-18', '../2025-04-19', ['DATE_COARSENED']],
    ['2025-04-18', '2025-04-17', ['DATE_CONFLICT']],
    ['2025-04-18', '../2025-04-17', ['DATE_CONFLICT']],
    ['2025-04-18T10:00:00Z', '2025-04-18T11:00:00Z', ['DATE_CONFLICT']],
    ['2025-04-18T10:00:00Z', '2025-04-18T12:00:00+02:00', []],
    ['2025-04-18T10:00:00Z', '2025-04-18', []],
    ['2025-04', '2025-04-18', []],
    ['2025-04-10/2025-04-18', '2025-04-15/2025-04-20', []],
    ['2025-04-18', '2025-04-18', []],
  ])('%s, then %s: %j', (before, after, expected) => {
    expect(change(on(before), on(after))).toEqual(expected)
  })

  test('a date that is left out is neither', () => {
    expect(change(on('2025-04-18'), {})).toEqual([])
    expect(change({}, on('2025-04-18'))).toEqual([])
  })
})

describe('alternative claims', () => {
  const values = (before: string, after: string, languages: [string, string] = ['en', 'en']) =>
    inCopy(
      { chain: [hop(RUBIO)] },
      { chain: [hop(RUBIO)], claimId: 'Q' },
      {
        claims: [
          { id: 'P', wordings: [{ text: before, language: languages[0] }] },
          { id: 'Q', wordings: [{ text: after, language: languages[1] }] },
        ],
      },
    )
  const of = (...given: Parameters<typeof values>) => values(...given).map(({ drift }) => drift)

  test.each([
    ['34 people died in the flood.', '35 people died in the flood.', ['NUMBER_CHANGED']],
    ['Three people died.', 'four people died.', ['NUMBER_CHANGED']],
    ['Marco Rubio will visit the dam.', 'Donald Duck will visit the dam.', ['PARTICIPANT_CHANGED']],
    ['Rubio will visit the dam.', 'Somebody will visit the dam.', ['PARTICIPANT_CHANGED']],
    ['The road is closed to lorries.', 'The road is closed to all traffic.', ['QUALIFIER_CHANGED']],
    ['The road is closed to lorries.', 'The road is closed.', ['QUALIFIER_CHANGED']],
    ['All 34 sensors failed.', 'Most sensors failed.', ['QUALIFIER_CHANGED']],
    ['It will end on 18 April 2025.', 'It will end on 20 April 2025.', ['DATE_CONFLICT']],
    ['It will end by spring.', 'It will end by autumn.', ['DATE_CONFLICT']],
    ['It will end on 18 May.', 'It will end on 19 May.', ['DATE_CONFLICT']],
    ['34 may be dead.', '35 may be dead.', ['NUMBER_CHANGED']],
    ['The Gate failed.', 'the gate failed', []],
  ])('%s / %s', (before, after, expected) => {
    expect(of(before, after)).toEqual(expected)
  })

  test('what stands apart is told apart', () => {
    expect(
      values('34 people died below the dam in Ostrel.', '35 people died below the dam in Kestrin.'),
    ).toEqual([
      expect.objectContaining({
        drift: 'NUMBER_CHANGED',
        explanation: 'What is claimed: “34” in The wire is “35” in The paper.',
      }),
      expect.objectContaining({
        drift: 'QUALIFIER_CHANGED',
        explanation: 'What is claimed: “Ostrel” in The wire is “Kestrin” in The paper.',
      }),
    ])
  })

  test('of two languages the numerals alone', () => {
    expect(of('34 people died.', 'Загинуло 35 людей.', ['en', 'uk'])).toEqual(['NUMBER_CHANGED'])
    expect(of('34 people died.', 'Загинуло 34 людини.', ['en', 'uk'])).toEqual([])
  })

  test('of claims decided to be one, the nearest wordings; within one claim nothing', () => {
    const claims = [
      {
        id: 'P',
        wordings: [
          { text: 'By Friday some 34 men and women had died.', language: 'en' },
          { text: 'Загинуло 34 людини.', language: 'uk' },
          { text: '34 people died.', language: 'en' },
        ],
      },
      { id: 'Q', wordings: [{ text: '35 people died.', language: 'en' }] },
    ]
    const chain = [hop(RUBIO)]
    expect(kinds({ chain }, { chain, claimId: 'Q' }, { claims })).toEqual(['NUMBER_CHANGED'])
    expect(kinds({ chain, text: '34 dead' }, { chain, text: 'dozens dead' }, { claims })).toEqual([])
  })
})
