import { connectionOf, pageRequest } from './connection.ts'
import { requireRecord } from './record-access.ts'
import type { ClaimRelationResolvers, ClaimResolvers, ClaimSourceResolvers } from './schema-types.ts'
import { statementsOf } from './statement-lists.ts'
import { timeline } from './timeline-resolvers.ts'

const SOURCE_LIST = 'sources FIRST_PUBLISHED'

export const Claim: ClaimResolvers = {
  corroboration: async ({ id }, _, { loaders }) => (await loaders.corroboration.load(id))!,
  statements: ({ id }, args, context) => statementsOf(context, 'claim', id, args),
  firstReports: async ({ id }, _, { loaders }) => (await loaders.firstReports.load(id)) ?? [],
  reviews: async ({ id }, _, { loaders }) => (await loaders.reviews.load(id)) ?? [],
  timeline,
  relations: async ({ id }, _, { loaders }) => (await loaders.relations.load(id)) ?? [],
  sources: async ({ id }, { role, ...args }, { loaders }) => {
    const request = pageRequest(args, SOURCE_LIST)
    const roles = role ?? null
    const page = await loaders.sources.load({ id, args: { roles, ...request } })
    return connectionOf(page, SOURCE_LIST, request, () => loaders.sourceCount.load({ id, args: { roles } }))
  },
}

export const ClaimSource: ClaimSourceResolvers = {
  agent: ({ agentId }, _, { loaders }) => requireRecord(loaders, 'Agent', agentId),
  firstStatement: ({ firstStatementId }, _, { loaders }) =>
    requireRecord(loaders, 'Statement', firstStatementId),
}

export const ClaimRelation: ClaimRelationResolvers = {
  claim: ({ claimId }, _, { loaders }) => requireRecord(loaders, 'Claim', claimId),
}
