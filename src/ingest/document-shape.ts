import { normalizeText, textProblem } from '../domain/well-formed-text.ts'
import { type ArticleDocument, articleDocumentSchema } from './article-document.ts'
import type { PathPart, ProblemList } from './document-problems.ts'
import { isObject, readPart } from './read-part.ts'

/** Levels of arrays and objects; the deepest part of a right document lies at the seventh. */
const DEEPEST = 32

/**
 * Checks the shape of an unknown input and reports every problem. What does not fit is unread: something that says
 * nothing stands in its place, so that all the rest can be checked further and all problems are told at once. Null
 * where the input is no object. Every string of the result is in NFC, with line ends as "\n".
 */
export function readShape(input: unknown, list: ProblemList): ArticleDocument | null {
  const normal = normalizeStrings(input, [], list)
  if (isObject(normal)) return readPart(articleDocumentSchema, normal, [], list) as ArticleDocument
  list.report([], normal, 'An article document is a JSON object: see docs/article-document.md.')
  return null
}

function normalizeStrings(value: unknown, path: readonly PathPart[], list: ProblemList): unknown {
  if (typeof value === 'string') {
    const problem = textProblem(value, { multiline: true })
    if (problem !== null) list.reportUnread(path, JSON.stringify(value).slice(0, 200), problem)
    return normalizeText(value)
  }
  if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function') {
    list.reportUnread(path, String(value), `A document is JSON, which has no value of type ${typeof value}.`)
    return null
  }
  if (typeof value !== 'object' || value === null) return value
  if (path.length >= DEEPEST) {
    list.reportUnread(path, null, `This lies more than ${DEEPEST} levels deep, where a document has nothing.`)
    return null
  }
  if (Array.isArray(value)) return value.map((item, index) => normalizeStrings(item, [...path, index], list))
  const normal = new Map<string, unknown>()
  for (const [written, item] of Object.entries(value)) {
    const key = normalizeText(written)
    // JSON makes a field of it like others; most of what reads the document would not find it.
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
