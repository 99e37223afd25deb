import { readFileSync } from 'node:fs'
import { makeExecutableSchema } from '@graphql-tools/schema'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type GraphQLScalarType, graphql, isScalarType, isSpecifiedScalarType } from 'graphql'
import { scalars } from '../../src/api/scalars.ts'

const sdl = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')
const names = Object.keys(scalars) as (keyof typeof scalars)[]

// A schema with one field a scalar, which gives back what it was given: literals, variables and output in one walk.
const echo = makeExecutableSchema({
  typeDefs: `${names.map((name) => `scalar ${name}`).join('\n')}
    type Query { ${names.map((name) => `${name}(value: ${name}): ${name}`).join('\n')} }`,
  resolvers: {
    ...scalars,
    Query: Object.fromEntries(
      names.map((name) => [name, (_: unknown, { value }: { value: unknown }) => value]),
    ),
  },
})

async function answered(name: string, source: string, variableValues: Record<string, unknown>) {
  const { data, errors } = await graphql({ schema: echo, source, variableValues })
  const [error] = errors ?? []
  if (!error) return { value: data?.[name] }
  return { code: error.extensions.code, message: error.message, locations: error.locations }
}
const byVariable = (name: string, value: unknown) =>
  answered(name, `query ($value: ${name}) { ${name}(value: $value) }`, { value })
const byLiteral = (name: string, literal: string) => answered(name, `{ ${name}(value: ${literal}) }`, {})

const day = fc
  .date({ min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString())

test('every scalar of the schema has a resolver, and keeps the description of the schema', () => {
  const schema = makeExecutableSchema({ typeDefs: sdl, resolvers: scalars })
  const own = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLScalarType => isScalarType(type) && !isSpecifiedScalarType(type),
  )
  expect(own.map(({ name }) => name).sort()).toEqual([...names].sort())
  for (const scalar of own) {
    expect(scalar.description).toMatch(/\S/)
    expect(scalar.specifiedByURL).toMatch(/^https:/)
  }
})

describe.each([
  {
    name: 'Date',
    good: [['2025-04-18'], ['2024-02-29'], ['0000-01-01'], ['9999-12-31']],
    bad: [
      '2025-02-30',
      '2023-02-29',
      '2025-04-31',
      '2025-13-01',
      '2025-00-10',
      '2025-4-18',
      '2025-04',
      '18.04.2025',
      '2025-04-18T00:00:00Z',
      ' 2025-04-18',
      '+002025-04-18',
      '2025-04-18\n',
      '',
    ],
    wanted: 'Date must be a day that exists, in the form "2025-04-18"; found ',
  },
  {
    name: 'DateTime',
    good: [
      ['2025-04-18T23:30:00-05:00', '2025-04-19T04:30:00.000Z'],
      ['2025-04-18T23:30:00Z', '2025-04-18T23:30:00.000Z'],
      ['2025-04-18t23:30:00.5z', '2025-04-18T23:30:00.500Z'],
      ['2025-04-18T23:30:00.123999+05:30', '2025-04-18T18:00:00.123Z'],
      ['2025-04-18T23:30:00-00:00', '2025-04-18T23:30:00.000Z'],
      ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ],
    bad: [
      '2025-04-18T23:30:00',
      '2025-04-18',
      '2025-02-30T10:00:00Z',
      '2025-04-18T24:00:00Z',
      '2025-04-18T10:60:00Z',
      '2016-12-31T23:59:60Z',
      '2025-04-18T10:00Z',
      '2025-04-18 10:00:00Z',
      '2025-04-18T10:00:00+0500',
      '2025-04-18T10:00:00+24:00',
      '2025-04-18T10:00:00.Z',
      '0000-01-01T00:00:00+01:00',
      '9999-12-31T23:59:59-01:00',
      '',
    ],
    wanted: 'DateTime must be an instant with seconds and offset, in the form "2025-04-18T23:30:00Z" or ',
  },
  {
    name: 'URL',
    good: [
      ['https://example.org/news?id=1#top'],
      ['HTTP://example.org'],
      ['https://пример.example/новости'],
      [' https://example.org/ ', 'https://example.org/'],
    ],
    bad: [
      'javascript:alert(1)',
      'ftp://example.org/',
      'mailto:a@example.org',
      '//example.org',
      '/news',
      'example.org',
      'https://',
      'https://user:word@example.org/',
      'https://exa mple.org/',
      'java\nscript:alert(1)',
      `https://example.org/${'a'.repeat(2_048)}`,
      '',
    ],
    wanted: 'URL must be an absolute http or https address of at most 2048 characters',
  },
  {
    name: 'EDTF',
    good: [['2025-04'], ['2025~'], ['2025-04-18/..']],
    bad: ['', '  '],
    wanted: 'EDTF must be a date in Extended Date/Time Format, such as ',
  },
])('$name', ({ name, good, bad, wanted }) => {
  test.each(good)('%j is accepted, by variable and in the query', async (text, value = text) => {
    expect(await byVariable(name, text)).toEqual({ value })
    expect(await byLiteral(name, JSON.stringify(text))).toEqual({ value })
  })

  test.each(bad)('%j is refused, by variable and in the query', async (text) => {
    for (const refusal of [await byVariable(name, text), await byLiteral(name, JSON.stringify(text))]) {
      expect(refusal.code).toBe('BAD_USER_INPUT')
      expect(refusal.message).toContain(wanted)
      expect(refusal.locations).toHaveLength(1)
    }
  })

  test.each([
    [20250418, '20250418'],
    [true, 'true'],
    [['2025-04-18'], 'a list'],
    [{ day: 18 }, 'an object'],
  ])('%j is no text', async (value, found) => {
    expect(await byVariable(name, value)).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining(`; found ${found}.`),
    })
  })

  test.each(['20250418', 'APRIL', '["2025-04-18"]', '{ day: 18 }'])(
    'the literal %s is no text',
    async (literal) => {
      expect(await byLiteral(name, literal)).toMatchObject({
        code: 'BAD_USER_INPUT',
        message: expect.stringContaining(wanted),
      })
    },
  )

  test('a long text is not echoed whole', async () => {
    const { message } = await byLiteral(name, `[${JSON.stringify('x'.repeat(10_000))}]`)
    expect(message).toMatch(/…\.$/)
    expect(message!.length).toBeLessThan(300)
  })

  test('null stays null', async () => {
    expect(await byVariable(name, null)).toEqual({ value: null })
    expect(await byLiteral(name, 'null')).toEqual({ value: null })
  })
})

test('a day is accepted exactly where the calendar has it', () => {
  const two = fc.integer({ min: 0, max: 40 }).map((n) => String(n).padStart(2, '0'))
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999 }), two, two, (year, month, date) => {
      const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0
      const text = `${String(year).padStart(4, '0')}-${month}-${date}`
      const accepted = (() => {
        try {
          return scalars.Date.parseValue(text) === text
        } catch {
          return false
        }
      })()
      expect(accepted).toBe(Number(date) >= 1 && Number(date) <= days)
    }),
  )
})

test('an instant is the same moment in whatever offset it is written, and its normal form stays as it is', () => {
  const offset = fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 })
  fc.assert(
    fc.property(day, offset, (instant, minutes) => {
      const local = new Date(Date.parse(instant) + minutes * 60_000).toISOString()
      fc.pre(/^\d{4}-/.test(local))
      const two = (n: number) => String(n).padStart(2, '0')
      const size = Math.abs(minutes)
      const written = `${local.slice(0, -1)}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
      expect(scalars.DateTime.parseValue(written)).toBe(instant)
      expect(scalars.DateTime.parseValue(instant)).toBe(instant)
    }),
  )
})

test('JSON takes any value, by variable and in the query', async () => {
  const value = { text: 'a', list: [1, 2.5, null, true], inner: { deep: [{}] } }
  expect(await byVariable('JSON', value)).toEqual({ value })
  expect(await byLiteral('JSON', '{ text: "a", list: [1, 2.5, null, true], inner: { deep: [{}] } }')).toEqual(
    { value },
  )
  const source = 'query ($inner: JSON) { JSON(value: { inner: $inner, __proto__: { polluted: true } }) }'
  const { value: answer } = await answered('JSON', source, { inner: [1] })
  expect(JSON.stringify(answer)).toBe('{"inner":[1],"__proto__":{"polluted":true}}')
  expect('polluted' in {}).toBe(false)
})

test.each([
  ['Date', '2025-02-30'],
  ['Date', new Date(0)],
  ['DateTime', '2025-04-18'],
  ['URL', 'javascript:alert(1)'],
  ['EDTF', ''],
] as const)('a %s of the service that does not fit is a fault of the service: %p', (name, value) => {
  expect(() => scalars[name].serialize(value)).toThrow(TypeError)
})
