import { readdirSync, readFileSync } from 'node:fs'
import { makeExecutableSchema } from '@graphql-tools/schema'
import { describe, expect, test } from '@jest/globals'
import { type GraphQLError, graphql } from 'graphql'
import { ERROR_CATALOGUE, type ErrorCode } from '../../src/api/error-catalogue.ts'
import { TRANSPORT_CODES } from '../../src/api/mask-error.ts'
import { scalars } from '../../src/api/scalars.ts'
import { ClaimgraphError } from '../../src/domain/claimgraph-error.ts'
import { checkedId } from '../../src/domain/identity.ts'
import { normalizeStatementFilter } from '../../src/domain/statement-filter.ts'

const root = new URL('../../', import.meta.url)
const document = readFileSync(new URL('docs/errors.md', root), 'utf8')
const sdl = readFileSync(new URL('schema.graphql', root), 'utf8')
const codes = Object.keys(ERROR_CATALOGUE)

/** What stops the service before its endpoint answers; these codes reach the terminal and never a client. */
const CODES_AT_START = ['SCHEMA_MISMATCH']

const [introduction = '', ...sections] = document.split(/^## /m)
const examples = new Map(
  sections.map((section) => {
    const json = /```json\n(.*?)```/s.exec(section)?.[1] ?? 'null'
    return [section.slice(0, section.indexOf('\n')), { text: section, error: JSON.parse(json) }] as const
  }),
)

describe('docs/errors.md and the catalogue', () => {
  test('the table has every entry, in the same words and order, and no other', () => {
    const rows = introduction.split('\n').filter((line) => line.startsWith('| ['))
    expect(rows).toEqual(
      Object.entries(ERROR_CATALOGUE).map(
        ([code, { meaning, retry, remedy }]) =>
          `| [${code}](#${code.toLowerCase()}) | ${meaning}. | ${retry ? 'yes' : 'no'} | ${remedy} |`,
      ),
    )
  })

  test('every entry has a section, in the same order, and no other section is there', () => {
    expect([...examples.keys()]).toEqual(codes)
  })

  test.each(codes)(
    'the example of %s carries the code and the extensions that the catalogue names',
    (code) => {
      const entry = ERROR_CATALOGUE[code as ErrorCode]
      const extensions = Object.entries('extensions' in entry ? entry.extensions : {})
      const { text, error } = examples.get(code)!
      expect(error.message).toEqual(expect.stringMatching(/\S/))
      expect(error.extensions.code).toBe(code)
      expect(Object.keys(error.extensions).sort()).toEqual(['code', ...extensions.map(([key]) => key)].sort())
      expect(text.match(/^- `.*$/gm) ?? []).toEqual(
        extensions.map(([key, meaning]) => `- \`${key}\`: ${meaning}.`),
      )
    },
  )
})

describe('the examples are real', () => {
  const schema = makeExecutableSchema({ typeDefs: sdl, resolvers: scalars })
  const queryOf = (code: string) => /`(query .*?|\{.*?)`/.exec(examples.get(code)!.text)![1]!
  const thrown = (act: () => unknown) => {
    try {
      act()
    } catch (error) {
      if (error instanceof ClaimgraphError) return error
    }
    throw new Error('no ClaimgraphError was thrown')
  }

  test.each([
    ['GRAPHQL_PARSE_FAILED', {}],
    ['GRAPHQL_VALIDATION_FAILED', {}],
    ['BAD_USER_INPUT', { from: '2025-02-30' }],
  ])('%s', async (code, variableValues) => {
    const { errors } = await graphql({ schema, source: queryOf(code), variableValues })
    const { extensions: _, ...example } = examples.get(code)!.error
    const [{ extensions: __, ...error } = {}] = (errors ?? []).map((each: GraphQLError) => each.toJSON())
    expect(error).toEqual(example)
  })

  test.each([
    ['INVALID_ID', () => checkedId('42', 'Statement')],
    ['INVALID_ARGUMENTS', () => normalizeStatementFilter({ said: { from: '2025-04-19', to: '2025-04-18' } })],
    [
      'FILTER_TOO_LARGE',
      () => {
        const eitherWay = { or: [{ text: 'a' }, { text: 'b' }] }
        normalizeStatementFilter({ and: Array.from({ length: 7 }, () => eitherWay) })
      },
    ],
  ])('%s', (code, act) => {
    const { message, extensions } = examples.get(code)!.error
    const error = thrown(act)
    expect({ message: error.message, extensions: { code: error.code, ...error.details } }).toEqual({
      message,
      extensions,
    })
  })
})

describe('codes in use', () => {
  test('every code that the source throws is in the catalogue', () => {
    const sources = readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/^(codegen|embedded)\b/.test(file))
      .map((file) => readFileSync(new URL(`src/${file}`, root), 'utf8'))
    const used = sources.flatMap((source) => [
      ...[...source.matchAll(/new ClaimgraphError\(\s*'([^']*)'/g)].map(([, code]) => code),
      ...[...source.matchAll(/\bcode: '([A-Z_]{6,})'/g)].map(([, code]) => code),
    ])
    expect(used).toContain('INVALID_ID')
    expect(used).toContain('BAD_USER_INPUT')
    expect(used.filter((code) => !codes.includes(code!) && !CODES_AT_START.includes(code!))).toEqual([])
  })

  test('every code of the HTTP and GraphQL machinery is in the catalogue', () => {
    expect(codes).toEqual(expect.arrayContaining([...TRANSPORT_CODES]))
  })

  test('every code that the descriptions of the schema name is in the catalogue', () => {
    const named = [...sdl.matchAll(/\b(?:error|error is|code)\s+([A-Z]+(?:_[A-Z]+)+)\b/g)].map(
      ([, code]) => code,
    )
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((code) => !codes.includes(code!))).toEqual([])
  })
})
