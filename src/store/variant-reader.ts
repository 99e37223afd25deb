import { pairsOf } from '../domain/drift/pairs.ts'
import type { JudgementRecord, StatementRecord } from '../domain/graph-records.ts'
import { type Utterance, type Variant, Variants } from '../domain/quotations/variants.ts'
import type { DriftGroup } from './drift-reader.ts'
import type { GraphView } from './graph-view.ts'
import { readQuotingStatements } from './utterance-reader.ts'

/** How a statement's utterance stands in another carrier. */
export interface QuoteVariant extends Variant {
  readonly statement: StatementRecord
  /** On these two; null where the verdict follows from decisions on others, or nothing is known. */
  readonly judgement: JudgementRecord | null
}

/**
 * The variants of statements, by id. One query beside those of their groups, and only where something was decided about
 * statements of other claims.
 */
export async function readVariants(
  view: GraphView,
  groupOf: ReadonlyMap<string, DriftGroup>,
): Promise<Map<string, QuoteVariant[]>> {
  const groups = [...new Set(groupOf.values())]
  const elsewhere = groups.flatMap(({ statements, utteranceJudgements }) =>
    utteranceJudgements
      .flatMap(({ leftId, rightId }) => [leftId, rightId])
      .filter((id) => !statements.has(id)),
  )
  const others = await readQuotingStatements(view, [...new Set(elsewhere)])
  const variantsOf = new Map(
    groups.map((group) => {
      const utterances = [...utterancesOf(group), ...others.map(({ utterance }) => utterance)]
      const pairs = pairsOf(group.world).map(({ from, to }) => [from.statement.id, to.statement.id] as const)
      return [group, new Variants(utterances, pairs, group.utteranceJudgements)]
    }),
  )
  const otherStatements = new Map(others.map(({ statement }) => [statement.id, statement]))
  return new Map(
    [...groupOf].map(([id, group]) => {
      const judgements = new Map(group.utteranceJudgements.map((one) => [one.id, one]))
      const variants = variantsOf
        .get(group)!
        .of(id)
        .map((variant) => ({
          ...variant,
          statement: group.statements.get(variant.statementId) ?? otherStatements.get(variant.statementId)!,
          judgement: variant.judgementId === null ? null : judgements.get(variant.judgementId)!,
        }))
      return [id, variants]
    }),
  )
}

function utterancesOf({ world }: DriftGroup): Utterance[] {
  const languages = new Map(world.articles.map(({ id, language }) => [id, language]))
  return world.statements.flatMap(({ id, articleId, quoted }) =>
    quoted === null ? [] : [{ id, articleId, text: quoted, language: languages.get(articleId) ?? 'und' }],
  )
}
