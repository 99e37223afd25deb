import { readFileSync } from 'node:fs'
import { makeExecutableSchema } from '@graphql-tools/schema'
import type { GraphQLSchema } from 'graphql'
import type { AgentRecord, GraphRecord } from '../domain/graph-records.ts'
import { AGENT_TYPES, anyAgent, Outlet, Person, Role, Unnamed } from './agent-resolvers.ts'
import { Article, ArticleVersion, Credit, Hop, Occasion } from './article-resolvers.ts'
import { Claim, ClaimSource } from './claim-resolvers.ts'
import type { RequestContext } from './context.ts'
import { Query } from './query-resolvers.ts'
import { require } from './record-access.ts'
import { scalars } from './scalars.ts'
import type { IngestReceiptResolvers, MutationResolvers, Resolvers } from './schema-types.ts'
import { Statement } from './statement-resolvers.ts'
import { Trace } from './trace-resolvers.ts'

const SCHEMA_FILE = new URL('../../schema.graphql', import.meta.url)

const Mutation: MutationResolvers = {
  ingestArticle: (_, { document }, { ingest }) => ingest(document),
}

const IngestReceipt: IngestReceiptResolvers = {
  article: ({ articleId }, _, { loaders }) => require(loaders, 'Article', articleId),
  version: ({ versionId }, _, { loaders }) => require(loaders, 'ArticleVersion', versionId),
}

const typeOf = <Other extends GraphRecord>(record: Other | AgentRecord) =>
  record.kind === 'Agent' ? AGENT_TYPES[record.agentKind] : (record.kind as Exclude<Other['kind'], 'Agent'>)

/** schema.graphql with its resolvers. */
export function createExecutableSchema(): GraphQLSchema {
  const agent = { ...anyAgent }
  const resolvers: Resolvers<RequestContext> = {
    ...scalars,
    Query,
    Mutation,
    IngestReceipt,
    Node: { __resolveType: typeOf },
    Agent: { __resolveType: (record) => AGENT_TYPES[record.agentKind] },
    SearchResult: { __resolveType: typeOf },
    Article,
    ArticleVersion,
    Credit,
    Statement,
    Hop,
    Claim,
    ClaimSource,
    Trace,
    Person,
    Organization: agent,
    Outlet,
    Office: agent,
    Government: agent,
    Group: agent,
    Unnamed,
    Role,
    Occasion,
  }
  return makeExecutableSchema<RequestContext>({
    typeDefs: readFileSync(SCHEMA_FILE, 'utf8'),
    resolvers: resolvers as Parameters<typeof makeExecutableSchema>[0]['resolvers'] & object,
  })
}
