import { carriageByArticle, derivativesByArticle } from '../cypher/queries.ts'
import type { ArticleProperties } from '../cypher/shapes.ts'
import type { ArticleRecord, JudgementRecord } from '../domain/graph-records.ts'
import type { Basis, CarriageKind } from '../domain/vocabulary.ts'
import type { GraphView } from './graph-view.ts'
import { articleRecord, judgementRecord } from './record-reader.ts'

/** Where an article has its matter from: what its document states, what was decided, and what is proposed. */
export interface Carriage {
  readonly articleId: string
  readonly carriageKind: CarriageKind
  readonly basis: Basis
  readonly phrase: string | null
  /** In force on the two articles, where there is one. */
  readonly judgement: JudgementRecord | null
  /** By the text itself or by a person; what is only known from elsewhere or proposed waits for one. */
  readonly accepted: boolean
}

/** An article and where it has its matter from; no record of one that was not known at the moment. */
export interface CarryingArticle {
  readonly article: ArticleRecord | null
  readonly carriage: readonly Carriage[]
}

interface LinkRow {
  readonly articleId: string
  readonly basis: Basis
  readonly phrase?: string | null
  /** Of the hop that cites. */
  readonly status?: string
}

/** What each article was taken from and cites, all in one query. What a person ruled out is left out. */
export async function readCarriage(
  view: GraphView,
  articles: readonly string[],
): Promise<Map<string, readonly Carriage[]>> {
  const read = await readCarryingArticles(view, articles)
  return new Map([...read].map(([id, { carriage }]) => [id, carriage]))
}

/** The same, each with its record. */
export async function readCarryingArticles(
  { database, known }: GraphView,
  articles: readonly string[],
): Promise<Map<string, CarryingArticle>> {
  const rows = await database.run(carriageByArticle, { articles, known })
  return new Map(
    rows.map(({ articleId, state, derivedFrom, cites, judgements }) => {
      const decided = judgements.map(judgementRecord)
      const links = (carriageKind: CarriageKind, stated: readonly LinkRow[]): Carriage[] => {
        const ofKind = decided.filter(({ judgementKind }) => judgementKind === carriageKind)
        const judgementOn = (id: string) => ofKind.find(({ rightId }) => rightId === id) ?? null
        return [
          ...stated.map((link) => {
            const judgement = judgementOn(link.articleId)
            const told = link.basis !== 'EXTERNAL' || link.status === 'ACCEPTED'
            return {
              articleId: link.articleId,
              carriageKind,
              basis: link.basis,
              phrase: link.phrase ?? null,
              judgement,
              accepted: told || judgement?.verdict === 'POSITIVE',
            }
          }),
          ...ofKind
            .filter(({ rightId }) => !stated.some((link) => link.articleId === rightId))
            .map((judgement) => ({
              articleId: judgement.rightId,
              carriageKind,
              basis: 'EXTERNAL' as const,
              phrase: null,
              judgement,
              accepted: judgement.verdict === 'POSITIVE',
            })),
        ].filter(({ judgement }) => judgement?.verdict !== 'NEGATIVE')
      }
      const carriage = [
        ...links('DERIVED_FROM', derivedFrom as unknown as LinkRow[]),
        ...links('CITES', cites as unknown as LinkRow[]),
      ]
      return [articleId, { article: state && articleRecord(state as ArticleProperties), carriage }]
    }),
  )
}

/** The articles that were taken from each article, earliest first, all in one query. */
export async function readDerivatives(
  { database, known }: GraphView,
  articles: readonly string[],
  limit: number,
): Promise<Map<string, string[]>> {
  const rows = await database.run(derivativesByArticle, { articles, known, limit })
  const derivatives = new Map<string, string[]>(articles.map((id) => [id, []]))
  for (const { articleId, derivativeId } of rows) derivatives.get(articleId)!.push(derivativeId)
  return derivatives
}
