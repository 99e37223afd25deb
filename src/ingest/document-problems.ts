/** One thing wrong with a document: where, what was found, and what would be right. */
export interface DocumentProblem {
  /** JSON path, `$` being the document: `$.statements[3].content`. */
  readonly path: string
  readonly value: unknown
  readonly message: string
}

export type PathPart = string | number | symbol

/**
 * Gathers problems, so that all of them are told at once, and none that only follows from another. A part that cannot
 * be read is told once; whatever a later step finds there, it finds of what stands in its place.
 */
export class ProblemList {
  readonly problems: DocumentProblem[] = []
  readonly warnings: string[] = []
  readonly #unread = new Set<string>()
  /** Every part that a problem lies in. */
  readonly #told = new Set<string>()

  report(path: readonly PathPart[], value: unknown, message: string): void {
    if (this.isUnread(path)) return
    this.problems.push({ path: jsonPath(path), value: shortened(value), message })
    for (const part of waysTo(path)) this.#told.add(part)
  }

  /** Of a part that cannot be read: from now on nothing else is told of it. */
  reportUnread(path: readonly PathPart[], value: unknown, message: string): void {
    this.report(path, value, message)
    this.unread(path)
  }

  /** From now on nothing is told of this part. */
  unread(path: readonly PathPart[]): void {
    this.#unread.add(jsonPath(path))
  }

  /** Whether this part, or one that it lies in, could not be read. */
  isUnread(path: readonly PathPart[]): boolean {
    return this.#unread.size > 0 && waysTo(path).some((part) => this.#unread.has(part))
  }

  /** Whether something is wrong with this part or within it. */
  tellsOf(path: readonly PathPart[]): boolean {
    return this.#told.has(jsonPath(path))
  }

  warn(path: readonly PathPart[], message: string): void {
    if (this.isUnread(path)) return
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

/** The JSON paths of the document, of the parts that lead to this one, and of itself. */
const waysTo = (path: readonly PathPart[]) =>
  Array.from({ length: path.length + 1 }, (_, length) => jsonPath(path.slice(0, length)))

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
