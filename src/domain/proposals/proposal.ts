import type { JudgementKind } from '../vocabulary.ts'

/** The kinds of judgements that ingest proposes. The others say more than likeness can tell. */
export type ProposedKind = Extract<
  JudgementKind,
  'SAME_CLAIM' | 'SAME_AGENT' | 'SAME_OCCASION' | 'SAME_UTTERANCE' | 'DERIVED_FROM'
>

/** A question for a person: similarity proposes and never decides. */
export interface Proposal {
  readonly kind: ProposedKind
  /** Of DERIVED_FROM, the article that would be the copy. */
  readonly leftId: string
  readonly rightId: string
  /** From 0 to 1, comparable within one method alone. */
  readonly score: number
  /** What was compared. */
  readonly method: string
  /** A sentence with the words of both sides. */
  readonly evidence: string
}

/** Two sides in the order of their ids, so that a pair is proposed in the same words whichever came first. */
export const inOrderOfIds = <Side extends { readonly id: string }>(
  one: Side,
  other: Side,
): readonly [left: Side, right: Side] => (one.id < other.id ? [one, other] : [other, one])

/** Two decimals: a score is a rank, and no measurement. */
export const rounded = (score: number) => Math.round(score * 100) / 100

/** Longest quotation in an evidence, in code points; a text is cut in its middle, where it tells least. */
const LONGEST_WORDS = 240

export function inMarks(words: string): string {
  const characters = [...words]
  const half = LONGEST_WORDS / 2
  const short =
    characters.length <= LONGEST_WORDS
      ? words
      : `${characters.slice(0, half).join('')} […] ${characters.slice(-half).join('')}`
  return `“${short}”`
}
