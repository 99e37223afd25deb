import { canonicalUrl } from '../domain/canonical-url.ts'
import { articleId, claimId, namedAgentId, occasionId, placeId, unnamedAgentId } from '../domain/identity.ts'
import { textProblem } from '../domain/well-formed-text.ts'
import type { ArticleDocument, DocumentArticleReference } from './article-document.ts'
import type { PathPart, ProblemList } from './document-problems.ts'

/** An address in its canonical form; a problem is reported and null returned where it has none. */
export function readUrl(text: string, path: readonly PathPart[], list: ProblemList): string | null {
  const read = canonicalUrl(text)
  if (read.ok) return read.url
  list.report(path, text, read.message)
  return null
}

/** The article that a document names, by its address or, where it has none, by its key. */
export function readArticleReference(
  reference: DocumentArticleReference,
  path: readonly PathPart[],
  list: ProblemList,
): { readonly id: string; readonly url: string | null } | null {
  if ('key' in reference) return { id: articleId({ key: reference.key }), url: null }
  const url = readUrl(reference.url, [...path, 'url'], list)
  return url === null ? null : { id: articleId({ url }), url }
}

/** Ids of a document's agents and places by local key. Two keys for one record are a problem. */
export function agentIds(document: ArticleDocument, article: string, list: ProblemList): Map<string, string> {
  const entries = Object.entries(document.agents ?? {}).map(([key, agent]): [string, string] => {
    refuseControls(agent.name, ['agents', key, 'name'], list)
    agent.aliases?.forEach((alias, index) => {
      refuseControls(alias, ['agents', key, 'aliases', index], list)
    })
    return [
      key,
      agent.kind === 'UNNAMED'
        ? unnamedAgentId(article, key)
        : namedAgentId(agent.kind, agent.name, agent.qualifier ?? null),
    ]
  })
  return distinct('agents', ['kind', 'name', 'qualifier'], entries, 'agent', list)
}

export function placeIds(document: ArticleDocument, list: ProblemList): Map<string, string> {
  const entries = Object.entries(document.places ?? {}).map(([key, place]): [string, string] => {
    refuseControls(place.name, ['places', key, 'name'], list)
    return [key, placeId(place.name)]
  })
  return distinct('places', ['name'], entries, 'place', list)
}

export function occasionIds(
  document: ArticleDocument,
  article: string,
  list: ProblemList,
): Map<string, string> {
  const entries = Object.entries(document.occasions ?? {}).map(([key, occasion]): [string, string] => [
    key,
    occasionId(occasion.key === undefined ? { article, localKey: key } : { key: occasion.key }),
  ])
  return distinct('occasions', ['key'], entries, 'occasion', list)
}

/** A claim without a global key is named after the first statement that makes it, so the ids come by local key. */
export function claimIds(
  document: ArticleDocument,
  firstStatements: ReadonlyMap<string, string>,
  list: ProblemList,
): Map<string, string> {
  const entries = Object.entries(document.claims ?? {}).flatMap(([key, claim]): [string, string][] => {
    if (claim.key !== undefined) return [[key, claimId({ key: claim.key })]]
    const firstStatement = firstStatements.get(key)
    return firstStatement === undefined ? [] : [[key, claimId({ firstStatement })]]
  })
  return distinct('claims', ['key'], entries, 'claim', list)
}

/** @param fields by which one is known: without them, nothing tells whether it is another */
function distinct(
  section: string,
  fields: readonly string[],
  entries: readonly [string, string][],
  what: string,
  list: ProblemList,
) {
  const keyOf = new Map<string, string>()
  for (const [key, id] of entries) {
    if (fields.some((field) => list.isUnread([section, key, field]))) continue
    const other = keyOf.get(id)
    if (other === undefined) keyOf.set(id, key)
    else
      list.report(
        [section, key],
        key,
        `This is the same ${what} (${fields.join(', ')}) as ${section}.${other}: use one key for both.`,
      )
  }
  return new Map(entries)
}

function refuseControls(name: string, path: readonly PathPart[], list: ProblemList) {
  const problem = textProblem(name, { name: true })
  if (problem !== null) list.report(path, name, problem)
}
