import type { ProvenanceNode } from './provenance.ts'
import type { WayInGroup } from './rule4-count-unnamed.ts'
import type { Party } from './side.ts'

/** NAMED: one party. JOINT: a joint source. RING: several who have it from each other alone. */
export type OriginKind = 'NAMED' | 'JOINT' | 'RING' | 'UNNAMED' | 'UNSPECIFIED'

/** A root while its statements are gathered. */
export interface OriginDraft {
  readonly key: string
  readonly kind: OriginKind
  readonly label: string
  readonly parties: readonly Party[]
  readonly ways: readonly Party[]
  readonly retracted: boolean
  /** Where the trail ends for this root. */
  readonly nodes: readonly ProvenanceNode[]
  readonly group: WayInGroup | null
}
