import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { differenceOf } from './check-origin-case.ts'
import { CaseFormatError, readCase } from './origin-case.ts'

/**
 * `npm run origins -- FILE`: runs a file of origin cases, one a line, through the count that the service uses. Prints each
 * case that differs with both answers, then a summary. Returns the exit code: 0 all hold, 1 one differs, 2 nothing could be run.
 */
export function main(
  argv: readonly string[],
  print: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
): number {
  const [file, ...more] = argv
  if (file === undefined || more.length > 0) {
    print('Give one file of cases, one JSON object a line: npm run origins -- FILE')
    return 2
  }
  let lines: string[]
  try {
    lines = readFileSync(file, 'utf8').split('\n')
  } catch (error) {
    print(`${file} cannot be read: ${(error as Error).message}`)
    return 2
  }
  let [run, different] = [0, 0]
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    try {
      const one = readCase(line)
      run++
      const difference = differenceOf(one)
      if (difference === null) continue
      different++
      print(`${one.id}: ${one.title}`)
      if (one.why) print(`  ${one.why}`)
      print(`  expected ${JSON.stringify(difference.expected)}`)
      print(`  answered ${JSON.stringify(difference.answered)}`)
    } catch (error) {
      if (!(error instanceof CaseFormatError)) throw error
      print(`${file}, line ${index + 1}: ${error.message}`)
      return 2
    }
  }
  print(`${run} cases, ${different} differ`)
  return different === 0 ? 0 : 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2))
