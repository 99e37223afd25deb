import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { AnnotatedArticle, PlannedAttribution } from '../../src/domain/annotated-article.ts'
import { actsOf, summarizeChain } from '../../src/domain/chain.ts'
import { uncertainDate, unknownDate } from '../../src/domain/uncertain-date.ts'

function date(edtf: string, basis: 'EXPLICIT' | 'EXTERNAL' = 'EXPLICIT') {
  const read = uncertainDate({ basis, edtf, phrase: 'that day' })
  if (!read.ok) throw new Error(read.message)
  return read.date
}

type Printed = Parameters<typeof summarizeChain>[2]
const printed = (article: Partial<AnnotatedArticle['article']> = {}): Printed => ({
  article: {
    outletId: 'paper',
    authorIds: ['columnist'],
    opinion: false,
    ...article,
  } as AnnotatedArticle['article'],
  version: { published: date('2025-06-02', 'EXTERNAL') } as AnnotatedArticle['version'],
})

const act = (id: string, fields: Partial<PlannedAttribution> = {}): PlannedAttribution => ({
  id,
  byIds: [id],
  toIds: [],
  onBehalfOfIds: [],
  source: [],
  cue: [],
  cueStance: 'NEUTRAL',
  mode: 'UNSPECIFIED',
  basis: 'STATED',
  said: unknownDate(),
  saidWritten: { basis: 'UNKNOWN' },
  placeId: null,
  placeBasis: null,
  occasionId: null,
  citesId: null,
  reportedInId: null,
  ...fields,
})
/** The acts of a chain, innermost first, each reported in the next. */
const chain = (...acts: PlannedAttribution[]) =>
  new Map(acts.map((one, index) => [one.id, { ...one, reportedInId: acts[index + 1]?.id ?? null }]))
const summary = (acts: ReadonlyMap<string, PlannedAttribution>, where = printed()) =>
  summarizeChain({ attributionId: acts.keys().next().value ?? null }, acts, where)

describe('who speaks', () => {
  test('the sources of the innermost act, with what that act says', () => {
    const said = date('2025-06-01')
    const told = act('officials', {
      byIds: ['a', 'b', 'a'],
      toIds: ['wire'],
      onBehalfOfIds: ['ministry'],
      said,
      placeId: 'rome',
      placeBasis: 'INFERRED',
      occasionId: 'talks',
    })
    const relayed = act('wire', {
      toIds: ['paper'],
      onBehalfOfIds: ['owner'],
      said: date('2025'),
      placeId: 'paris',
    })
    expect(summary(chain(told, relayed))).toEqual({
      speakerIds: ['a', 'b'],
      relayIds: ['wire'],
      viaIds: ['wire', 'paper'],
      onBehalfOfIds: ['ministry'],
      addresseeIds: ['wire', 'paper'],
      said,
      saidWritten: { basis: 'UNKNOWN' },
      placeId: 'rome',
      placeBasis: 'INFERRED',
      occasionId: 'talks',
    })
  })

  test('through nobody but the outlet, where one act was printed', () => {
    expect(summary(chain(act('ruiz')))).toMatchObject({
      speakerIds: ['ruiz'],
      relayIds: [],
      viaIds: ['paper'],
    })
  })

  test('the outlet that is a relay of its own is named once', () => {
    expect(summary(chain(act('ruiz'), act('paper'))).viaIds).toEqual(['paper'])
  })
})

describe('the own voice', () => {
  test('is the outlet’s, on the day of publication, through nobody', () => {
    const { published } = printed().version
    expect(summary(chain())).toEqual({
      speakerIds: ['paper'],
      relayIds: [],
      viaIds: [],
      onBehalfOfIds: [],
      addresseeIds: [],
      said: { ...published, basis: 'PUBLICATION', phrase: null },
      saidWritten: { basis: 'PUBLICATION' },
      placeId: null,
      placeBasis: null,
      occasionId: null,
    })
  })

  test('of a signed opinion piece is its authors’', () => {
    expect(summary(chain(), printed({ opinion: true })).speakerIds).toEqual(['columnist'])
    expect(summary(chain(), printed({ opinion: true, authorIds: [] })).speakerIds).toEqual(['paper'])
    expect(summary(chain(act('ruiz')), printed({ opinion: true })).speakerIds).toEqual(['ruiz'])
  })
})

describe('hops that are known from elsewhere', () => {
  const external = act('leaker', {
    basis: 'EXTERNAL',
    toIds: ['spy'],
    onBehalfOfIds: ['agency'],
    occasionId: 'leak',
  })

  test('neither speak nor relay, wherever they stand', () => {
    const [a, b] = [act('ruiz', { toIds: ['wire'] }), act('wire', { basis: 'INFERRED' })]
    const plain = summary(chain(a, b))
    expect(plain.relayIds).toEqual(['wire'])
    for (const acts of [
      [external, a, b],
      [a, external, b],
      [a, b, external],
    ])
      expect(summary(chain(...acts))).toEqual(plain)
    expect(summary(chain(external))).toEqual(summary(chain()))
  })

  test('never change a summary, in chains of any length', () => {
    const hop = fc.record({
      agent: fc.constantFrom('a', 'b', 'c'),
      to: fc.subarray(['a', 'b', 'c']),
      basis: fc.constantFrom('STATED' as const, 'INFERRED' as const, 'EXTERNAL' as const),
    })
    fc.assert(
      fc.property(fc.array(hop, { maxLength: 8 }), (hops) => {
        const acts = hops.map(({ agent, to, basis }, index) =>
          act(`act-${index}`, { byIds: [agent], toIds: to, basis }),
        )
        const answering = acts.filter(({ basis }) => basis !== 'EXTERNAL')
        expect(summary(chain(...acts))).toEqual(summary(chain(...answering)))
        const told = summary(chain(...acts))
        expect(told.relayIds).toEqual([...new Set(answering.slice(1).flatMap(({ byIds }) => byIds))])
        expect(told.speakerIds).toEqual(answering.length > 0 ? answering[0]!.byIds : ['paper'])
      }),
    )
  })

  test('stay in the chain itself', () => {
    const acts = chain(act('ruiz'), external, act('wire'))
    expect(actsOf({ attributionId: 'ruiz' }, acts).map(({ id }) => id)).toEqual(['ruiz', 'leaker', 'wire'])
    expect(actsOf({ attributionId: null }, acts)).toEqual([])
  })
})
