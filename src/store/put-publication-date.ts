import { type ChainAct, saidByPrinting, utteredIn } from '../domain/chain.ts'
import {
  dateSpokenOf,
  type PublicationContext,
  publicationDate,
  saidDate,
  type WrittenDependentDate,
} from '../domain/date-resolution/article-dates.ts'
import { datedAgent, datedOccasion, dateOf } from '../domain/dated-article.ts'
import { kindOfId } from '../domain/identity.ts'
import { type UncertainDate, uncertainDate, type WrittenDate } from '../domain/uncertain-date.ts'
import type { Basis, SpeechAct } from '../domain/vocabulary.ts'
import { articleSortKeys } from './article-facts.ts'
import type { Database } from './database.ts'
import {
  agentDescriptionProperties,
  occasionDescriptionProperties,
  readAgentDescription,
  readOccasionDescription,
} from './description-properties.ts'
import type { EdgeFact, Held, StateFact } from './facts.ts'
import { type HeldArticle, readHeldArticle } from './held-article.ts'
import { type Properties, withDate } from './property-codec.ts'
import type { DecisionOptions } from './put-judgement.ts'
import { putSharedRecords } from './put-shared-records.ts'
import { recordFacts } from './recording.ts'
import { requireStates } from './required-states.ts'
import { rewriteStatements } from './rewrite-statements.ts'
import { statementSortKeys } from './statement-facts.ts'

/**
 * Decides when an article was published, in all its versions. Every date that hangs on it is told anew, from what the
 * annotators wrote and the publication that they wrote it for: when its acts took place, the times that its content
 * speaks of, its occasions, the roles of its agents, and with them the lists and the first dates of its claims. It stays
 * when a document comes again. The day that was written gives back the very dates that were written; the same again
 * changes nothing.
 *
 * @param published EDTF
 * @throws ClaimgraphError NOT_FOUND
 */
export async function setPublicationDate(
  database: Database,
  articleId: string,
  published: string,
  note: string | null,
  { now, by }: DecisionOptions,
): Promise<void> {
  const decided = dateOf(uncertainDate({ basis: 'EXTERNAL', edtf: published }))
  await recordFacts(database, { now, recorded: { by, method: 'MANUAL' } }, async (transaction, writer) => {
    await requireStates(transaction, [articleId])
    const held = await readHeldArticle(transaction, articleId)
    const dated = datedAnew(articleId, held, decided)
    const states = dated.states.map((state) => ({ ...state, reason: note }))
    const isStatement = ({ recordId }: StateFact) => kindOfId(recordId) === 'Statement'

    await writer.writeStates(
      held.states.values(),
      states.filter((state) => !isStatement(state)),
    )
    const changes = await writer.writeEdges(dated.replacedEdges, dated.edges)
    const described = [...new Set(changes.map(({ target }) => target))].sort()
    await putSharedRecords(transaction, writer, described, { changes })
    await rewriteStatements(
      transaction,
      writer,
      [...held.states.values()].filter(isStatement),
      states.filter(isStatement),
    )
  })
}

interface DatedFacts {
  readonly states: readonly StateFact[]
  /** What the versions of the article say of agents and occasions. */
  readonly edges: readonly EdgeFact[]
  readonly replacedEdges: readonly Held<EdgeFact>[]
}

/** The facts of an article with the dates that they have under a publication. */
function datedAnew(articleId: string, held: HeldArticle, decided: UncertainDate): DatedFacts {
  const { states, edges } = held
  const article = states.get(articleId)!.properties
  const contextOf = ({ versionId, publishedWritten }: Properties): PublicationContext => {
    // What was stored before statements and acts kept it is dated by the version that they stand in.
    const kept = publishedWritten ?? states.get(versionId as string)!.properties.publishedWritten
    const published = JSON.parse(kept as string) as WrittenDate
    return {
      language: article.language as string,
      writtenFor: dateOf(publicationDate(published, null)),
      published: dateOf(publicationDate(published, decided.edtf)),
    }
  }
  const contextIn = (versionId: unknown) => contextOf(states.get(versionId as string)!.properties)
  const acts = datedActs(held, contextOf)
  const descriptions = edges.filter(
    ({ type, properties }) =>
      type === 'DESCRIBES' && ('whenWritten' in properties || 'heldWritten' in properties),
  )
  return {
    states: [...states.values()].map(({ recordId, properties }): StateFact => {
      const kind = kindOfId(recordId)
      const state = (dated: Properties): StateFact => ({ recordId, label: `${kind}State`, properties: dated })
      switch (kind) {
        case 'Article': {
          const published = 'versionId' in article ? contextIn(article.versionId).published : decided
          return state({
            ...withDate(properties, 'published', published),
            // One that is known by its address alone stands in no list.
            ...('publishedAscending' in properties && articleSortKeys(recordId, published)),
            decidedPublished: decided.edtf!,
          })
        }
        case 'ArticleVersion':
          return state(withDate(properties, 'published', contextOf(properties).published))
        case 'Attribution':
          return state(withDate(properties, 'said', acts.get(recordId)!.said))
        default: {
          const { attributionId = null, versionId } = properties
          const { published } = contextIn(versionId)
          const act = utteredIn({ attributionId: attributionId as string | null }, acts)
          const said = act?.said ?? saidByPrinting(published)
          return state(datedStatement(recordId, properties, { said, published, told: contextOf(properties) }))
        }
      }
    }),
    edges: descriptions.map(({ type, source, target, properties }) => ({
      type,
      source,
      target,
      properties: datedDescription(target, properties, contextIn(source)),
    })),
    replacedEdges: descriptions,
  }
}

type DatedAct = Pick<ChainAct, 'basis' | 'reportedInId' | 'said'>

/** The acts of an article, each dated by what was written of it. */
function datedActs(
  { states, edges }: HeldArticle,
  contextOf: (written: Properties) => PublicationContext,
): ReadonlyMap<string, DatedAct> {
  const isAct = (id: string) => kindOfId(id) === 'Attribution'
  const outward = new Map(
    edges
      .filter(({ type, target }) => type === 'REPORTED_IN' && isAct(target))
      .map(({ source, target }) => [source, target]),
  )
  return new Map(
    [...states.values()]
      .filter(({ recordId }) => isAct(recordId))
      .map(({ recordId, properties }) => [
        recordId,
        {
          basis: properties.basis as Basis,
          reportedInId: outward.get(recordId) ?? null,
          said: dateOf(saidDate(written(properties.saidWritten), contextOf(properties))),
        },
      ]),
  )
}

/**
 * A statement with its dates. When it was said is a copy of its act's date, and it is published by the version that
 * prints it; the times that it speaks of are dated by what the document that tells it wrote, maybe for another version.
 */
function datedStatement(
  id: string,
  properties: Properties,
  {
    said,
    published,
    told,
  }: { readonly said: UncertainDate; readonly published: UncertainDate; readonly told: PublicationContext },
): Properties {
  const utterance = { said: written(properties.saidWritten), speechAct: properties.speechAct as SpeechAct }
  return {
    ...withDate(withDate(properties, 'said', said), 'published', published),
    timesSpokenOf: (properties.timesWritten as readonly string[]).map((time) =>
      JSON.stringify(dateOf(dateSpokenOf(written(time), utterance, told))),
    ),
    ...statementSortKeys(
      { id, articleId: properties.articleId as string, order: properties.order as number },
      said,
      published,
    ),
  }
}

const datedDescription = (id: string, properties: Properties, context: PublicationContext): Properties =>
  kindOfId(id) === 'Agent'
    ? agentDescriptionProperties(datedAgent(readAgentDescription(id, properties), context))
    : occasionDescriptionProperties(datedOccasion(readOccasionDescription(id, properties), context))

const written = (json: unknown) => JSON.parse(json as string) as WrittenDependentDate
