import type { GraphRecord } from '../domain/graph-records.ts'
import { kindOfId } from '../domain/identity.ts'
import type { Loaders } from './loaders.ts'

type RecordOf<Kind extends GraphRecord['kind']> = Extract<GraphRecord, { readonly kind: Kind }>

/**
 * The record of an id, of whatever kind; null where there was none. The id of one that is merged into another leads to
 * that one.
 */
export async function recordOf({ record, hop }: Loaders, id: string): Promise<GraphRecord | null> {
  return kindOfId(id) === 'Attribution' ? hop.load(id) : record.load(id)
}

/** The record that another one refers to, of the kind that it must have; null where there was none. */
export async function refer<Kind extends GraphRecord['kind']>(
  loaders: Loaders,
  kind: Kind,
  id: string | null,
): Promise<RecordOf<Kind> | null> {
  if (id === null) return null
  const record = await recordOf(loaders, id)
  return record?.kind === kind ? (record as RecordOf<Kind>) : null
}

/** The record that must be there: what refers to it cannot be stored without it. */
export async function requireRecord<Kind extends GraphRecord['kind']>(
  loaders: Loaders,
  kind: Kind,
  id: string,
): Promise<RecordOf<Kind>> {
  const record = await refer(loaders, kind, id)
  if (record === null) throw new Error(`${kind} ${id} is referred to and missing`)
  return record
}

/** Of several, those that are there; two that are one by decision once. */
export async function referAll<Kind extends GraphRecord['kind']>(
  loaders: Loaders,
  kind: Kind,
  ids: readonly string[],
): Promise<RecordOf<Kind>[]> {
  const records = await Promise.all(ids.map((id) => refer(loaders, kind, id)))
  return [...new Map(records.flatMap((record) => (record === null ? [] : [[record.id, record]]))).values()]
}

/**
 * All that is one with each of these by decision, first the one that stands for it. What was not recorded is one with
 * nothing.
 */
export async function membersOf(
  { members }: Loaders,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  return new Map(await Promise.all(ids.map(async (id) => [id, (await members.load(id)) ?? [id]] as const)))
}
