import { connect } from 'node:net'

const HELLO = 0x01
const GOODBYE = 0x02
const RUN = 0x10
const PULL = 0x3f
const LOGON = 0x6a
const SUCCESS = 0x70
const FAILURE = 0x7f

/** What the server takes before it knows who is there is little: the queries wait until it has answered so often. */
const ANSWERS_BEFORE_QUERIES = 2
const VERSION_BYTES = 4
const AGENT = 'claimgraph/training'
/** How long the server may think over one query: it has the lowest priority. */
const SILENCE_MS = 120_000

/**
 * Says to a database over Bolt what a driver says, so that a training run loads the classes that answer it: greeting,
 * authentication, and the given queries, each in its own transaction and with the same parameters. It waits for the
 * answers and reads of them whether they succeeded. Bolt 5.8 and PackStream by the protocol's specification; the layer
 * that talks to Neo4j for the rest of the program is the store.
 *
 * Rejects when the server refuses a query, falls silent or closes too early.
 */
export function rehearse(
  port: number,
  password: string,
  queries: readonly string[],
  parameters: Packed = {},
): Promise<void> {
  const greeting = [
    message(HELLO, [{ user_agent: AGENT, bolt_agent: { product: AGENT } }]),
    message(LOGON, [{ scheme: 'basic', principal: 'neo4j', credentials: password }]),
  ]
  const asking = queries.flatMap((query) => [
    message(RUN, [query, parameters, {}]),
    message(PULL, [{ n: -1 }]),
  ])
  const answers = ANSWERS_BEFORE_QUERIES + asking.length
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const fail = (reason: string) => socket.destroy(new Error(reason))
    socket.setTimeout(SILENCE_MS, () => fail('the database did not answer its training queries'))
    let succeeded = 0
    const read = messageReader((tag) => {
      if (tag === FAILURE)
        fail(
          succeeded < ANSWERS_BEFORE_QUERIES
            ? 'the database refused the greeting of the training run'
            : `the database refused: ${queries[(succeeded - ANSWERS_BEFORE_QUERIES) >> 1]}`,
        )
      if (tag !== SUCCESS) return
      succeeded += 1
      if (succeeded === ANSWERS_BEFORE_QUERIES) socket.write(Buffer.concat(asking))
      // Not before: at a GOODBYE the server drops what it has not answered yet.
      if (succeeded === answers) socket.end(message(GOODBYE, []))
    })
    socket
      .on('data', read)
      // A connection that is reset once all is answered has served.
      .on('error', (error) => (succeeded === answers ? resolve() : reject(error)))
      .on('close', () =>
        succeeded === answers
          ? resolve()
          : reject(new Error('the database hung up before it had answered its training queries')),
      )
    socket.write(Uint8Array.from([0x60, 0x60, 0xb0, 0x17, 0, 0, 8, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
    socket.write(Buffer.concat(greeting))
  })
}

/** Takes bytes as they come and tells the tag of each message, the second byte of its first chunk. */
function messageReader(told: (tag: number) => void): (bytes: Buffer) => void {
  let rest = Buffer.alloc(0)
  let skip = VERSION_BYTES
  let begins = true
  return (bytes) => {
    rest = Buffer.concat([rest, bytes])
    while (rest.length >= skip + 2) {
      const length = rest.readUInt16BE(skip)
      if (rest.length < skip + 2 + length) return
      if (length > 0 && begins) told(rest[skip + 3]!)
      // An empty chunk ends a message.
      begins = length === 0
      rest = rest.subarray(skip + 2 + length)
      skip = 0
    }
  }
}

export type Packed = string | number | { readonly [key: string]: Packed }

/** One chunk and its end mark. */
function message(tag: number, fields: readonly Packed[]): Buffer {
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
