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
  readonly review: string
  readonly lifeCycle: string
  readonly confidence?: number
  /** Uncertain dates as JSON. */
  readonly timesSpokenOf: readonly string[]
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
  readonly placeBasis?: string
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
  /** For full-text search. */
  readonly names: readonly string[]
}

export interface ClaimProperties
  extends State,
    DateProperties<'firstSaid'>,
    DateProperties<'firstPublished'> {
  readonly claimId: string
  readonly text: string
  readonly foldedText: string
  readonly language: string
  readonly visible: boolean
  readonly recordedDescending: string
  readonly firstSaidAscending: string
  readonly firstSaidDescending: string
  readonly firstPublishedAscending: string
  readonly firstPublishedDescending: string
}

export interface OccasionProperties extends State, DateProperties<'when'> {
  readonly occasionId: string
  readonly label: string
  readonly placeId?: string
}

export interface PlaceProperties extends State {
  readonly placeId: string
  readonly name: string
  readonly sameAs: readonly string[]
}
