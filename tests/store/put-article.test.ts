import { afterEach, describe, expect, test } from '@jest/globals'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { checkGraph } from '../../src/store/check-graph.ts'
import type { Database } from '../../src/store/database.ts'
import { type PutCount, putArticle } from '../../src/store/put-article.ts'
import { type JsonObject, planOf } from '../ingest/small-document.ts'
import { useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { currentFactsOf, dumpOf } from './graph-dump.ts'
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

const ingest = async (document: Document) =>
  (await ingestArticle(graph.database, document, { now: () => clock.now })).counts
const brokenRules = async () => (await checkGraph(graph.database)).filter(({ found }) => found > 0)

afterEach(async () => {
  const broken = await brokenRules()
  await graph.empty()
  expect(broken).toEqual([])
})

/** The counts that are not zero: kind, created, known, changed, withdrawn. */
const told = (counts: readonly PutCount[]) =>
  Object.fromEntries(
    counts
      .map(({ kind, created, known, changed, withdrawn }) => [kind, { created, known, changed, withdrawn }])
      .map(([kind, row]) => [kind, Object.fromEntries(Object.entries(row!).filter(([, n]) => n > 0))])
      .filter(([, row]) => Object.keys(row as object).length > 0),
  )

const knownOnly = (counts: readonly PutCount[]) =>
  counts.every(({ created, changed, withdrawn }) => created + changed + withdrawn === 0)

describe('the same document again', () => {
  test.each<[string, () => Document]>([
    ['the paper', paper],
    ['the wire', wire],
    ['the mail', mail],
  ])('changes nothing: %s', async (_, document) => {
    await ingest(document())
    const before = await dumpOf(graph)
    clock.now = new Date(clock.now.getTime() + 60_000)
    expect(knownOnly(await ingest(document()))).toBe(true)
    expect(await dumpOf(graph)).toEqual(before)
  })

  test('changes nothing where other articles say other things of the same agents and claims', async () => {
    const documents = [paper(), wire(), mail()]
    for (const document of documents) await ingest(document)
    const before = await dumpOf(graph)
    for (const document of documents) expect(knownOnly(await ingest(document))).toBe(true)
    expect(await dumpOf(graph)).toEqual(before)
  })

  test('changes nothing where it is that of an older version', async () => {
    for (const document of [paper(), laterPaper(), mail()]) await ingest(document)
    const before = await dumpOf(graph)
    for (const document of [paper(), laterPaper()]) expect(knownOnly(await ingest(document))).toBe(true)
    expect(await dumpOf(graph)).toEqual(before)
  })

  test('changes nothing in another order of statements, agents, acts and claims', async () => {
    await ingest(paper())
    const before = await dumpOf(graph)
    const turned = edited(paper(), (document) => {
      document.statements.reverse()
      for (const section of ['agents', 'acts', 'claims'])
        document[section] = Object.fromEntries(Object.entries(document[section]!).reverse())
    })
    expect(knownOnly(await ingest(turned))).toBe(true)
    expect(await dumpOf(graph)).toEqual(before)
  })

  test('several times at once stores it once', async () => {
    // How many facts there are, past ones included: nothing was begun and ended in between either.
    const facts = () => graph.cypher('MATCH (:Record)-[e]->() RETURN count(e) AS facts')
    await ingest(wire())
    await ingest(paper())
    const alone = [await facts(), await currentFactsOf(graph)]
    await graph.empty()
    await ingest(wire())
    const receipts = await Promise.all(Array.from({ length: 6 }, () => ingest(paper())))
    expect(receipts.filter(knownOnly)).toHaveLength(5)
    expect([await facts(), await currentFactsOf(graph)]).toEqual(alone)
  })
})

describe('documents that share agents, claims, occasions and places', () => {
  const orders = permutations([paper, wire, mail])

  test('give the same graph in every order, and at once', async () => {
    const graphs: string[][] = []
    for (const order of orders) {
      for (const document of order) await ingest(document())
      expect(await brokenRules()).toEqual([])
      graphs.push(await currentFactsOf(graph))
      await graph.empty()
    }
    for (const other of graphs) expect(other).toEqual(graphs[0])
    await Promise.all([paper, wire, mail, paper, mail].map((document) => ingest(document())))
    expect(await currentFactsOf(graph)).toEqual(graphs[0])
  })

  test('are told from all of them: names, spellings, addresses, words', async () => {
    for (const document of [mail(), paper(), wire()]) await ingest(document)
    const data = await api.data(
      `{ ruiz: agent(name: "ruiz") { name aliases description ... on Person { roles { title of { name } } } }
         port: agent(name: "THE PORT") { name }
         wire: agent(sameAs: "https://www.wikidata.org/wiki/Q1") { __typename sameAs }
         claims(filter: { text: "the ferry sank." }, orderBy: FIRST_PUBLISHED_DESC) { edges { node { text statements(orderBy: SAID_ASC) { totalCount } } } } }`,
    )
    expect(data).toEqual({
      ruiz: {
        name: 'Ana Ruiz',
        aliases: ['Ruiz'],
        description: 'Harbour master',
        roles: [{ title: 'Harbour master', of: { name: 'Port Authority' } }],
      },
      port: { name: 'Port Authority' },
      wire: { __typename: 'Outlet', sameAs: ['https://www.wikidata.org/wiki/Q1'] },
      claims: {
        edges: [
          { node: { text: 'It is wrong that the ferry sank.', statements: { totalCount: 1 } } },
          { node: { text: 'The ferry sank.', statements: { totalCount: 5 } } },
        ],
      },
    })
  })

  test('a claim named by its key alone shows the key, until a document brings its words to every copy', async () => {
    await ingest(paper())
    const copies = () => graph.cypher('MATCH (s:Statement {text: "It sank"}) RETURN s.claim AS claim')
    expect(await copies()).toEqual([{ claim: 'sank' }])
    await ingest(wire())
    expect(await copies()).toEqual([{ claim: 'The ferry sank.' }])
    await ingest(paper())
    expect(await copies()).toEqual([{ claim: 'The ferry sank.' }])
  })
})

test('an agent that no article describes any more leaves lists, look-up and search, and reads by its id', async () => {
  const misspelt = paper()
  const { agents } = misspelt as unknown as { agents: Record<string, { name: string }> }
  agents.ruiz!.name = 'Ana Rius'
  await ingest(misspelt)
  const look = () =>
    api.data<{
      agent: { id: string } | null
      agents: { totalCount: number; nodes: { name: string }[] }
      search: { edges: unknown[] }
    }>(`{ agent(name: "Ana Rius") { id } agents { totalCount nodes { name } }
      search(text: "Rius", kinds: [AGENT]) { edges { cursor } } }`)
  const before = await look()
  await ingest(paper())
  const after = await look()
  expect(before.agents.nodes).toContainEqual({ name: 'Ana Rius' })
  expect(before.search.edges).toHaveLength(1)
  expect(after.agent).toBeNull()
  expect(after.agents.nodes).not.toContainEqual({ name: 'Ana Rius' })
  expect(after.agents.totalCount).toBe(after.agents.nodes.length)
  expect(after.search.edges).toEqual([])
  const byId = await api.data(`{ agent(id: "${before.agent!.id}") { name } }`)
  expect(byId).toEqual({ agent: { name: 'Ana Rius' } })
  await ingest(misspelt)
  expect((await look()).agent).toEqual(before.agent)
})

describe('an article that is only cited', () => {
  const QUERY = `query ($url: URL!) {
    article(url: $url) { url outlet { name } version { number } versions { number } statements { totalCount } }
    articles { totalCount edges { node { url } } }
    statements(filter: { text: "We leave on Monday" }) {
      edges { node { revises { text } chain { by { name } cites { url version { text } } } } }
    }
  }`
  type Told = {
    article: unknown
    articles: { totalCount: number; edges: { node: { url: string } }[] }
    statements: { edges: { node: { revises: unknown[]; chain: { cites: { version: unknown } | null }[] } }[] }
  }

  test('is known by its address, stands in no list, and is completed by its document', async () => {
    await ingest(paper())
    const before = await api.data<Told>(QUERY, { url: WIRE_URL })
    expect(before.article).toEqual({
      url: WIRE_URL,
      outlet: null,
      version: null,
      versions: [],
      statements: { totalCount: 0 },
    })
    expect(before.articles.edges.map(({ node }) => node.url)).toEqual([PAPER_URL])
    expect(before.articles.totalCount).toBe(1)
    const [statement] = before.statements.edges
    expect(statement!.node.revises).toEqual([])
    expect(statement!.node.chain[1]!.cites).toEqual({ url: WIRE_URL, version: null })

    const counts = await ingest(wire())
    expect(told(counts).Article).toEqual({ changed: 1 })
    const after = await api.data<Told>(QUERY, { url: WIRE_URL })
    expect(after.article).toMatchObject({
      outlet: { name: expect.stringMatching(/newswire/i) },
      version: { number: 1 },
      versions: [{ number: 1 }],
      statements: { totalCount: 2 },
    })
    expect(after.articles.totalCount).toBe(2)
    expect(after.statements.edges[0]!.node.revises).toEqual([{ text: 'We leave on Friday' }])
    expect(after.statements.edges[0]!.node.chain[1]!.cites!.version).not.toBeNull()
  })

  test('a statement that was referred to before is recorded by its own document, and once', async () => {
    await ingest(paper())
    clock.now = new Date('2025-07-02T00:00:00.000Z')
    await ingest(wire())
    const found = await api.data<{ statements: { edges: { node: object }[] } }>(
      '{ statements(filter: { text: "We leave on Friday" }) { edges { node { recorded { by at method } } } } }',
    )
    expect(found.statements.edges).toEqual([
      { node: { recorded: { by: 'A machine', at: '2025-07-02T00:00:00.000Z', method: 'EXTRACTED' } } },
    ])
    await ingest(edited(wire(), (document) => (document.statements[0]!.speechAct = 'PROMISE')))
    const states = await graph.cypher(
      `MATCH (:Statement {text: "We leave on Friday"})-[:HAS_STATE]->(s)
       RETURN s.speechAct AS act, s.to < "9999" AS past ORDER BY s.from`,
    )
    expect(states).toEqual([
      { act: 'ASSERT', past: true },
      { act: 'PROMISE', past: false },
    ])
  })

  test('says no less once a citation of it comes after its document', async () => {
    await ingest(wire())
    const before = await api.data<Told>(QUERY, { url: WIRE_URL })
    expect(told(await ingest(mail())).Article).toEqual({ created: 2, known: 1 })
    expect((await api.data<Told>(QUERY, { url: WIRE_URL })).article).toEqual(before.article)
  })
})

describe('what an article was taken from', () => {
  const OTHER = 'https://other.example/ferry'
  /** Every derivation of the paper, past ones with the end of their interval. */
  const derivations = () =>
    graph.cypher(
      `MATCH (:Article {url: $url})-[taken:DERIVED_FROM]->(source:Article)
       RETURN source.url AS source, taken.basis AS basis, taken.phrase AS phrase, taken.phraseStarts AS starts,
         taken.to < '9999' AS past ORDER BY taken.from, taken.position`,
      { url: PAPER_URL },
    )
  const takenFrom = (document: Document, ...derivedFrom: JsonObject[]) =>
    edited(document, ({ article }) => {
      article!.derivedFrom = derivedFrom
    })
  const wireWords = { article: { url: WIRE_URL }, phrase: ['told Newswire', 'said'] }

  test('is a fact: stored, changed, withdrawn; an older version sent again brings nothing back', async () => {
    const counts = await ingest(takenFrom(paper(), wireWords, { article: { url: OTHER }, basis: 'INFERRED' }))
    // The paper, the wire, which it cites too, and one more that is known by its address.
    expect(told(counts).Article).toEqual({ created: 3 })
    const stated = { source: WIRE_URL, basis: 'STATED', phrase: 'told Newswire … said', starts: [31, 60] }
    const inferred = { source: OTHER, basis: 'INFERRED', phrase: null, starts: [] }
    expect(await derivations()).toEqual([
      { ...stated, past: false },
      { ...inferred, past: false },
    ])
    expect(
      await api.data(`{ article(url: "${OTHER}") { url version { id } } articles { totalCount } }`),
    ).toEqual({
      article: { url: OTHER, version: null },
      articles: { totalCount: 1 },
    })

    const changed = takenFrom(paper(), { ...wireWords, basis: 'EXTERNAL' })
    expect(told(await ingest(changed))).toMatchObject({ Article: { changed: 1 }, Statement: { known: 4 } })
    expect(knownOnly(await ingest(changed))).toBe(true)
    expect(told(await ingest(laterPaper())).Article).toMatchObject({ changed: 1 })
    const history = [
      { ...stated, past: true },
      { ...inferred, past: true },
      { ...stated, basis: 'EXTERNAL', past: true },
    ]
    expect(await derivations()).toEqual(history)
    await ingest(takenFrom(paper(), wireWords))
    expect(await derivations()).toEqual(history)
  })

  test('may come before or after it', async () => {
    const [copy, source] = [takenFrom(paper(), wireWords), wire()]
    const graphs: string[][] = []
    for (const order of [
      [copy, source],
      [source, copy],
    ]) {
      for (const document of order) await ingest(document)
      graphs.push(await currentFactsOf(graph))
      await graph.empty()
    }
    expect(graphs[0]).toEqual(graphs[1])
  })
})

describe('recorded instants', () => {
  const instants = async () => {
    const rows = await graph.cypher<{ at: string }>(
      'MATCH (:Record)-[:HAS_STATE]->(s) RETURN DISTINCT s.from AS at ORDER BY at',
    )
    return rows.map(({ at }) => at)
  }

  test('strictly increase where the clock stands still and where it runs back', async () => {
    clock.now = new Date('2025-07-01T12:00:00.000Z')
    await ingest(paper())
    await ingest(wire())
    await ingest(wire())
    clock.now = new Date('2025-06-01T00:00:00.000Z')
    await ingest(mail())
    clock.now = new Date('2025-07-01T12:00:00.001Z')
    await ingest(edited(paper(), EDITS['another claim']!))
    expect(await instants()).toEqual([
      '2025-07-01T12:00:00.000Z',
      '2025-07-01T12:00:00.001Z',
      '2025-07-01T12:00:00.002Z',
      '2025-07-01T12:00:00.003Z',
    ])
  })

  test('a reader sees an acknowledged write at once, whatever either clock says', async () => {
    const count = async () =>
      (await api.data<{ statements: { totalCount: number } }>('{ statements { totalCount } }')).statements
        .totalCount
    clock.now = new Date('2150-01-01T00:00:00.000Z')
    await ingest(paper())
    clock.now = new Date('2001-01-01T00:00:00.000Z')
    expect(await count()).toBe(4)
    await ingest(wire())
    expect(await count()).toBe(6)
  })
})

describe('all or nothing', () => {
  test('a fault at any query of the transaction leaves the graph as it was', async () => {
    await ingest(paper())
    const before = await dumpOf(graph)
    const plan = planOf(laterPaper())
    for (let fatal = 1; ; fatal++) {
      const faulty = throwingAt(graph.database, fatal)
      const outcome = await putArticle(faulty, plan, { now: () => clock.now }).catch((error) => error.message)
      if (outcome !== 'pulled the plug') {
        // Past the last query, nothing is in the way any more.
        expect(fatal).toBeGreaterThan(12)
        break
      }
      expect(await dumpOf(graph)).toEqual(before)
    }
    expect(await dumpOf(graph)).not.toEqual(before)
  })
})

describe('the receipt', () => {
  test('counts what a first document creates, and what it adds to what others have told', async () => {
    expect(told(await ingest(paper()))).toEqual({
      Article: { created: 2 },
      ArticleVersion: { created: 1 },
      Statement: { created: 4 },
      Attribution: { created: 3 },
      Agent: { created: 5 },
      Claim: { created: 3 },
      Occasion: { created: 1 },
      Place: { created: 1 },
    })
    const counts = told(await ingest(wire()))
    expect(counts).toMatchObject({
      Article: { changed: 1 },
      ArticleVersion: { created: 1 },
      Statement: { created: 2 },
      Attribution: { created: 1 },
      Claim: { changed: 2 },
    })
  })

  // What the document does not touch is known: 4 statements, 3 acts, 5 agents, 3 claims.
  test.each([
    ['another speaker', { Statement: { known: 3, changed: 1 }, Attribution: { known: 2, changed: 1 } }],
    ['another wording of a claim', { Statement: { known: 4 }, Claim: { known: 2, changed: 1 } }],
    // The statement was also the first of its claim.
    ['a statement left out', { Statement: { known: 3, withdrawn: 1 }, Claim: { known: 2, changed: 1 } }],
    ['another claim', { Statement: { known: 3, changed: 1 }, Claim: { created: 1, known: 2, changed: 1 } }],
    [
      'another day of publication',
      {
        Article: { known: 1, changed: 1 },
        ArticleVersion: { changed: 1 },
        Statement: { changed: 4 },
        Claim: { changed: 3 },
      },
    ],
    ['another word of an agent', { Statement: { known: 4 }, Agent: { known: 4, changed: 1 } }],
    [
      'the relay dropped',
      {
        Article: { known: 1 },
        Statement: { known: 3, changed: 1 },
        Attribution: { known: 1, changed: 1, withdrawn: 1 },
      },
    ],
    ['taken from a report', { Article: { known: 1, changed: 1 }, Statement: { known: 4 } }],
    ['still a proposal', { Statement: { known: 3, changed: 1 }, Attribution: { known: 2, changed: 1 } }],
  ])('counts %s, and its undoing', async (edit, expected) => {
    await ingest(paper())
    const before = await currentFactsOf(graph)
    expect(told(await ingest(edited(paper(), EDITS[edit]!)))).toMatchObject(expected)
    expect(await brokenRules()).toEqual([])
    expect(knownOnly(await ingest(edited(paper(), EDITS[edit]!)))).toBe(true)
    const undone = await ingest(paper())
    expect(knownOnly(undone)).toBe(false)
    // What is undone holds again; only what the edit alone brought is left over, withdrawn.
    const after = new Set(await currentFactsOf(graph))
    expect(before.filter((fact) => !after.has(fact))).toEqual([])
  })

  test('counts a new version: what it keeps is changed, what it no longer says is withdrawn', async () => {
    await ingest(paper())
    expect(told(await ingest(laterPaper()))).toMatchObject({
      Article: { known: 1, changed: 1 },
      ArticleVersion: { created: 1 },
      Statement: { created: 1, changed: 2, withdrawn: 2 },
      Attribution: { changed: 2, withdrawn: 1 },
      Claim: { created: 1 },
    })
  })
})

describe('what a document withdraws', () => {
  const FIND = `query ($text: String!, $status: [StatementStatus!]) {
    shown: statements(filter: { text: $text }) { totalCount }
    asked: statements(filter: { text: $text, status: $status }) { totalCount edges { node { id status } } }
    search(text: $text, kinds: [STATEMENT]) { edges { node { __typename } } }
    claims(filter: { text: $text }) { totalCount edges { node { id } } }
    of: claims(filter: { text: $text, statement: { status: $status } }) { totalCount }
    paper: agent(name: "The Harbour Paper") { statements(filter: { text: $text }) { totalCount } }
    article(url: "${PAPER_URL}") { statements(filter: { text: $text }) { totalCount } }
  }`
  type Found = {
    shown: { totalCount: number }
    asked: { totalCount: number; edges: { node: { id: string; status: string } }[] }
    search: { edges: unknown[] }
    claims: { totalCount: number; edges: { node: { id: string } }[] }
    of: { totalCount: number }
    paper: { statements: { totalCount: number } }
    article: { statements: { totalCount: number } }
  }

  test.each<[string, string, Document]>([
    [
      'REJECTED',
      'a newer annotation of the same text leaves it out',
      edited(paper(), (document) => document.statements.splice(2, 1)),
    ],
    [
      'SUPERSEDED',
      'a newer version of the article no longer says it',
      edited(laterPaper(), (document) => {
        document.article!.text = 'Ana Ruiz told Newswire: “We leave on Monday.” Nobody was hurt.'
        document.statements.splice(1, 1)
      }),
    ],
  ])('is %s where %s', async (status, _, document) => {
    const text = 'The ferry sank in May'
    await ingest(paper())
    const before = await api.data<Found>(FIND, { text, status: [status] })
    expect(before).toMatchObject({
      shown: { totalCount: 1 },
      asked: { totalCount: 0 },
      claims: { totalCount: 1 },
      of: { totalCount: 0 },
      paper: { statements: { totalCount: 1 } },
      article: { statements: { totalCount: 1 } },
    })
    expect(before.search.edges).toHaveLength(1)

    await ingest(document)
    const after = await api.data<Found>(FIND, { text, status: [status] })
    expect(after).toMatchObject({
      shown: { totalCount: 0 },
      asked: { totalCount: 1, edges: [{ node: { status } }] },
      search: { edges: [] },
      claims: { totalCount: 0 },
      of: { totalCount: 1 },
      paper: { statements: { totalCount: 0 } },
      article: { statements: { totalCount: 0 } },
    })
    const claim = before.claims.edges[0]!.node.id
    const byId = await api.data(
      `query ($statement: ID!, $claim: ID!) {
        statement(id: $statement) { status text claim { id } chain { mode } }
        claim(id: $claim) { text statements { totalCount } sources { totalCount } }
        trace(id: $statement) { statements { status } hops { mode } }
      }`,
      { statement: after.asked.edges[0]!.node.id, claim },
    )
    expect(byId).toEqual({
      statement: { status, text, claim: { id: claim }, chain: [{ mode: 'PUBLICATION' }] },
      claim: { text: 'The ferry sank in May.', statements: { totalCount: 0 }, sources: { totalCount: 0 } },
      trace: { statements: [{ status }], hops: [{ mode: 'PUBLICATION' }] },
    })
  })

  test('no longer shows among the links of a statement that stays', async () => {
    const links = () =>
      api.data(
        `{ may: statements(filter: { text: "The ferry sank in May" }) { edges { node { supports { text } } } }
           leave: statements(filter: { text: "We leave on Monday" }) { edges { node { revises { text } } } } }`,
      )
    const both = (supports: unknown[], revises: unknown[]) => ({
      may: { edges: [{ node: { supports } }] },
      leave: { edges: [{ node: { revises } }] },
    })
    await ingest(wire())
    await ingest(paper())
    expect(await links()).toEqual(both([{ text: 'the ferry sank' }], [{ text: 'We leave on Friday' }]))
    await ingest(
      edited(paper(), (document) => {
        delete statementOf(document, 'The ferry sank in May').supports
        delete statementOf(document, 'We leave on Monday').revises
      }),
    )
    expect(await links()).toEqual(both([], []))
  })

  test('comes back with the document that has it again', async () => {
    await ingest(paper())
    const before = await currentFactsOf(graph)
    await ingest(edited(paper(), EDITS['a statement left out']!))
    await ingest(paper())
    expect(await currentFactsOf(graph)).toEqual(before)
  })

  test('an older version sent again brings nothing back that the newest no longer says', async () => {
    await ingest(paper())
    await ingest(laterPaper())
    const before = await currentFactsOf(graph)
    await ingest(
      edited(paper(), (document) => {
        statementOf(document, 'We leave on Monday').speechAct = 'THREATEN'
        document.article!.published = '2025-05-01'
      }),
    )
    const rows = await graph.cypher(
      `MATCH (:Article {url: $url})<-[:VERSION_OF]-()<-[:ANCHORED_IN]-(n:Statement)-[:HAS_STATE]->(s {to: $forever})
       RETURN DISTINCT s.text AS text, s.status AS status, s.speechAct AS act ORDER BY text`,
      { url: PAPER_URL, forever: '9999-12-31T23:59:59.999Z' },
    )
    expect(rows).toEqual([
      { text: 'It sank', status: 'SUPERSEDED', act: 'ASSERT' },
      { text: 'Nobody was hurt', status: 'ACCEPTED', act: 'ASSERT' },
      { text: 'The ferry sank in May', status: 'ACCEPTED', act: 'ASSERT' },
      { text: 'We leave on Monday', status: 'ACCEPTED', act: 'COMMIT' },
      { text: 'the ferry sank', status: 'SUPERSEDED', act: 'ASSERT' },
    ])
    const data = await api.data(
      `{ article(url: "${PAPER_URL}") { published { edtf } version { number title } } }`,
    )
    expect(data).toEqual({
      article: {
        published: { edtf: '2025-06-02' },
        version: { number: 2, title: 'Ferry lost, nobody hurt' },
      },
    })
    await ingest(paper())
    expect(await currentFactsOf(graph)).toEqual(before)
  })
})

test('whole numbers are stored as INTEGER', async () => {
  await ingest(paper())
  const rows = await graph.cypher<{ types: string[] }>(
    `MATCH (s:StatementState), (:Statement)-[a:ANCHORED_IN]->(v:ArticleVersion)
     RETURN collect(DISTINCT valueType(s.order)) + collect(DISTINCT valueType(a.contentStarts))
       + collect(DISTINCT valueType(v.number)) AS types`,
  )
  expect(rows[0]!.types).toEqual(['INTEGER NOT NULL', 'LIST<INTEGER NOT NULL> NOT NULL', 'INTEGER NOT NULL'])
})

/** A database whose n-th query in a transaction throws, as when the connection breaks. */
function throwingAt(database: Database, fatal: number): Database {
  return {
    ...database,
    transaction: (work) =>
      database.transaction((transaction) => {
        let sent = 0
        return work({
          run: (query, parameters) => {
            if (++sent === fatal) throw new Error('pulled the plug')
            return transaction.run(query, parameters)
          },
        })
      }),
  }
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]]
  return items.flatMap((item, at) =>
    permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]),
  )
}
