import { carriageByArticle, originParties, originStatements } from '../cypher/queries.ts'
import type { AgentProperties, ArticleProperties, JudgementProperties } from '../cypher/shapes.ts'
import { kindOfId } from '../domain/identity.ts'
import { ORIGIN_PROPOSALS } from '../domain/origins/open-proposals.ts'
import type {
  OriginAgent,
  OriginArticle,
  OriginDecision,
  OriginHop,
  OriginLinkState,
  OriginStatement,
  OriginWorld,
} from '../domain/origins/origin-world.ts'
import type { UncertainDate } from '../domain/uncertain-date.ts'
import type { Basis } from '../domain/vocabulary.ts'
import type { GraphView } from './graph-view.ts'
import { articleRecord, statementRecord } from './record-reader.ts'

/** What the count of a claim's origins reads, and when its statements were published. */
export interface ClaimOrigins {
  readonly world: OriginWorld
  readonly publishedOf: ReadonlyMap<string, UncertainDate>
}

/** What is counted, and what was taken back; the rest a document or a person put aside. */
const STATUSES = ['ACCEPTED', 'RETRACTED']
/**
 * How often articles are asked what they took from articles that do not carry the claim. All that carry it are known at
 * once, so this bounds a chain of copies of pages without the claim, each of another; what lies further is taken for a
 * page that nobody has read.
 */
export const CARRIAGE_ROUNDS = 6

/**
 * The worlds that claims are counted in, all of them in at most `2 + CARRIAGE_ROUNDS` queries, of which most claims need
 * three. Claims that are one by decision are one world.
 */
export async function readClaimOrigins(
  view: GraphView,
  claimIds: readonly string[],
): Promise<Map<string, ClaimOrigins>> {
  const { database, known } = view
  const rows = await database.run(originStatements, { claims: claimIds, statuses: STATUSES, known })
  const carried = new Map<string, Set<string>>(claimIds.map((id) => [id, new Set()]))
  for (const { claimId, state } of rows) carried.get(claimId)!.add(state.articleId)
  const cited = rows.flatMap(({ hops }) =>
    (hops as unknown as HopRow[]).flatMap(({ citesId }) => citesId ?? []),
  )
  const articles = await readCarriage(view, [...[...carried.values()].flatMap((ids) => [...ids]), ...cited])

  const statementsOf = new Map<string, OriginStatement[]>(claimIds.map((id) => [id, []]))
  const publishedOf = new Map<string, UncertainDate>()
  for (const { claimId, state, hops } of rows) {
    const statement = statementRecord(state)
    publishedOf.set(statement.id, statement.published)
    const acts = (hops as unknown as HopRow[]).map(originHop)
    statementsOf.get(claimId)!.push({
      ...statement,
      label: statement.text,
      hops: acts,
      // In the article's own voice its author speaks, or the outlet itself.
      authorIds: acts.some(({ basis, accepted }) => basis !== 'EXTERNAL' || accepted)
        ? []
        : statement.speakerIds.filter((id) => id !== statement.outletId),
    })
  }

  const parties = await readParties(view, [
    ...new Set([
      ...[...statementsOf.values()].flatMap((list) => list.flatMap(partiesOfStatement)),
      ...[...articles.values()].flatMap(({ article }) => partiesOfArticle(article)),
    ]),
  ])
  return new Map(
    claimIds.map((claimId) => [
      claimId,
      { world: worldOf(claimId, statementsOf.get(claimId)!, articles, parties), publishedOf },
    ]),
  )
}

interface HopRow {
  readonly basis: string
  readonly status: string
  readonly byIds: readonly string[]
  readonly onBehalfOfIds: readonly string[]
  readonly citesId: string | null
  readonly occasionId: string | null
}

const originHop = ({ basis, status, ...rest }: HopRow): OriginHop => ({
  ...rest,
  basis: basis as Basis,
  accepted: status === 'ACCEPTED',
})

const partiesOfStatement = ({ id, hops, authorIds }: OriginStatement) => [
  id,
  ...authorIds,
  ...hops.flatMap(({ byIds, onBehalfOfIds, occasionId }) => [
    ...byIds,
    ...onBehalfOfIds,
    ...(occasionId === null ? [] : [occasionId]),
  ]),
]
const partiesOfArticle = ({ outletId, creditIds }: OriginArticle) => [
  ...(outletId === null ? [] : [outletId]),
  ...creditIds,
]

interface CarriedArticle {
  readonly article: OriginArticle
  readonly retracted: boolean
  readonly decisions: readonly OriginDecision[]
}

/** Articles and all that they took their matter from, directly or through others. */
async function readCarriage(
  { database, known }: GraphView,
  seeds: readonly string[],
): Promise<Map<string, CarriedArticle>> {
  const found = new Map<string, CarriedArticle>()
  let asked = [...new Set(seeds)]
  for (let round = 0; asked.length > 0 && round < CARRIAGE_ROUNDS; round += 1) {
    const rows = await database.run(carriageByArticle, { articles: asked, known })
    for (const row of rows) {
      const record = row.state && articleRecord(row.state as ArticleProperties)
      found.set(row.articleId, {
        article: {
          id: row.articleId,
          label: record?.url ?? row.articleId,
          outletId: record?.outletId ?? null,
          derivedFrom: (row.derivedFrom as unknown as LinkRow[]).map(originLink),
          cites: (row.cites as unknown as LinkRow[]).map(originLink),
          creditIds: [...new Set((record?.credits ?? []).flatMap(({ agentId }) => agentId ?? []))],
        },
        retracted: row.retracted,
        decisions: row.judgements.map(originDecision),
      })
    }
    const named = rows.flatMap((row) => [
      ...[...(row.derivedFrom as unknown as LinkRow[]), ...(row.cites as unknown as LinkRow[])].map(
        ({ articleId }) => articleId,
      ),
      ...row.judgements.map(({ rightId }) => rightId),
    ])
    asked = [...new Set(named)].filter((id) => !found.has(id))
  }
  return found
}

interface LinkRow {
  readonly articleId: string
  readonly basis: string
  readonly status?: string
}
const originLink = ({ articleId, basis, status }: LinkRow) => ({
  articleId,
  basis: basis as Basis,
  state: (basis !== 'EXTERNAL' || status === 'ACCEPTED' ? 'accepted' : 'proposed') as OriginLinkState,
})

const originDecision = (state: JudgementProperties): OriginDecision => ({
  id: state.judgementId,
  kind: state.judgementKind as OriginDecision['kind'],
  leftId: state.leftId,
  rightId: state.rightId,
  verdict: state.verdict as OriginDecision['verdict'],
})

interface Parties {
  readonly agents: readonly OriginAgent[]
  readonly decisions: readonly OriginDecision[]
  /** By record: what stands for all that are one with it. */
  readonly canonicalIds: ReadonlyMap<string, string>
}

async function readParties({ database, known }: GraphView, ids: readonly string[]): Promise<Parties> {
  const rows = await database.run(originParties, { ids, kinds: [...ORIGIN_PROPOSALS], known })
  const agents = new Map<string, OriginAgent>()
  const decisions = new Map<string, OriginDecision>()
  for (const { id, canonicalId, state, judgements } of rows) {
    for (const judgement of judgements)
      if (!judgement.settled) decisions.set(judgement.judgementId, originDecision(judgement))
    if (kindOfId(id) === 'Agent')
      agents.set(id, {
        ...originAgent(id, state as unknown as AgentProperties),
        isCanonical: id === canonicalId,
      })
  }
  return {
    agents: [...agents.values()],
    decisions: [...decisions.values()],
    canonicalIds: new Map(rows.map(({ id, canonicalId }) => [id, canonicalId])),
  }
}

const originAgent = (id: string, { kind, name, reason }: AgentProperties): OriginAgent => ({
  id,
  label: name,
  kind: kind !== 'UNNAMED' ? 'NAMED' : reason === 'UNSPECIFIED' ? 'UNSPECIFIED' : 'ANONYMOUS',
  outlet: kind === 'OUTLET',
})

function worldOf(
  claimId: string,
  statements: readonly OriginStatement[],
  articles: ReadonlyMap<string, CarriedArticle>,
  { agents, decisions, canonicalIds }: Parties,
): OriginWorld {
  const own = new Map<string, CarriedArticle>()
  const reached = new Set(
    statements.flatMap(({ articleId, hops }) => [articleId, ...hops.flatMap(({ citesId }) => citesId ?? [])]),
  )
  for (const id of reached) {
    const carried = articles.get(id)
    if (!carried) continue
    own.set(id, carried)
    for (const { articleId } of [...carried.article.derivedFrom, ...carried.article.cites])
      reached.add(articleId)
    for (const { rightId } of carried.decisions) reached.add(rightId)
  }
  const playing = new Set(
    [
      ...statements.flatMap(partiesOfStatement),
      ...[...own.values()].flatMap(({ article }) => partiesOfArticle(article)),
    ].map((id) => canonicalIds.get(id)),
  )
  const plays = (id: string) => playing.has(canonicalIds.get(id))
  const outlets = new Set(agents.flatMap(({ id, outlet }) => (outlet ? [id] : [])))
  return {
    claimId,
    agents: agents.filter(({ id }) => plays(id)),
    // A credit line names reporters as well, who are no source.
    articles: [...own.values()].map(({ article }) => ({
      ...article,
      creditIds: article.creditIds.filter((id) => outlets.has(id)),
    })),
    // Which of them are one claim is decided already.
    statements: statements.map((statement) => ({ ...statement, claimId })),
    decisions: [
      ...[...own.values()].flatMap((carried) => carried.decisions),
      // A question about somebody who plays no part here changes nothing here.
      ...decisions.filter(({ leftId, rightId }) => plays(leftId) && plays(rightId)),
    ],
    retractedArticleIds: [...own].flatMap(([id, { retracted }]) => (retracted ? [id] : [])),
    retractedAgentIds: [],
  }
}
