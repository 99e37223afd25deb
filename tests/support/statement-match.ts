import { foldCase } from '../../src/domain/fold-case.ts'
import type { StatementFilter } from '../../src/domain/statement-filter.ts'
import type { UncertainDate } from '../../src/domain/uncertain-date.ts'
import { matchesDateRange } from './date-range-match.ts'

/** What a filter looks at in a statement. */
export interface FilteredStatement {
  readonly speakerIds: readonly string[]
  readonly speakerKinds: readonly string[]
  readonly viaIds: readonly string[]
  readonly onBehalfOfIds: readonly string[]
  readonly addresseeIds: readonly string[]
  readonly outletId: string
  readonly articleId: string
  readonly claimId: string
  readonly occasionId: string | null
  readonly quoteType: string
  readonly speechAct: string
  readonly certainty: string
  readonly polarity: string
  readonly zone: string
  readonly status: string
  readonly said: UncertainDate
  readonly published: UncertainDate
  readonly text: string
}

/**
 * Whether a statement passes a filter, told in memory and straight from the filter's own shape: the meaning that the
 * database's evaluation is held against. The visibility rule is not part of it.
 */
export function matchesStatementFilter(statement: FilteredStatement, filter: StatementFilter): boolean {
  const holds: (boolean | null)[] = [
    among(statement.speakerIds, filter.speaker),
    among(statement.viaIds, filter.via),
    among(statement.onBehalfOfIds, filter.onBehalfOf),
    filter.hasOnBehalfOf == null ? null : statement.onBehalfOfIds.length > 0 === filter.hasOnBehalfOf,
    among(statement.addresseeIds, filter.addressee),
    among([statement.outletId], filter.outlet),
    among([statement.articleId], filter.article),
    among([statement.claimId], filter.claim),
    among(statement.occasionId === null ? [] : [statement.occasionId], filter.occasion),
    among([statement.quoteType], filter.quoteType),
    among([statement.speechAct], filter.speechAct),
    among([statement.certainty], filter.certainty),
    among([statement.polarity], filter.polarity),
    among([statement.zone], filter.zone),
    among([statement.status], filter.status),
    among(statement.speakerKinds, filter.speakerKind),
    filter.said == null ? null : matchesDateRange(statement.said, filter.said),
    among([statement.said.basis], filter.saidBasis),
    filter.published == null ? null : matchesDateRange(statement.published, filter.published),
    filter.text == null ? null : foldCase(statement.text).includes(foldCase(filter.text)),
    filter.and == null
      ? null
      : filter.and.length > 0 && filter.and.every((part) => matchesStatementFilter(statement, part)),
    filter.or == null ? null : filter.or.some((part) => matchesStatementFilter(statement, part)),
    filter.not == null ? null : !matchesStatementFilter(statement, filter.not),
  ]
  return holds.every((held) => held !== false)
}

const among = (found: readonly string[], wanted: readonly string[] | null | undefined) =>
  wanted == null ? null : found.some((value) => wanted.includes(value))
