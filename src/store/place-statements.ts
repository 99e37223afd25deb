import { type LostStatement, type Reanchored, reanchor } from '../domain/reanchor.ts'
import type { TextSpan } from '../domain/text-span.ts'
import { CodePointText } from '../domain/text-span.ts'
import type { EdgeFact } from './facts.ts'
import { type Properties, readSpans, spanProperties } from './property-codec.ts'

/** Where a statement stands by its article: what annotations say of it, and its words. */
export interface Standing {
  /** The newest version that has a place for it, or had: the one that its state is of. */
  readonly versionId: string
  /** The newest annotation that had it leaves it out now. */
  readonly isLeftOut: boolean
  /** TOLD: an annotation of the newest version has it, or had; else what its words say of it there. */
  readonly outcome: 'TOLD' | Reanchored['outcome']
  /** Its content in the newest version, where it stands there. */
  readonly content: readonly TextSpan[]
}

export interface NewestVersion {
  readonly id: string
  readonly title: string | null
  readonly text: string
}

/** An anchor that the machine made: the words stood in that version, whose annotation does not have the statement. */
export const isReanchored = ({ properties }: { readonly properties: Properties }) =>
  properties.reanchored === true

/**
 * Where the statements of an article stand, by all that annotations said of them and, where the annotation of the newest
 * version never had one, by its words. It hangs on nothing else, so it is the same however often a document comes.
 *
 * @param anchors ANCHORED_IN of all statements, those of the machine in the newest version aside
 * @param numberOf the number of a version
 * @returns by statement; and the anchors of those found again in the newest version
 */
export function placeStatements(
  anchors: readonly EdgeFact[],
  newest: NewestVersion,
  numberOf: (versionId: string) => number,
): { readonly standings: ReadonlyMap<string, Standing>; readonly reanchored: readonly EdgeFact[] } {
  const byStatement = new Map<string, EdgeFact[]>()
  for (const anchor of anchors)
    byStatement.set(anchor.source, [...(byStatement.get(anchor.source) ?? []), anchor])
  const lastOf = (some: readonly EdgeFact[]) =>
    some.reduce((last, anchor) => (numberOf(anchor.target) > numberOf(last.target) ? anchor : last))
  // The last word of an annotation on each statement: told or left out.
  const words = new Map(
    [...byStatement].map(([id, some]) => [id, lastOf(some.filter((anchor) => !isReanchored(anchor)))]),
  )
  const lost: LostStatement[] = []
  const told: { readonly id: string; readonly content: readonly TextSpan[] }[] = []
  for (const [id, { target, properties }] of words) {
    const content = readSpans(properties, 'content')
    if (target !== newest.id)
      lost.push({ id, versionId: target, content, quoted: readSpans(properties, 'quoted') })
    else if (properties.withdrawn !== true) told.push({ id, content })
  }
  const version = {
    title: newest.title === null ? null : new CodePointText(newest.title),
    text: new CodePointText(newest.text),
  }
  const placesBefore = new Map<string, Map<string, TextSpan[]>>()
  for (const anchor of anchors) {
    if (isReanchored(anchor)) continue
    const places = placesBefore.get(anchor.target) ?? new Map<string, TextSpan[]>()
    placesBefore.set(anchor.target, places)
    places.set(anchor.source, readSpans(anchor.properties, 'content'))
  }
  const found = reanchor(lost, told, version, (versionId) => placesBefore.get(versionId) ?? new Map())

  const standings = new Map<string, Standing>()
  const reanchored: EdgeFact[] = []
  for (const [id, word] of words) {
    const outcome = found.get(id) ?? null
    const isFound = outcome?.outcome === 'FOUND'
    standings.set(id, {
      versionId: isFound ? newest.id : lastOf(byStatement.get(id)!).target,
      isLeftOut: word.properties.withdrawn === true,
      outcome: outcome?.outcome ?? 'TOLD',
      content: isFound ? outcome.content : outcome === null ? readSpans(word.properties, 'content') : [],
    })
    if (isFound)
      reanchored.push({
        type: 'ANCHORED_IN',
        source: id,
        target: newest.id,
        properties: {
          withdrawn: false,
          reanchored: true,
          ...spanProperties('content', outcome.content),
          ...spanProperties('quoted', outcome.quoted),
        },
      })
  }
  return { standings, reanchored }
}

/**
 * The places of statements in the order of the text, from 0: those that the annotation tells in its own order, those
 * found again among them, each behind the last that does not begin after it.
 *
 * @param standing all that stand in one version, with the place that each had among those told
 */
export function orderInText(
  standing: readonly {
    readonly id: string
    readonly isTold: boolean
    readonly order: number
    readonly content: readonly TextSpan[]
  }[],
): Map<string, number> {
  const told = standing.filter(({ isTold }) => isTold).sort((a, b) => a.order - b.order)
  const found = standing
    .filter(({ isTold }) => !isTold)
    .sort((a, b) => compareStarts(a.content, b.content) || (a.id < b.id ? -1 : 1))
  const inOrder = []
  let next = 0
  for (const one of found) {
    while (next < told.length && compareStarts(told[next]!.content, one.content) <= 0)
      inOrder.push(told[next++]!)
    inOrder.push(one)
  }
  inOrder.push(...told.slice(next))
  return new Map(inOrder.map(({ id }, place) => [id, place]))
}

// The title comes before the text, as in `placeStatements` of ingest.
function compareStarts(a: readonly TextSpan[], b: readonly TextSpan[]): number {
  const [one, other] = [a[0]!, b[0]!]
  const part = (span: TextSpan) => (span.part === 'TITLE' ? 0 : 1)
  return part(one) - part(other) || one.start - other.start
}
