import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { claimId, namedAgentId } from '../../src/domain/identity.ts'
import type { Verdict } from '../../src/domain/vocabulary.ts'
import type { ArticleDocument } from '../../src/ingest/article-document.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { judge, withdrawJudgement } from '../../src/store/put-judgement.ts'
import {
  demonstrationArticle,
  demonstrationDocument,
  demonstrationDocuments,
  demonstrationStep,
} from '../support/demonstration.ts'
import { useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

const graph = useTestDatabase()
const api = useTestApi(graph)
const NOW = { now: () => new Date(), by: 'an editor' }

/** Stores a document; how many proposals its receipt counts. */
async function put(document: ArticleDocument): Promise<number> {
  const { counts } = await ingestArticle(graph.database, document)
  return counts.find(({ kind }) => kind === 'Judgement')!.created
}

interface Proposed {
  readonly id: string
  readonly kind: string
  readonly left: string
  readonly right: string
  readonly leftId: string
  readonly rightId: string
  readonly method: string
}

/** Every judgement in force that is not settled, both sides in words: an agent's name, a claim, "article: words" of a statement. */
const judgements = () =>
  graph.cypher<Proposed>(`
    MATCH (judgement:Judgement)-[:HAS_STATE]->(state:JudgementState)
    WHERE state.to STARTS WITH '9999' AND state.closedAt IS NULL AND coalesce(state.settled, false) = false
    MATCH (l:Record {id: state.leftId})-[:HAS_STATE]->(left) WHERE left.to STARTS WITH '9999'
    MATCH (r:Record {id: state.rightId})-[:HAS_STATE]->(right) WHERE right.to STARTS WITH '9999'
    RETURN judgement.id AS id, state.judgementKind AS kind, state.method AS method,
      coalesce(left.name, left.key, left.text, left.label, left.url) AS left,
      coalesce(right.name, right.key, right.text, right.label, right.url) AS right,
      left.articleId AS leftArticle, state.leftId AS leftId, state.rightId AS rightId`)

const pairOf = ({ kind, leftId, rightId }: Pick<Proposed, 'kind' | 'leftId' | 'rightId'>) =>
  [kind, ...(kind === 'DERIVED_FROM' ? [leftId, rightId] : [leftId, rightId].sort())].join(' ')
const pairs = async () => (await judgements()).map(pairOf).sort()
const inWords = async (kind: string) =>
  (await judgements())
    .filter((one) => one.kind === kind)
    .map(({ left, right }) => (kind === 'DERIVED_FROM' ? [left, right] : [left, right].sort()).join(' = '))
    .sort()

const FILES = [
  '01-altwire',
  '02-ostrel-courier',
  '03-bay-monitor',
  '04-daily-lantern',
  '05-harbour-post',
  '06-northern-ledger',
  '07-channel-nine',
  '08-holos-halvanii',
  '09-kestrin-herald',
  '10-weekly-current',
  '11-halvanian-review',
  '12-altwire',
]

describe('of the demonstration set', () => {
  let found: string[] = []
  beforeAll(async () => {
    await graph.empty()
    for (const document of demonstrationDocuments()) await put(document)
    found = await pairs()
  }, 300_000)

  test('every spelling of a name is proposed, and nothing else of agents', async () => {
    expect(await inWords('SAME_AGENT')).toEqual(
      [
        'Danylo Zahorskiy = Danylo Zahorsky',
        'Danylo Zahorskiy = Danylo Zahorskyi',
        'Danylo Zahorsky = Danylo Zahorskyi',
        'Danylo Zahorsky = Данило Загорський',
      ].sort(),
    )
  })

  test('the copy without a credit line is proposed, from both that have its sentences', async () => {
    const [wire, courier, monitor] = [
      'https://altwire.example/2025/01/17/velmora-dam-gate',
      'https://ostrel-courier.example/2025/01/17/velmora-dam-gate-could-fail',
      'https://bay-monitor.example/news/velmora-dam-gate',
    ]
    expect(await inWords('DERIVED_FROM')).toEqual([`${monitor} = ${wire}`, `${monitor} = ${courier}`])
  })

  test('the press conference of both documents without keys is proposed, for the keyed one and for each other', async () => {
    const [monitor, current] = [
      'Press conference of Danylo Zahorskyi in Ostrel, January 17, 2025',
      'Mira Koltan’s press conference in Ostrel, 16 January 2025',
    ]
    const keyed = 'velmora-dam/press-conference-2025-01-17'
    expect(await inWords('SAME_OCCASION')).toEqual(
      [
        [monitor, keyed],
        [current, keyed],
        [current, monitor],
      ]
        .map((both) => both.sort().join(' = '))
        .sort(),
    )
  })

  test('the claims that step B joins are proposed, those of its two documents for each other too, and one pair more', async () => {
    const rows = await graph.cypher<{ article: string; text: string; claim: string }>(
      `MATCH (s:StatementState) WHERE s.to STARTS WITH '9999'
       RETURN s.articleId AS article, s.text AS text, s.claimId AS claim`,
    )
    const claimOf = ({ article, text }: { article: { url: string }; text: string }) =>
      rows.find((row) => row.article === demonstrationArticle(article.url) && row.text === text)!.claim
    const joined = demonstrationStep('B').map(({ judge: decided, regroupStatement }) => {
      const [keyed, other] = decided
        ? [decided.left, (decided.right as { claimOf: never }).claimOf]
        : [{ claim: regroupStatement!.claim }, regroupStatement!.statement]
      return [claimId((keyed as { claim: { key: string } }).claim), claimOf(other as never)] as const
    })
    const together = joined.flatMap(([key, claim], at) =>
      joined.slice(at + 1).flatMap(([otherKey, other]) => (key === otherKey ? [[claim, other]] : [])),
    )
    const [lorries, all] = ['road-lorries', 'road-all'].map((key) => claimId({ key: `velmora-dam/${key}` }))
    const trucks = joined.find(([key]) => key === lorries)![1]
    expect(joined).toHaveLength(16)
    expect(together).toHaveLength(5)
    expect(found.filter((pair) => pair.startsWith('SAME_CLAIM'))).toEqual(
      [...joined, ...together, [trucks, all]]
        .map(([leftId, rightId]) => pairOf({ kind: 'SAME_CLAIM', leftId: leftId!, rightId: rightId! }))
        .sort(),
    )
  })

  test('each of the three quotations is proposed to be one in all that carry it, and no other words are', async () => {
    const articles = new Map(
      FILES.map((file) => [
        demonstrationArticle(demonstrationDocument(`${file}.json`).article.url!),
        file.slice(0, 2),
      ]),
    )
    const proposed = (await judgements()).filter(({ kind }) => kind === 'SAME_UTTERANCE')
    const rows = await graph.cypher<{ id: string; articleId: string; text: string }>(
      `MATCH (s:StatementState) WHERE s.to STARTS WITH '9999'
       RETURN s.statementId AS id, s.articleId AS articleId, s.text AS text`,
    )
    const number = new Map(rows.map(({ id, articleId }) => [id, articles.get(articleId)!]))
    const SETS = { crack: /crack of four|тріщину/, howLong: /hold$|протримається/, letter: /letter$|листа/ }
    const bySet = Object.entries(SETS).map(([set, words]) => [
      set,
      proposed
        .filter(({ left }) => words.test(left))
        .map(({ leftId, rightId }) => [number.get(leftId), number.get(rightId)].sort().join('-'))
        .sort(),
    ])
    const all = (...numbers: string[]) =>
      numbers.flatMap((one, at) => numbers.slice(at + 1).map((other) => `${one}-${other}`))
    // A translation is asked about within one claim, so not with the claims of 03 and 10, which wait themselves.
    const translated = (...numbers: string[]) => numbers.map((one) => [one, '08'].sort().join('-'))
    expect(Object.fromEntries(bySet)).toEqual({
      crack: [...all('01', '02', '03'), ...translated('01', '02')].sort(),
      howLong: [
        ...all('01', '02', '03', '04', '07', '10', '11'),
        ...translated('01', '02', '04', '07', '11'),
      ].sort(),
      letter: [...all('01', '02', '03', '09'), ...translated('01', '02', '09')].sort(),
    })
    expect(proposed).toHaveLength(bySet.flatMap(([, list]) => list as string[]).length)
    for (const { leftId, rightId } of proposed) expect(number.get(leftId)).not.toBe(number.get(rightId))
  })

  test('each says how it was found; a program recorded it and nobody decided it', async () => {
    const { judgements: page } = await api.data<{
      judgements: { nodes: Record<string, unknown>[]; totalCount: number }
    }>(
      `{ judgements(first: 100, verdict: [PROPOSED]) { totalCount nodes {
          judgementKind score method evidence decidedBy decidedAt closedAt recorded { by method }
          left { id } right { id } } } }`,
    )
    expect(page.totalCount).toBe(found.length)
    for (const one of page.nodes)
      expect(one).toMatchObject({
        score: expect.any(Number),
        evidence: expect.stringMatching(/“|sentences stand/),
        decidedBy: null,
        decidedAt: null,
        closedAt: null,
        recorded: { by: 'claimgraph', method: 'EXTRACTED' },
      })
  })

  test('a list of them goes on where a page ended, newest first', async () => {
    const ids: string[] = []
    let after: string | null = null
    do {
      const {
        judgements: page,
      }: { judgements: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
        await api.data(
          `query ($after: String) { judgements(first: 3, after: $after, kinds: [SAME_AGENT, SAME_OCCASION]) {
            nodes { id } pageInfo { hasNextPage endCursor } } }`,
          { after },
        )
      ids.push(...page.nodes.map(({ id }) => id))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after !== null)
    const rows = await graph.cypher<{ id: string }>(
      `MATCH (s:JudgementState) WHERE s.judgementKind IN ['SAME_AGENT', 'SAME_OCCASION']
       RETURN s.judgementId AS id ORDER BY s.recordedAt DESC, id DESC`,
    )
    expect(ids).toEqual(rows.map(({ id }) => id))
    expect(ids).toHaveLength(7)
  })

  test('the same documents again propose nothing, and look for nothing', async () => {
    for (const document of demonstrationDocuments().slice(0, 3)) {
      graph.queries.length = 0
      expect(await put(document)).toBe(0)
      expect(graph.queries.filter((name) => /^like|quoted|judged|related/.test(name))).toEqual([])
    }
    expect(await pairs()).toEqual(found)
  }, 60_000)

  test('a new version proposes nothing of what stood in the old one', async () => {
    await put(demonstrationDocument('04-daily-lantern-v2.json'))
    expect(await pairs()).toEqual(found)
  }, 60_000)

  test.each([
    ['backwards', [...FILES].reverse()],
    ['without order', [5, 9, 2, 11, 0, 7, 3, 10, 1, 8, 6, 4].map((at) => FILES[at]!)],
  ])(
    'documents that come %s propose the same pairs',
    async (_, order) => {
      await graph.empty()
      for (const file of order) await put(demonstrationDocument(`${file}.json`))
      expect(await pairs()).toEqual(found)
    },
    300_000,
  )
})

describe('what was asked or decided', () => {
  /** A short article of one sentence in its own voice, with an agent that has a name. */
  const about = (
    key: string,
    name: string,
    {
      aliases = [] as string[],
      ...article
    }: Partial<ArticleDocument['article']> & { aliases?: string[] } = {},
  ): ArticleDocument => ({
    article: { key, outlet: 'paper', language: 'en', text: `Report ${key} stands here.`, ...article },
    agents: {
      paper: { kind: 'OUTLET', name: `Outlet of ${key.repeat(3)}` },
      person: { kind: 'PERSON', name, aliases },
    },
    statements: [
      {
        content: `Report ${key} stands here`,
        claim: { text: `${key.repeat(9)} is what ${key.repeat(7)} said.` },
      },
    ],
  })
  const person = (name: string) => namedAgentId('PERSON', name, null)
  const decide = (one: string, other: string, verdict: Verdict) =>
    judge(
      graph.database,
      { kind: 'SAME_AGENT', leftId: person(one), rightId: person(other), verdict, method: 'MANUAL' },
      NOW,
    )

  beforeEach(graph.empty)

  test('a document that changes what it says of a record asks anew about others, and never about the same pair', async () => {
    await put(about('a', 'Ivan Petrenko'))
    await put(about('b', 'Olha Symonenko'))
    expect(await put(about('b', 'Olha Symonenko', { aliases: ['Ivan Petrenka'] }))).toBe(1)
    const [proposal] = await judgements()
    await withdrawJudgement(graph.database, proposal!.id, null, NOW)
    expect(await put(about('b', 'Olha Symonenko', { aliases: ['Ivan Petrenka', 'Iwan Petrenka'] }))).toBe(0)
    expect(await judgements()).toEqual([])
  }, 60_000)

  test('a negative decision is never asked again, also between all that is one with either side', async () => {
    for (const [key, name] of [
      ['a', 'Ivan Petrenko'],
      ['b', 'Stepan Bandurko'],
      ['c', 'Olha Symonenko'],
    ] as const)
      await put(about(key, name))
    await decide('Ivan Petrenko', 'Stepan Bandurko', 'POSITIVE')
    await decide('Stepan Bandurko', 'Olha Symonenko', 'NEGATIVE')
    const closed = about('c', 'Olha Symonenko', { aliases: ['Ivan Petrenka', 'Stefan Bandurko'] })
    expect(await put(closed)).toBe(0)
    expect(await judgements()).toHaveLength(2)
    expect(await put(about('d', 'Ivan Petrenkow'))).toBe(2)
  }, 60_000)

  test('what is one already is not asked', async () => {
    await put(about('a', 'Ivan Petrenko'))
    await put(about('b', 'Olha Symonenko'))
    await put(about('c', 'Stepan Bandurko'))
    await decide('Ivan Petrenko', 'Olha Symonenko', 'POSITIVE')
    await decide('Olha Symonenko', 'Stepan Bandurko', 'POSITIVE')
    expect(await put(about('c', 'Stepan Bandurko', { aliases: ['Ivan Petrenka'] }))).toBe(0)
  }, 60_000)

  test('what decisions answered when its article came is asked once they are withdrawn', async () => {
    await put(about('a', 'Ivan Petrenko'))
    await put(about('b', 'Olha Petrenko'))
    await put(about('c', 'Stepan Bandurko'))
    const merged = await decide('Ivan Petrenko', 'Olha Petrenko', 'POSITIVE')
    // Of a group, whoever stands for it is asked about: here the one that nothing was decided about.
    const [group] = await graph.cypher<{ asked: string; other: string }>(
      'MATCH (m)-[:MERGED_INTO]->(c), (m)-[:HAS_STATE]->(s) RETURN c.name AS asked, s.name AS other LIMIT 1',
    )
    await decide(group!.other, 'Stepan Bandurko', 'NEGATIVE')
    const alias = group!.asked.replace(/.$/, 'a')
    expect(await put(about('c', 'Stepan Bandurko', { aliases: [alias] }))).toBe(0)
    expect(await judgements()).toHaveLength(2)
    await withdrawJudgement(graph.database, merged, null, NOW)
    expect(await inWords('SAME_AGENT')).toEqual(
      [group!.asked, group!.other].map((name) => `${name} = Stepan Bandurko`).sort(),
    )
  }, 60_000)

  test('a name whose i and y are written otherwise is found, more than two letters apart too', async () => {
    for (const [key, name] of ['Volodymyr Zelensky', 'Volodymyr Zelenskiy', 'Volodymyr Zelenskyy'].entries())
      await put(about('abc'[key]!, name))
    expect(await put(about('d', 'Volodimir Zelenski'))).toBe(3)
    await put(about('e', 'Vynnytskyi'))
    expect(await put(about('f', 'Vinnitski'))).toBe(1)
    for (const { left, right, method } of await judgements())
      expect([left, right, method]).toEqual([left, right, 'name spelling'])
  }, 60_000)

  test('whom one document names side by side, it told apart', async () => {
    const both = about('a', 'Ivan Petrenko')
    const document = {
      ...both,
      agents: { ...both.agents, other: { kind: 'PERSON' as const, name: 'Ivan Petrenka' } },
    }
    expect(await put(document)).toBe(0)
    // Another article's words change what is asked, and not who was told apart before.
    expect(await put(about('b', 'Ivan Petrenko', { aliases: ['Iwan Petrenka'] }))).toBe(0)
  }, 60_000)

  test('a link that somebody knows from elsewhere waits like a proposal', async () => {
    await put(about('a', 'Ivan Petrenko'))
    const external = { derivedFrom: [{ article: { key: 'a' }, basis: 'EXTERNAL' as const }] }
    expect(await put(about('b', 'Olha Symonenko', external))).toBe(1)
    expect(await judgements()).toMatchObject([
      { kind: 'DERIVED_FROM', method: 'stated by annotator as external' },
    ])
    expect(await put(about('b', 'Olha Symonenko', external))).toBe(0)
  }, 60_000)
})
