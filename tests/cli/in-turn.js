// Runs the command lines of its argument one after another: see runInTurn in command.ts.
import { runCommandLine } from '../../dist/cli/program.js'

for (const { words, env = {} } of JSON.parse(process.argv[2])) {
  Object.assign(process.env, env)
  const code = await runCommandLine(words, new AbortController().signal)
  for (const name of Object.keys(env)) delete process.env[name]
  for (const stream of [process.stdout, process.stderr])
    await new Promise((done) => stream.write(`\0${code}\0`, done))
}
process.exit()
