import { foldCase } from '../fold-case.ts'
import { typedAlike, withAsciiDigits, withoutLatinAccents, withoutPoints } from './spelling-key.ts'

/**
 * How alike two texts or names are written, from 0 to 1: the Jaccard coefficient of their sets of trigrams, that is
 * those that both have, divided by those that either has. Symmetric; 1 for texts with the same trigrams, be it in
 * another order ("Zahorsky, Danylo"), and 0 where one has no letter or digit.
 *
 * Trigrams are made as by PostgreSQL's pg_trgm: of each word, a run of letters, digits and their combining marks, with
 * two spaces before it and one behind, in code points. Folded before: letter case (`foldCase`), compatibility forms
 * (NFKC), accents of Latin letters and of no others, vowel points of Arabic and Hebrew, tatweel, invisible format
 * characters, the digits of any script to 0 to 9. Apostrophes are dropped, so that "don't" is one word; white space
 * and all other marks only part words. Letters of different scripts are never the same.
 */
export function trigramSimilarity(left: string, right: string): number {
  return jaccard(trigrams(left), trigrams(right))
}

/** The set of trigrams of a text, for who compares one with many. */
function trigrams(text: string): ReadonlySet<string> {
  const folded = withAsciiDigits(
    withoutPoints(withoutLatinAccents(foldCase(typedAlike(text).normalize('NFKC')))),
  )
  const found = new Set<string>()
  for (const [word] of folded.replaceAll("'", '').matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const padded = [' ', ' ', ...word, ' ']
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3).join(''))
  }
  return found
}

function jaccard(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let common = 0
  for (const one of left) if (right.has(one)) common++
  const all = left.size + right.size - common
  return all === 0 ? 0 : common / all
}
