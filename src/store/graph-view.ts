import type { QueryRunner } from './database.ts'

/** The graph as it was known at one moment. Every read takes it; none has a moment of its own. */
export interface GraphView {
  readonly database: QueryRunner
  /** An instant of recording, inclusive. */
  readonly known: string
}

/**
 * Where an order begins: before every key, and after every key where it runs downward. It is about as long as the keys
 * are (some 60 characters, 104 of TEXT), so that the first page has the plan of the others: Neo4j plans a query anew for
 * a text of another order of magnitude.
 */
export const beginning = (order: string) =>
  (order.endsWith('_DESC') ? '~' : ' ').repeat(order === 'TEXT' ? 128 : 64)
