import { ascendingKey } from '../date-order.ts'
import { foldCase } from '../fold-case.ts'
import type { Polarity } from '../vocabulary.ts'
import {
  type Carried,
  type DriftPair,
  type DriftStatement,
  type DriftWorld,
  isUnnamedSource,
  namedIds,
} from './drift-world.ts'

/**
 * Which statement is compared with which: each with at most one other, its `from`, of another article.
 *
 * Two statements are compared only where a thread leads from one article to the other. In this order:
 *
 * 1. a hop of the statement cites the article of `from`;
 * 2. its article derives from that of `from`;
 * 3. its article cites that of `from`;
 * 4. both are of one occasion;
 * 5. both were taken from one article, by derivation or by a hop, or came through one outlet ("told Altwire"), whether
 *    that outlet's report is in the graph or not;
 * 6. its act leaves occasion and date open, its article reports one occasion alone, and `from` is of that.
 *
 * In 1 to 3 the thread leads to an article. In 4 to 6 it joins several, and `from` is in the first: those that take from
 * no other carrier of the group come before those that do, then the earliest published, then the longest chain, then the
 * least id. What is in that article has no `from` on this thread. Of two articles that take from each other, the first in
 * this order is not compared with the second.
 *
 * Along a thread these belong together, and the first that is found is `from`:
 *
 * - the same source (one origin, or a named speaker or principal in common) for the same side of the claim;
 * - the same named source for the other side, then for an alternative claim;
 * - only where a hop cites, where the article derives, or of one occasion: another source for the same side of the
 *   claim; and, save for the occasion, for an alternative claim, sources of one sort (unnamed, own voice) first;
 * - of 5, two unnamed sources for alternative claims: they share their way in (rule 4 of `docs/origins.md`).
 *
 * Save for the first, nothing is compared with a statement whose source the own article has too for that side: then it
 * did not become another one. So two persons who speak at one event in one report are not each other's drift. A common
 * speaker alone is no thread, and an own voice that its article also attributes is not compared: the reader is told
 * whose words they are. Several statements of `from`'s article may fit: then the one with the same words, else one of
 * the same place (headline or text), then the one with the longest chain, then the least id.
 *
 * Linear in statements and what each names: no statement is held against every other.
 */
export function pairsOf(world: DriftWorld): DriftPair[] {
  const articles = new Map(world.articles.map((article) => [article.id, article]))
  const carried = world.statements.flatMap((statement): Carried[] => {
    const article = articles.get(statement.articleId)
    return article ? [{ statement, article }] : []
  })
  const attributed = new Set(
    carried
      .filter(({ statement }) => statement.chain.length > 0)
      .flatMap(({ statement }) => originMatches(statement).map((match) => inArticle(statement, match))),
  )
  const isEcho = ({ statement }: Carried) =>
    statement.chain.length === 0 &&
    originMatches(statement).some((match) => attributed.has(inArticle(statement, match)))
  const compared = carried.filter((one) => !isEcho(one))
  const index = new CarrierIndex(compared)
  const toldApart = new Set(
    world.otherUtterances.flatMap(([left, right]) => [`${left} ${right}`, `${right} ${left}`]),
  )
  return compared
    .flatMap((to): DriftPair[] => {
      const from = fromOf(to, index)
      return from && !toldApart.has(`${from.statement.id} ${to.statement.id}`) ? [{ from, to }] : []
    })
    .sort((a, b) => compareText(inOrder(a.to), inOrder(b.to)))
}

const inOrder = ({ statement, article }: Carried) =>
  `${ascendingKey(article.published)} ${article.id} ${statement.id}`
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Keys under which a statement is found, and looked for. */
const side = (claimId: string, polarity: Polarity) => JSON.stringify([claimId, polarity])
const opposite = (polarity: Polarity): Polarity => (polarity === 'POSITIVE' ? 'NEGATIVE' : 'POSITIVE')
const ownSide = ({ claimId, polarity }: DriftStatement) => side(claimId, polarity)
const inArticle = ({ articleId }: DriftStatement, match: string) => `${match} in ${articleId}`

const originMatches = (statement: DriftStatement) =>
  statement.originKeys.toSorted().map((key) => `origin ${key} of ${ownSide(statement)}`)
const agentMatches = (statement: DriftStatement, of = ownSide(statement)) =>
  namedIds(statement.chain[0]).map((id) => `agent ${id} of ${of}`)
const sameSource = (statement: DriftStatement) => [...originMatches(statement), ...agentMatches(statement)]
const turned = (statement: DriftStatement) =>
  agentMatches(statement, side(statement.claimId, opposite(statement.polarity)))
const anySource = (statement: DriftStatement) => [`claim ${ownSide(statement)}`]

/** Of any claim of the group: read for alternatives alone. */
const anyClaim = ({ polarity }: DriftStatement) => `any claim, ${polarity}`
const moved = (statement: DriftStatement) => agentMatches(statement, anyClaim(statement))
const sourceSort = ({ chain: [innermost] }: DriftStatement) =>
  innermost === undefined ? 'own voice' : isUnnamedSource(innermost) ? 'unnamed' : 'named'
const sameSort = (statement: DriftStatement) => [`${sourceSort(statement)} of ${anyClaim(statement)}`]

const matchesOf = (statement: DriftStatement) => [
  ...sameSource(statement),
  ...anySource(statement),
  ...moved(statement),
  ...sameSort(statement),
  anyClaim(statement),
]

const articleThread = (id: string) => `article ${id}`
const occasionThread = (id: string) => `occasion ${id}`
const takenThread = (id: string) => `taken from ${id}`
const outletThread = (id: string) => `through ${id}`

const occasionsOf = ({ chain }: DriftStatement) => chain.flatMap(({ occasionId }) => occasionId ?? [])
const outletsOf = ({ chain }: DriftStatement) =>
  chain.flatMap(({ by }) => by.filter(({ kind }) => kind === 'OUTLET').map(({ id }) => id))
const citedBy = ({ chain }: DriftStatement) => chain.flatMap(({ citesId }) => citesId ?? [])
const takenOf = ({ article }: Carried, kind: 'DERIVED_FROM' | 'CITES') =>
  article.carriage
    .filter(({ accepted, carriageKind }) => accepted && carriageKind === kind)
    .map(({ articleId }) => articleId)
const distinct = (ids: readonly string[]) => [...new Set(ids)].sort()

/** The occasion of an act that leaves occasion and date open, in an article that reports one alone. */
function openOccasion({ statement, article }: Carried): string[] {
  const [innermost] = statement.chain
  if (!innermost || occasionsOf(statement).length > 0) return []
  if (innermost.said.earliest !== null || innermost.said.latest !== null) return []
  const occasions = distinct(article.occasionIds)
  return occasions.length === 1 ? occasions : []
}

/** Threads on which others find a statement. */
function threadsOf(one: Carried): string[] {
  const { statement, article } = one
  return distinct([
    articleThread(article.id),
    takenThread(article.id),
    ...[...takenOf(one, 'DERIVED_FROM'), ...citedBy(statement)].map(takenThread),
    ...[article.outlet.id, ...outletsOf(statement)].map(outletThread),
    ...occasionsOf(statement).map(occasionThread),
  ])
}

type Matches = (statement: DriftStatement) => string[]
const RELATED: readonly Matches[] = [sameSource, turned, moved]
const COPIED: readonly Matches[] = [...RELATED, anySource, sameSort, (one) => [anyClaim(one)]]
const AT_ONE_EVENT: readonly Matches[] = [...RELATED, anySource]

function fromOf(to: Carried, index: CarrierIndex): Carried | null {
  const { statement } = to
  const siblings: readonly Matches[] = sourceSort(statement) === 'unnamed' ? [...RELATED, sameSort] : RELATED
  const steps: readonly (readonly [threads: readonly string[], matches: readonly Matches[]])[] = [
    [distinct(citedBy(statement)).map(articleThread), COPIED],
    [distinct(takenOf(to, 'DERIVED_FROM')).map(articleThread), COPIED],
    [distinct(takenOf(to, 'CITES')).map(articleThread), RELATED],
    [distinct(occasionsOf(statement)).map(occasionThread), AT_ONE_EVENT],
    [
      distinct([
        ...[...takenOf(to, 'DERIVED_FROM'), ...citedBy(statement)].map(takenThread),
        ...outletsOf(statement).map(outletThread),
      ]),
      siblings,
    ],
    [openOccasion(to).map(occasionThread), [sameSource]],
  ]
  for (const [threads, kinds] of steps)
    for (const matches of kinds) {
      const found = threads
        .flatMap((thread) => matches(statement).flatMap((match) => index.find(thread, match, to) ?? []))
        .filter((from) => !index.isMutual(from, to) || index.precedes(from, to))
        .filter((from) => matches === sameSource || isChangeOf(from, to, matches, index))
      if (found.length > 0) return found.reduce((a, b) => (index.precedes(b, a) ? b : a))
    }
  return null
}

/** Whether `to` can be what became of `from`: not where its article has the source of `from` too. */
function isChangeOf(from: Carried, to: Carried, matches: Matches, index: CarrierIndex): boolean {
  const sameClaim = from.statement.claimId === to.statement.claimId
  if (sameClaim !== (matches === turned || matches === anySource)) return false
  return !sameSource(from.statement).some((match) => index.carries(articleThread(to.article.id), match))
}

interface Shelf {
  first: Carried
  /** The fitting ones of each article. */
  readonly articles: Map<
    string,
    { any: Carried; headline?: Carried; text?: Carried; readonly words: Map<string, Carried> }
  >
}

/** Statements by thread and match. */
class CarrierIndex {
  readonly #shelves = new Map<string, Shelf>()
  /** The carriers that an article takes from. */
  readonly #takes = new Map<string, Set<string>>()
  readonly #ranks = new Map<string, readonly [string, number, string]>()

  constructor(all: readonly Carried[]) {
    const carriers = new Set(all.map(({ article }) => article.id))
    for (const one of all)
      for (const id of takenOf(one, 'DERIVED_FROM').concat(takenOf(one, 'CITES'), citedBy(one.statement)))
        if (id !== one.article.id && carriers.has(id))
          this.#takes.set(one.article.id, (this.#takes.get(one.article.id) ?? new Set()).add(id))
    for (const { statement, article } of all)
      this.#ranks.set(statement.id, [
        `${this.#takes.has(article.id) ? 1 : 0} ${ascendingKey(article.published)}`,
        -statement.chain.length,
        statement.id,
      ])
    for (const one of all)
      for (const thread of threadsOf(one))
        for (const match of matchesOf(one.statement)) this.#add(`${match} on ${thread}`, one)
  }

  /** Whether each of two articles takes from the other. */
  isMutual(a: Carried, b: Carried): boolean {
    const takes = (one: Carried, other: Carried) => this.#takes.get(one.article.id)?.has(other.article.id)
    return takes(a, b) === true && takes(b, a) === true
  }

  /** By source before copy, publication, length of chain, id. */
  precedes(a: Carried, b: Carried): boolean {
    const [left, right] = [this.#ranks.get(a.statement.id)!, this.#ranks.get(b.statement.id)!]
    const at = left.findIndex((value, index) => value !== right[index])
    return at >= 0 && left[at]! < right[at]!
  }

  carries(thread: string, match: string): boolean {
    return this.#shelves.has(`${match} on ${thread}`)
  }

  /** The statement of the first article on this shelf that fits best; none where `to` is in that article. */
  find(thread: string, match: string, to: Carried): Carried | null {
    const shelf = this.#shelves.get(`${match} on ${thread}`)
    if (!shelf || shelf.first.article.id === to.article.id) return null
    const { any, words, ...zones } = shelf.articles.get(shelf.first.article.id)!
    return words.get(foldCase(to.statement.text)) ?? zones[zoneOf(to.statement)] ?? any
  }

  #add(key: string, one: Carried) {
    const shelf = this.#shelves.get(key) ?? { first: one, articles: new Map() }
    this.#shelves.set(key, shelf)
    if (this.precedes(one, shelf.first)) shelf.first = one
    const fitting = shelf.articles.get(one.article.id) ?? { any: one, words: new Map<string, Carried>() }
    shelf.articles.set(one.article.id, fitting)
    const better = (than: Carried | undefined) => (than && !this.precedes(one, than) ? than : one)
    fitting.any = better(fitting.any)
    const zone = zoneOf(one.statement)
    fitting[zone] = better(fitting[zone])
    const words = foldCase(one.statement.text)
    fitting.words.set(words, better(fitting.words.get(words)))
  }
}

const zoneOf = ({ zone }: DriftStatement) => (zone === 'HEADLINE' ? 'headline' : 'text')
