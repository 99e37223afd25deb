import { claimFirsts, describedByOthers, membersById } from '../cypher/queries.ts'
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
import { ofItself, readTellings, type Telling, withOthers } from './shared-tellings.ts'

/** What a write did to shared records. */
interface SharedChanges {
  /** The current states of these records, and of any others, where they are read already. */
  readonly known?: ReadonlyMap<string, Held<StateFact>>
  /** The descriptions that it began or ended. */
  readonly changes?: readonly EdgeFact[]
  /** Whether a record had no description by this article before, so that none of its article's is replaced. */
  readonly isAddition?: (id: string) => boolean
  /** Records that are told whatever the changes: joined or parted, of removed articles, to be listed or no more. */
  readonly anew?: ReadonlySet<string>
}

/**
 * Tells agents, claims, occasions and places anew from all that articles say of them now. What is one by decision is
 * told of the record that stands for all of them, and the others stand in no list. It stays what it is by itself: others
 * add to what is said of it. One that nothing describes any more is what was said of it last, so that what refers to it
 * still reads; an agent is listed all the same while a statement is shown that has it in its chain, so statements are
 * written before. All of it is read only where it matters: thousands of articles may describe one agent.
 *
 * @returns the records whose facts changed, and those of them with another name or other words than before
 */
export async function putSharedRecords(
  transaction: QueryRunner,
  writer: FactWriter,
  ids: readonly string[],
  { known, changes = [], isAddition = () => false, anew = new Set() }: SharedChanges,
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
    membersOf(id).some((member) => anew.has(member) || (changed.has(member) && !absorbed.has(member)))
  const asked = new Set(toTell.filter(isTold))
  const listedClaims = toTell.filter((id) => kindOfId(id) === 'Claim' && isCanonical(id))
  const [described, firsts] = await Promise.all([
    readTellings(transaction, [...new Set([...asked].flatMap(membersOf))]),
    readClaimFirsts(
      transaction,
      listedClaims.map((id) => [id, membersOf(id)]),
    ),
  ])

  function isCanonical(id: string) {
    return (groups.get(id)?.canonicalId ?? id) === id
  }
  function ownTelling(id: string): Telling | null {
    const before = held.get(id)?.properties
    const own = described.get(id)
    if (own || !before) return own ?? null
    const state = { articleId: '', description: before }
    if (!asked.has(id)) return { descriptions: [state], counts: before.nameKey !== undefined }
    // Nothing is left that ever described it, so the rest of its state is told by what was removed, or by others.
    return { descriptions: [ofItself(state)], counts: false }
  }
  const states: StateFact[] = []
  const edges: EdgeFact[] = []
  const agents: string[] = []
  const keys: string[] = []
  for (const id of toTell) {
    const before = held.get(id)?.properties
    const own = ownTelling(id)
    if (own === null) continue
    const others = membersOf(id).filter((member) => member !== id)
    const telling = withOthers(
      own,
      others.flatMap((member) => described.get(member) ?? []),
    )
    const told = <T>(read: (id: string, properties: Readonly<Record<string, unknown>>) => T) =>
      telling.descriptions.map(({ description }) => read(id, description))
    switch (kindOfId(id)) {
      case 'Agent': {
        const agent = mergeAgentDescriptions(told(readAgentDescription))
        const listed = isCanonical(id) && telling.counts
        const { articleId } = own.descriptions[0]!
        states.push(agentState(agent, articleId || ((before?.articleId as string) ?? null), listed))
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
            isCanonical(id),
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
