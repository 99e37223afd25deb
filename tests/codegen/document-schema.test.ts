import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { documentSchema } from '../../src/codegen/document-schema.ts'
import { articleDocumentSchema } from '../../src/ingest/article-document.ts'
import { corrupted, corruption } from '../ingest/random-documents.ts'

const project = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const schema = JSON.parse(project('article-document.schema.json'))
// Strict: an unknown keyword in the schema is an error. The pattern beside "date-time" says more than the format.
const validate = new Ajv2020({ allErrors: true, formats: { 'date-time': true } }).compile(schema)

test('the published schema is generated from the shape that ingest checks', () => {
  expect(project('article-document.schema.json')).toBe(documentSchema())
})

test('it is a JSON Schema of draft 2020-12 that names no address of the web', () => {
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:claimgraph:article-document:1',
    title: 'Claimgraph article document',
  })
  expect(documentSchema().match(/https?:\/\/[^"]*/g)).toEqual([
    'https://json-schema.org/draft/2020-12/schema',
  ])
  expect(new Ajv2020({ formats: { 'date-time': true } }).validateSchema(schema)).toBe(true)
})

test('editors get a hint for every section, every field of the article, an agent, an act and a statement', () => {
  const { agent, act, statement } = schema.$defs
  for (const { properties } of [schema, schema.properties.article, act, agent, statement])
    for (const [name, field] of Object.entries<{ $ref?: string; description?: string }>(properties)) {
      const definition = schema.$defs[field.$ref?.split('/').at(-1) ?? '']
      if (name !== 'description')
        expect([name, field.description ?? definition?.description]).toEqual([name, expect.any(String)])
    }
})

describe('documents', () => {
  const seed = JSON.parse(project('seeds/000_fb5d338449b6d03c.json'))

  test('the seed is valid, and names the schema that it is valid by', () => {
    expect(validate(seed) || validate.errors).toBe(true)
    expect(new URL(seed.$schema, 'file:///project/seeds/').pathname).toBe(
      '/project/article-document.schema.json',
    )
  })

  test.each<[string, object]>([
    ['an unknown key', { ...seed, headline: 'x' }],
    ['no article', { ...seed, article: undefined }],
    ['an unknown kind of agent', { ...seed, agents: { x: { kind: 'MAYOR', name: 'X' } } }],
    ['a key with a space', { ...seed, agents: { 'x y': { kind: 'PERSON', name: 'X' } } }],
    ['a date without its basis', { ...seed, article: { ...seed.article, published: { edtf: '2025' } } }],
    ['a moment that is none', { ...seed, article: { ...seed.article, retrievedAt: '2025-02-30T10:00:00Z' } }],
    ['a hop of publication', { ...seed, acts: { x: { by: ['y'], mode: 'PUBLICATION' } } }],
    ['a name of white space', { ...seed, agents: { x: { kind: 'PERSON', name: ' \u200b' } } }],
    ['too long a name', { ...seed, agents: { x: { kind: 'PERSON', name: 'x'.repeat(301) } } }],
  ])('%s is refused', (_, document) => {
    expect(validate(JSON.parse(JSON.stringify(document)))).toBe(false)
  })

  /** What the published schema and the shape tell differently. */
  const beyondSchema = (document: unknown) => JSON.stringify(document).includes('"__proto__":')

  test('are right by the schema where their shape is right for ingest', () => {
    const small = {
      ...seed,
      statements: [seed.statements[2], seed.statements[21], seed.statements[32], seed.statements[39]],
    }
    const seen = { right: 0, wrong: 0 }
    fc.assert(
      fc.property(fc.array(corruption, { minLength: 1, maxLength: 2 }), (corruptions) => {
        const document: unknown = corruptions.reduce(corrupted, small)
        // JSON as it is read from a file, where the name of a prototype is a name like others.
        const read: unknown = JSON.parse(JSON.stringify(document) ?? 'null')
        if (beyondSchema(read)) return
        const right = articleDocumentSchema.safeParse(read).success
        seen[right ? 'right' : 'wrong']++
        if (validate(read) !== right) expect({ read, errors: validate.errors }).toBe(right)
      }),
      { numRuns: 700 },
    )
    expect(Math.min(seen.right, seen.wrong)).toBeGreaterThan(50)
  })
})
