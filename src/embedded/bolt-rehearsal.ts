import { connect } from 'node:net'

/**
 * Says to a database over Bolt what a driver says first, so that a training run loads the classes that answer it:
 * greeting, authentication, and the given queries, each in its own transaction. It waits for the answers and does not
 * read them. Bolt 5.8 and PackStream by the protocol's specification; the layer that talks to Neo4j for the rest of
 * the program is the store.
 */
export function rehearse(port: number, password: string, queries: readonly string[]): Promise<void> {
  const messages = [
    message(0x01, [{ user_agent: 'claimgraph/training' }]),
    message(0x6a, [{ scheme: 'basic', principal: 'neo4j', credentials: password }]),
    ...queries.flatMap((query) => [message(0x10, [query, {}, {}]), message(0x3f, [{ n: -1 }])]),
    message(0x02, []),
  ]
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.setTimeout(30_000, () =>
      socket.destroy(new Error('the database did not answer its training queries')),
    )
    // GOODBYE is answered by closing, after all that stands before it.
    socket
      .on('error', reject)
      .on('close', () => resolve())
      .resume()
    socket.write(Uint8Array.from([0x60, 0x60, 0xb0, 0x17, 0, 0, 8, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
    socket.write(Buffer.concat(messages))
  })
}

type Packed = string | number | { [key: string]: Packed }

/** One chunk and its end mark. */
function message(tag: number, fields: Packed[]): Buffer {
  const body = Buffer.concat([Buffer.from([0xb0 + fields.length, tag]), ...fields.map(pack)])
  return Buffer.concat([Buffer.from([body.length >> 8, body.length & 255]), body, Buffer.from([0, 0])])
}

/** Small integers, strings up to 65,535 bytes, maps of up to 15 entries: all that a rehearsal says. */
function pack(value: Packed): Buffer {
  if (typeof value === 'number') return Buffer.from([value & 255])
  if (typeof value === 'string') {
    const text = Buffer.from(value)
    return Buffer.concat([Buffer.from([0xd1, text.length >> 8, text.length & 255]), text])
  }
  const entries = Object.entries(value)
  return Buffer.concat([
    Buffer.from([0xa0 + entries.length]),
    ...entries.flatMap(([key, entry]) => [pack(key), pack(entry)]),
  ])
}
