import { attributionId, statementId } from '../domain/identity.ts'
import type { TextSpan } from '../domain/text-span.ts'
import type { ArticleDocument } from './article-document.ts'
import type { SpanReader } from './document-spans.ts'

type DocumentAct = NonNullable<ArticleDocument['acts']>[string]
type DocumentStatement = ArticleDocument['statements'][number]

/** A statement of a document with its place in the text found. */
export interface PlacedStatement {
  readonly id: string
  readonly statement: DocumentStatement
  /** Its index among the statements of the input. */
  readonly index: number
  readonly text: string
  readonly content: readonly TextSpan[]
  readonly quoted: readonly TextSpan[]
}

/** An act of a document with its words found. */
export interface PlacedAct {
  readonly id: string
  readonly key: string
  readonly act: DocumentAct
  readonly source: readonly TextSpan[]
  readonly cue: readonly TextSpan[]
}

/** Parts of one passage, as one string. */
export const wordsOf = (spans: readonly TextSpan[]) => spans.map((span) => span.exact).join(' … ')

/** Statements in text order, each known by its words and the how-many-th of the article with these words it is. */
export function placeStatements(
  articleId: string,
  statements: readonly DocumentStatement[],
  indexes: readonly number[],
  spans: SpanReader,
): PlacedStatement[] {
  const placed = statements.map((statement, position) => {
    const path = ['statements', indexes[position]!]
    const content = spans.read(statement.content, [...path, 'content'])
    const quoted =
      statement.quoted === undefined && statement.quoteType === 'DIRECT'
        ? content
        : spans.read(statement.quoted, [...path, 'quoted'], content)
    return { statement, index: indexes[position]!, text: wordsOf(content), content, quoted }
  })
  const inOrder = placed
    .filter((one) => one.content.length > 0)
    .sort((a, b) => compareSpans(a.content, b.content) || a.index - b.index)
  const occurrence = countOccurrences()
  return inOrder.map((one) => ({ ...one, id: statementId(articleId, one.text, occurrence(one.text)) }))
}

/**
 * Acts known by the words of their source and cue, and the how-many-th of the article with these words they are. One
 * without words stands where the first of its statements does, or the act it relays.
 */
export function placeActs(
  articleId: string,
  acts: Readonly<Record<string, DocumentAct>>,
  statements: readonly PlacedStatement[],
  spans: SpanReader,
): PlacedAct[] {
  const entries = Object.entries(acts)
  const placed = entries.map(([key, act]) => ({
    key,
    act,
    source: spans.read(act.source, ['acts', key, 'source']),
    cue: spans.read(act.cue, ['acts', key, 'cue']),
  }))
  const position = new Map(
    placed.map((one) => [one.key, [...one.source, ...one.cue].sort((a, b) => compareSpans([a], [b]))]),
  )
  const inherit = (key: string, content: readonly TextSpan[], depth = 0) => {
    if (position.get(key)?.length === 0) position.set(key, [...content])
    const outer = acts[key]?.reportedIn
    if (outer !== undefined && depth < entries.length) inherit(outer, content, depth + 1)
  }
  for (const { statement, content } of statements)
    if (statement.act !== undefined) inherit(statement.act, content)
  const inOrder = placed.sort(
    (a, b) => compareSpans(position.get(a.key)!, position.get(b.key)!) || (a.key < b.key ? -1 : 1),
  )
  const occurrence = countOccurrences()
  return inOrder.map((one) => {
    const [source, cue] = [wordsOf(one.source), wordsOf(one.cue)]
    return { ...one, id: attributionId(articleId, source, cue, occurrence(JSON.stringify([source, cue]))) }
  })
}

function countOccurrences() {
  const seen = new Map<string, number>()
  return (words: string) => {
    const count = (seen.get(words) ?? 0) + 1
    seen.set(words, count)
    return count
  }
}

// The title comes before the text; what begins first comes first, then what ends first. Without a place: last.
function compareSpans(a: readonly TextSpan[], b: readonly TextSpan[]): number {
  const [first, other] = [a[0], b[0]]
  if (!first || !other) return (first ? 0 : 1) - (other ? 0 : 1)
  const part = (span: TextSpan) => (span.part === 'TITLE' ? 0 : 1)
  return part(first) - part(other) || first.start - other.start || a.at(-1)!.end - b.at(-1)!.end
}
