import { beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { claimId, namedAgentId } from '../../src/domain/identity.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { checkGraph } from '../../src/store/check-graph.ts'
import { judge, type WantedJudgement, withdrawJudgement } from '../../src/store/put-judgement.ts'
import { databaseRuns } from '../support/property-runs.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { currentFactsOf } from './graph-dump.ts'
import { paper } from './harbour-documents.ts'

const graph = useTestDatabase()
let moment = Date.parse('2026-02-01T08:00:00Z')
const options = {
  now: () => {
    moment += 1_000
    return new Date(moment)
  },
  by: 'Ada',
}

const KEYS = ['one', 'two', 'three', 'four', 'five']
const CLAIMS = KEYS.map((key) => claimId({ key }))
const NAMES = ['Ana Ruiz', 'Anna Ruiz', 'Ana Ruíz', 'A. Ruiz', 'Ruiz']
const AGENTS = NAMES.map((name) => namedAgentId('PERSON', name, null))

/** Five papers, each with its own spelling of the speaker and its own wording of the claim. */
beforeEach(async () => {
  await graph.empty()
  for (const [index, key] of KEYS.entries())
    await ingestArticle(graph.database, {
      article: {
        key: `paper-${key}`,
        outlet: 'paper',
        published: `2026-01-0${index + 1}`,
        text: `The ferry sank, ${NAMES[index]} said.`,
      },
      agents: {
        paper: { kind: 'OUTLET', name: `Paper ${key}` },
        ruiz: { kind: 'PERSON', name: NAMES[index]!, description: `Harbour master ${index}` },
      },
      claims: { sank: { key, text: `The ferry sank (${key}).` } },
      acts: { said: { by: ['ruiz'], source: NAMES[index]!, cue: 'said' } },
      statements: [{ content: 'The ferry sank', act: 'said', claim: 'sank', quoteType: 'INDIRECT' }],
    })
}, 60_000)

const decide = (
  kind: WantedJudgement['kind'],
  leftId: string,
  rightId: string,
  verdict: WantedJudgement['verdict'] = 'POSITIVE',
) => judge(graph.database, { kind, leftId, rightId, verdict, method: 'MANUAL' }, options)
const withdraw = (id: string) => withdrawJudgement(graph.database, id, null, options)

const withoutJudgements = async () =>
  (await currentFactsOf(graph)).filter((line) => !line.includes('"Judgement') && !line.includes('jud_'))
const problems = async () => (await checkGraph(graph.database)).filter(({ found }) => found > 0)

describe('a decision', () => {
  test('is kept with the one before it, and taken back exactly', async () => {
    const before = await withoutJudgements()
    const proposed = await judge(
      graph.database,
      {
        kind: 'SAME_CLAIM',
        leftId: CLAIMS[0]!,
        rightId: CLAIMS[1]!,
        verdict: 'PROPOSED',
        method: 'trigrams',
        score: 0.8,
      },
      options,
    )
    expect(await withoutJudgements()).toEqual(before)
    const decided = await decide('SAME_CLAIM', CLAIMS[1]!, CLAIMS[0]!)
    expect(decided).not.toBe(proposed)
    expect(await decide('SAME_CLAIM', CLAIMS[0]!, CLAIMS[1]!)).toBe(decided)
    expect(await problems()).toEqual([])
    const turns = () =>
      graph.cypher(
        `MATCH (:Judgement)-[:HAS_STATE]->(s {judgementKind: 'SAME_CLAIM', to: '9999-12-31T23:59:59.999Z'})
         RETURN s.turn AS turn, s.verdict AS verdict, s.closedAt IS NOT NULL AS closed, s.score AS score,
           s.decidedBy AS by, s.previousId AS previous ORDER BY turn`,
      )
    expect(await turns()).toEqual([
      { turn: 1, verdict: 'PROPOSED', closed: true, score: 0.8, by: null, previous: null },
      { turn: 2, verdict: 'POSITIVE', closed: false, score: null, by: 'Ada', previous: proposed },
    ])
    await withdraw(decided)
    // The machine's question is open again.
    expect((await turns())[2]).toEqual({
      turn: 3,
      verdict: 'PROPOSED',
      closed: false,
      score: 0.8,
      by: null,
      previous: decided,
    })
    expect(await withoutJudgements()).toEqual(before)
    await expect(withdraw(decided)).rejects.toMatchObject({ code: 'INVALID_ARGUMENTS' })
  }, 60_000)

  test('of records that are not there, or of another kind, is refused', async () => {
    await expect(decide('SAME_CLAIM', CLAIMS[0]!, claimId({ key: 'nobody' }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(decide('SAME_CLAIM', CLAIMS[0]!, AGENTS[0]!)).rejects.toMatchObject({ code: 'INVALID_ID' })
    await expect(withdraw(CLAIMS[0]!)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }, 60_000)

  test('against others in force is refused with the path that they make, until one is withdrawn', async () => {
    const [a, b, c] = CLAIMS as [string, string, string]
    const ab = await decide('SAME_CLAIM', a, b)
    const ac = await decide('SAME_CLAIM', a, c, 'NEGATIVE')
    await expect(decide('SAME_CLAIM', b, c)).rejects.toMatchObject({
      code: 'JUDGEMENT_CONFLICT',
      details: { path: [ab, ac] },
    })
    await withdraw(ac)
    const bc = await decide('SAME_CLAIM', b, c)
    await expect(decide('SAME_CLAIM', c, a, 'NEGATIVE')).rejects.toMatchObject({
      details: { path: [bc, ab] },
    })
    for (const id of [ab, bc]) await withdraw(id)
  }, 60_000)
})

describe('what decisions on others answer', () => {
  const [a, b, c, d] = CLAIMS as [string, string, string, string]
  const propose = (left: string, right: string) => decide('SAME_CLAIM', left, right, 'PROPOSED')
  /** The pairs that are asked about: those that the list of judgements shows. */
  const asked = async () =>
    (
      await graph.cypher<{ pair: string }>(
        `MATCH (s:JudgementState {verdict: 'PROPOSED', judgementKind: 'SAME_CLAIM', to: '9999-12-31T23:59:59.999Z'})
         WHERE s.recordedDescending IS NOT NULL RETURN s.judgementId AS pair ORDER BY pair`,
      )
    ).map(({ pair }) => pair)

  test('is not asked, by a chain or by who is told apart, and asked again when nothing answers it', async () => {
    for (const id of await asked()) await withdraw(id)
    const [ac, bd] = [await propose(a, c), await propose(b, d)]
    const expectAsked = async (...ids: string[]) => expect(await asked()).toEqual(ids.sort())
    await expectAsked(ac, bd)

    const ab = await decide('SAME_CLAIM', a, b)
    await expectAsked(ac, bd)
    const bc = await decide('SAME_CLAIM', b, c)
    await expectAsked(bd)
    const ad = await decide('SAME_CLAIM', a, d, 'NEGATIVE')
    await expectAsked()
    expect(await problems()).toEqual([])
    await withdraw(ab)
    await expectAsked(ac, bd)
    await withdraw(ad)
    await withdraw(bc)
    await expectAsked(ac, bd)

    // One that is decided itself is asked again only if nothing else answers it by then.
    const decided = await decide('SAME_CLAIM', a, c)
    const chain = [await decide('SAME_CLAIM', a, b), await decide('SAME_CLAIM', b, c)]
    await withdraw(decided)
    await expectAsked(bd)
    for (const id of chain) await withdraw(id)
    expect(await asked()).toHaveLength(2)
    expect(await problems()).toEqual([])
    for (const id of await asked()) await withdraw(id)
  }, 60_000)
})

test('a claim stands in no relation to itself: neither decision can follow the other', async () => {
  const [a, b, c] = CLAIMS as [string, string, string]
  const ab = await decide('SAME_CLAIM', a, b)
  const bc = await decide('ALTERNATIVE', b, c)
  await expect(decide('SAME_CLAIM', a, c)).rejects.toMatchObject({
    code: 'JUDGEMENT_CONFLICT',
    details: { path: [ab, bc] },
  })
  await expect(decide('NARROWER', b, a)).rejects.toMatchObject({ details: { path: [ab] } })
  await withdraw(bc)
  const ac = await decide('SAME_CLAIM', a, c)
  await expect(decide('CONTRADICTS', c, b)).rejects.toMatchObject({ details: { path: [ac, ab] } })
  for (const id of [ab, ac]) await withdraw(id)
}, 60_000)

test('an office is never one with a person, nor through what is one with either', async () => {
  await ingestArticle(graph.database, paper())
  const office = namedAgentId('OFFICE', 'Port Authority', null)
  const [one, other] = AGENTS as [string, string]
  await expect(decide('SAME_AGENT', office, one)).rejects.toMatchObject({
    code: 'INVALID_ARGUMENTS',
    message: expect.stringContaining('Port Authority'),
  })
  // An outlet of the same paper stands for both sides of a chain.
  const outlet = namedAgentId('OUTLET', 'Paper one', null)
  const made = [await decide('SAME_AGENT', office, outlet), await decide('SAME_AGENT', one, other)]
  await expect(decide('SAME_AGENT', outlet, other)).rejects.toMatchObject({ code: 'INVALID_ARGUMENTS' })
  for (const id of made) await withdraw(id)
}, 60_000)

test('random decisions, undone in random order, leave the graph as it was', async () => {
  const before = await withoutJudgements()
  const member = fc.integer({ min: 0, max: KEYS.length - 1 })
  const decision = fc.record({
    kind: fc.constantFrom('SAME_CLAIM' as const, 'SAME_AGENT' as const),
    left: member,
    right: member,
    verdict: fc.constantFrom(
      'POSITIVE' as const,
      'POSITIVE' as const,
      'NEGATIVE' as const,
      'UNSURE' as const,
    ),
    undo: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(decision, { minLength: 3, maxLength: 7 }), async (wanted) => {
      const made = new Map<string, number>()
      for (const { kind, left, right, verdict, undo } of wanted) {
        if (left === right) continue
        const records = kind === 'SAME_CLAIM' ? CLAIMS : AGENTS
        const id = await decide(kind, records[left]!, records[right]!, verdict).catch((error) => {
          if (error.code === 'JUDGEMENT_CONFLICT') return null
          throw error
        })
        if (id) made.set(id, undo)
      }
      expect(await problems()).toEqual([])
      // One that was decided anew is closed already.
      for (const [id] of [...made].sort(([, one], [, other]) => one - other))
        await withdraw(id).catch((error) => {
          if (error.code !== 'INVALID_ARGUMENTS') throw error
        })
      expect(await withoutJudgements()).toEqual(before)
    }),
    { numRuns: databaseRuns(4) },
  )
}, 300_000)
