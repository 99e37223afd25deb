import { descriptionsOf } from '../cypher/queries.ts'
import { groupBy } from '../domain/group-by.ts'
import { FOREVER } from '../domain/instant.ts'
import { VISIBLE_STATUSES } from '../domain/visibility.ts'
import type { QueryRunner } from './database.ts'

/** What one article, or review, says of a shared record. */
export interface Described {
  readonly articleId: string
  readonly description: Readonly<Record<string, unknown>>
}

/** What is said of a shared record; of one that nothing describes any more, what was said last. */
export interface Telling {
  readonly descriptions: readonly Described[]
  /** Whether something describes it now, or it is an agent in the chain of a statement that is shown. */
  readonly counts: boolean
}

/** Of each article only what its newest version says, in the order of article ids. */
export async function readTellings(
  transaction: QueryRunner,
  ids: readonly string[],
): Promise<Map<string, Telling>> {
  if (ids.length === 0) return new Map()
  const rows = await transaction.run(descriptionsOf, {
    ids: [...ids],
    statuses: [...VISIBLE_STATUSES],
    forever: FOREVER,
  })
  return new Map(
    [...groupBy(rows, ({ recordId }) => recordId)].map(([id, ofRecord]) => [
      id,
      { descriptions: ofNewestVersions(ofRecord), counts: ofRecord[0]!.counts },
    ]),
  )
}

function ofNewestVersions(rows: readonly (Described & { readonly number: number })[]): Described[] {
  const byArticle = new Map<string, Described & { readonly number: number }>()
  for (const row of rows)
    if ((byArticle.get(row.articleId)?.number ?? 0) < row.number) byArticle.set(row.articleId, row)
  return [...byArticle.values()].sort((a, b) => (a.articleId < b.articleId ? -1 : 1))
}

/** What is said of a record together with what is said of others that are one with it: it stays what it is by itself. */
export function withOthers(own: Telling, others: readonly Telling[]): Telling {
  const counting = others.filter(({ counts }) => counts)
  if (counting.length === 0) return own
  const isTakenBack = !own.counts
  return {
    descriptions: [
      ...(isTakenBack ? own.descriptions.map(ofItself) : own.descriptions),
      ...counting.flatMap(({ descriptions }) => descriptions),
    ],
    counts: true,
  }
}

/** What a record is, without what is said of it beside. */
export function ofItself({ articleId, description }: Described): Described {
  const {
    aliases: _aliases,
    description: _description,
    sameAs: _sameAs,
    speaksForIds: _speaksFor,
    partOfIds: _partOf,
    roles: _roles,
    ...itself
  } = description
  return { articleId, description: itself }
}
