import type {
  AgentDescription,
  AnnotatedArticle,
  ClaimDescription,
  Derivation,
  OccasionDescription,
  PlannedArticle,
  PlannedAttribution,
  PlannedStatement,
  PlannedVersion,
} from '../domain/annotated-article.ts'
import { articleId, articleVersionId, claimId, contentHash, statementId } from '../domain/identity.ts'
import { instantText } from '../domain/instant.ts'
import { unknownDate, writtenDateOf } from '../domain/uncertain-date.ts'
import type {
  ArticleDocument,
  DocumentArticleReference,
  DocumentClaim,
  DocumentStatementReference,
} from './article-document.ts'
import { DateReader } from './document-dates.ts'
import { type DocumentProblem, type PathPart, ProblemList } from './document-problems.ts'
import { checkReferences } from './document-references.ts'
import { checkQuotedWithinContent, checkRules, warnOfRepeats } from './document-rules.ts'
import { readShape } from './document-shape.ts'
import { SpanReader } from './document-spans.ts'
import {
  agentIds,
  claimIds,
  occasionIds,
  placeIds,
  readArticleReference,
  readUrl,
} from './plan-identities.ts'
import { type PlacedStatement, placeActs, placeStatements, readActWords } from './plan-statements.ts'
import { UNREAD } from './read-part.ts'

export type PlannedDocument =
  | { readonly ok: true; readonly plan: AnnotatedArticle; readonly warnings: readonly string[] }
  | {
      readonly ok: false
      readonly problems: readonly DocumentProblem[]
      readonly warnings: readonly string[]
    }

/**
 * Turns an unknown input into an annotated article, or into everything that is wrong with it. Pure: it needs no
 * database, so the same document always gives the same plan.
 */
export function planArticle(input: unknown): PlannedDocument {
  const list = new ProblemList()
  const plan = planOf(input, list)
  const { problems, warnings } = list
  if (plan !== null && problems.length === 0) return { ok: true, plan, warnings }
  return { ok: false, problems, warnings }
}

function planOf(input: unknown, list: ProblemList): AnnotatedArticle | null {
  const document = readShape(input, list)
  if (document === null) return null
  checkRules(document, list)
  checkReferences(document, list)

  const readable = (words: string | undefined) => (words === undefined || words === UNREAD ? null : words)
  const { text, textFile } = document.article
  if (textFile !== undefined)
    list.report(
      ['article', 'textFile'],
      textFile,
      text === undefined
        ? 'Only the command line reads a text file: give the text itself as `article.text`.'
        : 'Only the command line reads a text file, and the text is given: leave this out.',
    )
  else if (text === undefined) list.report(['article', 'text'], null, 'The text of the article is required.')
  const spans = new SpanReader(readable(document.article.title), readable(text), list)
  const dates = new DateReader(document, list)
  const article = planArticleRecord(document, dates, list)
  const version = planVersion(document, article.id, spans, dates, list)

  const actWords = readActWords(document.acts ?? {}, spans)
  const statements = placeStatements(article.id, document.statements, actWords, document.claims ?? {}, spans)
  checkQuotedWithinContent(statements, list)
  warnOfRepeats(statements, list)
  const acts = placeActs(article.id, actWords, statements)
  dates.placeActs(acts.map(({ key }) => key))
  const ids: LocalIds = {
    agents: agentIds(document, article.id, list),
    places: placeIds(document, list),
    occasions: occasionIds(document, article.id, list),
    claims: claimIds(document, firstStatementsOf(statements), list),
    acts: new Map(acts.map(({ key, id }) => [key, id])),
    statements: new Map(
      statements.flatMap(({ statement, id }) => (statement.key === undefined ? [] : [[statement.key, id]])),
    ),
    statementKeys: statementKeysOf(document, list),
  }
  reportTwice(document, list)
  const told = [...statements, ...unplaced(document, statements)]
  const referenced = new Map<string, string | null>()
  const language = document.article.language ?? 'und'
  // What a machine found waits for a person, unless the document says that one looked at it.
  const review = document.recorded?.method === 'EXTRACTED' ? 'PROPOSED' : 'ACCEPTED'

  return {
    recorded: { by: document.recorded?.by ?? 'unknown', method: document.recorded?.method ?? 'MANUAL' },
    article: {
      ...article,
      outletId: ids.agents.get(document.article.outlet) ?? '',
      authorIds: lookUp(ids.agents, document.article.authors),
      credits: (document.article.credits ?? []).map((credit, index) => ({
        text: credit.text,
        agentId: (credit.agent === undefined ? undefined : ids.agents.get(credit.agent)) ?? null,
        span: spans.read(credit.span, ['article', 'credits', index, 'span'])[0] ?? null,
      })),
      derivedFrom: planDerivations(document, article.id, spans, referenced, list),
    },
    version,
    agents: planAgents(document, ids, dates, list),
    places: Object.entries(document.places ?? {}).map(([key, place]) => ({
      id: ids.places.get(key)!,
      name: place.name,
      sameAs: readUrls(place.sameAs, ['places', key, 'sameAs'], list),
    })),
    occasions: Object.entries(document.occasions ?? {}).map(([key, occasion]): OccasionDescription => {
      const when = dates.occasion(occasion.when, ['occasions', key, 'when'])
      return {
        id: ids.occasions.get(key)!,
        key: occasion.key ?? null,
        label: occasion.label ?? null,
        when: when?.date ?? unknownDate(),
        whenWritten: when?.written ?? null,
        placeId: (occasion.place === undefined ? undefined : ids.places.get(occasion.place)) ?? null,
      }
    }),
    claims: planClaims(document, told, ids, language, list),
    attributions: acts.map(({ id, key, act, source, cue }): PlannedAttribution => {
      const place = typeof act.place === 'string' ? { place: act.place, basis: 'STATED' as const } : act.place
      const said = dates.saidOf(key)
      return {
        id,
        byIds: lookUp(ids.agents, act.by),
        toIds: lookUp(ids.agents, act.to),
        onBehalfOfIds: lookUp(ids.agents, act.onBehalfOf),
        source,
        cue,
        cueStance: act.cueStance ?? 'NEUTRAL',
        mode: act.mode ?? 'UNSPECIFIED',
        basis: act.basis ?? 'STATED',
        said: said.date,
        saidWritten: said.written,
        placeId: (place && ids.places.get(place.place)) ?? null,
        placeBasis: place?.basis ?? null,
        occasionId: (act.occasion === undefined ? undefined : ids.occasions.get(act.occasion)) ?? null,
        citesId: refer(act.cites, ['acts', key, 'cites'], referenced, list),
        reportedInId: (act.reportedIn === undefined ? undefined : ids.acts.get(act.reportedIn)) ?? null,
      }
    }),
    statements: told.map((one, order) => planStatement(one, order, review, ids, dates, list)),
    referencedArticles: [...referenced].map(([id, url]) => ({ id, url })),
  }
}

interface LocalIds {
  readonly agents: ReadonlyMap<string, string>
  readonly places: ReadonlyMap<string, string>
  readonly occasions: ReadonlyMap<string, string>
  readonly claims: ReadonlyMap<string, string>
  readonly acts: ReadonlyMap<string, string>
  readonly statements: ReadonlyMap<string, string>
  /** Keys of all statements, of those included whose place was not found; null where a whole one could not be read. */
  readonly statementKeys: ReadonlySet<string> | null
}

function statementKeysOf({ statements }: ArticleDocument, list: ProblemList): ReadonlySet<string> | null {
  if (list.isUnread(['statements']) || statements.some((_, index) => list.isUnread(['statements', index])))
    return null
  return new Set(statements.flatMap(({ key }) => key ?? []))
}

/** The statements whose place was not found: what else is wrong with them is told all the same. */
function unplaced({ statements }: ArticleDocument, placed: readonly PlacedStatement[]): PlacedStatement[] {
  const known = new Set(placed.map(({ index }) => index))
  return statements.flatMap((statement, index) =>
    known.has(index)
      ? []
      : [{ id: `unplaced ${index}`, statement, index, text: '', content: [], quoted: [] }],
  )
}

const lookUp = (ids: ReadonlyMap<string, string>, keys: readonly string[] | undefined) => [
  ...new Set((keys ?? []).flatMap((key) => ids.get(key) ?? [])),
]

const readUrls = (urls: readonly string[] | undefined, path: readonly PathPart[], list: ProblemList) =>
  (urls ?? []).flatMap((url, index) => readUrl(url, [...path, index], list) ?? [])

function planArticleRecord(
  { article }: ArticleDocument,
  dates: DateReader,
  list: ProblemList,
): Omit<PlannedArticle, 'outletId' | 'authorIds' | 'credits' | 'derivedFrom'> {
  const url = article.url === undefined ? null : readUrl(article.url, ['article', 'url'], list)
  return {
    id: articleId(url === null ? { key: article.key ?? '' } : { url }),
    url,
    key: article.key ?? null,
    language: article.language ?? 'und',
    byline: article.byline ?? null,
    opinion: article.opinion ?? false,
    published: dates.published,
  }
}

/** What the article was taken from, each article once. */
function planDerivations(
  { article: { derivedFrom = [] } }: ArticleDocument,
  self: string,
  spans: SpanReader,
  referenced: Map<string, string | null>,
  list: ProblemList,
): Derivation[] {
  const indexOf = new Map<string, number>()
  return derivedFrom.flatMap(({ article, basis, phrase }, index) => {
    const path = ['article', 'derivedFrom', index]
    const words = spans.read(phrase, [...path, 'phrase'])
    const articleId = refer(article, [...path, 'article'], referenced, list)
    if (articleId === null || list.tellsOf([...path, 'article'])) return []
    const other = indexOf.get(articleId)
    if (articleId === self)
      list.report(
        [...path, 'article'],
        article,
        'This is the article itself: name the one it was taken from.',
      )
    else if (other !== undefined)
      list.report(
        [...path, 'article'],
        article,
        `This is the article of derivedFrom[${other}] already: name each once.`,
      )
    indexOf.set(articleId, index)
    return [{ articleId, basis: basis ?? 'STATED', phrase: words }]
  })
}

function planVersion(
  { article }: ArticleDocument,
  id: string,
  spans: SpanReader,
  dates: DateReader,
  list: ProblemList,
): PlannedVersion {
  const { title = null, text = '' } = article
  const hash = contentHash(title, text)
  return {
    id: articleVersionId(id, hash),
    title,
    text,
    contentHash: hash,
    length: spans.length('TEXT'),
    titleLength: spans.length('TITLE'),
    published: dates.published,
    publishedWritten: writtenDateOf(dates.published),
    modified: dates.read(article.modified, ['article', 'modified']),
    retrievedAt: readInstant(article.retrievedAt, ['article', 'retrievedAt'], list),
  }
}

function readInstant(
  written: string | undefined,
  path: readonly PathPart[],
  list: ProblemList,
): string | null {
  if (written === undefined || list.isUnread(path)) return null
  const instant = instantText(new Date(written))
  if (instant === null)
    list.report(path, written, 'This lies outside the years 0000 to 9999 in UTC, the ones accepted.')
  return instant
}

function planAgents(
  document: ArticleDocument,
  ids: LocalIds,
  dates: DateReader,
  list: ProblemList,
): AgentDescription[] {
  return Object.entries(document.agents ?? {}).map(([key, agent]) => ({
    id: ids.agents.get(key)!,
    kind: agent.kind,
    name: agent.name,
    qualifier: agent.qualifier ?? null,
    aliases: agent.aliases ?? [],
    description: agent.description ?? null,
    sameAs: readUrls(agent.sameAs, ['agents', key, 'sameAs'], list),
    speaksForIds: lookUp(ids.agents, agent.speaksFor),
    partOfIds: lookUp(ids.agents, agent.partOf),
    roles: (agent.roles ?? []).map((role, index) => {
      const held = dates.held(role.held, ['agents', key, 'roles', index, 'held'])
      return {
        title: role.title,
        ofId: (role.of === undefined ? undefined : ids.agents.get(role.of)) ?? null,
        held: held.date,
        heldWritten: held.written,
      }
    }),
    unnamed:
      agent.kind === 'UNNAMED' && agent.reason !== undefined
        ? { reason: agent.reason, size: agent.size ?? null, descriptor: agent.descriptor ?? agent.name }
        : null,
  }))
}

/** The claims, each once: what several parts of the document say of one is put together. */
function planClaims(
  document: ArticleDocument,
  statements: readonly PlacedStatement[],
  ids: LocalIds,
  language: string,
  list: ProblemList,
): ClaimDescription[] {
  const claims = new Map<string, ClaimDescription>()
  const add = (id: string, claim: DocumentClaim, path: readonly PathPart[]) => {
    const known = claims.get(id)
    const isOther =
      known?.text && known.text !== UNREAD && claim.text !== undefined && claim.text !== known.text
    if (isOther)
      list.report(
        [...path, 'text'],
        claim.text,
        `The claim with the key "${claim.key}" has another text in this document, "${known.text}": write it once, in \`claims\`.`,
      )
    if (!known?.text)
      claims.set(id, {
        id,
        key: claim.key ?? null,
        text: claim.text ?? null,
        language: claim.language ?? known?.language ?? language,
      })
  }
  for (const [key, claim] of Object.entries(document.claims ?? {})) {
    const id = ids.claims.get(key)
    if (id !== undefined) add(id, claim, ['claims', key])
    else if (isAnsweredOnly(key, document, list))
      list.report(
        ['claims', key],
        claim,
        'No statement of this document makes this claim, so nothing identifies it: give it a `key`.',
      )
  }
  for (const { statement, id, index } of statements)
    if (typeof statement.claim !== 'string')
      add(inlineClaimId(statement.claim.key, id), statement.claim, ['statements', index, 'claim'])
  return [...claims.values()]
}

const isAnsweredOnly = (key: string, { statements }: ArticleDocument, list: ProblemList) =>
  statements.some(({ respondsTo }) => respondsTo?.some(({ claim }) => claim === key)) &&
  !statements.some(({ claim }, index) => claim === key || list.isUnread(['statements', index, 'claim']))

const inlineClaimId = (key: string | undefined, firstStatement: string) =>
  claimId(key === undefined ? { firstStatement } : { key })

function firstStatementsOf(statements: readonly PlacedStatement[]): Map<string, string> {
  const first = new Map<string, string>()
  for (const { statement, id } of statements)
    if (typeof statement.claim === 'string' && !first.has(statement.claim)) first.set(statement.claim, id)
  return first
}

function reportTwice({ statements }: ArticleDocument, list: ProblemList) {
  const indexOf = new Map<string, number>()
  for (const [index, { key }] of statements.entries()) {
    if (key === undefined) continue
    const other = indexOf.get(key)
    if (other === undefined) indexOf.set(key, index)
    else
      list.report(
        ['statements', index, 'key'],
        key,
        `statements[${other}] has this key already: give each its own.`,
      )
  }
}

function planStatement(
  { id, statement, index, text, content, quoted }: PlacedStatement,
  order: number,
  review: PlannedStatement['review'],
  ids: LocalIds,
  dates: DateReader,
  list: ProblemList,
): PlannedStatement {
  const path = ['statements', index]
  const refer = (reference: DocumentStatementReference, ...at: PathPart[]) =>
    referred(reference, [...path, ...at], id, ids, list)
  const inTitle = content[0]?.part === 'TITLE'
  const answered = new Set<string>()
  const speechAct = statement.speechAct ?? 'ASSERT'
  const times = (statement.timesSpokenOf ?? []).map((date, at) =>
    dates.spokenOf(date, [...path, 'timesSpokenOf', at], statement.act, speechAct),
  )
  return {
    id,
    text,
    order,
    content,
    quoted,
    attributionId: (statement.act === undefined ? undefined : ids.acts.get(statement.act)) ?? null,
    claimId:
      typeof statement.claim === 'string'
        ? (ids.claims.get(statement.claim) ?? '')
        : inlineClaimId(statement.claim.key, id),
    zone: statement.zone ?? (inTitle ? 'HEADLINE' : 'BODY'),
    quoteType: statement.quoteType ?? 'NARRATOR',
    speechAct,
    certainty: statement.certainty ?? 'CERTAIN',
    polarity: statement.polarity ?? 'POSITIVE',
    review: statement.status ?? review,
    confidence: statement.confidence ?? null,
    timesSpokenOf: times.map(({ date }) => date),
    timesWritten: times.map(({ written }) => written),
    revisesIds: (statement.revises ?? []).flatMap((other, at) => refer(other, 'revises', at) ?? []),
    supportsIds: (statement.supports ?? []).flatMap((other, at) => refer(other, 'supports', at) ?? []),
    respondsTo: (statement.respondsTo ?? []).flatMap(({ stance, statement: other, claim }, at) => {
      const toId =
        claim === undefined ? other && refer(other, 'respondsTo', at, 'statement') : ids.claims.get(claim)
      if (!toId) return []
      if (answered.has(toId))
        list.report(
          [...path, 'respondsTo', at],
          stance,
          'This statement responds to the same one before: a response has one stance, so keep one of the two.',
        )
      answered.add(toId)
      return [{ stance, toId }]
    }),
  }
}

function referred(
  reference: DocumentStatementReference,
  path: readonly PathPart[],
  self: string,
  ids: LocalIds,
  list: ProblemList,
): string | null {
  const id = typeof reference === 'object' ? foreignId(reference, path, list) : ids.statements.get(reference)
  if (typeof reference === 'string' && ids.statementKeys?.has(reference) === false)
    list.report(
      path,
      reference,
      `No statement of this document has the key "${reference}": give one \`key: "${reference}"\`.`,
    )
  if (id === self) list.report(path, reference, 'A statement cannot refer to itself.')
  return id ?? null
}

function foreignId(
  { article, text, occurrence = 1, inPassage = 1 }: Exclude<DocumentStatementReference, string>,
  path: readonly PathPart[],
  list: ProblemList,
): string | null {
  const read = readArticleReference(article, [...path, 'article'], list)
  return read && statementId(read.id, text, occurrence, inPassage)
}

/** The id of an article that the document names, which the plan then brings along. */
function refer(
  reference: DocumentArticleReference | undefined,
  path: readonly PathPart[],
  referenced: Map<string, string | null>,
  list: ProblemList,
): string | null {
  if (reference === undefined) return null
  const article = readArticleReference(reference, path, list)
  if (article === null) return null
  referenced.set(article.id, article.url)
  return article.id
}
