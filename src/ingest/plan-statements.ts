import { attributionId, statementId } from '../domain/identity.ts'
import type { TextSpan } from '../domain/text-span.ts'
import type { ArticleDocument, DocumentAct, DocumentStatement } from './article-document.ts'
import type { SpanReader } from './document-spans.ts'

type DocumentClaims = NonNullable<ArticleDocument['claims']>

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

/** The words of an act's source and cue, found in the text. */
export interface ActWords {
  readonly key: string
  readonly act: DocumentAct
  readonly source: readonly TextSpan[]
  readonly cue: readonly TextSpan[]
}

export interface PlacedAct extends ActWords {
  readonly id: string
}

/** Parts of one passage, as one string. */
const wordsOf = (spans: readonly TextSpan[]) => spans.map((span) => span.exact).join(' … ')

/** The acts of a document by local key, with their words found. */
export function readActWords(
  acts: Readonly<Record<string, DocumentAct>>,
  spans: SpanReader,
): ReadonlyMap<string, ActWords> {
  return new Map(
    Object.entries(acts).map(([key, act]) => [
      key,
      {
        key,
        act,
        source: spans.read(act.source, ['acts', key, 'source']),
        cue: spans.read(act.cue, ['acts', key, 'cue']),
      },
    ]),
  )
}

/**
 * Statements in text order, each known by its words and the how-many-th place of these words it stands at. Of several
 * with the very same content, which "Reuters and AP reported" gives, the words of their acts tell the order; where these
 * are the same too, the words of their claims do. The order in the document never does as long as anything else can.
 */
export function placeStatements(
  articleId: string,
  statements: readonly DocumentStatement[],
  acts: ReadonlyMap<string, ActWords>,
  claims: DocumentClaims,
  spans: SpanReader,
): PlacedStatement[] {
  const placed = statements.map((statement, index) => {
    const path = ['statements', index]
    const content = spans.read(statement.content, [...path, 'content'])
    const quoted =
      statement.quoted === undefined && statement.quoteType === 'DIRECT'
        ? content
        : spans.read(statement.quoted, [...path, 'quoted'], content)
    return { statement, index, text: wordsOf(content), content, quoted }
  })
  const inOrder = placed
    .filter((one) => one.content.length > 0)
    .sort(
      (a, b) =>
        comparePassages(a.content, b.content) ||
        compareChains(a.statement.act, b.statement.act, acts) ||
        compareClaims(a.statement.claim, b.statement.claim, claims) ||
        a.index - b.index,
    )
  const inPassage = countOccurrences()
  return inOrder.map((one) => {
    const occurrence = spans.placeNumber(one.content)
    const nth = inPassage(JSON.stringify([one.text, occurrence]))
    return { ...one, id: statementId(articleId, one.text, occurrence, nth) }
  })
}

/**
 * Acts in text order, known by the words of their source and cue and the first statement that comes through them. One
 * without words stands where that statement does. Of acts alike, the hop nearer to it comes first. Local keys decide only
 * where nothing of the text does.
 */
export function placeActs(
  articleId: string,
  acts: ReadonlyMap<string, ActWords>,
  statements: readonly PlacedStatement[],
): PlacedAct[] {
  const first = new Map<string, { readonly rank: number } & Pick<PlacedStatement, 'id' | 'content'>>()
  let rank = 0
  // Where an act has its first statement, all hops outward of it have theirs.
  for (const { id, statement, content } of statements)
    for (let key = statement.act; key !== undefined && !first.has(key); key = acts.get(key)?.act.reportedIn)
      first.set(key, { rank: rank++, id, content })
  const standing = [...acts.values()].map((one) => {
    const words = placeOf(one)
    const told = first.get(one.key)
    return { one, rank: told?.rank ?? Infinity, place: words.length > 0 ? words : (told?.content ?? []) }
  })
  standing.sort(
    (a, b) =>
      comparePassages(a.place, b.place) ||
      comparePassages(a.one.source, b.one.source) ||
      (a.rank === b.rank ? 0 : a.rank - b.rank) ||
      (a.one.key < b.one.key ? -1 : 1),
  )
  const occurrence = countOccurrences()
  return standing.map(({ one }) => {
    const [source, cue] = [wordsOf(one.source), wordsOf(one.cue)]
    const statement = first.get(one.key)?.id ?? null
    const nth = occurrence(JSON.stringify([source, cue, statement]))
    return { ...one, id: attributionId(articleId, source, cue, statement, nth) }
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

const placeOf = ({ source, cue }: ActWords) => [...source, ...cue].sort(compareSpans)

// An own voice comes before what is attributed. Circles, reported elsewhere, end at the first act met again.
function compareChains(
  a: string | undefined,
  b: string | undefined,
  acts: ReadonlyMap<string, ActWords>,
): number {
  const seen = new Set<string>()
  let [one, other] = [a, b]
  while (one !== other) {
    const [left, right] = [acts.get(one ?? ''), acts.get(other ?? '')]
    if (!left || !right) return (left ? 1 : 0) - (right ? 1 : 0)
    const order = comparePassages(placeOf(left), placeOf(right)) || comparePassages(left.source, right.source)
    if (order !== 0 || seen.has(left.key)) return order
    seen.add(left.key)
    one = left.act.reportedIn
    other = right.act.reportedIn
  }
  return 0
}

function compareClaims(
  a: DocumentStatement['claim'],
  b: DocumentStatement['claim'],
  claims: DocumentClaims,
): number {
  const [one, other] = [a, b].map((claim) => {
    const { key = '', text = '' } = (typeof claim === 'string' ? claims[claim] : claim) ?? {}
    return `${key}\n${text}`
  }) as [string, string]
  return one === other ? 0 : one < other ? -1 : 1
}

// The title comes before the text; what begins first comes first, then what ends first. Without a place: last.
function comparePassages(a: readonly TextSpan[], b: readonly TextSpan[]): number {
  const [first, other] = [a[0], b[0]]
  if (!first || !other) return (first ? 0 : 1) - (other ? 0 : 1)
  const whole = compareSpans({ ...first, end: a.at(-1)!.end }, { ...other, end: b.at(-1)!.end })
  if (whole !== 0) return whole
  // Both run from one end to the other and differ in what they leave out.
  const differing = a.findIndex((span, at) => b[at] === undefined || compareSpans(span, b[at]) !== 0)
  const [left, right] = [a[differing], b[differing]]
  return left && right ? compareSpans(left, right) : a.length - b.length
}

function compareSpans(a: TextSpan, b: TextSpan): number {
  const part = (span: TextSpan) => (span.part === 'TITLE' ? 0 : 1)
  return part(a) - part(b) || a.start - b.start || a.end - b.end
}
