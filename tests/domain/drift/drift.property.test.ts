import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { driftOf } from '../../../src/domain/drift/drift.ts'
import type {
  DriftAgent,
  DriftArticle,
  DriftHop,
  DriftStatement,
  DriftWorld,
} from '../../../src/domain/drift/drift-world.ts'
import { pairsOf } from '../../../src/domain/drift/pairs.ts'
import { unknownDate } from '../../../src/domain/uncertain-date.ts'
import { article, day, hop, outlet, person, statement, unnamed, unspecified, world } from './drift-records.ts'

/** Small crowded worlds, so that copies, rings, occasions, sides and alternatives meet often. */

const IDS = ['a1', 'a2', 'a3', 'a4']
const OUTLETS = ['Argus', 'Bugle', 'Wire'].map(outlet)
const PEOPLE = ['Hill', 'Rook', 'Stone'].map((name) => person(name))
const DATES = [unknownDate(), day('2025-04-18', 'on Friday'), day('2025-04-17'), day('2025-04')]
const CLAIMS = [
  { id: 'P', wordings: [{ text: '34 people died.', language: 'en' }] },
  { id: 'Q', wordings: [{ text: '35 people died.', language: 'en' }] },
]

const few = <T>(item: fc.Arbitrary<T>, maxLength: number) => fc.array(item, { maxLength })

const articleOf = (id: string): fc.Arbitrary<DriftArticle> =>
  fc
    .record({
      outlet: fc.constantFrom(...OUTLETS),
      language: fc.constantFrom('en', 'en', 'uk'),
      occasionIds: few(fc.constantFrom('o1', 'o2'), 2),
      carriage: few(
        fc.record({
          articleId: fc.constantFrom(...IDS, 'known by its address'),
          carriageKind: fc.constantFrom('DERIVED_FROM', 'CITES'),
          accepted: fc.constantFrom(true, true, false),
        }),
        2,
      ),
      published: fc.constantFrom(
        unknownDate(),
        day('2025-04-18'),
        day('2025-04-18T10:00:00Z'),
        day('2025-04-19'),
      ),
    })
    .map((given) => article(id, '2025-04-18', given))

const agentIn = (articleId: string): fc.Arbitrary<DriftAgent> =>
  fc.constantFrom(
    ...PEOPLE,
    ...OUTLETS,
    unnamed(`officials in ${articleId}`, 'officials', 2),
    unnamed(`generals in ${articleId}`, 'generals'),
    unspecified(`reportedly in ${articleId}`),
  )

const hopIn = (articleId: string): fc.Arbitrary<DriftHop> =>
  fc
    .record({
      by: fc.array(agentIn(articleId), { minLength: 1, maxLength: 2 }),
      onBehalfOf: few(fc.constantFrom(...PEOPLE), 1),
      addresseeIds: few(fc.constantFrom(...OUTLETS.map(({ id }) => id)), 1),
      cueStance: fc.constantFrom('NEUTRAL', 'FACTIVE', 'DISTANCING'),
      said: fc.constantFrom(...DATES),
      occasionId: fc.constantFrom(null, null, 'o1', 'o2'),
      citesId: fc.constantFrom(null, null, null, ...IDS),
    })
    .map(({ by, ...more }) => hop(by, more))

const statementOf = (id: string): fc.Arbitrary<DriftStatement> =>
  fc.constantFrom(...IDS).chain((articleId) =>
    fc
      .record({
        claimId: fc.constantFrom('P', 'P', 'Q'),
        originKeys: few(fc.constantFrom('k1', 'k2'), 2),
        text: fc.constantFrom('34 died', '35 died', 'some died'),
        quoted: fc.constantFrom(null, 'we do not know how many died', 'do not know how many'),
        zone: fc.constantFrom('HEADLINE', 'BODY', 'BODY'),
        certainty: fc.constantFrom('CERTAIN', 'POSSIBLE', 'UNCOMMITTED'),
        polarity: fc.constantFrom('POSITIVE', 'POSITIVE', 'NEGATIVE'),
        chain: few(hopIn(articleId), 3),
      })
      .map(({ chain, ...more }) => statement(id, articleId, chain, more)),
  )

const randomWorld: fc.Arbitrary<DriftWorld> = fc
  .tuple(fc.tuple(...IDS.map(articleOf)), fc.integer({ min: 0, max: 8 }))
  .chain(([articles, size]) =>
    fc
      .tuple(...Array.from({ length: size }, (_, index) => statementOf(`s${index}`)))
      .map((statements) => world(articles, statements, { claims: CLAIMS })),
  )

const RUNS = { numRuns: 75 }
const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length })

describe('what must hold in every world', () => {
  test('never inside one article, never twice for one statement, always with words', () => {
    fc.assert(
      fc.property(randomWorld, (given) => {
        const articleOfStatement = new Map(given.statements.map(({ id, articleId }) => [id, articleId]))
        const fromOfStatement = new Map<string, string>()
        for (const { from, to, explanation } of driftOf(given)) {
          expect(articleOfStatement.get(from)).not.toBe(articleOfStatement.get(to))
          expect(fromOfStatement.get(to) ?? from).toBe(from)
          fromOfStatement.set(to, from)
          expect(explanation).toMatch(/^\S.*\.$/)
        }
      }),
      RUNS,
    )
  })

  test('the order of what is read changes nothing', () => {
    const twice = randomWorld.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.record({
          claims: shuffled(given.claims),
          articles: fc
            .tuple(
              ...given.articles.map((one) =>
                fc
                  .record({ carriage: shuffled(one.carriage), occasionIds: shuffled(one.occasionIds) })
                  .map((lists) => ({ ...one, ...lists })),
              ),
            )
            .chain(shuffled),
          statements: shuffled(
            given.statements.map((one) => ({ ...one, originKeys: one.originKeys.toReversed() })),
          ),
          otherUtterances: fc.constant(given.otherUtterances),
        }),
      ),
    )
    fc.assert(
      fc.property(twice, ([given, other]) => {
        expect(driftOf(other)).toEqual(driftOf(given))
      }),
      RUNS,
    )
  })

  test('compared is what a thread joins, and of one source save in a copy or at one occasion', () => {
    fc.assert(
      fc.property(randomWorld, (given) => {
        for (const { from, to } of pairsOf(given)) {
          const [a, b] = [from.statement, to.statement]
          const taken = (one: typeof from, kind?: 'DERIVED_FROM') => [
            ...one.article.carriage
              .filter(({ accepted, carriageKind }) => accepted && (kind ?? carriageKind) === carriageKind)
              .map(({ articleId }) => articleId),
            ...one.statement.chain.flatMap(({ citesId }) => citesId ?? []),
          ]
          const outlets = ({ chain }: DriftStatement) =>
            chain.flatMap(({ by }) => by.filter(({ kind }) => kind === 'OUTLET').map(({ id }) => id))
          const occasions = ({ chain }: DriftStatement) => chain.flatMap(({ occasionId }) => occasionId ?? [])
          const meet = (left: readonly string[], right: readonly string[]) =>
            left.some((id) => right.includes(id))
          const named = ({ chain: [source] }: DriftStatement) =>
            [...(source?.by ?? []), ...(source?.onBehalfOf ?? [])]
              .filter((one) => !one.unnamed)
              .map(({ id }) => id)

          const copy = taken(to, 'DERIVED_FROM').includes(from.article.id)
          const oneOccasion = meet(occasions(a), occasions(b))
          const joined =
            copy ||
            oneOccasion ||
            taken(to).includes(from.article.id) ||
            meet([from.article.id, ...taken(from, 'DERIVED_FROM')], taken(to, 'DERIVED_FROM')) ||
            meet([from.article.outlet.id, ...outlets(a)], outlets(b)) ||
            meet(occasions(a), to.article.occasionIds)
          expect(joined).toBe(true)
          const oneOrigin =
            a.claimId === b.claimId && a.polarity === b.polarity && meet(a.originKeys, b.originKeys)
          const unnamedBoth =
            a.chain.length > 0 && b.chain.length > 0 && named(a).length + named(b).length === 0
          if (!copy && !oneOccasion) expect(oneOrigin || meet(named(a), named(b)) || unnamedBoth).toBe(true)
        }
      }),
      RUNS,
    )
  })

  test('without carriage, occasions and outlets on the way there is none, whoever speaks', () => {
    fc.assert(
      fc.property(randomWorld, (given) => {
        const bare = {
          ...given,
          articles: given.articles.map((one) => ({ ...one, carriage: [], occasionIds: [] })),
          statements: given.statements.map((one) => ({
            ...one,
            chain: one.chain.map((act) => ({
              ...act,
              by: act.by.map((agent) => ({
                ...agent,
                kind: agent.kind === 'OUTLET' ? ('ORGANIZATION' as const) : agent.kind,
              })),
              occasionId: null,
              citesId: null,
            })),
          })),
        }
        expect(driftOf(bare)).toEqual([])
      }),
      RUNS,
    )
  })

  test('carriers that have it in the same words, from the same named source, changed nothing', () => {
    const carriers = randomWorld.chain((given) =>
      fc.tuple(fc.constant(given), few(hopIn('any'), 3), statementOf('template')),
    )
    fc.assert(
      fc.property(carriers, ([given, chain, template]) => {
        const named = chain
          .map((act) => ({ ...act, by: act.by.filter(({ unnamed: un }) => !un), addresseeIds: [] }))
          .filter(({ by }) => by.length > 0)
        const statements = IDS.map((articleId) => ({
          ...template,
          id: `of ${articleId}`,
          articleId,
          chain: named,
        }))
        expect(driftOf({ ...given, statements })).toEqual([])
      }),
      RUNS,
    )
  })
})

test('a thousand carriers in fifty clusters: one comparison each', () => {
  const wires = Array.from({ length: 50 }, (_, index) => article(`wire ${index}`, '2025-04-18'))
  const papers = Array.from({ length: 950 }, (_, index) =>
    article(`paper ${index}`, '2025-04-19', {
      carriage: [{ articleId: `wire ${index % 50}`, carriageKind: 'DERIVED_FROM', accepted: true }],
    }),
  )
  const speaker = person('Hill')
  const given = world(
    [...wires, ...papers],
    [
      ...wires.map(({ id }) => statement(`of ${id}`, id, [hop(speaker)], { originKeys: ['Hill'] })),
      ...papers.map(({ id }) =>
        statement(`of ${id}`, id, [hop(speaker)], { originKeys: ['Hill'], certainty: 'POSSIBLE' }),
      ),
    ],
  )
  expect(pairsOf(given)).toHaveLength(950)
  const found = driftOf(given)
  expect(found).toHaveLength(950)
  expect(new Set(found.map(({ drift }) => drift))).toEqual(new Set(['CERTAINTY_LOWERED']))
})
