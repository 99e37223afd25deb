import { foldCase } from '../fold-case.ts'
import type { DriftKind } from '../vocabulary.ts'
import { type Carried, type DriftAgent, type DriftHop, isNamed } from './drift-world.ts'

/** What one family of kinds finds in a pair. */
export interface Found {
  readonly drift: DriftKind
  readonly explanation: string
}

export const quote = (words: string): string => `“${words}”`

/** "A", "A and B", "A, B and C". */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`

export const outletOf = ({ article }: Carried): string => article.outlet.name

/** A name; of an unnamed agent, the words of the text. */
export const nameOf = (agent: DriftAgent): string => (isNamed(agent) ? agent.name : quote(agent.name))

const namesOf = (hop: Pick<DriftHop, 'by'>): string => listed(hop.by.map(nameOf).sort())

/** Who speaks, on whose behalf, and the words of the text where they are others than the name. */
export function sourceOf(hop: DriftHop): string {
  const principals =
    hop.onBehalfOf.length > 0 ? ` on behalf of ${listed(hop.onBehalfOf.map(nameOf).sort())}` : ''
  const told =
    hop.sourceWords !== '' && !hop.by.some(({ name }) => foldCase(name) === foldCase(hop.sourceWords))
  return `${namesOf(hop)}${told ? ` (${quote(hop.sourceWords)})` : ''}${principals}`
}
