import { afterEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { AnnotatedArticle } from '../../src/domain/annotated-article.ts'
import { printingHopId } from '../../src/domain/identity.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { checkGraph } from '../../src/store/check-graph.ts'
import { type JsonObject, planOf } from '../ingest/small-document.ts'
import { databaseRuns } from '../support/property-runs.ts'
import { useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'
import {
  type Document,
  EDITS,
  edited,
  laterPaper,
  mail,
  PAPER_URL,
  paper,
  statementOf,
  WIRE_URL,
  wire,
} from './harbour-documents.ts'

const graph = useTestDatabase()
const clock = { now: new Date('2025-07-01T12:00:00.000Z') }
const api = useTestApi(graph, () => clock.now)

afterEach(() => graph.empty())

const at = (edit: string) => edited(paper(), EDITS[edit]!)

const laterMail = () =>
  edited(mail(), (document) => {
    ;(document.agents!.lind as { aliases?: string[] }).aliases = ['Mr. Lind']
    Object.assign(document.agents!, {
      ruiz: { kind: 'PERSON', name: 'Ana Ruiz', aliases: ['Captain Ruiz'] },
    })
    statementOf(document, 'The ferry did not sink').certainty = 'PROBABLE'
  })

const STEPS: readonly (readonly [string, Document])[] = [
  ['an article comes', paper()],
  ['the same again', paper()],
  ['a speaker is corrected', at('another speaker')],
  ["a claim's words are edited", at('another wording of a claim')],
  ['a statement is left out', at('a statement left out')],
  ['it is back', paper()],
  ['a statement is grouped under another claim', at('another claim')],
  ['the publication has another date', at('another day of publication')],
  ['a second article cites the first, and one that is not there yet', mail()],
  ['it brings another name of an agent', laterMail()],
  ['the cited article comes', wire()],
  ['the first article was taken from it', at('taken from a report')],
  [
    'that is known from elsewhere only',
    edited(at('taken from a report'), ({ article }) => {
      ;(article!.derivedFrom as JsonObject[])[0]!.basis = 'EXTERNAL'
    }),
  ],
  ['the article has a new version that says less', laterPaper()],
  ['the document of the old version comes again', paper()],
  ['the old version is annotated otherwise', at('the relay dropped')],
  ['the second article says less', edited(mail(), (document) => document.statements.splice(1, 1))],
  ['the new version leaves out what the old one has', edited(laterPaper(), (d) => d.statements.splice(1, 1))],
]

describe('@asOf', () => {
  test('answers every question of part 1 as it was answered then, after every step of a history', async () => {
    // A battery that always answers the same would pass too.
    expect(await retell(STEPS.map(([, document]) => document))).toBeGreaterThan(10)
  }, 600_000)

  test('does so for any sequence of documents', async () => {
    const documents = [
      paper(),
      laterPaper(),
      wire(),
      mail(),
      laterMail(),
      ...Object.keys(EDITS).map(at),
      edited(laterPaper(), (document) => document.statements.splice(0, 1)),
      edited(wire(), (document) => document.statements.splice(1, 1)),
      edited(wire(), (document) => {
        statementOf(document, 'We leave on Friday').status = 'ACCEPTED'
        document.article!.published = { basis: 'UNKNOWN', phrase: 'in spring' }
      }),
    ]
    await fc.assert(
      fc
        .asyncProperty(
          fc.array(fc.constantFrom(...documents), { minLength: 3, maxLength: 6 }),
          // Milliseconds by which the clock goes on; it may stand or run back.
          fc.array(fc.integer({ min: -5_000, max: 60_000 }), { minLength: 6, maxLength: 6 }),
          async (history, ticks) => {
            await retell(history, ticks)
          },
        )
        .afterEach(() => graph.empty()),
      { numRuns: databaseRuns(1), endOnFailure: true },
    )
  }, 600_000)

  test('a moment before the first record knows nothing', async () => {
    await ingest(paper())
    const before = '2025-07-01T11:00:00.000Z'
    const answer = await battery(questionsAbout([paper()]), before)
    expect(countsIn(answer)).toEqual([0])
    expect(JSON.stringify(answer)).not.toMatch(/"(id|text|name)":"/)
  })
})

const ingest = (document: Document) => ingestArticle(graph.database, document, { now: () => clock.now })

const lastInstant = async () =>
  (await graph.cypher<{ last: string }>('MATCH (clock:Clock) RETURN clock.last AS last'))[0]!.last

/**
 * Ingests documents one after the other and asks everything after each; at the end asks everything again as of each
 * of those moments.
 *
 * @returns how many different answers there were
 */
async function retell(history: readonly Document[], ticks: readonly number[] = []): Promise<number> {
  const questions = questionsAbout(history)
  const told: { readonly instant: string; readonly answer: unknown }[] = []
  for (const [index, document] of history.entries()) {
    clock.now = new Date(clock.now.getTime() + (ticks[index] ?? 3_600_000))
    await ingest(document)
    told.push({ instant: await lastInstant(), answer: await battery(questions, null) })
  }
  expect((await checkGraph(graph.database)).filter(({ found }) => found > 0)).toEqual([])
  for (const { instant, answer } of told) expect(await battery(questions, instant)).toEqual(answer)
  return new Set(told.map(({ answer }) => JSON.stringify(answer))).size
}

interface Questions {
  readonly ids: readonly string[]
  readonly claims: readonly string[]
  readonly statements: readonly string[]
  readonly agents: readonly string[]
}

/** The ids of all that the documents speak of, whether it is recorded yet or not. */
function questionsAbout(documents: readonly Document[]): Questions {
  const plans: AnnotatedArticle[] = documents.map((document) => planOf(document))
  const all = <T extends { readonly id: string }>(of: (plan: AnnotatedArticle) => readonly T[]) =>
    [...new Set(plans.flatMap((plan) => of(plan).map(({ id }) => id)))].sort()
  const versions = all((plan) => [plan.version])
  const ids = {
    claims: all((plan) => plan.claims),
    statements: all((plan) => plan.statements),
    agents: all((plan) => plan.agents),
  }
  return {
    ...ids,
    ids: [
      ...Object.values(ids).flat(),
      ...versions,
      ...versions.map(printingHopId),
      ...all((plan) => [plan.article, ...plan.referencedArticles]),
      ...all((plan) => plan.attributions),
      ...all((plan) => plan.occasions),
      ...all((plan) => plan.places),
    ],
  }
}

const STATEMENT_ORDERS = ['TEXT', 'SAID_DESC', 'SAID_ASC', 'PUBLISHED_DESC', 'PUBLISHED_ASC']
const CLAIM_ORDERS = [
  'FIRST_SAID_DESC',
  'FIRST_SAID_ASC',
  'FIRST_PUBLISHED_DESC',
  'FIRST_PUBLISHED_ASC',
  'RECORDED_DESC',
]

const FRAGMENTS = `
  fragment date on UncertainDate { edtf earliest latest instant precision basis phrase }
  fragment recorded on Recorded { at by method }
  fragment span on TextSpan { part start end exact prefix suffix }
  fragment agent on Agent {
    __typename id name aliases description sameAs speaksFor { id } partOf { id } recorded { ...recorded }
    ... on Person { roles { title of { id } held { ...date } } }
    ... on Unnamed { reason size descriptor article { id } }
  }
  fragment hop on Hop {
    id by { id name } to { id name } onBehalfOf { id } mode basis status annotatedIn { id }
    source { ...span } cue { ...span } cueStance said { ...date } saidIn { id name } occasion { id label }
    cites { id url version { id } } printedIn { id } recorded { ...recorded }
  }
  fragment statement on Statement {
    id text content { ...span } quoted { ...span } order zone quoteType speechAct certainty polarity status confidence
    speaker { id } speakers { id name } onBehalfOf { id } claim { id text } chain { ...hop }
    said { ...date } published { ...date } timesSpokenOf { ...date } saidIn { name sameAs } saidInBasis
    occasion { label when { ...date } place { name } } article { id published { ...date } }
    articleVersion { number title } revises { id text } revisedBy { id text } supports { id }
    respondsTo { stance to { id } } responses { stance from { id } } recorded { ...recorded }
  }
  fragment claim on Claim {
    id text language firstSaid { ...date } firstPublished { ...date } recorded { ...recorded }
    statements { totalCount edges { node { id } } }
    sources { totalCount edges { node { agent { id } role statementCount firstStatement { id } } } }
  }
  fragment article on Article {
    id url outlet { id name } language byline authors { id } credits { text } published { ...date } version { id }
    versions { id number title contentHash length published { ...date } modified { ...date } retrievedAt }
    statements { totalCount edges { node { id } } } recorded { ...recorded }
  }`

const filtered = (name: string, filter: string) =>
  `${name}: statements(filter: ${filter}) { totalCount edges { cursor node { id } } }`

/**
 * Everything that can be asked: lists in all orders, filters, counts, look-ups, chains, sources, traces, searches. What a
 * record shows is asked of all of them at once, under `nodes`; of lists, which records stand where.
 */
function questionTexts({ claims, statements, agents }: Questions): Readonly<Record<string, string>> {
  return {
    statements: STATEMENT_ORDERS.map(
      (order) =>
        `${order}: statements(orderBy: ${order}) { totalCount pageInfo { hasNextPage } edges { cursor node { id } } }`,
    ).join('\n'),
    filters: [
      filtered('rejected', '{ status: [REJECTED] }'),
      filtered('superseded', '{ status: [SUPERSEDED] }'),
      filtered('any', '{ status: [PROPOSED, ACCEPTED, REJECTED, SUPERSEDED, RETRACTED] }'),
      filtered('quoted', '{ quoteType: [DIRECT, MIXED] }'),
      filtered('denied', '{ polarity: [NEGATIVE] }'),
      filtered('text', '{ text: "FERRY" }'),
      filtered('unnamed', '{ speakerKind: [UNNAMED] }'),
      filtered('said', '{ said: { from: "2025-06-01", to: "2025-06-02" } }'),
      filtered('possibly', '{ published: { to: "2025-06-02", match: POSSIBLE } }'),
      filtered(
        'combined',
        '{ not: { quoteType: [NARRATOR] }, or: [{ hasOnBehalfOf: true }, { text: "sank" }] }',
      ),
      filtered('by', `{ speaker: ${JSON.stringify(agents.slice(0, 3))} }`),
      filtered('via', `{ via: ${JSON.stringify(agents.slice(0, 4))} }`),
    ].join('\n'),
    claims: [
      ...CLAIM_ORDERS.map(
        (order) => `${order}: claims(orderBy: ${order}) { totalCount edges { cursor node { id } } }`,
      ),
      'sank: claims(filter: { text: "sank" }) { totalCount edges { node { id } } }',
      'of: claims(filter: { statement: { quoteType: [DIRECT] } }) { totalCount edges { node { id } } }',
    ].join('\n'),
    agents: `agents { totalCount edges { cursor node { id
        statements { totalCount edges { node { id } } } relayed { totalCount edges { node { id } } }
        ... on Outlet { articles { totalCount edges { node { id } } } } } } }
      people: agents(filter: { kind: [PERSON], text: "ruiz" }) { totalCount edges { node { id } } }
      captain: agent(name: "captain ruiz") { id }
      same: agent(sameAs: "https://www.wikidata.org/wiki/Q1") { id name }`,
    articles: `newest: articles { totalCount edges { cursor node { id } } }
      oldest: articles(orderBy: PUBLISHED_ASC) { edges { cursor node { id } } }
      june: articles(filter: { published: { from: "2025-06-02", to: "2025-06-02" } }) { totalCount edges { node { id } } }
      paper: article(url: "${PAPER_URL}") { id }
      wire: article(url: "${WIRE_URL}") { id }`,
    traces: [...claims, ...statements]
      .map(
        (id, i) =>
          `t${i}: trace(id: "${id}") { subject { id } statements { id status } hops { id } links { from to kind basis } complete }`,
      )
      .join('\n'),
    nodes: `nodes(ids: $ids) { __typename id ...statement ...hop ...claim ...article
      ... on Agent { ...agent } ... on ArticleVersion { number title text contentHash length article { id } }
      ... on Occasion { label when { ...date } place { id } statements { totalCount edges { node { id } } } }
      ... on Place { name sameAs } }`,
  }
}

const SEARCHES = ['ferry', 'sank may', 'ruiz', 'Monday', 'captain', 'hurt', 'newswire', 'harbour']

async function battery(questions: Questions, known: string | null): Promise<unknown> {
  const ask = <Data>(text: string) => {
    const declared = [
      ...(known === null ? [] : ['$known: DateTime!']),
      ...(text.includes('$ids') ? ['$ids: [ID!]!'] : []),
    ]
    const head = `query ${declared.length > 0 ? `(${declared.join(', ')})` : ''}${known === null ? '' : ' @asOf(known: $known)'}`
    return api.data<Data>(`${head} { ${text} } ${fragmentsOf(text)}`, { known, ids: questions.ids })
  }
  const answers: Record<string, unknown> = {}
  for (const [name, text] of Object.entries(questionTexts(questions))) answers[name] = await ask(text)
  // Scores follow what else the index holds, and with them the order: the same records are found.
  const found = await ask<Record<string, { edges: { node: { id: string } }[] }>>(
    SEARCHES.map(
      (words, i) => `s${i}: search(text: "${words}", first: 100) { edges { node { ... on Node { id } } } }`,
    ).join('\n'),
  )
  answers.search = Object.values(found).map(({ edges }) => edges.map(({ node }) => node.id).sort())
  return answers
}

/** The fragments that a query spreads, and those that these spread. */
function fragmentsOf(text: string): string {
  const bodies = new Map(
    FRAGMENTS.split(/(?=fragment \w+ on)/)
      .filter((body) => body.trim() !== '')
      .map((body) => [/fragment (\w+)/.exec(body)![1]!, body]),
  )
  const used = new Set<string>()
  const add = (from: string) => {
    for (const [, name] of from.matchAll(/\.\.\.(\w+)/g))
      if (!used.has(name!) && bodies.has(name!)) {
        used.add(name!)
        add(bodies.get(name!)!)
      }
  }
  add(text)
  return [...used].map((name) => bodies.get(name)).join('\n')
}

/** Every `totalCount` in an answer, each value once. */
const countsIn = (answer: unknown) => [
  ...new Set([...JSON.stringify(answer).matchAll(/"totalCount":(\d+)/g)].map(([, count]) => Number(count))),
]
