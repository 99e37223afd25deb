import { afterEach, describe, expect, test } from '@jest/globals'
import { FOREVER } from '../../src/domain/instant.ts'
import { unknownDate } from '../../src/domain/uncertain-date.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { checkGraph } from '../../src/store/check-graph.ts'
import { placeStatements } from '../../src/store/place-statements.ts'
import { recordCorrection } from '../../src/store/put-correction.ts'
import { setStatementStatus } from '../../src/store/put-status.ts'
import { anchorEdge } from '../../src/store/statement-facts.ts'
import { planOf } from '../ingest/small-document.ts'
import { demonstrationDocument } from '../support/demonstration.ts'
import { useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { currentFactsOf, dumpOf } from './graph-dump.ts'
import { type Document, edited, PAPER_URL, paper } from './harbour-documents.ts'

const graph = useTestDatabase()
let moment = Date.parse('2026-02-01T08:00:00Z')
const now = () => {
  moment += 1_000
  return new Date(moment)
}
const api = useTestApi(graph, now)

const ingest = async (...documents: readonly Document[]) => {
  for (const document of documents) await ingestArticle(graph.database, document, { now })
}

afterEach(async () => {
  const broken = (await checkGraph(graph.database)).filter(({ found }) => found > 0)
  await graph.empty()
  expect(broken).toEqual([])
})

/** The article with another text, whose annotation tells what its own words say and nothing else. */
const version = (text: string, ...kept: readonly string[]): Document =>
  edited(paper(), (document) => {
    Object.assign(document.article!, {
      title: 'Ferry lost',
      text,
      modified: '2025-06-05',
      published: '2025-06-03',
    })
    document.statements = document.statements
      .filter(({ content }) => kept.includes(content as string))
      .map(({ supports: _, ...statement }) => statement)
    const used = kept.includes('We leave on Monday') ? ['told', 'wire-reported'] : []
    document.acts = Object.fromEntries(Object.entries(document.acts!).filter(([key]) => used.includes(key)))
    if (!kept.includes('It sank')) delete document.claims
    if (used.length === 0) {
      for (const section of ['places', 'occasions']) delete document[section]
      document.agents = { paper: document.agents!.paper! }
    }
  })

/** Moved: the last sentences first. Everything stands in it once. */
const MOVED =
  'It sank. 🚢 The ferry sank in May. Now: “We leave on Monday,” Ana Ruiz told Newswire. Two officials said the ferry sank.'
const moved = (...kept: readonly string[]) => version(MOVED, ...kept)

interface Told {
  readonly id: string
  readonly text: string
  readonly status: string
  readonly orphaned: boolean
  readonly order: number
  readonly version: { readonly number: number }
  readonly content: readonly { readonly start: number; readonly exact: string }[]
  readonly quoted: readonly { readonly exact: string }[]
  readonly published: { readonly edtf: string }
  readonly speaker: { readonly name: string }
  readonly chain: readonly {
    mode: string
    status: string
    annotatedIn: { number: number }
    printedIn: object | null
  }[]
}

const FIELDS = `id text status orphaned order version: articleVersion { number } content { start exact } quoted { exact }
  published { edtf } speaker { name } chain { mode status annotatedIn { number } printedIn { url } }`

/** The statements of the article by their words, whatever their status; those that lists show in the order of the text. */
async function statements(known: string | null = null) {
  const asOf = known === null ? '' : ` @asOf(known: "${known}")`
  const { article, statements: all } = await api.data<{
    article: { statements: { edges: { node: Told }[] } }
    statements: { edges: { node: Told }[] }
  }>(
    `query${asOf} { article(url: "${PAPER_URL}") { statements { edges { node { text } } } }
      statements(filter: { status: [PROPOSED, ACCEPTED, REJECTED, SUPERSEDED, RETRACTED] }) { edges { node { ${FIELDS} } } } }`,
  )
  return {
    shown: article.statements.edges.map(({ node }) => node.text),
    of: (text: string) => all.edges.map(({ node }) => node).find((node) => node.text === text)!,
  }
}

const idOf = (text: string) => planOf(paper()).statements.find((statement) => statement.text === text)!.id

describe('a new version that tells less than its text says', () => {
  test('keeps what stands in it once: same id and status, at its new place, through the same acts', async () => {
    await ingest(paper())
    const before = await statements()
    const [{ last } = { last: '' }] = await graph.cypher<{ last: string }>(
      'MATCH (c:Clock) RETURN c.last AS last',
    )
    await ingest(moved())
    const { of, shown } = await statements()
    expect(shown).toEqual(['It sank', 'The ferry sank in May', 'We leave on Monday', 'the ferry sank'])
    for (const text of shown)
      expect(of(text)).toMatchObject({
        id: before.of(text).id,
        status: 'ACCEPTED',
        orphaned: false,
        version: { number: 2 },
        published: { edtf: '2025-06-03' },
        content: [{ exact: text, start: [...MOVED.slice(0, MOVED.indexOf(text))].length }],
        order: shown.indexOf(text),
        speaker: before.of(text).speaker,
      })
    const leave = of('We leave on Monday')
    expect(leave.quoted).toEqual([{ exact: 'We leave on Monday' }])
    expect(leave.chain.map(({ mode, status, annotatedIn }) => [mode, status, annotatedIn.number])).toEqual([
      ['UNSPECIFIED', 'ACCEPTED', 1],
      ['UNSPECIFIED', 'ACCEPTED', 1],
      ['PUBLICATION', 'ACCEPTED', 2],
    ])
    const anchors = await graph.cypher(
      'MATCH (:Statement)-[a:ANCHORED_IN {to: $to}]->(v) RETURN DISTINCT v.number AS number, a.reanchored AS machine ORDER BY number',
      { to: FOREVER },
    )
    expect(anchors).toEqual([
      { number: 1, machine: null },
      { number: 2, machine: true },
    ])
    // The print of each chain is that of the new version, for traces too.
    const printed = await graph.cypher(
      'MATCH (:Record)-[:REPORTED_IN {to: $to}]->(v:ArticleVersion) RETURN DISTINCT v.number AS number',
      { to: FOREVER },
    )
    expect(printed).toEqual([{ number: 2 }])
    // Nothing of this is true of the past.
    expect((await statements(last)).of('It sank')).toEqual(before.of('It sank'))
  }, 300_000)

  test('stands among what the annotation tells in the order of the text, and is told for good by a later one', async () => {
    await ingest(paper(), moved('The ferry sank in May'))
    const all = ['It sank', 'The ferry sank in May', 'We leave on Monday', 'the ferry sank']
    expect((await statements()).shown).toEqual(all)
    const before = await dumpOf(graph)
    await ingest(moved('The ferry sank in May'), paper(), moved('The ferry sank in May'))
    expect(await dumpOf(graph)).toEqual(before)

    await ingest(moved('The ferry sank in May', 'It sank'))
    const anchor = () =>
      graph.cypher(
        'MATCH (:Statement {id: $id})-[a:ANCHORED_IN {to: $to}]->({number: 2}) RETURN a.reanchored AS machine, a.withdrawn AS withdrawn',
        { id: idOf('It sank'), to: FOREVER },
      )
    expect(await anchor()).toEqual([{ machine: null, withdrawn: false }])
    // What an annotation told it may leave out; what the words alone tell it cannot.
    await ingest(moved('The ferry sank in May'))
    expect((await statements()).of('It sank').status).toBe('REJECTED')
    expect((await statements()).of('We leave on Monday').status).toBe('ACCEPTED')
    await ingest(paper())
    expect((await statements()).of('It sank').status).toBe('REJECTED')
    await ingest(moved('The ferry sank in May', 'It sank'))
    expect((await statements()).shown).toEqual(all)
  }, 300_000)

  test('tells whoever sends it what a person has to look at, until somebody did, and history has it', async () => {
    const twice = version('It sank. It sank. The ferry sank in May.')
    const warnings = async (document: Document) =>
      (await ingestArticle(graph.database, document, { now })).warnings
    const history = async () =>
      (
        await api.data<{
          statement: { history: { field: string; before: string; after: string; by: string }[] }
        }>('query ($id: ID!) { statement(id: $id) { history { field before after by } } }', {
          id: idOf('It sank'),
        })
      ).statement.history.filter(({ field }) => field === 'orphaned')
    expect(await warnings(paper())).toEqual([])
    const told = [
      `${idOf('It sank')} is orphaned. “It sank” stands more than once, or only in part, in the newest version of the article. Look at it; then add it to the document of that version, or set its status (setStatementStatus).`,
    ]
    expect(await warnings(twice)).toEqual(told)
    expect(await warnings(twice)).toEqual(told)
    expect(await warnings(paper())).toEqual(told)
    const became = { field: 'orphaned', before: 'false', after: 'true', by: 'A reader' }
    expect(await history()).toEqual([became])

    await setStatementStatus(graph.database, idOf('It sank'), 'ACCEPTED', 'The first one.', {
      now,
      by: 'Ada',
    })
    expect(await warnings(twice)).toEqual([])
    expect(await history()).toEqual([became])
    await ingest(version('It sank. The ferry sank in May. That is all.'))
    expect(await history()).toEqual([became, { ...became, before: 'true', after: 'false' }])
  }, 300_000)

  test('marks what stands in it twice, and supersedes what is gone', async () => {
    await ingest(paper())
    await ingest(version('It sank. It sank. The ferry sank in May.'))
    const { of, shown } = await statements()
    expect(of('It sank')).toMatchObject({ status: 'ACCEPTED', orphaned: true, version: { number: 1 } })
    expect(of('The ferry sank in May')).toMatchObject({
      status: 'ACCEPTED',
      orphaned: false,
      version: { number: 2 },
    })
    for (const gone of ['We leave on Monday', 'the ferry sank'])
      expect(of(gone)).toMatchObject({ status: 'SUPERSEDED', orphaned: false, version: { number: 1 } })
    expect([...shown].sort()).toEqual(['It sank', 'The ferry sank in May'])
    const before = await dumpOf(graph)
    await ingest(version('It sank. It sank. The ferry sank in May.'), paper())
    expect(await dumpOf(graph)).toEqual(before)

    // A document that says which it is settles it.
    const settled = edited(
      version('It sank. It sank. The ferry sank in May.', 'It sank'),
      ({ statements: [one] }) => {
        one!.content = { exact: 'It sank', occurrence: 2 }
      },
    )
    await ingest(settled)
    expect((await statements()).of('It sank')).toMatchObject({
      orphaned: false,
      version: { number: 2 },
      content: [{ start: 9 }],
    })
  }, 300_000)

  test('is the same graph whichever came when, as long as the newest is the same', async () => {
    const fewer = edited(paper(), (document) => {
      document.statements = document.statements.filter(({ content }) => content !== 'It sank')
    })
    await ingest(paper(), moved())
    const wanted = await currentFactsOf(graph)
    await graph.empty()
    await ingest(fewer, moved('We leave on Monday'), paper(), moved('We leave on Monday'))
    const { shown } = await statements()
    expect(shown).toEqual(['It sank', 'The ferry sank in May', 'We leave on Monday', 'the ferry sank'])
    await graph.empty()
    await ingest(fewer, moved(), paper())
    expect(await currentFactsOf(graph)).toEqual(wanted)
  }, 300_000)
})

describe('through three versions', () => {
  test('each is told by the words of its last annotation; a later annotation of an old version changes what stands', async () => {
    await ingest(paper(), moved(), version('It sank. Nothing else is left.'))
    const { of, shown } = await statements()
    expect(shown).toEqual(['It sank'])
    expect(of('It sank').version.number).toBe(3)
    // It stood in the second version last, and is read there.
    expect(of('We leave on Monday')).toMatchObject({ status: 'SUPERSEDED', version: { number: 2 } })
    const before = await dumpOf(graph)
    await ingest(paper(), moved(), version('It sank. Nothing else is left.'))
    expect(await dumpOf(graph)).toEqual(before)
    await ingest(
      edited(paper(), (document) => {
        document.statements = document.statements.filter(({ content }) => content !== 'It sank')
      }),
    )
    expect((await statements()).of('It sank').status).toBe('REJECTED')
    await ingest(paper())
    expect((await statements()).of('It sank')).toMatchObject({ status: 'ACCEPTED', version: { number: 3 } })
  }, 300_000)

  test('its own document still edits all that is said of it but its place', async () => {
    await ingest(paper(), moved())
    await ingest(
      edited(paper(), (document) => {
        const statement = document.statements.find(({ content }) => content === 'It sank')!
        Object.assign(statement, { zone: 'CAPTION', certainty: 'POSSIBLE' })
      }),
    )
    const rows = await graph.cypher(
      'MATCH (s:StatementState {text: $text, to: $to}) RETURN s.zone AS zone, s.certainty AS certainty, s.order AS place',
      { text: 'It sank', to: FOREVER },
    )
    expect(rows).toEqual([{ zone: 'CAPTION', certainty: 'POSSIBLE', place: 0 }])
  }, 300_000)

  test('what an outlet took back, and what a person decided, stays', async () => {
    await ingest(paper())
    await setStatementStatus(graph.database, idOf('It sank'), 'REJECTED', 'Hearsay.', { now, by: 'Ada' })
    const correct = (affectedIds: readonly string[]) =>
      recordCorrection(
        graph.database,
        {
          articleId: planOf(paper()).article.id,
          kind: 'CORRECTION',
          text: 'We were wrong.',
          note: null,
          issued: unknownDate(),
          affectedIds,
        },
        { now, by: 'Ada' },
      )
    await correct([idOf('The ferry sank in May'), idOf('We leave on Monday')])
    await ingest(version('It sank. The ferry sank in May. The ferry sank in May. We leave on Monday.'))
    const statusesOf = async (...texts: readonly string[]) => {
      const { of } = await statements()
      return texts.map((text) => of(text).status)
    }
    const texts = ['It sank', 'The ferry sank in May', 'We leave on Monday', 'the ferry sank'] as const
    expect(await statusesOf(...texts)).toEqual(['REJECTED', 'RETRACTED', 'RETRACTED', 'SUPERSEDED'])
    // A correction that names them no longer leaves them as their articles do: in doubt, and found.
    await correct([])
    expect(await statusesOf(...texts)).toEqual(['REJECTED', 'ACCEPTED', 'ACCEPTED', 'SUPERSEDED'])
    expect((await statements()).of('The ferry sank in May').orphaned).toBe(true)
  }, 300_000)

  test('an act that the new version tells otherwise is told so of what comes through it', async () => {
    const both = edited(paper(), (document) => {
      document.statements.push({
        act: 'told',
        content: 'told Newswire',
        quoteType: 'REPORTED',
        claim: { text: 'Ana Ruiz spoke to Newswire.' },
      })
    })
    const otherwise = edited(moved('We leave on Monday'), (document) => {
      delete (document.acts!.told as { reportedIn?: string }).reportedIn
      delete document.acts!['wire-reported']
    })
    await ingest(both, otherwise)
    const { of } = await statements()
    expect(of('told Newswire')).toMatchObject({ status: 'ACCEPTED', version: { number: 2 } })
    expect(of('told Newswire').chain).toHaveLength(2)
  }, 300_000)
})

describe('who speaks in several versions', () => {
  const RUIZ = { kind: 'PERSON', name: 'Ana Ruiz' }
  const LOPEZ = { kind: 'PERSON', name: 'Eva López' }
  /** An article of clauses, each "words, he said." by somebody, or in its own voice. */
  const story = (
    clauses: readonly { readonly words: string; readonly by?: object; readonly told?: boolean }[],
    article: object = {},
  ): Document => {
    const told = clauses
      .map((clause, index) => ({ ...clause, index }))
      .filter((clause) => clause.told ?? true)
    const text = clauses.map(({ words, by }) => `${words}${by ? ', he said' : ''}.`).join(' ')
    const behind = (words: string, exact: string) => ({
      prefix: `${words}, ${exact === 'said' ? 'he ' : ''}`,
      exact,
    })
    return {
      article: { key: 'story', outlet: 'paper', published: '2025-06-02', text, ...article },
      agents: {
        paper: { kind: 'OUTLET', name: 'The Harbour Paper' },
        ...Object.fromEntries(told.flatMap(({ by, index }) => (by ? [[`he${index}`, by]] : []))),
        ...('authors' in article && { author: RUIZ }),
      },
      acts: Object.fromEntries(
        told.flatMap(({ words, by, index }) =>
          by
            ? [
                [
                  `act${index}`,
                  { by: [`he${index}`], source: behind(words, 'he'), cue: behind(words, 'said') },
                ],
              ]
            : [],
        ),
      ),
      statements: told.map(({ words, by, index }) => ({
        ...(by && { act: `act${index}`, quoteType: 'INDIRECT' }),
        content: words,
        claim: { text: `${words}.` },
      })),
    } as unknown as Document
  }
  const speakers = async () => {
    const rows = await graph.cypher<{ text: string; speaker: string; status: string }>(
      `MATCH (s:Statement)-[:HAS_STATE]->(state {to: $to})
       RETURN state.text AS text, s.speaker AS speaker, state.status AS status`,
      { to: FOREVER },
    )
    return Object.fromEntries(rows.map(({ text, speaker, status }) => [text, `${speaker} ${status}`]))
  }

  test('nobody is given words by another "he said" that a new version has before his', async () => {
    await ingest(story([{ words: 'Ukraine must act', by: RUIZ }]))
    await ingest(
      story([
        { words: 'Taxes will fall', by: LOPEZ },
        { words: 'Ukraine must act', by: RUIZ, told: false },
      ]),
    )
    expect(await speakers()).toEqual({
      'Taxes will fall': 'Eva López ACCEPTED',
      'Ukraine must act': 'Ana Ruiz ACCEPTED',
    })
  }, 60_000)

  test('what was left out is found again, though nothing describes its speaker any more', async () => {
    await ingest(story([{ words: 'It sank', by: RUIZ }, { words: 'It rained' }]))
    await ingest(story([{ words: 'It sank', by: RUIZ, told: false }, { words: 'It rained' }]))
    await ingest(
      story([{ words: 'It sank', by: RUIZ, told: false }, { words: 'It rained' }, { words: 'It snowed' }]),
    )
    expect(await speakers()).toEqual({
      'It sank': 'Ana Ruiz REJECTED',
      'It rained': 'The Harbour Paper ACCEPTED',
      'It snowed': 'The Harbour Paper ACCEPTED',
    })
  }, 60_000)

  test('an act that a newer version corrected stays corrected for all of its statements when the older one comes again', async () => {
    const shared = (by: object, ...words: readonly string[]) => {
      const document = story(words.map((one) => ({ words: one })))
      document.agents!.he = by as never
      document.acts = {
        act: { by: ['he'], source: { exact: 'he', suffix: ' said' }, cue: 'said' },
      } as never
      for (const statement of document.statements)
        Object.assign(statement, { act: 'act', quoteType: 'INDIRECT' })
      Object.assign(document.article!, { text: `${words.join(' and ')}, he said.` })
      return document
    }
    const [first, second] = [shared(RUIZ, 'It sank', 'it burned'), shared(LOPEZ, 'It sank')]
    await ingest(first, second)
    const corrected = await speakers()
    expect(corrected).toEqual({ 'It sank': 'Eva López ACCEPTED', 'it burned': 'Eva López SUPERSEDED' })
    const { counts } = await ingestArticle(graph.database, first, { now })
    expect(counts.filter(({ created, changed, withdrawn }) => created + changed + withdrawn > 0)).toEqual([])
    expect(await speakers()).toEqual(corrected)
  }, 60_000)

  test.each(['It rained today', 'It sank. It rained'])(
    'an article that becomes the opinion of its author is so in all that it said: %s',
    async (text) => {
      await ingest(story([{ words: 'It sank' }, { words: 'It rained' }]))
      await ingest(story([{ words: 'It rained' }], { text: `${text}.`, opinion: true, authors: ['author'] }))
      expect(new Set(Object.values(await speakers()).map((told) => told.replace(/ \w+$/, '')))).toEqual(
        new Set(['Ana Ruiz']),
      )
    },
    60_000,
  )
})

test('the second version of the demonstration set says what expected.md says, by the words alone too', () => {
  const planned = (file: string) => planOf(demonstrationDocument(file) as never)
  const [first, second] = [planned('04-daily-lantern.json'), planned('04-daily-lantern-v2.json')]
  const anchors = first.statements.map((statement) => anchorEdge(statement, first.version.id))
  const { standings } = placeStatements(anchors, second.version, (id) => (id === first.version.id ? 1 : 2))
  const having = (outcome: string) =>
    first.statements.filter(({ id }) => standings.get(id)!.outcome === outcome).map(({ text }) => text)
  expect(having('GONE')).toEqual([
    'Velmora Dam gate will fail in spring flood',
    'Gate 3 of the Velmora Dam will fail in the spring flood',
    'Altwire first reported the crack',
    'it was warned about the gate in November 2023',
    'Sandbags have been stacked along the market square since Friday evening',
    'The bridge was rebuilt in 2003',
  ])
  expect(having('ORPHANED')).toEqual(['the school is closed'])
  expect(having('FOUND')).toHaveLength(7)
})
