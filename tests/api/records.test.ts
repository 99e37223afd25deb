import { beforeAll, describe, expect, test } from '@jest/globals'
import type { ArticleDocument } from '../../src/ingest/article-document.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { seedDocument, useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

const graph = useTestDatabase()
const api = useTestApi(graph)

const URL_OF_PAPER = 'https://paper.example.org/2025/ferry?id=7'
const FIRST_TEXT =
  '“We leave 🚢 on Monday,” Ana Ruiz told Newswire in Porto. Two officials said the ferry sank. It sank, say people. Reporting by Bo Lee.'

/** Joint speakers, a spokeswoman, unnamed sources, a hop known from elsewhere, credits, roles: what the seed lacks. */
const ferry = (): ArticleDocument => ({
  article: {
    url: URL_OF_PAPER,
    outlet: 'paper',
    language: 'en',
    byline: 'By Bo Lee',
    authors: ['lee'],
    published: '2025-06-02',
    modified: '2025-06-03T10:00:00Z',
    retrievedAt: '2025-06-04T00:00:00+02:00',
    title: 'The ferry sank',
    text: FIRST_TEXT,
    credits: [
      { text: 'Reporting by Bo Lee', agent: 'lee', span: 'Reporting by Bo Lee' },
      { text: '(Newswire)', agent: 'wire' },
    ],
  },
  agents: {
    paper: { kind: 'OUTLET', name: 'The Harbour Paper', sameAs: ['https://www.wikidata.org/wiki/Q1'] },
    wire: { kind: 'OUTLET', name: 'Newswire' },
    lee: { kind: 'PERSON', name: 'Bo Lee' },
    ruiz: {
      kind: 'PERSON',
      name: 'Ana Ruiz',
      aliases: ['A. Ruiz', 'Señora Ruiz'],
      description: 'Speaks for the port.',
      sameAs: ['http://WWW.wikidata.org/wiki/Q2/?utm_source=x'],
      speaksFor: ['port'],
      roles: [{ title: 'Spokeswoman', of: 'port', held: '2024/..' }],
    },
    port: { kind: 'ORGANIZATION', name: 'Port Authority', partOf: ['state'] },
    state: { kind: 'GOVERNMENT', name: 'Government of Portugal' },
    'port-office': { kind: 'OFFICE', name: 'Port Authority' },
    officials: {
      kind: 'UNNAMED',
      name: 'Two officials',
      reason: 'ANONYMOUS',
      size: 2,
      descriptor: 'officials',
    },
    people: { kind: 'UNNAMED', name: 'people', reason: 'UNSPECIFIED' },
    sailors: { kind: 'GROUP', name: 'The sailors' },
  },
  places: { porto: { name: 'Porto', sameAs: ['https://www.wikidata.org/wiki/Q36433'] } },
  occasions: {
    briefing: { key: 'port-briefing', label: 'The briefing', when: '2025-06-01', place: 'porto' },
  },
  acts: {
    told: {
      by: ['ruiz', 'sailors'],
      to: ['wire'],
      onBehalfOf: ['port'],
      source: 'Ana Ruiz',
      cue: 'told',
      mode: 'SPEECH',
      said: { basis: 'EXTERNAL', edtf: '2025-06-01' },
      place: { place: 'porto', basis: 'INFERRED' },
      occasion: 'briefing',
      reportedIn: 'heard',
    },
    heard: { by: ['state'], basis: 'EXTERNAL', reportedIn: 'wire-reported' },
    'wire-reported': { by: ['wire'], source: 'Newswire', cites: { url: 'https://wire.example.org/1' } },
    said: { by: ['officials'], source: 'Two officials', cue: 'said', cueStance: 'DISTANCING' },
    say: { by: ['people'], cue: 'say', basis: 'EXTERNAL' },
  },
  statements: [
    {
      key: 'leave',
      act: 'told',
      content: 'We leave 🚢 on Monday',
      quoteType: 'DIRECT',
      claim: { key: 'leave', text: 'The ferry leaves on a Monday.' },
      timesSpokenOf: [{ basis: 'RELATIVE', phrase: 'on Monday' }],
    },
    {
      key: 'sank',
      act: 'said',
      content: 'the ferry sank',
      quoteType: 'INDIRECT',
      certainty: 'PROBABLE',
      claim: { key: 'sank', text: 'The ferry sank.' },
      revises: ['leave'],
      respondsTo: [
        { stance: 'REJECTS', statement: 'leave' },
        { stance: 'ENDORSES', claim: 'other' },
      ],
    },
    {
      act: 'say',
      content: 'It sank',
      quoteType: 'INDIRECT',
      status: 'PROPOSED',
      confidence: 0.5,
      claim: { key: 'sank', text: 'The ferry sank.' },
      supports: ['sank'],
      respondsTo: [{ stance: 'QUESTIONS', statement: 'leave' }],
    },
  ],
  claims: { other: { key: 'other', text: 'Nobody was hurt.' } },
})

/** The same article with an edited text: the second statement stands elsewhere, the last is no longer there. */
function editedFerry(): ArticleDocument {
  const { article, statements, acts, ...rest } = ferry()
  const { say: _say, ...others } = acts!
  return {
    ...rest,
    article: {
      ...article,
      text: FIRST_TEXT.replace(' It sank, say people.', '').replace('Two', 'Today: Two'),
    },
    acts: others,
    statements: statements.slice(0, 2),
  }
}

interface Ids {
  readonly article: string
  readonly versions: readonly string[]
  readonly leave: string
  readonly sank: string
  readonly gone: string
}
let ids: Ids

const nodes = async (query: string, variables: Record<string, unknown> = {}) =>
  api.data<never>(query, variables)
const errors = async (query: string) =>
  (await api.ask(query)).errors?.map(({ message, extensions }) => ({ message, ...extensions }))
const codes = async (query: string) =>
  (await errors(query))?.map((error) => (error as { code?: unknown }).code)

beforeAll(async () => {
  await ingestArticle(graph.database, seedDocument())
  await ingestArticle(graph.database, ferry())
  const statements = 'statements { nodes { id } }'
  const { article } = (await nodes(`{ article(url: "${URL_OF_PAPER}") { id ${statements} } }`)) as {
    article: { id: string; statements: { nodes: { id: string }[] } }
  }
  const [leave, sank, gone] = article.statements.nodes.map(({ id }) => id)
  await ingestArticle(graph.database, editedFerry())
  const { article: edited } = (await nodes(`{ article(url: "${URL_OF_PAPER}") { versions { id } } }`)) as {
    article: { versions: { id: string }[] }
  }
  ids = {
    article: article.id,
    versions: edited.versions.map(({ id }) => id),
    leave: leave!,
    sank: sank!,
    gone: gone!,
  }
}, 120_000)

describe('records by id', () => {
  test('of every kind are found by node and nodes, under their own type', async () => {
    const { statement } = (await nodes(
      `query ($id: ID!) { statement(id: $id) {
        id article { id } articleVersion { id } claim { id } occasion { id } saidIn { id }
        speakers { id } chain(basis: [EXTERNAL]) { id by { id } to { id } }
      } }`,
      { id: ids.leave },
    )) as { statement: Record<string, never> }
    const one = statement as unknown as {
      article: { id: string }
      articleVersion: { id: string }
      claim: { id: string }
      occasion: { id: string }
      saidIn: { id: string }
      speakers: { id: string }[]
      chain: { id: string; by: { id: string }[] }[]
    }
    const wanted: [string, string][] = [
      [ids.leave, 'Statement'],
      [one.article.id, 'Article'],
      [one.articleVersion.id, 'ArticleVersion'],
      [one.claim.id, 'Claim'],
      [one.occasion.id, 'Occasion'],
      [one.saidIn.id, 'Place'],
      [one.speakers[0]!.id, 'Person'],
      [one.speakers[1]!.id, 'Group'],
      [one.chain[0]!.id, 'Hop'],
      [one.chain[0]!.by[0]!.id, 'Government'],
      [one.chain[1]!.id, 'Hop'],
      [one.chain[1]!.by[0]!.id, 'Outlet'],
    ]
    const unknown = ['art', 'ver', 'st', 'hop', 'ag', 'cl', 'oc', 'pl'].map(
      (prefix) => `${prefix}_${'0'.repeat(32)}`,
    )
    const list = await nodes('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
      ids: [...wanted.map(([id]) => id), ...unknown],
    })
    expect((list as { nodes: unknown }).nodes).toEqual([
      ...wanted.map(([id, type]) => ({ __typename: type, id })),
      ...unknown.map(() => null),
    ])
    for (const [id, type] of wanted)
      expect(await nodes(`{ node(id: "${id}") { __typename id ... on Agent { name } } }`)).toMatchObject({
        node: { __typename: type, id },
      })
    expect(await nodes(`{ node(id: "${unknown[3]}") { id } }`)).toEqual({ node: null })
  })

  test('that are malformed or of the wrong kind are errors, in every field that takes one', async () => {
    const claim = `cl_${'0'.repeat(32)}`
    for (const field of ['node', 'article', 'statement', 'claim', 'agent', 'occasion', 'trace'])
      for (const wrong of ['42', '', 'st_0', `xx_${'0'.repeat(32)}`, `st_${'G'.repeat(32)}`, ` ${claim}`])
        expect(await codes(`{ ${field}(id: "${wrong}") { __typename } }`)).toEqual(['INVALID_ID'])
    for (const field of ['article', 'statement', 'agent', 'occasion'])
      expect(await codes(`{ ${field}(id: "${claim}") { __typename } }`)).toEqual(['INVALID_ID'])
    expect(await codes(`{ claim(id: "${ids.leave}") { id } }`)).toEqual(['INVALID_ID'])
    expect(await codes(`{ nodes(ids: ["${claim}", "x"]) { id } }`)).toEqual(['INVALID_ID'])
    expect(await codes(`{ nodes(ids: [${`"${claim}",`.repeat(101)}]) { id } }`)).toEqual(['PAGE_TOO_LARGE'])
    for (const field of ['article', 'statement', 'claim', 'agent', 'occasion']) {
      const prefix = { article: 'art', statement: 'st', claim: 'cl', agent: 'ag', occasion: 'oc' }[field]
      expect(await nodes(`{ ${field}(id: "${prefix}_${'0'.repeat(32)}") { id } }`)).toEqual({ [field]: null })
    }
  })
})

describe('an agent', () => {
  const named = async (name: string) =>
    (
      (await nodes('query ($name: String) { agent(name: $name) { __typename name } }', { name })) as {
        agent: unknown
      }
    ).agent

  test('is found by its whole name or alias, letter case aside, and never if unnamed', async () => {
    for (const name of ['Ana Ruiz', 'ana ruiz', 'A. RUIZ', 'señora ruiz', 'SEN\u0303ORA RUIZ', ' Ana Ruiz '])
      expect(await named(name)).toEqual({ __typename: 'Person', name: 'Ana Ruiz' })
    for (const name of ['Ana', 'Senora Ruiz', 'Two officials', 'people', 'officials', '', '*'])
      expect(await named(name)).toBeNull()
  })

  test('whose name others bear is an error that lists them', async () => {
    const [error] = (await errors('{ agent(name: "port AUTHORITY") { id } }')) as unknown as {
      code: string
      candidates: { kind: string; name: string; id: string }[]
    }[]
    expect(error).toMatchObject({ code: 'AMBIGUOUS_NAME' })
    expect(error!.candidates.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
      'OFFICE Port Authority',
      'ORGANIZATION Port Authority',
    ])
    for (const { id, kind } of error!.candidates)
      expect(await nodes(`{ agent(id: "${id}") { __typename } }`)).toEqual({
        agent: { __typename: kind === 'OFFICE' ? 'Office' : 'Organization' },
      })
  })

  test('is found by an address that stands for it, however it is written', async () => {
    for (const address of ['https://www.wikidata.org/wiki/Q2', 'http://www.wikidata.org/wiki/Q2/#sitelinks'])
      expect(await nodes(`{ agent(sameAs: "${address}") { name sameAs } }`)).toEqual({
        agent: { name: 'Ana Ruiz', sameAs: ['https://www.wikidata.org/wiki/Q2'] },
      })
    expect(await nodes('{ agent(sameAs: "https://www.wikidata.org/wiki/Q3") { name } }')).toEqual({
      agent: null,
    })
  })

  test('is asked for in exactly one way', async () => {
    expect(await codes('{ agent { id } }')).toEqual(['INVALID_ARGUMENTS'])
    expect(await codes('{ agent(name: "a", sameAs: "https://a.org") { id } }')).toEqual(['INVALID_ARGUMENTS'])
    expect(await codes('{ agent(name: null) { id } }')).toEqual(['INVALID_ARGUMENTS'])
    expect(await codes('{ article { id } }')).toEqual(['INVALID_ARGUMENTS'])
  })

  test('says for whom it speaks, of what it is part and which roles it held', async () => {
    expect(
      await nodes(`{ agent(name: "Ana Ruiz") {
        aliases description speaksFor { name partOf { __typename name } } recorded { method }
        ... on Person { roles { title of { name } held { edtf earliest latest } } }
      } }`),
    ).toEqual({
      agent: {
        aliases: ['A. Ruiz', 'Señora Ruiz'],
        description: 'Speaks for the port.',
        speaksFor: [
          { name: 'Port Authority', partOf: [{ __typename: 'Government', name: 'Government of Portugal' }] },
        ],
        recorded: { method: 'MANUAL' },
        roles: [
          {
            title: 'Spokeswoman',
            of: { name: 'Port Authority' },
            held: { edtf: '2024/..', earliest: '2024-01-01', latest: null },
          },
        ],
      },
    })
  })

  test('that is unnamed says why, how many, and where', async () => {
    expect(
      await nodes(`{ agents(filter: { kind: [UNNAMED], text: "two off" }) { nodes {
        name ... on Unnamed { reason size descriptor article { url } } statements { nodes { text } }
      } } }`),
    ).toEqual({
      agents: {
        nodes: [
          {
            name: 'Two officials',
            reason: 'ANONYMOUS',
            size: 2,
            descriptor: 'officials',
            article: { url: URL_OF_PAPER },
            statements: { nodes: [{ text: 'the ferry sank' }] },
          },
        ],
      },
    })
    expect(
      await nodes(
        '{ agents(filter: { kind: [UNNAMED], text: "reported progress" }) { nodes { ... on Unnamed { reason size } } } }',
      ),
    ).toEqual({ agents: { nodes: [{ reason: 'UNSPECIFIED', size: null }] } })
  })
})

describe('an article', () => {
  test('is found by any spelling of its address', async () => {
    for (const address of [
      URL_OF_PAPER,
      'http://paper.example.org/2025/ferry/?id=7',
      'https://PAPER.example.org:443/2025/x/../ferry?utm_source=feed&id=7&fbclid=1#top',
    ])
      expect(await nodes('query ($url: URL) { article(url: $url) { id } }', { url: address })).toEqual({
        article: { id: ids.article },
      })
    expect(await nodes('{ article(url: "https://paper.example.org/2025/ferry") { id } }')).toEqual({
      article: null,
    })
    expect(await codes('{ article(url: "ftp://paper.example.org/") { id } }')).toEqual(['BAD_USER_INPUT'])
  })

  test('has its authors, credits and versions', async () => {
    expect(
      await nodes(`{ article(id: "${ids.article}") {
        url outlet { name } language byline authors { name }
        credits { text agent { name } span { exact part } }
        published { edtf } version { id number } versions { number title length modified { edtf } retrievedAt }
      } }`),
    ).toEqual({
      article: {
        url: URL_OF_PAPER,
        outlet: { name: 'The Harbour Paper' },
        language: 'en',
        byline: 'By Bo Lee',
        authors: [{ name: 'Bo Lee' }],
        credits: [
          {
            text: 'Reporting by Bo Lee',
            agent: { name: 'Bo Lee' },
            span: { exact: 'Reporting by Bo Lee', part: 'TEXT' },
          },
          { text: '(Newswire)', agent: { name: 'Newswire' }, span: null },
        ],
        published: { edtf: '2025-06-02' },
        version: { id: ids.versions[1], number: 2 },
        versions: [1, 2].map((number) => ({
          number,
          title: 'The ferry sank',
          length: [...(number === 1 ? FIRST_TEXT : editedFerry().article.text!)].length,
          modified: { edtf: '2025-06-03T10:00:00Z' },
          retrievedAt: '2025-06-03T22:00:00.000Z',
        })),
      },
    })
  })

  test('that was only cited is known by its address alone and stands in no list', async () => {
    expect(
      await nodes(`{
        article(url: "https://wire.example.org/1") {
          url language outlet { id } version { id } versions { id } statements { totalCount } published { precision }
        }
        articles { totalCount }
      }`),
    ).toEqual({
      article: {
        url: 'https://wire.example.org/1',
        language: 'und',
        outlet: null,
        version: null,
        versions: [],
        statements: { totalCount: 0 },
        published: { precision: 'UNKNOWN' },
      },
      articles: { totalCount: 2 },
    })
  })
})

describe('a statement', () => {
  const spans = async (id: string, version: string | null) =>
    (
      (await nodes(
        'query ($id: ID!, $version: ID) { statement(id: $id) { content(version: $version) { start end exact prefix suffix } quoted(version: $version) { exact } } }',
        { id, version },
      )) as { statement: { content: { start: number; end: number; exact: string }[]; quoted: unknown[] } }
    ).statement

  test('stands in each version where that version has it, in code points', async () => {
    const texts = [FIRST_TEXT, editedFerry().article.text!].map((text) => [...text])
    const [first, second] = [await spans(ids.sank, ids.versions[0]!), await spans(ids.sank, ids.versions[1]!)]
    for (const [index, { content }] of [first, second].entries()) {
      const [{ start, end, exact }] = content as [{ start: number; end: number; exact: string }]
      expect(texts[index]!.slice(start, end).join('')).toBe(exact)
    }
    expect(second.content[0]!.start - first.content[0]!.start).toBe('Today: '.length)
    // The newest unless asked for; nowhere in a version that is not its article's.
    expect(await spans(ids.sank, null)).toEqual(second)
    expect((await spans(ids.leave, null)).quoted).toEqual([{ exact: 'We leave 🚢 on Monday' }])
    expect(await spans(ids.sank, `ver_${'0'.repeat(32)}`)).toEqual({ content: [], quoted: [] })
    expect(
      await codes(`{ statement(id: "${ids.sank}") { content(version: "${ids.article}") { start } } }`),
    ).toEqual(['INVALID_ID'])
  })

  test('that the newest version no longer has shows by its id alone, with its status', async () => {
    expect(
      await nodes(`{
        statement(id: "${ids.gone}") { text status articleVersion { number } content { exact } chain { mode } }
        article(id: "${ids.article}") {
          shown: statements { nodes { id } }
          hidden: statements(filter: { status: [SUPERSEDED] }) { nodes { id } }
        }
      }`),
    ).toEqual({
      statement: {
        text: 'It sank',
        status: 'SUPERSEDED',
        articleVersion: { number: 1 },
        content: [{ exact: 'It sank' }],
        chain: [{ mode: 'PUBLICATION' }],
      },
      article: {
        shown: { nodes: [{ id: ids.leave }, { id: ids.sank }] },
        hidden: { nodes: [{ id: ids.gone }] },
      },
    })
  })

  test('has speakers, those they speak for, a place and how it is known, and what it speaks of', async () => {
    expect(
      await nodes(`{ statement(id: "${ids.leave}") {
        speaker { name } speakers { __typename name } onBehalfOf { name } said { edtf basis }
        saidIn { name sameAs } saidInBasis occasion { label when { edtf } place { name } statements { totalCount } }
        timesSpokenOf { phrase precision } confidence
      } }`),
    ).toEqual({
      statement: {
        speaker: { name: 'Ana Ruiz' },
        speakers: [
          { __typename: 'Person', name: 'Ana Ruiz' },
          { __typename: 'Group', name: 'The sailors' },
        ],
        onBehalfOf: [{ name: 'Port Authority' }],
        said: { edtf: '2025-06-01', basis: 'EXTERNAL' },
        saidIn: { name: 'Porto', sameAs: ['https://www.wikidata.org/wiki/Q36433'] },
        saidInBasis: 'INFERRED',
        occasion: {
          label: 'The briefing',
          when: { edtf: '2025-06-01' },
          place: { name: 'Porto' },
          statements: { totalCount: 1 },
        },
        timesSpokenOf: [{ phrase: 'on Monday', precision: 'UNKNOWN' }],
        confidence: null,
      },
    })
  })

  test('has a chain that is never empty, and shows hops known from elsewhere if asked', async () => {
    const chain = async (basis: string) =>
      (
        (await nodes(
          `{ statement(id: "${ids.leave}") { chain${basis} { mode basis by { name } to { name } cites { url } printedIn { id } } } }`,
        )) as { statement: { chain: { mode: string; basis: string; by: { name: string }[] }[] } }
      ).statement.chain.map(({ by }) => by.map(({ name }) => name).join('+'))
    const [said, external, wire, printing] = [
      'Ana Ruiz+The sailors',
      'Government of Portugal',
      'Newswire',
      'The Harbour Paper',
    ]
    expect(await chain('')).toEqual([said, wire, printing])
    expect(await chain('(basis: null)')).toEqual([said, wire, printing])
    expect(await chain('(basis: [STATED, INFERRED, EXTERNAL])')).toEqual([said, external, wire, printing])
    expect(await chain('(basis: [EXTERNAL])')).toEqual([external, printing])
    expect(await chain('(basis: [INFERRED])')).toEqual([printing])
    // Nobody has accepted it yet.
    expect(await nodes(`{ statement(id: "${ids.leave}") { chain(basis: [EXTERNAL]) { status } } }`)).toEqual({
      statement: { chain: [{ status: 'PROPOSED' }, { status: 'ACCEPTED' }] },
    })
    expect(await chain('(basis: [])')).toEqual([printing])
    // Known from elsewhere, it changes neither who speaks nor through whom it came.
    expect(
      await nodes(
        '{ agent(name: "Government of Portugal") { statements { totalCount } relayed { totalCount } } }',
      ),
    ).toEqual({ agent: { statements: { totalCount: 0 }, relayed: { totalCount: 0 } } })
    expect(await nodes('{ agent(name: "Newswire") { relayed { nodes { id } } } }')).toEqual({
      agent: { relayed: { nodes: [{ id: ids.leave }] } },
    })
  })

  test('says what it revises, supports and answers, and who answers it', async () => {
    expect(
      await nodes(`{
        sank: statement(id: "${ids.sank}") {
          revises { id } revisedBy { id } supports { id }
          respondsTo { stance from { id } to { __typename id ... on Claim { text } } }
        }
        leave: statement(id: "${ids.leave}") { revisedBy { id } responses { stance from { id } to { id } } few: responses(first: 0) { stance } }
        gone: statement(id: "${ids.gone}") { supports { id } }
      }`),
    ).toMatchObject({
      sank: {
        revises: [{ id: ids.leave }],
        revisedBy: [],
        supports: [],
        respondsTo: [
          { stance: 'REJECTS', from: { id: ids.sank }, to: { __typename: 'Statement', id: ids.leave } },
          {
            stance: 'ENDORSES',
            from: { id: ids.sank },
            to: { __typename: 'Claim', text: 'Nobody was hurt.' },
          },
        ],
      },
      leave: {
        revisedBy: [{ id: ids.sank }],
        // The question was superseded, so it no longer shows as an answer.
        responses: [{ stance: 'REJECTS', from: { id: ids.sank }, to: { id: ids.leave } }],
        few: [],
      },
      gone: { supports: [{ id: ids.sank }] },
    })
  })
})

describe('a hop', () => {
  test('that is a printing is found by its id, with the article', async () => {
    const { statement } = (await nodes(
      `{ statement(id: "${ids.sank}") { chain { id mode cueStance } } }`,
    )) as unknown as { statement: { chain: { id: string }[] } }
    const [said, printing] = statement.chain
    expect(printing!.id).toBe(ids.versions[1]!.replace('ver_', 'hop_'))
    expect(
      await nodes(`{ node(id: "${printing!.id}") { ... on Hop {
        mode basis status by { name } to { name } said { edtf } source { exact } cue { exact } printedIn { id }
        cites { id } annotatedIn { id }
      } } }`),
    ).toEqual({
      node: {
        mode: 'PUBLICATION',
        basis: 'STATED',
        status: 'ACCEPTED',
        by: [{ name: 'The Harbour Paper' }],
        to: [],
        said: { edtf: '2025-06-02' },
        source: [],
        cue: [],
        printedIn: { id: ids.article },
        cites: null,
        annotatedIn: { id: ids.versions[1] },
      },
    })
    expect(
      await nodes(
        `{ node(id: "${said!.id}") { ... on Hop { cueStance source { exact } cue { exact } printedIn { id } } } }`,
      ),
    ).toEqual({
      node: {
        cueStance: 'DISTANCING',
        source: [{ exact: 'Two officials' }],
        cue: [{ exact: 'said' }],
        printedIn: null,
      },
    })
  })
})

describe('a claim', () => {
  test('has its sources, each agent once for each role', async () => {
    const sources = async (args: string) =>
      (
        (await nodes(
          `{ claims(filter: { text: "leaves on a monday" }) { nodes { sources${args} { totalCount nodes { role statementCount agent { name } firstStatement { id } } } } } }`,
        )) as unknown as {
          claims: {
            nodes: { sources: { totalCount: number; nodes: { role: string; agent: { name: string } }[] } }[]
          }
        }
      ).claims.nodes[0]!.sources
    const all = await sources('')
    expect(all.totalCount).toBe(4)
    expect(all.nodes.map(({ role, agent }) => `${role} ${agent.name}`).sort()).toEqual([
      'PUBLISHER The Harbour Paper',
      'RELAY Newswire',
      'SPEAKER Ana Ruiz',
      'SPEAKER The sailors',
    ])
    expect(all.nodes[0]).toMatchObject({ statementCount: 1, firstStatement: { id: ids.leave } })
    expect((await sources('(role: [RELAY, PUBLISHER])')).totalCount).toBe(2)
    expect(await sources('(role: [])')).toEqual({ totalCount: 0, nodes: [] })
  })
})
