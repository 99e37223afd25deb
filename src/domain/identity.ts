import { createHash } from 'node:crypto'
import { ClaimgraphError } from './claimgraph-error.ts'
import { foldCase } from './fold-case.ts'
import type { AgentKind } from './vocabulary.ts'

/**
 * Stable ids: a prefix that tells the kind, and 128 bits of SHA-256 over what identifies the record. Writing the same
 * thing twice therefore writes nothing, on any machine and in any order. Never a database id, never the claim's words.
 */
/** What documents tell of. */
export const DOCUMENT_KINDS = [
  'Article',
  'ArticleVersion',
  'Statement',
  'Attribution',
  'Agent',
  'Claim',
  'Occasion',
  'Place',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** What storing a document counts: what it tells of, and what was proposed because of it. */
const COUNTED_KINDS = [...DOCUMENT_KINDS, 'Judgement'] as const
export type CountedKind = (typeof COUNTED_KINDS)[number]

export const RECORD_KINDS = [...DOCUMENT_KINDS, 'Judgement', 'Review', 'Correction'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

const PREFIXES: Readonly<Record<RecordKind, string>> = {
  Article: 'art',
  ArticleVersion: 'ver',
  Statement: 'st',
  Attribution: 'hop',
  Agent: 'ag',
  Claim: 'cl',
  Occasion: 'oc',
  Place: 'pl',
  Judgement: 'jud',
  Review: 'rev',
  Correction: 'cor',
}
const KINDS_BY_PREFIX = new Map(
  Object.entries(PREFIXES).map(([kind, prefix]) => [prefix, kind as RecordKind]),
)
const ID_FORM = /^([a-z]+)_[0-9a-f]{32}$/

// JSON keeps the parts apart: ("a", "bc") and ("ab", "c") are two identities.
const hash = (parts: readonly (string | number)[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)

const id = (kind: RecordKind, ...parts: (string | number)[]) => `${PREFIXES[kind]}_${hash([kind, ...parts])}`

/** The kind that an id names, or null where the text is not an id of this graph. */
export function kindOfId(text: string): RecordKind | null {
  const match = ID_FORM.exec(text)
  return (match && KINDS_BY_PREFIX.get(match[1]!)) ?? null
}

/**
 * The same id, once it is known to be well-formed and of one of `kinds` (any kind where none is given).
 * @throws ClaimgraphError INVALID_ID
 */
export function checkedId(text: string, ...kinds: readonly RecordKind[]): string {
  const kind = kindOfId(text)
  if (kind && (kinds.length === 0 || kinds.includes(kind))) return text
  const forms = (kinds.length === 0 ? RECORD_KINDS : kinds).map((k) => `"${PREFIXES[k]}_…"`).join(', ')
  throw new ClaimgraphError(
    'INVALID_ID',
    kind
      ? `"${text}" is the id of a record of kind ${kind}; expected one of the form ${forms}.`
      : `"${text}" is not an id: expected one of the form ${forms}, with 32 hexadecimal digits after the line.`,
    { value: text },
  )
}

/** An article is its canonical address, else the key that its document gives. */
export const articleId = (identity: { readonly url: string } | { readonly key: string }) =>
  'url' in identity ? id('Article', 'url', identity.url) : id('Article', 'key', identity.key)

/** SHA-256 (hex) over title and text, both in NFC. */
export const contentHash = (title: string | null, text: string) =>
  createHash('sha256')
    .update(JSON.stringify([title, text]))
    .digest('hex')

/** A version is its article and the hash of what it says. */
export const articleVersionId = (article: string, hash: string) => id('ArticleVersion', article, hash)

/**
 * A statement is the words of its content, parts joined by " … ", and the how-many-th place of the article where they
 * stand (`placeNumber`), from 1; of several in one passage, which "Reuters and AP reported" gives, also the
 * how-many-th of these. So nothing that is annotated elsewhere changes an id.
 */
export const statementId = (article: string, text: string, occurrence: number, inPassage = 1) =>
  inPassage === 1
    ? id('Statement', article, text, occurrence)
    : id('Statement', article, text, occurrence, inPassage)

/**
 * An act is the words of its source and cue and the first statement that comes through it; null where none does. Of
 * several alike, the `occurrence`-th, from 1. Another "he said" before it in a new version is another act.
 */
export const attributionId = (
  article: string,
  source: string,
  cue: string,
  firstStatement: string | null,
  occurrence: number,
) => id('Attribution', article, source, cue, firstStatement ?? '', occurrence)

/** The printing of a version is the last hop of each of its chains; the two ids differ in the prefix alone. */
export const printingHopId = (version: string) => version.replace(/^ver_/, 'hop_')

/** The version whose printing a hop would be. Whether there is such a version only the graph can tell. */
export const versionOfPrintingHop = (hop: string) => hop.replace(/^hop_/, 'ver_')

/** A named agent: kind, name with letter case folded, and a qualifier where two bear one name. */
export const namedAgentId = (kind: AgentKind, name: string, qualifier: string | null) =>
  id('Agent', kind, foldCase(name), foldCase(qualifier ?? ''))

/** An unnamed source belongs to one article and one local key. */
export const unnamedAgentId = (article: string, localKey: string) => id('Agent', 'UNNAMED', article, localKey)

/** A claim is the global key an author gave it, else the first statement that makes it. */
export const claimId = (identity: { readonly key: string } | { readonly firstStatement: string }) =>
  'key' in identity ? id('Claim', 'key', identity.key) : id('Claim', 'statement', identity.firstStatement)

/** An occasion is the global key an author gave it, else the article's local key. */
export const occasionId = (
  identity: { readonly key: string } | { readonly article: string; readonly localKey: string },
) =>
  'key' in identity
    ? id('Occasion', 'key', identity.key)
    : id('Occasion', 'article', identity.article, identity.localKey)

/** A place is its name, letter case folded. */
export const placeId = (name: string) => id('Place', foldCase(name))

/** The `turn`-th decision, from 1, on a pair: `judgementPair` says what a pair is. */
export const judgementId = (pair: string, turn: number) => id('Judgement', pair, turn)

/** A review is its subject, who publishes it, and where it stands: its address, else its title, else what it says. */
export const reviewId = (subject: string, publisher: string, source: string) =>
  id('Review', subject, publisher, source)

/** A correction is its article, its kind and its words. */
export const correctionId = (article: string, kind: string, text: string) =>
  id('Correction', article, kind, text)
