import { agentsNamed } from '../cypher/queries.ts'
import { ClaimgraphError } from '../domain/claimgraph-error.ts'
import { namedAgentId, reviewId } from '../domain/identity.ts'
import { FOREVER } from '../domain/instant.ts'
import type { UncertainDate } from '../domain/uncertain-date.ts'
import type { AgentKind, RatingValue } from '../domain/vocabulary.ts'
import type { Database, QueryRunner } from './database.ts'
import { agentDescriptionProperties } from './description-properties.ts'
import type { EdgeFact } from './facts.ts'
import { readHeldEdges, readHeldStates } from './held-article.ts'
import { dateProperties, withoutNulls } from './property-codec.ts'
import type { DecisionOptions } from './put-judgement.ts'
import { putSharedRecords } from './put-shared-records.ts'
import { recordFacts } from './recording.ts'
import { requireStates } from './required-states.ts'
import { agentNameKey } from './shared-facts.ts'

/** A fact-check as somebody published it. */
export interface WantedReview {
  /** Of a claim or a statement. */
  readonly subjectId: string
  readonly publisher: { readonly id: string } | { readonly name: string }
  /** Canonical. */
  readonly url: string | null
  readonly title: string | null
  /** As printed. */
  readonly rating: string
  readonly normalized: RatingValue
  readonly published: UncertainDate
  readonly citedStatementIds: readonly string[]
}

/**
 * Records a review. Several may disagree. A review is its subject, its publisher and where it stands (`reviewId`):
 * recorded again with another rating, date or title it is edited, and what it said before is history.
 *
 * A publisher that is named is the organization of that name, else the outlet; where nobody bears the name, an
 * organization of which this review tells.
 *
 * @returns its id
 * @throws ClaimgraphError NOT_FOUND; AMBIGUOUS_NAME where several organizations, or outlets, bear the name
 */
export async function addReview(
  database: Database,
  wanted: WantedReview,
  { now, by }: DecisionOptions,
): Promise<string> {
  const { subjectId, publisher, url, title, rating, normalized, published } = wanted
  const cited = [...new Set(wanted.citedStatementIds)]
  return recordFacts(database, { now, recorded: { by, method: 'MANUAL' } }, async (transaction, writer) => {
    const known = 'id' in publisher ? publisher.id : await publisherNamed(transaction, publisher.name)
    const told = 'name' in publisher ? organization(publisher.name) : null
    const publisherId = known ?? told!.id
    await requireStates(transaction, [subjectId, ...(known === null ? [] : [known]), ...cited])
    const id = reviewId(subjectId, publisherId, url ?? title ?? rating)
    await writer.putRecords([
      {
        id,
        labels: ['Review'],
        fixed: {},
        copies: withoutNulls({ url, title, rating }),
      },
      ...(known === null
        ? [{ id: publisherId, labels: ['Agent', 'Organization'], fixed: {}, copies: {} }]
        : []),
    ])
    await writer.writeStates((await readHeldStates(transaction, [id])).values(), [
      {
        recordId: id,
        label: 'ReviewState',
        properties: {
          ...withoutNulls({ reviewId: id, subjectId, publisherId, url, title, rating, normalized }),
          ...dateProperties('published', published),
          citedStatementIds: cited,
        },
      },
    ])
    const to = (type: string, target: string, properties: EdgeFact['properties'] = {}): EdgeFact => ({
      type,
      source: id,
      target,
      properties,
    })
    const edges = await writer.writeEdges(await readHeldEdges(transaction, [id]), [
      to('REVIEWS', subjectId),
      to('BY', publisherId),
      ...cited.map((statement, position) => to('CITES', statement, { position })),
      ...(told?.id === publisherId ? [to('DESCRIBES', publisherId, agentDescriptionProperties(told))] : []),
    ])
    const descriptions = edges.filter(({ type }) => type === 'DESCRIBES')
    const described = descriptions.map(({ target }) => target)
    await putSharedRecords(transaction, writer, [...new Set(described)], {
      changes: descriptions,
      isAddition: () => true,
    })
    return id
  })
}

const PUBLISHING: readonly AgentKind[] = ['ORGANIZATION', 'OUTLET']

async function publisherNamed(transaction: QueryRunner, name: string): Promise<string | null> {
  const bearers = await transaction.run(agentsNamed, { key: agentNameKey(name), forever: FOREVER })
  for (const kind of PUBLISHING) {
    const found = bearers.filter((agent) => agent.kind === kind)
    if (found.length > 1)
      throw new ClaimgraphError(
        'AMBIGUOUS_NAME',
        `${found.length} agents bear "${name}": name one by its id, as "publisher". "extensions.candidates" lists them.`,
        { candidates: found },
      )
    if (found[0]) return found[0].id
  }
  return null
}

const organization = (name: string) => ({
  id: namedAgentId('ORGANIZATION', name, null),
  kind: 'ORGANIZATION' as const,
  name: name.trim().normalize('NFC'),
  qualifier: null,
  aliases: [],
  description: null,
  sameAs: [],
  speaksForIds: [],
  partOfIds: [],
  roles: [],
  unnamed: null,
})
