import { type ASTNode, GraphQLError, GraphQLScalarType, type GraphQLScalarTypeConfig, print } from 'graphql'
import { canonicalUrl, URL_LENGTH } from '../domain/canonical-url.ts'
import { instantText } from '../domain/instant.ts'

/**
 * The scalars of schema.graphql. Values are strings on both sides, as the domain keeps them. Input that does not fit is
 * refused with BAD_USER_INPUT and words on what would be right; an output that does not fit is a fault of ours and
 * throws a plain error, which is masked to clients.
 */
interface StringScalar {
  readonly name: string
  /** What would be right, to end the sentence "Date must be …". */
  readonly wanted: string
  /** The value that stands for the text inside, or null where the text does not fit. */
  readonly read: (text: string) => string | null
}

const LONGEST_ECHO = 80

// A round trip tells the days that exist: Date takes 30 February for 2 March.
const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text)

// RFC 3339, section 5.6: the offset is required, the letters may be small. "24:00" and leap seconds, which Date cannot
// hold, are left out.
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3])(?::[0-5]\d){2})(\.\d+)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i

function readDateTime(text: string): string | null {
  const [, day = '', time, fraction = '', offset = ''] = DATE_TIME.exec(text) ?? []
  if (!isDay(day)) return null
  const milliseconds = (fraction || '.').slice(0, 4).padEnd(4, '0')
  return instantText(new Date(`${day}T${time}${milliseconds}${offset.toUpperCase()}`))
}

function stringScalar(
  { name, wanted, read }: StringScalar,
  write: StringScalar['read'] = read,
): GraphQLScalarType {
  const accept = (text: unknown, found: string, node?: ASTNode) => {
    const value = typeof text === 'string' ? read(text) : null
    if (value !== null) return value
    throw new GraphQLError(`${name} must be ${wanted}; found ${found}.`, {
      ...(node && { nodes: node }),
      extensions: { code: 'BAD_USER_INPUT' },
    })
  }
  return resolverOf<string, string>({
    name,
    parseValue: (value) => accept(value, described(value)),
    parseLiteral: (node) =>
      accept(node.kind === 'StringValue' ? node.value : null, shortened(print(node)), node),
    serialize(value) {
      const text = typeof value === 'string' ? write(value) : null
      if (text === null) throw new TypeError(`${name} cannot represent ${described(value)}`)
      return text
    },
  })
}

/**
 * A scalar as resolver. makeExecutableSchema copies every property of it onto the scalar that the schema declares, those
 * without a value too: they would wipe out the schema's descriptions.
 */
function resolverOf<In, Out>(config: GraphQLScalarTypeConfig<In, Out>): GraphQLScalarType<In, Out> {
  const scalar = new GraphQLScalarType(config)
  for (const [key, value] of Object.entries(scalar))
    if (value === undefined) Reflect.deleteProperty(scalar, key)
  return scalar
}

const shortened = (text: string) => (text.length > LONGEST_ECHO ? `${text.slice(0, LONGEST_ECHO)}…` : text)

function described(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(shortened(value))
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}

/** One resolver for each scalar of schema.graphql, under its name. */
export const scalars = {
  /** `YYYY-MM-DD`, a day that exists (RFC 3339 full-date). */
  Date: stringScalar({
    name: 'Date',
    wanted: 'a day that exists, in the form "2025-04-18"',
    read: (text) => (isDay(text) ? text : null),
  }),
  /** RFC 3339 with any offset in; UTC cut to milliseconds, `YYYY-MM-DDTHH:MM:SS.sssZ`, inside and out. */
  DateTime: stringScalar({
    name: 'DateTime',
    wanted:
      'an instant with seconds and offset, in the form "2025-04-18T23:30:00Z" or "2025-04-18T23:30:00-05:00"',
    read: readDateTime,
  }),
  /**
   * An address that `canonicalUrl` accepts, kept as written: whoever looks it up makes it canonical. What is stored
   * already is not held against the limits of input.
   */
  URL: stringScalar(
    {
      name: 'URL',
      wanted: `an absolute http or https address of at most ${URL_LENGTH} characters without user name and password, such as "https://example.org/news"`,
      read: (text) => (canonicalUrl(text).ok ? text.trim() : null),
    },
    (text) => (/^https?:\/\//i.test(text) ? text : null),
  ),
  /** Any text that is not blank: `parseEdtf` of the domain says whether it is a date. */
  EDTF: stringScalar({
    name: 'EDTF',
    wanted: 'a date in Extended Date/Time Format, such as "2025-04-18", "2025-04" or "2025~"',
    read: (text) => (/\S/.test(text) ? text : null),
  }),
  /** Any JSON value. */
  JSON: resolverOf<unknown, unknown>({ name: 'JSON' }),
}
