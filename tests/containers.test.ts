import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { CONFIG_VARIABLES, readConfig } from '../src/config.ts'

const root = new URL('../', import.meta.url)
const textOf = (path: string) => readFileSync(new URL(path, root), 'utf8')

/** The instructions of a Dockerfile, continued lines joined, comments and blank lines left out. */
const dockerfile = textOf('Dockerfile')
  .replaceAll(/^\s*#.*\n/gm, '')
  .replaceAll(/\\\n\s*/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const [, instruction = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line.trim()) ?? []
    return { instruction, rest }
  })
const lastStage = dockerfile.slice(dockerfile.findLastIndex(({ instruction }) => instruction === 'FROM'))
const restOf = (instruction: string) =>
  lastStage.filter((line) => line.instruction === instruction).map(({ rest }) => rest)

const compose = parse(textOf('docker-compose.yml'), { strict: true, uniqueKeys: true })
const { neo4j, claimgraph } = compose.services

/** What Compose puts in the place of `${NAME}`, `${NAME:-default}` and `${NAME:?message}`; `$$` stays a dollar. */
function interpolate(value: string, env: Record<string, string>): string {
  return value.replaceAll(
    /\$(?:\$|\{(\w+)(?::([-?])([^}]*))?\})/g,
    (whole, name?: string, operator?: string, word?: string) => {
      if (name === undefined) return whole === '$$' ? '$' : whole
      if (env[name]) return env[name]
      if (operator === '?') throw new Error(`${name}: ${word}`)
      return word ?? ''
    },
  )
}

/** The paths in the repository that the stages copy from the build context. */
const copied = dockerfile
  .filter(({ instruction, rest }) => instruction === 'COPY' && !rest.includes('--from='))
  .flatMap(({ rest }) => rest.split(/\s+/).slice(0, -1))

describe('Dockerfile', () => {
  test('knows only instructions that exist, each with an argument', () => {
    const known = ['FROM', 'ENV', 'WORKDIR', 'COPY', 'RUN', 'USER', 'EXPOSE', 'HEALTHCHECK', 'CMD']
    for (const { instruction, rest } of dockerfile) {
      expect(known).toContain(instruction)
      expect(rest).not.toBe('')
    }
  })

  test('every stage stands on the Node version that package.json asks for, and copies from stages before it', () => {
    const [major] = /\d+/.exec(JSON.parse(textOf('package.json')).engines.node) ?? []
    const stages: string[] = []
    for (const { instruction, rest } of dockerfile) {
      if (instruction === 'FROM') {
        expect(rest).toMatch(new RegExp(`^node:${major}-bookworm-slim( AS \\w+)?$`))
        stages.push(rest.split(' AS ')[1] ?? '')
      }
      const from = /--from=(\S+)/.exec(rest)?.[1]
      if (from !== undefined) expect(stages.slice(0, -1)).toContain(from)
    }
  })

  test('every path that it copies exists and is sent to the engine', () => {
    const sent = textOf('.dockerignore').split('\n')
    for (const path of copied) {
      expect({ path, exists: existsSync(new URL(path, root)) }).toEqual({ path, exists: true })
      expect(sent).toContain(`!${path}`)
    }
  })

  test('the last stage has everything that the package is published with', () => {
    const published: string[] = JSON.parse(textOf('package.json')).files
    const inImage = restOf('COPY').flatMap((rest) =>
      rest.split(/\s+/).map((word) => word.replace('/app/', '')),
    )
    expect(inImage).toEqual(expect.arrayContaining(published))
  })

  test('starts the command line of package.json, not as root, and listens where it is exposed', () => {
    const bin: string = JSON.parse(textOf('package.json')).bin.claimgraph
    expect(restOf('CMD').map((rest) => JSON.parse(rest))).toEqual([['node', bin.replace('./', ''), 'start']])
    expect(existsSync(new URL(bin.replace('./dist/', 'src/').replace(/js$/, 'ts'), root))).toBe(true)
    expect(restOf('USER')).toEqual(['node'])
    const env = Object.fromEntries(
      [
        ...restOf('ENV')
          .join(' ')
          .matchAll(/(\w+)=(\S+)/g),
      ].map((m) => [m[1], m[2]]),
    )
    const reading = readConfig(env)
    expect(reading).toMatchObject({
      ok: true,
      config: { host: '0.0.0.0', port: Number(restOf('EXPOSE')[0]) },
    })
  })

  test('the health check is a program that runs and asks /health, which a database that is away does not fail', () => {
    const [check = ''] = restOf('HEALTHCHECK')
    const [command, flag, program] = JSON.parse(check.slice(check.indexOf('[')))
    expect([command, flag]).toEqual(['node', '-e'])
    expect(program).toContain('/health')
    expect(() => new Function(program)).not.toThrow()
  })
})

describe('.dockerignore', () => {
  test('sends nothing but what is copied: no modules, no data, no secrets', () => {
    const lines = textOf('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
    expect(lines[0]).toBe('*')
    expect(
      lines
        .slice(1)
        .map((line) => line.slice(1))
        .sort(),
    ).toEqual([...new Set(copied)].sort())
    for (const path of ['node_modules', '.git', '.env', '.claimgraph', 'dist'])
      expect(lines).not.toContain(`!${path}`)
  })
})

describe('docker-compose.yml', () => {
  test('runs Neo4j of the release that the embedded lock pins', () => {
    const [, line, edition] = /^neo4j:(\d+\.\d+)-(\w+)$/.exec(neo4j.image) ?? []
    expect(edition).toBe('community')
    const pinned = readdirSync(new URL('embedded/', root))
      .filter((path) => path.endsWith('.lock.json'))
      .map((path) => /^\d+\.\d+/.exec(JSON.parse(textOf(`embedded/${path}`)).neo4j)?.[0])
    expect(pinned).toContain(line)
  })

  test('its Neo4j has the times of the embedded one', () => {
    const bootstrap = textOf('embedded/java/claimgraph/Bootstrap.java')
    const times = {
      NEO4J_db_transaction_timeout: 'transaction_timeout',
      NEO4J_db_lock_acquisition_timeout: 'lock_acquisition_timeout',
      NEO4J_server_bolt_connection__keep__alive: 'connection_keep_alive',
    }
    for (const [name, setting] of Object.entries(times)) {
      const [, seconds] = new RegExp(`\\b${setting}, Duration\\.ofSeconds\\((\\d+)\\)`).exec(bootstrap) ?? []
      expect({ name, time: neo4j.environment[name] }).toEqual({ name, time: `${seconds}s` })
    }
  })

  test('the service waits for a database that has answered its health check', () => {
    expect(claimgraph.depends_on).toEqual({ neo4j: { condition: 'service_healthy' } })
    const [shell, command] = neo4j.healthcheck.test
    expect(shell).toBe('CMD-SHELL')
    expect(interpolate(command, {})).toBe(`cypher-shell -u neo4j -p "\${NEO4J_AUTH#neo4j/}" "RETURN 1"`)
    for (const time of ['interval', 'timeout', 'start_period'])
      expect(neo4j.healthcheck[time]).toMatch(/^\d+s$/)
  })

  test('the service gets only variables that it knows, and they make a configuration for that database', () => {
    expect(CONFIG_VARIABLES).toEqual(expect.arrayContaining(Object.keys(claimgraph.environment)))
    const outside = { NEO4J_PASSWORD: 'a password with $ and /' }
    const env = Object.fromEntries(
      Object.entries<string>(claimgraph.environment).map(([name, value]) => [
        name,
        interpolate(value, outside),
      ]),
    )
    const reading = readConfig(env)
    expect(reading).toMatchObject({
      ok: true,
      config: {
        allowedHosts: ['claimgraph'],
        neo4j: { uri: 'bolt://neo4j:7687', user: 'neo4j', password: outside.NEO4J_PASSWORD },
      },
    })
    expect(Object.keys(compose.services)).toContain('claimgraph')
    expect(interpolate(neo4j.environment.NEO4J_AUTH, outside)).toBe(`neo4j/${outside.NEO4J_PASSWORD}`)
  })

  test('there is no default password: without one nothing starts, and it is said what to set', () => {
    for (const value of [neo4j.environment.NEO4J_AUTH, claimgraph.environment.NEO4J_PASSWORD]) {
      expect(() => interpolate(value, {})).toThrow(/^NEO4J_PASSWORD: set it to a password/)
    }
  })

  test('ports are bound to this machine, and lead to where the service listens', () => {
    const ports: string[] = [...neo4j.ports, ...claimgraph.ports]
    for (const port of ports) expect(interpolate(port, {})).toMatch(/^127\.0\.0\.1:\d+:\d+$/)
    expect(interpolate(claimgraph.ports[0], { PORT: '8080' })).toBe(`127.0.0.1:8080:${restOf('EXPOSE')[0]}`)
  })

  test('the data outlives the container, in a volume that is declared', () => {
    expect(neo4j.volumes).toEqual(['neo4j-data:/data'])
    expect(Object.keys(compose.volumes)).toEqual(['neo4j-data'])
  })
})
