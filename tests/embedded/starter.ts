/** A process that starts a database with the options it is given, says each step and how to reach it, and waits to be killed. */
import { type StartProgress, startNeo4j } from '../../src/embedded/index.ts'

const say = (what: object) => console.log(JSON.stringify(what))
const { uri, user, password, pid } = await startNeo4j({
  ...JSON.parse(process.argv[2] as string),
  onProgress: (progress: StartProgress) => say(progress),
})
say({ database: { uri, user, password, pid } })
setInterval(() => {}, 60_000)
