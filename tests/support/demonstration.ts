import { readdirSync, readFileSync } from 'node:fs'
import { canonicalUrl } from '../../src/domain/canonical-url.ts'
import { articleId, claimId, namedAgentId, occasionId, statementId } from '../../src/domain/identity.ts'
import type { AgentKind } from '../../src/domain/vocabulary.ts'
import type { ArticleDocument } from '../../src/ingest/article-document.ts'
import type { TestApi } from './test-api.ts'

/** The demonstration set of `seeds/demo/`: its documents, and what people decide afterwards, as GraphQL mutations. */

const FOLDER = new URL('../../seeds/demo/', import.meta.url)

/** The document in a file of the set, with its text inlined. */
export function demonstrationDocument(file: string): ArticleDocument {
  const { article, ...rest } = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as ArticleDocument
  const { textFile, ...inline } = article
  return { ...rest, article: { ...inline, text: readFileSync(new URL(textFile!, FOLDER), 'utf8') } }
}

/** The twelve articles in their first version, in the order of their numbers. */
export const demonstrationDocuments = (): ArticleDocument[] =>
  readdirSync(FOLDER)
    .filter((name) => /^\d.*\.json$/.test(name) && !name.includes('-v2'))
    .sort()
    .map(demonstrationDocument)

type Reference = { readonly [name: string]: unknown }
type Decision = { readonly [mutation: string]: Reference & { readonly id: string } }

/** A step of `decisions.json`: `A` to `K`. */
export function demonstrationStep(name: string): readonly Decision[] {
  const { steps } = JSON.parse(readFileSync(new URL('decisions.json', FOLDER), 'utf8')) as {
    steps: { step: string; decisions: Decision[] }[]
  }
  const found = steps.find(({ step }) => step === name)
  if (!found) throw new Error(`decisions.json has no step ${name}`)
  return found.decisions
}

const urlOf = (url: string) => {
  const read = canonicalUrl(url)
  if (!read.ok) throw new Error(read.message)
  return read.url
}
export const demonstrationArticle = (url: string) => articleId({ url: urlOf(url) })
export const demonstrationStatement = ({ article, text }: { article: { url: string }; text: string }) =>
  statementId(demonstrationArticle(article.url), text, 1)

const MUTATIONS: Readonly<Record<string, string>> = {
  judge: 'mutation ($input: JudgeInput!) { judge(input: $input) { id } }',
  withdrawJudgement: 'mutation ($id: ID!, $note: String) { withdrawJudgement(id: $id, note: $note) { id } }',
  recordCorrection: 'mutation ($input: CorrectionInput!) { recordCorrection(input: $input) { id } }',
  addReview: 'mutation ($input: ReviewInput!) { addReview(input: $input) { id } }',
  regroupStatement:
    'mutation ($statement: ID!, $claim: ID) { regroupStatement(statement: $statement, claim: $claim) { id } }',
  setStatementStatus:
    'mutation ($statement: ID!, $status: StatementStatus!, $reason: String) { setStatementStatus(statement: $statement, status: $status, reason: $reason) { id } }',
  setPublicationDate:
    'mutation ($article: ID!, $published: EDTF!, $note: String) { setPublicationDate(article: $article, published: $published, note: $note) { id } }',
  ingestArticle: 'mutation ($document: JSON!) { ingestArticle(document: $document) { article { id } } }',
}

/** Sends decisions to the service in order. Remembers ids, so that a later one can withdraw an earlier one. */
export class Deciders {
  readonly #api: TestApi
  /** By label in `decisions.json`: the id of what the decision made. */
  readonly made = new Map<string, string>()

  constructor(api: TestApi) {
    this.#api = api
  }

  async step(name: string): Promise<void> {
    for (const decision of demonstrationStep(name)) await this.decide(decision)
  }

  async decide(decision: Decision): Promise<void> {
    const [[mutation, { id: label, ...input }]] = Object.entries(decision) as [
      [string, Reference & { id: string }],
    ]
    const answer = await this.#api.data<Record<string, { id?: string }>>(
      MUTATIONS[mutation]!,
      await this.#variables(mutation, label, input),
    )
    const id = answer[mutation]?.id
    if (id) this.made.set(label, id)
  }

  async #variables(mutation: string, label: string, input: Reference): Promise<Record<string, unknown>> {
    if (mutation === 'withdrawJudgement') return { id: this.made.get(label), note: input.note }
    if (mutation === 'ingestArticle') return { document: demonstrationDocument(input.file as string) }
    const entries = await Promise.all(
      Object.entries(input).map(async ([name, value]) => [name, await this.#resolve(name, value)] as const),
    )
    const resolved = Object.fromEntries(entries)
    return /^(set|regroup)/.test(mutation) ? resolved : { input: resolved }
  }

  async #resolve(name: string, value: unknown): Promise<unknown> {
    if (Array.isArray(value)) return Promise.all(value.map((one) => this.#resolve(name, one)))
    if (value === null || typeof value !== 'object') return value
    const reference = value as Record<string, never>
    if ('url' in reference) return demonstrationArticle(reference.url!)
    if ('key' in reference) return claimId(reference as never)
    if ('text' in reference) return demonstrationStatement(reference as never)
    if ('statement' in reference) return demonstrationStatement(reference.statement!)
    if ('claim' in reference) return claimId(reference.claim!)
    if ('claimOf' in reference) {
      const { statement } = await this.#api.data<{ statement: { claim: { id: string } } }>(
        '{ statement(id: "$id") { claim { id } } }'.replace(
          '$id',
          demonstrationStatement(reference.claimOf!),
        ),
      )
      return statement.claim.id
    }
    if ('occasion' in reference) {
      const { key, article } = reference.occasion as { key: string; article?: { url: string } }
      return occasionId(article ? { article: demonstrationArticle(article.url), localKey: key } : { key })
    }
    if ('agent' in reference) {
      const { kind, name: agentName } = reference.agent as { kind: AgentKind; name: string }
      return namedAgentId(kind, agentName, null)
    }
    return demonstrationArticle((reference.article as unknown as { url: string }).url)
  }
}
