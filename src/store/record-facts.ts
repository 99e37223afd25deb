import type { AnnotatedArticle } from '../domain/annotated-article.ts'
import { summarizeChain } from '../domain/chain.ts'
import type { UncertainDate } from '../domain/uncertain-date.ts'
import type { AgentKind } from '../domain/vocabulary.ts'
import type { RecordFact } from './facts.ts'
import { type Properties, withoutNulls } from './property-codec.ts'
import { actsById } from './statement-facts.ts'

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
  labels: label === 'Agent' ? ['Agent'] : [label],
  copies,
  fixed,
})

/**
 * The records that a plan is about, and bare ones for what it refers to: a cited article, or a statement of one, that
 * may come later. The copies let a person read a node in Neo4j Browser without following its edges.
 */
export function articleRecords(plan: AnnotatedArticle, versionNumber: number): RecordFact[] {
  const { article, version } = plan
  const owned = { articleId: article.id }
  return [
    record(article.id, 'Article', withoutNulls({ url: article.url, title: version.title })),
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
    ...plan.citedArticles.map(({ id, url }) => record(id, 'Article', withoutNulls({ url }))),
    ...plan.agents.map((agent) => ({
      ...record(agent.id, 'Agent', { name: agent.name }, agent.unnamed ? owned : {}),
      labels: ['Agent', AGENT_LABELS[agent.kind]],
    })),
    ...plan.claims.map((claim) => record(claim.id, 'Claim', withoutNulls({ text: claim.text }))),
    ...plan.occasions.map((occasion) =>
      record(occasion.id, 'Occasion', withoutNulls({ label: occasion.label })),
    ),
    ...plan.places.map((place) => record(place.id, 'Place', { name: place.name })),
    ...plan.attributions.map((act) =>
      record(act.id, 'Attribution', { source: wordsOf(act.source), cue: wordsOf(act.cue) }, owned),
    ),
    ...statementRecords(plan),
    ...plan.statements
      .flatMap((statement) => [
        ...statement.revisesIds,
        ...statement.supportsIds,
        ...statement.respondsTo.map(({ toId }) => toId),
      ])
      .filter((id) => id.startsWith('st_'))
      .map((id) => record(id, 'Statement')),
  ]
}

function statementRecords(plan: AnnotatedArticle): RecordFact[] {
  const acts = actsById(plan)
  const names = new Map(plan.agents.map((agent) => [agent.id, agent.name]))
  const claims = new Map(plan.claims.map((claim) => [claim.id, claim.text ?? claim.key]))
  return plan.statements.map((statement) => {
    const chain = summarizeChain(statement, acts, plan)
    return record(
      statement.id,
      'Statement',
      withoutNulls({
        text: statement.text,
        speaker: chain.speakerIds.map((id) => names.get(id)!).join(', '),
        claim: claims.get(statement.claimId) ?? null,
        source: names.get(plan.article.outletId)!,
        date: readableDate(chain.said),
      }),
      { articleId: plan.article.id },
    )
  })
}

const wordsOf = (spans: readonly { readonly exact: string }[]) => spans.map((span) => span.exact).join(' … ')

const readableDate = (date: UncertainDate) => date.edtf ?? date.phrase ?? 'unknown'
