/** A process that starts a database in the folder it is given, says how to reach it, and waits to be killed. */
import { startNeo4j } from '../../src/embedded/index.ts'

const { uri, user, password, pid } = await startNeo4j({ dataFolder: process.argv[2] as string })
console.log(JSON.stringify({ uri, user, password, pid }))
setInterval(() => {}, 60_000)
