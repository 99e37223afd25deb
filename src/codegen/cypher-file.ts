/**
 * The shape of a file in `cypher/`: a header of `//` lines, then the query.
 *
 *     // What it does, in one or more lines of prose.
 *     // @param speaker: string - explanation
 *     // @param after: string?
 *     // @row id: string
 *     // @variant NEWEST direction=DESC
 *     // @variants statement-orders
 *     MATCH …
 *
 * A comment indented by two or more blanks continues the explanation above it. A fragment's header holds prose and
 * `@variant` lines only.
 */

/** A line with the place it was written at; lines keep it while fragments are put together. */
export interface SourceLine {
  readonly text: string
  readonly file: string
  /** From 1. */
  readonly line: number
  /** Of a fragment's line: the place that includes it, `cypher/read/claims.cypher:12`. */
  readonly includedBy?: string
}

export type Report = (at: SourceLine, problem: string) => void

export interface ValueType {
  /** One of `BASIC_TYPES`, or an interface of `src/cypher/shapes.ts`. */
  readonly base: string
  readonly list: boolean
  readonly nullable: boolean
}

export interface Declaration {
  readonly name: string
  readonly type: ValueType
  readonly explanation: string
  readonly at: SourceLine
}

export interface Variant {
  readonly name: string
  readonly values: ReadonlyMap<string, string>
  readonly at: SourceLine
}

export interface CypherFile {
  readonly prose: readonly string[]
  readonly parameters: readonly Declaration[]
  readonly columns: readonly Declaration[]
  readonly variants: readonly Variant[]
  /** The fragments that `@variants` lines name. */
  readonly variantLists: readonly { readonly fragment: string; readonly at: SourceLine }[]
  readonly body: readonly SourceLine[]
}

export const BASIC_TYPES = ['string', 'integer', 'float', 'boolean', 'map', 'any'] as const

/** Whether the type is an interface of `src/cypher/shapes.ts`. */
export function isShape({ base }: ValueType): boolean {
  return !(BASIC_TYPES as readonly string[]).includes(base)
}

/** A line that is meant for the generator: `// @word rest`. */
export const DIRECTIVE = /^\s*\/\/\s*@(\S+)\s*(.*?)\s*$/

const COMMENT = /^\/\/(\s*)(.*?)\s*$/
const DECLARATION = /^([A-Za-z_]\w*)\s*:\s*(\S+)(?:\s+-\s+(.*))?$/

/** @param file the path that problems name, relative to the project. */
export function readCypherFile(file: string, text: string, report: Report): CypherFile {
  const lines = text
    .split(/\r\n?|\n/)
    .map((lineText, index): SourceLine => ({ text: lineText, file, line: index + 1 }))
  const bodyStart = lines.findIndex(
    ({ text }) => !text.startsWith('//') || DIRECTIVE.exec(text)?.[1] === 'include',
  )
  const header = bodyStart === -1 ? lines : lines.slice(0, bodyStart)
  const body = bodyStart === -1 ? [] : lines.slice(bodyStart)

  const prose: string[] = []
  const parameters: Declaration[] = []
  const columns: Declaration[] = []
  const variants: Variant[] = []
  const variantLists: CypherFile['variantLists'][number][] = []

  let sawDirective = false
  let explained: Declaration[] | undefined
  for (const at of header) {
    const directive = DIRECTIVE.exec(at.text)
    if (directive === null) {
      const [, indent = '', words = ''] = COMMENT.exec(at.text) ?? []
      if (!sawDirective) prose.push(words)
      else if (explained !== undefined && indent.length >= 2) continueExplanation(explained, words)
      else if (words !== '')
        report(at, 'prose stands before the @ lines; indent by two blanks to continue an explanation')
      continue
    }
    sawDirective = true
    explained = undefined
    const [, word = '', rest = ''] = directive
    if (word === 'param' || word === 'row') {
      explained = word === 'param' ? parameters : columns
      const declaration = readDeclaration(word, rest, at, report)
      if (declaration === undefined) continue
      if (explained.some(({ name }) => name === declaration.name))
        report(at, `@${word} ${declaration.name} is declared twice`)
      else explained.push(declaration)
    } else if (word === 'variant') {
      const variant = readVariant(rest, at, report)
      if (variant !== undefined) variants.push(variant)
    } else if (word === 'variants') {
      variantLists.push({ fragment: rest, at })
    } else {
      report(at, `@${word} is not known; a header has @param, @row, @variant and @variants`)
    }
  }
  if (prose.join('').trim() === '') {
    report(lines[0]!, 'the description is missing; begin the file with a comment that says what it does')
  }
  return { prose: trimBlankEnds(prose), parameters, columns, variants, variantLists, body }
}

/**
 * Reads `key=value` words; a value with blanks stands in double quotes.
 *
 * @returns undefined, after a report, where the text is anything else.
 */
export function readValues(text: string, at: SourceLine, report: Report): Map<string, string> | undefined {
  const values = new Map<string, string>()
  const rest = text.replace(
    /(?<=^|\s)(\w+)=(?:"([^"]*)"|([^\s"]*))(?=\s|$)/g,
    (_, key: string, quoted?: string, bare?: string) => {
      if (values.has(key)) report(at, `${key}= is given twice`)
      values.set(key, quoted ?? bare ?? '')
      return ''
    },
  )
  if (rest.trim() === '') return values
  report(at, `"${rest.trim()}" is not of the form key=value or key="several words"`)
  return undefined
}

function readDeclaration(
  word: string,
  rest: string,
  at: SourceLine,
  report: Report,
): Declaration | undefined {
  const match = DECLARATION.exec(rest)
  if (match === null) {
    report(
      at,
      `"${rest}" is not of the form "// @${word} name: type" or "// @${word} name: type - explanation"`,
    )
    return undefined
  }
  const [, name = '', typeText = '', explanation = ''] = match
  const type = readType(typeText)
  if (type === undefined) {
    const known = `it is one of ${BASIC_TYPES.join(', ')} or an interface of src/cypher/shapes.ts`
    report(
      at,
      `the type "${typeText}" is not known; ${known}, in [ ] for a list, with ? where it may be null`,
    )
  }
  return { name, type: type ?? { base: 'any', list: false, nullable: false }, explanation, at }
}

function readType(text: string): ValueType | undefined {
  const [, list, single, nullable] = /^(?:\[(\w+)\]|(\w+))(\?)?$/.exec(text) ?? []
  const base = list ?? single
  if (base === undefined) return undefined
  const known = (BASIC_TYPES as readonly string[]).includes(base) || /^[A-Z]/.test(base)
  return known ? { base, list: list !== undefined, nullable: nullable !== undefined } : undefined
}

function readVariant(rest: string, at: SourceLine, report: Report): Variant | undefined {
  const [, name = '', valuesText = ''] = /^(\S+)\s*(.*)$/.exec(rest) ?? []
  if (!/^[A-Z][A-Z0-9_]*$/.test(name)) {
    report(at, `"${name}" is not a variant's name; write it like SAID_DESC`)
    return undefined
  }
  const values = readValues(valuesText, at, report)
  return values && { name, values, at }
}

function continueExplanation(declarations: Declaration[], words: string): void {
  const last = declarations.pop()
  if (last !== undefined) declarations.push({ ...last, explanation: `${last.explanation} ${words}`.trim() })
}

function trimBlankEnds(lines: readonly string[]): string[] {
  return lines.join('\n').trim().split('\n')
}
