import { rm } from 'node:fs/promises'
import type { TestGlobals } from './global-setup.ts'

/** Stops the embedded database of the run and removes its folder. */
export default async function globalTeardown(): Promise<void> {
  const started = (globalThis as TestGlobals).claimgraphEmbedded
  if (!started) return
  await started.embedded.stop()
  await rm(started.dataFolder, { recursive: true, force: true })
}
