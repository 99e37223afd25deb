import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  articleId,
  claimId,
  namedAgentId,
  occasionId,
  statementId,
  unnamedAgentId,
} from '../../src/domain/identity.ts'
import { LATEST } from '../../src/domain/instant.ts'
import { judgementPair } from '../../src/domain/judgement.ts'
import { countOrigins } from '../../src/domain/origins/corroboration.ts'
import type {
  OriginAgent,
  OriginDecision,
  OriginHop,
  OriginStatement,
  OriginWorld,
} from '../../src/domain/origins/origin-world.ts'
import type { ArticleDocument, DocumentAct, DocumentAgent } from '../../src/ingest/article-document.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { readClaimOrigins } from '../../src/store/origin-reader.ts'
import { judge, withdrawJudgement } from '../../src/store/put-judgement.ts'
import { OUTLETS, randomWorld } from '../domain/origins/random-world.ts'
import { databaseRuns } from '../support/property-runs.ts'
import { useTestDatabase } from '../support/test-database.ts'

/**
 * Random worlds, written as documents, stored in random order, decided upon and read back: the graph counts what the
 * world counts.
 */
const graph = useTestDatabase()

/** The world as far as documents can say it: what needs a later decision of a person is taken out. */
function tellable(world: OriginWorld): OriginWorld {
  const statements = world.statements
    .filter(({ status }) => status === 'ACCEPTED')
    .map((statement) => ({
      ...statement,
      hops: statement.hops.map((hop, at) => tellableHop(statement, hop, at)),
    }))
  const holders = new Set(statements.map((one) => one.articleId))
  const voice = (one: OriginStatement) => one.hops.every(({ basis }) => basis === 'EXTERNAL')
  const articles = world.articles.map((article) => {
    const own = statements.filter(({ articleId: id }) => id === article.id)
    const outletId = article.outletId ?? (holders.has(article.id) ? 'Argus' : null)
    const links = article.derivedFrom.filter(
      (link) => link.state === 'accepted' && link.basis === 'STATED' && link.articleId !== article.id,
    )
    return {
      ...article,
      outletId,
      derivedFrom:
        outletId === null ? [] : [...new Map(links.map((link) => [link.articleId, link])).values()],
      cites: own.flatMap(({ hops }) =>
        hops.flatMap(({ citesId }) =>
          citesId === null
            ? []
            : [{ articleId: citesId, basis: 'STATED' as const, state: 'accepted' as const }],
        ),
      ),
      creditIds: outletId === null ? [] : article.creditIds,
    }
  })
  const authorsOf = new Map(
    [...holders].map((id) => [
      id,
      statements.find((one) => one.articleId === id && voice(one))?.authorIds ?? [],
    ]),
  )
  return {
    ...world,
    agents: [
      ...world.agents.filter(({ id }) => !id.startsWith('x in ')),
      ...statements.flatMap(({ hops }) =>
        hops.flatMap(({ byIds, onBehalfOfIds }) =>
          [...byIds, ...onBehalfOfIds]
            .filter((id) => id.startsWith('x in '))
            .map((id): OriginAgent => ({ id, label: id, kind: 'UNSPECIFIED', outlet: false })),
        ),
      ),
    ],
    articles,
    statements: statements.map((one) => ({
      ...one,
      authorIds: voice(one) ? authorsOf.get(one.articleId)! : [],
    })),
    decisions: [],
    retractedArticleIds: [],
    retractedAgentIds: [],
  }
}

const tellableHop = ({ id, articleId: article }: OriginStatement, hop: OriginHop, at: number): OriginHop => {
  const isExternal = hop.basis === 'EXTERNAL' && !hop.accepted
  // Somebody wholly unsaid belongs to one act.
  const own = (agent: string) => (agent.startsWith('x in ') ? `${agent} ${id} ${at}` : agent)
  return {
    ...hop,
    basis: isExternal ? 'EXTERNAL' : hop.basis === 'EXTERNAL' ? 'STATED' : hop.basis,
    accepted: !isExternal,
    byIds: hop.byIds.map(own),
    onBehalfOfIds: hop.onBehalfOfIds.map(own),
    citesId: isExternal || hop.citesId === article ? null : hop.citesId,
  }
}

const isUnnamed = (agent: string) => agent.includes(' in ')
const localKey = (agent: string) => agent.toLowerCase().replaceAll(' ', '-')
const kindOf = (agent: string) => (OUTLETS.includes(agent) ? 'OUTLET' : 'PERSON')
const agentIdOf = (agent: string) =>
  isUnnamed(agent)
    ? unnamedAgentId(articleId({ key: /in (\w+)/.exec(agent)![1]! }), localKey(agent))
    : namedAgentId(kindOf(agent), agent, null)

const agentOf = (agent: string): DocumentAgent =>
  isUnnamed(agent)
    ? {
        kind: 'UNNAMED',
        name: agent.startsWith('x') ? 'reportedly' : `a source ${agent}`,
        reason: agent.startsWith('x') ? 'UNSPECIFIED' : 'ANONYMOUS',
      }
    : { kind: kindOf(agent), name: agent }

// Words that no two sentences share, so that nothing is alike by chance.
const sentenceOf = (id: string) => `${id.repeat(7)} ${id.repeat(9)} ${id.repeat(11)}`

function documentsOf(world: OriginWorld): ArticleDocument[] {
  return world.articles
    .filter(({ outletId }) => outletId !== null)
    .map((article) => {
      const own = world.statements.filter((one) => one.articleId === article.id)
      const authors = own.find((one) => one.authorIds.length > 0)?.authorIds ?? []
      const acts: Record<string, DocumentAct> = {}
      for (const { id, hops } of own)
        for (const [at, hop] of hops.entries())
          acts[`${id}-${at}`] = {
            by: hop.byIds.map(localKey),
            ...(hop.onBehalfOfIds.length > 0 && { onBehalfOf: hop.onBehalfOfIds.map(localKey) }),
            basis: hop.basis,
            ...(hop.citesId && { cites: { key: hop.citesId } }),
            ...(hop.occasionId && { occasion: hop.occasionId }),
            ...(at + 1 < hops.length && { reportedIn: `${id}-${at + 1}` }),
          }
      const agents = new Set([
        article.outletId!,
        ...article.creditIds,
        ...authors,
        ...own.flatMap(({ hops }) =>
          hops.flatMap(({ byIds, onBehalfOfIds }) => [...byIds, ...onBehalfOfIds]),
        ),
      ])
      const occasions = new Set(own.flatMap(({ hops }) => hops.flatMap(({ occasionId: one }) => one ?? [])))
      return {
        article: {
          key: article.id,
          outlet: localKey(article.outletId!),
          ...(authors.length > 0 && { authors: authors.map(localKey), opinion: true }),
          credits: article.creditIds.map((agent) => ({ text: `Credit ${agent}`, agent: localKey(agent) })),
          derivedFrom: article.derivedFrom.map((link) => ({ article: { key: link.articleId } })),
          text: [article.id.repeat(8), ...own.map(({ id }) => sentenceOf(id))].join('. '),
        },
        agents: Object.fromEntries([...agents].map((agent) => [localKey(agent), agentOf(agent)])),
        occasions: Object.fromEntries(
          [...occasions].map((key) => [key, { key, label: `Occasion ${key.repeat(9)}` }]),
        ),
        claims: {
          P: { key: 'P', text: 'Ppppp holds.' },
          Q: { key: 'Q', text: 'Qqqqq stands.' },
        },
        acts,
        statements: own.map(({ id, hops, polarity, speechAct, certainty, claimId: claim }) => ({
          content: sentenceOf(id),
          claim,
          polarity,
          speechAct,
          certainty,
          ...(hops.length > 0 && { act: `${id}-0`, quoteType: 'INDIRECT' as const }),
        })),
      } as ArticleDocument
    })
}

const isArticle = (kind: string) => kind === 'DERIVED_FROM' || kind === 'CITES'
const recordOf = (world: OriginWorld, kind: OriginDecision['kind'], id: string) => {
  if (isArticle(kind)) return articleId({ key: id })
  if (kind === 'SAME_OCCASION') return occasionId({ key: id })
  if (kind === 'SAME_AGENT') return agentIdOf(id)
  if (kind === 'SAME_UTTERANCE') {
    const found = world.statements.find((one) => one.id === id)
    return found ? statementId(articleId({ key: found.articleId }), sentenceOf(id), 1) : 'nobody'
  }
  return claimId({ key: id })
}

test('a world that is stored counts in the graph as it counts on paper, before, with and after decisions', async () => {
  let moment = Date.parse('2026-03-01T00:00:00Z')
  const options = {
    now: () => {
      moment += 1_000
      return new Date(moment)
    },
    by: 'Ada',
  }
  const counted = async () => {
    const worlds = await readClaimOrigins({ database: graph.database, known: LATEST }, [
      claimId({ key: 'P' }),
    ])
    return numbers(worlds.get(claimId({ key: 'P' }))!.world)
  }
  const numbers = (world: OriginWorld) => {
    const { independentOrigins, originsAtLeast, disputingOrigins } = countOrigins(world)
    return { independentOrigins, originsAtLeast, disputingOrigins }
  }
  await fc.assert(
    fc.asyncProperty(
      randomWorld({ retractions: false }),
      fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
      async (raw, order) => {
        await graph.empty()
        const world = tellable(raw)
        fc.pre(world.statements.some(({ claimId: claim }) => claim === 'P'))
        const documents = documentsOf(world)
        for (const document of documents.toSorted(
          (a, b) => order[documents.indexOf(a)]! - order[documents.indexOf(b)]!,
        ))
          await ingestArticle(graph.database, document)
        const before = numbers(world)
        expect(await counted()).toEqual(before)

        const decided = new Map<string, OriginDecision>()
        for (const decision of raw.decisions) {
          const { kind, verdict } = decision
          const [leftId, rightId] = [decision.leftId, decision.rightId].map((id) => recordOf(world, kind, id))
          const id = await judge(
            graph.database,
            { kind, leftId: leftId!, rightId: rightId!, verdict, method: 'MANUAL' },
            options,
          ).catch((error) => {
            // What is not in the graph cannot be decided upon, and what contradicts is refused.
            if (['NOT_FOUND', 'JUDGEMENT_CONFLICT', 'INVALID_ID'].includes(error.code)) return null
            throw error
          })
          if (id === null) continue
          const pair = judgementPair(kind, leftId!, rightId!)
          decided.delete(pair)
          decided.set(pair, { ...decision, id })
        }
        expect(await counted()).toEqual(numbers({ ...world, decisions: [...decided.values()] }))
        for (const { id } of [...decided.values()].reverse())
          await withdrawJudgement(graph.database, id, null, options)
        // A proposal that was decided upon is open again, which only the lower bound tells.
        expect(await counted()).toMatchObject({ independentOrigins: before.independentOrigins })
      },
    ),
    { numRuns: databaseRuns(6), endOnFailure: true },
  )
}, 300_000)
