import { canonicalUrl } from '../domain/canonical-url.ts'
import { ClaimgraphError } from '../domain/claimgraph-error.ts'
import { checkedId } from '../domain/identity.ts'
import { addReview, type WantedReview } from '../store/put-review.ts'
import { writtenDate } from './checked-date.ts'
import { checkedBy, checkedText, optionalText } from './checked-text.ts'
import { recordOf, referAll, requireRecord } from './record-access.ts'
import type { MutationResolvers, ReviewInput, ReviewResolvers } from './schema-types.ts'

export const reviews = {
  addReview: async (_, { input }, context) => {
    const wanted = {
      subjectId: checkedId(input.subject, 'Claim', 'Statement'),
      publisher: publisherOf(input),
      url: input.url == null ? null : canonical(input.url),
      title: optionalText('title', input.title),
      rating: checkedText('rating', input.rating),
      normalized: input.normalized ?? 'OTHER',
      published: writtenDate('published', input.published),
      citedStatementIds: (input.citedStatements ?? []).map((id) => checkedId(id, 'Statement')),
    }
    const by = checkedBy(input.by)
    const id = await context.write((database, now) => addReview(database, wanted, { now, by }))
    return requireRecord(context.loaders, 'Review', id)
  },
} satisfies MutationResolvers

function publisherOf({ publisher, publisherName }: ReviewInput): WantedReview['publisher'] {
  if ((publisher == null) === (publisherName == null))
    throw new ClaimgraphError(
      'INVALID_ARGUMENTS',
      `Give exactly one of publisher, publisherName; ${publisher == null ? 'none is' : 'both are'} given.`,
    )
  return publisher == null
    ? { name: checkedText('publisherName', publisherName!, { name: true }) }
    : { id: checkedId(publisher, 'Agent') }
}

function canonical(url: string): string {
  const read = canonicalUrl(url)
  if (!read.ok) throw new ClaimgraphError('INVALID_ARGUMENTS', read.message)
  return read.url
}

export const Review: ReviewResolvers = {
  subject: async ({ subjectId }, _, { loaders }) => (await recordOf(loaders, subjectId))!,
  publisher: ({ publisherId }, _, { loaders }) => requireRecord(loaders, 'Agent', publisherId),
  citedStatements: ({ citedStatementIds }, _, { loaders }) =>
    referAll(loaders, 'Statement', citedStatementIds),
}
