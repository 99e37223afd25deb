import type {
  AgentDescription,
  ClaimDescription,
  HeldRole,
  OccasionDescription,
  PlaceDescription,
} from '../domain/annotated-article.ts'
import type { WrittenDependentDate } from '../domain/date-resolution/article-dates.ts'
import type { AgentKind, UnnamedReason } from '../domain/vocabulary.ts'
import { dateProperties, type Properties, readDate, withoutNulls } from './property-codec.ts'

/** What one version of an article says of a shared record, as the properties of its DESCRIBES edge, and back. */

export const agentDescriptionProperties = (agent: AgentDescription): Properties =>
  withoutNulls({
    kind: agent.kind,
    name: agent.name,
    qualifier: agent.qualifier,
    aliases: agent.aliases,
    description: agent.description,
    sameAs: agent.sameAs,
    speaksForIds: agent.speaksForIds,
    partOfIds: agent.partOfIds,
    roles: agent.roles.map(({ heldWritten: _, ...role }) => JSON.stringify(role)),
    heldWritten: heldWrittenOf(agent),
    reason: agent.unnamed?.reason ?? null,
    size: agent.unnamed?.size ?? null,
    descriptor: agent.unnamed?.descriptor ?? null,
  })

/** What was written of when each role was held; null where there is none, and of roles that several documents tell. */
function heldWrittenOf({ roles }: AgentDescription): readonly string[] | null {
  const written = roles.flatMap(({ heldWritten }) => heldWritten ?? [])
  return written.length > 0 ? written.map((one) => JSON.stringify(one)) : null
}

export function readAgentDescription(
  id: string,
  properties: Readonly<Record<string, unknown>>,
): AgentDescription {
  const text = (name: string) => (properties[name] as string | undefined) ?? null
  const list = (name: string) => (properties[name] as string[] | undefined) ?? []
  const reason = text('reason') as UnnamedReason | null
  return {
    id,
    kind: text('kind') as AgentKind,
    name: text('name')!,
    qualifier: text('qualifier'),
    aliases: list('aliases'),
    description: text('description'),
    sameAs: list('sameAs'),
    speaksForIds: list('speaksForIds'),
    partOfIds: list('partOfIds'),
    roles: list('roles').map((role, index) => ({
      ...(JSON.parse(role) as HeldRole),
      heldWritten: writtenOf(list('heldWritten')[index]),
    })),
    unnamed: reason && {
      reason,
      size: (properties.size as number | undefined) ?? null,
      descriptor: text('descriptor')!,
    },
  }
}

export const claimDescriptionProperties = (claim: ClaimDescription): Properties =>
  withoutNulls({ key: claim.key, text: claim.text, language: claim.language })

export const readClaimDescription = (
  id: string,
  properties: Readonly<Record<string, unknown>>,
): ClaimDescription => ({
  id,
  key: (properties.key as string | undefined) ?? null,
  text: (properties.text as string | undefined) ?? null,
  language: properties.language as string,
})

export const occasionDescriptionProperties = (occasion: OccasionDescription): Properties => ({
  ...withoutNulls({
    key: occasion.key,
    label: occasion.label,
    placeId: occasion.placeId,
    whenWritten: occasion.whenWritten && JSON.stringify(occasion.whenWritten),
  }),
  ...dateProperties('when', occasion.when),
})

export const readOccasionDescription = (
  id: string,
  properties: Readonly<Record<string, unknown>>,
): OccasionDescription => ({
  id,
  key: (properties.key as string | undefined) ?? null,
  label: (properties.label as string | undefined) ?? null,
  when: readDate(properties, 'when'),
  whenWritten: writtenOf(properties.whenWritten),
  placeId: (properties.placeId as string | undefined) ?? null,
})

const writtenOf = (json: unknown) =>
  json === undefined ? null : (JSON.parse(json as string) as WrittenDependentDate)

export const placeDescriptionProperties = (place: PlaceDescription): Properties => ({
  name: place.name,
  sameAs: place.sameAs,
})

export const readPlaceDescription = (
  id: string,
  properties: Readonly<Record<string, unknown>>,
): PlaceDescription => ({
  id,
  name: properties.name as string,
  sameAs: (properties.sameAs as string[] | undefined) ?? [],
})

/**
 * Whether a description changes nothing of a record whose state has been merged from others, wherever it stands in
 * their order: its lists are parts of the state's, its other values are the state's own or are not told. Then the
 * others need not be read. False of some that would change nothing either.
 */
export function addsNothing(
  description: Readonly<Record<string, unknown>>,
  state: Readonly<Record<string, unknown>>,
): boolean {
  const isDated = (properties: object) => 'whenEarliest' in properties || 'whenLatest' in properties
  // The date of an occasion is the first that has bounds; the language of a claim is that of its words.
  const keepsDate = isDated(state) && !isDated(description)
  const keepsWords = !('text' in description) && 'text' in state && state.text !== state.key
  const isDate = (name: string) => name.startsWith('when')
  if (!keepsDate && Object.keys(state).some((name) => isDate(name) && !(name in description))) return false
  return Object.entries(description).every(([name, value]) => {
    // What was written of a date is told by one version of one article, and never of the merged record.
    if (name === 'whenWritten' || name === 'heldWritten') return true
    if ((keepsDate && isDate(name)) || (keepsWords && name === 'language')) return true
    const held = state[name]
    return Array.isArray(value)
      ? Array.isArray(held) && value.every((item) => held.includes(item))
      : value === held
  })
}
