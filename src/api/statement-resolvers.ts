import { answersWith } from '../domain/chain.ts'
import type { StatementRecord } from '../domain/graph-records.ts'
import { checkedId } from '../domain/identity.ts'
import { pageSize } from '../domain/page.ts'
import type { RequestContext } from './context.ts'
import { refer, referAll, requireRecord } from './record-access.ts'
import type { StatementResolvers } from './schema-types.ts'

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
  speaker: ({ speakerIds }, _, { loaders }) => requireRecord(loaders, 'Agent', speakerIds[0]!),
  speakers: ({ speakerIds }, _, { loaders }) => referAll(loaders, 'Agent', speakerIds),
  onBehalfOf: ({ onBehalfOfIds }, _, { loaders }) => referAll(loaders, 'Agent', onBehalfOfIds),
  claim: ({ claimId }, _, { loaders }) => requireRecord(loaders, 'Claim', claimId),
  chain: async ({ id }, { basis }, { loaders }) => {
    const chain = (await loaders.chain.load(id)) ?? []
    return chain.filter(
      (hop) => hop.mode === 'PUBLICATION' || (basis ? basis.includes(hop.basis) : answersWith(hop)),
    )
  },
  saidIn: ({ placeId }, _, { loaders }) => refer(loaders, 'Place', placeId),
  saidInBasis: ({ placeBasis }) => placeBasis,
  occasion: ({ occasionId }, _, { loaders }) => refer(loaders, 'Occasion', occasionId),
  article: ({ articleId }, _, { loaders }) => requireRecord(loaders, 'Article', articleId),
  articleVersion: ({ versionId }, _, { loaders }) => requireRecord(loaders, 'ArticleVersion', versionId),
  revises: async ({ id }, _, { loaders }) => (await loaders.links.load(id))?.revises ?? [],
  revisedBy: async ({ id }, _, { loaders }) => (await loaders.revisions.load(id)) ?? [],
  respondsTo: async (from, _, { loaders }) =>
    ((await loaders.links.load(from.id))?.respondsTo ?? []).map(({ stance, to }) => ({ stance, from, to })),
  responses: async (to, { first }, { loaders }) => {
    const answers = await loaders.responses.load({ id: to.id, args: pageSize(first) })
    return answers.map(({ stance, from }) => ({ stance, from, to }))
  },
  variants: async (statement, { first }, { loaders }) => {
    const limit = pageSize(first)
    return (await loaders.variants.load(statement)).slice(0, limit)
  },
  reviews: async ({ id }, _, { loaders }) => (await loaders.reviews.load(id)) ?? [],
  corrections: async ({ id }, _, { loaders }) => (await loaders.correctionsOfStatement.load(id)) ?? [],
  history: async ({ id }, _, { loaders }) => (await loaders.history.load(id)) ?? [],
  supports: async ({ id }, _, { loaders }) => (await loaders.links.load(id))?.supports ?? [],
}
