import { QUOTE_EDIT_KINDS, type QuoteEditKind } from '../vocabulary.ts'
import type { WordPair } from './align-words.ts'
import { isWord, type QuotationToken } from './quotation-tokens.ts'
import { typedAlike } from './spelling-key.ts'
import { sameText } from './text-difference.ts'

/** What stands between two common words, or before the first or after the last of them. */
interface Stretch {
  readonly from: readonly QuotationToken[]
  readonly to: readonly QuotationToken[]
  /** Before the first common word, or after the last. */
  readonly atEnd: boolean
  /** Words of `from` that `to` has not, and the other way round, as far as no kind accounts for them yet. */
  removed: number
  added: number
}

/**
 * What kinds of edits lead from one wording to another, in the order of the vocabulary.
 *
 * Words in the place of others count as in word error rate, the measure of speech recognition: n words in the place of
 * m are as many substitutions as the fewer of the two, and the rest is put in or left out. SPELLING and PUNCTUATION
 * are of words and marks that stand beside common words; marks that come or go with words are part of their edit.
 */
export function quoteEdits(
  from: readonly QuotationToken[],
  to: readonly QuotationToken[],
  pairs: readonly WordPair[],
): QuoteEditKind[] {
  const found = new Set<QuoteEditKind>()
  for (const [left, right] of pairs) {
    const kind = wordEdit(from[left]!.text, to[right]!.text)
    if (kind !== undefined) found.add(kind)
  }
  const stretches = stretchesOf(from, to, pairs)
  for (const stretch of stretches) {
    if (stretch.removed + stretch.added > 0) continue
    if (partsRunTogether(stretch)) found.add('SPLICE')
    else if (marksDiffer(stretch)) found.add('PUNCTUATION')
  }
  if (takeMovedParts(stretches)) found.add('SPLICE')
  if (takeExchangedNeighbours(stretches)) found.add('SUBSTITUTION')
  for (const stretch of stretches) {
    const { removed, added } = stretch
    if (removed > 0 && added > 0) found.add('SUBSTITUTION')
    if (added > removed) found.add('INSERTION')
    if (removed > added) {
      if (stretch.atEnd && added === 0) found.add('CONTAINED')
      else found.add(added === 0 && partsRunTogether(stretch) ? 'SPLICE' : 'ELISION')
    }
  }
  return QUOTE_EDIT_KINDS.filter((kind) => found.has(kind))
}

/** How two spellings of one word differ; letter case is the carrier's, who begins a sentence with a quotation or not. */
function wordEdit(from: string, to: string): QuoteEditKind | undefined {
  if (sameText(from, to)) return undefined
  return sameText(typedAlike(from), typedAlike(to)) ? 'PUNCTUATION' : 'SPELLING'
}

function stretchesOf(
  from: readonly QuotationToken[],
  to: readonly QuotationToken[],
  pairs: readonly WordPair[],
): Stretch[] {
  let left = 0
  let right = 0
  return [...pairs, [from.length, to.length] as const].map(([leftEnd, rightEnd], index) => {
    const stretch = {
      from: from.slice(left, leftEnd),
      to: to.slice(right, rightEnd),
      atEnd: index === 0 || index === pairs.length,
    }
    left = leftEnd + 1
    right = rightEnd + 1
    return {
      ...stretch,
      removed: stretch.from.filter(isWord).length,
      added: stretch.to.filter(isWord).length,
    }
  })
}

function marksDiffer({ from, to }: Stretch): boolean {
  return from.length !== to.length || from.some((token, at) => token.text !== to[at]!.text)
}

/**
 * Parts stand apart in `from` where it has an ellipsis between them, or where they belong to different sentences. They
 * run together in `to` where it has no ellipsis there and, of sentences, fewer ends.
 */
function partsRunTogether({ from, to, atEnd }: Stretch): boolean {
  if (atEnd || to.some((token) => token.kind === 'ELLIPSIS')) return false
  if (from.some((token) => token.kind === 'ELLIPSIS')) return true
  return from.some(isWord) && sentenceEnds(from) > sentenceEnds(to)
}

function sentenceEnds(tokens: readonly QuotationToken[]): number {
  return tokens.filter((token, at) => {
    if (!/^[.!?。！？｡؟۔।]$/u.test(token.text)) return false
    // "Gen. Smith", "Mrs. Jones": a short capitalised word with a full stop is a title more often than an end.
    const before = tokens[at - 1]
    return !(token.text === '.' && before !== undefined && /^\p{Lu}\p{L}{0,3}$/u.test(before.text))
  }).length
}

/** In words. Shorter runs recur in any two texts ("in the middle of" is long enough to be told from chance). */
const SHORTEST_PART = 4

/**
 * Parts that `to` has in another order: a run of words that was left out in one place and put in at another. What else
 * was left out around such a part belongs to the splice.
 */
function takeMovedParts(stretches: readonly Stretch[]): boolean {
  const removedAt = new Map<string, { stretch: Stretch; words: string[]; at: number }>()
  for (const stretch of stretches.filter(({ removed }) => removed >= SHORTEST_PART)) {
    const words = wordKeys(stretch.from)
    for (let at = 0; at + SHORTEST_PART <= words.length; at++) {
      removedAt.set(words.slice(at, at + SHORTEST_PART).join(' '), { stretch, words, at })
    }
  }
  const moved = new Set<Stretch>()
  for (const stretch of stretches.filter(({ added }) => added >= SHORTEST_PART)) {
    const words = wordKeys(stretch.to)
    for (let at = 0; at + SHORTEST_PART <= words.length; ) {
      const source = removedAt.get(words.slice(at, at + SHORTEST_PART).join(' '))
      if (source === undefined) {
        at++
        continue
      }
      let length = SHORTEST_PART
      while (at + length < words.length && words[at + length] === source.words[source.at + length]) length++
      stretch.added -= length
      moved.add(source.stretch)
      at += length
    }
  }
  for (const stretch of moved) stretch.removed = 0
  return moved.size > 0
}

function wordKeys(tokens: readonly QuotationToken[]): string[] {
  return tokens.filter(isWord).map((token) => token.key)
}

/**
 * Words left out on the one side of a few common words and others put in on the other side ("such a letter", "any such
 * letter") are words exchanged, where counting them so takes no more edits: k common words between r and a others make
 * k + max(r, a) substitutions, insertions and deletions together, against r + a.
 */
function takeExchangedNeighbours(stretches: readonly Stretch[]): boolean {
  let exchanged = false
  let last: { stretch: Stretch; index: number } | undefined
  stretches.forEach((stretch, index) => {
    if (stretch.removed + stretch.added === 0) return
    if (last !== undefined) {
      const [before, after] = [last.stretch, stretch]
      const removed = before.removed + after.removed
      const added = before.added + after.added
      const opposite =
        (before.added === 0 && after.removed === 0) || (before.removed === 0 && after.added === 0)
      const fewer = Math.min(removed, added)
      const losing = before.removed > 0 ? before : after
      const gaining = losing === before ? after : before
      // Words missing at the beginning or the end make a part, unless they are only moved.
      const part = losing.atEnd && wordKeys(losing.from).join(' ') !== wordKeys(gaining.to).join(' ')
      if (opposite && !part && index - last.index <= fewer) {
        exchanged = true
        for (const one of [before, after]) {
          one.removed = Math.max(0, one.removed - fewer)
          one.added = Math.max(0, one.added - fewer)
        }
      }
    }
    last = stretch.removed + stretch.added > 0 ? { stretch, index } : undefined
  })
  return exchanged
}
