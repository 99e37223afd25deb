import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { JudgementRecord, StatementRecord } from '../../src/domain/graph-records.ts'
import { claimId } from '../../src/domain/identity.ts'
import { timelineOf as happened } from '../../src/domain/timeline.ts'
import { unknownDate } from '../../src/domain/uncertain-date.ts'
import type { JudgementKind, Verdict } from '../../src/domain/vocabulary.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import {
  Deciders,
  demonstrationArticle,
  demonstrationDocuments,
  demonstrationStatement,
  demonstrationStep,
} from '../support/demonstration.ts'
import { seedDocument, useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

/** What `seeds/demo/expected.md` says under “Times”, and the timelines of its claims. */
const graph = useTestDatabase()
let moment = Date.parse('2026-03-01T08:00:00Z')
const clock = () => {
  moment += 1_000
  return new Date(moment)
}
const api = useTestApi(graph, clock, { maxQueryCost: 10_000_000 })
const deciders = new Deciders(api)

const HERALD = 'https://kestrin-herald.example/2025/01/16/dam-operator-was-warned'
const REVIEW = 'https://halvanian-review.example/opinion/2025/01/18/the-dam-and-us'
const WIRE = 'https://altwire.example/2025/01/17/velmora-dam-gate'
const MONITOR = 'https://bay-monitor.example/news/velmora-dam-gate'
const claim = (key: string) => claimId({ key: `velmora-dam/${key}` })

let seedWarnings: readonly string[] = []
const warnings = new Map<string, readonly string[]>()
const instants = new Map<string, string>()
const now = async () =>
  (await graph.cypher<{ last: string }>('MATCH (clock:Clock) RETURN clock.last AS last'))[0]!.last

beforeAll(async () => {
  const options = { now: clock }
  seedWarnings = (await ingestArticle(graph.database, seedDocument(), options)).warnings
  for (const document of demonstrationDocuments())
    warnings.set(document.article.url!, (await ingestArticle(graph.database, document, options)).warnings)
  await deciders.step('B')
}, 600_000)

beforeEach(() => {
  graph.queries.length = 0
})

interface Dated {
  readonly edtf: string | null
  readonly phrase: string | null
  readonly instant: string | null
}

describe('dates', () => {
  test('are in conflict in the two articles where they were meant to be, and warned about', async () => {
    const { articles } = await api.data<{
      articles: {
        nodes: { url: string; dateConflicts: { kind: string; because: string; statement: object }[] }[]
      }
    }>(
      '{ articles(first: 100) { nodes { url dateConflicts { kind left right because statement { text } } } } }',
    )
    const found = articles.nodes.filter(({ dateConflicts }) => dateConflicts.length > 0)
    expect(found.find(({ url }) => url === REVIEW)!.dateConflicts).toEqual([
      {
        kind: 'OCCASION_ON_ANOTHER_DAY',
        left: '“on Thursday” (2025-01-16)',
        right: '“at 10:15 a.m. local time” (2025-01-17T10:15:00+01:00)',
        because: expect.stringContaining('on an occasion that took place'),
        statement: { text: expect.any(String) },
      },
      {
        kind: 'MONTH_NOT_NEARLY_OVER',
        left: '“January nearing its end”',
        right: '(2025-01-18)',
        because: 'The words say “January nearing its end”, but the publication is (2025-01-18).',
        statement: { text: 'January nearing its end' },
      },
    ])
    expect(found.map(({ dateConflicts }) => dateConflicts.map(({ kind }) => kind)).sort()).toEqual([
      ['MONTH_NOT_NEARLY_OVER'],
      ['OCCASION_ON_ANOTHER_DAY', 'MONTH_NOT_NEARLY_OVER'],
    ])
    expect(seedWarnings).toEqual([expect.stringContaining('April nearing its end')])
    expect(warnings.get(REVIEW)).toEqual(
      found
        .find(({ url }) => url === REVIEW)!
        .dateConflicts.map(({ because }) => `Dates in conflict. ${because}`),
    )
    for (const [url, told] of warnings) if (url !== REVIEW) expect([url, told]).toEqual([url, []])
    // All articles in one read.
    expect(graph.queries.filter((name) => name === 'dates-by-article')).toHaveLength(1)
  }, 120_000)

  test('are what was told: of the annotator where he told it, else of the phrase', async () => {
    const { articles } = await api.data<{
      articles: {
        nodes: { url: string; statements: { nodes: { said: Dated; timesSpokenOf: Dated[] }[] } }[]
      }
    }>(`{ articles(first: 100) { nodes { url statements(first: 100) { nodes {
      said { edtf phrase instant } timesSpokenOf { edtf phrase instant } } } } } }`)
    const told = (url: string, phrase: string) =>
      articles.nodes
        .filter((article) => article.url.includes(url))
        .flatMap(({ statements }) =>
          statements.nodes.flatMap(({ said, timesSpokenOf }) => [said, ...timesSpokenOf]),
        )
        .find((date) => date.phrase === phrase)
    expect(told('velmora-dam-gate', 'at 10:15 a.m. local time')!.instant).toBe('2025-01-17T09:15:00.000Z')
    expect(told('velmora-dam-repair', 'later')!.edtf).toBe('2025-03-03')
    expect(told('northern-ledger', 'later')!.edtf).toBe('../2025-01-18')
    expect(told('harbour-post', 'recently')!.edtf).toBe('../2025-01-18')
    expect(told('velmora-dam-repair', 'next week')!.edtf).toBe('2025-03-10/2025-03-16')
    expect(told('halvanian-review', 'within days')!.edtf).toBe(null)
  }, 120_000)
})

describe('step I: another publication date, and back', () => {
  const wednesday = async (known?: string) => {
    const { statement, claim: warned } = await api.data<{
      statement: { said: Dated; published: Dated; history: { field: string; reason: string }[] }
      claim: { firstReports: { article: { url: string } }[] }
    }>(
      `query ($id: ID!, $claim: ID!${known ? ', $known: DateTime!) @asOf(known: $known)' : ')'} {
        statement(id: $id) { said { edtf } published { edtf } history { field reason } }
        claim(id: $claim) { firstReports { article { url } } } }`,
      { id: spoken, claim: claim('operator-warned'), ...(known && { known }) },
    )
    return {
      said: statement.said.edtf,
      published: statement.published.edtf,
      firstReports: [...new Set(warned.firstReports.map(({ article }) => article.url))].sort(),
      reasons: statement.history.map(({ reason }) => reason),
    }
  }
  let spoken = ''

  test('moves what hangs on it, and nothing of what was known before', async () => {
    const { article } = await api.data<{
      article: { statements: { nodes: { id: string; said: Dated }[] } }
    }>(`{ article(url: "${HERALD}") { statements(first: 100) { nodes { id said { phrase } } } } }`)
    spoken = article.statements.nodes.find(({ said }) => said.phrase === 'on Wednesday')!.id
    const [before, start] = [await wednesday(), await now()]
    expect(before).toMatchObject({ said: '2025-01-15', published: '2025-01-16', firstReports: [HERALD] })

    const [set, setBack] = demonstrationStep('I')
    await deciders.decide(set!)
    instants.set('i1', await now())
    expect(await wednesday()).toMatchObject({
      said: '2025-01-22',
      published: '2025-01-23',
      firstReports: [WIRE, MONITOR].sort(),
      reasons: [
        ...before.reasons,
        'The archive page shows 23 January.',
        'The archive page shows 23 January.',
      ],
    })
    expect(await wednesday(start)).toEqual(before)

    await deciders.decide(setBack!)
    const { reasons, ...after } = await wednesday()
    expect(after).toEqual({
      said: before.said,
      published: before.published,
      firstReports: before.firstReports,
    })
    expect(reasons).toHaveLength(before.reasons.length + 4)
    expect((await wednesday(instants.get('i1'))).said).toBe('2025-01-22')
  }, 240_000)

  test('that comes before a year which the text names is in conflict with it, and both are kept', async () => {
    const publish = async (published: string) =>
      (
        await api.data<{
          setPublicationDate: {
            published: { edtf: string }
            dateConflicts: { kind: string; left: string; right: string; because: string }[]
          }
        }>(
          `mutation ($article: ID!, $published: EDTF!) { setPublicationDate(article: $article, published: $published) {
            published { edtf } dateConflicts { kind left right because } } }`,
          { article: demonstrationArticle(HERALD), published },
        )
      ).setPublicationDate
    const { article: before } = await api.data<{ article: { published: { edtf: string } } }>(
      'query ($id: ID!) { article(id: $id) { published { edtf } } }',
      { id: demonstrationArticle(HERALD) },
    )
    expect(await publish('201X')).toEqual({
      published: { edtf: '201X' },
      dateConflicts: [
        {
          kind: 'SAID_AFTER_PUBLICATION',
          left: '“in 2023” (2023)',
          right: '(201X)',
          because: 'Said “in 2023” (2023), which is after the publication (201X).',
        },
        {
          kind: 'SAID_AFTER_PUBLICATION',
          left: '“During the election campaign of 2022” (2022)',
          right: '(201X)',
          because:
            'Said “During the election campaign of 2022” (2022), which is after the publication (201X).',
        },
      ],
    })
    expect(await publish(before.published.edtf)).toEqual({ published: before.published, dateConflicts: [] })
  }, 60_000)

  test('refuses what is no date, and what is no article', async () => {
    const code = async (article: string, published: string) =>
      (
        await api.ask(
          'mutation ($article: ID!, $published: EDTF!) { setPublicationDate(article: $article, published: $published) { id } }',
          { article, published },
        )
      ).errors?.map(({ extensions }) => extensions.code)
    expect(await code(demonstrationArticle(HERALD), '16 January')).toHaveLength(1)
    expect(await code(demonstrationArticle('https://nowhere.example/'), '2025-01-16')).toEqual(['NOT_FOUND'])
    expect(await code(claim('operator-warned'), '2025-01-16')).toEqual(['INVALID_ID'])
  })
})

interface Event {
  readonly event: string
  readonly when: { earliest: string | null; latest: string | null; instant: string | null }
  readonly at: string | null
  readonly statement: { readonly id: string; readonly status: string } | null
  readonly subject: { readonly __typename: string; readonly id: string }
  readonly summary: string
}
const EVENT =
  'event when { edtf earliest latest instant } at statement { id status } subject { __typename id } summary'
interface TimelinePage {
  readonly nodes: Event[]
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
}

async function timelineOf(
  key: string,
  { first = 100, known = null as string | null } = {},
): Promise<Event[]> {
  const events: Event[] = []
  for (let after: string | null = null, more = true; more; ) {
    const answer: { claim: { timeline: TimelinePage } } = await api.data<{
      claim: { timeline: TimelinePage }
    }>(
      `query ($id: ID!, $first: Int, $after: String${known ? ', $known: DateTime!) @asOf(known: $known)' : ')'} {
        claim(id: $id) { timeline(first: $first, after: $after) {
          nodes { ${EVENT} } totalCount pageInfo { hasNextPage endCursor } } } }`,
      { id: claim(key), first, after, ...(known && { known }) },
    )
    const { nodes, totalCount, pageInfo }: TimelinePage = answer.claim.timeline
    events.push(...nodes)
    after = pageInfo.endCursor
    more = pageInfo.hasNextPage
    if (!more) expect(events).toHaveLength(totalCount)
  }
  return events
}
const kindsOf = (events: readonly Event[]) => [...new Set(events.map(({ event }) => event))].sort()

describe('Claim.timeline', () => {
  beforeAll(async () => {
    instants.set('before', await now())
    for (const step of ['F', 'G', 'K']) await deciders.step(step)
  }, 300_000)

  test('tells what happened in the world and in the graph, in the order of the dates', async () => {
    const events = await timelineOf('operator-warned')
    expect(kindsOf(events)).toEqual(['CORRECTED', 'JUDGED', 'PUBLISHED', 'RECORDED', 'REVIEWED', 'SAID'])
    const place = ({ when }: Event) =>
      when.instant ?? when.earliest ?? (when.latest === null ? '~' : `${when.latest}T23:59:59.999Z`)
    expect(events.map(place)).toEqual([...events].map(place).sort())
    for (const { event, at, when, summary } of events) {
      expect(at === null).toBe(!['JUDGED', 'RECORDED'].includes(event))
      if (at !== null) expect(when.instant).toBe(at)
      expect(summary).toMatch(/^.+[.”]$/)
    }
    expect(events.find(({ event }) => event === 'PUBLISHED')).toMatchObject({
      subject: { __typename: 'Article', id: demonstrationArticle(HERALD) },
      summary: expect.stringContaining('Kestrin Herald published'),
    })
    expect(events.filter(({ event }) => event === 'REVIEWED').map(({ summary }) => summary)).toEqual([
      'Halvania Checks reviewed the claim: “Mostly right”.',
      'The Second Look reviewed the claim: “Not shown”.',
    ])
    // The merged claim of 03 tells its statements here too, and the decision that made them one.
    expect(
      events.some(
        ({ event, subject }) => event === 'PUBLISHED' && subject.id === demonstrationArticle(MONITOR),
      ),
    ).toBe(true)
    expect(events.filter(({ event }) => event === 'JUDGED').map(({ summary }) => summary)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^It was decided that “.+” is the same claim as “.+”\.$/),
        expect.stringMatching(/^It was decided that “.+” supports “.+”\.$/),
      ]),
    )
  }, 120_000)

  test('shows what was taken back with its status, and decisions that were closed', async () => {
    const events = await timelineOf('gate-5-cracked')
    const taken = demonstrationStatement({
      article: { url: 'https://channel-nine.example/news/2025-01-17/dam-operator' },
      text: 'Gate 5 of the dam is also cracked',
    })
    const about = events.filter(({ statement }) => statement?.id === taken)
    expect(kindsOf(about)).toEqual(
      ['PUBLISHED', 'RECORDED', 'RETRACTED', 'REVIEWED', 'SAID'].filter((kind) =>
        about.some(({ event }) => event === kind),
      ),
    )
    expect(kindsOf(about)).toEqual(expect.arrayContaining(['RECORDED', 'RETRACTED', 'REVIEWED', 'SAID']))
    for (const { summary, statement } of about) {
      expect(statement!.status).toBe('RETRACTED')
      expect(summary).toContain('(RETRACTED)')
    }
    const judged = (await timelineOf('sensors-34')).filter(({ event }) => event === 'JUDGED')
    expect(judged.map(({ summary }) => summary)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^It was decided that “.+” contradicts “.+” \(closed since\)\.$/),
        expect.stringMatching(/^It was decided that “.+” is an alternative to “.+”\.$/),
      ]),
    )
  }, 120_000)

  test('comes in pages, and as it was known', async () => {
    const whole = await timelineOf('operator-warned')
    expect(await timelineOf('operator-warned', { first: 7 })).toEqual(whole)
    const before = await timelineOf('operator-warned', { known: instants.get('before')! })
    expect(kindsOf(before)).toEqual(['JUDGED', 'PUBLISHED', 'RECORDED', 'SAID'])
    const { errors } = await api.ask(
      `{ claim(id: "${claim('operator-warned')}") { timeline(after: "x") { totalCount } } }`,
    )
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['INVALID_CURSOR'])
  }, 120_000)

  test('tells a revision from both sides', async () => {
    const revised = await graph.cypher<{ claim: string }>(
      `MATCH (older:Statement)<-[:REVISES]-(:Statement)
       MATCH (older)-[:EXPRESSES {to: '9999-12-31T23:59:59.999Z'}]->(claim) WHERE claim.key IS NOT NULL OR true
       RETURN DISTINCT claim.id AS claim ORDER BY claim`,
    )
    const { nodes } = await api.data<{ nodes: { timeline: TimelinePage }[] }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Claim { timeline(first: 100) { nodes { ${EVENT} } totalCount pageInfo { hasNextPage endCursor } } } } }`,
      { ids: revised.map((row) => row.claim) },
    )
    const events = nodes.flatMap(({ timeline }) => timeline.nodes.filter(({ event }) => event === 'REVISED'))
    expect(events.length).toBeGreaterThan(0)
    for (const { summary, subject } of events) {
      expect(summary).toMatch(/ revised “.+” by “.+”\.$/)
      expect(subject.__typename).toBe('Statement')
    }
  }, 120_000)

  test('names whoever stands for all that are one by decision, then and not before', async () => {
    const names = async (known?: string) =>
      (await timelineOf('gate-fails', known ? { known } : {}))
        .filter(({ event, summary }) => event === 'SAID' && /ahorsk|Загорськ/u.test(summary))
        .map(({ summary }) => summary.split(' said “')[0])
    const before = await names()
    expect(new Set(before).size).toBeGreaterThan(1)
    const instant = await now()
    await deciders.step('A')
    expect(await names()).toEqual(before.map(() => 'Danylo Zahorsky'))
    expect(await names(instant)).toEqual(before)
  }, 120_000)

  const decided = (
    kind: JudgementKind,
    verdict: Verdict,
    leftId: string,
    rightId: string,
    by: string | null,
  ) =>
    happened({
      claimIds: ['own', 'merged'],
      statements: [],
      revisions: [],
      corrections: [],
      reviews: [],
      judgements: [
        {
          id: 'jud',
          judgementKind: kind,
          verdict,
          leftId,
          rightId,
          decidedBy: by,
          decidedAt: '2026-03-01T08:00:00.000Z',
          closedAt: null,
          recorded: { at: '2026-03-01T08:00:00.000Z', by: 'unknown', method: 'MANUAL' },
        } as unknown as JudgementRecord,
      ],
      agentOf: (id) => ({ id, name: id }),
      claimText: (id) => id,
    })[0]!.item.summary

  test.each<[JudgementKind, Verdict, string]>([
    ['SAME_CLAIM', 'POSITIVE', 'It was decided that “own” is the same claim as “other”.'],
    ['SAME_CLAIM', 'NEGATIVE', 'It was decided that “own” is not the same claim as “other”.'],
    ['CONTRADICTS', 'POSITIVE', 'It was decided that “own” contradicts “other”.'],
    ['CONTRADICTS', 'NEGATIVE', 'It was decided that “own” does not contradict “other”.'],
    ['TENSION', 'POSITIVE', 'It was decided that “own” is in tension with “other”.'],
    ['TENSION', 'UNSURE', 'It was left open whether “own” is in tension with “other”.'],
    ['SUPPORTS', 'POSITIVE', 'It was decided that “other” supports “own”.'],
    ['SUPPORTS', 'NEGATIVE', 'It was decided that “other” does not support “own”.'],
    ['NARROWER', 'POSITIVE', 'It was decided that “other” is narrower than “own”.'],
    ['NARROWER', 'UNSURE', 'It was left open whether “other” is narrower than “own”.'],
    ['ALTERNATIVE', 'POSITIVE', 'It was decided that “own” is an alternative to “other”.'],
  ])('puts a decision on %s, %s, in words', (kind, verdict, summary) => {
    expect(decided(kind, verdict, 'other', 'own', null)).toBe(summary)
    expect(decided(kind, verdict, 'other', 'own', 'unknown')).toBe(summary)
    const by = summary
      .replace(/^It was decided/, 'Mira decided')
      .replace(/^It was left open/, 'Mira left it open')
    expect(decided(kind, verdict, 'other', 'own', 'Mira')).toBe(by)
  })

  test('keeps the direction from the other side, and names two members by their own words', () => {
    expect(decided('NARROWER', 'POSITIVE', 'own', 'other', null)).toBe(
      'It was decided that “own” is narrower than “other”.',
    )
    expect(decided('SAME_CLAIM', 'POSITIVE', 'merged', 'own', null)).toBe(
      'It was decided that “merged” is the same claim as “own”.',
    )
  })

  test('tells who recorded nothing of nobody, and two speakers that are one once', async () => {
    const recorded = (await timelineOf('operator-warned')).filter(({ event }) => event === 'RECORDED')
    expect(recorded.length).toBeGreaterThan(0)
    for (const { summary } of recorded) expect(summary).not.toMatch(/^unknown/)
    const statement = {
      id: 'st',
      text: 'The dam holds',
      status: 'ACCEPTED',
      speakerIds: ['a', 'b', 'c'],
      viaIds: ['d'],
      speakerKinds: ['PERSON'],
      outletId: 'outlet',
      articleId: 'article',
      said: unknownDate(),
      published: unknownDate(),
      recorded: { at: '2026-03-01T08:00:00.000Z', by: 'unknown', method: 'MANUAL' },
    } as unknown as StatementRecord
    const summaries = happened({
      claimIds: [],
      statements: [statement],
      revisions: [],
      corrections: [],
      reviews: [],
      judgements: [],
      agentOf: (id) => (id === 'b' ? { id: 'a', name: 'a' } : { id, name: id }),
      claimText: (id) => id,
    }).map(({ item }) => item.summary)
    expect(summaries).toContain('a and c said “The dam holds”, as outlet reports.')
    expect(summaries).toContain('“The dam holds” of outlet was recorded.')
  }, 120_000)

  test('costs seven queries beside the claims, however many', async () => {
    const names = async (first: number) => {
      graph.queries.length = 0
      await api.data(
        `{ claims(first: ${first}) { nodes { timeline(first: 5) { nodes { event summary } } } } }`,
      )
      return [...graph.queries].sort()
    }
    const ofTwo = await names(2)
    expect(ofTwo).toEqual(await names(60))
    expect(ofTwo).toHaveLength(8)
  }, 120_000)
})
