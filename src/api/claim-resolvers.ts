import { connectionOf, pageRequest } from './connection.ts'
import { require } from './record-access.ts'
import type { ClaimResolvers, ClaimSourceResolvers } from './schema-types.ts'
import { statementsOf } from './statement-lists.ts'

const SOURCE_LIST = 'sources FIRST_PUBLISHED'

export const Claim: ClaimResolvers = {
  statements: ({ id }, args, context) => statementsOf(context, 'claim', id, args),
  sources: async ({ id }, { role, ...args }, { loaders }) => {
    const request = pageRequest(args, SOURCE_LIST)
    const roles = role ?? null
    const page = await loaders.sources.load({ id, args: { roles, ...request } })
    return connectionOf(page, SOURCE_LIST, request, () => loaders.sourceCount.load({ id, args: { roles } }))
  },
}

export const ClaimSource: ClaimSourceResolvers = {
  agent: ({ agentId }, _, { loaders }) => require(loaders, 'Agent', agentId),
  firstStatement: ({ firstStatementId }, _, { loaders }) => require(loaders, 'Statement', firstStatementId),
}
