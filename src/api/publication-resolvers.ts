import { checkedId } from '../domain/identity.ts'
import { setPublicationDate } from '../store/put-publication-date.ts'
import { writtenDate } from './checked-date.ts'
import { checkedBy, optionalText } from './checked-text.ts'
import { requireRecord } from './record-access.ts'
import type { MutationResolvers } from './schema-types.ts'

/** What a person decides of the day on which an article was published. */
export const publicationDecisions = {
  setPublicationDate: async (_, { article, published, note, by }, context) => {
    const id = checkedId(article, 'Article')
    const { edtf } = writtenDate('published', published)
    const why = optionalText('note', note)
    const who = checkedBy(by)
    await context.write((database, now) => setPublicationDate(database, id, edtf!, why, { now, by: who }))
    return requireRecord(context.loaders, 'Article', id)
  },
} satisfies MutationResolvers
