import { ascendingKey } from '../domain/date-order.ts'
import { unknownDate } from '../domain/uncertain-date.ts'
import { pageRequest } from './connection.ts'
import { referAll, requireRecord } from './record-access.ts'
import type { CorroborationResolvers, OriginResolvers, PendingJoinResolvers } from './schema-types.ts'

/** The first of a list, with the limits that pages have. */
const firstOf = <Item>(items: readonly Item[], { first }: { readonly first?: number | null }, list: string) =>
  items.slice(0, pageRequest({ first: first ?? null }, list).first)

export const Corroboration: CorroborationResolvers = {
  statementCount: ({ count }) => count.statementIds.length,
  articleCount: ({ count }) => count.articleIds.length,
  outletCount: ({ count }) => count.outletIds.length,
  independentOrigins: ({ count }) => count.independentOrigins,
  originsAtLeast: ({ count }) => count.originsAtLeast,
  disputingOrigins: ({ count }) => count.disputingOrigins,
  origins: ({ count, publishedOf }, args) =>
    firstOf(count.origins, args, 'origins').map((origin) => ({ origin, publishedOf })),
  disputing: ({ count, publishedOf }, args) =>
    firstOf(count.disputing, args, 'disputing').map((origin) => ({ origin, publishedOf })),
  undecided: ({ count }, args) =>
    firstOf(
      count.undecided.filter(({ proposal }) => proposal.judgementId !== null),
      args,
      'undecided',
    ),
}

export const Origin: OriginResolvers = {
  id: ({ origin }) => origin.key,
  label: ({ origin }) => origin.label,
  agents: ({ origin }, _, { loaders }) => referAll(loaders, 'Agent', origin.agentIds),
  because: ({ origin }) => [...origin.because],
  statements: ({ origin }, args, { loaders }) =>
    referAll(loaders, 'Statement', firstOf(origin.statementIds, args, 'origin statements')),
  outlets: ({ origin }, args, { loaders }) =>
    referAll(loaders, 'Agent', firstOf(origin.outletIds, args, 'origin outlets')),
  independentReports: ({ origin }) => origin.independentReports,
  occasions: ({ origin }, _, { loaders }) => referAll(loaders, 'Occasion', origin.occasionIds),
  retracted: ({ origin }) => origin.retracted,
  firstPublished: ({ origin, publishedOf }) =>
    origin.statementIds
      .flatMap((id) => publishedOf.get(id) ?? [])
      .sort((one, other) => (ascendingKey(one) < ascendingKey(other) ? -1 : 1))[0] ?? unknownDate(),
}

export const PendingJoin: PendingJoinResolvers = {
  judgement: ({ proposal }, _, { loaders }) => requireRecord(loaders, 'Judgement', proposal.judgementId!),
}
