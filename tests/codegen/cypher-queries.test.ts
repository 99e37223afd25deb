import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CypherContractError, generateCypherQueries, QUERIES_FILE } from '../../src/codegen/cypher-queries.ts'

const PROJECT = fileURLToPath(new URL('../../', import.meta.url))
const temporary = mkdtempSync(join(tmpdir(), 'claimgraph-cypher-queries-'))
afterAll(() => rmSync(temporary, { recursive: true }))

type Files = Record<string, string>

/** A project folder with the given files, by their paths in it. */
function projectOf(files: Files): string {
  const folder = mkdtempSync(join(temporary, 'project-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

function lines(...text: string[]): string {
  return `${text.join('\n')}\n`
}

const STATEMENTS: Files = {
  'src/cypher/shapes.ts': lines(
    'export interface StatementMatch {',
    '  readonly quoteTypes: readonly string[]',
    '}',
  ),
  'cypher/read/statements-by-speaker.cypher': lines(
    '// The statements of a speaker, one page.',
    '//',
    '// Several agents that were merged count as one.',
    '// @param speakers: [string] - ids of agents',
    '// @param beyond: string? - the sort key that the page begins after;',
    '//   null for the first page',
    '// @param match: StatementMatch?',
    '// @param limit: integer',
    '// @row speaker: string',
    '// @row confidence: float?',
    '// @row spans: [map]',
    '// @variants statement-orders',
    '',
    'UNWIND $speakers AS speaker',
    'CALL (speaker) {',
    '  MATCH ()-[spoke:SPOKE]->(s:Statement)',
    '  // Not $counted: a comment.',
    '  WHERE spoke.agentId = speaker AND spoke.{{key}} {{beyond}} coalesce($beyond, "$none")',
    '    // @include statement-filter s=s',
    '  RETURN s ORDER BY spoke.agentId {{direction}}, spoke.{{key}} {{direction}} LIMIT $limit',
    '}',
    'RETURN speaker, s.confidence AS confidence, [] AS spans',
  ),
  'cypher/write/put-place.cypher': lines(
    '// Stores a place.',
    '// @param place: map',
    '// @row id: string',
    'MERGE (p:Place {id: $place.id})',
    'RETURN p.id AS id',
  ),
  'cypher/read/statement-count.cypher': lines(
    '// How many statements there are.',
    '// @row total: integer',
    'MATCH (s:Statement) RETURN count(s) AS total',
  ),
  'cypher/fragments/statement-orders.cypher': lines(
    '// The orders of statements.',
    '// @variant TEXT key=textKey direction=ASC beyond=>',
    '// @variant SAID_DESC key=saidDescending direction=DESC beyond="<"',
  ),
  'cypher/fragments/statement-filter.cypher': lines(
    '// What a page of statements may be narrowed to.',
    'AND ($match IS NULL',
    '  // @include quote-types node={{s}}',
    ')',
    '',
  ),
  'cypher/fragments/quote-types.cypher': lines(
    '// One condition.',
    'OR {{node}}.quoteType IN $match.quoteTypes',
  ),
}

describe('the queries', () => {
  const { queries } = generateCypherQueries(projectOf(STATEMENTS))
  const query = (name: string) => queries.find((candidate) => candidate.name === name)

  test('are named after the file and the variant, reads first, in the order of names and of variants', () => {
    expect(queries.map(({ name, mode }) => `${mode} ${name}`)).toEqual([
      'READ statement-count',
      'READ statements-by-speaker.TEXT',
      'READ statements-by-speaker.SAID_DESC',
      'WRITE put-place',
    ])
  })

  test('carry their columns, and the Cypher types of their parameters', () => {
    expect(query('statements-by-speaker.TEXT')).toMatchObject({
      columns: ['speaker', 'confidence', 'spans'],
      parameters: { speakers: '[string]', beyond: 'string', match: 'map', limit: 'integer' },
    })
    expect(query('statement-count')).toMatchObject({ columns: ['total'], parameters: {} })
  })

  test('are the body without its comments, with fragments indented, values in place and parameters in one map', () => {
    expect(query('statements-by-speaker.SAID_DESC')?.text.split('\n')).toEqual([
      'UNWIND $given.speakers AS speaker',
      'CALL (speaker) {',
      '  MATCH ()-[spoke:SPOKE]->(s:Statement)',
      '  WHERE spoke.agentId = speaker AND spoke.saidDescending < coalesce($given.beyond, "$none")',
      '    AND ($given.match IS NULL',
      '      OR s.quoteType IN $given.match.quoteTypes',
      '    )',
      '  RETURN s ORDER BY spoke.agentId DESC, spoke.saidDescending DESC LIMIT $given.limit',
      '}',
      'RETURN speaker, s.confidence AS confidence, [] AS spans',
    ])
    expect(query('statements-by-speaker.TEXT')?.text).toContain('spoke.textKey > coalesce')
  })

  test('may have variants of their own, with values of several words or of none, that use a parameter in some', () => {
    const { queries: pages } = generateCypherQueries(
      projectOf({
        'cypher/read/claims.cypher': lines(
          '// A page of claims.',
          '// @param after: string',
          '// @row id: string',
          '// @variant FIRST condition=""',
          '// @variant NEXT condition="WHERE c.id > $after"',
          'MATCH (c:Claim) {{condition}} RETURN c.id AS id',
        ),
      }),
    )
    expect(pages.map(({ text }) => text)).toEqual([
      'MATCH (c:Claim)  RETURN c.id AS id',
      'MATCH (c:Claim) WHERE c.id > $given.after RETURN c.id AS id',
    ])
  })

  test('may write labels and types that are data', () => {
    const files = {
      'cypher/write/put-record.cypher': lines(
        '// Stores a record.',
        '// @param labels: [string]',
        '// @row id: string',
        'CREATE (r:$($labels):$all($labels)) RETURN r.id AS id',
      ),
    }
    expect(generateCypherQueries(projectOf(files)).queries).toHaveLength(1)
  })

  test('read quoted text and comments as such: they hold no parameters', () => {
    const files = {
      'cypher/read/prices.cypher': lines(
        '// Prices.',
        '// @param currency: string',
        '// @row price: string',
        "RETURN '$5 \\' $six' + $currency AS price, `$seven` // $eight",
        '/* $nine */',
      ),
    }
    expect(generateCypherQueries(projectOf(files)).queries).toHaveLength(1)
  })
})

describe('the generated module', () => {
  test('gives each query with its types to a function that runs it', () => {
    const folder = projectOf({
      ...STATEMENTS,
      'package.json': '{ "type": "module" }',
      'src/run.ts': lines(
        "import type { Query } from './cypher/query.ts'",
        "import { allQueries, putPlace, statementCount, statementsBySpeaker } from './cypher/queries.ts'",
        'declare function run<Params, Row>(query: Query<Params, Row>, parameters: NoInfer<Params>): Promise<Row[]>',
        'const page = { speakers: ["a"] as const, beyond: null, match: { quoteTypes: [] }, limit: 20 }',
        'const [row] = await run(statementsBySpeaker.SAID_DESC, page)',
        'export const answer: { speaker: string; confidence: number | null; spans: Record<string, unknown>[] } = row!',
        'export const total: number = (await run(statementCount, {}))[0]!.total',
        'export const names: string[] = allQueries.map(({ name }) => name)',
        'await run(putPlace, { place: { id: "a" } })',
        '// @ts-expect-error: a parameter is missing',
        'await run(statementsBySpeaker.TEXT, { speakers: [], beyond: null, match: null })',
        '// @ts-expect-error: a parameter too many',
        'await run(statementsBySpeaker.TEXT, { speakers: [], beyond: null, match: null, limit: 20, offset: 0 })',
        '// @ts-expect-error: a parameter too many',
        'await run(statementCount, { limit: 20 })',
        '// @ts-expect-error: a parameter of another type',
        'await run(statementsBySpeaker.TEXT, { ...page, limit: "20" })',
        '// @ts-expect-error: null where it may not be',
        'await run(statementsBySpeaker.TEXT, { ...page, limit: null })',
        '// @ts-expect-error: no such column',
        'row!.claim',
        '// @ts-expect-error: the column may be null',
        'row!.confidence.toFixed()',
        '// @ts-expect-error: no such variant',
        'statementsBySpeaker.SAID_ASC',
      ),
    })
    cpSync(join(PROJECT, 'src/cypher/query.ts'), join(folder, 'src/cypher/query.ts'))
    writeFileSync(join(folder, QUERIES_FILE), generateCypherQueries(folder).text)
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: join(PROJECT, 'tsconfig.json'),
        compilerOptions: { types: [] },
        include: ['src'],
      }),
    )
    const checked = spawnSync(
      process.execPath,
      [join(PROJECT, 'node_modules/typescript/bin/tsc'), '-p', folder],
      {
        encoding: 'utf8',
      },
    )
    expect(checked).toMatchObject({ status: 0, stdout: '' })
  })

  test('documents the values and what they take and give', () => {
    const { text } = generateCypherQueries(projectOf(STATEMENTS))
    expect(text).toContain(
      lines(
        '/**',
        ' * The statements of a speaker, one page.',
        ' *',
        ' * Several agents that were merged count as one.',
        ' */',
        'export const statementsBySpeaker',
      ).trimEnd(),
    )
    expect(text).toContain(
      lines(
        '  /** the sort key that the page begins after; null for the first page */',
        '  readonly beyond: string | null',
      ),
    )
    expect(text).toContain("import type { StatementMatch } from './shapes.ts'")
  })

  test('holds exactly the texts, whatever characters they are of', async () => {
    const character = fc.oneof(
      fc.constantFrom('`', '$', '{', '}', '\\', "'", '"', '/', '*'),
      fc.string({ unit: 'binary' }),
    )
    const literal = fc
      .array(character, { maxLength: 20 })
      .map((parts) => parts.join('').replace(/[\r\n]/g, ''))
      .map((text) => `RETURN '${text.replace(/[\\']/g, '\\$&')}' AS text`)
      .filter((body) => !body.includes('{{'))
    await fc.assert(
      fc.asyncProperty(fc.array(literal, { minLength: 1, maxLength: 20 }), async (bodies) => {
        const folder = projectOf(
          Object.fromEntries(
            bodies.map((body, index) => [
              `cypher/read/text-${index}.cypher`,
              lines('// A text.', '// @row text: string', body),
            ]),
          ),
        )
        const { text, queries } = generateCypherQueries(folder)
        const file = join(folder, 'queries.ts')
        writeFileSync(file, text)
        const { allQueries } = await import(pathToFileURL(file).href)
        expect(allQueries).toEqual(queries)
        expect(new Set(queries.map((query) => query.text))).toEqual(new Set(bodies))
      }),
      { numRuns: 10 },
    )
  })

  test('does not depend on the order in which a folder is listed or written', () => {
    const reversed = Object.fromEntries(Object.entries(STATEMENTS).reverse())
    expect(generateCypherQueries(projectOf(reversed)).text).toBe(
      generateCypherQueries(projectOf(STATEMENTS)).text,
    )
  })
})

describe('a breach of the contract is reported with file and line', () => {
  const HEADER = ['// Claims.', '// @param id: string', '// @row text: string']
  const BODY = 'MATCH (c:Claim {id: $id}) RETURN c.text AS text'

  const inARead: readonly [string, readonly string[], readonly string[]][] = [
    ['a description that is missing', HEADER.slice(1).concat(BODY), [':1: the description is missing']],
    [
      'a query that is missing',
      HEADER,
      [':1: there is no query below the header', ':2: $id is declared and not used'],
    ],
    ['a parameter used and not declared', [HEADER[0]!, HEADER[2]!, BODY], [':3: $id is not declared']],
    [
      'a parameter declared and not used',
      [...HEADER, '// @param at: string', BODY],
      [':4: $at is declared and not used'],
    ],
    [
      'a parameter declared twice',
      [...HEADER, '// @param id: string', BODY],
      [':4: @param id is declared twice'],
    ],
    ['a column declared twice', [...HEADER, '// @row text: any', BODY], [':4: @row text is declared twice']],
    ['a read without columns', [...HEADER.slice(0, 2), BODY], [':1: a read declares its @row columns']],
    [
      'a type not known',
      ['// Claims.', '// @row text: text', 'RETURN 1 AS text'],
      [':2: the type "text" is not known'],
    ],
    [
      'a list of a type not known',
      ['// Claims.', '// @row x: [int]', 'RETURN 1 AS x'],
      [':2: the type "[int]" is not known'],
    ],
    [
      'a type not known, of a parameter',
      ['// Claims.', '// @param x: date', '// @row y: any', 'RETURN $x AS y'],
      [':2: the type "date" is not known'],
    ],
    [
      'an interface not there',
      ['// Claims.', '// @row x: Shape', 'RETURN 1 AS x'],
      [':2: the type Shape is not an exported'],
    ],
    [
      'a declaration of another form',
      [...HEADER, '// @row x string', BODY],
      [':4: "x string" is not of the form'],
    ],
    ['a word not known in the header', [...HEADER, '// @returns text', BODY], [':4: @returns is not known']],
    ['prose below the declarations', [...HEADER, '// by id', BODY], [':4: prose stands before the @ lines']],
    ['a declaration in the body', [...HEADER, BODY, '// @row x: any'], [':5: @row belongs into the header']],
    [
      'a placeholder without variants',
      [...HEADER, `${BODY} {{x}}`],
      [':4: {{x}} stands for nothing here; no values'],
    ],
    ['half a placeholder', [...HEADER, `${BODY} {{ x }}`], [':4: "{{" does not begin a placeholder']],
    [
      'a placeholder that one variant does not give',
      [...HEADER, '// @variant A x=1', '// @variant B', `${BODY} // {{x}}`],
      [':6: {{x}} stands for nothing here; no values'],
    ],
    ['a value that nothing takes', [...HEADER, '// @variant A x=1', BODY], [':4: the query has no {{x}}']],
    [
      'a variant that is there twice',
      [...HEADER, '// @variant A', '// @variant A', BODY],
      [':5: the variant A is there twice'],
    ],
    [
      'a variant named otherwise',
      [...HEADER, '// @variant byText', BODY],
      [':4: "byText" is not a variant\'s name'],
    ],
    [
      'values of another form',
      [...HEADER, '// @variant A x 1', BODY],
      [':4: "x 1" is not of the form key=value'],
    ],
    ['variants not there', [...HEADER, '// @variants orders', BODY], [':4: there are no @variant lines in']],
    [
      'a fragment not there',
      [...HEADER, BODY, '// @include tail'],
      [':5: there is no cypher/fragments/tail.cypher'],
    ],
    [
      'a label made of data',
      [...HEADER, BODY, '// why', 'ORDER BY c:$any($id)'],
      [':6: a label or type made of data'],
    ],
    ['a parameter without a name', [...HEADER, BODY, 'LIMIT $1'], [':5: no name follows "$"']],
    [
      'a query made of data',
      [...HEADER, BODY, 'CALL apoc.cypher.run($id, {})'],
      [':5: a query does not run text'],
    ],
  ]

  test.each(inARead)('%s', (_, text, expected) => {
    const problems = problemsOf({ 'cypher/read/claims.cypher': lines(...text) })
    expect(problems).toEqual(
      expected.map((problem) => expect.stringContaining(`cypher/read/claims.cypher${problem}`)),
    )
  })

  test('in a fragment, with the line that includes it', () => {
    const problems = problemsOf({
      'cypher/read/claims.cypher': lines(
        ...HEADER,
        BODY,
        '// @include page order=c.id size=9',
        '// @include loop',
      ),
      'cypher/fragments/page.cypher': lines('// A page.', 'ORDER BY {{order}} {{direction}}', 'LIMIT $limit'),
      'cypher/fragments/loop.cypher': lines('// Itself.', '// @include loop'),
      'cypher/fragments/bare.cypher': lines('// @param limit: integer', 'LIMIT $limit'),
    })
    const included = (line: number) => `(included by cypher/read/claims.cypher:${line})`
    expect(problems).toEqual([
      'cypher/fragments/bare.cypher:1: the description is missing; begin the file with a comment that says what it does',
      'cypher/fragments/bare.cypher:1: a fragment has no such line; it stands in the files that include the fragment',
      `cypher/fragments/page.cypher:2: {{direction}} stands for nothing here; given are order, size ${included(5)}`,
      'cypher/read/claims.cypher:5: the fragment page has no {{size}}',
      `cypher/fragments/loop.cypher:2: the fragment includes itself: loop -> loop ${included(6)}`,
      `cypher/fragments/page.cypher:3: $limit is not declared; add "// @param limit: type" to cypher/read/claims.cypher ${included(5)}`,
    ])
  })

  test('in the names of files', () => {
    const whole = lines(...HEADER, BODY)
    const problems = problemsOf({
      'cypher/read/claims.cypher': whole,
      'cypher/read/Claims_2.cypher': whole,
      'cypher/read/agent.cypher': whole,
      'cypher/write/claims.cypher': whole,
      'cypher/write/all-queries.cypher': whole,
      'src/cypher/shapes.ts': 'export interface AgentRow {}\n',
    })
    expect(problems).toEqual([
      expect.stringContaining('cypher/read/Claims_2.cypher:1: a file is named in small letters'),
      'cypher/read/agent.cypher:1: the name AgentRow is taken by an interface of src/cypher/shapes.ts',
      'cypher/write/all-queries.cypher:1: the name allQueries is taken by the list of all queries',
      'cypher/write/claims.cypher:1: the name claims is taken by cypher/read/claims.cypher',
    ])
  })

  function problemsOf(files: Files): readonly string[] {
    try {
      generateCypherQueries(projectOf(files))
    } catch (error) {
      if (error instanceof CypherContractError) return error.problems
      throw error
    }
    return []
  }
})

describe('the command', () => {
  const run = (folder: string, ...options: string[]) => {
    const script = join(PROJECT, 'src/codegen/cypher-queries.ts')
    const tsx = join(PROJECT, 'node_modules/tsx/dist/cli.mjs')
    return spawnSync(process.execPath, [tsx, script, ...options], { cwd: folder, encoding: 'utf8' })
  }

  test('writes the module; with --check it fails, and says where, until the module is what the folder gives', () => {
    const folder = projectOf(STATEMENTS)
    expect(run(folder, '--check')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('at line 1'),
    })
    expect(run(folder)).toMatchObject({ status: 0, stdout: 'src/cypher/queries.ts: 4 queries\n' })
    expect(readFileSync(join(folder, QUERIES_FILE), 'utf8')).toBe(generateCypherQueries(folder).text)
    expect(run(folder, '--check')).toMatchObject({ status: 0, stderr: '' })

    const file = join(folder, 'cypher/read/statement-count.cypher')
    writeFileSync(file, readFileSync(file, 'utf8').replace('count(s)', 'count(*)'))
    const stale = run(folder, '--check')
    expect(stale.status).toBe(1)
    expect(stale.stderr).toMatch(
      /differs at line \d+\n {2}found: .*count\(s\).*\n {2}expected: .*count\(\*\)/,
    )
  })

  test('fails with the problems where the contract is broken', () => {
    const folder = projectOf({ 'cypher/read/claims.cypher': 'RETURN 1 AS one\n' })
    const { status, stderr } = run(folder)
    expect(status).toBe(1)
    expect(stderr).toContain('  cypher/read/claims.cypher:1: the description is missing')
    expect(stderr).not.toContain('at main')
  })
})

test('src/cypher/queries.ts is what cypher/ gives', () => {
  expect(readFileSync(join(PROJECT, QUERIES_FILE), 'utf8')).toBe(generateCypherQueries(PROJECT).text)
})
