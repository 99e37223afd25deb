import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { type Ended, launch, PROJECT, run, runInTurn } from './command.ts'

const { version, scripts } = JSON.parse(readFileSync(`${PROJECT}/package.json`, 'utf8'))

const COMMANDS = [[], ['start'], ['ingest'], ['remove'], ['db'], ['db', 'check'], ['db', 'schema']]

const WRONG_CALLS: [string[], string][] = [
  [['strat'], "unknown command 'strat'\n(Did you mean start?)"],
  [['db', 'chekc'], "unknown command 'chekc'\n(Did you mean check?)"],
  [['ingest', '--dry-rum', 'x.json'], "unknown option '--dry-rum'\n(Did you mean --dry-run?)"],
  [['ingest'], "missing required argument 'file'"],
  [
    ['ingest', '--url', 'localhost', 'x.json'],
    'It must be an address such as http://127.0.0.1:4000/graphql.',
  ],
  [['ingest', '--dry-run', '--url', 'http://localhost', 'x.json'], "cannot be used with option '--dry-run'"],
  [['ingest', '-', '-'], 'can be read only once'],
  [[], 'Usage: claimgraph'],
]

const CONFIGURED = [['start'], ['ingest', 'seeds'], ['db', 'check']]
const WRONG_CONFIGURATION = { PORT: 'http', NEO4J_URI: 'https://db.example.org', LOG_LEVEL: 'loud' }

describe('the command line', () => {
  test('knows of a Ctrl-C from the very beginning, while most of it is still to be loaded', async () => {
    const hook = `let pressed = false
    export const load = (url, context, next) => {
      if (!pressed && url.includes('/commander/')) pressed = process.kill(process.pid, 'SIGINT')
      return next(url, context)
    }`
    const preload = `import { register } from 'node:module'; register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hook)}`)})`
    const { ended } = launch(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(preload)}`, 'dist/cli.js', 'start'],
      { env: { PORT: '0', NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'none' } },
    )
    expect(await ended).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/\nStopped\.\n$/) })
  })

  let ended: ReadonlyMap<readonly string[], Ended>
  beforeAll(async () => {
    const lines = [
      ...COMMANDS.map((words) => ({ key: words, words: [...words, '--help'] })),
      ...WRONG_CALLS.map(([words]) => ({ key: words, words })),
      ...CONFIGURED.map((words) => ({ key: words, words, env: WRONG_CONFIGURATION })),
    ]
    const ends = await runInTurn(lines)
    ended = new Map(lines.map(({ key }, index) => [key, ends[index]!]))
  })

  test('is a program that shows its version, and ends with 2 where it is called wrongly', async () => {
    const [shown, wrong] = await Promise.all([run(['--version']), run(['strat'])])
    expect(shown).toEqual({ code: 0, out: `${version}\n`, err: '' })
    expect(wrong).toMatchObject({ code: 2, out: '', err: expect.stringContaining("unknown command 'strat'") })
  })

  test('shows, for every command, help with examples', () => {
    for (const words of COMMANDS) {
      const { code, out, err } = ended.get(words)!
      expect({ words, code, err }).toEqual({ words, code: 0, err: '' })
      expect(out).toContain(['Usage: claimgraph', ...words].join(' '))
      expect(out).toMatch(/^Examples:\n {2}.*claimgraph/m)
    }
  })

  test.each(WRONG_CALLS)('%j is called wrongly: exit code 2 and what to do', (words, message) => {
    const { code, out, err } = ended.get(words)!
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
  })

  test('tells every problem of the configuration at once', () => {
    for (const words of CONFIGURED) {
      const { code, out, err } = ended.get(words)!
      expect({ words, code, out }).toEqual({ words, code: 2, out: '' })
      for (const name of ['PORT', 'NEO4J_URI', 'NEO4J_PASSWORD', 'LOG_LEVEL'])
        expect(err).toMatch(new RegExp(`^ {2}${name} (must|is) `, 'm'))
      expect(err).not.toMatch(/^\s+at /m)
    }
  })
})

test('npm start is one command in sh and in cmd.exe alike: words behind its "--" are put at the end', () => {
  expect(scripts.start).toMatch(/^exec node [\w./ ]+$/)
  // What sh has built in, cmd.exe looks for in the working folder first.
  expect(readFileSync(`${PROJECT}/exec.cmd`, 'utf8')).toMatch(/^(@rem .*\n)+@%\*\n$/)
})
