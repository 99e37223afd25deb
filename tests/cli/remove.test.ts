import { beforeEach, expect, test } from '@jest/globals'
import { articleId } from '../../src/domain/identity.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { PAPER_URL, paper, WIRE_URL, wire } from '../store/harbour-documents.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { givenDatabase, launch, run, runInTurn, type Variables } from './command.ts'

const graph = useTestDatabase()
const removeInTurn = (articles: readonly string[]) =>
  runInTurn(articles.map((article) => ({ words: ['remove', '--yes', article], env: givenDatabase() })))
const isStored = async (url: string) =>
  (await graph.cypher('MATCH (:Article {url: $url})<-[:VERSION_OF]-(v) RETURN v', { url })).length > 0

beforeEach(async () => {
  await graph.empty()
  for (const document of [paper(), wire()]) await ingestArticle(graph.database, document)
})

test('without a terminal to ask on, it wants --yes and touches no database', async () => {
  const env: Variables = { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'none' }
  const { code, out, err } = await run(['remove', PAPER_URL], { env })
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain('Give --yes to remove it without asking.')
})

test('what is no article of this graph is said so', async () => {
  const cases = [
    ['no such thing', 2, 'is neither the address of an article nor its id, art_…'],
    [`st_${'0'.repeat(32)}`, 2, 'is the id of a record of kind Statement'],
    ['https://example.org/nowhere', 1, 'There is no article https://example.org/nowhere in the database at'],
    [`art_${'0'.repeat(32)}`, 1, 'There is no article art_'],
  ] as const
  const ends = await removeInTurn(cases.map(([word]) => word))
  for (const [index, [word, exitCode, message]] of cases.entries()) {
    const { code, out, err } = ends[index]!
    expect({ word, code, out }).toEqual({ word, code: exitCode, out: '' })
    expect(err).toContain(message)
  }
  expect(await isStored(PAPER_URL)).toBe(true)
}, 120_000)

// `script` of util-linux gives the command a terminal; that of other systems takes other arguments.
if (process.platform === 'linux')
  test('on a terminal it shows what would go and asks; no is the answer unless somebody says yes', async () => {
    const ask = (answer: string) =>
      launch('script', ['-qec', `${process.execPath} dist/cli.js remove ${PAPER_URL}`, '/dev/null'], {
        env: givenDatabase(),
        input: `${answer}\n`,
      }).ended
    const asked = await ask('')
    expect(asked.out).toMatch(
      /Would remove "Ferry lost", https:.*ferry, art_[0-9a-f]{32}\r?\n {2}with 1 version, 4 statements/,
    )
    expect(asked.out).toContain('Nothing was removed.')
    expect(asked.code).toBe(1)
    expect(await isStored(PAPER_URL)).toBe(true)
    const removed = await ask('y')
    expect(removed.out).toMatch(/Removed "Ferry lost"/)
    expect(removed.code).toBe(0)
    expect(await isStored(PAPER_URL)).toBe(false)
  }, 120_000)

test('--yes removes it by its id, and the second time there is none; the graph is sound', async () => {
  // Nothing refers to it.
  await graph.empty()
  await ingestArticle(graph.database, wire())
  const id = articleId({ url: WIRE_URL })
  const [removed, again] = await removeInTurn([id, id])
  expect(removed).toMatchObject({
    code: 0,
    out: expect.stringMatching(
      new RegExp(`^Removed ${WIRE_URL}, ${id}\\n {2}with 1 version, 2 statements, 1 hop, .*\\n$`),
    ),
  })
  expect(await isStored(WIRE_URL)).toBe(false)
  expect(again!.code).toBe(1)
  expect(await run(['db', 'check'], { env: givenDatabase() })).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^All \d+ invariants hold\.\n$/),
  })
}, 120_000)
