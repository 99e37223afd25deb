import type { JudgementProperties } from '../cypher/shapes.ts'
import { judgementId } from '../domain/identity.ts'
import { judgementPair } from '../domain/judgement.ts'
import type { JudgementKind, Verdict } from '../domain/vocabulary.ts'
import type { FactWriter } from './fact-writer.ts'
import type { EdgeFact, RecordFact, StateFact } from './facts.ts'
import { withoutNulls } from './property-codec.ts'

/** A decision of a person, or, with PROPOSED, a machine's proposal of one. */
export interface WantedJudgement {
  readonly kind: JudgementKind
  readonly leftId: string
  readonly rightId: string
  readonly verdict: Verdict
  readonly score?: number | null
  readonly method: string
  readonly evidence?: string | null
  readonly note?: string | null
  /** Of a proposal: whether decisions on others answer it. */
  readonly settled?: boolean
}

/** The last turn on a pair, or null; and who decides. */
export interface JudgementTurn {
  readonly previous: JudgementProperties | null
  readonly by: string
}

/**
 * Begins judgements, all in one write.
 * @returns their ids
 */
export async function beginJudgements(
  writer: FactWriter,
  wanted: readonly (WantedJudgement & JudgementTurn)[],
): Promise<string[]> {
  const facts = wanted.map((one) => judgementFacts(one, writer.instant))
  // What is called first runs first: the records are there when their facts come.
  await Promise.all([
    writer.putRecords(facts.map(({ record }) => record)),
    writer.writeStates(
      [],
      facts.map(({ state }) => state),
    ),
    writer.writeEdges(
      [],
      facts.flatMap(({ edges }) => edges),
    ),
  ])
  return facts.map(({ record }) => record.id)
}

function judgementFacts(
  {
    kind,
    leftId,
    rightId,
    verdict,
    score,
    method,
    evidence,
    note,
    settled = false,
    previous,
    by,
  }: WantedJudgement & JudgementTurn,
  instant: string,
): { readonly record: RecordFact; readonly state: StateFact; readonly edges: readonly EdgeFact[] } {
  const pair = judgementPair(kind, leftId, rightId)
  const turn = (previous?.turn ?? 0) + 1
  const id = judgementId(pair, turn)
  const isProposal = verdict === 'PROPOSED'
  const side = (type: string, target: string): EdgeFact => ({
    type,
    source: id,
    target,
    properties: { judgementKind: kind, verdict },
  })
  return {
    record: { id, labels: ['Judgement'], fixed: { pair }, copies: { judgementKind: kind, verdict } },
    state: {
      recordId: id,
      label: 'JudgementState',
      properties: withoutNulls({
        judgementId: id,
        judgementKind: kind,
        verdict,
        leftId,
        rightId,
        score: score ?? null,
        method,
        evidence: evidence ?? null,
        decidedBy: isProposal ? null : by,
        decidedAt: isProposal ? null : instant,
        note: note ?? null,
        turn,
        previousId: previous?.judgementId ?? null,
        // Without the sort key: what is not asked stands in no list.
        ...(settled ? { settled } : { recordedDescending: `${instant} ${id}` }),
      }),
    },
    edges: [side('LEFT', leftId), side('RIGHT', rightId)],
  }
}
