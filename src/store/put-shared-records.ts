import { claimFirsts, describedByOthers, descriptionsOf } from '../cypher/queries.ts'
import { kindOfId } from '../domain/identity.ts'
import { FOREVER } from '../domain/instant.ts'
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
import type { EdgeFact, StateFact } from './facts.ts'
import { readHeldEdges, readHeldStates } from './held-article.ts'
import { readDate } from './property-codec.ts'
import {
  agentEdges,
  agentKeyRecord,
  agentKeys,
  agentState,
  claimState,
  occasionState,
  placeState,
  readableRecord,
} from './shared-facts.ts'

interface Described {
  readonly articleId: string
  readonly description: Readonly<Record<string, unknown>>
}

/**
 * Tells agents, claims, occasions and places anew from all that articles say of them now. One that no article
 * describes any more keeps its last state, so that what refers to it still reads. All of it is read only where it
 * matters: thousands of articles may describe one agent.
 *
 * @param changes the descriptions that this write began or ended
 * @param isAddition whether a record had no description by this article before, so that none of its article's is
 *   replaced
 * @returns the records whose facts changed, and those of them with another name or other words than before
 */
export async function putSharedRecords(
  transaction: QueryRunner,
  writer: FactWriter,
  ids: readonly string[],
  changes: readonly EdgeFact[],
  isAddition: (id: string) => boolean,
): Promise<{ readonly changed: readonly string[]; readonly renamed: readonly string[] }> {
  const held = await readHeldStates(transaction, ids)
  const changed = new Map(changes.map((edge) => [edge.target, edge]))
  const absorbed = await describedElsewhere(
    transaction,
    [...changed.values()].filter(({ target, properties }) => {
      const state = held.get(target)?.properties
      return state && isAddition(target) && addsNothing(properties, state)
    }),
  )
  const asked = new Set(ids.filter((id) => !held.has(id) || (changed.has(id) && !absorbed.has(id))))
  const described = await readDescriptions(transaction, [...asked])
  const claims = ids.filter((id) => kindOfId(id) === 'Claim')
  const firsts = new Map(
    (await transaction.run(claimFirsts, { claims, statuses: [...VISIBLE_STATUSES], forever: FOREVER })).map(
      (row) => [
        row.claimId,
        {
          firstSaid: row.firstSaid ? readDate(row.firstSaid, 'said') : null,
          firstPublished: row.firstPublished ? readDate(row.firstPublished, 'published') : null,
        },
      ],
    ),
  )

  const states: StateFact[] = []
  const edges: EdgeFact[] = []
  const agents: string[] = []
  const keys: string[] = []
  for (const id of ids) {
    const all = described.get(id) ?? []
    const before = held.get(id)?.properties
    const tellers = all.length > 0 ? all : before ? [{ articleId: '', description: before }] : []
    if (tellers.length === 0) continue
    const told = <T>(read: (id: string, properties: Readonly<Record<string, unknown>>) => T) =>
      tellers.map(({ description }) => read(id, description))
    switch (kindOfId(id)) {
      case 'Agent': {
        const agent = mergeAgentDescriptions(told(readAgentDescription))
        const isDescribed = all.length > 0 || !asked.has(id)
        states.push(
          agentState(agent, tellers[0]!.articleId || ((before?.articleId as string) ?? null), isDescribed),
        )
        edges.push(...agentEdges(agent).filter((edge) => isDescribed || edge.type !== 'IDENTIFIED_BY'))
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
  await writer.putRecords([...[...new Set(keys)].map(agentKeyRecord), ...states.map(readableRecord)])
  const changedStates = await writer.writeStates(held.values(), states)
  const changedEdges = await writer.writeEdges(await readHeldEdges(transaction, agents), edges)
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
  const rows = await transaction.run(descriptionsOf, { ids: [...ids], forever: FOREVER })
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
