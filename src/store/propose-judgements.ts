import { describedTogether, judgedPairs } from '../cypher/queries.ts'
import type { AnnotatedArticle } from '../domain/annotated-article.ts'
import { groupBy } from '../domain/group-by.ts'
import { FOREVER } from '../domain/instant.ts'
import { impliedVerdicts, isMerging, isSameness, judgementPair } from '../domain/judgement.ts'
import type { Proposal } from '../domain/proposals/proposal.ts'
import type { ArticleChanges, CandidateSearch } from './candidate-search.ts'
import { externalLinks, findCopiedTexts } from './copied-texts.ts'
import type { QueryRunner } from './database.ts'
import { readDecided } from './decided-pairs.ts'
import type { FactWriter } from './fact-writer.ts'
import { beginJudgements } from './judgement-facts.ts'
import { findLikeRecords } from './like-records.ts'
import { findLikeUtterances } from './like-utterances.ts'

/** Whoever runs the service stands behind what it finds. */
const FINDER = { by: 'claimgraph', method: 'EXTRACTED' } as const

/**
 * Proposes what the records that an article brought may be one with, and what its text may be a copy of. A pair that was
 * ever proposed or decided is not proposed again; one that decisions on others answer is settled. Every look-up is
 * bounded, so the cost does not grow with the graph; an article that changed nothing costs nothing.
 *
 * @returns how many are asked
 */
export async function proposeJudgements(
  transaction: QueryRunner,
  writer: FactWriter,
  plan: AnnotatedArticle,
  changes: ArticleChanges,
): Promise<number> {
  const search: CandidateSearch = { transaction, plan, ...changes }
  const finding = writer.recordedBy(FINDER)
  const [records, copies] = await Promise.all([findLikeRecords(search), findCopiedTexts(search)])
  const asked = await record(transaction, finding, [...records, ...externalLinks(search), ...copies])
  // Utterances are looked for among what may be one claim, so those proposals come first.
  const utterances = await findLikeUtterances(
    search,
    asked.flatMap(({ leftId, rightId }) => [leftId, rightId]),
  )
  return asked.length + (await record(transaction, finding, utterances)).length
}

/**
 * Records those proposals whose pair was never judged and that no article tells apart. What decisions on others answer
 * is settled from the start, so that it is asked once they are withdrawn.
 *
 * @returns those that are asked now
 */
async function record(
  transaction: QueryRunner,
  writer: FactWriter,
  found: readonly Proposal[],
): Promise<readonly Proposal[]> {
  const byPair = new Map<string, Proposal>()
  for (const proposal of found) {
    const pair = judgementPair(proposal.kind, proposal.leftId, proposal.rightId)
    const known = byPair.get(pair)
    if (!known || known.score < proposal.score) byPair.set(pair, proposal)
  }
  if (byPair.size === 0) return []
  const bothWays = [...byPair.values()].flatMap(({ kind, leftId, rightId }) => [
    judgementPair(kind, leftId, rightId),
    judgementPair(kind, rightId, leftId),
  ])
  const rows = await transaction.run(judgedPairs, { pairs: [...new Set(bothWays)] })
  const judged = new Set(rows.map(({ pair }) => pair))
  const never = [...byPair].filter(
    ([pair, { kind, leftId, rightId }]) =>
      !judged.has(pair) && !judged.has(judgementPair(kind, rightId, leftId)),
  )
  const together = await readToldApart(transaction, never)
  const asked = never.filter(([pair]) => !together.has(pair)).map(([, proposal]) => proposal)
  const answered = await findAnswered(transaction, asked)
  const wanted = asked.map((proposal) => ({
    ...proposal,
    verdict: 'PROPOSED' as const,
    settled: answered.has(proposal),
    previous: null,
    by: FINDER.by,
  }))
  if (wanted.length > 0) await beginJudgements(writer, wanted)
  return asked.filter((proposal) => !answered.has(proposal))
}

/** Those that a chain of decisions in force answers already. */
async function findAnswered(
  transaction: QueryRunner,
  asked: readonly Proposal[],
): Promise<ReadonlySet<Proposal>> {
  const answered = new Set<Proposal>()
  for (const proposals of groupBy(asked, ({ kind }) => kind).values()) {
    const { kind } = proposals[0]!
    if (!isSameness(kind)) continue
    const sides = new Set(proposals.flatMap(({ leftId, rightId }) => [leftId, rightId]))
    const verdictOn = impliedVerdicts(await readDecided(transaction, kind, [...sides]))
    for (const proposal of proposals) {
      if (verdictOn(proposal.leftId, proposal.rightId) !== null) answered.add(proposal)
    }
  }
  return answered
}

/** The pairs that one article names side by side: whoever annotated it told them apart. */
async function readToldApart(
  transaction: QueryRunner,
  proposals: readonly (readonly [pair: string, proposal: Proposal])[],
): Promise<ReadonlySet<string>> {
  const pairs = proposals
    .filter(([, { kind }]) => isMerging(kind))
    .map(([pair, { leftId, rightId }]) => ({ pair, leftId, rightId }))
  if (pairs.length === 0) return new Set()
  const rows = await transaction.run(describedTogether, { pairs, forever: FOREVER })
  return new Set(rows.map(({ pair }) => pair))
}
