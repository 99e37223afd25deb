import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'

/**
 * Every read keeps `from <= known < to`. At the instant of a write both the closed and the opened fact are one step
 * away, so a read that is wrong by that step answers twice or not at all, and only there.
 */

const FOLDERS = ['cypher/read', 'cypher/fragments']
const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder).map((name) => {
    const text = readFileSync(`${folder}/${name}`, 'utf8')
    const code = text.replace(/^\s*\/\/.*$/gm, '')
    return { name: name.replace('.cypher', ''), text, code }
  }),
)
const namesIn = (code: string, pattern: RegExp) => [...code.matchAll(pattern)].map(([, name]) => name!).sort()

/** What these tell was recorded by then, whether or not it still holds: histories and closed decisions. */
const ALSO_CLOSED: Readonly<Record<string, readonly string[]>> = {
  'decisions-by-record': ['side'],
  'states-by-statement': ['state'],
}
/** These read what never changes or the clock itself, or look for damage in all that is held. */
const OF_NO_MOMENT = /^(check-.*|applied-schema-files|article-version-texts|last-instant)$/

describe('reads as of a moment', () => {
  const asked = files.filter(({ code }) => code.includes('$known'))

  test.each(asked.map((file) => [file.name, file] as const))(
    '%s keeps from <= known < to',
    (name, { code }) => {
      const begun = namesIn(code, /([\w{}]+)\.from <= \$known/g)
      const lasting = namesIn(code, /\$known < ([\w{}]+)\.to\b/g)
      expect([...lasting, ...(ALSO_CLOSED[name] ?? [])].sort()).toEqual(begun)
      expect(code.match(/\$known/g)).toHaveLength(begun.length + lasting.length)
    },
  )

  test('no other read leaves the moment out', () => {
    const leftOut = readdirSync('cypher/read')
      .map((name) => name.replace('.cypher', ''))
      .filter((name) => !files.find((file) => file.name === name)!.text.includes('@param known'))
    expect(leftOut.filter((name) => !OF_NO_MOMENT.test(name))).toEqual([])
  })
})
