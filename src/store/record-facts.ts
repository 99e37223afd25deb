import type { AnnotatedArticle } from '../domain/annotated-article.ts'
import { kindOfId } from '../domain/identity.ts'
import type { AgentKind } from '../domain/vocabulary.ts'
import type { RecordFact } from './facts.ts'
import { type Properties, withoutNulls } from './property-codec.ts'

const AGENT_LABELS: Readonly<Record<AgentKind, string>> = {
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  OUTLET: 'Outlet',
  OFFICE: 'Office',
  GOVERNMENT: 'Government',
  GROUP: 'Group',
  UNNAMED: 'Unnamed',
}

const record = (id: string, label: string, copies: Properties = {}, fixed: Properties = {}): RecordFact => ({
  id,
  labels: [label],
  copies,
  fixed,
})

/**
 * The records that a plan is about, and bare ones for what it refers to: an article that it cites or was taken from, or
 * a statement of another article, that may come later. The copies let a person read a node in Neo4j Browser without following its edges; those of
 * statements and shared records are told from their states, once these are written.
 */
export function articleRecords(
  plan: AnnotatedArticle,
  { versionNumber, isNewest }: { readonly versionNumber: number; readonly isNewest: boolean },
): RecordFact[] {
  const { article, version } = plan
  const owned = { articleId: article.id }
  return [
    record(
      article.id,
      'Article',
      withoutNulls({ url: article.url, title: isNewest ? (version.title ?? '') : null }),
    ),
    record(
      version.id,
      'ArticleVersion',
      {},
      {
        ...owned,
        ...withoutNulls({ title: version.title }),
        text: version.text,
        titleLength: version.titleLength,
        length: version.length,
        contentHash: version.contentHash,
        number: versionNumber,
      },
    ),
    ...plan.referencedArticles.map(({ id, url }) => record(id, 'Article', withoutNulls({ url }))),
    ...plan.agents.map((agent) => ({
      ...record(agent.id, 'Agent', {}, agent.unnamed ? owned : {}),
      labels: ['Agent', AGENT_LABELS[agent.kind]],
    })),
    ...plan.claims.map(({ id }) => record(id, 'Claim')),
    ...plan.occasions.map(({ id }) => record(id, 'Occasion')),
    ...plan.places.map(({ id }) => record(id, 'Place')),
    ...plan.attributions.map((act) =>
      record(act.id, 'Attribution', { source: wordsOf(act.source), cue: wordsOf(act.cue) }, owned),
    ),
    ...plan.statements.map(({ id }) => record(id, 'Statement', {}, owned)),
    ...plan.statements
      .flatMap((statement) => [
        ...statement.revisesIds,
        ...statement.supportsIds,
        ...statement.respondsTo.map(({ toId }) => toId),
      ])
      .filter((id) => kindOfId(id) === 'Statement')
      .map((id) => record(id, 'Statement')),
  ]
}

const wordsOf = (spans: readonly { readonly exact: string }[]) => spans.map((span) => span.exact).join(' … ')
