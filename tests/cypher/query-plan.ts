import neo4j, { type Driver } from 'neo4j-driver'
import { PARAMETERS, type Query } from '../../src/cypher/query.ts'
import { FOREVER, LATEST } from '../../src/domain/instant.ts'
import { normalizeStatementFilter } from '../../src/domain/statement-filter.ts'
import { VISIBLE_STATUSES } from '../../src/domain/visibility.ts'
import type { Database, DatabaseAddress } from '../../src/store/database.ts'
import { filterParameter } from '../../src/store/filter-parameter.ts'

/** One step of a plan; rows and hits are of a profiled one. */
export interface Operator {
  readonly name: string
  readonly rows: number
  readonly dbHits: number
  readonly details: string
  readonly inputs: readonly Operator[]
}

/** What the database tells of a query. */
export interface Told {
  readonly columns: readonly string[]
  /** Warnings and hints, as code and text. */
  readonly notifications: readonly string[]
  /** `r` of a query that only reads. */
  readonly type: string
  /** Every step of the plan, the last first. */
  readonly operators: readonly Operator[]
  readonly rows: readonly Record<string, unknown>[]
}

interface PlanNode {
  readonly operatorType: string
  readonly arguments: { readonly [name: string]: unknown }
  readonly children: readonly PlanNode[]
  readonly rows?: number
  readonly dbHits?: number
}

/** The database past the store: plans of queries. What they write is taken back. */
export class PlanReader {
  readonly #driver: Driver
  readonly #database: string | null

  constructor(address: DatabaseAddress) {
    this.#driver = neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password), {
      disableLosslessIntegers: true,
    })
    this.#database = address.database ?? null
  }

  explain = (query: Query<never, unknown>, parameters: Record<string, unknown>) =>
    this.#tell(`EXPLAIN ${query.text}`, query, parameters)

  profile = (query: Query<never, unknown>, parameters: Record<string, unknown>) =>
    this.#tell(`PROFILE ${query.text}`, query, parameters)

  async #tell(text: string, query: Query<never, unknown>, given: Record<string, unknown>): Promise<Told> {
    const session = this.#driver.session({
      defaultAccessMode: query.mode,
      ...(this.#database ? { database: this.#database } : {}),
    })
    const transaction = session.beginTransaction()
    try {
      const running = transaction.run(text, { [PARAMETERS]: parametersFor(query, given) })
      const columns = await running.keys()
      const { records, summary } = await running
      const root = (summary.profile || summary.plan) as PlanNode
      return {
        columns,
        notifications: (summary.gqlStatusObjects ?? [])
          .filter(({ gqlStatus }) => !/^0[02]/.test(gqlStatus))
          .map(({ gqlStatus, statusDescription }) => `${gqlStatus}: ${statusDescription}`),
        type: summary.queryType,
        operators: inOrder(operator(root)),
        rows: records.map((record) => record.toObject()),
      }
    } finally {
      await transaction.rollback()
      await session.close()
    }
  }

  /**
   * A database on which every transaction is profiled and then taken back: `costs` receives the hits of each query, in
   * the order sent.
   */
  profiled(database: Database, costs: { readonly name: string; readonly dbHits: number }[]): Database {
    return {
      ...database,
      transaction: async (work) => {
        const session = this.#driver.session(this.#database ? { database: this.#database } : {})
        const transaction = session.beginTransaction()
        try {
          return await work({
            run: async (query, parameters) => {
              const { records, summary } = await transaction.run(`PROFILE ${query.text}`, {
                [PARAMETERS]: withIntegers(parameters),
              })
              const operators = inOrder(operator(summary.profile as PlanNode))
              costs.push({ name: query.name, dbHits: sum(operators.map(({ dbHits }) => dbHits)) })
              return records.map((record) => record.toObject()) as never
            },
          })
        } finally {
          await transaction.rollback()
          await session.close()
        }
      },
    }
  }

  close = () => this.#driver.close()
}

const operator = ({ operatorType, arguments: details, children, rows, dbHits }: PlanNode): Operator => ({
  name: operatorType.replace(/@.*$/, ''),
  rows: rows ?? 0,
  dbHits: dbHits ?? 0,
  details: String(details.Details ?? ''),
  inputs: children.map(operator),
})

const inOrder = (root: Operator): Operator[] => [root, ...root.inputs.flatMap(inOrder)]

export const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

function withIntegers(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value
  if (Array.isArray(value)) return value.map(withIntegers)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withIntegers(inner)]))
}

/** Values that the store gives where a test has none of its own, by name; then by type. */
const USUAL: Readonly<Record<string, unknown>> = {
  filter: filterParameter(normalizeStatementFilter(null)),
  known: LATEST,
  forever: FOREVER,
  instant: LATEST,
  statuses: VISIBLE_STATUSES,
  roles: ['SPEAKER', 'RELAY', 'PUBLISHER'],
  kinds: null,
  languages: null,
  published: null,
  text: null,
  after: '',
  limit: 21,
}
const BY_TYPE: Readonly<Record<string, unknown>> = {
  string: 'none',
  integer: 1,
  float: 0.5,
  boolean: false,
  map: {},
  any: null,
}

/** Parameters of the declared types: what is given, else what is usual. */
export function parametersFor(
  query: Query<never, unknown>,
  given: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query.parameters).map(([name, type]) => {
      const inner = type.replace(/[[\]]/g, '')
      const typical = type.startsWith('[') ? [BY_TYPE[inner]] : BY_TYPE[inner]
      const value = name in given ? given[name] : name in USUAL ? USUAL[name] : typical
      return [name, typeof value === 'number' && type === 'integer' ? neo4j.int(value) : value]
    }),
  )
}
