import { ClaimgraphError } from '../domain/claimgraph-error.ts'
import { LATEST } from '../domain/instant.ts'
import type { Database } from '../store/database.ts'
import { readDateConflicts } from '../store/date-conflict-reader.ts'
import { type PutCount, putArticle } from '../store/put-article.ts'
import type { DocumentProblem } from './document-problems.ts'
import { planArticle } from './plan-article.ts'

/** What an ingest did. */
export interface IngestReceipt {
  readonly articleId: string
  readonly versionId: string
  readonly counts: readonly PutCount[]
  readonly warnings: readonly string[]
}

export interface IngestOptions {
  /** Bytes of the document as JSON in UTF-8; larger ones are refused. */
  readonly maxBytes?: number
  /** The clock of recording. */
  readonly now?: () => Date
}

/** Two million bytes: some three hundred pages of text. */
export const DEFAULT_MAX_DOCUMENT_BYTES = 2_000_000

/**
 * The one path by which articles come in: checks the whole document, then stores all of it or nothing. The same
 * document again changes nothing.
 *
 * @param document an annotated article as `docs/article-document.md` has it, of unknown shape
 * @throws ClaimgraphError INVALID_DOCUMENT with every problem in `details.problems`, DOCUMENT_TOO_LARGE
 */
export async function ingestArticle(
  database: Database,
  document: unknown,
  { maxBytes = DEFAULT_MAX_DOCUMENT_BYTES, now = () => new Date() }: IngestOptions = {},
): Promise<IngestReceipt> {
  refuseLarge(document, maxBytes)
  const planned = planArticle(document)
  if (!planned.ok) throw invalidDocument(planned.problems)
  const { plan, warnings } = planned
  const { counts, orphaned } = await putArticle(database, plan, { now })
  const articleId = plan.article.id
  // Only the graph knows the date of an occasion that another document tells.
  const conflicts = (await readDateConflicts({ database, known: LATEST }, [articleId])).get(articleId) ?? []
  return {
    articleId,
    versionId: plan.version.id,
    counts,
    warnings: [
      ...warnings,
      ...orphaned.map(
        ({ id, text }) =>
          `${id} is orphaned. “${text}” stands more than once, or only in part, in the newest version of the article. Look at it; then add it to the document of that version, or set its status (setStatementStatus).`,
      ),
      ...conflicts.map(({ because }) => `Dates in conflict. ${because}`),
    ],
  }
}

/** @throws ClaimgraphError DOCUMENT_TOO_LARGE */
export function refuseLarge(document: unknown, maxBytes: number): void {
  const bytes = bytesOf(document)
  if (bytes > maxBytes)
    throw new ClaimgraphError(
      'DOCUMENT_TOO_LARGE',
      `The document has ${bytes} bytes; at most ${maxBytes} are accepted. CLAIMGRAPH_MAX_DOCUMENT_BYTES sets the limit.`,
      { limit: maxBytes, found: bytes },
    )
}

// What JSON cannot write (circles, endless depth) is no question of size: the check of the document tells it.
function bytesOf(document: unknown): number {
  try {
    return Buffer.byteLength(JSON.stringify(document) ?? '')
  } catch {
    return 0
  }
}

export function invalidDocument(problems: readonly DocumentProblem[]): ClaimgraphError {
  const [first] = problems
  const many = problems.length === 1 ? 'There is 1 problem' : `There are ${problems.length} problems`
  return new ClaimgraphError(
    'INVALID_DOCUMENT',
    `The document was not stored. ${many}; the first: ${first?.path}: ${first?.message}`,
    { problems },
  )
}
