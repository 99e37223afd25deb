import { rm } from 'node:fs/promises'
import type { TestGlobals } from './global-setup.ts'

/** Stops the embedded databases of the run and removes their folders. */
export default async function globalTeardown(): Promise<void> {
  for (const { embedded, dataFolder } of (globalThis as TestGlobals).claimgraphEmbedded ?? []) {
    await embedded.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
}
