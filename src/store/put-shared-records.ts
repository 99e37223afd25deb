import {
  claimFirsts,
  describedByOthers,
  descriptionsOf,
  lastDescriptionsOf,
  membersById,
} from '../cypher/queries.ts'
import { kindOfId } from '../domain/identity.ts'
import { FOREVER, LATEST } from '../domain/instant.ts'
import {
  mergeAgentDescriptions,
  mergeClaimDescriptions,
  mergeOccasionDescriptions,
  mergePlaceDescriptions,
} from '../domain/merge-descriptions.ts'
import { VISIBLE_STATUSES } from '../domain/visibility.ts'
import type { QueryRunner } from './database.ts'
import {
  addsNothing,
  readAgentDescription,
  readClaimDescription,
  readOccasionDescription,
  readPlaceDescription,
} from './description-properties.ts'
import type { FactWriter } from './fact-writer.ts'
import type { EdgeFact, Held, StateFact } from './facts.ts'
import { readHeldEdges, readHeldStates } from './held-article.ts'
import { type Properties, readDate } from './property-codec.ts'
import {
  agentEdges,
  agentKeyRecord,
  agentKeys,
  agentState,
  type ClaimFirsts,
  claimState,
  occasionState,
  placeState,
  readableRecord,
} from './shared-facts.ts'

/** What one article, or review, says of a shared record. */
export interface Described {
  readonly articleId: string
  readonly description: Readonly<Record<string, unknown>>
}

/** What a write did to shared records. */
interface SharedChanges {
  /** The current states of these records, and of any others, where they are read already. */
  readonly known?: ReadonlyMap<string, Held<StateFact>>
  /** The descriptions that it began or ended. */
  readonly changes?: readonly EdgeFact[]
  /** Whether a record had no description by this article before, so that none of its article's is replaced. */
  readonly isAddition?: (id: string) => boolean
  /** Records that were joined or parted, which are told whatever the changes. */
  readonly regrouped?: ReadonlySet<string>
  /** What was last said of records that nothing describes any more, in the place of their last state. */
  readonly formerly?: ReadonlyMap<string, readonly Described[]>
}

/**
 * Tells agents, claims, occasions and places anew from all that articles say of them now. What is one by decision is
 * told of the record that stands for all of them, and the others stand in no list. One that no article describes any
 * more keeps its last state, so that what refers to it still reads. All of it is read only where it matters: thousands
 * of articles may describe one agent.
 *
 * @returns the records whose facts changed, and those of them with another name or other words than before
 */
export async function putSharedRecords(
  transaction: QueryRunner,
  writer: FactWriter,
  ids: readonly string[],
  {
    known,
    changes = [],
    isAddition = () => false,
    regrouped = new Set(),
    formerly = new Map(),
  }: SharedChanges,
): Promise<{ readonly changed: readonly string[]; readonly renamed: readonly string[] }> {
  const groups = await readMergedGroups(transaction, ids)
  const membersOf = (id: string) => groups.get(id)?.memberIds ?? [id]
  const toTell = [...new Set([...ids, ...[...groups.values()].map(({ canonicalId }) => canonicalId)])]
  const isKnown = new Set(known ? ids : [])
  const held = new Map([
    ...(known ?? []),
    ...(await readHeldStates(
      transaction,
      toTell.filter((id) => !isKnown.has(id)),
    )),
  ])
  const changed = new Map(changes.map((edge) => [edge.target, edge]))
  const absorbed = await describedElsewhere(
    transaction,
    [...changed.values()].filter(({ target, properties }) => {
      const canonicalId = groups.get(target)?.canonicalId ?? target
      const [own, canonical] = [held.get(target)?.properties, held.get(canonicalId)?.properties]
      if (!own || !canonical || !isAddition(target) || !addsNothing(properties, own)) return false
      return target === canonicalId || addsNothing(asMember(properties), canonical)
    }),
  )
  const isTold = (id: string) =>
    !held.has(id) ||
    membersOf(id).some((member) => regrouped.has(member) || (changed.has(member) && !absorbed.has(member)))
  const asked = new Set(toTell.filter(isTold))
  const listedClaims = toTell.filter((id) => kindOfId(id) === 'Claim' && isListed(id))
  const [described, firsts] = await Promise.all([
    readDescriptions(transaction, [...new Set([...asked].flatMap(membersOf))]),
    readClaimFirsts(
      transaction,
      listedClaims.map((id) => [id, membersOf(id)]),
    ),
  ])

  function isListed(id: string) {
    return (groups.get(id)?.canonicalId ?? id) === id
  }
  const states: StateFact[] = []
  const edges: EdgeFact[] = []
  const agents: string[] = []
  const keys: string[] = []
  for (const id of toTell) {
    const all = asked.has(id) ? membersOf(id).flatMap((member) => described.get(member) ?? []) : []
    const before = held.get(id)?.properties
    const last = formerly.get(id) ?? (before ? [{ articleId: '', description: before }] : [])
    const tellers = all.length > 0 ? all : last
    if (tellers.length === 0) continue
    const told = <T>(read: (id: string, properties: Readonly<Record<string, unknown>>) => T) =>
      tellers.map(({ description }) => read(id, description))
    switch (kindOfId(id)) {
      case 'Agent': {
        const agent = mergeAgentDescriptions(told(readAgentDescription))
        const listed = isListed(id) && (all.length > 0 || !asked.has(id))
        states.push(
          agentState(agent, tellers[0]!.articleId || ((before?.articleId as string) ?? null), listed),
        )
        edges.push(...agentEdges(agent).filter((edge) => listed || edge.type !== 'IDENTIFIED_BY'))
        keys.push(...agentKeys(agent))
        agents.push(id)
        break
      }
      case 'Claim':
        states.push(
          claimState(
            mergeClaimDescriptions(told(readClaimDescription)),
            firsts.get(id) ?? { firstSaid: null, firstPublished: null },
            (before?.recordedAt as string | undefined) ?? writer.instant,
            isListed(id),
          ),
        )
        break
      case 'Occasion':
        states.push(occasionState(mergeOccasionDescriptions(told(readOccasionDescription))))
        break
      case 'Place':
        states.push(placeState(mergePlaceDescriptions(told(readPlaceDescription))))
        break
    }
  }
  // What is called first runs first: the records are there when their facts come.
  const [, changedStates, changedEdges] = await Promise.all([
    writer.putRecords([...[...new Set(keys)].map(agentKeyRecord), ...states.map(readableRecord)]),
    writer.writeStates(held.values(), states),
    readHeldEdges(transaction, agents).then((heldEdges) => writer.writeEdges(heldEdges, edges)),
  ])
  const renamed = states
    .filter(({ recordId, properties }) => {
      const before = held.get(recordId)?.properties
      return before && (before.name !== properties.name || before.text !== properties.text)
    })
    .map(({ recordId }) => recordId)
  return {
    changed: [...new Set([...changedStates, ...changedEdges.map((edge) => edge.source)])],
    renamed,
  }
}

/** What a member adds to the record that stands for its group: its own single values are never taken there. */
const asMember = ({ kind, name, qualifier, key, text, language, label, ...rest }: Properties) => ({
  ...rest,
  ...(name !== undefined && { aliases: [...((rest.aliases as readonly string[]) ?? []), name as string] }),
})

/** The record that stands for each, and all that are one with it by decision: that record first. */
export async function readMergedGroups(
  transaction: QueryRunner,
  ids: readonly string[],
): Promise<Map<string, { readonly canonicalId: string; readonly memberIds: readonly string[] }>> {
  if (ids.length === 0) return new Map()
  const rows = await transaction.run(membersById, { ids: [...ids], known: LATEST })
  const groups = new Map<string, { canonicalId: string; memberIds: readonly string[] }>()
  for (const { id, canonicalId, otherIds } of rows) {
    // A member is told of itself alone, in no list; the record that stands for it is told of all.
    groups.set(id, { canonicalId, memberIds: id === canonicalId ? [id, ...otherIds] : [id] })
    groups.set(canonicalId, { canonicalId, memberIds: [canonicalId, ...otherIds] })
  }
  return groups
}

async function readClaimFirsts(
  transaction: QueryRunner,
  claims: readonly (readonly [claimId: string, memberIds: readonly string[]])[],
): Promise<Map<string, ClaimFirsts>> {
  if (claims.length === 0) return new Map()
  const rows = await transaction.run(claimFirsts, {
    claims: claims.map(([claimId, memberIds]) => ({ claimId, memberIds })),
    statuses: [...VISIBLE_STATUSES],
    forever: FOREVER,
  })
  return new Map(
    rows.map((row) => [
      row.claimId,
      {
        firstSaid: row.firstSaid ? readDate(row.firstSaid, 'said') : null,
        firstPublished: row.firstPublished ? readDate(row.firstPublished, 'published') : null,
      },
    ]),
  )
}

/** Of the records described here, those that some other version describes too. */
async function describedElsewhere(
  transaction: QueryRunner,
  here: readonly EdgeFact[],
): Promise<ReadonlySet<string>> {
  if (here.length === 0) return new Set()
  const ids = here.map(({ target }) => target)
  const version = here[0]!.source
  const rows = await transaction.run(describedByOthers, { ids, version, forever: FOREVER })
  return new Set(rows.map(({ recordId }) => recordId))
}

/** Of each article only what its newest version says, in the order of article ids. */
async function readDescriptions(
  transaction: QueryRunner,
  ids: readonly string[],
): Promise<Map<string, Described[]>> {
  if (ids.length === 0) return new Map()
  return byArticle(await transaction.run(descriptionsOf, { ids: [...ids], forever: FOREVER }))
}

/** What was last said of those records that nothing describes now. */
export async function readLastDescriptions(
  transaction: QueryRunner,
  ids: readonly string[],
): Promise<Map<string, Described[]>> {
  return byArticle(await transaction.run(lastDescriptionsOf, { ids: [...ids], forever: FOREVER }))
}

function byArticle(
  rows: readonly (Described & { readonly recordId: string; readonly number: number })[],
): Map<string, Described[]> {
  const byRecord = new Map<string, Map<string, Described & { readonly number: number }>>()
  for (const { recordId, articleId, number, description } of rows) {
    const ofRecord = byRecord.get(recordId) ?? new Map()
    byRecord.set(recordId, ofRecord)
    if ((ofRecord.get(articleId)?.number ?? 0) < number)
      ofRecord.set(articleId, { articleId, number, description })
  }
  return new Map(
    [...byRecord].map(([id, ofRecord]) => [
      id,
      [...ofRecord.values()].sort((a, b) => (a.articleId < b.articleId ? -1 : 1)),
    ]),
  )
}
