import { type CypherFile, DIRECTIVE, type Report, readValues, type SourceLine } from './cypher-file.ts'

/** The files of `cypher/fragments`, by name without `.cypher`. */
export type Fragments = ReadonlyMap<string, CypherFile>

const PLACEHOLDER = /\{\{(\w+)\}\}/g

/**
 * Puts the text of one query together: replaces `{{placeholders}}` by their values and `// @include` lines by their
 * fragments, indented like the line. A fragment sees the values that its include line gives it and no others.
 *
 * @param values what the placeholders stand for.
 * @param used receives the placeholders met, so that the caller can tell values that nothing takes.
 * @param within the fragments being included, outermost first: a fragment in itself is reported.
 */
export function expandBody(
  body: readonly SourceLine[],
  values: ReadonlyMap<string, string>,
  fragments: Fragments,
  report: Report,
  used: Set<string> = new Set(),
  within: readonly string[] = [],
): SourceLine[] {
  return body.flatMap((line) => {
    const text = line.text.replace(PLACEHOLDER, (placeholder, key: string) => {
      used.add(key)
      const value = values.get(key)
      if (value === undefined) {
        const given = values.size === 0 ? 'no values are given' : `given are ${[...values.keys()].join(', ')}`
        report(line, `${placeholder} stands for nothing here; ${given}`)
      }
      return value ?? ''
    })
    if (text.includes('{{')) report(line, '"{{" does not begin a placeholder; one is written {{name}}')
    const directive = DIRECTIVE.exec(text)
    if (directive === null) return [{ ...line, text }]
    if (directive[1] !== 'include') {
      report(line, `@${directive[1]} belongs into the header, above the query, or is not known`)
      return []
    }
    return include({ ...line, text }, directive[2] ?? '', fragments, report, within)
  })
}

function include(
  at: SourceLine,
  call: string,
  fragments: Fragments,
  report: Report,
  within: readonly string[],
): SourceLine[] {
  const [, name = '', valuesText = ''] = /^(\S+)\s*(.*)$/.exec(call) ?? []
  const fragment = fragments.get(name)
  const values = readValues(valuesText, at, report)
  if (values === undefined) return []
  if (fragment === undefined) {
    report(at, `there is no cypher/fragments/${name}.cypher`)
    return []
  }
  if (within.includes(name)) {
    report(at, `the fragment includes itself: ${[...within, name].join(' -> ')}`)
    return []
  }
  const indent = /^\s*/.exec(at.text)?.[0] ?? ''
  const includedBy = at.includedBy ?? `${at.file}:${at.line}`
  const used = new Set<string>()
  const lines = expandBody(
    withoutBlankEnds(fragment.body).map((line) => ({ ...line, includedBy })),
    values,
    fragments,
    report,
    used,
    [...within, name],
  )
  for (const key of values.keys()) {
    if (!used.has(key)) report(at, `the fragment ${name} has no {{${key}}}`)
  }
  return lines.map((line) => (line.text === '' ? line : { ...line, text: indent + line.text }))
}

/** Drops the blank lines before the first line of text and after the last. */
export function withoutBlankEnds(lines: readonly SourceLine[]): readonly SourceLine[] {
  const isText = ({ text }: SourceLine) => text.trim() !== ''
  return lines.slice(Math.max(lines.findIndex(isText), 0), lines.findLastIndex(isText) + 1)
}
