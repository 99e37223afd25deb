import { beforeAll, describe, expect, test } from '@jest/globals'
import { unknownDate } from '../../src/domain/uncertain-date.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { checkGraph } from '../../src/store/check-graph.ts'
import { recordCorrection } from '../../src/store/put-correction.ts'
import { addReview } from '../../src/store/put-review.ts'
import { seedDocument } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { EDITS, edited, mail, paper, wire } from './harbour-documents.ts'

const graph = useTestDatabase()

beforeAll(async () => {
  await ingestArticle(graph.database, seedDocument())
  for (const document of [edited(paper(), EDITS['taken from a report']!), wire(), mail()])
    await ingestArticle(graph.database, document)
  const [statement] = await graph.cypher<{ id: string; article: string }>(
    'MATCH (s:StatementState {order: 0}) RETURN s.statementId AS id, s.articleId AS article',
  )
  const { id, article } = statement!
  const options = { now: () => new Date(), by: 'Ada' }
  const date = unknownDate()
  await recordCorrection(
    graph.database,
    {
      articleId: article,
      kind: 'UPDATE',
      text: 'More is known.',
      note: null,
      issued: date,
      affectedIds: [id],
    },
    options,
  )
  await addReview(
    graph.database,
    {
      subjectId: id,
      publisher: { name: 'The Checkers' },
      url: null,
      title: 'Checked',
      rating: 'True',
      normalized: 'TRUE',
      published: date,
      citedStatementIds: [],
    },
    options,
  )
})

const violated = async () =>
  (await checkGraph(graph.database))
    .filter((invariant) => invariant.found > 0)
    .map((invariant) => invariant.name)

// Each damage is done and undone by hand, past the store: what the database itself lets through.
const current = 'to: "9999-12-31T23:59:59.999Z"'
const DAMAGES: readonly {
  readonly what: string
  readonly damage: string
  readonly undo: string
  readonly finds: readonly string[]
}[] = [
  {
    what: 'a required field of a state is gone',
    damage: 'MATCH (s:OccasionState) SET s.kept = s.label REMOVE s.label',
    undo: 'MATCH (s:OccasionState) SET s.label = s.kept REMOVE s.kept',
    finds: ['required fields'],
  },
  {
    what: 'a record does not say who recorded it',
    damage: 'MATCH (n:Place) SET n.kept = n.recordedBy REMOVE n.recordedBy',
    undo: 'MATCH (n:Place) SET n.recordedBy = n.kept REMOVE n.kept',
    finds: ['required fields'],
  },
  {
    what: 'a value is in no vocabulary',
    damage: 'MATCH (s:StatementState {order: 0}) SET s.kept = s.speechAct, s.speechAct = "SHOUT"',
    undo: 'MATCH (s:StatementState {order: 0}) SET s.speechAct = s.kept REMOVE s.kept',
    finds: ['vocabularies'],
  },
  {
    what: 'a fact-check is rated outside the scale',
    damage: 'MATCH (s:ReviewState) SET s.normalized = "PANTS_ON_FIRE"',
    undo: 'MATCH (s:ReviewState) SET s.normalized = "TRUE"',
    finds: ['vocabularies'],
  },
  {
    what: 'a correction does not say what it did',
    damage: 'MATCH (s:CorrectionState) SET s.kept = s.affectedStatuses REMOVE s.affectedStatuses',
    undo: 'MATCH (s:CorrectionState) SET s.affectedStatuses = s.kept REMOVE s.kept',
    finds: ['required fields'],
  },
  {
    what: 'a correction is of a claim',
    damage: `MATCH (c:Correction), (p:Claim) WITH c, p LIMIT 1 CREATE (c)-[:CORRECTS {extra: true, from: "2020", ${current}}]->(p)`,
    undo: 'MATCH ()-[f:CORRECTS {extra: true}]->() DELETE f',
    finds: ['edge ends'],
  },
  {
    what: 'a record has two current states',
    damage:
      'MATCH (p:Place)-[:HAS_STATE]->(s) WITH p, s LIMIT 1 CREATE (p)-[:HAS_STATE]->(t:PlaceState:Extra) SET t += properties(s)',
    undo: 'MATCH (t:Extra) DETACH DELETE t',
    finds: ['intervals'],
  },
  {
    what: 'a fact ends before it begins',
    damage:
      'MATCH (p:Place)-[:HAS_STATE]->(s) WITH p, s LIMIT 1 CREATE (p)-[:HAS_STATE]->(t:PlaceState:Extra) SET t += properties(s), t.to = s.from, t.from = s.to',
    undo: 'MATCH (t:Extra) DETACH DELETE t',
    finds: ['intervals'],
  },
  {
    what: 'an edge holds twice',
    // Of an act that speaks, or no statement's state would tell of it.
    damage: `MATCH (:Statement)-[:REPORTED_IN {${current}}]->(a:Attribution)-[e:BY {${current}}]->(b)
      WITH a, b, e LIMIT 1 CREATE (a)-[f:BY {extra: true}]->(b) SET f += properties(e)`,
    undo: 'MATCH ()-[f:BY {extra: true}]->() DELETE f',
    finds: ['chain copies', 'intervals'],
  },
  {
    what: 'an edge joins the wrong records',
    damage: `MATCH (c:Claim), (p:Place) WITH c, p LIMIT 1 CREATE (c)-[:AT {extra: true, from: "2020", ${current}}]->(p)`,
    undo: 'MATCH ()-[f:AT {extra: true}]->() DELETE f',
    finds: ['edge ends'],
  },
  {
    what: 'a hop dangles',
    damage:
      'MATCH (:Statement)-[:REPORTED_IN]->(a:Attribution)-[e:REPORTED_IN]->(:ArticleVersion) WITH e LIMIT 1 SET e.kept = e.to, e.to = "2999"',
    undo: 'MATCH ()-[e:REPORTED_IN]->() WHERE e.kept IS NOT NULL SET e.to = e.kept REMOVE e.kept',
    finds: ['hops'],
  },
  {
    what: 'a chain runs in a circle',
    damage: `MATCH (a:Attribution)-[:REPORTED_IN]->(b:Attribution)-[e:REPORTED_IN]->(:ArticleVersion) WITH a, b, e LIMIT 1
      SET e.kept = e.to, e.to = "2999" CREATE (b)-[:REPORTED_IN {extra: true, from: "2020", ${current}}]->(a)`,
    undo: `MATCH ()-[e:REPORTED_IN]->() WHERE e.kept IS NOT NULL SET e.to = e.kept REMOVE e.kept
      WITH count(*) AS mended MATCH ()-[f:REPORTED_IN {extra: true}]->() DELETE f`,
    finds: ['chain copies', 'hops'],
  },
  {
    what: 'a span ends behind its text',
    damage:
      'MATCH (:Statement)-[e:ANCHORED_IN]->() WITH e LIMIT 1 SET e.kept = e.contentEnds, e.contentEnds = [100000]',
    undo: 'MATCH ()-[e:ANCHORED_IN]->() WHERE e.kept IS NOT NULL SET e.contentEnds = e.kept REMOVE e.kept',
    finds: ['spans'],
  },
  {
    // More UTF-16 units than code points: then no words are compared, and the ends are all there is to see.
    what: 'a span ends behind a text with characters beyond the Basic Multilingual Plane',
    damage:
      'MATCH (:Statement)-[:ANCHORED_IN]->(v:ArticleVersion) WITH v LIMIT 1 SET v.kept = v.length, v.length = 1',
    undo: 'MATCH (v:ArticleVersion) WHERE v.kept IS NOT NULL SET v.length = v.kept REMOVE v.kept',
    finds: ['spans'],
  },
  {
    what: 'a span of an act has other words than its text',
    damage:
      'MATCH (s:AttributionState) WHERE size(s.cueExacts) = 1 WITH s LIMIT 1 SET s.kept = s.cueExacts, s.cueExacts = ["sang"]',
    undo: 'MATCH (s:AttributionState) WHERE s.kept IS NOT NULL SET s.cueExacts = s.kept REMOVE s.kept',
    finds: ['spans'],
  },
  {
    what: 'what an article was taken from is told by other words than its text',
    damage: `MATCH (a:Article)<-[:VERSION_OF]-() CREATE (a)-[:DERIVED_FROM {extra: true, basis: "STATED",
      phraseParts: ["TEXT"], phraseStarts: [0], phraseEnds: [5], phraseExacts: ["stole"], from: "2020", ${current}}]->(a)`,
    undo: 'MATCH ()-[f:DERIVED_FROM {extra: true}]->() DELETE f',
    finds: ['spans'],
  },
  {
    what: 'a state names another speaker than its chain',
    damage: `MATCH (s:StatementState {order: 0}), (a:Agent {name: "JD Vance"})
      SET s.kept = s.speakerIds, s.speakerIds = [a.id]`,
    undo: 'MATCH (s:StatementState {order: 0}) SET s.speakerIds = s.kept REMOVE s.kept',
    finds: ['chain copies', 'read edges', 'readable copies'],
  },
  {
    what: 'a statement was said on another day than its act',
    damage: `MATCH (:Attribution)<-[:REPORTED_IN]-(:Statement)-[:HAS_STATE]->(s:StatementState {${current}})
      WHERE s.saidEarliest IS NOT NULL WITH s LIMIT 1 SET s.kept = s.saidEarliest, s.saidEarliest = "2001-01-01"`,
    undo: 'MATCH (s:StatementState) WHERE s.kept IS NOT NULL SET s.saidEarliest = s.kept REMOVE s.kept',
    finds: ['chain copies'],
  },
  {
    what: 'a statement of an act without a date has one',
    damage: `MATCH (:Attribution)<-[:REPORTED_IN]-(:Statement)-[:HAS_STATE]->(s:StatementState {${current}})
      WHERE s.saidEarliest IS NULL WITH s LIMIT 1 SET s.kept = true, s.saidEarliest = "2001-01-01"`,
    undo: 'MATCH (s:StatementState) WHERE s.kept REMOVE s.saidEarliest, s.kept',
    finds: ['chain copies'],
  },
  {
    what: 'what the article says itself is of another day than its publication',
    damage: `MATCH (s:StatementState {quoteType: "NARRATOR", ${current}}) WITH s LIMIT 1
      SET s.kept = s.publishedEarliest, s.publishedEarliest = "2001-01-01"`,
    undo: 'MATCH (s:StatementState) WHERE s.kept IS NOT NULL SET s.publishedEarliest = s.kept REMOVE s.kept',
    finds: ['chain copies'],
  },
  {
    what: 'a read edge is missing',
    damage: 'MATCH ()-[e:SPOKE]->() WITH e LIMIT 1 SET e.kept = e.to, e.to = "2999"',
    undo: 'MATCH ()-[e:SPOKE]->() WHERE e.kept IS NOT NULL SET e.to = e.kept REMOVE e.kept',
    finds: ['read edges'],
  },
  {
    what: 'a read edge sorts elsewhere',
    damage: 'MATCH ()-[e:PRINTED]->() WITH e LIMIT 1 SET e.kept = e.saidAscending, e.saidAscending = "0"',
    undo: 'MATCH ()-[e:PRINTED]->() WHERE e.kept IS NOT NULL SET e.saidAscending = e.kept REMOVE e.kept',
    finds: ['read edges'],
  },
  {
    what: 'a statement node tells another speaker',
    damage: 'MATCH (n:Statement) WITH n LIMIT 1 SET n.kept = n.speaker, n.speaker = "Nobody"',
    undo: 'MATCH (n:Statement) WHERE n.kept IS NOT NULL SET n.speaker = n.kept REMOVE n.kept',
    finds: ['readable copies'],
  },
  {
    what: 'a claim is hidden though it is made',
    damage: `MATCH (s:ClaimState {${current}}) WITH s LIMIT 1 SET s.visible = false`,
    undo: 'MATCH (s:ClaimState) SET s.visible = true',
    finds: ['claims'],
  },
  {
    what: 'an agent bears the name of another',
    damage: `MATCH (s:AgentState {name: "Ana Ruiz", ${current}}) SET s.name = "Newswire"`,
    undo: `MATCH (a:Person)-[:HAS_STATE]->(s:AgentState {name: "Newswire", ${current}}) SET s.name = "Ana Ruiz"`,
    finds: ['agents', 'readable copies'],
  },
  {
    what: 'an agent is in no list though a document describes it',
    damage: `MATCH (s:AgentState {name: "Ana Ruiz", ${current}}) SET s.kept = s.nameKey REMOVE s.nameKey`,
    undo: 'MATCH (s:AgentState) WHERE s.kept IS NOT NULL SET s.nameKey = s.kept REMOVE s.kept',
    finds: ['agents'],
  },
  {
    what: 'an agent is in no search though it speaks in a shown statement that nothing else tells of',
    damage: `MATCH (a:Person)-[:HAS_STATE]->(s:AgentState {name: "Ana Ruiz", ${current}}) MATCH (a)<-[e:DESCRIBES]-()
      SET s.kept = s.names, e.kept = e.to, e.to = "2999" REMOVE s.names`,
    undo: `MATCH (s:AgentState) WHERE s.kept IS NOT NULL SET s.names = s.kept REMOVE s.kept
      WITH count(*) AS mended MATCH ()-[e:DESCRIBES]->() WHERE e.kept IS NOT NULL SET e.to = e.kept REMOVE e.kept`,
    finds: ['agents'],
  },
  {
    what: 'an agent is found by a name though nothing tells of it',
    damage: `MATCH (a:Person {name: "Ana Ruiz"})-[e:DESCRIBES|SPOKE|RELAYED {${current}}]-()
      SET e.kept = e.to, e.to = "2999"`,
    undo: 'MATCH ()-[e:DESCRIBES|SPOKE|RELAYED]->() WHERE e.kept IS NOT NULL SET e.to = e.kept REMOVE e.kept',
    finds: ['agents', 'read edges'],
  },
  {
    what: 'a hop has two next ones',
    damage: `MATCH (:Attribution)-[e:REPORTED_IN]->(a:Attribution)-[:REPORTED_IN]->(v:ArticleVersion)
      WITH startNode(e) AS act, v LIMIT 1 CREATE (act)-[:REPORTED_IN {extra: true, from: "2020", ${current}}]->(v)`,
    undo: 'MATCH ()-[f:REPORTED_IN {extra: true}]->() DELETE f',
    finds: ['hops'],
  },
  {
    what: 'an act has no source',
    damage:
      'MATCH (a:Attribution)-[e:BY]->() WITH a, collect(e) AS edges LIMIT 1 UNWIND edges AS e SET e.kept = e.to, e.to = "2999"',
    undo: 'MATCH ()-[e:BY]->() WHERE e.kept IS NOT NULL SET e.to = e.kept REMOVE e.kept',
    finds: ['chain copies', 'hops'],
  },
  {
    what: 'a statement makes two claims',
    damage: `MATCH (s:Statement)-[e:EXPRESSES]->(one), (c:Claim) WHERE c <> one WITH s, c LIMIT 1
      CREATE (s)-[:EXPRESSES {extra: true, from: "2020", ${current}}]->(c)`,
    undo: 'MATCH ()-[f:EXPRESSES {extra: true}]->() DELETE f',
    finds: ['hops'],
  },
  {
    what: 'a statement stands nowhere in the text',
    damage: 'MATCH (:Statement)-[e:ANCHORED_IN]->() WITH e LIMIT 1 SET e.kept = e.to, e.to = "2999"',
    undo: 'MATCH ()-[e:ANCHORED_IN]->() WHERE e.kept IS NOT NULL SET e.to = e.kept REMOVE e.kept',
    finds: ['hops'],
  },
  {
    what: 'two states of a record overlap',
    damage: `MATCH (p:Place)-[:HAS_STATE]->(s) WITH p, s LIMIT 1 CREATE (p)-[:HAS_STATE]->(t:PlaceState:Extra)
      SET t += properties(s), t.from = "2020", t.to = "2999"`,
    undo: 'MATCH (t:Extra) DETACH DELETE t',
    finds: ['intervals'],
  },
]

describe('checkGraph', () => {
  test('finds nothing in what the store wrote', async () => {
    expect(await violated()).toEqual([])
  })

  test.each(DAMAGES)('finds that $what', async ({ damage, undo, finds }) => {
    await graph.cypher(damage)
    try {
      const found = await checkGraph(graph.database)
      expect(
        found
          .filter((invariant) => invariant.found > 0)
          .map((invariant) => invariant.name)
          .sort(),
      ).toEqual(finds)
      expect(
        found.filter((invariant) => invariant.found > 0).every((invariant) => invariant.examples.length > 0),
      ).toBe(true)
    } finally {
      await graph.cypher(undo)
    }
  })

  test('finds nothing any more once each of these is undone', async () => {
    expect(await violated()).toEqual([])
  })

  test.each([
    ['StatementState', 'zone quoteType speechAct certainty polarity status decidedStatus review lifeCycle'],
    ['StatementState', 'placeBasis saidBasis saidPrecision publishedBasis publishedPrecision'],
    [
      'AttributionState',
      'cueStance mode basis status decidedStatus review lifeCycle saidBasis saidPrecision',
    ],
    ['AgentState', 'kind reason'],
    ['ReviewState', 'normalized'],
    ['CorrectionState', 'correctionKind'],
  ])('finds every coded value of %s that is in no vocabulary: %s', async (label, fields) => {
    const damaged = fields.split(' ')
    const [state] = await graph.cypher<{ kept: Record<string, unknown> }>(
      `MATCH (s:${label}) WITH s LIMIT 1 WITH s, s {${damaged.map((field) => `.${field}`)}} AS kept
       SET s += $shouted, s.damaged = true RETURN kept`,
      { shouted: Object.fromEntries(damaged.map((field) => [field, 'SHOUT'])) },
    )
    const vocabularies = (await checkGraph(graph.database)).find(({ name }) => name === 'vocabularies')!
    await graph.cypher(`MATCH (s:${label} {damaged: true}) SET s += $kept REMOVE s.damaged`, {
      kept: state!.kept,
    })
    expect(vocabularies.found).toBe(damaged.length)
    expect(vocabularies.examples.map((example) => /(\w+) = SHOUT/.exec(example)?.[1]).sort()).toEqual(
      damaged.sort(),
    )
    expect(await violated()).toEqual([])
  })
})

/** What is damaged, with one of its fields, and a value that no writer gives. */
const SHOUTED: readonly [string, string, string, string | null][] = [
  ['the stance of a response', '()-[n:RESPONDS_TO]->()', 'stance', 'SHOUT'],
  ['the basis of a derivation', '()-[n:DERIVED_FROM]->()', 'basis', 'SHOUT'],
  ['how a state was recorded', '(n:StatementState)', 'recordedMethod', 'SHOUT'],
  ['how a publication is dated', '(n:ArticleState)', 'publishedBasis', 'SHOUT'],
  ['how an occasion is dated', '(n:OccasionState)', 'whenBasis', 'SHOUT'],
  ['how a claim is dated', '(n:ClaimState)', 'firstSaidBasis', 'SHOUT'],
  ['a hop of publication, which only the printing is', '(n:AttributionState)', 'mode', 'PUBLICATION'],
  ['the reason of an unnamed source', '(n:AgentState {kind: "UNNAMED"})', 'reason', null],
]

test.each(SHOUTED)('checkGraph finds what is wrong in %s', async (_, pattern, field, value) => {
  const match = `MATCH ${pattern}`
  await graph.cypher(`${match} WITH n LIMIT 1 SET n.kept = n[$field], n.damaged = true, n[$field] = $value`, {
    field,
    value,
  })
  const found = (await checkGraph(graph.database)).filter((invariant) => invariant.found > 0)
  await graph.cypher(`${match} WHERE n.damaged SET n[$field] = n.kept REMOVE n.kept, n.damaged`, { field })
  expect(found).toHaveLength(1)
})
