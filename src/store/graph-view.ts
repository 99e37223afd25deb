import type { QueryRunner } from './database.ts'

/** The graph as it was known at one moment. Every read takes it; none has a moment of its own. */
export interface GraphView {
  readonly database: QueryRunner
  /** An instant of recording, inclusive. */
  readonly known: string
}

/** Where an order begins: before every key, and after every key where it runs downward. */
export const beginning = (order: string) => (order.endsWith('_DESC') ? '~' : '')
