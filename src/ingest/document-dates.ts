import { type UncertainDate, uncertainDate, unknownDate } from '../domain/uncertain-date.ts'
import type { ArticleDocument, DocumentDate } from './article-document.ts'
import type { PathPart, ProblemList } from './document-problems.ts'

/**
 * Reads the dates of a document. A date of utterance that is vague, a period or ongoing lies no later than the
 * publication; the times that content speaks of may lie ahead of it.
 */
export class DateReader {
  readonly published: UncertainDate
  readonly #acts: NonNullable<ArticleDocument['acts']>
  readonly #list: ProblemList
  readonly #said = new Map<string, UncertainDate>()

  constructor({ article, acts }: ArticleDocument, list: ProblemList) {
    this.#acts = acts ?? {}
    this.#list = list
    this.published = unknownDate()
    this.published = this.read(article.published, ['article', 'published']) ?? unknownDate()
  }

  /** A date that does not hang on the publication; null where none is given. */
  read(written: DocumentDate | undefined, path: readonly PathPart[]): UncertainDate | null {
    return written === undefined ? null : this.#read(written, path, null)
  }

  /** When an act took place. An act whose date is another act's takes its bounds, under its own basis and phrase. */
  saidOf(key: string): UncertainDate {
    // A loop and not a recursion, so that no document is too deep. A circle, reported elsewhere, ends at its start.
    const walked: string[] = []
    for (let at: string | undefined = key; at !== undefined && !this.#said.has(at); ) {
      this.#said.set(at, unknownDate())
      walked.push(at)
      const said: DocumentDate | undefined = this.#acts[at]?.said
      at = typeof said === 'object' && 'as' in said ? said.as : undefined
    }
    for (const at of walked.reverse()) {
      const said = this.#acts[at]?.said
      if (said !== undefined) this.#said.set(at, this.#read(said, ['acts', at, 'said'], this.published))
    }
    return this.#said.get(key)!
  }

  #read(written: DocumentDate, path: readonly PathPart[], published: UncertainDate | null): UncertainDate {
    if (typeof written === 'object' && 'as' in written)
      return { ...this.saidOf(written.as), basis: written.basis, phrase: written.phrase ?? null }
    const read = uncertainDate(
      typeof written === 'string' ? { basis: 'EXPLICIT', edtf: written } : written,
      published,
    )
    if (read.ok) return read.date
    this.#list.report(
      typeof written === 'string' ? path : [...path, 'edtf'],
      typeof written === 'string' ? written : written.edtf,
      read.message,
    )
    return unknownDate()
  }
}
