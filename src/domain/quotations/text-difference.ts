import { diffArrays } from 'diff'
import { foldCase } from '../fold-case.ts'
import type { DifferenceKind } from '../vocabulary.ts'
import type { WordPair } from './align-words.ts'
import { isWord, type QuotationToken, type TokenizedQuotation } from './quotation-tokens.ts'

export interface TextDifference {
  readonly difference: DifferenceKind
  readonly text: string
}

/**
 * What differs, in reading order, in as few pieces as there are; a REMOVED before the ADDED that stands in its place.
 *
 * SAME is what both texts have, letter case and the kind of white space aside, as `from` has it. So SAME and REMOVED
 * together are `from` exactly, and SAME and ADDED are `to` but for letter case and white space. A word in another
 * spelling, or with another apostrophe, is therefore a REMOVED and an ADDED: whether that is an alteration is said by
 * the edits and not here. The white space between two words belongs to the second of them.
 */
export function textDifference(
  from: TokenizedQuotation,
  to: TokenizedQuotation,
  pairs: readonly WordPair[],
): TextDifference[] {
  const pieces = new DifferencePieces()
  const both = (left: QuotationToken, right: QuotationToken): void => {
    pieces.gap(left.gap, right.gap)
    if (sameText(left.text, right.text)) {
      pieces.same(left.text)
    } else {
      pieces.remove(left.text)
      pieces.add(right.text)
    }
  }
  let left = 0
  let right = 0
  for (const [leftEnd, rightEnd] of [...pairs, [from.tokens.length, to.tokens.length] as const]) {
    for (const step of betweenWords(from.tokens.slice(left, leftEnd), to.tokens.slice(right, rightEnd))) {
      if (step.from !== undefined && step.to !== undefined) both(step.from, step.to)
      else if (step.from !== undefined) pieces.remove(step.from.gap + step.from.text)
      else if (step.to !== undefined) pieces.add(step.to.gap + step.to.text)
    }
    const [leftWord, rightWord] = [from.tokens[leftEnd], to.tokens[rightEnd]]
    if (leftWord !== undefined && rightWord !== undefined) both(leftWord, rightWord)
    left = leftEnd + 1
    right = rightEnd + 1
  }
  pieces.gap(from.trailing, to.trailing)
  return pieces.end()
}

/** Whether two words or marks are written alike, letter case aside. */
export function sameText(left: string, right: string): boolean {
  return left === right || foldCase(left) === foldCase(right)
}

interface Step {
  readonly from?: QuotationToken
  readonly to?: QuotationToken
}

/** Beyond so many marks between two common words, they are not aligned among themselves. */
const MOST_MARKS = 100

/** The tokens between two common words: their words differ, their marks may be the same. */
function betweenWords(from: readonly QuotationToken[], to: readonly QuotationToken[]): Step[] {
  const changes = diffArrays([...from], [...to], {
    comparator: (one, other) => !isWord(one) && !isWord(other) && one.key === other.key,
    maxEditLength: MOST_MARKS,
  })
  if (changes === undefined)
    return [...from.map((token) => ({ from: token })), ...to.map((token) => ({ to: token }))]
  const steps: Step[] = []
  let left = 0
  let right = 0
  for (const { added, removed, count } of changes) {
    for (let n = 0; n < count; n++) {
      if (removed) steps.push({ from: from[left++]! })
      else if (added) steps.push({ to: to[right++]! })
      else steps.push({ from: from[left++]!, to: to[right++]! })
    }
  }
  return steps
}

class DifferencePieces {
  readonly #pieces: { difference: DifferenceKind; text: string }[] = []
  #removed = ''
  #added = ''

  same(text: string): void {
    if (text === '') return
    this.#endChange()
    this.#append('SAME', text)
  }

  remove(text: string): void {
    this.#removed += text
  }

  add(text: string): void {
    this.#added += text
  }

  /** White space of whatever kind is the same; none is not. */
  gap(from: string, to: string): void {
    if ((from === '') === (to === '')) {
      this.same(from)
    } else {
      this.remove(from)
      this.add(to)
    }
  }

  end(): TextDifference[] {
    this.#endChange()
    return this.#pieces
  }

  #endChange(): void {
    const gap = /^\s+/u.exec(this.#removed)?.[0] ?? ''
    const addedGap = /^\s+/u.exec(this.#added)?.[0] ?? ''
    const shared = gap !== '' && addedGap !== ''
    if (shared) this.#append('SAME', gap)
    this.#append('REMOVED', shared ? this.#removed.slice(gap.length) : this.#removed)
    this.#append('ADDED', shared ? this.#added.slice(addedGap.length) : this.#added)
    this.#removed = ''
    this.#added = ''
  }

  #append(difference: DifferenceKind, text: string): void {
    if (text === '') return
    const last = this.#pieces.at(-1)
    if (last?.difference === difference) last.text += text
    else this.#pieces.push({ difference, text })
  }
}
