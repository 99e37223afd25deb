import { quotedOfClaims, quotedOfOccasions, quotedWords, relatedMeanings } from '../cypher/queries.ts'
import type { StatementProperties } from '../cypher/shapes.ts'
import { groupBy } from '../domain/group-by.ts'
import { kindOfId } from '../domain/identity.ts'
import { FOREVER } from '../domain/instant.ts'
import type { Proposal } from '../domain/proposals/proposal.ts'
import { proposeSameUtterance, type QuotedStatement } from '../domain/proposals/same-utterance.ts'
import { VISIBLE_STATUSES } from '../domain/visibility.ts'
import type { QuoteType } from '../domain/vocabulary.ts'
import { CANDIDATES, type CandidateSearch } from './candidate-search.ts'
import type { QueryRunner } from './database.ts'
import type { StateFact } from './facts.ts'

const QUOTE_TYPES: readonly QuoteType[] = ['DIRECT', 'MIXED']
/** Of each claim or occasion: index entries walked, and quotations of them that are compared. */
const WALKED = 200
const QUOTED = 50
/** Claims or occasions that may be one with a statement's own. */
const RELATED = 30

/**
 * Which quotations in other articles may be the same utterance as the new ones of this article, or as those of a claim or
 * occasion that it made a question about. They are looked for within the same claim or occasion and within those that
 * are proposed to be the same, so that nothing is left out when they are joined.
 *
 * @param asked the claims and occasions that new proposals are about
 */
export async function findLikeUtterances(
  { transaction, plan, before, changedIds }: CandidateSearch,
  asked: readonly string[],
): Promise<Proposal[]> {
  const planned = new Map(plan.statements.map((statement) => [statement.id, statement]))
  const changed = changedIds.filter((id) => QUOTE_TYPES.includes(planned.get(id)?.quoteType as QuoteType))
  const ofAsked = await readStatementsOf(transaction, asked)
  const own = (
    await readQuoted(transaction, [...changed, ...ofAsked.map(({ statementId }) => statementId)])
  ).filter((one) => !before.has(one.id) || !changed.includes(one.id) || isOtherwise(one, before.get(one.id)!))
  if (own.length === 0) return []
  const [claims, occasions] = await Promise.all([
    readRelated(
      transaction,
      'SAME_CLAIM',
      own.map(({ claimId }) => claimId),
    ),
    readRelated(
      transaction,
      'SAME_OCCASION',
      own.flatMap(({ properties }) => properties.occasionId ?? []),
    ),
  ])
  const found = await readStatementsOf(transaction, [...allOf(claims), ...allOf(occasions)])
  const byAnchor = groupBy(found, ({ anchorId }) => anchorId)
  const others = new Map(
    (
      await readQuoted(
        transaction,
        found.map(({ statementId }) => statementId),
      )
    ).map((one) => [one.id, one]),
  )
  return own.flatMap((one) => {
    const near = [
      ...(claims.get(one.claimId) ?? []),
      ...(occasions.get(one.properties.occasionId ?? '') ?? []),
    ]
    const candidates = new Set(
      near.flatMap(({ id }) => (byAnchor.get(id) ?? []).map(({ statementId }) => statementId)),
    )
    const oneClaims = new Set((claims.get(one.claimId) ?? []).flatMap(({ id, isOne }) => (isOne ? id : [])))
    return [...candidates]
      .flatMap((id) => {
        const other = others.get(id)!
        return (
          proposeSameUtterance(one, other, {
            oneClaim: oneClaims.has(other.claimId),
            oneOccasionOrSpeaker:
              (one.occasionId !== null && one.occasionId === other.occasionId) ||
              one.speakerIds.some((speaker) => other.speakerIds.includes(speaker)),
          }) ?? []
        )
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, CANDIDATES)
  })
}

type Quoted = QuotedStatement & {
  readonly claimId: string
  readonly occasionId: string | null
  readonly speakerIds: readonly string[]
  readonly properties: QuotedState
}

/** What is read of a statement's state. */
type QuotedState = Pick<
  StatementProperties,
  'statementId' | 'articleId' | 'claimId' | 'occasionId' | 'quoteType' | 'text'
>

/** Whether a statement that was there is another one for who looks for the like of it. */
const isOtherwise = ({ claimId, properties }: Quoted, { properties: held }: StateFact) =>
  held.claimId !== claimId ||
  held.occasionId !== properties.occasionId ||
  held.quoteType !== properties.quoteType

/** Of claims and occasions, the shown statements that quote. */
async function readStatementsOf(transaction: QueryRunner, ids: readonly string[]) {
  const bounds = {
    quoteTypes: QUOTE_TYPES,
    statuses: VISIBLE_STATUSES,
    walked: WALKED,
    limit: QUOTED,
    forever: FOREVER,
  }
  const [claims, occasions] = ['Claim', 'Occasion'].map((kind) => [
    ...new Set(ids.filter((id) => kindOfId(id) === kind)),
  ])
  const found = await Promise.all([
    claims!.length === 0 ? [] : transaction.run(quotedOfClaims, { ...bounds, claims: claims! }),
    occasions!.length === 0 ? [] : transaction.run(quotedOfOccasions, { ...bounds, occasions: occasions! }),
  ])
  return found.flat()
}

async function readQuoted(transaction: QueryRunner, ids: readonly string[]): Promise<Quoted[]> {
  if (ids.length === 0) return []
  const statements = [...new Set(ids)]
  const rows = await transaction.run(quotedWords, {
    statements,
    statuses: VISIBLE_STATUSES,
    forever: FOREVER,
  })
  return rows.map(({ state: told, quoted, language, speakerIds, occasionId }) => {
    const state = told as unknown as QuotedState
    return {
      id: state.statementId,
      articleId: state.articleId,
      claimId: state.claimId,
      words: quoted.length > 0 ? quoted.join(' … ') : state.text,
      language,
      speakerIds,
      occasionId,
      properties: state,
    }
  })
}

type Related = ReadonlyMap<string, readonly { readonly id: string; readonly isOne: boolean }[]>

async function readRelated(
  transaction: QueryRunner,
  kind: 'SAME_CLAIM' | 'SAME_OCCASION',
  ids: readonly string[],
): Promise<Related> {
  if (ids.length === 0) return new Map()
  const rows = await transaction.run(relatedMeanings, {
    ids: [...new Set(ids)],
    kind,
    limit: RELATED,
    forever: FOREVER,
  })
  return new Map(
    [...groupBy(rows, ({ id }) => id)].map(([id, related]) => [
      id,
      related.map(({ relatedId, isOne }) => ({ id: relatedId, isOne })),
    ]),
  )
}

const allOf = (related: Related) => [
  ...new Set([...related.values()].flatMap((list) => list.map(({ id }) => id))),
]
