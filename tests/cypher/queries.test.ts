import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { generateCypherQueries, QUERIES_FILE } from '../../src/codegen/cypher-queries.ts'
import { allQueries, currentEdgesFrom } from '../../src/cypher/queries.ts'
import { unknownDate } from '../../src/domain/uncertain-date.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { recordCorrection } from '../../src/store/put-correction.ts'
import { judge } from '../../src/store/put-judgement.ts'
import { regroupStatement } from '../../src/store/put-regrouping.ts'
import { addReview } from '../../src/store/put-review.ts'
import { setStatementStatus } from '../../src/store/put-status.ts'
import { applySchema, splitStatements } from '../../src/store/schema.ts'
import { seedDocument } from '../support/test-api.ts'
import { testDatabaseAddress, useTestDatabase } from '../support/test-database.ts'
import { type Operator, PlanReader, type Told } from './query-plan.ts'

const graph = useTestDatabase()
const plans = new PlanReader(testDatabaseAddress())
const told = new Map<string, Told>()

beforeAll(async () => {
  await ingestArticle(graph.database, seedDocument())
  await ingestArticle(graph.database, restDocument())
  const [one, other, third] = await graph.cypher<{ id: string }>(
    'MATCH (c:Claim) RETURN c.id AS id ORDER BY id LIMIT 3',
  )
  const decision = { kind: 'SAME_CLAIM', method: 'MANUAL' } as const
  // The last one is a question that the others answer.
  for (const [left, right, verdict] of [
    [one, other, 'POSITIVE'],
    [other, third, 'POSITIVE'],
    [one, third, 'PROPOSED'],
  ] as const)
    await judge(
      graph.database,
      { ...decision, verdict, leftId: left!.id, rightId: right!.id },
      { now: () => new Date(), by: 'Ada' },
    )
  await decideOnStatement()
  // EXPLAIN warns of names that the database has never seen.
  for (const query of allQueries) told.set(query.name, await plans.explain(query, {}))
}, 300_000)
afterAll(() => plans.close())

/** What people and outlets say of statements, so that these names are in the graph too. */
async function decideOnStatement(): Promise<void> {
  const options = { now: () => new Date(), by: 'Ada' }
  const [statement] = await graph.cypher<{ id: string; article: string; claim: string }>(
    'MATCH (s:StatementState) RETURN s.statementId AS id, s.articleId AS article, s.claimId AS claim ORDER BY id LIMIT 1',
  )
  const { id, article, claim } = statement!
  await setStatementStatus(graph.database, id, 'ACCEPTED', 'It stands.', options)
  await regroupStatement(graph.database, id, claim, null, options)
  const issued = unknownDate()
  await recordCorrection(
    graph.database,
    { articleId: article, kind: 'UPDATE', text: 'More is known.', note: 'Noted.', issued, affectedIds: [id] },
    options,
  )
  await addReview(
    graph.database,
    {
      subjectId: claim,
      publisher: { name: 'The Checkers' },
      url: 'https://checkers.example/1',
      title: 'Checked',
      rating: 'True',
      normalized: 'TRUE',
      published: issued,
      citedStatementIds: [id],
    },
    options,
  )
}

/** What the seed article has no case of, so that every label, relationship and property is in the graph. */
function restDocument() {
  return {
    article: {
      key: 'rest',
      outlet: 'paper',
      authors: ['columnist'],
      opinion: true,
      byline: 'By Ann Column',
      credits: [{ text: '(Wire)' }],
      derivedFrom: [{ article: { url: 'https://other.example/b' }, phrase: 'It was' }],
      published: { basis: 'EXPLICIT', edtf: '2025-06-02T10:00:00Z', phrase: 'on Monday' },
      modified: '2025-06-03',
      retrievedAt: '2025-06-04T00:00:00Z',
      title: 'The bridge',
      text: 'The bridge is open. Ann Column said in Paris that it is not. It was.',
    },
    agents: {
      paper: { kind: 'OUTLET', name: 'The Rest', sameAs: ['https://rest.example/'] },
      columnist: {
        kind: 'PERSON',
        name: 'Ann Column',
        qualifier: 'columnist',
        description: 'A columnist.',
        aliases: ['Ann'],
        speaksFor: ['paper'],
        partOf: ['paper'],
        roles: [{ title: 'Editor', of: 'paper', held: '2020' }],
      },
      crowd: { kind: 'UNNAMED', name: 'a crowd', reason: 'ANONYMOUS', size: 100, descriptor: 'loud' },
    },
    places: { paris: { name: 'Paris', sameAs: ['https://paris.example/'] } },
    occasions: { talk: { key: 'talk', label: 'A talk', when: '2025-06-01', place: 'paris' } },
    claims: { open: { key: 'open', text: 'The bridge is open.' } },
    acts: {
      said: {
        by: ['columnist'],
        to: ['crowd'],
        onBehalfOf: ['paper'],
        source: 'Ann Column',
        cue: 'said',
        said: { basis: 'EXPLICIT', edtf: '2025-06-01', phrase: 'on Sunday' },
        place: 'paris',
        occasion: 'talk',
        cites: { url: 'https://other.example/a' },
      },
    },
    statements: [
      { key: 'open', content: 'The bridge is open', claim: 'open', confidence: 0.5 },
      {
        act: 'said',
        content: 'it is not',
        quoteType: 'INDIRECT',
        claim: 'open',
        polarity: 'NEGATIVE',
        revises: ['open'],
        respondsTo: [{ stance: 'REJECTS', statement: 'open' }],
      },
      { content: 'It was', claim: 'open', supports: ['open'], timesSpokenOf: ['2025-06-01'] },
    ],
  }
}

test('src/cypher/queries.ts is what cypher/ gives', () => {
  const { text, queries } = generateCypherQueries(process.cwd())
  expect(readFileSync(QUERIES_FILE, 'utf8')).toBe(text)
  expect(queries.map(({ name }) => name)).toEqual(allQueries.map(({ name }) => name))
})

describe('the real database', () => {
  test('says nothing against any query', () => {
    const warned = allQueries.flatMap(({ name }) => {
      const { notifications } = told.get(name)!
      return notifications.length === 0 ? [] : { name, notifications }
    })
    expect(warned).toEqual([])
  })

  test('would say so', async () => {
    const unknown = {
      ...allQueries[0]!,
      text: 'MATCH (n:NoSuchLabel) RETURN n.noSuchProperty',
      parameters: {},
    }
    expect((await plans.explain(unknown, {})).notifications).toHaveLength(2)
  })

  test('answers each query in the declared columns', () => {
    expect(allQueries.map(({ name }) => [name, told.get(name)!.columns])).toEqual(
      allQueries.map(({ name, columns }) => [name, columns]),
    )
  })

  test('finds that reads only read', () => {
    const reads = allQueries.filter(({ mode }) => mode === 'READ')
    expect(reads.filter(({ name }) => told.get(name)!.type !== 'r').map(({ name }) => name)).toEqual([])
  })

  test('crosses no two sets of rows', () => {
    // Two records by their ids are one row.
    const isOneRow = ({ name }: Operator) => name.startsWith('NodeUniqueIndexSeek')
    const crossing = allQueries.filter(({ name }) =>
      told
        .get(name)!
        .operators.some(({ name, inputs }) => name === 'CartesianProduct' && !inputs.every(isOneRow)),
    )
    expect(crossing.map(({ name }) => name)).toEqual([])
  })
})

test('every relationship that documents tell is compared with those held', async () => {
  const types = (
    await graph.cypher<{ type: string }>('MATCH ()-[r]->() RETURN DISTINCT type(r) AS type')
  ).map(({ type }) => type)
  const derived = ['HAS_STATE', 'SPOKE', 'RELAYED', 'PRINTED', 'CARRIES']
  const decided = ['LEFT', 'RIGHT', 'MERGED_INTO']
  expect(types).toEqual(expect.arrayContaining([...derived, 'HELD_ROLE', 'WRITTEN_BY', 'REVISES', 'CITES']))
  const compared = currentEdgesFrom.text.match(/\b[A-Z_]{2,}\b/g)
  expect(compared).toEqual(
    expect.arrayContaining(types.filter((type) => ![...derived, ...decided].includes(type))),
  )
})

describe('the schema', () => {
  const schema = () =>
    graph.cypher(
      `SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, owningConstraint, state
       WHERE type <> 'LOOKUP' RETURN * ORDER BY name`,
    )

  test.each(readdirSync('cypher/schema'))('%s can be applied again', async (file) => {
    const before = await schema()
    for (const statement of splitStatements(readFileSync(`cypher/schema/${file}`, 'utf8')))
      await graph.database.runSchemaStatement(statement)
    expect(await schema()).toEqual(before)
    expect(before).not.toContainEqual(expect.objectContaining({ state: 'FAILED' }))
  })

  test('is applied once', async () => {
    expect(await applySchema(graph.database)).toEqual([])
  })
})
