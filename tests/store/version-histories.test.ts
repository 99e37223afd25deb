import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { STATEMENT_STATUSES } from '../../src/domain/vocabulary.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { checkGraph } from '../../src/store/check-graph.ts'
import { regroupStatement } from '../../src/store/put-regrouping.ts'
import { setStatementStatus } from '../../src/store/put-status.ts'
import { databaseRuns } from '../support/property-runs.ts'
import { useTestDatabase } from '../support/test-database.ts'
import type { Document } from './harbour-documents.ts'

/** Versions of one article that come in any order, annotated anew, with decisions between them. */
const graph = useTestDatabase()
let moment = Date.parse('2026-02-01T08:00:00Z')
const options = {
  now: () => {
    moment += 1_000
    return new Date(moment)
  },
  by: 'Ada',
}

/** Few words, so that they stand in several versions, and several times in one. */
const BODIES = ['Zulu one', 'Yankee two', 'Xray three', 'Whisky four']
const SOURCES = [null, ['Rubio', 'said'], ['he', 'said'], ['Officials', 'told Wire']] as const
const AGENTS = {
  paper: { kind: 'OUTLET', name: 'The Paper' },
  rubio: { kind: 'PERSON', name: 'Rubio' },
  trump: { kind: 'PERSON', name: 'Trump' },
  wire: { kind: 'OUTLET', name: 'Wire' },
}

const sentence = fc.record({ body: fc.constantFrom(...BODIES), source: fc.constantFrom(...SOURCES) })
const versionOf = fc.array(sentence, { minLength: 2, maxLength: 4 })
/** How one sentence is annotated, if it is. */
const reading = fc.record({
  isTold: fc.boolean(),
  by: fc.constantFrom('rubio', 'trump'),
  through: fc.constantFrom(null, 'STATED', 'INFERRED', 'EXTERNAL'),
  dated: fc.boolean(),
  claim: fc.constantFrom(null, 'one', 'two'),
})
const annotation = fc.record({
  version: fc.integer({ min: 0, max: 2 }),
  readings: fc.array(reading, { minLength: 4, maxLength: 4 }),
  isOpinion: fc.boolean(),
  decision: fc.option(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      status: fc.option(fc.constantFrom(...STATEMENT_STATUSES), { nil: null }),
    }),
    { nil: null },
  ),
})
type Sentence = { readonly body: string; readonly source: readonly string[] | null }
type Annotation = typeof annotation extends fc.Arbitrary<infer T> ? T : never

function documentOf(sentences: readonly Sentence[], { version, readings, isOpinion }: Annotation): Document {
  const used = new Set(['paper', ...(isOpinion ? ['rubio'] : [])])
  const acts: Record<string, object> = {}
  const statements: object[] = []
  let text = ''
  for (const [index, { body, source }] of sentences.entries()) {
    const start = text.length
    const at = (from: number, words: string) => ({ start: from, end: from + words.length })
    text += `${body}${source ? `, ${source.join(' ')}` : ''}. `
    const { isTold, by, through, dated, claim } = readings[index]!
    if (!isTold) continue
    const told = {
      content: at(start, body),
      claim: claim ? { key: claim, text: `It is ${claim}.` } : { text: `It is ${index}.` },
    }
    if (!source) {
      statements.push(told)
      continue
    }
    used.add(by)
    const from = start + body.length + 2
    acts[`act${index}`] = {
      by: [by],
      source: at(from, source[0]!),
      cue: at(from + source[0]!.length + 1, source[1]!),
      ...(dated && { said: { basis: 'RELATIVE', phrase: 'on Friday' } }),
      ...(through && { reportedIn: `wire${index}` }),
    }
    if (through) {
      used.add('wire')
      acts[`wire${index}`] = { by: ['wire'], basis: through }
    }
    statements.push({ ...told, act: `act${index}`, quoteType: 'INDIRECT' })
  }
  return {
    article: {
      key: 'versions',
      outlet: 'paper',
      published: `2025-06-0${version + 1}`,
      text: `${text}End ${version}.`,
      ...(isOpinion && { opinion: true, authors: ['rubio'] }),
    },
    agents: Object.fromEntries(Object.entries(AGENTS).filter(([key]) => used.has(key))),
    acts,
    statements,
  } as unknown as Document
}

const problems = async () => (await checkGraph(graph.database)).filter(({ found }) => found > 0)
const ingest = async (document: Document) => {
  const { counts } = await ingestArticle(graph.database, document, options)
  return counts.filter(({ created, changed, withdrawn }) => created + changed + withdrawn > 0)
}

async function decide({ at, status }: NonNullable<Annotation['decision']>): Promise<void> {
  const rows = await graph.cypher<{ id: string }>('MATCH (s:Statement) RETURN s.id AS id ORDER BY id')
  const statement = rows[Math.floor(at * rows.length)]?.id
  if (statement === undefined) return
  if (status === null) await regroupStatement(graph.database, statement, null, null, options)
  else await setStatementStatus(graph.database, statement, status, null, options)
}

test('leave a whole graph after each step, in which the same document again changes nothing', async () => {
  await fc.assert(
    fc
      .asyncProperty(
        fc.array(versionOf, { minLength: 3, maxLength: 3 }),
        fc.array(annotation, { minLength: 3, maxLength: 6 }),
        async (versions, annotations) => {
          for (const one of annotations) {
            const document = documentOf(versions[one.version]!, one)
            await ingest(document)
            expect(await problems()).toEqual([])
            expect(await ingest(document)).toEqual([])
            if (one.decision === null) continue
            await decide(one.decision)
            expect(await problems()).toEqual([])
            expect(await ingest(document)).toEqual([])
          }
          // What came last for each version, in the order of the versions: then nothing is left to change.
          const last = [0, 1, 2].flatMap(
            (version) => annotations.findLast((one) => one.version === version) ?? [],
          )
          for (const round of ['settles', 'stays'])
            for (const one of last) {
              const changed = await ingest(documentOf(versions[one.version]!, one))
              expect(await problems()).toEqual([])
              if (round === 'stays') expect(changed).toEqual([])
            }
        },
      )
      .afterEach(() => graph.empty()),
    { numRuns: databaseRuns(6), endOnFailure: true },
  )
}, 600_000)
