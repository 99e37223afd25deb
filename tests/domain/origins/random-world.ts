import fc from 'fast-check'
import type {
  OriginAgent,
  OriginArticle,
  OriginDecision,
  OriginHop,
  OriginLink,
  OriginStatement,
  OriginWorld,
} from '../../../src/domain/origins/origin-world.ts'

/** Small crowded worlds, so that rings, joint sources, copies, unnamed sources and decisions meet often. */

export const OUTLETS = ['Argus', 'Bugle', 'Courier', 'Norwire']
export const PEOPLE = ['Hill', 'Rook', 'Stone', 'Vale']
export const ARTICLES = ['a1', 'a2', 'a3', 'a4', 'a5']
const KEYS = ['k1', 'k2']

export const unnamedId = (article: string, key: string) => `${key} in ${article}`

export const AGENTS: readonly OriginAgent[] = [
  ...OUTLETS.map((id): OriginAgent => ({ id, label: id, kind: 'NAMED', outlet: true })),
  ...PEOPLE.map((id): OriginAgent => ({ id, label: id, kind: 'NAMED', outlet: false })),
  ...ARTICLES.flatMap((article) => [
    ...KEYS.map(
      (key): OriginAgent => ({ id: unnamedId(article, key), label: key, kind: 'ANONYMOUS', outlet: false }),
    ),
    { id: unnamedId(article, 'x'), label: 'x', kind: 'UNSPECIFIED', outlet: false } satisfies OriginAgent,
  ]),
]

const few = <T>(item: fc.Arbitrary<T>, maxLength: number) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: fc.array(item, { minLength: 1, maxLength }) },
  )

const link: fc.Arbitrary<OriginLink> = fc.record({
  articleId: fc.constantFrom(...ARTICLES),
  basis: fc.constantFrom('STATED', 'EXTERNAL'),
  state: fc.constantFrom('accepted', 'accepted', 'accepted', 'proposed', 'rejected'),
})

const article = (id: string): fc.Arbitrary<OriginArticle> =>
  fc.record({
    id: fc.constant(id),
    label: fc.constant(id),
    outletId: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...OUTLETS) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    derivedFrom: few(link, 2),
    cites: few(link, 1),
    creditIds: fc.oneof(
      { weight: 5, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...OUTLETS), { minLength: 1, maxLength: 2 }) },
    ),
  })

const agentIn = (articleId: string) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...PEOPLE) },
    { weight: 3, arbitrary: fc.constantFrom(...OUTLETS) },
    { weight: 4, arbitrary: fc.constantFrom(...KEYS.map((key) => unnamedId(articleId, key))) },
    { weight: 1, arbitrary: fc.constant(unnamedId(articleId, 'x')) },
  )

const hop = (articleId: string): fc.Arbitrary<OriginHop> =>
  fc.record({
    byIds: fc.oneof(
      { weight: 4, arbitrary: fc.array(agentIn(articleId), { minLength: 1, maxLength: 1 }) },
      { weight: 1, arbitrary: fc.uniqueArray(agentIn(articleId), { minLength: 2, maxLength: 3 }) },
    ),
    onBehalfOfIds: fc.oneof(
      { weight: 6, arbitrary: fc.constant<string[]>([]) },
      { weight: 1, arbitrary: fc.uniqueArray(agentIn(articleId), { minLength: 1, maxLength: 2 }) },
    ),
    basis: fc.constantFrom('STATED', 'STATED', 'STATED', 'INFERRED', 'EXTERNAL'),
    accepted: fc.boolean(),
    citesId: fc.oneof(
      { weight: 6, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(...ARTICLES) },
    ),
    occasionId: fc.oneof(
      { weight: 6, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom('o1', 'o2') },
    ),
  })

const statementOf = (id: string): fc.Arbitrary<OriginStatement> =>
  fc.constantFrom(...ARTICLES).chain((articleId) =>
    fc.record({
      id: fc.constant(id),
      label: fc.constant(id),
      articleId: fc.constant(articleId),
      claimId: fc.constantFrom('P', 'P', 'P', 'P', 'P', 'Q'),
      hops: fc.oneof(
        { weight: 2, arbitrary: fc.constant<OriginHop[]>([]) },
        { weight: 5, arbitrary: fc.array(hop(articleId), { minLength: 1, maxLength: 3 }) },
      ),
      authorIds: fc.oneof(
        { weight: 8, arbitrary: fc.constant<string[]>([]) },
        { weight: 1, arbitrary: fc.array(fc.constantFrom(...PEOPLE), { minLength: 1, maxLength: 1 }) },
      ),
      polarity: fc.constantFrom('POSITIVE', 'POSITIVE', 'POSITIVE', 'POSITIVE', 'NEGATIVE'),
      speechAct: fc.constantFrom('ASSERT', 'ASSERT', 'ASSERT', 'ASSERT', 'DENY', 'ASK'),
      certainty: fc.constantFrom('CERTAIN', 'CERTAIN', 'CERTAIN', 'POSSIBLE', 'UNCOMMITTED'),
      status: fc.constantFrom(
        'ACCEPTED',
        'ACCEPTED',
        'ACCEPTED',
        'ACCEPTED',
        'ACCEPTED',
        'SUPERSEDED',
        'RETRACTED',
      ),
    }),
  )

const verdict = fc.constantFrom('PROPOSED', 'PROPOSED', 'POSITIVE', 'POSITIVE', 'NEGATIVE', 'UNSURE')

const decision = (id: string): fc.Arbitrary<OriginDecision> => {
  const between = (kind: OriginDecision['kind'], from: readonly string[]) =>
    fc.record({
      id: fc.constant(id),
      kind: fc.constant(kind),
      leftId: fc.constantFrom(...from),
      rightId: fc.constantFrom(...from),
      verdict,
    })
  return fc
    .oneof(
      between(
        'SAME_AGENT',
        AGENTS.map(({ id: agentId }) => agentId),
      ),
      between(
        'SAME_AGENT',
        AGENTS.filter(({ kind }) => kind !== 'NAMED').map(({ id: agentId }) => agentId),
      ),
      between('SAME_UTTERANCE', STATEMENT_IDS),
      between('SAME_OCCASION', ['o1', 'o2', 'o3']),
      between('DERIVED_FROM', ARTICLES),
      between('CITES', ARTICLES),
      between('SAME_CLAIM', ['P', 'Q']),
      between('CONTRADICTS', ['P', 'Q']),
    )
    .filter(({ leftId, rightId }) => leftId !== rightId)
}

export const STATEMENT_IDS = ['s1', 's2', 's3', 's4', 's5', 's6', 's7']

export interface WorldOptions {
  readonly retractions?: boolean
  readonly decisions?: number
  /** Whether somebody is left wholly unsaid ("reportedly"). */
  readonly hearsay?: boolean
}

/** A random world of up to seven statements in five articles. */
export function randomWorld({
  retractions = true,
  decisions = 3,
  hearsay = true,
}: WorldOptions = {}): fc.Arbitrary<OriginWorld> {
  return fc
    .record({
      claimId: fc.constant('P'),
      agents: fc.constant(
        hearsay
          ? AGENTS
          : AGENTS.map((one) => (one.kind === 'UNSPECIFIED' ? { ...one, kind: 'ANONYMOUS' as const } : one)),
      ),
      articles: fc.tuple(...ARTICLES.map(article)),
      statements: fc
        .tuple(...STATEMENT_IDS.map(statementOf))
        .chain((all) => fc.integer({ min: 1, max: all.length }).map((length) => all.slice(0, length))),
      decisions: fc
        .tuple(...['d1', 'd2', 'd3'].slice(0, decisions).map(decision))
        .chain((all) => fc.integer({ min: 0, max: all.length }).map((length) => all.slice(0, length))),
      retractedArticleIds: retractions ? few(fc.constantFrom(...ARTICLES), 2) : fc.constant<string[]>([]),
      retractedAgentIds: retractions
        ? few(fc.constantFrom(...PEOPLE, ...OUTLETS), 1)
        : fc.constant<string[]>([]),
    })
    .map((world) =>
      retractions
        ? world
        : {
            ...world,
            statements: world.statements.map((one) =>
              one.status === 'RETRACTED' ? { ...one, status: 'ACCEPTED' as const } : one,
            ),
          },
    )
}
