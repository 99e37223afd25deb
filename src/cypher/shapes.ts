/**
 * The property maps that live in the graph, as rows carry them. The store turns them into domain objects and back;
 * nothing else reads them. Neo4j has no null properties: a nullable field is absent from the map.
 *
 * Every state holds from `from` (inclusive) to `to` (exclusive), both instants of recording.
 */
interface State {
  readonly from: string
  readonly to: string
  readonly recordedAt: string
  readonly recordedBy: string
  readonly recordedMethod: string
  /** Who wrote this state, and why where a reason was given. */
  readonly changedBy: string
  readonly changeReason?: string
}

/** An uncertain date under a prefix: `saidEarliest`, `saidLatest`, … */
type DateProperties<Prefix extends string> = {
  readonly [Key in `${Prefix}${'Edtf' | 'Earliest' | 'Latest' | 'Instant' | 'Phrase'}`]?: string
} & { readonly [Key in `${Prefix}${'Precision' | 'Basis'}`]: string }

/** Spans under a prefix, as parallel lists. */
type SpanProperties<Prefix extends string> = {
  readonly [Key in `${Prefix}${'Parts' | 'Exacts' | 'Prefixes' | 'Suffixes'}`]: readonly string[]
} & { readonly [Key in `${Prefix}${'Starts' | 'Ends'}`]: readonly number[] }

export interface StatementProperties
  extends State,
    DateProperties<'said'>,
    DateProperties<'published'>,
    StatementSortKeys {
  readonly statementId: string
  readonly articleId: string
  readonly versionId: string
  readonly outletId: string
  readonly claimId: string
  readonly attributionId?: string
  readonly occasionId?: string
  readonly placeId?: string
  readonly placeBasis?: string
  readonly speakerIds: readonly string[]
  readonly speakerKinds: readonly string[]
  readonly relayIds: readonly string[]
  readonly viaIds: readonly string[]
  readonly onBehalfOfIds: readonly string[]
  readonly addresseeIds: readonly string[]
  readonly order: number
  readonly zone: string
  readonly text: string
  readonly foldedText: string
  readonly quoteType: string
  readonly speechAct: string
  readonly certainty: string
  readonly polarity: string
  readonly status: string
  /** What documents, versions and corrections say; a person's decision stands beside it. */
  readonly review: string
  readonly lifeCycle: string
  /** Whether the newest version of the article may have it or not: a person has to look. */
  readonly orphaned: boolean
  readonly decidedStatus?: string
  /** Where a person moved it to: the same as `claimId`. */
  readonly decidedClaimId?: string
  readonly confidence?: number
  /** Uncertain dates as JSON. */
  readonly timesSpokenOf: readonly string[]
  /**
   * What the document that tells it wrote of each of those, of the utterance and of the publication that they hang on, as
   * JSON: see `WrittenDependentDate`. A newer version may print it that has another publication.
   */
  readonly timesWritten: readonly string[]
  readonly saidWritten: string
  readonly publishedWritten: string
}

/** One key for each order, ending in the id; those of dates in two, so that an unknown date is last both ways. */
export interface StatementSortKeys {
  readonly textKey: string
  readonly saidAscending: string
  readonly saidDescending: string
  readonly publishedAscending: string
  readonly publishedDescending: string
}

export interface AttributionProperties
  extends State,
    DateProperties<'said'>,
    SpanProperties<'source'>,
    SpanProperties<'cue'> {
  readonly attributionId: string
  readonly articleId: string
  readonly versionId: string
  readonly cueStance: string
  readonly mode: string
  readonly basis: string
  readonly status: string
  readonly review: string
  readonly lifeCycle: string
  /** What a person decided of the act itself, which counts while it is EXTERNAL. */
  readonly decidedStatus?: string
  /** A person accepted a statement that comes through it. */
  readonly acceptedWith?: boolean
  readonly placeBasis?: string
  /** What was written of when it took place and of the publication that this hangs on, as JSON. */
  readonly saidWritten: string
  readonly publishedWritten: string
}

export interface ArticleProperties extends State, DateProperties<'published'> {
  readonly articleId: string
  readonly url?: string
  readonly key?: string
  /** Absent of an article that is known by its address alone, as are the version and the sort keys. */
  readonly outletId?: string
  readonly versionId?: string
  readonly language: string
  readonly byline?: string
  readonly authorIds: readonly string[]
  readonly opinion: boolean
  /** Credit lines as JSON. */
  readonly credits: readonly string[]
  readonly publishedAscending?: string
  readonly publishedDescending?: string
  /** EDTF of the publication that a person decided on. */
  readonly decidedPublished?: string
}

/** What may change about a version: when it was printed. What it says stands on the version itself. */
export interface ArticleVersionProperties extends State, DateProperties<'published'> {
  readonly versionId: string
  readonly articleId: string
  readonly number: number
  readonly title?: string
  readonly contentHash: string
  readonly length: number
  readonly outletId: string
  readonly retrievedAt?: string
  /** An uncertain date as JSON. */
  readonly modified?: string
  /** What its document says of its publication, whatever a person decides: a `WrittenDate` as JSON. */
  readonly publishedWritten: string
}

export interface AgentProperties extends State {
  readonly agentId: string
  readonly kind: string
  readonly name: string
  readonly qualifier?: string
  readonly aliases: readonly string[]
  readonly description?: string
  readonly sameAs: readonly string[]
  readonly speaksForIds: readonly string[]
  readonly partOfIds: readonly string[]
  /** Roles held, as JSON. */
  readonly roles: readonly string[]
  readonly reason?: string
  readonly size?: number
  readonly descriptor?: string
  /** Of an unnamed agent: the article it belongs to. */
  readonly articleId?: string
  /** Absent of an agent that no article describes any more. */
  readonly nameKey?: string
  readonly foldedNames: string
  /** For full-text search; absent where `nameKey` is. */
  readonly names?: readonly string[]
}

export interface ClaimProperties
  extends State,
    DateProperties<'firstSaid'>,
    DateProperties<'firstPublished'> {
  readonly claimId: string
  readonly key?: string
  readonly text: string
  readonly foldedText: string
  readonly language: string
  readonly visible: boolean
  /** Absent, as the other sort keys, of a claim that is merged into another. */
  readonly recordedDescending?: string
  readonly firstSaidAscending?: string
  readonly firstSaidDescending?: string
  readonly firstPublishedAscending?: string
  readonly firstPublishedDescending?: string
}

export interface OccasionProperties extends State, DateProperties<'when'> {
  readonly occasionId: string
  readonly key?: string
  readonly label: string
  readonly placeId?: string
}

export interface PlaceProperties extends State {
  readonly placeId: string
  readonly name: string
  readonly sameAs: readonly string[]
}

export interface JudgementProperties extends State {
  readonly judgementId: string
  readonly judgementKind: string
  readonly verdict: string
  readonly leftId: string
  readonly rightId: string
  readonly score?: number
  readonly method: string
  readonly evidence?: string
  readonly decidedBy?: string
  readonly decidedAt?: string
  readonly note?: string
  readonly closedAt?: string
  readonly closedNote?: string
  readonly turn: number
  readonly previousId?: string
  /** A proposal that decisions on others answer: it is not asked as long as they stand. Absent of the others. */
  readonly settled?: boolean
  /** Absent of one that is closed or settled. */
  readonly recordedDescending?: string
}

export interface ReviewProperties extends State, DateProperties<'published'> {
  readonly reviewId: string
  readonly subjectId: string
  readonly publisherId: string
  readonly url?: string
  readonly title?: string
  readonly rating: string
  readonly normalized: string
  readonly citedStatementIds: readonly string[]
}

export interface CorrectionProperties extends State, DateProperties<'issued'> {
  readonly correctionId: string
  readonly correctionKind: string
  readonly articleId: string
  readonly text: string
  readonly note?: string
  /** Whether it takes back the article whole. */
  readonly wholeArticle: boolean
  /** Parallel lists. */
  readonly affectedIds: readonly string[]
  readonly affectedStatuses: readonly string[]
}
