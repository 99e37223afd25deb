import { type ReadDate, type UncertainDate, uncertainDate, type WrittenDate } from '../uncertain-date.ts'
import type { DateContext, Tense } from './date-context.ts'
import { namesYearOf, resolveDate, resolvePhrase } from './resolve-date.ts'

/**
 * A date when what it hangs on changes: its article's publication, and with it the utterance, the passage or the other
 * statement. `written` is what the annotator gave, and `before` the context in which it was right, so that dating again
 * and back leads to what was written; keep both, and date from them rather than from the last answer.
 *
 * 1. EXPLICIT and EXTERNAL with EDTF hang on nothing and stay, and so does every date while its context does.
 * 2. PUBLICATION is the new publication.
 * 3. INHERITED and SAME_OCCASION are the date that they are taken from, where they were that date before.
 * 4. Where the phrase, in some reading, gave the written days before, the same reading gives them now. What was
 *    written shows whether the annotator read "on Monday" as the last or the next one, and whether an undated
 *    utterance was taken to be of the day of publication; `after` need not say so.
 * 5. Where the phrase names the years of what was written ("during the campaign of 2022"), that hangs on no publication
 *    and stays, unless it was no more than the bound that the publication had set. One before them is a conflict to
 *    report.
 * 6. Else somebody knew more than the phrase says, of a publication that is no longer true: what the phrase says now,
 *    or where it says nothing, no date. The old one is never kept.
 *
 * A time of day keeps its instant only where its offset is known in the new context too: local time may have changed.
 */
export function redate(written: WrittenDate, before: DateContext, after: DateContext): ReadDate {
  const { basis } = written
  const edtf = written.edtf ?? null
  if (edtf === null) return resolveDate(written, after)
  const old = uncertainDate(written)
  if (!old.ok || basis === 'EXPLICIT' || basis === 'EXTERNAL' || hangsOnTheSame(before, after)) return old

  const phrase = written.phrase ?? null
  const withoutEdtf = { basis, phrase }
  if (basis === 'PUBLICATION') return uncertainDate(withoutEdtf, after.published)
  if (basis === 'INHERITED' || basis === 'SAME_OCCASION') {
    return hasDaysOf(old.date, before.passage) ? resolveDate(withoutEdtf, after) : uncertainDate(withoutEdtf)
  }
  for (const reading of phrase === null ? [] : readings(before)) {
    const was = resolvePhrase(phrase!, basis, { ...before, ...reading })
    if (was === null || !hasDaysOf(old.date, dateOf(was))) continue
    return resolveDate(withoutEdtf, { ...after, ...reading })
  }
  const unread = resolveDate(withoutEdtf, before)
  const wasTheContext = unread.ok && hasDaysOf(old.date, unread.date)
  return phrase !== null && !wasTheContext && namesYears(phrase, old.date)
    ? old
    : resolveDate(withoutEdtf, after)
}

function namesYears(phrase: string, { earliest, latest }: UncertainDate): boolean {
  const bounds = [earliest, latest].filter((day) => day !== null)
  return bounds.length > 0 && bounds.every((day) => namesYearOf(phrase, day))
}

type ReadingOfContext = Pick<DateContext, 'tense' | 'assumptions'>

/** What an annotator may have taken for granted, the context's own first. */
function readings({ anchor, tense, assumptions }: DateContext): ReadingOfContext[] {
  if (anchor === 'PUBLICATION') return [{ tense, assumptions }]
  const tenses: (Tense | null)[] = tense ? [tense] : [null, 'PAST', 'FUTURE']
  return [assumptions?.undatedUtterance, 'PUBLICATION' as const].flatMap((undatedUtterance) =>
    tenses.map((tense) => ({
      tense,
      assumptions: undatedUtterance === undefined ? assumptions : { ...assumptions, undatedUtterance },
    })),
  )
}

function hangsOnTheSame(before: DateContext, after: DateContext): boolean {
  const of = ({ published, utterance, passage, after: other }: DateContext) =>
    [published, utterance, passage, other].map((date) => (date ? [date.edtf, date.phrase] : null))
  return JSON.stringify(of(before)) === JSON.stringify(of(after))
}

function dateOf(edtf: string): UncertainDate | null {
  const read = uncertainDate({ basis: 'EXTERNAL', edtf })
  return read.ok ? read.date : null
}

function hasDaysOf(date: UncertainDate, other: UncertainDate | null | undefined): boolean {
  return !!other && date.earliest === other.earliest && date.latest === other.latest
}
