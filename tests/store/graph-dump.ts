import type { TestDatabase } from '../support/test-database.ts'

/** The marks of the database and of the run: which nodes are whose, and when the schema was applied. */
const OUTSIDE = 'NOT n:ClaimgraphTests AND NOT n:SchemaFile'

/** Every node and relationship with every property, as sorted lines: two graphs are equal where these are. */
export async function dumpOf(graph: TestDatabase): Promise<string[]> {
  // States have no id of their own: their record and instant name them.
  const nameOf = (n: string) =>
    `coalesce(${n}.id, head([(record:Record)-[:HAS_STATE]->(${n}) | record.id + ' ' + coalesce(${n}.from, '')]))`
  const nodes = await graph.cypher(
    `MATCH (n) WHERE ${OUTSIDE} RETURN labels(n) AS labels, ${nameOf('n')} AS name, properties(n) AS properties`,
  )
  const edges = await graph.cypher(
    `MATCH (n)-[e]->(m) WHERE ${OUTSIDE}
     RETURN type(e) AS type, ${nameOf('n')} AS source, ${nameOf('m')} AS target, properties(e) AS properties`,
  )
  return [...nodes, ...edges].map(canonical).sort()
}

/** What holds now, without who recorded it and when: what must not hang on the order in which documents came. */
export async function currentFactsOf(graph: TestDatabase): Promise<string[]> {
  const records = await graph.cypher(
    'MATCH (n:Record) RETURN labels(n) AS labels, properties(n) AS properties',
  )
  const states = await graph.cypher(
    `MATCH (n:Record)-[:HAS_STATE]->(state {to: $forever})
     RETURN n.id AS record, labels(state) AS labels, properties(state) AS properties`,
    { forever: '9999-12-31T23:59:59.999Z' },
  )
  const edges = await graph.cypher(
    `MATCH (n:Record)-[e {to: $forever}]->(m:Record)
     RETURN type(e) AS type, n.id AS source, m.id AS target, properties(e) AS properties`,
    { forever: '9999-12-31T23:59:59.999Z' },
  )
  return [...records, ...states, ...edges].map((row) => canonical(withoutRecording(row))).sort()
}

const RECORDING = [
  'from',
  'to',
  'recordedAt',
  'recordedBy',
  'recordedMethod',
  'recordedDescending',
  'changedBy',
  'changeReason',
]

function withoutRecording(row: Record<string, unknown>): Record<string, unknown> {
  const properties = Object.entries(row.properties as Record<string, unknown>)
  return { ...row, properties: Object.fromEntries(properties.filter(([name]) => !RECORDING.includes(name))) }
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (key, inner) =>
    key === 'labels'
      ? [...(inner as string[])].sort()
      : inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
  )
