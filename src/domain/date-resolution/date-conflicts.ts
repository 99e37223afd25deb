import type { UncertainDate } from '../uncertain-date.ts'
import { lastDayOf, twoDigits, weekdayOf, yearOf } from './calendar-day.ts'
import { singleDay } from './date-context.ts'
import { type PhraseLanguage, plainPhrase } from './phrase-language.ts'
import { phraseLanguage } from './resolve-date.ts'

/** A date with what it is the date of. */
export interface DatedRecord {
  /** Of the record that has the date: article, version, act, occasion or statement. */
  readonly id: string
  readonly date: UncertainDate
  /** The text around the phrase where that says more, such as a statement's: "April nearing its end". */
  readonly words?: string | null | undefined
}

/** The dates of one article that are to be compared. */
export interface DatesOfArticle {
  /** Of its words, BCP 47. */
  readonly language: string
  readonly published: DatedRecord
  readonly modified?: DatedRecord | null | undefined
  readonly acts: readonly (DatedRecord & { readonly occasion?: DatedRecord | null | undefined })[]
  readonly spokenOf: readonly DatedRecord[]
}

const DATE_CONFLICT_KINDS = [
  'SAID_AFTER_PUBLICATION',
  'MODIFIED_BEFORE_PUBLICATION',
  'OCCASION_ON_ANOTHER_DAY',
  'WEEKDAY_OF_ANOTHER_DAY',
  'MONTH_NOT_NEARLY_OVER',
] as const
export type DateConflictKind = (typeof DATE_CONFLICT_KINDS)[number]

export interface DateConflict {
  readonly kind: DateConflictKind
  /** Both are kept: neither says which one is wrong. The same record where its words and its date disagree. */
  readonly left: DatedRecord
  readonly right: DatedRecord
  /** One sentence with the words of both. */
  readonly because: string
}

/**
 * Dates that cannot both hold, whatever they turn out to be; two that may agree are none. In the order of the input.
 *
 * "April nearing its end" is taken to be printed in the last third of that month.
 */
export function dateConflicts({
  language,
  published,
  modified,
  acts,
  spokenOf,
}: DatesOfArticle): DateConflict[] {
  const conflicts: DateConflict[] = []
  const add = (kind: DateConflictKind, left: DatedRecord, right: DatedRecord, because: string) =>
    conflicts.push({ kind, left, right, because })
  const tables = phraseLanguage(language)

  if (modified && isBefore(modified.date, published.date)) {
    add(
      'MODIFIED_BEFORE_PUBLICATION',
      modified,
      published,
      `Modified ${shown(modified)}, which is before the publication ${shown(published)}.`,
    )
  }
  for (const act of acts) {
    if (isBefore(published.date, act.date)) {
      add(
        'SAID_AFTER_PUBLICATION',
        act,
        published,
        `Said ${shown(act)}, which is after the publication ${shown(published)}.`,
      )
    }
    if (act.occasion && (isBefore(act.date, act.occasion.date) || isBefore(act.occasion.date, act.date))) {
      add(
        'OCCASION_ON_ANOTHER_DAY',
        act,
        act.occasion,
        `Said ${shown(act)}, on an occasion that took place ${shown(act.occasion)}.`,
      )
    }
  }
  const dated = [published, ...(modified ? [modified] : []), ...acts, ...spokenOf]
  for (const record of tables === null ? [] : dated) {
    const named = ownWeekday(record, tables!)
    const day = singleDay(record.date)
    if (named !== null && day !== null && named !== weekdayOf(day)) {
      add(
        'WEEKDAY_OF_ANOTHER_DAY',
        record,
        record,
        `The words say ${quoted(record)}, but ${day} is a ${WEEKDAYS[weekdayOf(day)]}.`,
      )
    }
  }
  for (const record of tables === null ? [] : spokenOf) {
    const month = monthNearlyOver(record, tables!)
    if (month !== null && !isInLastThird(month, published.date)) {
      add(
        'MONTH_NOT_NEARLY_OVER',
        record,
        published,
        `The words say ${quoted(record)}, but the publication is ${shown(published)}.`,
      )
    }
  }
  return conflicts
}

/** What a record says of its date, in words: the text around it, or the phrase and what it was taken for. */
export const dateInWords = (record: DatedRecord): string => (record.words ? quoted(record) : shown(record))

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Certainly before: by the instant where both have one, else by the day. */
function isBefore(date: UncertainDate, other: UncertainDate): boolean {
  if (date.instant !== null && other.instant !== null) return date.instant < other.instant
  return date.latest !== null && other.earliest !== null && date.latest < other.earliest
}

function ownWeekday({ date }: DatedRecord, tables: PhraseLanguage): number | null {
  const found =
    date.phrase === null ? undefined : tables.ownWeekday.exec(plainPhrase(date.phrase))?.groups?.weekday
  return found === undefined ? null : (tables.weekdays[found] ?? null)
}

function monthNearlyOver({ date, words }: DatedRecord, tables: PhraseLanguage): number | null {
  for (const text of [words, date.phrase]) {
    const found = text ? tables.monthNearlyOver.exec(plainPhrase(text))?.groups?.month : undefined
    if (found !== undefined) return tables.months[found] ?? null
  }
  return null
}

/** Whether the date may lie in the last third of the month, in some year; an open or unknown date may. */
function isInLastThird(month: number, { earliest, latest }: UncertainDate): boolean {
  if (earliest === null || latest === null) return true
  for (let year = yearOf(earliest); year <= yearOf(latest); year++) {
    const ofYear = `${String(year).padStart(4, '0')}-${twoDigits(month)}`
    const last = lastDayOf(ofYear)!
    const first = `${ofYear}-${twoDigits(Math.floor((Number(last.slice(8)) * 2) / 3) + 1)}`
    if (earliest <= last && latest >= first) return true
  }
  return false
}

function shown({ date: { edtf, phrase } }: DatedRecord): string {
  if (phrase === null) return edtf === null ? 'on a day that is not known' : `(${edtf})`
  return edtf === null ? `“${phrase}”` : `“${phrase}” (${edtf})`
}

const quoted = ({ date, words }: DatedRecord) => `“${words ?? date.phrase ?? ''}”`
