import fc from 'fast-check'
import type { Json, JsonObject } from './small-document.ts'

/** Words that repeat, of several scripts, outside the BMP, with marks that compose and marks that do not. */
const WORDS = [
  'ferry',
  'sank',
  'the',
  'said',
  'the',
  '🦊',
  '𝒳s',
  'café',
  'x̂',
  'שלום',
  'قَالَ',
  '“no,”',
  '.',
  'a',
  'a',
]

interface Range {
  readonly start: number
  readonly end: number
}
/** A span by its words' places in the text, and how it is written. */
interface Written extends Range {
  readonly form: number
}
/** Everything about a document save how its local keys are called. */
interface Draft {
  readonly words: readonly string[]
  readonly published: string | null
  readonly acts: readonly {
    readonly by: number
    readonly source: Written | null
    readonly cue: Written | null
    readonly outer: number | null
    readonly said: number
  }[]
  readonly statements: readonly {
    readonly content: readonly Written[]
    readonly act: number | null
    readonly claim: number | null
    readonly direct: boolean
  }[]
}

const AGENTS: readonly JsonObject[] = [
  { kind: 'OUTLET', name: 'The Harbour Paper' },
  { kind: 'PERSON', name: 'Ana Ruiz', aliases: ['Ruiz'], roles: [{ title: 'Mayor', held: '2024/..' }] },
  { kind: 'GOVERNMENT', name: 'Government of Ruritania' },
  { kind: 'UNNAMED', name: 'Two officials', reason: 'ANONYMOUS', size: 2 },
]
/** Unnamed agents are known by their local keys, so those are not renamed. */
const agentKey = (index: number, keyOf: (index: number) => string) =>
  index === 3 ? 'officials' : keyOf(index)

const draft: fc.Arbitrary<Draft> = fc
  .array(fc.constantFrom(...WORDS), { minLength: 4, maxLength: 40 })
  .chain((words) => {
    const range = fc
      .tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 4 }), fc.nat(4))
      .map(([start, length, form]) => ({ start, end: Math.min(start + length, words.length), form }))
    const content = fc.array(range, { minLength: 1, maxLength: 3 }).map((ranges) => {
      const kept: Written[] = []
      for (const next of ranges.sort((a, b) => a.start - b.start))
        if (next.start >= (kept.at(-1)?.end ?? 0)) kept.push(next)
      return kept
    })
    const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
    return fc.record({
      words: fc.constant(words),
      published: optional(fc.constantFrom('2025-04-18', '2025', '2025-04-18T10:00:00Z')),
      acts: fc.array(
        fc.record({
          by: fc.nat(AGENTS.length - 1),
          source: optional(range),
          cue: optional(range),
          outer: optional(fc.nat(5)),
          said: fc.nat(4),
        }),
        { maxLength: 5 },
      ),
      statements: fc.array(
        fc.record({ content, act: optional(fc.nat(4)), claim: optional(fc.nat(2)), direct: fc.boolean() }),
        { minLength: 1, maxLength: 8 },
      ),
    })
  })

/** Where the words of a range begin and end in the text, in UTF-16 code units and in code points. */
function placeOf(words: readonly string[], { start, end }: Range) {
  const before = words
    .slice(0, start)
    .map((word) => `${word} `)
    .join('')
  const exact = words.slice(start, end).join(' ')
  const points = (text: string) => [...text].length
  return { unit: before.length, start: points(before), end: points(before) + points(exact), exact }
}

function occurrenceOf(text: string, exact: string, unit: number): number {
  let count = 0
  for (let at = text.indexOf(exact); at >= 0 && at <= unit; at = text.indexOf(exact, at + 1)) count++
  return count
}

function selector(words: readonly string[], written: Written): Json {
  const text = words.join(' ')
  const { unit, start, end, exact } = placeOf(words, written)
  const [prefix, suffix] = [text.slice(0, unit), text.slice(unit + exact.length)]
  const around = { exact, ...(prefix && { prefix }), ...(suffix && { suffix }) }
  const onlyOne = occurrenceOf(text, exact, text.length) === 1
  const forms: Json[] = [
    { start, end },
    { start, end, exact, part: 'TEXT' },
    { exact, occurrence: occurrenceOf(text, exact, unit) },
    around,
    onlyOne ? exact : around,
  ]
  return forms[written.form]!
}

/** A document that says what a draft says. Its local keys are told by `keyOf`. */
function documentOf(
  { words, published, acts, statements }: Draft,
  keyOf: (index: number) => string,
): JsonObject {
  const said = (index: number): JsonObject => {
    const kind = acts[index]!.said
    if (kind === 0 || (kind === 1 && index === 0)) return {}
    if (kind === 1) return { said: { basis: 'INHERITED', as: keyOf(index - 1) } }
    return {
      said: ['2025-04-17', { basis: 'VAGUE', phrase: 'lately' }, { basis: 'RELATIVE', edtf: '2025-04' }][
        kind - 2
      ]!,
    }
  }
  const made = statements
    .map(({ content, act, claim, direct }): JsonObject => {
      const hasAct = act !== null && act < acts.length
      const spans = content.map((span) => selector(words, span))
      return {
        content: spans.length === 1 ? spans[0]! : spans,
        ...(hasAct && { act: keyOf(act), quoteType: direct ? 'DIRECT' : 'INDIRECT' }),
        claim: claim === null ? { text: 'Something is so.' } : keyOf(claim),
      }
    })
    // Two statements of one act with one content are one statement written twice.
    .filter((_, index) => {
      const identity = ({ content, act }: Draft['statements'][number]) =>
        JSON.stringify([
          content.map(({ start, end }) => [start, end]),
          act !== null && act < acts.length ? act : null,
        ])
      return statements.findIndex((one) => identity(one) === identity(statements[index]!)) === index
    })
  return {
    article: {
      key: 'random',
      outlet: agentKey(0, keyOf),
      text: words.join(' '),
      ...(published !== null && { published }),
    },
    agents: Object.fromEntries(AGENTS.map((agent, index) => [agentKey(index, keyOf), agent])),
    claims: Object.fromEntries([0, 1, 2].map((index) => [keyOf(index), { text: `Claim ${index}.` }])),
    acts: Object.fromEntries(
      acts.map(({ by, source, cue, outer }, index): [string, JsonObject] => [
        keyOf(index),
        {
          by: [agentKey(by, keyOf)],
          ...(source && { source: selector(words, source) }),
          ...(cue && { cue: selector(words, cue) }),
          // Outward means a higher number, so that no chain runs in a circle.
          ...(outer !== null && outer > index && outer < acts.length && { reportedIn: keyOf(outer) }),
          ...said(index),
        },
      ]),
    ),
    statements: made.map((statement, index) => ({ ...statement, key: keyOf(index) })),
  }
}

/** A right document, the same with its local keys named otherwise, and the places that its statements hold. */
export const randomDocument = draft.map((one) => ({
  document: documentOf(one, (index) => `k${index}`),
  renamed: documentOf(one, (index) => `z${9 - index}`),
  text: one.words.join(' ').normalize('NFC'),
  contents: one.statements.map(({ content }) =>
    content.map((range) => {
      const { start, end, exact } = placeOf(one.words, range)
      return { start, end, exact }
    }),
  ),
}))

/** The same JSON with the keys of every object, and the statements, in another order. */
export function shuffled(value: Json, seed: number): Json {
  let state = seed
  const order = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
        return { item, rank: state }
      })
      .sort((a, b) => a.rank - b.rank)
      .map(({ item }) => item)
  const shuffle = (part: Json, key: string): Json => {
    if (Array.isArray(part)) {
      const items = part.map((item) => shuffle(item, ''))
      return key === 'statements' ? order(items) : items
    }
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(order(Object.entries(part)).map(([name, item]) => [name, shuffle(item, name)]))
  }
  return shuffle(value, '')
}

export interface Corruption {
  /** Which of the values of the document, counted from the outside in. */
  readonly at: number
  readonly kind: 'delete' | 'replace' | 'add' | 'move'
  readonly value: unknown
  readonly name: string
}

const NAMES = [
  'text',
  'key',
  'as',
  'act',
  'claim',
  'part',
  'url',
  'basis',
  'nonsense',
  'constructor',
  '__proto__',
  'a b',
  'é',
]

/** Something done to a document that may make it wrong. */
export const corruption: fc.Arbitrary<Corruption> = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('delete' as const, 'replace' as const, 'add' as const, 'move' as const),
  value: fc.oneof(
    fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      1.5,
      7,
      1e300,
      '',
      ' ',
      'k0',
      'k1',
      'the',
      'x'.repeat(400),
      '2025-02-30',
    ),
    fc.constantFrom<unknown>(
      '\ud83d',
      'a\0b',
      '\u202eab',
      'http://x',
      'cafe\u0301',
      'INHERITED',
      'EXTERNAL',
      'UNNAMED',
    ),
    fc.constantFrom<unknown>(
      [],
      {},
      [[]],
      ['k0'],
      { exact: 'the' },
      { start: 3, end: 1 },
      { text: 'x' },
      { key: 'x' },
    ),
    fc.jsonValue({ maxDepth: 2 }),
  ),
  name: fc.constantFrom(...NAMES),
})

/** A copy of a document with a corruption done to it. */
export function corrupted(document: unknown, { at, kind, value, name }: Corruption): unknown {
  const root = { document: structuredClone(document) }
  const places: { parent: Record<string, unknown> | unknown[]; key: string | number }[] = []
  const walk = (parent: Record<string, unknown> | unknown[], key: string | number) => {
    places.push({ parent, key })
    const part = (parent as Record<string, unknown>)[key]
    if (typeof part !== 'object' || part === null) return
    for (const inner of Array.isArray(part) ? part.keys() : Object.keys(part)) walk(part as unknown[], inner)
  }
  walk(root, 'document')
  const { parent, key } = places[at % places.length]!
  const holder = parent as Record<string, unknown>
  const part = holder[key]
  if (kind === 'replace') holder[key] = value
  else if (kind === 'move') {
    const other = places[(at * 7 + 3) % places.length]!
    holder[key] = structuredClone((other.parent as Record<string, unknown>)[other.key])
  } else if (kind === 'delete') {
    if (Array.isArray(parent)) parent.splice(Number(key), 1)
    else delete holder[key]
  } else if (Array.isArray(part)) part.push(value)
  else if (typeof part === 'object' && part !== null)
    Object.defineProperty(part, name, { value, enumerable: true, configurable: true, writable: true })
  return root.document
}
