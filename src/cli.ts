#!/usr/bin/env node
import { stopRequests } from './cli/stop-request.ts'

// Somebody may press Ctrl-C before the rest is loaded.
const stop = stopRequests()
const { runCommandLine } = await import('./cli/program.ts')

// A reader that has had enough (`| head`) is no fault of ours: the work goes on without it.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

const code = await runCommandLine(process.argv.slice(2), stop)
// What was written is out before the end; the end itself does not wait for a driver that may never answer.
await Promise.all(
  [process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write('', done))),
)
process.exit(code)
