/** A process that starts a database in the folder it is given, says how to reach it, and waits to be killed. */
import { type StartProgress, startNeo4j } from '../../src/embedded/index.ts'

let settle: (step: StartProgress) => void = () => {}
// The first on a machine makes the class archive, which takes a while.
const settled = new Promise<StartProgress>((resolve) => {
  settle = resolve
})
const { uri, user, password, pid } = await startNeo4j({
  dataFolder: process.argv[2] as string,
  onProgress: (progress) => /^class-archive-(ready|failed)$/.test(progress.step) && settle(progress),
})
console.log(JSON.stringify({ database: { uri, user, password, pid }, archive: await settled }))
setInterval(() => {}, 60_000)
