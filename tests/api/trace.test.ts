import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { ArticleDocument, DocumentAct } from '../../src/ingest/article-document.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

const graph = useTestDatabase()
const api = useTestApi(graph)

const CLAIM = 'the-bridge-is-closed'
const addressOf = (name: string) => `https://${name}.example.org/story`

/**
 * An article that says the claim through as many hops as are given; each may cite other articles. The article may be
 * taken from others.
 */
function report(
  name: string,
  hops: readonly { readonly cites?: string; readonly basis?: DocumentAct['basis'] }[],
  claim: string = CLAIM,
  takenFrom: readonly { readonly name: string; readonly basis?: DocumentAct['basis'] }[] = [],
): ArticleDocument {
  const words = hops.map((_, place) => `source${place}x told${place}x`).join(', ')
  const acts = Object.fromEntries(
    hops.map(({ cites, basis }, place) => [
      `hop${place}`,
      {
        by: [`agent${place}`],
        source: `source${place}x`,
        cue: `told${place}x`,
        ...(basis ? { basis } : {}),
        ...(cites ? { cites: { url: addressOf(cites) } } : {}),
        ...(place + 1 < hops.length ? { reportedIn: `hop${place + 1}` } : {}),
      },
    ]),
  )
  const agents = Object.fromEntries(
    hops.map((_, place) => [`agent${place}`, { kind: 'PERSON' as const, name: `Agent ${place}` }]),
  )
  return {
    article: {
      url: addressOf(name),
      outlet: 'paper',
      text: `The bridge is closed, ${words}.`,
      derivedFrom: takenFrom.map(({ name: source, basis }) => ({
        article: { url: addressOf(source) },
        ...(basis ? { basis } : {}),
      })),
    },
    agents: { paper: { kind: 'OUTLET', name: `The ${name} paper` }, ...agents },
    acts,
    statements: [
      {
        ...(hops.length > 0 ? { act: 'hop0', quoteType: 'INDIRECT' as const } : {}),
        content: 'The bridge is closed',
        claim: { key: claim, text: 'The bridge is closed.' },
      },
    ],
  }
}

interface Hop {
  readonly id: string
  readonly mode: string
  readonly by: readonly { readonly name: string }[]
  readonly annotatedIn: { readonly number: number }
  readonly printedIn: { readonly url: string } | null
}
interface TraceAnswer {
  readonly subject: { readonly id: string; readonly __typename: string }
  readonly complete: boolean
  readonly statements: readonly { readonly id: string; readonly article: { readonly url: string } }[]
  readonly hops: readonly Hop[]
  readonly links: readonly {
    readonly from: string
    readonly to: string
    readonly kind: string
    readonly basis: string
  }[]
}
const traceQuery = (asOf = '') => `query ($id: ID!, $limit: Int) ${asOf} { trace(id: $id, limit: $limit) {
  subject { id __typename } complete
  statements { id article { url } }
  hops { id mode by { name } annotatedIn { number } printedIn { url } }
  links { from to kind basis }
} }`
const trace = async (id: string, limit: number | null = null, asOf = '') =>
  (await api.data<{ trace: TraceAnswer }>(traceQuery(asOf), { id, limit })).trace

/** The ids of the statement and the claim of an article. */
async function of(name: string): Promise<{ statement: string; claim: string }> {
  const { article } = await api.data<{
    article: { statements: { nodes: { id: string; claim: { id: string } }[] } }
  }>('query ($url: URL) { article(url: $url) { statements { nodes { id claim { id } } } } }', {
    url: addressOf(name),
  })
  const [first] = article.statements.nodes
  return { statement: first!.id, claim: first!.claim.id }
}

/** Links with readable ends: the agents of a hop, or where it printed. */
function readable({ hops, statements, links }: TraceAnswer): string[] {
  const site = (url: string) => new URL(url).hostname.split('.')[0]!
  const names = new Map([
    ...statements.map(({ id, article }): [string, string] => [id, `says ${site(article.url)}`]),
    ...hops.map(({ id, by, printedIn }): [string, string] => [
      id,
      printedIn ? `print ${site(printedIn.url)}` : by.map(({ name }) => name).join('+'),
    ]),
  ])
  return links.map(({ from, kind, to }) => `${names.get(from)} ${kind} ${names.get(to)}`).sort()
}

function promises({ hops, links, statements }: TraceAnswer) {
  const ids = hops.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const ends = new Set([...ids, ...statements.map(({ id }) => id)])
  const written = links.map(({ from, kind, to }) => `${from} ${kind} ${to}`)
  expect(new Set(written).size).toBe(written.length)
  for (const { from, to } of links) {
    expect(ends.has(from)).toBe(true)
    expect(ids).toContain(to)
  }
  for (const hop of hops) expect(hop.mode === 'PUBLICATION').toBe(hop.printedIn !== null)
}

beforeEach(() => {
  graph.queries.length = 0
})

describe('a trace', () => {
  beforeAll(async () => {
    await graph.empty()
    const deep = Array.from({ length: 30 }, () => ({}))
    for (const document of [
      report('deep', deep, 'a-deep-one'),
      // A diamond: a cites b and c, which both cite d. e is cited and never comes; f says something else.
      report('a', [{ cites: 'b' }, { cites: 'c' }]),
      report('b', [{ cites: 'd' }]),
      report('c', [{}, { cites: 'd', basis: 'INFERRED' }]),
      report('d', [{ cites: 'e' }]),
      // A circle of two, and one that cites itself.
      report('left', [{ cites: 'right' }], 'a-round-one'),
      report('right', [{ cites: 'left' }, { cites: 'right' }], 'a-round-one'),
      // An article cited for something else that it says.
      report('f', [{ cites: 'a' }], 'another-one'),
    ])
      await ingestArticle(graph.database, document)
  }, 120_000)

  test('follows a chain of thirty hops, nearest first, in one round trip', async () => {
    const { statement } = await of('deep')
    graph.queries.length = 0
    const found = await trace(statement)
    expect(graph.queries.filter((name) => name === 'trace')).toEqual(['trace'])
    promises(found)
    expect(found.complete).toBe(true)
    expect(found.hops.map(({ by }) => by[0]!.name)).toEqual([
      ...Array.from({ length: 30 }, (_, place) => `Agent ${place}`),
      'The deep paper',
    ])
    expect(found.links).toHaveLength(31)
    expect(found.hops.at(-1)).toMatchObject({ mode: 'PUBLICATION', printedIn: { url: addressOf('deep') } })
  })

  test('of which the hops are not asked for is one query beside its subject', async () => {
    const { statement } = await of('a')
    graph.queries.length = 0
    await api.data('query ($id: ID!) { trace(id: $id) { complete links { from to kind } } }', {
      id: statement,
    })
    expect([...graph.queries].sort()).toEqual(['records-by-id', 'trace'])
  })

  test('of a statement goes through cited articles, each hop once however many ways lead to it', async () => {
    const found = await trace((await of('a')).statement)
    promises(found)
    expect(found.subject.__typename).toBe('Statement')
    expect(readable(found)).toEqual(
      [
        'says a REPORTED_IN Agent 0',
        'Agent 0 REPORTED_IN Agent 1',
        'Agent 1 REPORTED_IN print a',
        'print b CITED_BY Agent 0',
        'print c CITED_BY Agent 1',
        'says b REPORTED_IN Agent 0',
        'Agent 0 REPORTED_IN print b',
        'print d CITED_BY Agent 0',
        'says c REPORTED_IN Agent 0',
        'Agent 0 REPORTED_IN Agent 1',
        'Agent 1 REPORTED_IN print c',
        'print d CITED_BY Agent 1',
        'says d REPORTED_IN Agent 0',
        'Agent 0 REPORTED_IN print d',
      ].sort(),
    )
    expect(found.links.filter(({ basis }) => basis === 'INFERRED')).toHaveLength(3)
  })

  test('of a claim begins at all of its statements and ends in the same', async () => {
    const { claim, statement } = await of('a')
    const [ofClaim, ofStatement] = [await trace(claim), await trace(statement)]
    promises(ofClaim)
    expect(ofClaim.subject).toEqual({ id: claim, __typename: 'Claim' })
    expect(readable(ofClaim)).toEqual(readable(ofStatement))
    // All statements are starting points now, so what stands next to them comes first.
    expect(ofClaim.hops.slice(0, 4).every(({ mode }) => mode !== 'PUBLICATION')).toBe(true)
  })

  test('ends where citations run in a circle', async () => {
    const found = await trace((await of('left')).statement)
    promises(found)
    expect(readable(found)).toEqual(
      [
        'says left REPORTED_IN Agent 0',
        'Agent 0 REPORTED_IN print left',
        'print right CITED_BY Agent 0',
        'says right REPORTED_IN Agent 0',
        'Agent 0 REPORTED_IN Agent 1',
        'Agent 1 REPORTED_IN print right',
        'print left CITED_BY Agent 0',
        'print right CITED_BY Agent 1',
      ].sort(),
    )
  })

  test('does not go into a cited article that says nothing of the claim', async () => {
    const found = await trace((await of('f')).statement)
    expect(readable(found)).toEqual(['Agent 0 REPORTED_IN print f', 'says f REPORTED_IN Agent 0'].sort())
  })

  test('goes on, in one round trip, through articles that others were taken from, until they form a ring', async () => {
    const says = (name: string, ...sources: { name: string; basis?: DocumentAct['basis'] }[]) =>
      report(name, [{}], 'a-copied-one', sources)
    for (const document of [
      // A copy of a copy of the wire, which cites a report that is itself a copy; two of them form a ring.
      says('copy', { name: 'shortened', basis: 'INFERRED' }, { name: 'rumour', basis: 'EXTERNAL' }),
      says('shortened', { name: 'wire' }, { name: 'silent' }),
      report('wire', [{ cites: 'local' }], 'a-copied-one'),
      says('local', { name: 'letter' }),
      says('letter', { name: 'local' }),
      says('rumour'),
      // Says something else, and so does not lead on to what it was taken from.
      report('silent', [], 'another-silent-one', [{ name: 'behind' }]),
      says('behind'),
    ])
      await ingestArticle(graph.database, document)
    const { claim, statement } = await of('copy')
    graph.queries.length = 0
    const found = await trace(statement)
    expect(graph.queries.filter((name) => name === 'trace')).toEqual(['trace'])
    promises(found)
    const chain = (name: string) => [`says ${name} REPORTED_IN Agent 0`, `Agent 0 REPORTED_IN print ${name}`]
    const links = [
      ...['copy', 'shortened', 'wire', 'local', 'letter'].flatMap(chain),
      'print shortened SOURCE_OF print copy',
      'print wire SOURCE_OF print shortened',
      'print local CITED_BY Agent 0',
      'print letter SOURCE_OF print local',
      'print local SOURCE_OF print letter',
    ]
    expect(readable(found)).toEqual(links.sort())
    expect(found.links.filter(({ kind }) => kind === 'SOURCE_OF').map(({ basis }) => basis)).toEqual([
      'INFERRED',
      'STATED',
      'STATED',
      'STATED',
    ])
    // The hops of the source are farther than the printing of what was taken from it.
    expect(found.hops.slice(0, 4).map(({ printedIn }) => printedIn?.url ?? null)).toEqual([
      null,
      addressOf('copy'),
      null,
      addressOf('shortened'),
    ])
    const ofClaim = await trace(claim)
    promises(ofClaim)
    expect(readable(ofClaim)).toEqual([...links, ...['rumour', 'behind'].flatMap(chain)].sort())
  }, 60_000)

  test('goes on into an article that comes later', async () => {
    await ingestArticle(graph.database, report('early', [{ cites: 'late' }], 'a-late-one'))
    const { statement } = await of('early')
    expect(readable(await trace(statement))).toEqual(
      ['Agent 0 REPORTED_IN print early', 'says early REPORTED_IN Agent 0'].sort(),
    )
    const before = new Date().toISOString()
    await ingestArticle(graph.database, report('late', [], 'a-late-one'))
    expect(readable(await trace(statement))).toEqual(
      [
        'Agent 0 REPORTED_IN print early',
        'print late CITED_BY Agent 0',
        'says early REPORTED_IN Agent 0',
        'says late REPORTED_IN print late',
      ].sort(),
    )
    const then = await trace(statement, null, `@asOf(known: "${before}")`)
    expect(then.hops).toHaveLength(2)
  })

  test('is cut at the limit, nearest hops kept, and says so', async () => {
    const { statement } = await of('a')
    const whole = await trace(statement)
    for (let limit = 1; limit <= whole.hops.length + 1; limit++) {
      const cut = await trace(statement, limit)
      promises(cut)
      expect(cut.hops).toEqual(whole.hops.slice(0, limit))
      expect(cut.complete).toBe(limit >= whole.hops.length)
    }
  })

  test('refuses limits that cannot be and ids of other kinds, and is null for unknown ids', async () => {
    const { statement } = await of('a')
    const error = async (id: string, limit: number) =>
      (await api.ask(traceQuery(), { id, limit })).errors?.[0]?.extensions
    expect(await error(statement, 0)).toEqual({ code: 'INVALID_ARGUMENTS' })
    expect(await error(statement, 1_001)).toEqual({ code: 'PAGE_TOO_LARGE', limit: 1_000, found: 1_001 })
    expect(await error(statement, 1_000)).toBeUndefined()
    expect(await error(`ag_${'0'.repeat(32)}`, 10)).toMatchObject({ code: 'INVALID_ID' })
    expect(await trace(`cl_${'0'.repeat(32)}`)).toBeNull()
    expect(await trace(`st_${'0'.repeat(32)}`)).toBeNull()
  })

  test('takes one step a hop, not one a way: a ladder of diamonds has more ways than could be walked', async () => {
    const rungs = 16
    for (let rung = 0; rung < rungs; rung++) {
      const document = report(
        `rung${rung}`,
        [{ cites: `rung${rung + 1}` }, { cites: `rung${rung + 1}` }, { cites: `rung${rung + 1}` }],
        'a-ladder',
      )
      await ingestArticle(graph.database, document)
    }
    const { statement } = await of('rung0')
    const found = await trace(statement)
    promises(found)
    expect(found.hops).toHaveLength(4 * rungs)
    expect(found.statements).toHaveLength(rungs)
  }, 60_000)
})

/** An article that tells each of `says` through two acts: the same ones in every version that begins with the same words. */
function edition(name: string, says: Readonly<Record<string, string>>, before = ''): ArticleDocument {
  return {
    article: {
      url: addressOf(name),
      outlet: 'paper',
      text: `${before}${Object.keys(says).join(' and ')}, Ana told the wire.`,
    },
    agents: {
      paper: { kind: 'OUTLET', name: `The ${name} paper` },
      ana: { kind: 'PERSON', name: 'Ana' },
      wire: { kind: 'OUTLET', name: 'The wire' },
    },
    acts: {
      told: { by: ['ana'], source: 'Ana', cue: 'told', reportedIn: 'wire' },
      wire: { by: ['wire'], source: 'the wire' },
    },
    statements: Object.entries(says).map(([content, claim]) => ({
      act: 'told',
      content,
      quoteType: 'INDIRECT' as const,
      claim: { key: claim, text: `${claim}.` },
    })),
  }
}

/** What an article says in any of its versions, by its words: its claim, and the trace of the statement. */
async function toldIn(name: string, asOf = '') {
  const { statements } = await api.data<{
    statements: {
      nodes: {
        id: string
        text: string
        status: string
        claim: { id: string }
        chain: { id: string }[]
        article: { url: string }
      }[]
    }
  }>(
    `query ${asOf} { statements(filter: { status: [ACCEPTED, SUPERSEDED] }, first: 100) {
      nodes { id text status claim { id } chain { id } article { url } } } }`,
  )
  const ofArticle = statements.nodes.filter(({ article }) => article.url === addressOf(name))
  return new Map(ofArticle.map((statement) => [statement.text, statement]))
}

/** Of a trace, the hops, the links in words, and the numbers of the versions that print in it. */
async function printings(id: string, asOf?: string) {
  const found = await trace(id, null, asOf)
  promises(found)
  return {
    hops: found.hops.map((hop) => hop.id),
    links: readable(found),
    versions: found.hops.flatMap(({ mode, annotatedIn }) =>
      mode === 'PUBLICATION' ? [annotatedIn.number] : [],
    ),
  }
}

describe('a trace through acts that two versions share', () => {
  const CHAIN = [
    'says shared REPORTED_IN Ana',
    'Ana REPORTED_IN The wire',
    'The wire REPORTED_IN print shared',
  ]

  beforeEach(async () => {
    await graph.empty()
  })

  test('ends at the version that prints its statement, as the chain does, now and as of then', async () => {
    const first = edition('shared', { 'The bridge is closed': 'closed', 'it opens on Monday': 'monday' })
    await ingestArticle(graph.database, first)
    const before = `@asOf(known: "${new Date().toISOString()}")`
    const second = edition('shared', { 'The bridge is closed': 'closed', 'it opens on Friday': 'friday' })
    await ingestArticle(graph.database, second)

    const told = await toldIn('shared')
    expect([...told].map(([text, { status }]) => [text, status]).sort()).toEqual([
      ['The bridge is closed', 'ACCEPTED'],
      ['it opens on Friday', 'ACCEPTED'],
      ['it opens on Monday', 'SUPERSEDED'],
    ])
    for (const [text, version] of [
      ['The bridge is closed', 2],
      ['it opens on Monday', 1],
      ['it opens on Friday', 2],
    ] as const) {
      const { id, chain } = told.get(text)!
      const found = await printings(id)
      expect([text, found.versions]).toEqual([text, [version]])
      expect(found.hops).toEqual(chain.map((hop) => hop.id))
      expect(found.links).toEqual([...CHAIN].sort())
    }
    for (const { id } of (await toldIn('shared', before)).values())
      expect((await printings(id, before)).versions).toEqual([1])
  })

  test('of a claim ends at each version that prints it, and leads on from that one alone', async () => {
    // Its words stand twice in the second version: the statement stays, orphaned, in the first.
    const first = edition('shared', { 'It opens on Friday': 'friday', 'the bridge is closed': 'closed' })
    const second = (claim: string) =>
      edition('shared', { 'It opens on Friday': claim }, 'Now the bridge is closed, the bridge is closed. ')
    await ingestArticle(graph.database, first)
    await ingestArticle(graph.database, second('friday'))
    await ingestArticle(graph.database, report('citing', [{ cites: 'shared' }], 'closed'))
    const told = await toldIn('shared')
    const closed = told.get('the bridge is closed')!.claim.id
    expect((await printings(closed)).versions).toEqual([1, 1])
    expect((await printings(told.get('It opens on Friday')!.claim.id)).versions).toEqual([2])

    const ofCiting = async () => printings([...(await toldIn('citing')).values()][0]!.id)
    const citing = ['says citing REPORTED_IN Agent 0', 'Agent 0 REPORTED_IN print citing']
    const cited = 'print shared CITED_BY Agent 0'
    expect((await ofCiting()).links).toEqual([...CHAIN, ...citing, cited].sort())
    expect((await ofCiting()).versions).toEqual([1, 1])

    await ingestArticle(graph.database, second('closed'))
    for (const { links, versions } of [await printings(closed), await ofCiting()]) {
      expect([...versions].sort()).toEqual([1, 1, 2])
      const twice = [CHAIN[0]!, CHAIN[2]!, cited]
      expect(links).toEqual([...CHAIN, ...citing, cited, ...twice].sort())
    }
  })
})
