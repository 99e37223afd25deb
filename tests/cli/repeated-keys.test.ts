import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { repeatedKeys } from '../../src/cli/repeated-keys.ts'

describe('keys that an object has twice', () => {
  test.each<[string, (string | number)[][]]>([
    ['{}', []],
    ['"a"', []],
    ['{"a": 1, "b": {"a": 1}, "c": [{"a": 1}, {"a": 1}]}', []],
    ['{"a": "a", "b": ["a", "a", "{\\"a\\": 1,", "\\\\"]}', []],
    ['{"a": 1, "a": 1}', [['a']]],
    ['{"a": 1, "b": 2, "a": 3, "a": 4}', [['a']]],
    ['{"a": {"x": 1, "x": 2}, "a": {"x": 1}}', [['a', 'x'], ['a']]],
    ['[0, [], {"b": [1, {"k, \\"}": 1, "k, \\"}": 2}]}]', [[2, 'b', 1, 'k, "}']]],
    ['{"\\u0061": 1, "a": 2, "__proto__": 1, "__proto__": 2}', [['a'], ['__proto__']]],
  ])('%s', (json, paths) => {
    JSON.parse(json)
    expect(repeatedKeys(json)).toEqual(paths)
  })

  test('are found in any JSON, however deep, and only where they are', () => {
    // An object is its entries, so that it can have a key twice.
    type Part = string | number | null | { list: Part[] } | { entries: [string, Part][] }
    const key = fc.constantFrom('a', 'b', '"', '\\', '{', ',', 'é', '\n')
    const { part } = fc.letrec<{ part: Part }>((tie) => ({
      part: fc.oneof(
        { maxDepth: 4 },
        fc.oneof(key, fc.integer(), fc.constant(null)),
        fc.record({ list: fc.array(tie('part'), { maxLength: 4 }) }),
        fc.record({ entries: fc.array(fc.tuple(key, tie('part')), { maxLength: 4 }) }),
      ),
    }))
    const written = (one: Part): string => {
      if (typeof one !== 'object' || one === null) return JSON.stringify(one)
      if ('list' in one) return `[${one.list.map(written).join(' , ')}]`
      return `{ ${one.entries.map(([name, item]) => `${JSON.stringify(name)} : ${written(item)}`).join(',')} }`
    }
    const repeated = (one: Part, path: (string | number)[]): string[] => {
      if (typeof one !== 'object' || one === null) return []
      if ('list' in one) return one.list.flatMap((item, index) => repeated(item, [...path, index]))
      const names = one.entries.map(([name]) => name)
      return [...new Set(names.filter((name, index) => names.indexOf(name) < index))]
        .map((name) => JSON.stringify([...path, name]))
        .concat(one.entries.flatMap(([name, item]) => repeated(item, [...path, name])))
    }
    fc.assert(
      fc.property(part, (one) => {
        const paths = repeatedKeys(written(one)).map((path) => JSON.stringify(path))
        expect(paths.sort()).toEqual(repeated(one, []).sort())
      }),
      { numRuns: 300 },
    )
    expect(repeatedKeys(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toEqual([])
  })
})
