import type { GraphRecord } from '../domain/graph-records.ts'
import { kindOfId } from '../domain/identity.ts'
import type { Loaders } from './loaders.ts'

type RecordOf<Kind extends GraphRecord['kind']> = Extract<GraphRecord, { readonly kind: Kind }>

/** The record of an id, of whatever kind; null where there was none. */
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
export async function require<Kind extends GraphRecord['kind']>(
  loaders: Loaders,
  kind: Kind,
  id: string,
): Promise<RecordOf<Kind>> {
  const record = await refer(loaders, kind, id)
  if (record === null) throw new Error(`${kind} ${id} is referred to and missing`)
  return record
}

/** Of several, those that are there. */
export async function referAll<Kind extends GraphRecord['kind']>(
  loaders: Loaders,
  kind: Kind,
  ids: readonly string[],
): Promise<RecordOf<Kind>[]> {
  const records = await Promise.all(ids.map((id) => refer(loaders, kind, id)))
  return records.filter((record) => record !== null)
}
