import type { AnnotatedArticle } from '../domain/annotated-article.ts'
import type { QueryRunner } from './database.ts'
import type { EdgeFact, StateFact } from './facts.ts'

/** What storing an article changed, as far as proposals follow from it. */
export interface ArticleChanges {
  /** The records whose state changed or came. */
  readonly changedIds: readonly string[]
  /** The states that held before. */
  readonly before: ReadonlyMap<string, StateFact>
  /** The edges that began or ended. */
  readonly edges: readonly EdgeFact[]
  /** What the article names or named itself: whoever annotated it told these apart. */
  readonly ownIds: readonly string[]
  /** Whether the document's version is the newest of its article. */
  readonly isNewest: boolean
}

/** What the look-ups for one article work with. */
export interface CandidateSearch extends ArticleChanges {
  readonly transaction: QueryRunner
  readonly plan: AnnotatedArticle
}

/** Of each look-up: candidates that are compared, and index entries read for them, ended states included. */
export const CANDIDATES = 10
export const FETCHED = 40
