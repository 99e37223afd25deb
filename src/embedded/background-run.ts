/**
 * A small program of Node's. It runs another at the lowest priority and hands on what it is told, until its own standard
 * input ends; then it kills the other, whatever that is doing. A JVM that writes a class-data archive at exit cannot do
 * so by itself: it writes even when it halts, for seconds in which no Java code runs.
 */
const KEEPER = `
const { spawn } = require('node:child_process')
const { setPriority } = require('node:os')
const [program, ...args] = process.argv.slice(1)
const child = spawn(program, args, { stdio: ['pipe', 'inherit', 'inherit'], windowsHide: true })
child.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
child.on('close', (code) => process.exit(code ?? 1))
child.stdin.on('error', () => {})
try {
  setPriority(child.pid, 19)
} catch {
  // Already ended, or not allowed: it then runs at ours.
}
process.stdin.on('data', (said) => child.stdin.write(said)).on('close', () => child.kill('SIGKILL'))
`

/**
 * The command that runs `program` in the background, and not for a moment longer than there is somebody who holds its
 * standard input open: its end, for which the death of its parent is enough, kills the program.
 */
export function backgroundRun(program: string, args: readonly string[]): [program: string, args: string[]] {
  return [process.execPath, ['-e', KEEPER, '--', program, ...args]]
}
