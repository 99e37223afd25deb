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
  /** Where each statement of `document` stood in the input. */
  readonly statementIndexes: readonly number[]
}
export const SECTIONS = ['agents', 'places', 'occasions', 'claims', 'acts'] as const
export type Section = (typeof SECTIONS)[number]

type Json = Readonly<Record<string, unknown>>

/**
 * Checks the shape of an unknown input and reports every problem. Parts whose shape is wrong are left out of the
 * result, so that the others can be checked further and all problems are told at once; null where nothing is left.
 * Every string of the result is in NFC, with line ends as "\n".
 */
export function readShape(input: unknown, list: ProblemList): ShapedDocument | null {
  const normal = normalizeStrings(input, [], list)
  const parsed = articleDocumentSchema.safeParse(normal)
  if (!isObject(normal)) {
    list.report([], input, 'An article document is a JSON object: see docs/article-document.md.')
    return null
  }
  if (!parsed.success)
    for (const issue of parsed.error.issues) {
      const path = issue.path
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys)
          list.report(
            [...path, key],
            valueAt(normal, [...path, key]),
            `There is no "${key}" here: ${knownKeys(path)}`,
          )
      } else list.report(path, valueAt(normal, path), messageOf(issue, valueAt(normal, path)))
    }
  const usable = parsed.success
    ? normal
    : withoutWrongParts(
        normal,
        parsed.error.issues.map(({ path }) => path),
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
    statementIndexes: parsed.success
      ? again.data.statements.map((_, index) => index)
      : (usable.kept as number[]),
  }
}

const knownKeys = (path: readonly PathPart[]) =>
  path.length === 0
    ? 'a document has article, recorded, agents, places, occasions, claims, acts and statements.'
    : 'see docs/article-document.md for what this part has.'

function messageOf(
  issue: {
    readonly code?: string
    readonly message: string
    readonly errors?: readonly (readonly { readonly message: string }[])[]
  },
  value: unknown,
) {
  if (value === undefined) return 'This is required and missing.'
  // Of a choice, every branch refuses: each says what it wants.
  const branches =
    issue.code === 'invalid_union' ? (issue.errors ?? []).map((branch) => branch[0]?.message ?? '') : []
  return branches.length > 0
    ? `None of the forms fits: ${[...new Set(branches)].join('; or: ')}`
    : issue.message
}

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
  for (const key of Object.keys(pruned)) if (!(key in articleDocumentSchema.shape)) delete pruned[key]
  const statements = Array.isArray(input.statements) ? input.statements : []
  const kept = statements.flatMap((_, index) => (wrongIndexes.has(index) ? [] : [index]))
  const article = Object.fromEntries(
    Object.entries(isObject(pruned.article) ? pruned.article : {}).filter(
      ([key]) => key in articleDocumentSchema.shape.article.shape,
    ),
  )
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
  if (Array.isArray(value)) return value.map((item, index) => normalizeStrings(item, [...path, index], list))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      normalizeText(key),
      normalizeStrings(item, [...path, key], list),
    ]),
  )
}

const valueAt = (input: unknown, path: readonly PathPart[]): unknown =>
  path.reduce<unknown>((value, part) => (value as Json | undefined)?.[part as string], input)

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
