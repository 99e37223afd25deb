import { refer, referAll, require } from './record-access.ts'
import type {
  ArticleResolvers,
  ArticleVersionResolvers,
  CreditResolvers,
  HopResolvers,
  OccasionResolvers,
} from './schema-types.ts'
import { statementsOf } from './statement-lists.ts'

export const Article: ArticleResolvers = {
  outlet: ({ outletId }, _, { loaders }) => refer(loaders, 'Agent', outletId),
  authors: ({ authorIds }, _, { loaders }) => referAll(loaders, 'Agent', authorIds),
  version: ({ versionId }, _, { loaders }) => refer(loaders, 'ArticleVersion', versionId),
  versions: async ({ id }, _, { loaders }) => (await loaders.versions.load(id)) ?? [],
  statements: ({ id }, args, context) => statementsOf(context, 'article', id, args, 'TEXT'),
}

export const Credit: CreditResolvers = {
  agent: ({ agentId }, _, { loaders }) => refer(loaders, 'Agent', agentId),
}

export const ArticleVersion: ArticleVersionResolvers = {
  text: async ({ id }, _, { loaders }) => (await loaders.versionText.load(id))!,
  article: ({ articleId }, _, { loaders }) => require(loaders, 'Article', articleId),
}

export const Hop: HopResolvers = {
  by: ({ byIds }, _, { loaders }) => referAll(loaders, 'Agent', byIds),
  to: ({ toIds }, _, { loaders }) => referAll(loaders, 'Agent', toIds),
  onBehalfOf: ({ onBehalfOfIds }, _, { loaders }) => referAll(loaders, 'Agent', onBehalfOfIds),
  annotatedIn: ({ annotatedInId }, _, { loaders }) => require(loaders, 'ArticleVersion', annotatedInId),
  saidIn: ({ placeId }, _, { loaders }) => refer(loaders, 'Place', placeId),
  occasion: ({ occasionId }, _, { loaders }) => refer(loaders, 'Occasion', occasionId),
  cites: ({ citesId }, _, { loaders }) => refer(loaders, 'Article', citesId),
  printedIn: ({ printedInId }, _, { loaders }) => refer(loaders, 'Article', printedInId),
}

export const Occasion: OccasionResolvers = {
  place: ({ placeId }, _, { loaders }) => refer(loaders, 'Place', placeId),
  statements: ({ id }, args, context) => statementsOf(context, 'occasion', id, args),
}
