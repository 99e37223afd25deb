import type { Rule, Season } from './phrase-meanings.ts'

/**
 * A language as tables: words for weekdays and the like, each with all its forms, and rules. The groups of a rule's
 * pattern are named `weekday`, `month`, `season`, `year`, `number`, and `x` and `y` for expressions within it. The
 * first rule that matches the whole of a phrase gives its meaning, whether or not that can be told.
 *
 * Patterns meet phrases as `plainPhrase` leaves them: small letters, straight apostrophes and hyphens, single spaces.
 */
export interface PhraseLanguage {
  readonly weekdays: Words<number>
  readonly months: Words<number>
  readonly seasons: Words<Season>
  readonly numbers: Words<number>
  readonly rules: readonly Rule[]
  /** A weekday that the phrase gives as the date's own: "Friday evening", "Friday, 18 April". Group `weekday`. */
  readonly ownWeekday: RegExp
  /** Words that say a month is nearly over: "April nearing its end". Group `month`, anywhere in a sentence. */
  readonly monthNearlyOver: RegExp
}

export type Words<Value> = Readonly<Record<string, Value>>

export function plainPhrase(phrase: string): string {
  return phrase
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc\u0060]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.!?"“”«»]+|[\s,;:.!?"“”«»]+$/g, '')
}

/** The words as a pattern, longer ones first, so that "seventeen" is not taken for "seven". */
export function anyOf(words: Words<unknown>): string {
  return Object.keys(words)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace('.', '[.]'))
    .join('|')
}
