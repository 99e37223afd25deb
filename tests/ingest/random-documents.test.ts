import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { AnnotatedArticle } from '../../src/domain/annotated-article.ts'
import { articleDocumentSchema } from '../../src/ingest/article-document.ts'
import { ProblemList } from '../../src/ingest/document-problems.ts'
import { planArticle } from '../../src/ingest/plan-article.ts'
import { readPart } from '../../src/ingest/read-part.ts'
import { corrupted, corruption, randomDocument, shuffled } from './random-documents.ts'
import { type Json, planOf, problemsOf, smallDocument } from './small-document.ts'

const byId = <T extends { readonly id: string }>(records: readonly T[]) =>
  [...records].sort((a, b) => (a.id < b.id ? -1 : 1))
/** A plan whose lists without an order of their own are put in one. */
const ordered = (plan: AnnotatedArticle) => ({
  ...plan,
  agents: byId(plan.agents),
  places: byId(plan.places),
  occasions: byId(plan.occasions),
  claims: byId(plan.claims),
})

describe('random documents that are right', () => {
  test('plan without problems, and their spans give back the exact words at offsets in code points', () => {
    fc.assert(
      fc.property(randomDocument, ({ document, text, contents }) => {
        const plan = planOf(document)
        const points = [...text]
        expect(plan.version).toMatchObject({ text, length: points.length })
        const told = plan.statements.map(({ content }) =>
          JSON.stringify(content.map(({ start, end, exact }) => ({ start, end, exact }))),
        )
        expect(new Set(told)).toEqual(new Set(contents.map((content) => JSON.stringify(content))))
        const spans = [
          ...plan.statements.flatMap(({ content, quoted }) => [...content, ...quoted]),
          ...plan.attributions.flatMap(({ source, cue }) => [...source, ...cue]),
        ]
        const cut = (start: number, end: number) => points.slice(Math.max(0, start), end).join('')
        expect(spans).toEqual(
          spans.map(({ start, end }) => ({
            part: 'TEXT',
            start,
            end,
            exact: cut(start, end),
            prefix: cut(start - 32, start),
            suffix: cut(end, end + 32),
          })),
        )
      }),
      { numRuns: 75 },
    )
  })

  test('have statements in text order and one id for each record', () => {
    fc.assert(
      fc.property(randomDocument, ({ document }) => {
        const plan = planOf(document)
        const starts = plan.statements.map(({ content }) => content[0]!.start)
        expect(starts).toEqual([...starts].sort((a, b) => a - b))
        expect(plan.statements.map(({ order }) => order)).toEqual([...plan.statements.keys()])
        for (const records of [plan.statements, plan.attributions, plan.claims, plan.agents] as const)
          expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
        const known = new Set<string | null>([...plan.attributions, ...plan.claims].map(({ id }) => id)).add(
          null,
        )
        const used = plan.statements.flatMap(({ claimId, attributionId }) => [claimId, attributionId])
        expect(used.filter((id) => !known.has(id))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('give one plan in whatever order statements and keys are written, in NFC or not', () => {
    fc.assert(
      fc.property(randomDocument, fc.nat(), fc.boolean(), ({ document }, seed, decomposed) => {
        const other = shuffled(document, seed)
        const hasOffsets = JSON.stringify(document).includes('"start"')
        const written: Json =
          decomposed && !hasOffsets ? JSON.parse(JSON.stringify(other).normalize('NFD')) : other
        expect(ordered(planOf(written))).toEqual(ordered(planOf(document)))
      }),
      { numRuns: 75 },
    )
  })

  test('give one plan however local keys are called, save the order of acts of which no statement tells', () => {
    fc.assert(
      fc.property(randomDocument, ({ document, renamed }) => {
        const told = (plan: AnnotatedArticle) => {
          const reached = new Set<string | null>()
          const acts = new Map(plan.attributions.map((act) => [act.id, act]))
          for (const { attributionId } of plan.statements)
            for (let id = attributionId; id !== null; id = acts.get(id)!.reportedInId) reached.add(id)
          const attributions = plan.attributions.filter(({ id }) => reached.has(id))
          return { ...ordered(plan), attributions }
        }
        expect(told(planOf(renamed))).toEqual(told(planOf(document)))
      }),
      { numRuns: 75 },
    )
  })
})

const JSON_PATH = /^\$(\.[A-Za-z_][A-Za-z0-9_]*|\[\d+\]|\["(?:[^"\\]|\\.)*"\])*$/
const STEP = /\.([A-Za-z0-9_]+)|\[(\d+|"(?:[^"\\]|\\.)*")\]/g

/** Whether a JSON path leads to a part of the input, or to what a part of it lacks. */
function leadsSomewhere(path: string, input: unknown): boolean {
  if (!JSON_PATH.test(path)) return false
  let value = input
  for (const [, name, other] of path.matchAll(STEP)) {
    if (typeof value !== 'object' || value === null) return false
    value = Object.getOwnPropertyDescriptor(value, name ?? JSON.parse(other!))?.value
  }
  return true
}

/** A document that has every field. */
function fullDocument() {
  const document = smallDocument()
  const [leave, sank, , again] = document.statements
  Object.assign(document, {
    $schema: 'article-document.schema.json',
    recorded: { by: 'An annotator', method: 'EXTRACTED' },
    places: { harbour: { name: 'The harbour', sameAs: ['https://places.example/harbour'] } },
    occasions: {
      talks: { key: 'talks', label: 'The talks', when: { basis: 'INHERITED', as: 'told' }, place: 'harbour' },
    },
  })
  Object.assign(document.article!, {
    url: 'https://paper.example/ferry',
    byline: 'By Eva López',
    authors: ['ruiz'],
    opinion: true,
    credits: [{ text: 'Newswire', agent: 'wire', span: 'Newswire' }],
    modified: { basis: 'EXTERNAL', edtf: '2025-06-03' },
    retrievedAt: '2025-06-04T10:00:00+02:00',
    title: 'The ferry',
  })
  Object.assign(document.agents!.ruiz!, {
    qualifier: 'mayor',
    aliases: ['Ruiz'],
    description: 'The mayor.',
    sameAs: ['https://people.example/ruiz'],
    speaksFor: ['officials'],
    partOf: ['officials'],
    roles: [{ title: 'Mayor', of: 'officials', held: '2024/..' }],
  })
  Object.assign(document.acts!.said!, {
    onBehalfOf: ['ruiz'],
    cueStance: 'FACTIVE',
    mode: 'SPEECH',
    basis: 'INFERRED',
    said: { basis: 'SAME_OCCASION', as: 'told' },
    place: { place: 'harbour', basis: 'EXTERNAL' },
    occasion: 'talks',
    cites: { url: 'https://wire.example/story' },
  })
  Object.assign(leave!, { certainty: 'PROBABLE', polarity: 'NEGATIVE', zone: 'CAPTION', confidence: 0.5 })
  Object.assign(sank!, { quoteType: 'MIXED', quoted: ['ferry', { start: 75, end: 79 }], status: 'PROPOSED' })
  Object.assign(again!, {
    revises: ['sank', { article: { key: 'other' }, text: 'It sank', occurrence: 2 }],
    respondsTo: [
      { stance: 'REJECTS', statement: 'leave' },
      { stance: 'REJECTS', statement: { article: { url: 'https://wire.example/story' }, text: 'It sank' } },
      { stance: 'ENDORSES', claim: 'sank' },
    ],
    timesSpokenOf: ['2025-05', { basis: 'INHERITED', as: 'told', phrase: 'then' }],
  })
  return document
}

/** Ways to make the full document wrong, each on its own, and the path at which each is told. */
const DAMAGES: readonly [path: string, value: unknown, at?: string][] = [
  ['nonsense', 1],
  ['article.nonsense', 1],
  ['article.language', 5],
  ['article.byline', ['By Eva López']],
  ['article.published', 'May 2025'],
  ['article.modified.edtf', '2025-02-30'],
  ['article.retrievedAt', 'yesterday'],
  ['article.credits[0].agent', 'nobody'],
  ['article.credits[0].span', { start: 0.5, end: 3 }, 'article.credits[0].span.start'],
  ['recorded.method', 'BY_HAND'],
  ['agents["a b"]', { kind: 'PERSON', name: 'A. B.' }],
  ['agents.ruiz.aliases[0]', ''],
  ['agents.ruiz.sameAs[0]', 'ftp://people.example'],
  ['agents.ruiz.partOf[0]', 'nobody'],
  ['agents.ruiz.roles[0].title', 7],
  ['agents.ruiz.roles[0].held', '2024-13'],
  ['agents.officials.reason', 'SHY'],
  ['agents.officials.size', 0],
  ['agents.officials.descriptor', 'two\ud83d'],
  ['agents.wire.kind', 'PRESS'],
  ['agents.wire.name', ' '],
  ['places.harbour.name', {}],
  ['places.harbour.sameAs[0]', 'harbour'],
  ['occasions.talks.label', ''],
  ['occasions.talks.when.as', 'nothing'],
  ['claims.sank.text', null],
  ['claims.sank.language', 'e'],
  ['acts.told.to[0]', 'nobody'],
  ['acts.told.said.phrase', 5],
  ['acts.told.reportedIn', 'told'],
  ['acts.said.onBehalfOf[0]', true],
  ['acts.said.cueStance', 'SURE'],
  ['acts.said.basis', 'HEARD'],
  ['acts.said.source', 'Three officials'],
  ['acts.said.cue', { exact: 'said', occurrence: 0 }, 'acts.said.cue.occurrence'],
  ['acts.said.said.basis', 'SOME'],
  ['acts.said.place.place', 'nowhere'],
  ['acts.said.occasion', 'nothing'],
  ['acts.said.cites.url', 'wire'],
  ['statements[0].act', 'nothing'],
  ['statements[0].content', 'We leave on Tuesday'],
  ['statements[0].quoteType', 'SPOKEN'],
  ['statements[0].claim.text', ''],
  ['statements[0].certainty', 'SURE'],
  ['statements[0].confidence', 7],
  ['statements[1].status', 'DONE'],
  ['statements[1].quoted[1].start', -1],
  ['statements[2].content', ['The ferry', 4], 'statements[2].content[1]'],
  ['statements[2].claim', 'nothing'],
  ['statements[2].supports[0]', 'nothing'],
  ['statements[3].key', 'a b'],
  ['statements[3].timesSpokenOf[0]', '2025-5'],
  ['statements[3].timesSpokenOf[1].as', 'nothing'],
  ['statements[3].respondsTo[0].stance', 'LIKES'],
  ['statements[3].respondsTo[1].statement.article.url', 'wire'],
  ['statements[3].respondsTo[2].claim', 'nothing'],
]

test('a document that is wrong in several places tells every one of them, and nothing else', () => {
  fc.assert(
    fc.property(fc.subarray([...DAMAGES], { minLength: 1 }), (damages) => {
      const document: unknown = fullDocument()
      for (const [path, value] of damages) {
        const steps = [...`.${path}`.matchAll(STEP)].map(([, name, other]) => name ?? JSON.parse(other!))
        const last = steps.pop()
        const holder = steps.reduce((part, step) => part[step], document as never)
        Object.assign(holder, { [last]: value })
      }
      const told = problemsOf(document).map((problem) => problem.path)
      expect(told.sort()).toEqual(damages.map(([path, , at]) => `$.${at ?? path}`).sort())
    }),
    {
      numRuns: 60,
      examples: [[[...DAMAGES]], ...DAMAGES.map((damage): [(typeof DAMAGES)[number][]] => [[damage]])],
    },
  )
})

test('a document that has every field is right', () => {
  expect(planArticle(fullDocument())).toMatchObject({ ok: true, warnings: [] })
})

describe('random corruptions of right documents', () => {
  const documents = fc.oneof(
    randomDocument.map(({ document }) => document as unknown),
    fc.constant(fullDocument() as unknown),
  )

  test('give a plan, or problems at paths that the input has, with words that say what would be right', () => {
    let wrong = 0
    fc.assert(
      fc.property(
        documents,
        fc.array(corruption, { minLength: 1, maxLength: 3 }),
        (document, corruptions) => {
          const input = corruptions.reduce(corrupted, document)
          const planned = planArticle(input)
          if (planned.ok) return
          wrong++
          expect(planned.problems).not.toEqual([])
          expect(planned.problems.filter(({ path }) => !leadsSomewhere(path, input))).toEqual([])
          expect(planned.problems.filter(({ message }) => message.length < 10)).toEqual([])
          const written = JSON.stringify(planned.problems)
          expect(Buffer.from(written).toString()).toBe(written)
        },
      ),
      { numRuns: 800 },
    )
    expect(wrong).toBeGreaterThan(300)
  })

  test('are read as the published shape reads them, and nothing that it refuses passes', () => {
    fc.assert(
      fc.property(documents, fc.array(corruption, { maxLength: 2 }), (document, corruptions) => {
        const input: unknown = JSON.parse(JSON.stringify(corruptions.reduce(corrupted, document)) ?? 'null')
        const list = new ProblemList()
        const read = readPart(articleDocumentSchema, input, [], list)
        const parsed = articleDocumentSchema.safeParse(input)
        expect(list.problems.length > 0).toBe(!parsed.success)
        if (parsed.success) expect(read).toEqual(parsed.data)
      }),
      { numRuns: 400 },
    )
  })

  test('are forgotten: the next document is read as if it were the first', () => {
    fc.assert(
      fc.property(documents, corruption, (document, one) => {
        const input = corrupted(document, one)
        const planned = planArticle(input)
        expect(planArticle(structuredClone(input))).toEqual(planned)
        expect(planArticle(document).ok).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  test('any JSON at all', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        expect(planArticle(input).ok).toBe(false)
      }),
    )
  })
})
