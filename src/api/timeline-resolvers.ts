import { connectionOf, pageRequest } from './connection.ts'
import { recordOf, refer } from './record-access.ts'
import type { ClaimResolvers, DateConflictResolvers, TimelineEventResolvers } from './schema-types.ts'

const TIMELINE = 'timeline'

export const timeline: NonNullable<ClaimResolvers['timeline']> = async ({ id }, args, { loaders }) => {
  const request = pageRequest(args, TIMELINE)
  const page = await loaders.timeline.load({ id, args: request })
  return connectionOf(page, TIMELINE, request, async () => page.totalCount)
}

export const TimelineEvent: TimelineEventResolvers = {
  statement: ({ statementId }, _, { loaders }) => refer(loaders, 'Statement', statementId),
  subject: async ({ subjectId }, _, { loaders }) => (await recordOf(loaders, subjectId))!,
}

export const DateConflict: DateConflictResolvers = {
  statement: ({ statementId }, _, { loaders }) => refer(loaders, 'Statement', statementId),
}
