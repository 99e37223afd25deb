import type { AgentRecord } from '../domain/graph-records.ts'
import type { AgentKind } from '../domain/vocabulary.ts'
import { connectionOf, type PageArguments, pageRequest } from './connection.ts'
import type { RequestContext } from './context.ts'
import { refer, referAll, requireRecord } from './record-access.ts'
import type { OutletResolvers, PersonResolvers, RoleResolvers, UnnamedResolvers } from './schema-types.ts'
import { type StatementListArguments, statementsOf } from './statement-lists.ts'

/** The GraphQL type of each kind of agent. */
export const AGENT_TYPES = {
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  OUTLET: 'Outlet',
  OFFICE: 'Office',
  GOVERNMENT: 'Government',
  GROUP: 'Group',
  UNNAMED: 'Unnamed',
} as const satisfies Readonly<Record<AgentKind, string>>

/** What every agent answers, whatever its kind. */
export const anyAgent = {
  speaksFor: ({ speaksForIds }: AgentRecord, _: unknown, { loaders }: RequestContext) =>
    referAll(loaders, 'Agent', speaksForIds),
  partOf: ({ partOfIds }: AgentRecord, _: unknown, { loaders }: RequestContext) =>
    referAll(loaders, 'Agent', partOfIds),
  statements: ({ id }: AgentRecord, args: StatementListArguments, context: RequestContext) =>
    statementsOf(context, 'speaker', id, args),
  relayed: ({ id }: AgentRecord, args: StatementListArguments, context: RequestContext) =>
    statementsOf(context, 'via', id, args),
}

export const Person: PersonResolvers = anyAgent

export const Role: RoleResolvers = {
  of: ({ ofId }, _, { loaders }) => refer(loaders, 'Agent', ofId),
}

export const Outlet: OutletResolvers = {
  ...anyAgent,
  articles: async ({ id }: AgentRecord, args: PageArguments, { loaders }: RequestContext) => {
    const order = 'PUBLISHED_DESC'
    const list = `articles ${order}`
    const request = pageRequest(args, list)
    const page = await loaders.articles.load({ id, args: { order, ...request } })
    return connectionOf(page, list, request, async () => (await loaders.articleCount.load(id)) ?? 0)
  },
}

export const Unnamed: UnnamedResolvers = {
  ...anyAgent,
  reason: ({ unnamed }) => unnamed!.reason,
  size: ({ unnamed }) => unnamed!.size,
  descriptor: ({ unnamed }) => unnamed!.descriptor,
  article: ({ unnamed }, _, { loaders }) => requireRecord(loaders, 'Article', unnamed!.articleId),
}
