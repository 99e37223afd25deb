import { groupBy } from '../group-by.ts'
import { Equivalence } from '../origins/equivalence.ts'
import type { QuoteEditKind, Verdict } from '../vocabulary.ts'
import {
  alignQuotations,
  compareQuotations,
  type Quotation,
  type TextDifference,
} from './compare-quotations.ts'
import { LEAST_NEARNESS, nearness } from './nearest-quotations.ts'

/** The words that a statement quotes. */
export interface Utterance extends Quotation {
  /** Of the statement. */
  readonly id: string
  readonly articleId: string
}

/** What is decided or proposed of two statements being one utterance. */
export interface UtteranceJudgement {
  readonly id: string
  readonly leftId: string
  readonly rightId: string
  readonly verdict: Verdict
}

/** How an utterance stands in another carrier. Nothing here says that it is the same one: `verdict` does. */
export interface Variant {
  readonly statementId: string
  /** See `QuotationComparison`. */
  readonly ratio: number
  /** From the fuller wording where one is a part of the other, so that this is CONTAINED both ways; else from this one. */
  readonly edits: readonly QuoteEditKind[]
  /** REMOVED is what only this carrier has, ADDED what only the other has. */
  readonly difference: readonly TextDifference[]
  /** PROPOSED where nobody decided. */
  readonly verdict: Verdict
  /** On these two; null where the verdict follows from decisions on others, or nothing is known. */
  readonly judgementId: string | null
}

type Comparison = Pick<Variant, 'ratio' | 'edits' | 'difference'> & { readonly isNear: boolean }

/**
 * The utterances of one group of statements, each with its variants in other articles.
 *
 * Statements that drift is worked out between, directly or through others, are candidates: those that are near enough
 * (`LEAST_NEARNESS`) or in another language are variants. So is whatever was decided to be the same utterance, or not to
 * be, however near it is. Nothing in the same article is one.
 */
export class Variants {
  readonly #utterances: ReadonlyMap<string, Utterance>
  readonly #threads = new Equivalence()
  readonly #candidates: ReadonlyMap<string, readonly Utterance[]>
  /** All that is one utterance by positive decisions, which are transitive. */
  readonly #classes = new Equivalence()
  readonly #sameClass: ReadonlyMap<string, readonly Utterance[]>
  readonly #toldApart: ReadonlySet<string>
  readonly #judgements = new Map<string, UtteranceJudgement>()
  /** By class: those that it was decided not to be one with. */
  readonly #others = new Map<string, string[]>()
  readonly #comparisons = new Map<string, Comparison>()

  /**
   * @param pairs ids of statements between which drift is worked out
   * @param judgements in force, those on other statements too
   */
  constructor(
    utterances: readonly Utterance[],
    pairs: readonly (readonly [string, string])[],
    judgements: readonly UtteranceJudgement[],
  ) {
    this.#utterances = new Map(utterances.map((one) => [one.id, one]))
    for (const [from, to] of pairs) this.#threads.join(from, to)
    const decided = (verdict: Verdict) => judgements.filter((one) => one.verdict === verdict)
    for (const { leftId, rightId } of decided('POSITIVE')) this.#classes.join(leftId, rightId)
    this.#candidates = groupBy(utterances, ({ id }) => this.#threads.of(id))
    this.#sameClass = groupBy(utterances, ({ id }) => this.#classes.of(id))
    this.#toldApart = new Set(
      decided('NEGATIVE').map(({ leftId, rightId }) =>
        pairOf(this.#classes.of(leftId), this.#classes.of(rightId)),
      ),
    )
    for (const one of judgements) this.#judgements.set(pairOf(one.leftId, one.rightId), one)
    for (const { leftId, rightId } of decided('NEGATIVE')) {
      const [one, other] = [this.#classes.of(leftId), this.#classes.of(rightId)]
      this.#others.set(one, [...(this.#others.get(one) ?? []), other])
      this.#others.set(other, [...(this.#others.get(other) ?? []), one])
    }
  }

  /** The nearest first, then by id; none of a statement that quotes nothing. */
  of(id: string): Variant[] {
    const one = this.#utterances.get(id)
    if (!one) return []
    const found = new Map(
      [
        ...(this.#candidates.get(this.#threads.of(id)) ?? []),
        ...(this.#sameClass.get(this.#classes.of(id)) ?? []),
        ...(this.#others.get(this.#classes.of(id)) ?? []).flatMap(
          (other) => this.#sameClass.get(other) ?? [],
        ),
      ].map((other) => [other.id, other]),
    )
    return [...found.values()]
      .filter(({ articleId }) => articleId !== one.articleId)
      .flatMap((other): Variant[] => {
        const { isNear, ...comparison } = this.#compare(one, other)
        const verdict = this.#verdictOn(id, other.id)
        const isDecided = verdict.verdict === 'POSITIVE' || verdict.verdict === 'NEGATIVE'
        return isNear || isDecided ? [{ statementId: other.id, ...comparison, ...verdict }] : []
      })
      .sort((a, b) => b.ratio - a.ratio || (a.statementId < b.statementId ? -1 : 1))
  }

  #verdictOn(id: string, other: string): Pick<Variant, 'verdict' | 'judgementId'> {
    const judgement = this.#judgements.get(pairOf(id, other))
    const [one, two] = [this.#classes.of(id), this.#classes.of(other)]
    const verdict = one === two ? 'POSITIVE' : this.#toldApart.has(pairOf(one, two)) ? 'NEGATIVE' : null
    if (judgement && (verdict === null || judgement.verdict === verdict))
      return { verdict: judgement.verdict, judgementId: judgement.id }
    return { verdict: verdict ?? 'PROPOSED', judgementId: null }
  }

  /** Worked out once for each pair of wordings: many carriers print the same words. */
  #compare(one: Utterance, other: Utterance): Comparison {
    const key = JSON.stringify([one.text, one.language, other.text, other.language])
    const known = this.#comparisons.get(key) ?? comparisonOf(one, other)
    this.#comparisons.set(key, known)
    return known
  }
}

const pairOf = (one: string, other: string) => (one < other ? `${one} ${other}` : `${other} ${one}`)

function comparisonOf(one: Quotation, other: Quotation): Comparison {
  const alignment = alignQuotations(one, other)
  const { ratio, edits, difference } = alignment.comparison
  const fromOther = isPart(edits) ? edits : compareQuotations(other, one).edits
  return {
    ratio,
    edits: isPart(fromOther) ? fromOther : edits,
    difference,
    isNear: edits.includes('TRANSLATION') || nearness(alignment) >= LEAST_NEARNESS,
  }
}

/** Whether it is CONTAINED, and no alteration beside that. */
const isPart = (edits: readonly QuoteEditKind[]) =>
  edits.includes('CONTAINED') &&
  edits.every((edit) => ['CONTAINED', 'SPELLING', 'PUNCTUATION'].includes(edit))
