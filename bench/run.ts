/**
 * Runs every measurement that the documentation quotes, one after the other, and prints them together: `npm run bench`.
 * Each file exports `run()`, which prints as it goes and gives its figures as plain data.
 */
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'

const BENCHES = ['embedded-start', 'graph-pages', 'provenance']

interface Bench {
  readonly run?: () => Promise<unknown>
}

const fileOf = (name: string) => new URL(`./${name}.ts`, import.meta.url)

function fail(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

const missing = BENCHES.filter((name) => !existsSync(fileOf(name)))
if (missing.length > 0) fail(`There is no ${missing.map((name) => `bench/${name}.ts`).join(', no ')}.`)

const figures: Record<string, unknown> = {}
for (const name of BENCHES) {
  process.stdout.write(`\n# ${name}\n`)
  const { run } = (await import(fileOf(name).href)) as Bench
  if (run === undefined) fail(`bench/${name}.ts exports no function run().`)
  const began = performance.now()
  figures[name] = await run()
  process.stdout.write(`${name} took ${((performance.now() - began) / 1_000).toFixed(1)} s\n`)
}

const [cpu] = cpus()
const machine = `${cpus().length} cores, ${cpu?.model ?? 'unknown processor'}, Node ${process.versions.node}`
process.stdout.write(`\n# All figures (${machine})\n${JSON.stringify(figures, null, 2)}\n`)
