import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { PROJECT, run } from './command.ts'

const { version } = JSON.parse(readFileSync(`${PROJECT}/package.json`, 'utf8'))

describe('the command line', () => {
  test('shows its version and, for every command, help with examples', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
    for (const words of [[], ['start'], ['ingest'], ['remove'], ['db'], ['db', 'check'], ['db', 'schema']]) {
      const { code, out, err } = await run([...words, '--help'])
      expect({ words, code, err }).toEqual({ words, code: 0, err: '' })
      expect(out).toContain(['Usage: claimgraph', ...words].join(' '))
      expect(out).toMatch(/^Examples:\n {2}.*claimgraph/m)
    }
  })

  test.each([
    [['strat'], "unknown command 'strat'\n(Did you mean start?)"],
    [['db', 'chekc'], "unknown command 'chekc'\n(Did you mean check?)"],
    [['ingest', '--dry-rum', 'x.json'], "unknown option '--dry-rum'\n(Did you mean --dry-run?)"],
    [['ingest'], "missing required argument 'file'"],
    [
      ['ingest', '--url', 'localhost', 'x.json'],
      'It must be an address such as http://127.0.0.1:4000/graphql.',
    ],
    [
      ['ingest', '--dry-run', '--url', 'http://localhost', 'x.json'],
      "cannot be used with option '--dry-run'",
    ],
    [['ingest', '-', '-'], 'can be read only once'],
    [[], 'Usage: claimgraph'],
  ])('%j is called wrongly: exit code 2 and what to do', async (words, message) => {
    const { code, out, err } = await run(words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
  })

  test.each([['start'], ['ingest', 'seeds'], ['db', 'check']])(
    'claimgraph %s tells every problem of the configuration at once',
    async (...words) => {
      const env = { PORT: 'http', NEO4J_URI: 'https://db.example.org', LOG_LEVEL: 'loud' }
      const { code, out, err } = await run(words, { env })
      expect({ code, out }).toEqual({ code: 2, out: '' })
      for (const name of ['PORT', 'NEO4J_URI', 'NEO4J_PASSWORD', 'LOG_LEVEL'])
        expect(err).toMatch(new RegExp(`^ {2}${name} (must|is) `, 'm'))
      expect(err).not.toMatch(/^\s+at /m)
    },
  )
})
