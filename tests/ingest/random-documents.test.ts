import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { AnnotatedArticle } from '../../src/domain/annotated-article.ts'
import { planArticle } from '../../src/ingest/plan-article.ts'
import { corrupted, corruption, randomDocument, shuffled } from './random-documents.ts'
import { type Json, planOf, smallDocument } from './small-document.ts'

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
