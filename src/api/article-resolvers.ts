import { pageRequest } from './connection.ts'
import { refer, referAll, requireRecord } from './record-access.ts'
import type {
  ArticleResolvers,
  ArticleVersionResolvers,
  CarriageResolvers,
  CreditResolvers,
  HopResolvers,
  OccasionResolvers,
  SourcingResolvers,
} from './schema-types.ts'
import { statementsOf } from './statement-lists.ts'

export const Article: ArticleResolvers = {
  outlet: ({ outletId }, _, { loaders }) => refer(loaders, 'Agent', outletId),
  authors: ({ authorIds }, _, { loaders }) => referAll(loaders, 'Agent', authorIds),
  version: ({ versionId }, _, { loaders }) => refer(loaders, 'ArticleVersion', versionId),
  corrections: async ({ id }, _, { loaders }) => (await loaders.correctionsOfArticle.load(id)) ?? [],
  dateConflicts: async ({ id }, _, { loaders }) => (await loaders.dateConflicts.load(id)) ?? [],
  versions: async ({ id }, _, { loaders }) => (await loaders.versions.load(id)) ?? [],
  statements: ({ id }, args, context) => statementsOf(context, 'article', id, args, 'TEXT'),
  carriage: async ({ id }, _, { loaders }) => [...((await loaders.carriage.load(id)) ?? [])],
  sourcing: async ({ id }, _, { loaders }) => (await loaders.sourcing.load(id))!,
  derivatives: async ({ id }, { first }, { loaders }) => {
    const { first: limit } = pageRequest({ first: first ?? null }, 'derivatives')
    return referAll(loaders, 'Article', await loaders.derivatives.load({ id, args: limit }))
  },
}

export const Carriage: CarriageResolvers = {
  article: ({ articleId }, _, { loaders }) => requireRecord(loaders, 'Article', articleId),
  score: ({ judgement }) => judgement?.score ?? null,
}

export const Sourcing: SourcingResolvers = {
  restingOnOneUnnamed: ({ restingOnOneUnnamed }, _, { loaders }) =>
    referAll(loaders, 'Claim', restingOnOneUnnamed),
}

export const Credit: CreditResolvers = {
  agent: ({ agentId }, _, { loaders }) => refer(loaders, 'Agent', agentId),
}

export const ArticleVersion: ArticleVersionResolvers = {
  text: async ({ id }, _, { loaders }) => (await loaders.versionText.load(id))!,
  article: ({ articleId }, _, { loaders }) => requireRecord(loaders, 'Article', articleId),
}

export const Hop: HopResolvers = {
  by: ({ byIds }, _, { loaders }) => referAll(loaders, 'Agent', byIds),
  to: ({ toIds }, _, { loaders }) => referAll(loaders, 'Agent', toIds),
  onBehalfOf: ({ onBehalfOfIds }, _, { loaders }) => referAll(loaders, 'Agent', onBehalfOfIds),
  annotatedIn: ({ annotatedInId }, _, { loaders }) => requireRecord(loaders, 'ArticleVersion', annotatedInId),
  saidIn: ({ placeId }, _, { loaders }) => refer(loaders, 'Place', placeId),
  occasion: ({ occasionId }, _, { loaders }) => refer(loaders, 'Occasion', occasionId),
  cites: ({ citesId }, _, { loaders }) => refer(loaders, 'Article', citesId),
  printedIn: ({ printedInId }, _, { loaders }) => refer(loaders, 'Article', printedInId),
}

export const Occasion: OccasionResolvers = {
  place: ({ placeId }, _, { loaders }) => refer(loaders, 'Place', placeId),
  statements: ({ id }, args, context) => statementsOf(context, 'occasion', id, args),
}
