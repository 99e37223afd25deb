import type {
  AgentDescription,
  ClaimDescription,
  OccasionDescription,
  PlaceDescription,
} from '../domain/annotated-article.ts'
import { ascendingKey, descendingKey } from '../domain/date-order.ts'
import { foldCase } from '../domain/fold-case.ts'
import { type UncertainDate, unknownDate } from '../domain/uncertain-date.ts'
import { agentDescriptionProperties } from './description-properties.ts'
import type { EdgeFact, RecordFact, StateFact } from './facts.ts'
import { dateProperties, type Properties, withoutNulls } from './property-codec.ts'

/** The facts of records that articles share, told from the merged descriptions. */

/**
 * An agent's state. One that is not listed has no sort key and no names to search: it is kept for what refers to it.
 */
export const agentState = (
  agent: AgentDescription,
  articleId: string | null,
  listed: boolean,
): StateFact => ({
  recordId: agent.id,
  label: 'AgentState',
  properties: withoutNulls({
    agentId: agent.id,
    ...agentDescriptionProperties(agent),
    articleId: agent.unnamed ? articleId : null,
    nameKey: listed ? `${foldCase(agent.name)} ${agent.id}` : null,
    // Lines, so that a search within one name does not find the seam of two.
    foldedNames: [agent.name, ...agent.aliases].map(foldCase).join('\n'),
    names: listed ? [agent.name, ...agent.aliases] : null,
  }),
})

/** Look-up by a whole name or address. An unnamed source has no name that others could mean. */
export const agentKeys = (agent: AgentDescription): string[] =>
  agent.unnamed
    ? []
    : [
        ...new Set([
          ...[agent.name, ...agent.aliases].map(agentNameKey),
          ...agent.sameAs.map(agentAddressKey),
        ]),
      ]

export const agentNameKey = (name: string) => `name ${foldCase(name.trim())}`
export const agentAddressKey = (canonicalUrl: string) => `same ${canonicalUrl}`

export const agentKeyRecord = (key: string): RecordFact => ({
  id: key,
  labels: ['AgentKey'],
  fixed: {},
  copies: {},
})

export function agentEdges(agent: AgentDescription): EdgeFact[] {
  const to = (type: string, target: string, properties: Properties = {}): EdgeFact => ({
    type,
    source: agent.id,
    target,
    properties,
  })
  const offices = [...new Set(agent.roles.flatMap((role) => role.ofId ?? []))]
  return [
    ...agentKeys(agent).map((key) => to('IDENTIFIED_BY', key)),
    ...agent.speaksForIds.map((id) => to('SPEAKS_FOR', id)),
    ...agent.partOfIds.map((id) => to('PART_OF', id)),
    ...offices.map((id) =>
      to('HELD_ROLE', id, {
        titles: agent.roles.filter((role) => role.ofId === id).map((role) => role.title),
      }),
    ),
  ]
}

/** When a claim was first said and first printed, as far as its shown statements tell; nulls where none is shown. */
export interface ClaimFirsts {
  readonly firstSaid: UncertainDate | null
  readonly firstPublished: UncertainDate | null
}

/** @param listed false of a claim that is merged into another: it stands in no list and no search. */
export function claimState(
  claim: ClaimDescription & { readonly text: string },
  { firstSaid, firstPublished }: ClaimFirsts,
  recordedAt: string,
  listed: boolean,
): StateFact {
  const said = firstSaid ?? unknownDate()
  const published = firstPublished ?? unknownDate()
  return {
    recordId: claim.id,
    label: 'ClaimState',
    properties: {
      ...withoutNulls({
        claimId: claim.id,
        key: claim.key,
        text: claim.text,
        foldedText: foldCase(claim.text),
        language: claim.language,
        visible: listed && firstPublished !== null,
      }),
      ...(listed && {
        recordedDescending: `${recordedAt} ${claim.id}`,
        firstSaidAscending: `${ascendingKey(said)} ${claim.id}`,
        firstSaidDescending: `${descendingKey(said)} ${claim.id}`,
        firstPublishedAscending: `${ascendingKey(published)} ${claim.id}`,
        firstPublishedDescending: `${descendingKey(published)} ${claim.id}`,
      }),
      ...dateProperties('firstSaid', said),
      ...dateProperties('firstPublished', published),
    },
  }
}

export const occasionState = (occasion: OccasionDescription & { readonly label: string }): StateFact => ({
  recordId: occasion.id,
  label: 'OccasionState',
  properties: {
    ...withoutNulls({
      occasionId: occasion.id,
      key: occasion.key,
      label: occasion.label,
      placeId: occasion.placeId,
    }),
    ...dateProperties('when', occasion.when),
  },
})

export const placeState = (place: PlaceDescription): StateFact => ({
  recordId: place.id,
  label: 'PlaceState',
  properties: { placeId: place.id, name: place.name, sameAs: place.sameAs },
})

/** The copies by which a person reads the node of a shared record in Neo4j Browser. */
export function readableRecord({ recordId, properties }: StateFact): RecordFact {
  const { name = null, text = null, label = null } = properties
  return { id: recordId, labels: [], fixed: {}, copies: withoutNulls({ name, text, label }) }
}
