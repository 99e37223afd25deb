import type { CountedKind } from '../domain/identity.ts'

const PLURALS: Readonly<Record<CountedKind, readonly [one: string, many: string]>> = {
  Article: ['article', 'articles'],
  ArticleVersion: ['version', 'versions'],
  Statement: ['statement', 'statements'],
  Attribution: ['hop', 'hops'],
  Agent: ['agent', 'agents'],
  Claim: ['claim', 'claims'],
  Occasion: ['occasion', 'occasions'],
  Place: ['place', 'places'],
  // What a document brings about of them are proposals.
  Judgement: ['proposal', 'proposals'],
}

/** "1 article", "47 statements". */
export function counted(count: number, kind: CountedKind): string {
  return `${count} ${PLURALS[kind][count === 1 ? 0 : 1]}`
}

/** What was done to the records of each kind, in words: "created 1 article, 47 statements; known 2 agents". */
export function describeCounts(
  counts: readonly {
    readonly kind: string
    readonly created: number
    readonly known: number
    readonly changed: number
    readonly withdrawn: number
  }[],
): string {
  const parts = (['created', 'changed', 'withdrawn', 'known'] as const).flatMap((did) => {
    const some = counts.filter((count) => count[did] > 0)
    return some.length === 0
      ? []
      : [`${did} ${some.map((count) => counted(count[did], count.kind as CountedKind)).join(', ')}`]
  })
  return parts.join('; ')
}
