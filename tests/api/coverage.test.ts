import { beforeAll, describe, expect, test } from '@jest/globals'
import { driftOf } from '../../src/domain/drift/drift.ts'
import { articleId, claimId, occasionId } from '../../src/domain/identity.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { CARRIAGE_ROUNDS } from '../../src/store/origin-reader.ts'
import { DRIFT_OF_S1, DRIFT_OF_S2, driftLine } from '../domain/drift/demonstration-drift.ts'
import { Demonstration, type Stage } from '../domain/drift/demonstration-world.ts'
import { Deciders, demonstrationArticle, demonstrationDocuments } from '../support/demonstration.ts'
import { useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

const graph = useTestDatabase()
const api = useTestApi(graph)
const ARTICLES = demonstrationDocuments().map(({ article }) => demonstrationArticle(article.url!))
const [ALTWIRE, , BAY_MONITOR, LANTERN, HARBOUR_POST, LEDGER, CHANNEL_NINE] = ARTICLES as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
]
const claim = (key: string) => claimId({ key: `velmora-dam/${key}` })
/** The set with the decisions of these steps. @returns the moment before anything was decided */
async function load(steps: string): Promise<string> {
  await graph.empty()
  for (const document of demonstrationDocuments()) await ingestArticle(graph.database, document)
  const [latest] = await graph.cypher<{ at: string }>(
    'MATCH (n) WHERE n.from IS NOT NULL RETURN max(n.from) AS at',
  )
  const deciders = new Deciders(api)
  for (const step of steps) await deciders.step(step)
  return latest!.at
}

interface Drift {
  readonly drift: never
  readonly from: { readonly id: string }
  readonly to: { readonly id: string }
  readonly explanation: string
}
interface Row {
  readonly claim: { readonly id: string }
  readonly alternatives: readonly { readonly id: string }[]
  readonly statements: readonly { readonly id: string; readonly article: { readonly id: string } }[]
  readonly missingFrom: readonly { readonly id: string }[]
  readonly drift: readonly Drift[]
}
interface Coverage {
  readonly articles: readonly { readonly id: string }[]
  readonly articleCount: number
  readonly rows: readonly Row[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

const ARGUMENTS = 'articles: $articles, claim: $claim, occasion: $occasion, first: $first, after: $after'
const coverageQuery = (directive = '') => `
  query ($articles: [ID!], $claim: ID, $occasion: ID, $first: Int, $after: String) ${directive} {
    compareCoverage(${ARGUMENTS}) {
      articles { id } articleCount
      rows {
        claim { id } alternatives { id } statements { id article { id } } missingFrom { id }
        drift { drift from { id } to { id } explanation }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`
const compare = async (variables: Record<string, unknown>, directive = '') =>
  (await api.data<{ compareCoverage: Coverage }>(coverageQuery(directive), { first: 100, ...variables }))
    .compareCoverage
const idsOf = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id)

const linesOf = ({ rows }: Coverage, stage: Stage) => {
  const demonstration = new Demonstration(stage)
  return rows
    .flatMap(({ drift }) => drift)
    .map(({ drift, from, to }) => driftLine(demonstration, { drift, from: from.id, to: to.id }))
    .sort()
}

describe('with the decisions of steps A to F', () => {
  let undecided: string
  beforeAll(async () => {
    undecided = await load('ABCDEF')
  }, 300_000)

  describe('what each article changed', () => {
    test('is what was worked out by hand, in the graph as in memory', async () => {
      const found = await compare({ articles: ARTICLES })
      expect(linesOf(found, 'S1')).toEqual(DRIFT_OF_S1)
      // The explanations too, save those with the inspector: which of his spellings stands for him is decided elsewhere.
      const told = new Map(
        new Demonstration('S1')
          .worlds()
          .flatMap((world) =>
            driftOf(world).map(({ drift, to, explanation }) => [`${drift} ${to}`, explanation]),
          ),
      )
      const withoutInspector = found.rows
        .flatMap((row) => row.drift)
        .filter(({ explanation }) => !/Zahorsk|Загорськ/.test(explanation))
      expect(withoutInspector.length).toBeGreaterThan(15)
      for (const { drift, to, explanation } of withoutInspector)
        expect({ drift, explanation }).toEqual({ drift, explanation: told.get(`${drift} ${to.id}`) })
    }, 120_000)

    test('before the decisions, as of then', async () => {
      const then = await compare({ articles: ARTICLES }, `@asOf(known: "${undecided}")`)
      const demonstration = new Demonstration('S0')
      const expected = demonstration
        .worlds()
        .flatMap((world) => driftOf(world).map((drift) => driftLine(demonstration, drift)))
      expect(linesOf(then, 'S0')).toEqual(expected.sort())
    }, 120_000)
  })

  describe('who carries what', () => {
    test('a row for a claim with its alternatives, the most carried first', async () => {
      const { rows } = await compare({ articles: ARTICLES })
      const carriers = rows.map(
        ({ statements }) => new Set(idsOf(statements.map(({ article }) => article))).size,
      )
      expect(carriers).toEqual([...carriers].sort((a, b) => b - a))
      for (const { statements, missingFrom } of rows) {
        const carrying = new Set(statements.map(({ article }) => article.id))
        expect([...carrying, ...idsOf(missingFrom)].sort()).toEqual([...ARTICLES].sort())
      }
      const sensors = rows.find((row) => row.claim.id === claim('sensors-34'))!
      expect(idsOf(sensors.alternatives)).toEqual([claim('sensors-35')])
      expect(
        sensors.statements.map(({ article }) => ARTICLES.indexOf(article.id) + 1).sort((a, b) => a - b),
      ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10])
      expect(idsOf(sensors.missingFrom).map((id) => ARTICLES.indexOf(id) + 1)).toEqual([9, 11, 12])
    })

    test('by articles, in the order asked for; a page that nobody has read is left out and leaves nothing out', async () => {
      const unread = articleId({ url: 'https://kestrin-herald.example/2023/11/28/gate-inspection' })
      const unknown = articleId({ key: 'unknown' })
      const found = await compare({ articles: [LEDGER, unread, ALTWIRE, unknown, LEDGER] })
      expect(idsOf(found.articles)).toEqual([LEDGER, ALTWIRE])
      expect(found.articleCount).toBe(2)
      expect(new Set(found.rows.flatMap(({ missingFrom }) => idsOf(missingFrom)))).toEqual(
        new Set([LEDGER, ALTWIRE]),
      )
      // What changed against an article that is not compared shows, with where it stands.
      const from = found.rows
        .flatMap(({ drift }) => drift)
        .map((drift) => new Demonstration('S1').where(drift.from.id))
      expect(new Set(from.map(({ article }) => article))).toEqual(new Set(['04']))
      expect(await compare({ articles: [] })).toMatchObject({ articles: [], articleCount: 0, rows: [] })
    })

    test('by a claim: those that carry it, an alternative, or what is one with either', async () => {
      const found = await compare({ claim: claim('sensors-35') })
      expect(
        idsOf(found.articles)
          .map((id) => ARTICLES.indexOf(id) + 1)
          .sort((a, b) => a - b),
      ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10])
      expect(found.articleCount).toBe(9)
      expect(await compare({ claim: claim('sensors-34') })).toEqual(found)
      // Rows are of all that these articles say, not of that claim alone.
      expect(found.rows.map((row) => row.claim.id)).toContain(claim('gate-fails'))
      // The claim as the document without keys has it.
      const [member] = await graph.cypher<{ id: string }>(
        `MATCH (s:StatementState {articleId: $article})
         WHERE s.text = '34 sensors in the dam have stopped working' RETURN s.claimId AS id LIMIT 1`,
        { article: BAY_MONITOR },
      )
      expect(member!.id).not.toBe(claim('sensors-34'))
      expect(await compare({ claim: member!.id })).toEqual(found)
      expect((await compare({ claim: claimId({ key: 'unknown' }) })).rows).toEqual([])
    })

    test('by an occasion: those with statements of it, those joined with it included', async () => {
      const found = await compare({
        occasion: occasionId({ key: 'velmora-dam/press-conference-2025-01-17' }),
      })
      expect(idsOf(found.articles)).toEqual(expect.arrayContaining([ALTWIRE, BAY_MONITOR, CHANNEL_NINE]))
      expect((await compare({ occasion: occasionId({ key: 'unknown' }) })).articles).toEqual([])
    })

    test('in pages', async () => {
      const whole = await compare({ articles: ARTICLES })
      const walked: Row[] = []
      for (let after: string | null = null, more = true; more; ) {
        const page: Coverage = await compare({ articles: ARTICLES, first: 30, after })
        expect(page.articles).toEqual(whole.articles)
        walked.push(...page.rows)
        more = page.pageInfo.hasNextPage
        after = page.pageInfo.endCursor
      }
      expect(walked.slice(0, whole.rows.length)).toEqual(whole.rows)
      expect(new Set(walked.map((row) => row.claim.id)).size).toBe(walked.length)
    }, 60_000)

    test.each([
      [
        'no argument',
        {},
        'INVALID_ARGUMENTS',
        'Give exactly one of articles, claim, occasion; none is given.',
      ],
      ['two', { claim: claim('x'), articles: [] }, 'INVALID_ARGUMENTS', 'articles and claim are given'],
      ['another kind of id', { claim: ALTWIRE }, 'INVALID_ID', 'is the id of a record of kind Article'],
      [
        'too many articles',
        { articles: Array.from({ length: 51 }, (_, index) => articleId({ key: `${index}` })) },
        'PAGE_TOO_LARGE',
        '51 articles; at most 50 are compared at once.',
      ],
      ['too large a page', { claim: claim('x'), first: 101 }, 'PAGE_TOO_LARGE', '101'],
      ['no cursor', { claim: claim('x'), after: 'nothing' }, 'INVALID_CURSOR', 'nothing'],
    ])('a wrong question is told why: %s', async (_, variables, code, message) => {
      const { errors } = await api.ask(coverageQuery(), variables)
      expect(errors).toMatchObject([{ message: expect.stringContaining(message), extensions: { code } }])
    })
  })

  describe('what an article stands on', () => {
    const SOURCING = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Article { sourcing {
      statementCount named unnamed ownVoice secondHand restingOnOneUnnamed { text }
    } } } }`

    test('counted by hand: a broadcaster of its own, and a paper that has its matter from a wire', async () => {
      const { nodes } = await api.data<{
        nodes: { sourcing: object & { restingOnOneUnnamed: { text: string }[] } }[]
      }>(SOURCING, { ids: [CHANNEL_NINE, HARBOUR_POST] })
      const [nine, post] = nodes.map(({ sourcing: { restingOnOneUnnamed, ...counts } }) => ({
        ...counts,
        texts: restingOnOneUnnamed.map(({ text }) => text).sort(),
      }))
      expect(nine).toEqual({
        statementCount: 13,
        named: 3,
        unnamed: 3,
        ownVoice: 7,
        // What officials told Altwire.
        secondHand: 1,
        texts: [
          '34 sensors in the Velmora Dam had stopped working by January 2025.',
          'A siren should be built at the Velmora Dam.',
          'Workers had been sent to the Velmora Dam by 17 January 2025.',
        ],
      })
      expect(post).toEqual({
        statementCount: 13,
        named: 5,
        unnamed: 2,
        ownVoice: 6,
        // All but what its harbour master told it.
        secondHand: 12,
        texts: [
          '34 sensors in the Velmora Dam had stopped working by January 2025.',
          'The cost of the repair of gate 3 of the Velmora Dam will be decided on in the first half of 2025.',
        ],
      })
    })

    test('of many articles in as many queries as of one', async () => {
      const queriesOf = async (ids: readonly string[]) => {
        graph.queries.length = 0
        await api.data(SOURCING, { ids })
        return [...graph.queries].sort()
      }
      const of12 = await queriesOf(ARTICLES)
      expect(of12).toEqual(await queriesOf([CHANNEL_NINE]))
      expect(of12).toEqual(['carriage-by-article', 'records-by-id', 'records-by-id', 'sourcing-by-article'])
    })

    test('a page that nobody has read stands on nothing', async () => {
      const unread = articleId({ url: 'https://kestrin-herald.example/2023/11/28/gate-inspection' })
      const { nodes } = await api.data<{ nodes: { sourcing: object }[] }>(SOURCING, { ids: [unread] })
      expect(nodes[0]!.sourcing).toMatchObject({ statementCount: 0, secondHand: 0, restingOnOneUnnamed: [] })
    })
  })

  describe('in a bounded number of queries', () => {
    const queriesOf = async (variables: Record<string, unknown>) => {
      graph.queries.length = 0
      await compare(variables)
      const counts: Record<string, number> = {}
      for (const name of graph.queries) counts[name] = (counts[name] ?? 0) + 1
      return counts
    }

    test('whatever the number of articles, rows and carriers', async () => {
      const counts = await queriesOf({ articles: ARTICLES })
      expect(counts).toEqual({
        // The articles; claims, statements and what is missing; the articles of statements; agents and occasions of drift.
        'records-by-id': 3,
        'covered-statements': 1,
        'claim-groups': 1,
        'carried-statements': 1,
        'claim-wordings': 1,
        'chains-by-statement': 1,
        'carriage-by-article': expect.any(Number),
        'occasions-by-article': 1,
        'origin-statements': 1,
        'origin-parties': 1,
        'utterances-by-statement': 1,
      })
      const few = await queriesOf({ articles: [ALTWIRE, LANTERN] })
      expect(Object.keys(few).sort()).toEqual(Object.keys(counts).sort())
      expect(few['records-by-id']).toBe(counts['records-by-id'])
      // One for drift, and of the origins those that were taken from, round by round.
      for (const { 'carriage-by-article': rounds } of [counts, few])
        expect(rounds).toBeLessThanOrEqual(1 + CARRIAGE_ROUNDS)
    }, 60_000)
  })
})

test('what was taken back or is no longer said is in no row and changed nothing', async () => {
  await load('ABCDEFGH')
  const found = await compare({ articles: ARTICLES })
  expect(linesOf(found, 'S2')).toEqual(DRIFT_OF_S2)
  expect(found.rows.flatMap((row) => idsOf([row.claim, ...row.alternatives]))).not.toContain(
    claim('sensors-35'),
  )
}, 120_000)
