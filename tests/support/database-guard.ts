import neo4j from 'neo4j-driver'
import type { DatabaseAddress } from '../../src/store/database.ts'

/**
 * Makes sure that the tests may empty a database that they were given: it is empty, or an earlier run of them marked
 * it as theirs.
 */
export async function claimForTests(address: DatabaseAddress): Promise<void> {
  const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password), {
    disableLosslessIntegers: true,
  })
  const session = driver.session(address.database ? { database: address.database } : {})
  try {
    const found = await session.run(
      'MATCH (n) RETURN count(n) AS nodes, count(CASE WHEN n:ClaimgraphTests THEN 1 END) AS marks',
    )
    const { nodes, marks } = found.records[0]!.toObject() as { nodes: number; marks: number }
    if (nodes > 0 && marks === 0)
      throw new Error(
        `The tests empty the database they run on, and ${address.uri} holds ${nodes} nodes that they did not write. Give them an empty database, or unset NEO4J_URI to let them start one of their own.`,
      )
    await session.run('MERGE (:ClaimgraphTests)')
    // An earlier run may have applied another schema: this one's is applied again, which leaves alone what is there.
    await session.run('MATCH (file:SchemaFile) DELETE file')
  } finally {
    await session.close()
    await driver.close()
  }
}
