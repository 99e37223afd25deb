import type {
  DriftAgent,
  DriftArticle,
  DriftHop,
  DriftStatement,
  DriftWorld,
} from '../../../src/domain/drift/drift-world.ts'
import { type UncertainDate, uncertainDate, unknownDate } from '../../../src/domain/uncertain-date.ts'
import type { AgentKind, CarriageKind } from '../../../src/domain/vocabulary.ts'

/** Records of small drift worlds; what is not given is the plainest there is. */

export const person = (name: string, kind: AgentKind = 'PERSON'): DriftAgent => ({
  id: name,
  kind,
  name,
  unnamed: null,
})
export const outlet = (name: string): DriftAgent => person(name, 'OUTLET')

export const unnamed = (id: string, descriptor: string, size: number | null = null): DriftAgent => ({
  id,
  kind: 'UNNAMED',
  name: size === null ? descriptor : `${size} ${descriptor}`,
  unnamed: { descriptor, size, unspecified: false },
})
export const unspecified = (id: string): DriftAgent => ({
  id,
  kind: 'UNNAMED',
  name: 'reportedly',
  unnamed: { descriptor: 'reportedly', size: null, unspecified: true },
})

export function day(edtf: string, phrase: string | null = null): UncertainDate {
  const read = uncertainDate({ basis: 'EXPLICIT', edtf, phrase })
  if (!read.ok) throw new Error(read.message)
  return read.date
}

export const hop = (by: DriftAgent | readonly DriftAgent[], more: Partial<DriftHop> = {}): DriftHop => ({
  by: [by].flat(),
  onBehalfOf: [],
  addresseeIds: [],
  sourceWords: '',
  cueWords: 'said',
  cueStance: 'NEUTRAL',
  said: unknownDate(),
  occasionId: null,
  citesId: null,
  ...more,
})

/** Printed by an outlet of the same name. */
export const article = (id: string, published: string, more: Partial<DriftArticle> = {}): DriftArticle => ({
  id,
  outlet: outlet(`The ${id}`),
  authorIds: [],
  language: 'en',
  published: day(published),
  occasionIds: [],
  carriage: [],
  ...more,
})

export const takes = (articleId: string, carriageKind: CarriageKind = 'DERIVED_FROM', accepted = true) => ({
  carriage: [{ articleId, carriageKind, accepted }],
})

export const statement = (
  id: string,
  articleId: string,
  chain: readonly DriftHop[],
  more: Partial<DriftStatement> = {},
): DriftStatement => ({
  id,
  articleId,
  claimId: 'P',
  originKeys: [],
  text: 'the gate could fail',
  quoted: null,
  zone: 'BODY',
  certainty: 'CERTAIN',
  polarity: 'POSITIVE',
  chain,
  ...more,
})

export const world = (
  articles: readonly DriftArticle[],
  statements: readonly DriftStatement[],
  more: Partial<DriftWorld> = {},
): DriftWorld => ({ claims: [], articles, statements, otherUtterances: [], ...more })
