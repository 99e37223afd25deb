import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import {
  buildSchema,
  type GraphQLField,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  validateSchema,
} from 'graphql'
import { schemaTypes } from '../../src/codegen/graphql-types.ts'
import { URL_LENGTH } from '../../src/domain/canonical-url.ts'
import { DATE_MATCHES } from '../../src/domain/date-range.ts'
import { MAX_FILTER_ALTERNATIVES, MAX_FILTER_VALUES } from '../../src/domain/statement-filter.ts'
import * as vocabulary from '../../src/domain/vocabulary.ts'

const root = new URL('../../', import.meta.url)
const sdl = readFileSync(new URL('schema.graphql', root), 'utf8')
const schema = buildSchema(sdl)
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
)
const fields: [string, GraphQLField<unknown, unknown>][] = types.flatMap((type) =>
  isObjectType(type) || isInterfaceType(type)
    ? Object.values(type.getFields()).map((field): [string, GraphQLField<unknown, unknown>] => [
        `${type.name}.${field.name}`,
        field,
      ])
    : [],
)

test('the schema is valid', () => {
  expect(validateSchema(schema)).toEqual([])
})

test('everything has a description that is a sentence', () => {
  const described: [string, string | null | undefined][] = [
    ...types.map((type): [string, string | null | undefined] => [type.name, type.description]),
    ...fields.flatMap(([path, { description, args }]): [string, string | null | undefined][] => [
      [path, description],
      ...args.map((arg): [string, string | null | undefined] => [`${path}(${arg.name}:)`, arg.description]),
    ]),
    ...types.flatMap((type): [string, string | null | undefined][] => {
      if (isEnumType(type))
        return type.getValues().map((value) => [`${type.name}.${value.name}`, value.description])
      if (!isInputObjectType(type)) return []
      return Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field.description])
    }),
    ...schema
      .getDirectives()
      .filter((directive) => !isSpecifiedDirective(directive))
      .flatMap((directive): [string, string | null | undefined][] => [
        [`@${directive.name}`, directive.description],
        ...directive.args.map((arg): [string, string | null | undefined] => [
          `@${directive.name}(${arg.name}:)`,
          arg.description,
        ]),
      ]),
  ]
  expect(described.length).toBeGreaterThan(500)
  expect(described.filter(([, text]) => !/^[A-Z"].*\.$/s.test(text ?? '')).map(([name]) => name)).toEqual([])
})

describe('the words of the domain', () => {
  test.each([
    ['AgentKind', vocabulary.AGENT_KINDS],
    ['UnnamedReason', vocabulary.UNNAMED_REASONS],
    ['Zone', vocabulary.ZONES],
    ['QuoteType', vocabulary.QUOTE_TYPES],
    ['SpeechAct', vocabulary.SPEECH_ACTS],
    ['Certainty', vocabulary.CERTAINTIES],
    ['Polarity', vocabulary.POLARITIES],
    ['CueStance', vocabulary.CUE_STANCES],
    ['Basis', vocabulary.BASES],
    ['HopMode', vocabulary.HOP_MODES],
    ['StatementStatus', vocabulary.STATEMENT_STATUSES],
    ['RecordMethod', vocabulary.RECORD_METHODS],
    ['DateBasis', vocabulary.DATE_BASES],
    ['DatePrecision', vocabulary.DATE_PRECISIONS],
    ['ResponseStance', vocabulary.RESPONSE_STANCES],
    ['TextPart', vocabulary.TEXT_PARTS],
    ['SourceRole', vocabulary.SOURCE_ROLES],
    ['CorrectionKind', vocabulary.CORRECTION_KINDS],
    ['RatingValue', vocabulary.RATING_VALUES],
    ['DateMatch', DATE_MATCHES],
  ])('%s has the values of the domain, in their order', (name, values) => {
    const type = schema.getType(name)
    expect(isEnumType(type) && type.getValues().map((value) => value.name)).toEqual([...values])
  })

  test('every kind of agent is a type', () => {
    const kinds = schema
      .getPossibleTypes(schema.getType('Agent') as never)
      .map(({ name }) => name.toUpperCase())
    expect(kinds).toEqual([...vocabulary.AGENT_KINDS])
  })
})

describe('what descriptions promise', () => {
  test('the limits are those of the domain', () => {
    const text = (name: string) => schema.getType(name)?.description?.replace(/\s+/g, ' ')
    const number = (n: number) => n.toLocaleString('en')
    expect(text('StatementFilter')).toContain(`more than ${number(MAX_FILTER_ALTERNATIVES)} alternatives`)
    expect(text('StatementFilter')).toContain(`more than ${number(MAX_FILTER_VALUES)} values`)
    expect(text('URL')).toContain(`at most ${number(URL_LENGTH)} characters`)
  })

  const paged = fields.filter(([, { type }]) => String(type).endsWith('Connection!'))

  test.each(paged.map(([path]) => path))('%s is paged and says how', (path) => {
    const { args } = paged.find(([name]) => name === path)![1]
    const described = new Map(args.map(({ name, description }) => [name, description]))
    expect(described.get('first')).toMatch(/20 unless given, at most 100; .* PAGE_TOO_LARGE/s)
    expect(described.has('after')).toBe(true)
  })

  test('every order has the default that the design gives it', () => {
    const defaults = fields.flatMap(([path, { args }]) =>
      args
        .filter(({ name }) => name === 'orderBy')
        .map(({ description }) => [path, /^(\w+) unless given\.$/.exec(description ?? '')?.[1]]),
    )
    const expected = (path: string) => {
      if (path === 'Query.claims') return 'RECORDED_DESC'
      return path === 'Article.statements' ? 'TEXT' : 'PUBLISHED_DESC'
    }
    expect(defaults).toHaveLength(22)
    expect(defaults).toEqual(defaults.map(([path]) => [path, expected(path!)]))
  })
})

test('the generated types are those of the schema', async () => {
  const generated = readFileSync(new URL('src/api/schema-types.ts', root), 'utf8')
  expect(generated === (await schemaTypes(sdl)) || 'Run: npx tsx src/codegen/graphql-types.ts').toBe(true)
})
