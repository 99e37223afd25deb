import { readFileSync } from 'node:fs'
import { makeExecutableSchema } from '@graphql-tools/schema'
import type { GraphQLSchema } from 'graphql'
import type { AgentRecord, GraphRecord } from '../domain/graph-records.ts'
import { AGENT_TYPES, anyAgent, Outlet, Person, Role, Unnamed } from './agent-resolvers.ts'
import { Article, ArticleVersion, Carriage, Credit, Hop, Occasion, Sourcing } from './article-resolvers.ts'
import { Claim, ClaimRelation, ClaimSource } from './claim-resolvers.ts'
import type { RequestContext } from './context.ts'
import { Correction, CorrectionEffect, corrections } from './correction-resolvers.ts'
import { Corroboration, Origin, PendingJoin } from './corroboration-resolvers.ts'
import { CoverageRow, Drift } from './coverage-resolvers.ts'
import { decisions, Judgement } from './decision-resolvers.ts'
import { publicationDecisions } from './publication-resolvers.ts'
import { Query } from './query-resolvers.ts'
import { QuoteMatch, QuoteVariant } from './quotation-resolvers.ts'
import { requireRecord } from './record-access.ts'
import { Review, reviews } from './review-resolvers.ts'
import { scalars } from './scalars.ts'
import type { IngestReceiptResolvers, MutationResolvers, Resolvers } from './schema-types.ts'
import { Statement } from './statement-resolvers.ts'
import { statusDecisions } from './status-resolvers.ts'
import { DateConflict, TimelineEvent } from './timeline-resolvers.ts'
import { Trace } from './trace-resolvers.ts'

const SCHEMA_FILE = new URL('../../schema.graphql', import.meta.url)

const Mutation: MutationResolvers = {
  ingestArticle: (_, { document }, { ingest }) => ingest(document),
  ...decisions,
  ...statusDecisions,
  ...publicationDecisions,
  ...corrections,
  ...reviews,
}

const IngestReceipt: IngestReceiptResolvers = {
  article: ({ articleId }, _, { loaders }) => requireRecord(loaders, 'Article', articleId),
  version: ({ versionId }, _, { loaders }) => requireRecord(loaders, 'ArticleVersion', versionId),
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
    Judgement,
    Correction,
    CorrectionEffect,
    Review,
    Corroboration,
    Origin,
    PendingJoin,
    ClaimRelation,
    TimelineEvent,
    DateConflict,
    Carriage,
    QuoteMatch,
    QuoteVariant,
    CoverageRow,
    Drift,
    Sourcing,
  }
  return makeExecutableSchema<RequestContext>({
    typeDefs: readFileSync(SCHEMA_FILE, 'utf8'),
    resolvers: resolvers as Parameters<typeof makeExecutableSchema>[0]['resolvers'] & object,
  })
}
