import type {
  AgentDescription,
  ClaimDescription,
  OccasionDescription,
  PlaceDescription,
} from './annotated-article.ts'
import { unknownDate } from './uncertain-date.ts'

/**
 * Several documents describe one agent, claim, occasion or place. What the graph shows of it is derived from all of
 * their descriptions, so that it does not depend on which came first, and so that a withdrawn document takes back no
 * more than its own. The callers hand the descriptions over in a fixed order (by article id) and at least one.
 *
 * Lists are united. Of single values that differ, the one that says most is taken, then the first.
 */
export function mergeAgentDescriptions(all: readonly AgentDescription[]): AgentDescription {
  const [first] = all as [AgentDescription, ...AgentDescription[]]
  return {
    id: first.id,
    kind: first.kind,
    name: first.name,
    qualifier: first.qualifier,
    aliases: united(all.map((one) => [...one.aliases, one.name])).filter((name) => name !== first.name),
    description: longest(all.map((one) => one.description)),
    sameAs: united(all.map((one) => one.sameAs)),
    speaksForIds: united(all.map((one) => one.speaksForIds)),
    partOfIds: united(all.map((one) => one.partOfIds)),
    roles: unitedBy(
      all.flatMap((one) => one.roles.map((role) => ({ ...role, heldWritten: null }))),
      (role) => JSON.stringify([role.title, role.ofId, role.held]),
    ),
    unnamed: first.unnamed,
  }
}

/** A claim that is only named by its key shows the key until a document brings its text. */
export function mergeClaimDescriptions(
  all: readonly ClaimDescription[],
): ClaimDescription & { readonly text: string } {
  const [first] = all as [ClaimDescription, ...ClaimDescription[]]
  const told = all.find((one) => one.text !== null) ?? first
  return { id: first.id, key: first.key, text: told.text ?? first.key ?? first.id, language: told.language }
}

/** An occasion that is only named by its key shows the key until a document brings its label. */
export function mergeOccasionDescriptions(
  all: readonly OccasionDescription[],
): OccasionDescription & { readonly label: string } {
  const [first] = all as [OccasionDescription, ...OccasionDescription[]]
  const dated = all.map((one) => one.when).filter((when) => when.earliest !== null || when.latest !== null)
  return {
    id: first.id,
    key: first.key,
    label: all.find((one) => one.label !== null)?.label ?? first.key ?? first.id,
    when: dated[0] ?? first.when ?? unknownDate(),
    whenWritten: null,
    placeId: all.find((one) => one.placeId !== null)?.placeId ?? null,
  }
}

export function mergePlaceDescriptions(all: readonly PlaceDescription[]): PlaceDescription {
  const [first] = all as [PlaceDescription, ...PlaceDescription[]]
  return { id: first.id, name: first.name, sameAs: united(all.map((one) => one.sameAs)) }
}

const united = (lists: readonly (readonly string[])[]) => [...new Set(lists.flat())].sort()

function unitedBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const byKey = new Map(items.map((item) => [keyOf(item), item]))
  return [...byKey.keys()].sort().map((key) => byKey.get(key)!)
}

function longest(texts: readonly (string | null)[]): string | null {
  return texts.reduce((best, text) => ((text?.length ?? -1) > (best?.length ?? -1) ? text : best), null)
}
