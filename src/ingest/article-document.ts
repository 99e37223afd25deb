import { z } from 'zod'
import { canonicalLanguageTag } from '../domain/language-tag.ts'
import {
  AGENT_KINDS,
  BASES,
  CERTAINTIES,
  CUE_STANCES,
  DATE_BASES,
  HOP_MODES,
  POLARITIES,
  QUOTE_TYPES,
  RECORD_METHODS,
  RESPONSE_STANCES,
  SPEECH_ACTS,
  TEXT_PARTS,
  UNNAMED_REASONS,
  ZONES,
} from '../domain/vocabulary.ts'
import { VISIBLE } from '../domain/well-formed-text.ts'

/**
 * The shape of an annotated article as people and programs write it: the files in `seeds/`, the input of
 * `claimgraph ingest`, of the mutation `ingestArticle` and of the library call. This schema checks shape only;
 * what needs the text or other parts of the document (quotations, keys, cycles, dates) is checked after it.
 *
 * The published JSON Schema `article-document.schema.json` is generated from here: descriptions become the hints that
 * editors show, ids the names of definitions. `docs/article-document.md` explains the format with a worked example.
 */

/** Longest texts accepted, in UTF-16 code units. Range index keys in Neo4j end near 8 kB, names are indexed. */
const NAME_LENGTH = 300
const CLAIM_LENGTH = 10_000
const URL_LENGTH = 2_048

/** The API shows a whole number as GraphQL's Int, of 32 bits. */
const LARGEST_INT = 2_147_483_647

/**
 * What the reading of a document needs to know of parts of the shape. `words`: what is expected there, to end the sentence
 * "Expected …", where the schema itself does not tell it. `whole`: one value to its reader; with a part of it
 * unread, nothing can be told of the rest.
 */
export const readingHints = z.registry<{ readonly words: string; readonly whole?: true }>()

/** A text that shows something, without white space around it. */
const visibleText = (what: string, most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(VISIBLE)
    .register(readingHints, { words: `${what} of 1 to ${most} characters, with something to see in it` })

const name = visibleText('a name', NAME_LENGTH).meta({ id: 'name' })
const url = z
  .string()
  .min(1)
  .max(URL_LENGTH)
  .meta({ id: 'url', description: 'An http or https address.' })
  .register(readingHints, { words: `an http or https address of at most ${URL_LENGTH} characters` })
const languageTag = z
  .string()
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
  .overwrite(canonicalLanguageTag)
  .meta({ id: 'languageTag', description: 'BCP 47; "und" where it is not known.' })
  .register(readingHints, { words: 'a BCP 47 language tag such as "en" or "sr-Latn"' })

const localKey = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u)
  .meta({ id: 'localKey' })
  .register(readingHints, {
    words: 'a key: letters and digits and, from the second character on, ".", "_" and "-"; at most 100',
  })
const agentKey = localKey.describe('A key of `agents`.')
const actKey = localKey.describe('A key of `acts`.')
const placeKey = localKey.describe('A key of `places`.')
const occasionKey = localKey.describe('A key of `occasions`.')
const globalKey = visibleText('a key', NAME_LENGTH).meta({
  id: 'globalKey',
  description: 'A key that other documents use for the same record.',
})

const quotation = z
  .strictObject({
    exact: z.string().min(1).describe('The words as they stand in the text.'),
    prefix: z.string().min(1).optional().describe('What stands right before them.'),
    suffix: z.string().min(1).optional().describe('What stands right after them.'),
    occurrence: z
      .int()
      .min(1)
      .optional()
      .describe('The how-many-th place that fits, from 1, where several do.'),
    part: z.enum(TEXT_PARTS).optional().describe('TEXT unless given.'),
  })
  .meta({ id: 'quotation', description: 'A span by its words (W3C TextQuoteSelector).' })

const offsets = z
  .strictObject({
    start: z.int().min(0).describe('Of the first character, from 0.'),
    end: z.int().min(1).describe('Exclusive.'),
    exact: z.string().min(1).optional().describe('A check: the words expected there.'),
    part: z.enum(TEXT_PARTS).optional().describe('TEXT unless given.'),
  })
  .meta({
    id: 'offsets',
    description: 'A span by Unicode code points of the text in NFC (W3C TextPositionSelector).',
  })

const selector = z
  .union([z.string().min(1).describe('Words that stand exactly once in the text.'), quotation, offsets])
  .meta({ id: 'selector', description: 'A span of the text: by its words, or by offsets.' })
  .register(readingHints, {
    words:
      'a span: words that stand once in the text, or {"exact": words} with `prefix`, `suffix`, `occurrence` or `part`, or {"start": from 0, "end": exclusive} in whole code points',
    whole: true,
  })
const spans = z
  .union([selector, z.array(selector).min(1)])
  .meta({
    id: 'spans',
    description: 'One span, or several in text order where what they hold is discontinuous.',
  })
  .register(readingHints, { words: `${readingHints.get(selector)!.words}, or a list of such spans` })

const date = z
  .union([
    z.string().min(1).describe('An EDTF date that the text spells out: "2025-04-18". Basis EXPLICIT.'),
    z.strictObject({
      basis: z.enum(DATE_BASES).describe('How the date is known.'),
      edtf: z.string().min(1).optional().describe('EDTF. Leave it out where the date cannot be told.'),
      phrase: z.string().min(1).max(NAME_LENGTH).optional().describe('The words of the text: "on Friday".'),
    }),
    z
      .strictObject({
        basis: z.enum(['INHERITED', 'SAME_OCCASION']),
        as: actKey.describe('The act whose date this one takes.'),
        phrase: z.string().min(1).max(NAME_LENGTH).optional(),
      })
      .describe('The date of another act of the same passage (INHERITED) or speech event (SAME_OCCASION).'),
  ])
  .meta({ id: 'date', description: 'A date that says how sure it is.' })
  .register(readingHints, {
    words:
      'a date: EDTF such as "2025-04-18", or {"basis": …} with `edtf`, `phrase` or both, or {"basis": "INHERITED" or "SAME_OCCASION", "as": the key of an act} with or without `phrase`',
  })

const articleReference = z
  .union([
    z.strictObject({ url }),
    z.strictObject({ key: globalKey.describe('The `key` of an article that has no address.') }),
  ])
  .meta({
    id: 'articleReference',
    description: 'An article, in the graph or not: it is filled in when its document comes.',
  })
  .register(readingHints, {
    words: 'an article: {"url": its address} or, where it has none, {"key": its key}',
  })

const agent = z
  .strictObject({
    kind: z.enum(AGENT_KINDS).describe('What it is. UNNAMED: described in the text and not named.'),
    name: name.describe('The name by which it is known. Of an UNNAMED agent: as the text has it.'),
    qualifier: name.optional().describe('Tells apart two of one kind who bear one name.'),
    aliases: z.array(name).optional().describe("Other forms of the name, the text's own included."),
    description: visibleText('a text', CLAIM_LENGTH).optional(),
    sameAs: z.array(url).optional().describe('Addresses that stand for the same agent elsewhere.'),
    speaksFor: z.array(agentKey).optional().describe('Whose spokesman it is.'),
    partOf: z.array(agentKey).optional().describe('What it belongs to: an office to its government.'),
    roles: z
      .array(z.strictObject({ title: name, of: agentKey.optional(), held: date.optional() }))
      .optional()
      .describe('Of a PERSON: offices held.'),
    reason: z.enum(UNNAMED_REASONS).optional().describe('Of an UNNAMED agent, required.'),
    size: z
      .int()
      .min(1)
      .max(LARGEST_INT)
      .optional()
      .describe('Of an UNNAMED agent: how many they are, where the text says.'),
    descriptor: name
      .optional()
      .describe('Of an UNNAMED agent: what the text says of it. Its name unless given.'),
  })
  .meta({ id: 'agent', description: 'Whoever can assert.' })

const place = z
  .strictObject({ name, sameAs: z.array(url).optional() })
  .meta({ id: 'place', description: 'Where something was said.' })

const occasion = z
  .strictObject({
    key: globalKey.optional(),
    label: name.optional().describe('What the event is called. Required unless `key` names a known one.'),
    when: date.optional(),
    place: placeKey.optional(),
  })
  .meta({ id: 'occasion', description: 'A speech event that several acts, or several articles, report.' })

const claim = z
  .strictObject({
    key: globalKey.optional(),
    text: visibleText('a text', CLAIM_LENGTH)
      .optional()
      .describe('One self-contained affirmative sentence. Required unless `key` names a known claim.'),
    language: languageTag.optional().describe("The article's unless given."),
  })
  .meta({ id: 'claim', description: 'A proposition, whoever says it.' })

const act = z
  .strictObject({
    by: z.array(agentKey).min(1).describe('The sources. Several speak jointly.'),
    to: z.array(agentKey).optional().describe('The addressees: "told Reuters".'),
    onBehalfOf: z.array(agentKey).optional().describe('The one a spokesman speaks for.'),
    source: spans.optional().describe('The words that name the source. A pronoun counts.'),
    cue: spans.optional().describe('The reporting words: "said", "according to".'),
    cueStance: z.enum(CUE_STANCES).optional().describe('NEUTRAL unless given.'),
    mode: z.enum(HOP_MODES).exclude(['PUBLICATION']).optional().describe('UNSPECIFIED unless given.'),
    basis: z.enum(BASES).optional().describe('STATED unless given.'),
    said: date.optional(),
    place: z
      .union([placeKey, z.strictObject({ place: placeKey, basis: z.enum(BASES) })])
      .optional()
      .describe('Where it was said, with basis STATED unless given.'),
    occasion: occasionKey.optional(),
    cites: articleReference.optional().describe('The report that this hop names.'),
    reportedIn: actKey
      .optional()
      .describe('The next hop outward. Without it, this act is printed by the article.'),
  })
  .meta({ id: 'act', description: 'One reporting act: a hop of the chain.' })

const statementReference = z
  .union([
    localKey.describe('The `key` of a statement of this document.'),
    z
      .strictObject({
        article: articleReference,
        text: z.string().min(1).describe('The words of its content, parts joined by " … ".'),
        occurrence: z
          .int()
          .min(1)
          .optional()
          .describe('The how-many-th place of that article where these words stand, from 1.'),
        inPassage: z
          .int()
          .min(1)
          .optional()
          .describe('Of several statements in that one passage, the how-many-th, from 1.'),
      })
      .describe('A statement of another article, in the graph or not.'),
  ])
  .meta({ id: 'statementReference', description: 'Another statement.' })

const statement = z
  .strictObject({
    key: localKey.optional().describe('Needed only where another statement refers to this one.'),
    act: actKey.optional().describe("Its reporting act. Without it, the article's own voice."),
    content: spans,
    quoted: spans
      .optional()
      .describe('What stands in quotation marks. The whole content of a DIRECT one unless given.'),
    claim: z.union([localKey.describe('A key of `claims`.'), claim]).describe('What it says.'),
    quoteType: z.enum(QUOTE_TYPES).optional().describe('NARRATOR without an act; required with one.'),
    speechAct: z.enum(SPEECH_ACTS).optional().describe('ASSERT unless given.'),
    certainty: z.enum(CERTAINTIES).optional().describe('CERTAIN unless given.'),
    polarity: z.enum(POLARITIES).optional().describe('POSITIVE unless given.'),
    zone: z.enum(ZONES).optional().describe('HEADLINE in the title, else BODY, unless given.'),
    status: z
      .enum(['PROPOSED', 'ACCEPTED'])
      .optional()
      .describe('ACCEPTED unless given; PROPOSED waits for a person.'),
    confidence: z.number().min(0).max(1).optional().describe('Of a program that extracted it.'),
    timesSpokenOf: z.array(date).optional().describe('The times that the content speaks of.'),
    revises: z.array(statementReference).optional().describe('Earlier statements of the speaker, now moved.'),
    respondsTo: z
      .array(
        z.strictObject({
          stance: z.enum(RESPONSE_STANCES),
          statement: statementReference.optional(),
          claim: localKey.optional().describe('A key of `claims`.'),
        }),
      )
      .optional()
      .describe('What it endorses, rejects, questions or acknowledges: a statement or a claim.'),
    supports: z
      .array(statementReference)
      .optional()
      .describe('What the text itself gives it as a reason for.'),
  })
  .meta({
    id: 'statement',
    description: 'One independently checkable proposition by one speaker in one reporting act.',
  })

export const articleDocumentSchema = z
  .strictObject({
    $schema: z.string().optional().describe('The address of this schema, for editors.'),
    article: z
      .strictObject({
        url: url.optional().describe('Its canonical address. Without one, `key` is required.'),
        key: globalKey.optional(),
        outlet: agentKey.describe('The outlet that printed it: a key of `agents`, of kind OUTLET.'),
        language: languageTag.optional(),
        byline: z.string().min(1).max(NAME_LENGTH).optional().describe('As printed.'),
        authors: z
          .array(agentKey)
          .optional()
          .describe('Keys of `agents`. They speak in the own voice of an `opinion`.'),
        opinion: z.boolean().optional().describe('A signed opinion piece: its own voice is its author.'),
        credits: z
          .array(
            z.strictObject({
              text: z.string().min(1).max(NAME_LENGTH).describe('As printed: "Reporting by …", "(Reuters)".'),
              agent: agentKey.optional(),
              span: selector.optional(),
            }),
          )
          .optional()
          .describe('Printed credit lines.'),
        derivedFrom: z
          .array(
            z.strictObject({
              article: articleReference,
              basis: z.enum(BASES).optional().describe('STATED unless given.'),
              phrase: spans
                .optional()
                .describe('The words that say so: a credit line, "With material from …".'),
            }),
          )
          .optional()
          .describe('The articles that it was taken from: what it copies, shortens or translates.'),
        published: date.optional(),
        modified: date.optional(),
        retrievedAt: z.iso
          .datetime({ offset: true })
          .register(readingHints, {
            words: 'a moment with its offset from UTC, such as "2025-04-18T09:30:00Z"',
          })
          .optional()
          .describe('When the text was fetched: "2025-04-18T09:30:00Z".'),
        title: z.string().min(1).max(CLAIM_LENGTH).optional().describe('The headline.'),
        text: z
          .string()
          .min(1)
          .optional()
          .describe('The whole text. Required, but for the command line, which reads `textFile`.'),
        textFile: z
          .string()
          .min(1)
          .optional()
          .describe('A file beside the document; the command line reads it.'),
      })
      .describe('The publication, and what it says.'),
    recorded: z
      .strictObject({ by: name.optional(), method: z.enum(RECORD_METHODS).optional() })
      .optional()
      .describe('Who annotated it, and how. MANUAL unless given.'),
    agents: z.record(localKey, agent).optional().describe('Whoever asserts, is spoken to or printed it.'),
    places: z.record(localKey, place).optional().describe('Where acts took place.'),
    occasions: z.record(localKey, occasion).optional().describe('Speech events.'),
    claims: z.record(localKey, claim).optional().describe('Claims that several statements make, or answer.'),
    acts: z.record(localKey, act).optional().describe('Reporting acts: the hops of the chains.'),
    statements: z.array(statement).describe('Every statement that the article makes, in any order.'),
  })
  .describe('An article and every statement it makes.')

/**
 * The same shape as a JSON Schema (draft 2020-12), of documents as they are written: defaults may be left out. It tells
 * a little less: it counts lengths in code points, those of white space around a name included.
 */
export const articleDocumentJsonSchema = () =>
  z.toJSONSchema(articleDocumentSchema, { target: 'draft-2020-12', io: 'input' })

export type ArticleDocument = z.infer<typeof articleDocumentSchema>
export type DocumentSelector = z.infer<typeof selector>
export type DocumentSpans = z.infer<typeof spans>
export type DocumentDate = z.infer<typeof date>
export type DocumentAgent = z.infer<typeof agent>
export type DocumentClaim = z.infer<typeof claim>
export type DocumentAct = z.infer<typeof act>
export type DocumentStatement = z.infer<typeof statement>
export type DocumentStatementReference = z.infer<typeof statementReference>
export type DocumentArticleReference = z.infer<typeof articleReference>
