import { ANSWERING_BASES } from '../domain/chain.ts'
import type { StatementRecord } from '../domain/graph-records.ts'
import { checkedId, kindOfId } from '../domain/identity.ts'
import { pageSize } from '../domain/page.ts'
import type { ResponseStance } from '../domain/vocabulary.ts'
import type { RequestContext } from './context.ts'
import { refer, referAll, require } from './record-access.ts'
import type { StatementResolvers, StatementResponseResolvers } from './schema-types.ts'

/** A response: the statement that answers, and the id of the statement or claim that it answers. */
export interface StatementResponseModel {
  readonly stance: ResponseStance
  readonly from: StatementRecord
  readonly toId: string
}

async function anchorage(
  { id }: StatementRecord,
  version: string | null | undefined,
  { loaders }: RequestContext,
) {
  const wanted = version == null ? null : checkedId(version, 'ArticleVersion')
  const all = (await loaders.anchorages.load(id)) ?? []
  return wanted === null ? all[0] : all.find((one) => one.versionId === wanted)
}

export const Statement: StatementResolvers = {
  content: async (statement, { version }, context) =>
    (await anchorage(statement, version, context))?.content ?? [],
  quoted: async (statement, { version }, context) =>
    (await anchorage(statement, version, context))?.quoted ?? [],
  speaker: ({ speakerIds }, _, { loaders }) => require(loaders, 'Agent', speakerIds[0]!),
  speakers: ({ speakerIds }, _, { loaders }) => referAll(loaders, 'Agent', speakerIds),
  onBehalfOf: ({ onBehalfOfIds }, _, { loaders }) => referAll(loaders, 'Agent', onBehalfOfIds),
  claim: ({ claimId }, _, { loaders }) => require(loaders, 'Claim', claimId),
  chain: async ({ id }, { basis }, { loaders }) => {
    const shown = basis ?? ANSWERING_BASES
    const chain = (await loaders.chain.load(id)) ?? []
    return chain.filter((hop) => hop.mode === 'PUBLICATION' || shown.includes(hop.basis))
  },
  saidIn: ({ placeId }, _, { loaders }) => refer(loaders, 'Place', placeId),
  saidInBasis: ({ placeBasis }) => placeBasis,
  occasion: ({ occasionId }, _, { loaders }) => refer(loaders, 'Occasion', occasionId),
  article: ({ articleId }, _, { loaders }) => require(loaders, 'Article', articleId),
  articleVersion: ({ versionId }, _, { loaders }) => require(loaders, 'ArticleVersion', versionId),
  revises: async ({ id }, _, { loaders }) =>
    referAll(loaders, 'Statement', (await loaders.links.load(id))?.revisesIds ?? []),
  revisedBy: async ({ id }, _, { loaders }) => (await loaders.revisions.load(id)) ?? [],
  respondsTo: async (from, _, { loaders }) => {
    const answers = (await loaders.links.load(from.id))?.respondsTo ?? []
    const there = await Promise.all(answers.map(({ toId }) => loaders.record.load(toId)))
    return answers
      .filter((_answer, index) => there[index] !== null)
      .map(({ stance, toId }) => ({ stance, from, toId }))
  },
  responses: async ({ id }, { first }, { loaders }) => {
    const answers = await loaders.responses.load({ id, args: pageSize(first) })
    return answers.map(({ stance, from }) => ({ stance, from, toId: id }))
  },
  supports: async ({ id }, _, { loaders }) =>
    referAll(loaders, 'Statement', (await loaders.links.load(id))?.supportsIds ?? []),
}

export const StatementResponse: StatementResponseResolvers = {
  to: ({ toId }, _, { loaders }) =>
    kindOfId(toId) === 'Claim' ? require(loaders, 'Claim', toId) : require(loaders, 'Statement', toId),
}
