/**
 * How long the embedded database takes from spawn to the first answered query, warm (jars and class archive in the
 * cache), and how long it takes to stop: `npx tsx bench/embedded-start.ts [runs]`, 5 unless given. Prints a line for
 * people and, last, one of JSON. A fixed loop is timed beside it, since machines and their neighbours differ.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import neo4j from 'neo4j-driver'
import { type StartProgress, startNeo4j } from '../src/embedded/index.ts'

/** Measures `runs` warm starts, prints a line for people, and gives the figures. */
export async function run(runs = 5) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'claimgraph-bench-'))
  try {
    await warmUp(dataFolder)
    const answered: number[] = []
    const stopped: number[] = []
    for (let turn = 0; turn < runs; turn += 1) {
      const started = performance.now()
      const database = await startNeo4j({ dataFolder })
      const driver = neo4j.driver(database.uri, neo4j.auth.basic(database.user, database.password))
      const session = driver.session()
      await session.run('RETURN 1')
      answered.push(performance.now() - started)
      await session.close()
      await driver.close()
      const stopping = performance.now()
      await database.stop()
      stopped.push(performance.now() - stopping)
    }
    const figures = {
      bench: 'embedded-start',
      runs,
      answeredMs: { median: median(answered), worst: Math.round(Math.max(...answered)) },
      stoppedMs: { median: median(stopped), worst: Math.round(Math.max(...stopped)) },
      loopMs: loop(),
      cpu: cpus()[0]?.model,
      cores: cpus().length,
    }
    console.log(
      `Warm start to the first answered query: ${figures.answeredMs.median} ms (median of ${runs}, worst ` +
        `${figures.answeredMs.worst}); stop: ${figures.stoppedMs.median} ms (worst ${figures.stoppedMs.worst}); ` +
        `100 million additions here: ${figures.loopMs} ms.`,
    )
    return figures
  } finally {
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** One start that fetches what is missing and waits until there is a class archive, made now or before. */
async function warmUp(dataFolder: string): Promise<void> {
  // The database and what it makes in the background keep no process alive by themselves.
  const alive = setInterval(() => {}, 1_000)
  let settle: (reason?: string) => void = () => {}
  const archive = new Promise<string | undefined>((resolve) => {
    settle = resolve
  })
  const onProgress = (progress: StartProgress) => {
    if (progress.step === 'class-archive-ready') settle()
    if (progress.step === 'class-archive-failed') settle(progress.reason)
  }
  const database = await startNeo4j({ dataFolder, onProgress })
  const failure = await archive
  clearInterval(alive)
  await database.stop()
  if (failure) console.log(`Measured without a class archive: ${failure}`)
}

function median(values: number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN)
}

function loop(): number {
  const started = performance.now()
  let sum = 0
  for (let index = 0; index < 1e8; index += 1) sum += index
  return Math.round(performance.now() - started) + (sum > 0 ? 0 : 1)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const runs = Number(process.argv[2] ?? 5)
  console.log(JSON.stringify(await run(runs)))
}
