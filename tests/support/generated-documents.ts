import {
  AGENT_KINDS,
  type AgentKind,
  CERTAINTIES,
  CUE_STANCES,
  POLARITIES,
  RESPONSE_STANCES,
  SPEECH_ACTS,
} from '../../src/domain/vocabulary.ts'
import type { ArticleDocument, DocumentAct, DocumentStatement } from '../../src/ingest/article-document.ts'

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Random = ReturnType<typeof randomNumbers>
const pick = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)]!
const some = <T>(random: Random, items: readonly T[], most: number): T[] => {
  const wanted = 1 + Math.floor(random() * most)
  return [...new Set(Array.from({ length: wanted }, () => pick(random, items)))]
}

const PUBLISHED = [
  '2025-04-18',
  '2025-04-18T09:30:00Z',
  '2025-04-18T23:30:00-05:00',
  '2025-03',
  '2025',
  '2025-04-10/2025-04-20',
  '2025-05-02',
  undefined,
] as const

type SaidDate = NonNullable<DocumentAct['said']>
const SAID: readonly SaidDate[] = [
  '2025-04-17',
  '2025-04-18T08:00:00Z',
  { basis: 'RELATIVE', edtf: '2025-04-18', phrase: 'on Friday' },
  { basis: 'RELATIVE', edtf: '2025-04', phrase: 'this month' },
  { basis: 'VAGUE', phrase: 'recently' },
  { basis: 'PERIOD', edtf: '2025-03-20/2025-04-02', phrase: 'in the last days of March' },
  { basis: 'ONGOING', phrase: 'continues to' },
  { basis: 'EXTERNAL', edtf: '2024' },
  { basis: 'EXPLICIT', edtf: '2025-04-15/..' },
  { basis: 'UNKNOWN' },
]

const NAMED_KINDS = AGENT_KINDS.filter((kind) => kind !== 'OUTLET' && kind !== 'UNNAMED')
const NOUNS = [
  'Die Straße',
  'ΟΔΟΣ',
  'Tbilisi',
  'L’ÉCOLE',
  'the ferry',
  'İzmir',
  'The Treaty',
  '🚢 Aurora',
] as const
const VERBS = ['sank', 'WAS SIGNED', 'wird geschlossen', 'reopens', 'ist naïve', '“collapsed”'] as const

/** Words that stand in some text, as filters ask for them: other cases, parts of words, and words that stand nowhere. */
export const WORDS = [
  'strasse',
  'STRAẞE',
  'οδος',
  'école',
  'ecole',
  'FERRY',
  'i̇zmir',
  '🚢',
  'signed',
  ' t',
  '',
  'zz',
]

export interface WorldSize {
  readonly articles: number
  readonly statements: number
}

/**
 * Documents of a small world, the same for the same seed: several outlets, joint speakers, spokesmen, unnamed sources,
 * relays to four hops, hops known from elsewhere, citations, shared claims and occasions, every vocabulary and dates of
 * all kinds. After the first documents of all articles come later ones of two of them: the same text with statements
 * left out, which rejects them, and a new text without some of its sentences, which supersedes those.
 */
export function generatedWorld(
  seed: number,
  { articles, statements }: WorldSize = { articles: 8, statements: 9 },
): ArticleDocument[] {
  const random = randomNumbers(seed)
  const first = Array.from({ length: articles }, (_, index) => generatedArticle(random, index, statements))
  const [annotatedAgain, printedAgain] = first
  const fewer = { ...annotatedAgain!, statements: withoutAnswers(annotatedAgain!.statements.slice(2)) }
  const lines = printedAgain!.article.text!.split('\n')
  const kept = printedAgain!.statements.slice(0, -3)
  const shorter = {
    ...printedAgain!,
    article: { ...printedAgain!.article, text: lines.slice(0, -3).join('\n') },
    acts: actsOf(kept, printedAgain!.acts ?? {}),
    statements: kept,
  }
  return [...first, { ...fewer, acts: actsOf(fewer.statements, fewer.acts ?? {}) }, shorter]
}

/** Without answers to statements that are left out. */
function withoutAnswers(statements: readonly DocumentStatement[]): DocumentStatement[] {
  const keys = new Set(statements.map(({ key }) => key))
  return statements.map(({ respondsTo, ...statement }) => ({
    ...statement,
    respondsTo: (respondsTo ?? []).filter((answer) => keys.has(answer.statement as string)),
  }))
}

function actsOf(statements: readonly DocumentStatement[], acts: Readonly<Record<string, DocumentAct>>) {
  const used = new Set<string>()
  for (const { act } of statements)
    for (let key = act; key !== undefined; key = acts[key]!.reportedIn) used.add(key)
  return Object.fromEntries(Object.entries(acts).filter(([key]) => used.has(key)))
}

const addressOf = (index: number) => `https://news${index % 3}.example.org/story-${index}`

function generatedArticle(random: Random, index: number, count: number): ArticleDocument {
  const agents = generatedAgents(index)
  const speakers = Object.keys(agents).filter((key) => !['printer', 'somebody'].includes(key))
  let hasUnspecified = false
  const acts: Record<string, DocumentAct> = {}
  const statements: DocumentStatement[] = []
  const lines: string[] = []
  const title = index % 2 === 0 ? `Story ${index}: ${pick(random, NOUNS)} ${pick(random, VERBS)}` : undefined
  if (title !== undefined)
    statements.push({ content: { exact: title, part: 'TITLE' }, claim: claimOf(random), key: `s${index}` })

  for (let place = 0; place < count; place++) {
    const content = `${pick(random, NOUNS)} ${pick(random, VERBS)} n${index}x${place}e`
    const depth = Math.floor(random() * 5)
    const keys = Array.from({ length: depth }, (_, hop) => `h${place}-${hop}`)
    const words = keys.map((key) => `src${key}e says${key}e`)
    lines.push(`${content}; ${words.join(', ')}.`)
    keys.forEach((key, hop) => {
      acts[key] = {
        by: some(random, speakers, 2),
        source: `src${key}e`,
        cue: `says${key}e`,
        cueStance: pick(random, CUE_STANCES),
        mode: pick(random, ['SPEECH', 'WRITING', 'BELIEF', 'UNSPECIFIED']),
        basis: pick(random, ['STATED', 'STATED', 'INFERRED', 'EXTERNAL']),
        said: pick(random, SAID),
        ...(random() < 0.3 ? { to: some(random, speakers, 2) } : {}),
        ...(random() < 0.3 ? { onBehalfOf: some(random, speakers, 2) } : {}),
        ...(random() < 0.3 ? { occasion: pick(random, ['summit', 'call']) } : {}),
        ...(random() < 0.3 ? { place: pick(random, ['rome', { place: 'rome', basis: 'INFERRED' }]) } : {}),
        ...(random() < 0.2 ? { cites: { url: addressOf(Math.floor(random() * 10)) } } : {}),
        ...(hop + 1 < depth ? { reportedIn: keys[hop + 1]! } : {}),
      }
    })
    if (depth > 0 && !hasUnspecified) {
      acts[keys[0]!] = { ...acts[keys[0]!]!, by: ['somebody'] }
      hasUnspecified = true
    }
    const answered = statements.at(-1)?.key
    statements.push({
      key: `s${index}-${place}`,
      ...(depth > 0 ? { act: keys[0]! } : {}),
      content,
      claim: claimOf(random),
      ...quotation(random, depth, content),
      speechAct: pick(random, SPEECH_ACTS),
      certainty: pick(random, CERTAINTIES),
      polarity: pick(random, POLARITIES),
      zone: pick(random, ['BODY', 'BODY', 'HEADING', 'CAPTION']),
      status: pick(random, ['ACCEPTED', 'ACCEPTED', 'PROPOSED']),
      ...(answered !== undefined && random() < 0.3
        ? { respondsTo: [{ stance: pick(random, RESPONSE_STANCES), statement: answered }] }
        : {}),
    })
  }
  const published = PUBLISHED[index % PUBLISHED.length]
  return {
    article: {
      url: addressOf(index),
      outlet: 'printer',
      language: pick(random, ['en', 'de', 'el']),
      ...(published === undefined ? {} : { published }),
      ...(title === undefined ? {} : { title }),
      text: lines.join('\n'),
    },
    recorded: { by: 'generator', method: 'IMPORTED' },
    agents,
    places: { rome: { name: 'Rome' } },
    occasions: {
      summit: { key: 'summit-2025', label: 'The summit', when: '2025-04-17', place: 'rome' },
      call: { label: `The call of story ${index}` },
    },
    acts,
    statements,
  }
}

const claimOf = (random: Random) => {
  const number = Math.floor(random() * 12)
  return { key: `claim-${number}`, text: `${NOUNS[number % NOUNS.length]} is claim number ${number}.` }
}

function quotation(random: Random, depth: number, content: string): Partial<DocumentStatement> {
  if (depth === 0) return {}
  const quoteType = pick(random, ['DIRECT', 'MIXED', 'INDIRECT', 'REPORTED'] as const)
  return quoteType === 'MIXED' ? { quoteType, quoted: content.split(' ').at(-1)! } : { quoteType }
}

function generatedAgents(index: number): NonNullable<ArticleDocument['agents']> {
  const named = NAMED_KINDS.map((kind: AgentKind, number) => [
    `named${number}`,
    { kind, name: `${kind[0]}${kind.slice(1).toLowerCase()} ${index % 2}` },
  ])
  return {
    printer: { kind: 'OUTLET', name: `News ${index % 3}` },
    wire: { kind: 'OUTLET', name: 'The Wire' },
    ...(Object.fromEntries(named) as NonNullable<ArticleDocument['agents']>),
    officials: { kind: 'UNNAMED', name: 'Two officials', reason: 'ANONYMOUS', size: 2 },
    somebody: { kind: 'UNNAMED', name: 'reportedly', reason: 'UNSPECIFIED' },
  }
}
