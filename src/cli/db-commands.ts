import type { Config } from '../config.ts'
import { checkGraph } from '../store/check-graph.ts'
import type { Database } from '../store/database.ts'
import { readAppliedSchema } from '../store/schema.ts'
import { openGraph } from './open-graph.ts'
import { unlessStopped } from './stop-request.ts'
import { Terminal } from './terminal.ts'

/**
 * `claimgraph db check`: looks whether the graph keeps its invariants.
 *
 * @returns the exit code: 1 if any is violated
 */
export const dbCheckCommand = (config: Config, stop: AbortSignal) =>
  withGraph(config, stop, async (database, out) => {
    const invariants = await checkGraph(database)
    const violated = invariants.filter(({ found }) => found > 0)
    for (const { name, description, found, examples } of violated) {
      out.line(`${name}: violated ${found} ${found === 1 ? 'time' : 'times'}; ${description}`)
      for (const example of examples) out.line(`  ${example}`)
      if (found > examples.length) out.line(`  and ${found - examples.length} more`)
    }
    out.line(
      violated.length === 0
        ? `All ${invariants.length} invariants hold.`
        : `${violated.length} of ${invariants.length} invariants are violated.`,
    )
    return violated.length === 0 ? 0 : 1
  })

/** `claimgraph db schema`: the schema files that the database has, in order: when, the start of the SHA-256, which. */
export const dbSchemaCommand = (config: Config, stop: AbortSignal) =>
  withGraph(config, stop, async (database, out) => {
    const files = await readAppliedSchema(database)
    for (const { name, appliedAt, checksum } of files)
      out.line(`${appliedAt}  ${checksum.slice(0, 12)}  ${name}`)
    if (files.length === 0)
      out.line('No schema file is applied; `claimgraph start` and `claimgraph ingest` apply them.')
    return 0
  })

async function withGraph(
  config: Config,
  stop: AbortSignal,
  work: (database: Database, out: Terminal) => Promise<number>,
): Promise<number> {
  const graph = await openGraph(config, { stop, steps: new Terminal(process.stderr) })
  try {
    return await unlessStopped(stop, work(graph.database, new Terminal(process.stdout)))
  } finally {
    await graph.close()
  }
}
