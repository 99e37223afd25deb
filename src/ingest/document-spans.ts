import { type CodePointRange, placeNumber, resolveQuotation } from '../domain/quotation.ts'
import { CodePointText, offsetsProblem, spanAt, type TextSpan } from '../domain/text-span.ts'
import type { TextPart } from '../domain/vocabulary.ts'
import type { DocumentSelector, DocumentSpans } from './article-document.ts'
import type { PathPart, ProblemList } from './document-problems.ts'

/**
 * Words that do not stand in the text are searched for in other spellings, which takes some 20 ms in half a million
 * characters. Of a document that goes with another text, the first so many tell what there is to tell.
 */
const MOST_NEAR_SEARCHES = 100

/** Finds the spans that a document points at, in the title and the text of its article. */
export class SpanReader {
  readonly #texts: Readonly<Record<TextPart, CodePointText | null>>
  readonly #list: ProblemList
  #missing = 0

  constructor(title: string | null, text: string | null, list: ProblemList) {
    this.#texts = {
      TITLE: title === null ? null : new CodePointText(title),
      TEXT: text === null ? null : new CodePointText(text),
    }
    this.#list = list
  }

  /** Length in code points; 0 where there is no such part. */
  length(part: TextPart): number {
    return this.#texts[part]?.length ?? 0
  }

  /** The how-many-th place of its words a passage is, from 1. */
  placeNumber(passage: readonly TextSpan[]): number {
    return placeNumber(passage, { title: this.#texts.TITLE, text: this.#texts.TEXT })
  }

  /**
   * The spans that were found; problems are reported at `path`. Of words that stand in several places, the place in
   * `within` is meant.
   */
  read(
    written: DocumentSpans | undefined,
    path: readonly PathPart[],
    within: readonly TextSpan[] = [],
  ): TextSpan[] {
    if (written === undefined) return []
    if (!Array.isArray(written)) return this.#readOne(written as DocumentSelector, path, within) ?? []
    const spans: TextSpan[] = []
    for (const [index, one] of written.entries()) {
      const before = spans.at(-1)
      for (const span of this.#readOne(one, [...path, index], within) ?? []) {
        if (before && before.part === span.part && span.start < before.end)
          this.#list.report(
            [...path, index],
            span.exact,
            'The spans of one passage stand in the order of the text and do not overlap; this one begins before the one before it ends.',
          )
        spans.push(span)
      }
    }
    return spans
  }

  #readOne(
    written: DocumentSelector,
    path: readonly PathPart[],
    within: readonly TextSpan[],
  ): TextSpan[] | null {
    const selector = typeof written === 'string' ? { exact: written } : written
    const part = selector.part ?? 'TEXT'
    const text = this.#texts[part]
    if (text === null) {
      if (part === 'TITLE' && !this.#list.isUnread(['article', 'title']))
        this.#list.report(
          path,
          written,
          'The article has no title: give `article.title`, or point at the text.',
        )
      return null
    }
    if ('start' in selector) {
      const problem = offsetsProblem(text, selector.start, selector.end)
      if (problem !== null) {
        this.#list.report(path, written, problem)
        return null
      }
      const span = spanAt(text, part, selector.start, selector.end)
      if (selector.exact !== undefined && selector.exact !== span.exact) {
        this.#list.report(
          path,
          written,
          `At ${selector.start} to ${selector.end} (code points of the text in NFC) stands "${span.exact}".`,
        )
        return null
      }
      return [span]
    }
    if (!text.text.includes(selector.exact) && ++this.#missing > MOST_NEAR_SEARCHES) {
      this.#list.report(
        path,
        written,
        `The words do not stand in the ${part === 'TITLE' ? 'title' : 'text'} like this. (More than ${MOST_NEAR_SEARCHES} do not: is it the right text?)`,
      )
      return null
    }
    const ranges = within
      .filter((span) => span.part === part)
      .map((span): CodePointRange => [span.start, span.end])
    const found = resolveQuotation(text, part, selector, ranges)
    if (found.ok) return [found.span]
    const shown = found.candidates.map(
      ({ start, end, prefix, exact, suffix }) => `${start} to ${end}: …${prefix}[${exact}]${suffix}…`,
    )
    const more = found.total > shown.length ? ` (and ${found.total - shown.length} more)` : ''
    this.#list.report(
      path,
      written,
      shown.length === 0 ? found.message : `${found.message} Places: ${shown.join(' | ')}${more}`,
    )
    return null
  }
}
