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

  warn(path: readonly PathPart[], message: string): void {
    this.warnings.push(`${jsonPath(path)}: ${message}`)
  }
}

/** A JSON path (RFC 9535, normalized where a name needs it): `$.agents["white house"].name`. */
export function jsonPath(path: readonly PathPart[]): string {
  const steps = path.map((part) => {
    if (typeof part === 'number') return `[${part}]`
    const name = String(part)
    return /^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`
  })
  return `$${steps.join('')}`
}

const LONGEST_VALUE = 200

/** What was found, short enough to read in a list of problems. */
function shortened(value: unknown): unknown {
  if (typeof value === 'string')
    return value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value
  if (value === undefined) return null
  if (typeof value !== 'object' || value === null) return value
  const json = JSON.stringify(value)
  return json.length > LONGEST_VALUE ? `${json.slice(0, LONGEST_VALUE)}…` : value
}
