/** One thing wrong with a document: where, what was found, and what would be right. */
export interface DocumentProblem {
  /** JSON path, `$` being the document: `$.statements[3].content`. */
  readonly path: string
  readonly value: unknown
  readonly message: string
}

export type PathPart = string | number | symbol

/** Gathers problems, so that all of them are told at once. */
export class ProblemList {
  readonly problems: DocumentProblem[] = []
  readonly warnings: string[] = []

  report(path: readonly PathPart[], value: unknown, message: string): void {
    this.problems.push({ path: jsonPath(path), value: shortened(value), message })
  }

  /** Whether something is wrong with this very part. */
  tells(path: readonly PathPart[]): boolean {
    const wanted = jsonPath(path)
    return this.problems.some((problem) => problem.path === wanted)
  }

  /** Whether something is wrong with this part or within it. */
  tellsOf(path: readonly PathPart[]): boolean {
    const start = jsonPath(path)
    return this.problems.some(
      ({ path }) => path.startsWith(start) && ['', '.', '['].includes(path.charAt(start.length)),
    )
  }

  warn(path: readonly PathPart[], message: string): void {
    this.warnings.push(`${jsonPath(path)}: ${message}`)
  }
}

/** A JSON path (RFC 9535): `$.agents["white-house"].name`. Names of other than letters, digits and "_" are quoted. */
export function jsonPath(path: readonly PathPart[]): string {
  const steps = path.map((part) => {
    if (typeof part === 'number') return `[${part}]`
    const name = String(part)
    return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`
  })
  return `$${steps.join('')}`
}

const LONGEST_VALUE = 200

/** What was found, short enough to read in a list of problems. */
function shortened(value: unknown): unknown {
  if (value === undefined) return null
  if (typeof value === 'string') return cut(value)
  if (typeof value !== 'object' || value === null) return value
  const json = JSON.stringify(value)
  return json.length > LONGEST_VALUE ? cut(json) : value
}

// A surrogate pair is never cut in half: the list travels as UTF-8.
const cut = (text: string) =>
  text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE).replace(/[\ud800-\udbff]$/, '')}…` : text
