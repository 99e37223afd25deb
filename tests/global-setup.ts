import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type EmbeddedNeo4j, startNeo4j } from '../src/embedded/index.ts'
import type { DatabaseAddress } from '../src/store/database.ts'
import { claimForTests } from './support/database-guard.ts'

/**
 * The databases of the run: the one that NEO4J_URI names, or an embedded one for each worker, in a folder of its own,
 * which `global-teardown.ts` stops. A worker's test files take turns on its database.
 */
export default async function globalSetup({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  const {
    NEO4J_URI: uri,
    NEO4J_USER: user = 'neo4j',
    NEO4J_PASSWORD: password = '',
    NEO4J_DATABASE,
  } = process.env
  if (uri) {
    const address = { uri, user, password, database: NEO4J_DATABASE || null }
    await claimForTests(address)
    tellWorkers([address])
    return
  }
  const started: EmbeddedForTests[] = []
  ;(globalThis as TestGlobals).claimgraphEmbedded = started
  for (let worker = 0; worker < maxWorkers; worker += 1) {
    const dataFolder = await mkdtemp(join(tmpdir(), 'claimgraph-tests-'))
    // They outlast their start by far: better compiled well than started fast.
    started.push({ embedded: await startNeo4j({ dataFolder, fullSpeed: true }), dataFolder })
  }
  tellWorkers(
    started.map(({ embedded: { uri, user, password } }) => ({ uri, user, password, database: null })),
  )
}

const tellWorkers = (addresses: readonly DatabaseAddress[]) => {
  process.env.CLAIMGRAPH_TEST_DATABASES = JSON.stringify(addresses)
}

interface EmbeddedForTests {
  readonly embedded: EmbeddedNeo4j
  readonly dataFolder: string
}
export type TestGlobals = typeof globalThis & { claimgraphEmbedded?: readonly EmbeddedForTests[] }
