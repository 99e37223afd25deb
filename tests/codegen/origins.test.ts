import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { CaseFormatError, readCase } from '../../src/codegen/origin-case.ts'
import { main } from '../../src/codegen/origins.ts'

const CASES = join('tests', 'domain', 'origins', 'origin-cases.jsonl')

describe('npm run origins', () => {
  const run = (text: string | null) => {
    const folder = mkdtempSync(join(tmpdir(), 'origins-'))
    try {
      const file = join(folder, 'cases.jsonl')
      if (text !== null) writeFileSync(file, text)
      const lines: string[] = []
      return { code: main([file], (line) => void lines.push(line)), lines }
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
  const lines = readFileSync(CASES, 'utf8').trim().split('\n')

  test('ends with 0 where all hold', () => {
    expect(run(lines.slice(0, 3).join('\n'))).toEqual({ code: 0, lines: ['3 cases, 0 differ'] })
  })

  test('prints a case that differs with both answers, and ends with 1', () => {
    const one = JSON.parse(lines[0]!)
    one.expect = { ...one.expect, independentOrigins: 6, roots: ['Rook'] }
    expect(run(`${JSON.stringify(one)}\n${lines[1]}\n`)).toEqual({
      code: 1,
      lines: [
        'wire-01: five copies of a wire report that quotes a minister',
        '  Everybody has the minister from one wire: one origin, the minister.',
        '  expected {"independentOrigins":6,"roots":["Rook"]}',
        '  answered {"independentOrigins":1,"roots":["Vale"]}',
        '2 cases, 1 differ',
      ],
    })
  })

  test('says where a file cannot be read, and ends with 2', () => {
    expect(run(null)).toMatchObject({ code: 2, lines: [expect.stringContaining('cannot be read')] })
    expect(run(`${lines[0]}\n{"id":"x","world":{"statements":[{"id":"s1"}]}}`)).toMatchObject({
      code: 2,
      lines: [
        expect.stringMatching(
          /line 2: the case\.world\.statements\[0\]\.article is missing\. Write a text\.$/,
        ),
      ],
    })
    expect(
      run(
        `${lines[0]}\n{"id":"x","world":{"statements":[{"id":"s1","article":"a","chain":[{"bye":["V"]}]}]}}`,
      ),
    ).toEqual({
      code: 2,
      lines: [
        expect.stringMatching(
          /line 2: the case\.world\.statements\[0\]\.chain\[0\] has no field "bye"\. Its fields are by, onBehalfOf, basis, accepted, cites, occasion\.$/,
        ),
      ],
    })
    expect(main([], () => {})).toBe(2)
  })

  test.each([
    ['{', 'not JSON'],
    ['{"id":"x","world":{"articles":[]}}', 'the case.world.articles is []. Write an object.'],
    ['{"id":"x","world":{"decisions":[{"kind":"SAME"}]}}', 'Write one of SAME_CLAIM'],
    ['{"id":"x","expect":{"independentOrigins":-1},"world":{}}', 'Write a whole number from 0.'],
    ['{"id":"x","titel":"","world":{}}', 'the case has no field "titel"'],
    ['{"id":"x","expect":{"origins":1},"world":{}}', 'the case.expect has no field "origins"'],
    ['{"id":"x","world":{"article":{}}}', 'the case.world has no field "article"'],
    ['{"id":"x","world":{"articles":{"a":{"outlets":"A"}}}}', 'articles.a has no field "outlets"'],
    [
      '{"id":"x","world":{"articles":{"a":{"cites":[{"article":"b","status":"accepted"}]}}}}',
      'cites[0] has no field "status"',
    ],
    ['{"id":"x","world":{"statements":[{"id":"s","article":"a","by":["V"]}]}}', 'has no field "by"'],
    [
      '{"id":"x","world":{"statements":[{"id":"s","article":"a","author":{"article":"a","key":"k","why":""}}]}}',
      'author has no field "why"',
    ],
    ['{"id":"x","world":{"decisions":[{"kind":"SAME_AGENT","from":"A"}]}}', 'has no field "from"'],
    ['{"id":"x","world":{"retracted":{"statements":["s"]}}}', 'retracted has no field "statements"'],
  ])('%s', (line, message) => {
    expect(() => readCase(line)).toThrow(CaseFormatError)
    expect(() => readCase(line)).toThrow(message)
  })
})
