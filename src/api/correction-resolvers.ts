import { checkedId } from '../domain/identity.ts'
import { recordCorrection } from '../store/put-correction.ts'
import { writtenDate } from './checked-date.ts'
import { checkedBy, checkedText, optionalText } from './checked-text.ts'
import { requireRecord } from './record-access.ts'
import type { CorrectionEffectResolvers, CorrectionResolvers, MutationResolvers } from './schema-types.ts'

export const corrections = {
  recordCorrection: async (_, { input }, context) => {
    const wanted = {
      articleId: checkedId(input.article, 'Article'),
      kind: input.kind,
      text: checkedText('text', input.text),
      note: optionalText('note', input.note),
      issued: writtenDate('issued', input.issued),
      affectedIds: (input.affects ?? []).map((id) => checkedId(id, 'Statement')),
    }
    const by = checkedBy(input.by)
    const id = await context.write((database, now) => recordCorrection(database, wanted, { now, by }))
    return requireRecord(context.loaders, 'Correction', id)
  },
} satisfies MutationResolvers

export const Correction: CorrectionResolvers = {
  article: ({ articleId }, _, { loaders }) => requireRecord(loaders, 'Article', articleId),
  affects: ({ effects }) => effects,
}

export const CorrectionEffect: CorrectionEffectResolvers = {
  statement: ({ statementId }, _, { loaders }) => requireRecord(loaders, 'Statement', statementId),
}
