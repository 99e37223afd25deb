import { ClaimgraphError } from './claimgraph-error.ts'
import { kindOfId, type RecordKind } from './identity.ts'
import { Equivalence } from './origins/equivalence.ts'
import type { AgentKind, JudgementKind, Verdict } from './vocabulary.ts'

/** What a decision of each kind is about: two records of one kind. */
export const JUDGED_RECORDS: Readonly<Record<JudgementKind, RecordKind>> = {
  SAME_CLAIM: 'Claim',
  SAME_AGENT: 'Agent',
  SAME_OCCASION: 'Occasion',
  SAME_UTTERANCE: 'Statement',
  DERIVED_FROM: 'Article',
  CITES: 'Article',
  CONTRADICTS: 'Claim',
  TENSION: 'Claim',
  SUPPORTS: 'Claim',
  NARROWER: 'Claim',
  ALTERNATIVE: 'Claim',
}

/** What is decided of two claims that are not one. */
export const CLAIM_RELATION_KINDS = ['CONTRADICTS', 'TENSION', 'SUPPORTS', 'NARROWER', 'ALTERNATIVE'] as const
export const isClaimRelation = (kind: JudgementKind) =>
  (CLAIM_RELATION_KINDS as readonly JudgementKind[]).includes(kind)

/** Left is the one that took it, that supports, or that is narrower; the other kinds read the same both ways. */
const ORDERED: readonly JudgementKind[] = ['DERIVED_FROM', 'CITES', 'SUPPORTS', 'NARROWER']

/** Positive decisions of these kinds make two records one: they are transitive, and a negative one blocks. */
export const SAMENESS_KINDS = ['SAME_CLAIM', 'SAME_AGENT', 'SAME_OCCASION', 'SAME_UTTERANCE'] as const
export type SamenessKind = (typeof SAMENESS_KINDS)[number]
export const isSameness = (kind: JudgementKind): kind is SamenessKind =>
  (SAMENESS_KINDS as readonly JudgementKind[]).includes(kind)

/** Of these, what is decided to be one is also shown as one. */
const MERGING_KINDS = ['SAME_CLAIM', 'SAME_AGENT', 'SAME_OCCASION'] as const
export type MergingKind = (typeof MERGING_KINDS)[number]
export const isMerging = (kind: JudgementKind): kind is MergingKind =>
  (MERGING_KINDS as readonly JudgementKind[]).includes(kind)

/** What a decision is about, as one text: the same for both orders of a pair, unless the kind has a direction. */
export function judgementPair(kind: JudgementKind, leftId: string, rightId: string): string {
  const [first, second] = ORDERED.includes(kind) || leftId < rightId ? [leftId, rightId] : [rightId, leftId]
  return `${kind} ${first} ${second}`
}

/**
 * @throws ClaimgraphError INVALID_ID where an id is none or of another kind of record; INVALID_ARGUMENTS where both
 *   are one record
 */
export function checkJudged(kind: JudgementKind, leftId: string, rightId: string): void {
  const wanted = JUDGED_RECORDS[kind]
  for (const [side, id] of [
    ['left', leftId],
    ['right', rightId],
  ] as const) {
    const found = kindOfId(id)
    if (found !== wanted)
      throw new ClaimgraphError(
        'INVALID_ID',
        `${kind} is about two records of kind ${wanted}; "${side}" is ${found ? `a record of kind ${found}` : 'no id of this graph'}: "${id}".`,
      )
  }
  if (leftId === rightId)
    throw new ClaimgraphError('INVALID_ARGUMENTS', `"left" and "right" are the same record, ${leftId}.`)
}

/** Whether some agents are an office and a person, who are never one: a person holds an office, and others do after him. */
export const isOfficeAndPerson = (kinds: readonly AgentKind[]): boolean =>
  kinds.includes('OFFICE') && kinds.includes('PERSON')

/** A decision on sameness that is in force. */
export interface DecidedPair {
  readonly id: string
  readonly leftId: string
  readonly rightId: string
  readonly verdict: Verdict
}

/**
 * Why a verdict cannot stand beside the decisions in force: the positive ones that make the two sides one, and the
 * negative one that tells two of them apart. Null where nothing is in the way.
 *
 * Positive decisions are transitive, so a positive verdict contradicts a negative decision between anything that is
 * one with its left side and anything that is one with its right; a negative verdict contradicts a chain of positive
 * ones between its two sides.
 *
 * @param decided the decisions in force of the kind, the pair itself left out
 */
export function conflictOf(
  verdict: Verdict,
  leftId: string,
  rightId: string,
  decided: readonly DecidedPair[],
): { readonly path: readonly DecidedPair[]; readonly negative: DecidedPair | null } | null {
  const positive = decided.filter((pair) => pair.verdict === 'POSITIVE')
  if (verdict === 'NEGATIVE') {
    const path = pathsFrom(leftId, positive).get(rightId)
    return path ? { path, negative: null } : null
  }
  if (verdict !== 'POSITIVE') return null
  const [fromLeft, fromRight] = [pathsFrom(leftId, positive), pathsFrom(rightId, positive)]
  for (const negative of decided.filter((pair) => pair.verdict === 'NEGATIVE')) {
    for (const [one, other] of [
      [negative.leftId, negative.rightId],
      [negative.rightId, negative.leftId],
    ] as const) {
      const [before, after] = [fromLeft.get(one), fromRight.get(other)]
      if (before && after) return { path: [...before, ...after], negative }
    }
  }
  return null
}

/**
 * What decisions of one kind say of any two records: POSITIVE where a chain of positive ones makes them one, NEGATIVE
 * where a negative one tells apart what is one with the one from what is one with the other, null where they say nothing.
 */
export function impliedVerdicts(
  decided: readonly Omit<DecidedPair, 'id'>[],
): (leftId: string, rightId: string) => 'POSITIVE' | 'NEGATIVE' | null {
  const groups = new Equivalence()
  for (const { leftId, rightId, verdict } of decided) if (verdict === 'POSITIVE') groups.join(leftId, rightId)
  const pairOf = (one: string, other: string) => JSON.stringify([groups.of(one), groups.of(other)].sort())
  const apart = new Set(
    decided.flatMap(({ leftId, rightId, verdict }) =>
      verdict === 'NEGATIVE' ? pairOf(leftId, rightId) : [],
    ),
  )
  return (leftId, rightId) =>
    groups.same(leftId, rightId) ? 'POSITIVE' : apart.has(pairOf(leftId, rightId)) ? 'NEGATIVE' : null
}

/** All that is one with a record by positive decisions, each with the shortest chain of them. */
export function pathsFrom(
  start: string,
  positive: readonly DecidedPair[],
): ReadonlyMap<string, readonly DecidedPair[]> {
  const neighbours = new Map<string, { readonly to: string; readonly by: DecidedPair }[]>()
  for (const by of positive) {
    neighbours.set(by.leftId, [...(neighbours.get(by.leftId) ?? []), { to: by.rightId, by }])
    neighbours.set(by.rightId, [...(neighbours.get(by.rightId) ?? []), { to: by.leftId, by }])
  }
  const paths = new Map<string, readonly DecidedPair[]>([[start, []]])
  for (const [at, path] of paths)
    for (const { to, by } of neighbours.get(at) ?? []) if (!paths.has(to)) paths.set(to, [...path, by])
  return paths
}
