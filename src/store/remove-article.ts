import {
  articleReferredToElsewhere,
  bareRecords,
  decidedPairs,
  deleteRecords,
  forgetCitedStatements,
  recordsAbout,
  recordsOwnedByArticle,
  recordsReferredTo,
  statementsReferredToElsewhere,
  unsupportedRecords,
  unusedAgentKeys,
} from '../cypher/queries.ts'
import { ClaimgraphError } from '../domain/claimgraph-error.ts'
import { groupBy } from '../domain/group-by.ts'
import { kindOfId, type RecordKind } from '../domain/identity.ts'
import { FOREVER } from '../domain/instant.ts'
import { type MergingKind, SAMENESS_KINDS } from '../domain/judgement.ts'
import { referencedArticleState } from './article-facts.ts'
import type { Database, QueryRunner } from './database.ts'
import { readDecided } from './decided-pairs.ts'
import { readAgentDescription } from './description-properties.ts'
import { readHeldArticle, readHeldEdges } from './held-article.ts'
import { withoutNulls } from './property-codec.ts'
import { regroup } from './put-judgement.ts'
import { putSharedRecords, readMergedGroups } from './put-shared-records.ts'
import { recordFacts } from './recording.ts'
import { refreshCopies } from './refresh-copies.ts'
import { settleProposals } from './settle-proposals.ts'
import { agentKeys } from './shared-facts.ts'

/** What went with an article, or would go. */
export interface RemovedArticle {
  readonly articleId: string
  readonly url: string | null
  /** Of the newest version. */
  readonly title: string | null
  /** How many records of each kind; the article itself is one, also where it stays as an address. */
  readonly removed: ReadonlyMap<RecordKind, number>
  /** Whether other articles cite it or were taken from it: it stays as one that is known by its address alone. */
  readonly isReferredTo: boolean
}

export interface RemovalOptions {
  /** The clock; that of the machine unless given. */
  readonly now?: () => Date
  /** Who removes it; "unknown" unless given. */
  readonly by?: string
  /** Only tell what would go. */
  readonly dryRun?: boolean
}

/** Records in one query. */
const BATCH = 1_000

/**
 * Removes an article for good, the past included: afterwards the graph is as if its documents had never come. With it go
 * its versions, statements, acts and unnamed sources, every judgement about any of them, the corrections of it, the
 * reviews of its statements, and whatever no other article speaks of: a claim with its last statement, a named agent, an
 * occasion, a place, an article that was known by this one's reference alone. What others speak of too is told anew from
 * them. An article that others cite or were taken from stays as an address, and a statement that theirs revise, support
 * or answer as a bare identity that no answer shows; should it be stored again, those references hold again.
 *
 * One transaction, all of it or nothing, whose queries take 1,000 records each: an article is bounded by the size of its
 * documents, and what others say is read only of what it shares with them.
 *
 * @throws ClaimgraphError NOT_FOUND; INVALID_ARGUMENTS of an article that is known by its address alone
 */
export async function removeArticle(
  database: Database,
  articleId: string,
  { now = () => new Date(), by = 'unknown', dryRun = false }: RemovalOptions = {},
): Promise<RemovedArticle> {
  const recorded = { by, method: 'MANUAL' as const }
  const dry = { told: null as RemovedArticle | null }
  try {
    return await recordFacts(database, { now, recorded }, async (transaction, writer) => {
      const { url, title } = await requireArticle(transaction, articleId)
      const owned = (await transaction.run(recordsOwnedByArticle, { article: articleId })).map(({ id }) => id)
      const own = [articleId, ...owned]
      const [{ referred: isReferredTo } = { referred: false }] = await transaction.run(
        articleReferredToElsewhere,
        { article: articleId, ids: owned },
      )
      const bare = [
        ...(isReferredTo ? [articleId] : []),
        ...(
          await inBatches(owned.filter(isStatement), (ids) =>
            transaction.run(statementsReferredToElsewhere, { ids: [...ids], article: articleId }),
          )
        ).map(({ id }) => id),
      ]
      const removed = new Set(own)
      const near = new Set<string>()
      const keys = await keysDescribedBy(transaction, owned)
      const groups = new Map<string, readonly string[]>()
      const parted: { readonly kind: string; readonly leftId: string; readonly rightId: string }[] = []

      // What falls with what: until nothing is left without anybody who speaks of it.
      for (let gone = own; gone.length > 0; ) {
        const about = (await inBatches(gone, (ids) => transaction.run(recordsAbout, { ids: [...ids] })))
          .map(({ id }) => id)
          .filter((id) => !removed.has(id))
        for (const id of about) removed.add(id)
        const going = [...new Set([...gone, ...about])]
        for (const { id } of await inBatches(
          going.filter((one) => kindOfId(one) !== 'Judgement'),
          (ids) => transaction.run(recordsReferredTo, { ids: [...ids] }),
        ))
          if (!removed.has(id)) near.add(id)
        // As it was before anything went.
        for (const [id, { canonicalId, memberIds }] of await readMergedGroups(
          transaction,
          [...going, ...near].filter((one) => MERGING[kindOfId(one)!] !== undefined),
        ))
          if (!groups.has(id)) groups.set(id, [...new Set([canonicalId, ...memberIds])])
        parted.push(
          ...(await inBatches(going, (ids) =>
            transaction.run(decidedPairs, { ids: [...ids], kinds: [...SAMENESS_KINDS], forever: FOREVER }),
          )),
        )
        await inBatches(going.filter(isStatement), (ids) =>
          transaction.run(forgetCitedStatements, { ids: [...ids] }),
        )
        const deleted = going.filter((id) => !bare.includes(id))
        await inBatches(deleted, (ids) => transaction.run(deleteRecords, { ids: [...ids] }))
        if (gone === own)
          await inBatches(bare, (ids) =>
            transaction.run(bareRecords, {
              records: ids.map((id) => bareRecord(id, url)),
              ...recorded,
              forever: FOREVER,
            }),
          )
        const candidates = [...near].filter((id) => !removed.has(id)).sort()
        gone = (
          await inBatches(candidates, (ids) => transaction.run(unsupportedRecords, { ids: [...ids] }))
        ).map(({ id }) => id)
        for (const id of gone) {
          removed.add(id)
          near.delete(id)
        }
      }

      writer.noteChange()
      for (const [kind, seeds] of groupsWithout(groups, removed))
        await regroup(transaction, writer, seeds, await readDecided(transaction, kind, seeds))
      for (const kind of SAMENESS_KINDS) {
        const sides = parted
          .filter((pair) => pair.kind === kind)
          .flatMap(({ leftId, rightId }) => [leftId, rightId])
        const left = [...new Set(sides)].filter((id) => !removed.has(id))
        if (left.length === 0) continue
        await settleProposals(transaction, writer, kind, left, await readDecided(transaction, kind, left))
      }
      const shared = [...near].filter((id) => SHARED.includes(kindOfId(id)!)).sort()
      const { renamed } = await putSharedRecords(transaction, writer, shared, {
        anew: new Set(shared),
      })
      await refreshCopies(transaction, renamed)
      const unused = await inBatches(keys, (some) =>
        transaction.run(unusedAgentKeys, { keys: [...some], forever: FOREVER }),
      )
      await inBatches(unused, (some) => transaction.run(deleteRecords, { ids: some.map(({ id }) => id) }))

      const told: RemovedArticle = { articleId, url, title, removed: countKinds(removed), isReferredTo }
      if (dryRun) {
        dry.told = told
        throw new RolledBack()
      }
      return told
    })
  } catch (error) {
    if (error instanceof RolledBack) return dry.told!
    throw error
  }
}

/** Thrown to end a transaction without its changes. */
class RolledBack extends Error {}

const SHARED: readonly RecordKind[] = ['Agent', 'Claim', 'Occasion', 'Place']
const MERGING: Partial<Record<RecordKind, MergingKind>> = {
  Agent: 'SAME_AGENT',
  Claim: 'SAME_CLAIM',
  Occasion: 'SAME_OCCASION',
}

const isStatement = (id: string) => kindOfId(id) === 'Statement'

async function requireArticle(transaction: QueryRunner, articleId: string) {
  const { states } = await readHeldArticle(transaction, articleId)
  const state = states.get(articleId)?.properties
  if (!state) throw new ClaimgraphError('NOT_FOUND', `There is no Article ${articleId}.`, { id: articleId })
  const { url = null, versionId } = state as { url?: string; versionId?: string }
  if (versionId === undefined)
    throw new ClaimgraphError(
      'INVALID_ARGUMENTS',
      `The article ${url ?? articleId} is known by its address alone, because others refer to it: there is nothing of it to remove.`,
    )
  return { url, title: (states.get(versionId)?.properties.title as string | undefined) ?? null }
}

/** What is left of a record that others refer to. */
function bareRecord(id: string, url: string | null) {
  if (isStatement(id))
    return { id, properties: {}, kept: ['REVISES', 'SUPPORTS', 'RESPONDS_TO'], state: null }
  const { properties } = referencedArticleState({ id, url })
  return { id, properties: withoutNulls({ url }), kept: ['CITES', 'DERIVED_FROM'], state: properties }
}

/** The names and addresses that versions and reviews give to agents now. */
async function keysDescribedBy(transaction: QueryRunner, owned: readonly string[]): Promise<string[]> {
  const versions = owned.filter((id) => kindOfId(id) === 'ArticleVersion')
  const described = (await readHeldEdges(transaction, versions)).filter(
    ({ type, target }) => type === 'DESCRIBES' && kindOfId(target) === 'Agent',
  )
  return [
    ...new Set(
      described.flatMap(({ target, properties }) => agentKeys(readAgentDescription(target, properties))),
    ),
  ]
}

/** Who is left of the groups of which a member went, by what made them one. */
function groupsWithout(
  groups: ReadonlyMap<string, readonly string[]>,
  removed: ReadonlySet<string>,
): (readonly [MergingKind, readonly string[]])[] {
  const left = [...groups.values()]
    .filter((members) => members.length > 1 && members.some((id) => removed.has(id)))
    .flat()
    .filter((id) => !removed.has(id))
  return [...groupBy([...new Set(left)].sort(), (id) => MERGING[kindOfId(id)!]!)]
}

function countKinds(ids: ReadonlySet<string>): Map<RecordKind, number> {
  const counts = new Map<RecordKind, number>()
  for (const id of ids) {
    const kind = kindOfId(id)!
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return counts
}

async function inBatches<Item, Row>(
  items: readonly Item[],
  ask: (batch: readonly Item[]) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (let start = 0; start < items.length; start += BATCH)
    rows.push(...(await ask(items.slice(start, start + BATCH))))
  return rows
}
