import { likeTexts } from '../cypher/queries.ts'
import { FOREVER } from '../domain/instant.ts'
import { type ComparedText, proposeDerivedFrom, tellingPhrases } from '../domain/proposals/derived-from.ts'
import type { Proposal } from '../domain/proposals/proposal.ts'
import { CANDIDATES, type CandidateSearch, FETCHED } from './candidate-search.ts'
import { phraseQuery } from './likeness-query.ts'
import { readDate } from './property-codec.ts'

/** A link that somebody knows from elsewhere waits for a decision like one that a machine found. */
export function externalLinks({ plan: { article }, edges }: CandidateSearch): Proposal[] {
  const begun = new Set(edges.filter(({ type }) => type === 'DERIVED_FROM').map(({ target }) => target))
  return article.derivedFrom
    .filter(({ articleId, basis }) => basis === 'EXTERNAL' && begun.has(articleId))
    .map(({ articleId }) => ({
      kind: 'DERIVED_FROM',
      leftId: article.id,
      rightId: articleId,
      score: 1,
      method: 'stated by annotator as external',
      evidence:
        'The annotator of the article knows from elsewhere that it was taken from the other; neither says so itself.',
    }))
}

/** Of which articles the newest text of this one may be a copy, or they of it. */
export async function findCopiedTexts({
  transaction,
  plan,
  before,
  isNewest,
}: CandidateSearch): Promise<Proposal[]> {
  const { article, version } = plan
  const query = phraseQuery('text', tellingPhrases(version.text))
  if (!isNewest || before.has(version.id) || query === null) return []
  const rows = await transaction.run(likeTexts, {
    query,
    article: article.id,
    fetch: FETCHED,
    limit: CANDIDATES,
    forever: FOREVER,
  })
  const own: ComparedText = {
    id: article.id,
    text: version.text,
    language: article.language,
    published: article.published,
  }
  const stated = new Set(article.derivedFrom.map(({ articleId }) => articleId))
  return rows.flatMap(({ id, text, linked, state }) =>
    linked || stated.has(id)
      ? []
      : (proposeDerivedFrom(own, {
          id,
          text,
          language: state.language,
          published: readDate(state, 'published'),
        }) ?? []),
  )
}
