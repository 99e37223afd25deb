import { checkedId } from '../domain/identity.ts'
import { judge, withdrawJudgement } from '../store/put-judgement.ts'
import { refer, requireRecord } from './record-access.ts'
import type { JudgementResolvers, MutationResolvers } from './schema-types.ts'

const UNKNOWN = 'unknown'

export const decisions = {
  judge: async (_, { input }, context) => {
    const { kind, left, right, verdict, note, by } = input
    const id = await context.write((database, now) =>
      judge(
        database,
        {
          kind,
          leftId: checkedId(left),
          rightId: checkedId(right),
          verdict,
          method: 'MANUAL',
          note: note ?? null,
        },
        { now, by: by ?? UNKNOWN },
      ),
    )
    return requireRecord(context.loaders, 'Judgement', id)
  },

  withdrawJudgement: async (_, { id, note, by }, context) => {
    checkedId(id, 'Judgement')
    await context.write((database, now) =>
      withdrawJudgement(database, id, note ?? null, { now, by: by ?? UNKNOWN }),
    )
    return requireRecord(context.loaders, 'Judgement', id)
  },
} satisfies MutationResolvers

export const Judgement: JudgementResolvers = {
  left: async ({ leftId }, _, { loaders }) => (await loaders.exactRecord.load(leftId))!,
  right: async ({ rightId }, _, { loaders }) => (await loaders.exactRecord.load(rightId))!,
  previous: ({ previousId }, _, { loaders }) => refer(loaders, 'Judgement', previousId),
}
