import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ArticleDocument } from '../../src/ingest/article-document.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { databaseRuns } from '../support/property-runs.ts'
import { seedDocument, useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

const graph = useTestDatabase()
const api = useTestApi(graph)

interface Found {
  readonly edges: readonly {
    readonly cursor: string
    readonly score: number
    readonly node: {
      readonly __typename: string
      readonly id: string
      readonly words?: string
      readonly name?: string
    }
  }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}
const SEARCH = `query ($text: String!, $kinds: [SearchKind!], $first: Int, $after: String) {
  search(text: $text, kinds: $kinds, first: $first, after: $after) {
    edges { cursor score node {
      __typename
      ... on Node { id }
      ... on Claim { words: text }
      ... on Statement { words: text }
      ... on Agent { name }
      ... on Article { version { title text } }
    } }
    pageInfo { hasNextPage endCursor }
  }
}`
const search = async (text: string, more: Record<string, unknown> = {}) =>
  (await api.data<{ search: Found }>(SEARCH, { text, first: 100, ...more })).search
const ids = ({ edges }: Found) => edges.map(({ node }) => node.id)

async function walk(text: string, first: number, kinds?: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (let after: string | null = null; ; ) {
    const page: Found = await search(text, { first, after, kinds })
    found.push(...ids(page))
    if (!page.pageInfo.hasNextPage) return found
    after = page.pageInfo.endCursor
  }
}

const noted = (key: string, title: string, sentences: readonly string[]): ArticleDocument => ({
  article: { key, outlet: 'paper', title, text: sentences.map((one) => `${one}.`).join('\n') },
  agents: { paper: { kind: 'OUTLET', name: 'Le Café Zürich', aliases: ['LCZ'] } },
  statements: sentences.map((content, index) => ({
    content,
    claim: { key: `${key}-${index}`, text: `So it is that ${content}.` },
  })),
})

const birds = (key: string, name: string): ArticleDocument => ({
  article: { key, outlet: 'paper', title: 'Birds', text: 'There it came.' },
  agents: { paper: { kind: 'OUTLET', name: 'Le Café Zürich' } },
  statements: Array.from({ length: 24 }, (_, index) => ({
    content: 'it came',
    claim: { key: `${key}-${index}`, text: `${name} ${key} ${index} came.` },
  })),
})

beforeAll(async () => {
  await ingestArticle(graph.database, seedDocument())
  await ingestArticle(
    graph.database,
    noted('noted', 'Ångström café', [
      'the Straße is naïve',
      'the pelican left',
      'C++ (and C#) && "this" || that',
    ]),
  )
}, 120_000)

describe('search', () => {
  test('finds claims, statements, agents and articles in one ranking, best first', async () => {
    const found = await search('rubio')
    expect(new Set(found.edges.map(({ node }) => node.__typename))).toEqual(
      new Set(['Article', 'Claim', 'Person']),
    )
    const scores = found.edges.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(new Set(ids(found)).size).toBe(found.edges.length)
    expect(found.edges.filter(({ node }) => node.name === 'Marco Rubio')).toHaveLength(1)
    expect((await search('pelican')).edges.map(({ node }) => node.__typename).sort()).toEqual([
      'Article',
      'Claim',
      'Statement',
    ])
  })

  test('wants every word, letter case and accents aside', async () => {
    const both = await search('pelican LEFT', { kinds: ['STATEMENT'] })
    expect(both.edges.map(({ node }) => node.words)).toEqual(['the pelican left'])
    expect((await search('pelican rubio')).edges).toEqual([])
    const cafe = await search('CAFE zurich', { kinds: ['AGENT'] })
    expect(cafe.edges.map(({ node }) => node.name)).toEqual(['Le Café Zürich'])
    expect(ids(await search('café zürich', { kinds: ['AGENT'] }))).toEqual(ids(cafe))
    expect(ids(await search('lcz', { kinds: ['AGENT'] }))).toEqual(ids(cafe))
    // A possessive is the word still; a longer word is another.
    expect((await search('vance')).edges.map(({ node }) => node.name)).toContain('JD Vance')
    expect((await search('zelens')).edges).toEqual([])
    expect((await search('NAIVE', { kinds: ['STATEMENT'] })).edges).toHaveLength(1)
    expect((await search('angstrom', { kinds: ['ARTICLE'] })).edges).toHaveLength(1)
  })

  test('of kinds gives those kinds alone; of none, nothing', async () => {
    const types = { CLAIM: ['Claim'], STATEMENT: ['Statement'], ARTICLE: ['Article'], AGENT: ['Outlet'] }
    const everything = ids(await search('zurich cafe')).length
    expect(everything).toBe(1)
    for (const [kind, names] of Object.entries(types))
      for (const { node } of (await search('pelican', { kinds: [kind] })).edges)
        expect(names).toContain(node.__typename)
    const all = ids(await search('ukraine'))
    const single = await Promise.all(Object.keys(types).map((kind) => search('ukraine', { kinds: [kind] })))
    expect(single.flatMap(ids).sort()).toEqual([...all].sort())
    expect((await search('ukraine', { kinds: [] })).edges).toEqual([])
  })

  test("takes Lucene's operators as text", async () => {
    for (const text of [
      'pelican*',
      '+pelican',
      '-pelican',
      '!pelican',
      'text:pelican',
      '(pelican',
      'pelican)',
      '"pelican',
      "pelican'",
      'pelican~',
      'pelican^2',
      '[pelican',
      '{pelican}',
      '/pelican/',
      'pelican\\',
      'pelican?',
      'pelican &&',
      '|| pelican',
      '\u201cpelican\u201d',
    ])
      expect({ text, found: (await search(text, { kinds: ['STATEMENT'] })).edges.length > 0 }).toEqual({
        text,
        // Of two parts, both must stand there: a field is no field, and a boost is a number.
        found: text !== 'text:pelican' && text !== 'pelican^2',
      })
    expect((await search('pel*', { kinds: ['STATEMENT'] })).edges).toEqual([])
    expect((await search('pelican OR rubio', { kinds: ['STATEMENT'] })).edges).toEqual([])
    // Words that are everywhere are not asked for; "AND" and "NOT" are two of them and no operators.
    expect((await search('the pelican NOT left', { kinds: ['STATEMENT'] })).edges).toHaveLength(1)
    expect((await search('left AND "gone"', { kinds: ['STATEMENT'] })).edges).toEqual([])
    expect((await search('C++ (and C#)', { kinds: ['STATEMENT'] })).edges).toHaveLength(1)
    for (const nothing of ['', '   ', '*', '*:*', '"', '()', '&& || !', '🚢', '\u0000', '…'])
      expect(await search(nothing)).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } })
  })

  test('answers whatever is asked', async () => {
    const operators = fc.constantFrom(...'+-&|!(){}[]^"~*?:\\/<>= \t\n', 'AND', 'OR', 'NOT', 'TO', 'pelican')
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(operators, { maxLength: 20 }).map((parts) => parts.join('')),
    )
    await fc.assert(
      fc.asyncProperty(text, async (asked) => {
        const answer = await api.ask<{ search: Found }>(SEARCH, { text: asked })
        expect({ asked, errors: answer.errors }).toEqual({ asked, errors: undefined })
      }),
      { numRuns: databaseRuns(80), seed: 1 },
    )
  }, 60_000)

  test('refuses what is too long, and half of a character', async () => {
    const code = async (text: string) => (await api.ask(SEARCH, { text })).errors?.[0]?.extensions.code
    expect(await code('a'.repeat(500))).toBeUndefined()
    expect(await code('a'.repeat(501))).toBe('INVALID_ARGUMENTS')
    expect(await code('a '.repeat(41))).toBe('INVALID_ARGUMENTS')
    expect(await code('pelican\ud800')).toBe('INVALID_ARGUMENTS')
  })

  test('pages forward through all that was found', async () => {
    const whole = ids(await search('ukraine'))
    expect(whole.length).toBeGreaterThan(10)
    for (const first of [1, 3, 7]) expect(await walk('ukraine', first)).toEqual(whole)
  })

  test('pages forward through hits that are equally good, more of them than one fetch brings', async () => {
    // Of several articles, so that the order in which the index holds them is not that of their ids.
    for (const key of ['one', 'two', 'three', 'four'])
      await ingestArticle(graph.database, birds(key, 'Gannet'))
    const whole = await search('gannet', { kinds: ['CLAIM'] })
    expect(whole.edges).toHaveLength(96)
    expect(new Set(whole.edges.map(({ score }) => score)).size).toBe(1)
    for (const first of [2, 9]) expect(await walk('gannet', first, ['CLAIM'])).toEqual(ids(whole))
  })

  test('goes on with its own cursors alone', async () => {
    const { pageInfo } = await search('ukraine', { first: 1 })
    const code = async (text: string, kinds?: readonly string[]) =>
      (await api.ask(SEARCH, { text, kinds, after: pageInfo.endCursor })).errors?.[0]?.extensions.code
    expect(await code('ukraine')).toBeUndefined()
    expect(await code('ukraine', ['ARTICLE', 'AGENT', 'CLAIM', 'STATEMENT'])).toBeUndefined()
    expect(await code('rubio')).toBe('INVALID_CURSOR')
    expect(await code('ukraine', ['CLAIM'])).toBe('INVALID_CURSOR')
  })

  test('goes on after the hit where the last page ended, although what is stored meanwhile moves every score', async () => {
    const whole = await search('rubio')
    const before = await search('rubio', { first: 4 })
    await ingestArticle(graph.database, birds('five', 'Petrel'))
    const after = await search('rubio', { after: before.pageInfo.endCursor })
    expect(after.edges[0]!.score).not.toBe(whole.edges[4]!.score)
    expect(ids(after)).toEqual(ids(whole).slice(4))
  })

  test('finds what was just stored, and no longer what was withdrawn', async () => {
    await ingestArticle(
      graph.database,
      noted('edited', 'Übermorgen', ['the Gasse is empty', 'the puffin left']),
    )
    const before = new Date().toISOString()
    await ingestArticle(graph.database, noted('edited', 'Changed', ['the heron came', 'the puffin left']))
    expect((await search('heron')).edges.map(({ node }) => node.__typename).sort()).toEqual([
      'Article',
      'Claim',
      'Statement',
    ])
    expect((await search('gasse')).edges).toEqual([])
    expect((await search('ubermorgen')).edges).toEqual([])
    expect((await search('puffin', { kinds: ['STATEMENT'] })).edges).toHaveLength(1)
    const then = SEARCH.replace('$after: String) {', `$after: String) @asOf(known: "${before}") {`)
    const past = async (text: string) =>
      (await api.data<{ search: Found }>(then, { text })).search.edges
        .map(({ node }) => node.__typename)
        .sort()
    expect(await past('heron')).toEqual([])
    expect(await past('gasse')).toEqual(['Article', 'Claim', 'Statement'])
    expect(await past('ubermorgen')).toEqual(['Article'])
  })
})
