import { articleId, claimId, namedAgentId, occasionId } from '../../src/domain/identity.ts'
import type { ArticleDocument } from '../../src/ingest/article-document.ts'
import { planArticle } from '../../src/ingest/plan-article.ts'
import type { Database } from '../../src/store/database.ts'
import { putArticle } from '../../src/store/put-article.ts'

/** What stands in many lists at once, and one of each that does not, to compare with. */
export interface LargeGraph {
  /** Current statements in all. */
  readonly statements: number
  readonly articles: number
  /** Speaks half of all statements. */
  readonly hubSpeaker: string
  /** Relays a third of all statements, and is told them. */
  readonly hubRelay: string
  /** Printed four articles of five. */
  readonly hubOutlet: string
  /** Expressed by one statement of sixteen. */
  readonly hubClaim: string
  /** A twentieth of all statements was said there. */
  readonly hubOccasion: string
  /** Holds 300 statements where the first others hold 50. */
  readonly hubArticle: string
  /** Of its facts every second one is closed: its articles were dated anew. */
  readonly movedSpeaker: string
  readonly smallSpeaker: string
  readonly smallOutlet: string
}

const STATEMENTS_PER_ARTICLE = 50
const STATEMENTS_OF_HUB_ARTICLE = 300
/** Articles by number before which none is long. */
const FIRST_LONG_ARTICLE = 30
/** One article in so many is dated anew after it was stored. */
const MOVED_ONE_IN = 20

const agent = (kind: 'PERSON' | 'OUTLET' | 'GOVERNMENT', name: string) => ({ kind, name })
const HUB_SPEAKER = agent('PERSON', 'Hanna Hub')
const HUB_RELAY = agent('OUTLET', 'The Great Wire')
const HUB_OUTLET = agent('OUTLET', 'The Large Gazette')
const MOVED_SPEAKER = agent('PERSON', 'Mona Moved')
const GOVERNMENT = agent('GOVERNMENT', 'The Government of Hubland')
const idOf = ({ kind, name }: ReturnType<typeof agent>) => namedAgentId(kind, name, null)
const otherSpeaker = (index: number) => agent('PERSON', `Speaker ${index}`)
const smallOutlet = (index: number) => agent('OUTLET', `The Small Paper ${index}`)

/**
 * Stores generated articles until there are so many statements, by the one path by which articles come in, then lets
 * the planner count anew. Always the same graph for the same numbers. `onArticle` is told how many statements are stored;
 * `longArticle` is how many an article holds from the thirtieth on that keeps its date: fewer articles are sooner stored,
 * and their claims have words of their own, so that none is like another.
 */
export async function loadLargeGraph(
  database: Database,
  statements: number,
  {
    onArticle = () => undefined,
    longArticle = STATEMENTS_PER_ARTICLE,
  }: { readonly onArticle?: (stored: number) => void; readonly longArticle?: number } = {},
): Promise<LargeGraph> {
  let stored = 0
  let articles = 0
  for (const [index, document] of largeDocuments(statements, longArticle)) {
    await putDocument(database, document)
    if (isMoved(index)) await putDocument(database, datedAnew(document))
    stored += document.statements.length
    articles += 1
    onArticle(stored)
  }
  await database.runSchemaStatement('CALL db.awaitIndexes(120)')
  // The planner's counts are those of the empty database otherwise.
  await database.runSchemaStatement('CALL db.prepareForReplanning()')
  return {
    statements: stored,
    articles,
    hubSpeaker: idOf(HUB_SPEAKER),
    hubRelay: idOf(HUB_RELAY),
    hubOutlet: idOf(HUB_OUTLET),
    hubClaim: claimId({ key: 'hub' }),
    hubOccasion: occasionId({ key: 'summit' }),
    hubArticle: articleId({ key: 'large-0' }),
    movedSpeaker: idOf(MOVED_SPEAKER),
    smallSpeaker: idOf(otherSpeaker(106)),
    smallOutlet: idOf(smallOutlet(0)),
  }
}

/** Plans a document and stores it; a mistake of the generator is an error. */
export async function putDocument(database: Database, document: ArticleDocument): Promise<void> {
  const planned = planArticle(document)
  if (!planned.ok) throw new Error(JSON.stringify(planned.problems.slice(0, 3)))
  await putArticle(database, planned.plan, { now: () => new Date() })
}

function* largeDocuments(
  statements: number,
  longArticle: number,
): Generator<[index: number, ArticleDocument]> {
  for (let index = 0, left = statements; left > 0; index += 1) {
    const isLong = index >= FIRST_LONG_ARTICLE && !isMoved(index)
    const usual = isLong ? longArticle : STATEMENTS_PER_ARTICLE
    const wanted = index === 0 ? STATEMENTS_OF_HUB_ARTICLE : usual
    const count = Math.min(left, wanted)
    yield [index, largeDocument(index, count, { ownWords: usual > STATEMENTS_PER_ARTICLE })]
    left -= count
  }
}

const isMoved = (index: number) => index % MOVED_ONE_IN === 1

function datedAnew(document: ArticleDocument): ArticleDocument {
  const day = new Date(`${document.article.published as string}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 3)
  return { ...document, article: { ...document.article, published: day.toISOString().slice(0, 10) } }
}

/** One article: half of it said by the hub speaker, some of that through the wire, the rest by many and by itself. */
export function largeDocument(index: number, count: number, { ownWords = false } = {}): ArticleDocument {
  const published = new Date(Date.UTC(2020, 0, 1 + ((index * 37) % 1_000))).toISOString().slice(0, 10)
  const isUndated = index % 20 === 7
  // Where a claim is like no other, up to sixteen statements express it, else up to four.
  const claimOf = (at: number) => (ownWords ? at >> 4 : at >> 2)
  const sentences = Array.from({ length: count }, (_, at) => `Sentence ${at} of report ${index} stands here.`)
  const starts = sentences.map((_, at) => at + sentences.slice(0, at).join('').length)
  const speakers = [0, 1, 2].map((n) => (index * 3 + n) % 200)
  const said = { basis: 'RELATIVE' as const, edtf: published, phrase: 'on the day' }
  return {
    article: {
      key: `large-${index}`,
      outlet: index % 5 === 4 ? `outlet-${index % 4}` : 'gazette',
      language: index % 3 === 0 ? 'de' : 'en',
      ...(isUndated ? {} : { published }),
      title: `Report ${index}`,
      text: sentences.join(' '),
    },
    agents: {
      hub: HUB_SPEAKER,
      wire: HUB_RELAY,
      government: GOVERNMENT,
      gazette: HUB_OUTLET,
      moved: MOVED_SPEAKER,
      ...(index % 5 === 4 ? { [`outlet-${index % 4}`]: smallOutlet(index % 4) } : {}),
      ...Object.fromEntries(speakers.map((speaker) => [`speaker-${speaker}`, otherSpeaker(speaker)])),
      insider: { kind: 'UNNAMED', name: 'an insider', reason: 'ANONYMOUS' },
    },
    places: { hall: { name: 'The Hall' } },
    occasions: { summit: { key: 'summit', label: 'The summit' } },
    claims: {
      hub: { key: 'hub', text: 'The hub turns.', language: 'en' },
      ...Object.fromEntries(
        [...new Set(sentences.map((_, at) => claimOf(at)))].map((group) => [
          `claim-${group}`,
          {
            key: `claim ${index} ${group}`,
            text: ownWords
              ? `Claim${group}of${index} stands${group}in${index}.`
              : `Claim ${group} of report ${index} is so.`,
          },
        ]),
      ),
    },
    acts: {
      'hub-said': {
        by: ['hub'],
        onBehalfOf: ['government'],
        said,
        place: 'hall',
        // In one article of ten, half of the statements.
        ...(index % 10 === 3 ? { occasion: 'summit' } : {}),
      },
      'hub-told': { by: ['hub'], to: ['wire'], said, reportedIn: 'wire-reported' },
      'wire-reported': {
        by: ['wire'],
        // Ten reports each go back to one of them.
        ...(index % 10 > 0 ? { cites: { key: `large-${index - (index % 10)}` } } : {}),
      },
      'insider-said': { by: ['insider'], said: { basis: 'UNKNOWN' } },
      ...Object.fromEntries(
        speakers.map((speaker, n) => [
          `speaker-${speaker}-said`,
          // Some speak jointly.
          { by: n === 0 ? [`speaker-${speaker}`, 'government'] : [`speaker-${speaker}`], said },
        ]),
      ),
      'moved-said': { by: ['moved'], said: { basis: 'VAGUE', phrase: 'lately' } },
    },
    statements: sentences.map((sentence, at) => {
      const act = actOf(index, at, speakers)
      return {
        key: `s${at}`,
        content: { start: starts[at]!, end: starts[at]! + sentence.length - 1 },
        claim: at % 16 === 0 ? 'hub' : `claim-${claimOf(at)}`,
        ...(act === null ? {} : { act, quoteType: 'INDIRECT' as const }),
        ...(at % 10 === 5 ? { supports: [`s${at - 1}`] } : {}),
        ...(at > 0 && at % 16 === 0 ? { respondsTo: [{ stance: 'REJECTS' as const, statement: 's0' }] } : {}),
      }
    }),
  }
}

function actOf(index: number, at: number, speakers: readonly number[]): string | null {
  const turn = at % 12
  if (turn < 6) return turn < 4 ? (index % 10 === 3 ? 'hub-said' : 'hub-told') : 'hub-said'
  if (turn === 6) return null
  if (turn === 7) return 'insider-said'
  return isMoved(index) ? 'moved-said' : `speaker-${speakers[turn % 3]}-said`
}
