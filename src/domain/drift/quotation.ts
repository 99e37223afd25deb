import {
  compareQuotations,
  type Quotation,
  type QuotationComparison,
} from '../quotations/compare-quotations.ts'
import type { QuoteEditKind } from '../vocabulary.ts'
import type { Carried, DriftPair } from './drift-world.ts'
import { type Found, outletOf, quote } from './wording.ts'

/** Edits that leave a quotation what it is. */
const NO_ALTERATION: readonly QuoteEditKind[] = ['SPELLING', 'PUNCTUATION', 'TRANSLATION']

/** Below it the marks hold two sentences, neither of them a version of the other. */
const VERSION_RATIO = 0.5

/**
 * What stands in quotation marks on both sides. QUOTE_TRUNCATED: `to` has a part of the words of `from` and no other
 * (CONTAINED). QUOTE_ALTERED: other edits than of spelling and punctuation, and at least half of the words in common. A
 * fuller quotation, a translation and words that one side does not quote are neither.
 */
export function quotationDrift({ from, to }: DriftPair, comparisons: QuotationComparisons): Found[] {
  const [left, right] = [from, to].map(quotationOf)
  if (!left || !right || left.text === right.text) return []
  const comparison = comparisons.between(left, right)
  const isPart = isPartOf(comparison)
  const isAltered = alterations(comparison).length > 0 && comparison.ratio >= VERSION_RATIO
  if (!isPart && !(isAltered && !isPartOf(comparisons.between(right, left)))) return []
  return [
    {
      drift: isPart ? 'QUOTE_TRUNCATED' : 'QUOTE_ALTERED',
      explanation: `${outletOf(from)} quotes ${quote(left.text)}; ${outletOf(to)} quotes ${quote(right.text)}${changes(comparison)}.`,
    },
  ]
}

/** The comparisons of a group, each worked out once: many carriers print the same words. */
export class QuotationComparisons {
  readonly #known = new Map<string, QuotationComparison>()

  between(from: Quotation, to: Quotation): QuotationComparison {
    const key = JSON.stringify([from.language, from.text, to.language, to.text])
    const known = this.#known.get(key) ?? compareQuotations(from, to)
    this.#known.set(key, known)
    return known
  }
}

const quotationOf = ({ statement: { quoted }, article: { language } }: Carried) =>
  quoted === null || quoted === '' ? null : { text: quoted, language }

const alterations = ({ edits }: QuotationComparison) => edits.filter((edit) => !NO_ALTERATION.includes(edit))
const isPartOf = (comparison: QuotationComparison) =>
  alterations(comparison).join() === ('CONTAINED' satisfies QuoteEditKind)

function changes({ difference }: QuotationComparison): string {
  const words = (kind: 'ADDED' | 'REMOVED') =>
    difference.filter((one) => one.difference === kind).map(({ text }) => quote(text.trim()))
  const [added, removed] = [words('ADDED'), words('REMOVED')]
  return [
    added.length > 0 ? `, with ${added.join(', ')}` : '',
    removed.length > 0 ? `, without ${removed.join(', ')}` : '',
  ].join('')
}
