import type { WrittenDependentDate } from './date-resolution/article-dates.ts'
import type { TextSpan } from './text-span.ts'
import type { UncertainDate, WrittenDate } from './uncertain-date.ts'
import type { ReviewState } from './visibility.ts'
import type {
  AgentKind,
  Basis,
  Certainty,
  CueStance,
  HopMode,
  Polarity,
  QuoteType,
  RecordMethod,
  ResponseStance,
  SpeechAct,
  UnnamedReason,
  Zone,
} from './vocabulary.ts'

/**
 * An article and every statement it makes, checked and resolved: ids instead of local keys, spans instead of
 * quotations, dates instead of phrases. Plain data: what ingest hands to the store, printable and testable without a
 * database.
 */
export interface AnnotatedArticle {
  readonly recorded: { readonly by: string; readonly method: RecordMethod }
  readonly article: PlannedArticle
  readonly version: PlannedVersion
  readonly agents: readonly AgentDescription[]
  readonly places: readonly PlaceDescription[]
  readonly occasions: readonly OccasionDescription[]
  readonly claims: readonly ClaimDescription[]
  readonly attributions: readonly PlannedAttribution[]
  readonly statements: readonly PlannedStatement[]
  /** Articles that acts cite, or that this one was taken from. They may not be in the graph yet. */
  readonly referencedArticles: readonly { readonly id: string; readonly url: string | null }[]
}

export interface PlannedArticle {
  readonly id: string
  readonly url: string | null
  readonly key: string | null
  readonly outletId: string
  readonly language: string
  readonly byline: string | null
  readonly authorIds: readonly string[]
  /** Signed opinion: the article's own voice is its authors'. */
  readonly opinion: boolean
  readonly credits: readonly Credit[]
  readonly derivedFrom: readonly Derivation[]
  readonly published: UncertainDate
}

/** A printed credit line: "Reporting by …", "(Reuters)". */
export interface Credit {
  readonly text: string
  readonly agentId: string | null
  readonly span: TextSpan | null
}

/** An article that another one was taken from, wholly or in part. */
export interface Derivation {
  readonly articleId: string
  /** EXTERNAL: known from elsewhere, and open until a person decides. */
  readonly basis: Basis
  /** The words that say so. */
  readonly phrase: readonly TextSpan[]
}

export interface PlannedVersion {
  readonly id: string
  readonly title: string | null
  readonly text: string
  /** SHA-256, hexadecimal. */
  readonly contentHash: string
  /** Of the text, in code points. */
  readonly length: number
  readonly titleLength: number
  readonly published: UncertainDate
  /** By the document, whatever a person decides. */
  readonly publishedWritten: WrittenDate
  readonly modified: UncertainDate | null
  readonly retrievedAt: string | null
}

/** What one document says of an agent. Several documents' descriptions of one agent are merged. */
export interface AgentDescription {
  readonly id: string
  readonly kind: AgentKind
  readonly name: string
  readonly qualifier: string | null
  readonly aliases: readonly string[]
  readonly description: string | null
  readonly sameAs: readonly string[]
  readonly speaksForIds: readonly string[]
  readonly partOfIds: readonly string[]
  readonly roles: readonly DescribedRole[]
  readonly unnamed: {
    readonly reason: UnnamedReason
    readonly size: number | null
    readonly descriptor: string
  } | null
}

export interface HeldRole {
  readonly title: string
  readonly ofId: string | null
  readonly held: UncertainDate
}

export interface DescribedRole extends HeldRole {
  /** Null where several documents tell it. */
  readonly heldWritten: WrittenDependentDate | null
}

export interface PlaceDescription {
  readonly id: string
  readonly name: string
  readonly sameAs: readonly string[]
}

export interface OccasionDescription {
  readonly id: string
  readonly key: string | null
  readonly label: string | null
  readonly when: UncertainDate
  /** Null where nothing is. */
  readonly whenWritten: WrittenDependentDate | null
  readonly placeId: string | null
}

export interface ClaimDescription {
  readonly id: string
  readonly key: string | null
  readonly text: string | null
  readonly language: string
}

/** One reporting act. */
export interface PlannedAttribution {
  readonly id: string
  readonly byIds: readonly string[]
  readonly toIds: readonly string[]
  readonly onBehalfOfIds: readonly string[]
  readonly source: readonly TextSpan[]
  readonly cue: readonly TextSpan[]
  readonly cueStance: CueStance
  readonly mode: HopMode
  readonly basis: Basis
  readonly said: UncertainDate
  readonly saidWritten: WrittenDependentDate
  readonly placeId: string | null
  readonly placeBasis: Basis | null
  readonly occasionId: string | null
  readonly citesId: string | null
  /** The next hop outward; null: printed by the article. */
  readonly reportedInId: string | null
}

export interface PlannedStatement {
  readonly id: string
  /** The content as printed; parts joined by " … ". */
  readonly text: string
  /** Place in the article, from 0. */
  readonly order: number
  readonly content: readonly TextSpan[]
  readonly quoted: readonly TextSpan[]
  /** The innermost reporting act; null: the article's own voice. */
  readonly attributionId: string | null
  readonly claimId: string
  readonly zone: Zone
  readonly quoteType: QuoteType
  readonly speechAct: SpeechAct
  readonly certainty: Certainty
  readonly polarity: Polarity
  readonly review: Exclude<ReviewState, 'REJECTED'>
  readonly confidence: number | null
  readonly timesSpokenOf: readonly UncertainDate[]
  /** What was written of each. */
  readonly timesWritten: readonly WrittenDependentDate[]
  readonly revisesIds: readonly string[]
  readonly respondsTo: readonly { readonly stance: ResponseStance; readonly toId: string }[]
  readonly supportsIds: readonly string[]
}
