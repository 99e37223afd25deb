import { foldCase } from '../fold-case.ts'
import type { Alignment } from './align-chains.ts'
import { type DriftAgent, type DriftHop, type DriftPair, namedIds } from './drift-world.ts'
import { type Found, outletOf, sourceOf } from './wording.ts'

/** Words that say of a source only that there is one. English; with a number before them they say no more. */
const GENERAL_WORDS = new Set(
  'source sources official officials person people insider insiders expert experts authority authorities figure figures someone somebody observer observers spokesperson'.split(
    ' ',
  ),
)

/**
 * The innermost sources, where they stand for each other.
 *
 * - Both named, nobody in common: SPEAKER_CHANGED. Who speaks for whom is in common with that one, and of several who
 *   speak jointly one in common is enough.
 * - A named source without a name, or a described one that is not described any more: SOURCE_COARSENED.
 * - Both described: SOURCE_COARSENED where `to` says less, that is where its words are general ones (“officials”) and
 *   those of `from` are not, or all stand in those of `from` and some are left out, or where only the number is left
 *   out; SOURCE_REASSIGNED where the words or the numbers are others. Words of two languages are not compared, numbers
 *   are.
 * - A source without a name that is given one, or one that was not described and now is: SOURCE_REASSIGNED.
 */
export function sourceDrift({ from, to }: DriftPair, { source }: Alignment): Found[] {
  if (!source) return []
  const change = changeOf(source.from, source.to, isOneLanguage(from.article.language, to.article.language))
  if (!change) return []
  const says = {
    SPEAKER_CHANGED: 'is another speaker',
    SOURCE_COARSENED: 'says less of the source',
    SOURCE_REASSIGNED: 'gives the source other words',
  }[change]
  return [
    {
      drift: change,
      explanation: `${outletOf(from)} has it from ${sourceOf(source.from)}; ${outletOf(to)} has it from ${sourceOf(source.to)}, which ${says}.`,
    },
  ]
}

type SourceChange = 'SPEAKER_CHANGED' | 'SOURCE_COARSENED' | 'SOURCE_REASSIGNED'

function changeOf(from: DriftHop, to: DriftHop, oneLanguage: boolean): SourceChange | null {
  const [names, others] = [namedIds(from), namedIds(to)]
  if (names.length > 0 && others.length > 0)
    return names.some((id) => others.includes(id)) ? null : 'SPEAKER_CHANGED'
  if (names.length > 0) return 'SOURCE_COARSENED'
  if (others.length > 0) return 'SOURCE_REASSIGNED'
  return descriptionChange(describe(from.by), describe(to.by), oneLanguage)
}

interface Description {
  readonly words: readonly string[]
  readonly size: number | null
}

/** Nobody described: no words. */
function describe(agents: readonly DriftAgent[]): Description {
  const described = agents.flatMap(({ unnamed }) => (unnamed && !unnamed.unspecified ? [unnamed] : []))
  const sizes = described.map(({ size }) => size)
  return {
    words: described
      .flatMap(({ descriptor }) => foldCase(descriptor).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
      .sort(),
    size: sizes.some((size) => size === null) ? null : sizes.reduce<number>((sum, size) => sum + size!, 0),
  }
}

function descriptionChange(from: Description, to: Description, oneLanguage: boolean): SourceChange | null {
  if (from.words.length === 0) return to.words.length === 0 ? null : 'SOURCE_REASSIGNED'
  if (to.words.length === 0) return 'SOURCE_COARSENED'
  const others = oneLanguage ? to.words.filter((word) => !from.words.includes(word)) : []
  const isGeneral = ({ words }: Description) => words.every((word) => GENERAL_WORDS.has(word))
  if (others.length > 0 && !(isGeneral(to) && !isGeneral(from))) return 'SOURCE_REASSIGNED'
  if (from.size !== null && to.size !== null && from.size !== to.size) return 'SOURCE_REASSIGNED'
  const fewer = oneLanguage && (others.length > 0 || from.words.some((word) => !to.words.includes(word)))
  return fewer || (from.size !== null && to.size === null) ? 'SOURCE_COARSENED' : null
}

/** By the primary language; one that is not known is taken to be the other's. */
export function isOneLanguage(left: string, right: string): boolean {
  const [a, b] = [left, right].map((tag) => tag.toLowerCase().split('-')[0])
  return a === b || a === 'und' || b === 'und'
}
