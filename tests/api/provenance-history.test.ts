import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { articleId, claimId, namedAgentId, statementId } from '../../src/domain/identity.ts'
import type { ArticleDocument } from '../../src/ingest/article-document.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { checkGraph } from '../../src/store/check-graph.ts'
import { databaseRuns } from '../support/property-runs.ts'
import { useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

/**
 * A random history of ingests, decisions, corrections, retractions, reviews, statuses and dates: after each step the
 * service is asked about everything that provenance tells, and at the end all of it is asked again as it was known then.
 */
const graph = useTestDatabase()
let moment = Date.parse('2026-05-01T00:00:00Z')
const now = () => {
  moment += 1_000
  return new Date(moment)
}
const api = useTestApi(graph, now)

const PAPERS = ['wire', 'north', 'south']
const NAMES = ['Ana Ruiz', 'Anna Ruiz', 'Ana Ruizz']
const FERRY = ['ferry', 'boat']
const article = (paper: string) => articleId({ key: paper })
const claim = (key: string) => claimId({ key: `harbour/${key}` })
const agent = (index: number) => namedAgentId('PERSON', NAMES[index]!, null)
const WORDS = 'The ferry sank on Friday and we cannot say why'
const statement = (paper: string) => statementId(article(paper), WORDS, 1)

/** What a paper prints: two versions, of which the second has lost a sentence. */
function documentOf(index: number, version: number): ArticleDocument {
  const [paper, name] = [PAPERS[index]!, NAMES[index]!]
  const own = version === 1 ? ' The harbour is closed.' : ''
  return {
    article: {
      key: paper,
      outlet: 'paper',
      published: `2026-01-1${index}`,
      title: `Harbour report ${paper} ${version}`,
      text: `“${WORDS},” ${name} told Newswire on Monday.${own}`,
      ...(index === 1 && { derivedFrom: [{ article: { key: 'wire' }, basis: 'INFERRED' as const }] }),
    },
    agents: {
      paper: { kind: 'OUTLET', name: `The ${paper}` },
      newswire: { kind: 'OUTLET', name: 'Newswire' },
      ruiz: { kind: 'PERSON', name },
    },
    acts: {
      told: {
        by: ['ruiz'],
        to: ['newswire'],
        source: name,
        cue: 'told',
        said: { basis: 'RELATIVE', phrase: 'on Monday' },
        reportedIn: 'wired',
        ...(index > 0 && { cites: { key: 'wire' } }),
      },
      wired: { by: ['newswire'], source: 'Newswire' },
    },
    statements: [
      {
        content: WORDS,
        act: 'told',
        quoteType: 'DIRECT',
        claim: { key: `harbour/${FERRY[index % 2]}`, text: `The ${FERRY[index % 2]} sank on Friday.` },
      },
      ...(version === 1
        ? [
            {
              content: 'The harbour is closed',
              claim: { key: 'harbour/closed', text: 'The harbour is closed.' },
            },
          ]
        : []),
    ],
  }
}

type Step = readonly [kind: string, one: number, other: number, value: string]
const paperAt = fc.integer({ min: 0, max: 2 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constant('ingest'), paperAt, fc.integer({ min: 1, max: 2 }), fc.constant('')),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(
      fc.constantFrom(
        'SAME_CLAIM',
        'SAME_AGENT',
        'SAME_UTTERANCE',
        'DERIVED_FROM',
        'CONTRADICTS',
        'ALTERNATIVE',
      ),
      paperAt,
      paperAt,
      fc.constantFrom('POSITIVE', 'POSITIVE', 'NEGATIVE', 'UNSURE'),
    ),
  },
  { weight: 2, arbitrary: fc.tuple(fc.constant('withdraw'), paperAt, paperAt, fc.constant('')) },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.constant('status'),
      paperAt,
      paperAt,
      fc.constantFrom('REJECTED', 'ACCEPTED', 'RETRACTED'),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.constant('correct'),
      paperAt,
      paperAt,
      fc.constantFrom('RETRACTION', 'CLARIFICATION'),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constant('review'), paperAt, paperAt, fc.constantFrom('TRUE', 'FALSE')),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constant('date'), paperAt, paperAt, fc.constantFrom('2026-01-11', '2026-02-20')),
  },
)

const PAIRS: Readonly<Record<string, (index: number) => string>> = {
  SAME_CLAIM: (index) => claim([...FERRY, 'closed'][index]!),
  CONTRADICTS: (index) => claim([...FERRY, 'closed'][index]!),
  ALTERNATIVE: (index) => claim([...FERRY, 'closed'][index]!),
  SAME_AGENT: agent,
  SAME_UTTERANCE: (index) => statement(PAPERS[index]!),
  DERIVED_FROM: (index) => article(PAPERS[index]!),
}

const made: string[] = []
/** Sends what a step stands for. What cannot be done (yet) is refused, and changes nothing. */
async function take([kind, one, other, value]: Step): Promise<void> {
  if (kind === 'ingest') {
    await ingestArticle(graph.database, documentOf(one, other), { now })
    return
  }
  const text =
    kind === 'withdraw'
      ? made.length === 0
        ? null
        : `withdrawJudgement(id: "${made[(one * 3 + other) % made.length]}") { id }`
      : kind === 'status'
        ? `setStatementStatus(statement: "${statement(PAPERS[one]!)}", status: ${value}, by: "Ada") { id }`
        : kind === 'correct'
          ? `recordCorrection(input: { article: "${article(PAPERS[one]!)}", kind: ${value}, text: "Not so (${other}).", affects: ["${statement(PAPERS[one]!)}"] }) { id }`
          : kind === 'review'
            ? `addReview(input: { subject: "${claim(FERRY[one % 2]!)}", publisherName: "Harbour Checks", rating: "${value}", normalized: ${value} }) { id }`
            : kind === 'date'
              ? `setPublicationDate(article: "${article(PAPERS[one]!)}", published: "${value}") { id }`
              : `judge(input: { kind: ${kind}, left: "${PAIRS[kind]!(one)}", right: "${PAIRS[kind]!(other)}", verdict: ${value} }) { id }`
  if (text === null) return
  const { data, errors } = await api.ask<{ judge?: { id: string } }>(`mutation { ${text} }`)
  const refused = ['NOT_FOUND', 'JUDGEMENT_CONFLICT', 'INVALID_ARGUMENTS']
  for (const { extensions } of errors ?? []) expect(refused).toContain(extensions.code)
  if (data?.judge) made.push(data.judge.id)
}

const CLAIM = `
  text firstSaid { edtf } firstPublished { edtf }
  corroboration {
    statementCount articleCount outletCount independentOrigins originsAtLeast disputingOrigins
    origins { label retracted independentReports because { reason explanation } statements { id } }
    undecided { independentOrigins judgement { id verdict } }
  }
  firstReports { id }
  relations { relation claim { id } judgement { id } }
  reviews { rating normalized }
  timeline(first: 50) { nodes { event when { edtf } at summary } }
  statements(orderBy: TEXT) { totalCount nodes { id status } }`
const STATEMENT = `
  status orphaned said { edtf phrase } published { edtf } claim { id } speakers { id }
  variants { ratio edits verdict statement { id } }
  reviews { id } corrections { id correctionKind } history { at by field before after reason }`
const ARTICLE = `
  published { edtf } version { number }
  corrections { id affects { status statement { id } } }
  carriage { carriageKind basis article { id } judgement { id verdict } }
  derivatives { id } dateConflicts { kind because }
  sourcing { statementCount named unnamed ownVoice secondHand restingOnOneUnnamed { id } }`

const battery = (
  known: string | null,
) => `query Everything ${known === null ? '' : `@asOf(known: "${known}")`} {
  ${[...FERRY, 'closed'].map((key) => `${key}: claim(id: "${claim(key)}") { id ${CLAIM} }`).join('\n')}
  ${PAPERS.map((paper) => `s_${paper}: statement(id: "${statement(paper)}") { ${STATEMENT} }`).join('\n')}
  ${PAPERS.map((paper) => `a_${paper}: article(id: "${article(paper)}") { ${ARTICLE} }`).join('\n')}
  claims(first: 50) { totalCount nodes { id } }
  agents(first: 50) { totalCount nodes { name aliases } }
  judgements(first: 50) { nodes { id verdict closedAt previous { id } } }
  compareCoverage(articles: [${PAPERS.map((paper) => `"${article(paper)}"`).join(', ')}]) {
    rows { claim { id } alternatives { id } statements { id } missingFrom { id } drift { drift explanation } }
  }
  checkQuote(text: "The ferry sank on Friday and we simply cannot say why") { ratio edits statement { id } }
}`

test('every past answer stays what it was, whatever is decided, corrected or dated afterwards', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 14 }), async (steps) => {
      await graph.empty()
      made.length = 0
      const past: { known: string; answer: unknown }[] = []
      for (const one of [['ingest', 0, 1, ''] as Step, ['ingest', 1, 1, ''] as Step, ...steps]) {
        await take(one)
        const [clock] = await graph.cypher<{ last: string }>('MATCH (c:Clock) RETURN c.last AS last')
        past.push({ known: clock!.last, answer: await api.data(battery(null)) })
      }
      for (const { known, answer } of past) expect(await api.data(battery(known))).toEqual(answer)
      expect((await checkGraph(graph.database)).filter(({ found }) => found > 0)).toEqual([])
    }),
    { numRuns: databaseRuns(1), endOnFailure: true },
  )
}, 600_000)
