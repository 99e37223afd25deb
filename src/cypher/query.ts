/**
 * One Cypher query with the types of what it takes and of what it answers. The values are generated from `cypher/`
 * into `queries.ts`; `run<Params, Row>(query: Query<Params, Row>, parameters: NoInfer<Params>): Promise<Row[]>` is typed
 * by them. `Query<never, unknown>` is any query.
 *
 * `parameters` gives the Cypher type of each parameter, so that a whole number can be sent as an INTEGER and not as a
 * FLOAT. `[…]` is a list of it; an interface of `shapes.ts` is a `map` here; null is not told apart.
 */
export interface Query<in Params, out Row> {
  /** The file's name, and the variant after a dot where it has variants: `statements-by-speaker.TEXT`. */
  readonly name: string
  readonly text: string
  readonly mode: 'READ' | 'WRITE'
  /** In the order in which the file declares them. */
  readonly columns: readonly string[]
  readonly parameters: { readonly [name: string]: ParameterType }
  /** Never there: it carries the two types. */
  readonly types?: (parameters: Params) => Row
}

type ValueType = 'string' | 'integer' | 'float' | 'boolean' | 'map' | 'any'
export type ParameterType = ValueType | `[${ValueType}]`

/**
 * The one parameter that is sent: a map of all that a query takes. Neo4j plans a query anew for each type of each
 * parameter, and counts the length of a list (none, one, up to ten, up to a hundred …) and of a text to its type; a map
 * is of one type whatever it holds. A plan costs 250 to 700 ms while the server is cold.
 */
export const PARAMETERS = 'given'
