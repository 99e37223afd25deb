import { type ReadDate, type UncertainDate, uncertainDate, type WrittenDate } from '../uncertain-date.ts'
import type { SpeechAct } from '../vocabulary.ts'
import { type DateContext, tenseOfContent } from './date-context.ts'
import { redate } from './redate.ts'
import { resolvePhrase } from './resolve-date.ts'

/**
 * The dates of an article that hang on its publication, each told from what the annotator wrote, the publication that
 * it was written for, and the one that holds now. What is told from the same three is always the same, so a publication
 * that is set and set right again leads back to the same dates.
 */

/** What an annotator wrote of one date, with what it hangs on beside the publication. Complete by itself. */
export interface WrittenDependentDate extends WrittenDate {
  /** Of a date that is another act's, under its own basis and phrase: what was written of that one. */
  readonly of?: WrittenDate
  /** Of an act with a phrase alone: what was written of the one before it in the text, by the same speakers. */
  readonly after?: WrittenDate
}

export interface PublicationContext {
  /** Of the article, BCP 47. */
  readonly language: string
  /** What the annotator took for the publication. */
  readonly writtenFor: UncertainDate
  /** What it is. */
  readonly published: UncertainDate
}

/** The utterance of the article's own voice: it is said by being published. */
export const OWN_VOICE: WrittenDependentDate = { basis: 'PUBLICATION' }

/**
 * The publication by a person's decision, else as it was written. A decision for the very day that was written gives
 * back what was written, with its basis and its words.
 *
 * @param decided EDTF that `parseEdtf` reads
 */
export function publicationDate(written: WrittenDate, decided: string | null): ReadDate {
  const told = uncertainDate(written)
  if (decided === null || (told.ok && told.date.edtf === decided)) return told
  return uncertainDate({ basis: 'EXTERNAL', edtf: decided })
}

/** When an act took place, or the occasion of one. */
export function saidDate(written: WrittenDependentDate, context: PublicationContext): ReadDate {
  const { of, after, ...own } = written
  const now = actContext(context, context.published)
  const known = after && narrows(own, now) ? saidDate(after, context) : null
  const read = redate(of ?? own, actContext(context, context.writtenFor), {
    ...now,
    after: known?.ok ? known.date : null,
  })
  return of && read.ok ? asOwn(read.date, own) : read
}

/** A time that content speaks of: it hangs on the utterance. */
export function dateSpokenOf(
  written: WrittenDependentDate,
  { said, speechAct }: { readonly said: WrittenDependentDate; readonly speechAct: SpeechAct },
  context: PublicationContext,
): ReadDate {
  const { of, ...own } = written
  if (of) {
    const read = saidDate(of, context)
    return read.ok ? asOwn(read.date, own) : read
  }
  const utterance = (published: UncertainDate): DateContext => {
    const uttered = saidDate(said, { ...context, published })
    return {
      language: context.language,
      published,
      utterance: uttered.ok ? uttered.date : null,
      anchor: 'UTTERANCE',
      tense: tenseOfContent(speechAct),
    }
  }
  return redate(own, utterance(context.writtenFor), utterance(context.published))
}

/** When an agent held a role, which the article's own voice tells. */
export const heldDate = (written: WrittenDependentDate, context: PublicationContext): ReadDate =>
  dateSpokenOf(written, { said: OWN_VOICE, speechAct: 'ASSERT' }, context)

const actContext = ({ language }: PublicationContext, published: UncertainDate): DateContext => ({
  language,
  published,
  utterance: null,
  anchor: 'PUBLICATION',
  tense: 'PAST',
})

/**
 * Whether a statement before this one may narrow its date: the phrase says something by itself, as "later" does. What
 * would be dated by the other alone ("the next day") may hang on something else in the text, and stays a phrase.
 */
const narrows = ({ basis, edtf, phrase }: WrittenDate, now: DateContext) =>
  edtf == null && phrase != null && resolvePhrase(phrase, basis, now) !== null

const asOwn = (date: UncertainDate, { basis, phrase }: WrittenDate): ReadDate => ({
  ok: true,
  date: { ...date, basis, phrase: phrase ?? null },
})
