import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  CONFIG_VARIABLES,
  type ConfigVariable,
  describeConfigProblems,
  type Environment,
  readConfig,
} from '../src/config.ts'

const read = (env: Environment) => readConfig(env, '/srv/news')

function configOf(env: Environment) {
  const reading = read(env)
  if (!reading.ok) throw new Error(describeConfigProblems(reading.problems))
  return reading.config
}

function problemsOf(env: Environment) {
  const reading = read(env)
  return reading.ok ? [] : reading.problems
}

describe('configuration', () => {
  test('has a default for everything', () => {
    expect(configOf({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      allowedHosts: [],
      dataFolder: '/srv/news/.claimgraph',
      neo4j: null,
      maxDocumentBytes: 2_000_000,
      maxQueryCost: 250_000,
      logLevel: 'info',
    })
  })

  test('reads every variable', () => {
    const env = {
      PORT: '0',
      HOST: '::1',
      CLAIMGRAPH_ALLOWED_HOSTS: 'graph.example, claimgraph',
      CLAIMGRAPH_DATA: '../graph',
      NEO4J_URI: 'neo4j+s://db.example.org:7687',
      NEO4J_USER: 'desk',
      NEO4J_PASSWORD: ' leading and trailing ',
      NEO4J_DATABASE: 'claims',
      CLAIMGRAPH_MAX_DOCUMENT_BYTES: '5000000',
      CLAIMGRAPH_MAX_QUERY_COST: '1000000',
      LOG_LEVEL: 'debug',
    } satisfies Record<ConfigVariable, string>
    expect(configOf(env)).toEqual({
      port: 0,
      host: '::1',
      allowedHosts: ['graph.example', 'claimgraph'],
      dataFolder: '/srv/graph',
      neo4j: {
        uri: 'neo4j+s://db.example.org:7687',
        user: 'desk',
        password: ' leading and trailing ',
        database: 'claims',
      },
      maxDocumentBytes: 5_000_000,
      maxQueryCost: 1_000_000,
      logLevel: 'debug',
    })
  })

  test('a variable set to nothing counts as not set', () => {
    const empty = Object.fromEntries(CONFIG_VARIABLES.map((name) => [name, '']))
    expect(configOf(empty)).toEqual(configOf({}))
  })

  test('may be asked by the name that it listens on', () => {
    const env = { HOST: 'graph.internal', CLAIMGRAPH_ALLOWED_HOSTS: 'graph.example,' }
    expect(configOf(env).allowedHosts).toEqual(['graph.internal', 'graph.example'])
    expect(configOf({ HOST: '0.0.0.0' }).allowedHosts).toEqual([])
  })

  test.each(['http://graph.example', 'graph.example:4000', 'graph example', '*', '.example', 'a,[::1]'])(
    'refuses %s as host names',
    (names) => {
      expect(problemsOf({ CLAIMGRAPH_ALLOWED_HOSTS: names })).toEqual([
        { name: 'CLAIMGRAPH_ALLOWED_HOSTS', value: names, message: expect.stringContaining('host names') },
      ])
    },
  )

  test('reports every problem at once, with what was found', () => {
    const env = {
      PORT: '70000',
      HOST: 'http://localhost',
      NEO4J_URI: 'https://db.example.org',
      NEO4J_DATABASE: 'system',
      CLAIMGRAPH_MAX_DOCUMENT_BYTES: '2 MB',
      LOG_LEVEL: 'loud',
    }
    const problems = problemsOf(env)
    expect(Object.fromEntries(problems.map(({ name, value }) => [name, value]))).toEqual({
      ...env,
      NEO4J_PASSWORD: null,
    })
    const text = describeConfigProblems(problems)
    expect(text).toContain('PORT must be a port number from 0 to 65535; 0 takes any free port; found "70000"')
    expect(text).toContain('NEO4J_PASSWORD is required when NEO4J_URI is set')
    expect(text.split('\n')).toHaveLength(problems.length)
  })

  test.each(['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'])(
    'takes %s:// addresses',
    (scheme) => {
      const uri = `${scheme}://[::1]:7687?region=eu`
      expect(configOf({ NEO4J_URI: uri, NEO4J_PASSWORD: 'x' }).neo4j).toMatchObject({
        uri,
        user: 'neo4j',
        database: null,
      })
    },
  )

  test.each([
    'localhost:7687',
    'bolt:/localhost',
    'bolt://',
    'bolt://host:port',
    'bolt://a b',
    'neo4j://host/claims',
    'ftp://host',
  ])('refuses %s as the address of a database', (uri) => {
    expect(problemsOf({ NEO4J_URI: uri, NEO4J_PASSWORD: 'x' }).map(({ name }) => name)).toEqual(['NEO4J_URI'])
  })

  test('shows no password, wherever it stands', () => {
    const env = { NEO4J_URI: 'bolt://neo4j:s3cr:t@@db', NEO4J_PASSWORD: 's3cr:t', PORT: 'x' }
    const problems = problemsOf(env)
    expect(problems).toHaveLength(2)
    expect(JSON.stringify(problems) + describeConfigProblems(problems)).not.toContain('s3cr')
  })

  test('a port is digits for a number up to 65535, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: -10, max: 70_000 }).map(String), fc.string()), (text) => {
        const isPort = /^\d+$/.test(text.trim()) && Number(text) <= 65_535
        const isUnset = text.trim() === ''
        expect(read({ PORT: text }).ok).toBe(isPort || isUnset)
      }),
    )
  })

  test('every variable is documented with its default, and no other', () => {
    const text = readFileSync(new URL('../docs/configuration.md', import.meta.url), 'utf8')
    const rows = [...text.matchAll(/^\| `([A-Z0-9_]+)` \| ([^|]*) \|/gm)]
    expect(rows.map((row) => row[1])).toEqual(CONFIG_VARIABLES)
    const defaults = Object.fromEntries(rows.map((row) => [row[1], row[2]?.trim().replaceAll(/[`,]/g, '')]))
    const config = configOf({})
    expect(defaults).toMatchObject({
      PORT: String(config.port),
      HOST: config.host,
      CLAIMGRAPH_DATA: '.claimgraph',
      CLAIMGRAPH_MAX_DOCUMENT_BYTES: String(config.maxDocumentBytes),
      CLAIMGRAPH_MAX_QUERY_COST: String(config.maxQueryCost),
      LOG_LEVEL: config.logLevel,
    })
  })
})
