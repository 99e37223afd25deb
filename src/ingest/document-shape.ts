import { normalizeText, textProblem } from '../domain/well-formed-text.ts'
import { type ArticleDocument, articleDocumentSchema } from './article-document.ts'
import type { PathPart, ProblemList } from './document-problems.ts'

/** Stands for an outlet whose key could not be read, so that the rest of the document is checked all the same. */
export const UNREAD_OUTLET = 'unread-outlet'

/** A document whose shape is right in all that is left of it. */
export interface ShapedDocument {
  readonly document: ArticleDocument
  /** The keys that each section declares, also of parts that were left out because their shape is wrong. */
  readonly declared: Readonly<Record<Section, ReadonlySet<string>>>
  /** The keys that statements have, those of statements that were left out included. */
  readonly statementKeys: ReadonlySet<string>
  /** Where each statement of `document` stood in the input. */
  readonly statementIndexes: readonly number[]
}
export const SECTIONS = ['agents', 'places', 'occasions', 'claims', 'acts'] as const
export type Section = (typeof SECTIONS)[number]

type Json = Readonly<Record<string, unknown>>

/** Levels of arrays and objects; the deepest part of a right document lies at the seventh. */
const DEEPEST = 32

/**
 * Checks the shape of an unknown input and reports every problem. Parts whose shape is wrong are left out of the
 * result, so that the others can be checked further and all problems are told at once; null where nothing is left.
 * Every string of the result is in NFC, with line ends as "\n".
 */
export function readShape(input: unknown, list: ProblemList): ShapedDocument | null {
  const normal = normalizeStrings(input, [], list)
  if (!isObject(normal)) {
    list.report([], normal, 'An article document is a JSON object: see docs/article-document.md.')
    return null
  }
  const parsed = articleDocumentSchema.safeParse(normal)
  if (!parsed.success)
    for (const issue of parsed.error.issues) {
      const path = issue.path
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys)
          list.report(
            [...path, key],
            valueAt(normal, [...path, key]),
            `There is no ${JSON.stringify(key)} here: ${knownKeys(path)}`,
          )
      } else list.report(path, valueAt(normal, path), messageOf(issue, valueAt(normal, path)))
    }
  const usable = parsed.success
    ? normal
    : withoutWrongParts(
        normal,
        parsed.error.issues.flatMap((issue) =>
          issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path],
        ),
      )
  const again = parsed.success ? parsed : articleDocumentSchema.safeParse(usable.pruned)
  if (!again.success) return null
  return {
    document: again.data,
    declared: Object.fromEntries(
      SECTIONS.map((section) => [
        section,
        new Set(isObject(normal[section]) ? Object.keys(normal[section]) : []),
      ]),
    ) as Record<Section, Set<string>>,
    statementKeys: new Set(
      (Array.isArray(normal.statements) ? normal.statements : []).flatMap((statement: unknown) =>
        isObject(statement) && typeof statement.key === 'string' ? [statement.key] : [],
      ),
    ),
    statementIndexes: parsed.success
      ? again.data.statements.map((_, index) => index)
      : (usable.kept as number[]),
  }
}

const knownKeys = (path: readonly PathPart[]) =>
  path.length === 0
    ? 'a document has article, recorded, agents, places, occasions, claims, acts and statements.'
    : 'see docs/article-document.md for what this part has.'

interface ShapeIssue {
  readonly code?: string | undefined
  readonly message: string
  readonly errors?: readonly (readonly ShapeIssue[])[] | undefined
}

function messageOf(issue: ShapeIssue, value: unknown) {
  if (value === undefined) return 'This is required and missing.'
  const wanted = [...new Set(wantedBy(issue))]
  return wanted.length > 1 ? `None of the forms fits: ${wanted.join('; or: ')}` : issue.message
}

// Of a choice, every branch refuses: each says what it wants. A branch may be a choice again.
const wantedBy = ({ code, message, errors = [] }: ShapeIssue): string[] =>
  code === 'invalid_union' && errors.length > 0
    ? errors.flatMap(([first]) => (first ? wantedBy(first) : []))
    : [message]

/** The same input without the elements, and the fields of the article, that an issue lies in. */
function withoutWrongParts(input: Json, issues: readonly (readonly PathPart[])[]) {
  const pruned: Record<string, unknown> = { ...input }
  const wrongIndexes = new Set(
    issues.flatMap(([section, index]) =>
      section === 'statements' && typeof index === 'number' ? [index] : [],
    ),
  )
  for (const [section, key] of issues) {
    const part = pruned[section as string]
    if (key === undefined || !isObject(part)) delete pruned[section as string]
    else if (section !== 'statements') {
      const { [key as string]: _wrong, ...rest } = part
      pruned[section as string] = rest
    }
  }
  const statements = Array.isArray(input.statements) ? input.statements : []
  const kept = statements.flatMap((_, index) => (wrongIndexes.has(index) ? [] : [index]))
  const article = isObject(pruned.article) ? pruned.article : {}
  return {
    pruned: {
      ...pruned,
      article: { outlet: UNREAD_OUTLET, ...article },
      statements: kept.map((index) => statements[index]),
    },
    kept,
  }
}

function normalizeStrings(value: unknown, path: readonly PathPart[], list: ProblemList): unknown {
  if (typeof value === 'string') {
    const problem = textProblem(value, { multiline: true })
    if (problem !== null) list.report(path, JSON.stringify(value).slice(0, 200), problem)
    return normalizeText(value)
  }
  if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function') {
    list.report(path, String(value), `A document is JSON, which has no value of type ${typeof value}.`)
    return null
  }
  if (typeof value !== 'object' || value === null) return value
  if (path.length >= DEEPEST) {
    list.report(path, null, `This lies more than ${DEEPEST} levels deep, where a document has nothing.`)
    return null
  }
  if (Array.isArray(value)) return value.map((item, index) => normalizeStrings(item, [...path, index], list))
  const normal = new Map<string, unknown>()
  for (const [written, item] of Object.entries(value)) {
    const key = normalizeText(written)
    // The shape's own check passes over this name in silence.
    if (key === '__proto__')
      list.report(
        [...path, key],
        null,
        'No part of a document has this name: leave it out, or choose another.',
      )
    else if (normal.has(key))
      list.report(
        [...path, key],
        null,
        'This key stands here twice, once not in Unicode NFC: use one of the two.',
      )
    else normal.set(key, normalizeStrings(item, [...path, key], list))
  }
  return Object.fromEntries(normal)
}

const valueAt = (input: unknown, path: readonly PathPart[]): unknown =>
  path.reduce<unknown>((value, part) => (value as Json | undefined)?.[part as string], input)

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
