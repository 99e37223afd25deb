import { carriedStatements, claimWordings, occasionsByArticle } from '../cypher/queries.ts'
import { answersWith } from '../domain/chain.ts'
import type {
  ClaimWording,
  DriftAgent,
  DriftArticle,
  DriftHop,
  DriftStatement,
  DriftWorld,
} from '../domain/drift/drift-world.ts'
import type {
  AgentRecord,
  ArticleRecord,
  HopRecord,
  JudgementRecord,
  StatementRecord,
} from '../domain/graph-records.ts'
import { groupBy } from '../domain/group-by.ts'
import { countSide } from '../domain/origins/count-side.ts'
import { originsOf } from '../domain/origins/origins-of-side.ts'
import { VISIBLE_STATUSES } from '../domain/visibility.ts'
import { POLARITIES, type Polarity } from '../domain/vocabulary.ts'
import { type CarryingArticle, readCarryingArticles } from './carriage-reader.ts'
import type { ClaimGroup } from './claim-group-reader.ts'
import type { GraphView } from './graph-view.ts'
import { readChains } from './hop-reader.ts'
import { readClaimOrigins } from './origin-reader.ts'
import { readRecords, statementRecord } from './record-reader.ts'
import { quotedText, readUtteranceJudgements } from './utterance-reader.ts'

/** What drift and variants are worked out from, for one group of claims. */
export interface DriftGroup {
  readonly world: DriftWorld
  /** The shown statements of the group, by id. */
  readonly statements: ReadonlyMap<string, StatementRecord>
  /** In force, on statements of the group, and on others that positive ones lead to. */
  readonly utteranceJudgements: readonly JudgementRecord[]
}

/**
 * The worlds of groups of claims, whatever the number of groups and carriers in at most
 * `8 + CARRIAGE_ROUNDS + UTTERANCE_ROUNDS` queries, of which most groups need ten.
 */
export async function readDriftGroups(
  view: GraphView,
  groups: readonly ClaimGroup[],
): Promise<Map<ClaimGroup, DriftGroup>> {
  const canonicalIds = new Map(groups.flatMap((group) => [...group.canonicalIds]))
  const claims = [...canonicalIds.keys()]
  const carried = await readCarried(view, claims)
  const statementIds = carried.map(({ statement }) => statement.id)
  const [chains, articles, wordings, originKeys, judgements] = await Promise.all([
    readChains(view, statementIds),
    readArticles(view, [...new Set(carried.map(({ statement }) => statement.articleId))]),
    readWordings(view, canonicalIds),
    readOriginKeys(view, [...new Set(canonicalIds.values())]),
    readUtteranceJudgements(view, statementIds),
  ])
  const acts = new Map(
    [...chains].map(([id, chain]) => [
      id,
      chain.filter((hop) => hop.mode !== 'PUBLICATION' && answersWith(hop)),
    ]),
  )
  const records = await readRecords(view, namedIn([...acts.values()].flat(), [...articles.values()]))
  const parties = new Parties(records)

  const groupOf = new Map(
    groups.flatMap((group) => [...group.canonicalIds.keys()].map((id) => [id, group] as const)),
  )
  const byGroup = groupBy(carried, ({ statement }) => groupOf.get(statement.claimId)!.id)
  return new Map(
    groups.map((group) => {
      const own = byGroup.get(group.id) ?? []
      const ids = new Set(own.map(({ statement }) => statement.id))
      const ofGroup = judgementsOn(judgements, ids)
      const world: DriftWorld = {
        claims: [...new Set(group.canonicalIds.values())].map((id) => ({
          id,
          wordings: wordings.get(id) ?? [],
        })),
        articles: [...new Set(own.map(({ statement }) => statement.articleId))].flatMap((id) => {
          const article = articles.get(id)
          return article ? [parties.article(article)] : []
        }),
        statements: own.map(({ statement, quoted }): DriftStatement => {
          const claimId = canonicalIds.get(statement.claimId)!
          return {
            id: statement.id,
            articleId: statement.articleId,
            claimId,
            originKeys: originKeys.get(keyOfOrigins(claimId, statement.polarity))?.get(statement.id) ?? [],
            text: statement.text,
            quoted: quotedText(quoted),
            zone: statement.zone,
            certainty: statement.certainty,
            polarity: statement.polarity,
            chain: acts.get(statement.id)!.map((hop) => parties.hop(hop)),
          }
        }),
        otherUtterances: ofGroup
          .filter(({ verdict }) => verdict === 'NEGATIVE')
          .map(({ leftId, rightId }) => [leftId, rightId]),
      }
      const statements = new Map(own.map(({ statement }) => [statement.id, statement]))
      return [group, { world, statements, utteranceJudgements: ofGroup }]
    }),
  )
}

interface Carried {
  readonly statement: StatementRecord
  readonly quoted: readonly string[]
}

async function readCarried({ database, known }: GraphView, claims: readonly string[]): Promise<Carried[]> {
  const rows = await database.run(carriedStatements, { claims, statuses: VISIBLE_STATUSES, known })
  return rows.map(({ state, quoted }) => ({ statement: statementRecord(state), quoted }))
}

type HeldArticle = CarryingArticle & {
  readonly article: ArticleRecord
  readonly occasionIds: readonly string[]
}

async function readArticles(view: GraphView, articles: readonly string[]): Promise<Map<string, HeldArticle>> {
  const { database, known } = view
  const [read, occasions] = await Promise.all([
    readCarryingArticles(view, articles),
    database.run(occasionsByArticle, { articles, statuses: VISIBLE_STATUSES, known }),
  ])
  const occasionsOf = groupBy(occasions, ({ articleId }) => articleId)
  return new Map(
    [...read].flatMap(([id, { article, carriage }]) => {
      const occasionIds = (occasionsOf.get(id) ?? []).map(({ occasionId }) => occasionId)
      return article ? [[id, { article, carriage, occasionIds }]] : []
    }),
  )
}

/** By the claim that stands for all that are one with it: the sentences that documents have for any of them. */
async function readWordings(
  { database, known }: GraphView,
  canonicalIds: ReadonlyMap<string, string>,
): Promise<Map<string, ClaimWording[]>> {
  const rows = await database.run(claimWordings, { claims: [...canonicalIds.keys()], known })
  return groupBy(
    rows.map(({ claimId, text, language }) => ({ claimId, text, language })),
    ({ claimId }) => canonicalIds.get(claimId)!,
  )
}

const keyOfOrigins = (claimId: string, polarity: Polarity) => `${claimId} ${polarity}`

/** By claim and side, then by statement: the keys of the origins that it leads to. */
async function readOriginKeys(
  view: GraphView,
  claims: readonly string[],
): Promise<Map<string, ReadonlyMap<string, readonly string[]>>> {
  const origins = await readClaimOrigins(view, claims)
  return new Map(
    [...origins].flatMap(([claimId, { world }]) =>
      POLARITIES.map((polarity) => {
        const keys = new Map<string, string[]>()
        for (const { key, statementIds } of originsOf(countSide(world, polarity, new Set())))
          for (const id of statementIds) keys.set(id, [...(keys.get(id) ?? []), key])
        return [keyOfOrigins(claimId, polarity), keys] as const
      }),
    ),
  )
}

/** Those on some statements, and those on others that they lead to. */
function judgementsOn(
  judgements: readonly JudgementRecord[],
  statements: ReadonlySet<string>,
): JudgementRecord[] {
  const reached = new Set(statements)
  const found = new Set<JudgementRecord>()
  for (let before = -1; found.size > before; ) {
    before = found.size
    for (const one of judgements)
      if (reached.has(one.leftId) || reached.has(one.rightId)) {
        found.add(one)
        if (one.verdict === 'POSITIVE') for (const id of [one.leftId, one.rightId]) reached.add(id)
      }
  }
  return [...found]
}

/** Agents and occasions, each as the one that stands for it. */
class Parties {
  readonly #records: Awaited<ReturnType<typeof readRecords>>

  constructor(records: Awaited<ReturnType<typeof readRecords>>) {
    this.#records = records
  }

  hop(hop: HopRecord): DriftHop {
    const words = (spans: HopRecord['source']) => spans.map(({ exact }) => exact).join(' … ')
    return {
      by: this.#agents(hop.byIds),
      onBehalfOf: this.#agents(hop.onBehalfOfIds),
      addresseeIds: this.#agents(hop.toIds).map(({ id }) => id),
      sourceWords: words(hop.source),
      cueWords: words(hop.cue),
      cueStance: hop.cueStance,
      said: hop.said,
      occasionId: hop.occasionId && this.#idOf(hop.occasionId),
      citesId: hop.citesId,
    }
  }

  article({ article, carriage, occasionIds }: HeldArticle): DriftArticle {
    const [outlet] = this.#agents([article.outletId!])
    return {
      id: article.id,
      outlet: outlet!,
      authorIds: article.opinion ? this.#agents(article.authorIds).map(({ id }) => id) : [],
      language: article.language,
      published: article.published,
      occasionIds,
      carriage,
    }
  }

  #idOf(id: string): string {
    return this.#records.get(id)?.id ?? id
  }

  #agents(ids: readonly string[]): DriftAgent[] {
    const agents = ids.map((id) => this.#records.get(id) as AgentRecord)
    return [...new Map(agents.map((agent) => [agent.id, driftAgent(agent)])).values()]
  }
}

const driftAgent = ({ id, agentKind, name, unnamed }: AgentRecord): DriftAgent => ({
  id,
  kind: agentKind,
  name,
  unnamed: unnamed && {
    descriptor: unnamed.descriptor,
    size: unnamed.size,
    unspecified: unnamed.reason === 'UNSPECIFIED',
  },
})

const namedIn = (hops: readonly HopRecord[], articles: readonly HeldArticle[]) => [
  ...new Set([
    ...hops.flatMap(({ byIds, onBehalfOfIds, toIds, occasionId }) => [
      ...byIds,
      ...onBehalfOfIds,
      ...toIds,
      ...(occasionId === null ? [] : [occasionId]),
    ]),
    ...articles.flatMap(({ article }) => [article.outletId!, ...article.authorIds]),
  ]),
]
