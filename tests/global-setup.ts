import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type EmbeddedNeo4j, startNeo4j } from '../src/embedded/index.ts'
import { claimForTests } from './support/database-guard.ts'

/** What Jest says of the run. */
interface Config {
  readonly maxWorkers: number
}

/**
 * The databases of the run: the one that NEO4J_URI names, or embedded ones in a folder of their own, one for each
 * worker and one for the large graph, which `global-teardown.ts` stops.
 */
export default async function globalSetup({ maxWorkers }: Config): Promise<void> {
  const {
    NEO4J_URI: uri,
    NEO4J_USER: user = 'neo4j',
    NEO4J_PASSWORD: password = '',
    NEO4J_DATABASE,
  } = process.env
  if (uri) {
    const address = { uri, user, password, database: NEO4J_DATABASE || null }
    await claimForTests(address)
    process.env.CLAIMGRAPH_TEST_DATABASES = JSON.stringify([address])
    return
  }
  const dataFolder = await mkdtemp(join(tmpdir(), 'claimgraph-tests-'))
  const embedded = await startNeo4j({
    dataFolder,
    databases: maxWorkers + 1,
    heapMiB: 512 + 1_024 * maxWorkers,
    pageCacheMiB: 256,
  })
  const addresses = embedded.uris.map((address) => ({
    uri: address,
    user: embedded.user,
    password: embedded.password,
    database: null,
  }))
  process.env.CLAIMGRAPH_TEST_DATABASES = JSON.stringify(addresses)
  ;(globalThis as TestGlobals).claimgraphEmbedded = { embedded, dataFolder }
}

export type TestGlobals = typeof globalThis & {
  claimgraphEmbedded?: { readonly embedded: EmbeddedNeo4j; readonly dataFolder: string }
}
