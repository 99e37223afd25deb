import type { ProvenanceNode } from './provenance.ts'
import type { Trail } from './rule2-who-has-it-from-whom.ts'

/**
 * Rule 5: SAME_UTTERANCE makes one root. The sources of the two statements have it from each other, so they share
 * whatever way out one of them has. Returns the pairs. `accepted` are ids of open decisions to read as positive.
 */
export function rule5JoinUtterances(
  { side, provenance, nodeOf }: Trail,
  accepted: ReadonlySet<string>,
): (readonly [ProvenanceNode, ProvenanceNode])[] {
  const statements = new Map(side.statements.map((statement) => [statement.id, statement]))
  const pairs: (readonly [ProvenanceNode, ProvenanceNode])[] = []
  for (const { id, kind, verdict, leftId, rightId } of side.world.decisions) {
    if (kind !== 'SAME_UTTERANCE' || (verdict !== 'POSITIVE' && !accepted.has(id))) continue
    const [left, right] = [statements.get(leftId), statements.get(rightId)]
    if (!left || !right || nodeOf(left) === nodeOf(right)) continue
    const pair = [nodeOf(left), nodeOf(right)] as const
    pairs.push(pair)
    provenance.add({
      from: pair[0],
      to: pair[1],
      reason: 'DECISION',
      articleId: left.articleId,
      decisionId: id,
    })
    provenance.add({
      from: pair[1],
      to: pair[0],
      reason: 'DECISION',
      articleId: right.articleId,
      decisionId: id,
    })
  }
  return pairs
}
