import { beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { articleId, claimId, namedAgentId, occasionId, statementId } from '../../src/domain/identity.ts'
import { FOREVER } from '../../src/domain/instant.ts'
import { unknownDate } from '../../src/domain/uncertain-date.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { checkGraph } from '../../src/store/check-graph.ts'
import { judge, withdrawJudgement } from '../../src/store/put-judgement.ts'
import { addReview } from '../../src/store/put-review.ts'
import { setStatementStatus } from '../../src/store/put-status.ts'
import { removeArticle } from '../../src/store/remove-article.ts'
import { databaseRuns } from '../support/property-runs.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { currentFactsOf } from './graph-dump.ts'

const graph = useTestDatabase()
let moment = Date.parse('2026-02-01T08:00:00Z')
const options = {
  now: () => {
    moment += 1_000
    return new Date(moment)
  },
  by: 'Ada',
}

beforeEach(() => graph.empty())

const PEOPLE = ['Ana Ruiz', 'A. Ruiz', 'Ruiz'] as const
const AGENTS = PEOPLE.map((name) => namedAgentId('PERSON', name, null))
const KEYS = ['sank', 'sinking', 'gone'] as const
const CLAIMS = KEYS.map((key) => claimId({ key }))
const OCCASIONS = KEYS.map((key) => occasionId({ key }))
type Kind = 'SAME_AGENT' | 'SAME_CLAIM' | 'SAME_OCCASION'
const RECORDS: Readonly<Record<Kind, readonly string[]>> = {
  SAME_AGENT: AGENTS,
  SAME_CLAIM: CLAIMS,
  SAME_OCCASION: OCCASIONS,
}

interface Telling {
  /** One of `PEOPLE`; null: in the paper's own voice, at no occasion. */
  readonly speaker: number | null
  readonly aliases?: readonly string[]
  /** One of `KEYS`. */
  readonly claim?: number
  /** Whether the claim and the occasion have words, and not their keys alone. */
  readonly hasWords?: boolean
  /** Another text is another version of the article. */
  readonly opening?: string
  readonly ending?: string
}

const TEXT = 'The ferry sank'
/** A document of one of several papers: each says in one statement that the ferry sank, as somebody told Newswire. */
const document = (
  paper: number,
  { speaker, aliases = [], claim = 0, hasWords = true, opening = TEXT, ending = '' }: Telling,
) => ({
  article: {
    key: `paper-${paper}`,
    outlet: 'paper',
    published: `2026-01-0${paper + 1}`,
    text: `${opening}, Ana Ruiz told Newswire. ${ending}`,
  },
  agents: {
    paper: { kind: 'OUTLET', name: `Paper ${paper}` },
    ...(speaker !== null && {
      wire: { kind: 'OUTLET', name: 'Newswire' },
      ruiz: { kind: 'PERSON', name: PEOPLE[speaker]!, aliases },
    }),
  },
  claims: { sank: { key: KEYS[claim]!, ...(hasWords && { text: `The ferry sank (${claim}).` }) } },
  ...(speaker !== null && {
    occasions: { talk: { key: KEYS[claim]!, ...(hasWords && { label: `Talk ${claim}` }) } },
    acts: {
      told: { by: ['ruiz'], source: 'Ana Ruiz', cue: 'told', occasion: 'talk', reportedIn: 'reported' },
      reported: { by: ['wire'], source: 'Newswire' },
    },
  }),
  statements: [
    { content: opening, claim: 'sank', ...(speaker !== null && { act: 'told', quoteType: 'INDIRECT' }) },
  ],
})
const ingest = (paper: number, telling: Telling) =>
  ingestArticle(graph.database, document(paper, telling), options)
const merge = (kind: Kind, left: number, right: number) =>
  judge(
    graph.database,
    {
      kind,
      leftId: RECORDS[kind][left]!,
      rightId: RECORDS[kind][right]!,
      verdict: 'POSITIVE',
      method: 'MANUAL',
    },
    options,
  )
const part = (judgement: string) => withdrawJudgement(graph.database, judgement, null, options)
const statementOf = (paper: number) => statementId(articleId({ key: `paper-${paper}` }), TEXT, 1)
const decide = (paper: number, status: 'ACCEPTED' | 'REJECTED') =>
  setStatementStatus(graph.database, statementOf(paper), status, null, options)

async function stateOf(id: string): Promise<Record<string, unknown>> {
  const [row] = await graph.cypher<{ state: Record<string, unknown> }>(
    'MATCH (:Record {id: $id})-[:HAS_STATE]->(state {to: $forever}) RETURN properties(state) AS state',
    { id, forever: FOREVER },
  )
  return row!.state
}
const facts = async () =>
  (await currentFactsOf(graph)).filter((line) => !line.includes('"Judgement') && !line.includes('jud_'))
const problems = async () => (await checkGraph(graph.database)).filter(({ found }) => found > 0)

describe('what stands for a group and is described no more', () => {
  const NO_MORE: readonly [Kind, Telling, Readonly<Record<string, unknown>>][] = [
    ['SAME_AGENT', { speaker: null }, { name: 'Ana Ruiz', aliases: ['A. Ruiz', 'The harbour master'] }],
    ['SAME_CLAIM', { speaker: 0, claim: 2 }, { text: 'The ferry sank (0).' }],
    ['SAME_OCCASION', { speaker: 0, claim: 2 }, { label: 'Talk 0' }],
  ]

  test.each(NO_MORE)(
    'keeps what it is, and is by itself again without the decision: %s',
    async (kind, withdrawn, merged) => {
      const tell = async () => {
        await ingest(0, { speaker: 0, aliases: ['The pilot'] })
        await ingest(1, { speaker: 1, aliases: ['The harbour master'], claim: 1 })
      }
      await tell()
      await ingest(0, withdrawn)
      const without = await facts()
      await graph.empty()

      await tell()
      const judgement = await merge(kind, 0, 1)
      await ingest(0, withdrawn)
      expect(await stateOf(RECORDS[kind][0]!)).toMatchObject(merged)
      expect(await problems()).toEqual([])
      await part(judgement)
      expect(await facts()).toEqual(without)
      // Joined only now, when nothing describes it any more.
      const again = await merge(kind, 1, 0)
      expect(await stateOf(RECORDS[kind][0]!)).toMatchObject(merged)
      await part(again)
      expect(await facts()).toEqual(without)
    },
    60_000,
  )
})

test('claims that are one are dated by the first of all their statements, whichever of them it makes', async () => {
  for (const paper of [0, 1]) await ingest(paper, { speaker: null, claim: paper })
  await merge('SAME_CLAIM', 1, 0)
  await ingest(0, { speaker: null, claim: 1 })
  await ingest(1, { speaker: null, claim: 0 })
  expect(await stateOf(CLAIMS[0]!)).toMatchObject({
    firstSaidEdtf: '2026-01-01',
    firstPublishedEdtf: '2026-01-01',
  })
  expect(await problems()).toEqual([])
}, 60_000)

/** What happens: a document comes, a person joins two records, or decides on what a paper says. */
type Event =
  | { readonly paper: number; readonly telling: Telling }
  | { readonly kind: Kind; readonly left: number; readonly right: number }
  | { readonly decided: number; readonly status: 'ACCEPTED' | 'REJECTED' }

test('decisions that are all taken back leave what the documents alone would have, whatever came in between', async () => {
  const one = fc.nat({ max: 2 })
  const event: fc.Arbitrary<Event> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        paper: one,
        telling: fc.record({
          speaker: fc.option(one),
          aliases: fc.subarray(['The pilot', 'The harbour master']),
          claim: one,
          hasWords: fc.boolean(),
          ending: fc.constantFrom('', 'More is not known.'),
        }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constantFrom<Kind>('SAME_AGENT', 'SAME_CLAIM', 'SAME_OCCASION'),
        left: one,
        right: one,
      }),
    },
    { weight: 1, arbitrary: fc.record({ decided: one, status: fc.constantFrom('ACCEPTED', 'REJECTED') }) },
  )
  const play = async (history: readonly Event[], withMerges: boolean) => {
    const judgements = new Set<string>()
    for (const paper of [0, 1, 2]) await ingest(paper, { speaker: paper, claim: paper })
    for (const happened of history) {
      if ('telling' in happened) await ingest(happened.paper, happened.telling)
      else if ('decided' in happened) await decide(happened.decided, happened.status)
      else if (withMerges && happened.left !== happened.right)
        judgements.add(await merge(happened.kind, happened.left, happened.right))
    }
    expect(await problems()).toEqual([])
    for (const judgement of judgements) await part(judgement)
    expect(await problems()).toEqual([])
    return facts()
  }
  await fc.assert(
    fc
      .asyncProperty(fc.array(event, { minLength: 5, maxLength: 9 }), async (history) => {
        const merged = await play(history, true)
        await graph.empty()
        expect(merged).toEqual(await play(history, false))
      })
      .afterEach(() => graph.empty()),
    { numRuns: databaseRuns(3) },
  )
}, 600_000)

describe('an agent that nothing describes', () => {
  const pilot = AGENTS[1]!
  const wire = namedAgentId('OUTLET', 'Newswire', null)
  const LISTED = ['name a. ruiz', 'name newswire', 'name the pilot']

  /** How lists, search and look-up know those who spoke and relayed, whose documents are all taken back. */
  async function keysOfListed() {
    for (const id of [pilot, wire]) {
      const { nameKey, names } = await stateOf(id)
      expect(names === undefined).toBe(nameKey === undefined)
    }
    const rows = await graph.cypher(
      `MATCH (a:Agent)-[:HAS_STATE]->(s:AgentState {to: $forever}) WHERE a.id IN $ids AND s.nameKey IS NOT NULL
       MATCH (a)-[:IDENTIFIED_BY {to: $forever}]->(key) RETURN key.id AS key ORDER BY key`,
      { ids: [pilot, wire], forever: FOREVER },
    )
    expect(await problems()).toEqual([])
    return rows.map(({ key }) => key)
  }
  /** An annotation in which nobody but the paper speaks, of a sentence that is another statement. */
  const leaveOut = (opening = TEXT) =>
    ingestArticle(
      graph.database,
      {
        ...document(0, { speaker: null, opening }),
        statements: [{ content: `${opening}, Ana Ruiz told Newswire`, claim: 'sank' }],
      },
      options,
    )

  test('is listed as long as a statement is shown that has it in its chain', async () => {
    await ingest(0, { speaker: 1, aliases: ['The pilot'] })
    await decide(0, 'ACCEPTED')
    await leaveOut()
    expect(await stateOf(statementOf(0))).toMatchObject({ status: 'ACCEPTED', speakerIds: [pilot] })
    expect(await keysOfListed()).toEqual(LISTED)
    await decide(0, 'REJECTED')
    expect(await keysOfListed()).toEqual([])
    await decide(0, 'ACCEPTED')
    expect(await keysOfListed()).toEqual(LISTED)
    // A version that no longer says it.
    await leaveOut('The ferry is gone')
    expect(await stateOf(statementOf(0))).toMatchObject({ status: 'SUPERSEDED' })
    expect(await keysOfListed()).toEqual([])
    // Another paper tells of them.
    await ingest(1, { speaker: 1, aliases: ['The pilot'] })
    expect(await keysOfListed()).toEqual(LISTED)
  }, 60_000)

  test('adds its names to what it is one with, as long as a statement is shown that has it in its chain', async () => {
    await ingest(1, { speaker: 0 })
    await ingest(0, { speaker: 1, aliases: ['The pilot'] })
    await decide(0, 'ACCEPTED')
    await merge('SAME_AGENT', 0, 1)
    const aliases = async () => (await stateOf(AGENTS[0]!)).aliases
    await leaveOut()
    expect(await aliases()).toEqual(['A. Ruiz', 'The pilot'])
    await decide(0, 'REJECTED')
    expect(await aliases()).toEqual([])
    await decide(0, 'ACCEPTED')
    expect(await aliases()).toEqual(['A. Ruiz', 'The pilot'])
    expect(await problems()).toEqual([])
  }, 60_000)

  test('is not looked for where documents describe all who are shown, nor where a decision shows and hides nobody', async () => {
    await ingest(0, { speaker: 0 })
    await ingest(0, { speaker: 1, ending: 'More is not known.' })
    await ingest(0, { speaker: null })
    await decide(0, 'ACCEPTED')
    expect(graph.queries.filter((name) => name === 'undescribed-agents')).toEqual([])
  }, 60_000)
})

test('an agent that only a fact-check names, once its article was removed, is no more than its name', async () => {
  await ingest(0, { speaker: 1, aliases: ['The pilot'] })
  await ingest(1, { speaker: null })
  const publisherId = AGENTS[1]!
  await addReview(
    graph.database,
    {
      subjectId: statementOf(1),
      publisher: { id: publisherId },
      url: null,
      title: 'Checked',
      rating: 'True',
      normalized: 'TRUE',
      published: unknownDate(),
      citedStatementIds: [],
    },
    options,
  )
  await removeArticle(graph.database, articleId({ key: 'paper-0' }), options)
  const { name, aliases, nameKey } = await stateOf(publisherId)
  expect([name, aliases, nameKey]).toEqual(['A. Ruiz', [], undefined])
  expect(await problems()).toEqual([])
}, 60_000)

test('of each article its newest version counts, whichever was annotated last', async () => {
  const aliases = async () => (await stateOf(AGENTS[0]!)).aliases
  await ingest(0, { speaker: 0, aliases: ['The pilot'] })
  await ingest(0, { speaker: 0, aliases: ['The harbour master'], ending: 'More is not known.' })
  expect(await aliases()).toEqual(['The harbour master'])
  await ingest(0, { speaker: 0, aliases: ['The captain'] })
  expect(await aliases()).toEqual(['The harbour master'])
}, 60_000)
