import { foldCase } from '../domain/fold-case.ts'
import { withoutLatinAccents } from '../domain/quotations/spelling-key.ts'

/**
 * Queries in Lucene's syntax that find what is like a text. They are made of letters and digits alone, in small letters,
 * so nothing in a text is syntax.
 */

/** Words of one query, the longest: more would cost more and tell little. */
const MOST_WORDS = 12

/** What has as many of the words as can be. Null where there are none. */
export function wordQuery(field: string, text: string): string | null {
  const words = longestOf(wordsOf(text))
  return words.length === 0 ? null : `${field}:(${words.join(' ')})`
}

/**
 * What has names whose words differ in a letter or two: so many as Lucene's automata reach. In how i and y are written,
 * which is one spelling (`proposeSameAgent`), they may differ in more: "Vynnytskyi", "Vinnitski".
 */
export function nameQuery(field: string, names: readonly string[]): string {
  const words = longestOf([...new Set(names.flatMap(wordsOf))])
  const fuzzy = words.flatMap((word) => {
    const length = [...word].length
    if (/\p{N}/u.test(word) || length < 3) return word
    const near = `${word}~${length < 5 ? 1 : 2}`
    return /[iy]/u.test(word) ? [near, `/${word.replace(/[iy]+/gu, '[iy]+')}/`] : near
  })
  // Never empty, so that a name of nothing but marks is looked up by its addresses all the same.
  return `${field}:(${fuzzy.length === 0 ? 'x' : fuzzy.join(' ')})`
}

/** What has some of the phrases, word for word. Null where there are none. */
export function phraseQuery(field: string, phrases: readonly string[]): string | null {
  const quoted = phrases.map((phrase) => `"${phrase.replace(/["\\]/gu, ' ')}"`)
  return quoted.length === 0 ? null : `${field}:(${quoted.join(' ')})`
}

const wordsOf = (text: string): string[] => [
  ...new Set(withoutLatinAccents(foldCase(text)).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []),
]
const longestOf = (words: readonly string[]) =>
  [...words].sort((a, b) => b.length - a.length).slice(0, MOST_WORDS)
