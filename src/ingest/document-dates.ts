import {
  dateSpokenOf,
  heldDate,
  OWN_VOICE,
  type PublicationContext,
  saidDate,
  type WrittenDependentDate,
} from '../domain/date-resolution/article-dates.ts'
import {
  type ReadDate,
  type UncertainDate,
  uncertainDate,
  unknownDate,
  type WrittenDate,
} from '../domain/uncertain-date.ts'
import type { SpeechAct } from '../domain/vocabulary.ts'
import type { ArticleDocument, DocumentDate } from './article-document.ts'
import type { PathPart, ProblemList } from './document-problems.ts'

/** A date with what was written of it, from which it is told again when the publication changes. */
export interface TracedDate {
  readonly written: WrittenDependentDate
  readonly date: UncertainDate
}

const UNTOLD: TracedDate = { written: { basis: 'UNKNOWN' }, date: unknownDate() }

/**
 * Reads the dates of a document. EDTF is taken as written; a phrase without it says what the resolver understands of it
 * (`docs/dates.md`), and stays a phrase where that is nothing.
 */
export class DateReader {
  readonly published: UncertainDate
  readonly #acts: NonNullable<ArticleDocument['acts']>
  readonly #list: ProblemList
  readonly #language: string
  readonly #said = new Map<string, TracedDate>()
  readonly #roots = new Map<string, WrittenDate | null>()
  /** The act before each in the text by the same speakers. */
  #before: ReadonlyMap<string, string> = new Map()

  constructor({ article, acts }: ArticleDocument, list: ProblemList) {
    this.#acts = acts ?? {}
    this.#list = list
    this.#language = article.language ?? 'und'
    this.published = unknownDate()
    this.published = this.read(article.published, ['article', 'published']) ?? unknownDate()
  }

  /** The acts in the order of the text: what comes later may say that it was said later. */
  placeActs(keysInOrder: readonly string[]): void {
    const last = new Map<string, string>()
    this.#before = new Map(
      keysInOrder.flatMap((key) => {
        const speakers = JSON.stringify(this.#acts[key]?.by ?? [])
        const before = last.get(speakers)
        last.set(speakers, key)
        return before === undefined ? [] : [[key, before]]
      }),
    )
  }

  /** A date that hangs on nothing; null where none is given. */
  read(written: DocumentDate | undefined, path: readonly PathPart[]): UncertainDate | null {
    if (written === undefined) return null
    if (typeof written === 'object' && 'as' in written)
      return { ...this.saidOf(written.as).date, basis: written.basis, phrase: written.phrase ?? null }
    return this.#reported(uncertainDate(this.#ownOf(written)), written, path)
  }

  /** When an occasion took place; null where it is not told. */
  occasion(written: DocumentDate | undefined, path: readonly PathPart[]): TracedDate | null {
    return written === undefined ? null : this.#act(written, path)
  }

  /** When a role was held. */
  held(written: DocumentDate | undefined, path: readonly PathPart[]): TracedDate {
    if (written === undefined) return UNTOLD
    const dependent = this.#dependent(written)
    const date = heldDate(dependent, this.#context)
    return { written: dependent, date: this.#reported(date, written, path) }
  }

  /** When an act took place. An act whose date is another act's takes its bounds, under its own basis and phrase. */
  saidOf(key: string): TracedDate {
    const known = this.#said.get(key)
    if (known) return known
    const said = this.#acts[key]?.said
    const traced = said === undefined ? UNTOLD : this.#act(said, ['acts', key, 'said'], this.#before.get(key))
    this.#said.set(key, traced)
    return traced
  }

  /** A time that the content of a statement speaks of, said in the act with this key; without one, by the article. */
  spokenOf(
    written: DocumentDate,
    path: readonly PathPart[],
    act: string | undefined,
    speechAct: SpeechAct,
  ): TracedDate {
    const dependent = this.#dependent(written)
    const utterance = { said: this.#utteranceOf(act), speechAct }
    const date = dateSpokenOf(dependent, utterance, this.#context)
    return { written: dependent, date: this.#reported(date, written, path) }
  }

  /** Of the innermost act that is not known from elsewhere: see `summarizeChain`. */
  #utteranceOf(act: string | undefined): WrittenDependentDate {
    const walked = new Set<string>()
    let at = act
    while (at !== undefined && this.#acts[at]?.basis === 'EXTERNAL' && !walked.has(at)) {
      walked.add(at)
      at = this.#acts[at]?.reportedIn
    }
    return at === undefined ? OWN_VOICE : this.saidOf(at).written
  }

  #act(written: DocumentDate, path: readonly PathPart[], before?: string): TracedDate {
    const dependent = this.#dependent(written)
    const after = before === undefined ? undefined : this.#rootOf(before)
    const isPhrase =
      dependent.of === undefined && dependent.edtf === undefined && dependent.phrase !== undefined
    const told = isPhrase && after && after.basis !== 'UNKNOWN' ? { ...dependent, after } : dependent
    return { written: told, date: this.#reported(saidDate(told, this.#context), written, path) }
  }

  #dependent(written: DocumentDate): WrittenDependentDate {
    const own = this.#ownOf(written)
    if (typeof written !== 'object' || !('as' in written)) return own
    return { ...own, of: this.#rootOf(written.as) ?? { basis: 'UNKNOWN' } }
  }

  /** What is written of an act, or of the act whose date it has; null where nothing is, or they go round in a circle. */
  #rootOf(key: string): WrittenDate | null {
    // A loop and not a recursion, so that no document is too deep. A circle is reported elsewhere.
    const walked: string[] = []
    let root: WrittenDate | null = null
    for (let at: string | undefined = key; at !== undefined; ) {
      const known = this.#roots.get(at)
      if (known !== undefined) {
        root = known
        break
      }
      this.#roots.set(at, null)
      walked.push(at)
      const said: DocumentDate | undefined = this.#acts[at]?.said
      at = typeof said === 'object' && 'as' in said ? said.as : undefined
      if (at === undefined && said !== undefined) root = this.#ownOf(said)
    }
    for (const one of walked) this.#roots.set(one, root)
    return this.#roots.get(key)!
  }

  #ownOf(written: DocumentDate): WrittenDate {
    if (typeof written === 'string') return { basis: 'EXPLICIT', edtf: written }
    const { basis, phrase } = written
    const edtf = 'edtf' in written ? written.edtf : undefined
    return { basis, ...(edtf !== undefined && { edtf }), ...(phrase !== undefined && { phrase }) }
  }

  get #context(): PublicationContext {
    return { language: this.#language, writtenFor: this.published, published: this.published }
  }

  #reported(read: ReadDate, written: DocumentDate, path: readonly PathPart[]): UncertainDate {
    if (read.ok) return read.date
    // A date that is another act's is told at that one.
    if (typeof written === 'string') this.#list.report(path, written, read.message)
    else if (!('as' in written)) this.#list.report([...path, 'edtf'], written.edtf, read.message)
    return unknownDate()
  }
}
