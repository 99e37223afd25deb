import { placesOf } from './quotation.ts'
import { type CodePointText, spanAt, type TextSpan } from './text-span.ts'
import type { TextPart } from './vocabulary.ts'

/** Where a statement stands in one version of its article: the parts of its content in text order, and what of it is quoted. */
export interface AnchoredWords {
  readonly content: readonly TextSpan[]
  /** Each within one part of the content. */
  readonly quoted: readonly TextSpan[]
}

/** What a version says, in the form of `normalizeText`. */
export interface VersionText {
  readonly title: CodePointText | null
  readonly text: CodePointText
}

/** FOUND: it stands there still. ORPHANED: it may, and a person has to look. GONE: its words stand there no more. */
export type Reanchored =
  | ({ readonly outcome: 'FOUND' } & AnchoredWords)
  | { readonly outcome: 'ORPHANED' }
  | { readonly outcome: 'GONE' }

/** A statement that the annotation of a new version does not tell. */
export interface LostStatement extends AnchoredWords {
  readonly id: string
  /** The version in which it stands at `content`. */
  readonly versionId: string
}

/** A statement that the annotation of the new version tells. */
export interface ToldStatement {
  readonly id: string
  /** In the new version. */
  readonly content: readonly TextSpan[]
}

const GONE: Reanchored = { outcome: 'GONE' }
const ORPHANED: Reanchored = { outcome: 'ORPHANED' }

/**
 * Where statements of an older version stand in the text of a newer one, told by their words alone: each part of the
 * content is the same words, code point by code point. A match counts where it is unique, and no guess is made
 * otherwise (W3C Web Annotation leaves it to the client; Hypothesis marks such an annotation as an orphan too).
 *
 * - Every part stands in the new version exactly once: FOUND. A part is looked for in the title or the text, whichever it
 *   stood in, and only where it is gone from there in the other.
 * - Some part stands there more than once, or some but not all do, or they stand in another order or overlap: ORPHANED.
 * - No part stands there: GONE.
 *
 * Two statements with the same words at two places have two places. Where one is left and the new annotation gives it to
 * one of them, the other is GONE; where it gives it to none, which of them it is cannot be told: both are ORPHANED.
 *
 * @param placesBefore where the statements of a version stood in it: their content, by id
 */
export function reanchor(
  lost: readonly LostStatement[],
  told: readonly ToldStatement[],
  version: VersionText,
  placesBefore: (versionId: string) => ReadonlyMap<string, readonly TextSpan[]>,
): Map<string, Reanchored> {
  const alone = new Map(lost.map((statement) => [statement.id, findAgain(statement, version)]))
  const claimed = new Map<string, { readonly id: string; readonly isTold: boolean }[]>()
  const claim = (content: readonly TextSpan[], id: string, isTold: boolean) => {
    const key = passageKey(content)
    claimed.set(key, [...(claimed.get(key) ?? []), { id, isTold }])
  }
  for (const { id, content } of told) claim(content, id, true)
  for (const [id, found] of alone) if (found.outcome === 'FOUND') claim(found.content, id, false)
  return new Map(
    lost.map(({ id, versionId, content }): [string, Reanchored] => {
      const found = alone.get(id)!
      if (found.outcome !== 'FOUND') return [id, found]
      const before = placesBefore(versionId)
      // Several sources may have said the same in one passage: those stood at one place before, too.
      const rivals = claimed.get(passageKey(found.content))!.filter((other) => {
        const place = other.id === id ? undefined : before.get(other.id)
        return place !== undefined && passageKey(place) !== passageKey(content)
      })
      if (rivals.some(({ isTold }) => isTold)) return [id, GONE]
      return [id, rivals.length > 0 ? ORPHANED : found]
    }),
  )
}

/** Where the words of one statement stand in another version. */
export function findAgain({ content, quoted }: AnchoredWords, version: VersionText): Reanchored {
  const places = content.map((part) => placesOfPart(part, version))
  if (places.every((found) => found.length === 0)) return GONE
  if (places.some((found) => found.length !== 1)) return ORPHANED
  const found = places.map(([place]) => place!)
  // The parts of a passage stand in the order of the text and do not overlap, as in a document.
  const inOrder = found.every((place, index) => {
    const before = found[index - 1]
    return before === undefined || before.part !== place.part || before.end <= place.start
  })
  if (!inOrder) return ORPHANED
  return {
    outcome: 'FOUND',
    content: found,
    quoted: quoted.map((words) => {
      const index = content.findIndex(
        (part) => part.part === words.part && part.start <= words.start && words.end <= part.end,
      )
      const [before, now] = [content[index]!, found[index]!]
      const start = now.start + words.start - before.start
      return spanAt(textOf(version, now.part)!, now.part, start, start + words.end - words.start)
    }),
  }
}

const OTHER_PART: Readonly<Record<TextPart, TextPart>> = { TITLE: 'TEXT', TEXT: 'TITLE' }

const textOf = ({ title, text }: VersionText, part: TextPart) => (part === 'TITLE' ? title : text)

function placesOfPart(span: TextSpan, version: VersionText): TextSpan[] {
  for (const part of [span.part, OTHER_PART[span.part]]) {
    const text = textOf(version, part)
    if (text === null) continue
    const whole: TextSpan[] = []
    for (const [start, end] of placesOf(text, span.exact)) {
      const place = spanAt(text, part, start, end)
      if (cutsNoMore(place, span)) whole.push(place)
      // Two are as many as a thousand.
      if (whole.length === 2) break
    }
    if (whole.length > 0) return whole
  }
  return []
}

/** Whether a place cuts a word only where the other place did: "he left" does not stand in "she left". */
const cutsNoMore = (place: TextSpan, before: TextSpan) =>
  (!cutsAtStart(place) || cutsAtStart(before)) && (!cutsAtEnd(place) || cutsAtEnd(before))

// Scripts that set no space between words tell no boundary: there any place counts.
const IN_WORD = /^[\p{L}\p{M}\p{N}]$/u
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u
const isInWord = (character: string | undefined) =>
  character !== undefined && IN_WORD.test(character) && !UNSPACED.test(character)

const first = (text: string) => [...text.slice(0, 2)][0]
const last = (text: string) => [...text.slice(-2)].at(-1)
const cutsAtStart = ({ prefix, exact }: TextSpan) => isInWord(last(prefix)) && isInWord(first(exact))
const cutsAtEnd = ({ exact, suffix }: TextSpan) => isInWord(last(exact)) && isInWord(first(suffix))

const passageKey = (content: readonly TextSpan[]) =>
  content.map(({ part, start, end }) => `${part} ${start} ${end}`).join(', ')
