import type { AgentDescription, AnnotatedArticle, OccasionDescription } from './annotated-article.ts'
import { summarizeChain } from './chain.ts'
import {
  dateSpokenOf,
  heldDate,
  type PublicationContext,
  publicationDate,
  saidDate,
} from './date-resolution/article-dates.ts'
import type { ReadDate, UncertainDate } from './uncertain-date.ts'

/**
 * An annotated article as if it had been published on another day: every date that hangs on the publication is told
 * anew from what its annotator wrote. Without a decision, or with one for the day that was written, the same article.
 *
 * @param decided EDTF of the publication by a person's decision; null where there is none
 */
export function datedArticle(plan: AnnotatedArticle, decided: string | null): AnnotatedArticle {
  const { article, version } = plan
  if (decided === null) return plan
  const published = dateOf(publicationDate(version.publishedWritten, decided))
  const context: PublicationContext = {
    language: article.language,
    writtenFor: dateOf(publicationDate(version.publishedWritten, null)),
    published,
  }
  const acts = new Map(plan.attributions.map((act) => [act.id, act]))
  return {
    ...plan,
    article: { ...article, published },
    version: { ...version, published },
    agents: plan.agents.map((agent) => datedAgent(agent, context)),
    occasions: plan.occasions.map((occasion) => datedOccasion(occasion, context)),
    attributions: plan.attributions.map((act) => ({
      ...act,
      said: dateOf(saidDate(act.saidWritten, context)),
    })),
    statements: plan.statements.map((statement) => {
      const utterance = {
        said: summarizeChain(statement, acts, plan).saidWritten,
        speechAct: statement.speechAct,
      }
      return {
        ...statement,
        timesSpokenOf: statement.timesWritten.map((time) => dateOf(dateSpokenOf(time, utterance, context))),
      }
    }),
  }
}

/** What an article says of an agent, with when it held its roles. */
export const datedAgent = (agent: AgentDescription, context: PublicationContext): AgentDescription => ({
  ...agent,
  roles: agent.roles.map((role) =>
    role.heldWritten === null ? role : { ...role, held: dateOf(heldDate(role.heldWritten, context)) },
  ),
})

/** What an article says of an occasion, with when it took place. */
export const datedOccasion = (
  occasion: OccasionDescription,
  context: PublicationContext,
): OccasionDescription =>
  occasion.whenWritten === null
    ? occasion
    : { ...occasion, when: dateOf(saidDate(occasion.whenWritten, context)) }

/** A date whose EDTF was read before. */
export function dateOf(read: ReadDate): UncertainDate {
  if (!read.ok) throw new Error(read.message)
  return read.date
}
