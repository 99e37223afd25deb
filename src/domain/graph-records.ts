import type { Credit, HeldRole } from './annotated-article.ts'
import type { TextSpan } from './text-span.ts'
import type { UncertainDate } from './uncertain-date.ts'
import type {
  AgentKind,
  Basis,
  Certainty,
  CorrectionKind,
  CueStance,
  HopMode,
  JudgementKind,
  Polarity,
  QuoteType,
  RatingValue,
  RecordMethod,
  SpeechAct,
  StatementStatus,
  UnnamedReason,
  Verdict,
  Zone,
} from './vocabulary.ts'

/** Records as they stood at a moment. What they refer to is named by id; whoever reads on asks for those. */

/** Who recorded it, when, how. */
export interface Recorded {
  readonly at: string
  readonly by: string
  readonly method: RecordMethod
}

export interface ArticleRecord {
  readonly kind: 'Article'
  readonly id: string
  readonly url: string | null
  /** Null of an article that is known by its address alone, as is `versionId`. */
  readonly outletId: string | null
  readonly versionId: string | null
  readonly language: string
  readonly byline: string | null
  readonly authorIds: readonly string[]
  /** Signed opinion: its own voice is its authors'. */
  readonly opinion: boolean
  readonly credits: readonly Credit[]
  readonly published: UncertainDate
  readonly recorded: Recorded
}

export interface ArticleVersionRecord {
  readonly kind: 'ArticleVersion'
  readonly id: string
  readonly articleId: string
  readonly outletId: string
  readonly number: number
  readonly title: string | null
  readonly contentHash: string
  readonly length: number
  readonly published: UncertainDate
  readonly modified: UncertainDate | null
  readonly retrievedAt: string | null
  readonly recorded: Recorded
}

export interface StatementRecord {
  readonly kind: 'Statement'
  readonly id: string
  readonly articleId: string
  readonly versionId: string
  readonly outletId: string
  readonly claimId: string
  readonly occasionId: string | null
  readonly placeId: string | null
  readonly placeBasis: Basis | null
  readonly speakerIds: readonly string[]
  readonly speakerKinds: readonly AgentKind[]
  readonly viaIds: readonly string[]
  readonly onBehalfOfIds: readonly string[]
  readonly addresseeIds: readonly string[]
  readonly text: string
  readonly order: number
  readonly zone: Zone
  readonly quoteType: QuoteType
  readonly speechAct: SpeechAct
  readonly certainty: Certainty
  readonly polarity: Polarity
  readonly status: StatementStatus
  /** Whether its words cannot be told in the newest version of the article. */
  readonly orphaned: boolean
  readonly confidence: number | null
  readonly said: UncertainDate
  readonly published: UncertainDate
  readonly timesSpokenOf: readonly UncertainDate[]
  readonly recorded: Recorded
}

/** One reporting act, or the printing itself: mode PUBLICATION, with the article it is printed in. */
export interface HopRecord {
  readonly kind: 'Hop'
  readonly id: string
  readonly byIds: readonly string[]
  readonly toIds: readonly string[]
  readonly onBehalfOfIds: readonly string[]
  readonly mode: HopMode
  readonly basis: Basis
  readonly status: StatementStatus
  readonly annotatedInId: string
  readonly source: readonly TextSpan[]
  readonly cue: readonly TextSpan[]
  readonly cueStance: CueStance
  readonly said: UncertainDate
  readonly placeId: string | null
  readonly occasionId: string | null
  readonly citesId: string | null
  readonly printedInId: string | null
  readonly recorded: Recorded
}

export interface ClaimRecord {
  readonly kind: 'Claim'
  readonly id: string
  readonly text: string
  readonly language: string
  readonly firstSaid: UncertainDate
  readonly firstPublished: UncertainDate
  readonly recorded: Recorded
}

export interface AgentRecord {
  readonly kind: 'Agent'
  readonly id: string
  readonly agentKind: AgentKind
  readonly name: string
  readonly aliases: readonly string[]
  readonly description: string | null
  readonly sameAs: readonly string[]
  readonly speaksForIds: readonly string[]
  readonly partOfIds: readonly string[]
  readonly roles: readonly HeldRole[]
  /** Of an unnamed agent alone. */
  readonly unnamed: {
    readonly reason: UnnamedReason
    readonly size: number | null
    readonly descriptor: string
    readonly articleId: string
  } | null
  readonly recorded: Recorded
}

export interface OccasionRecord {
  readonly kind: 'Occasion'
  readonly id: string
  readonly label: string
  readonly when: UncertainDate
  readonly placeId: string | null
}

export interface PlaceRecord {
  readonly kind: 'Place'
  readonly id: string
  readonly name: string
  readonly sameAs: readonly string[]
}

export type GraphRecord =
  | ArticleRecord
  | ArticleVersionRecord
  | StatementRecord
  | HopRecord
  | ClaimRecord
  | AgentRecord
  | OccasionRecord
  | PlaceRecord
  | JudgementRecord
  | ReviewRecord
  | CorrectionRecord

/** A decision about two records, or the proposal of one. */
export interface JudgementRecord {
  readonly kind: 'Judgement'
  readonly id: string
  readonly judgementKind: JudgementKind
  readonly verdict: Verdict
  readonly leftId: string
  readonly rightId: string
  /** From 0 to 1, of a proposal. */
  readonly score: number | null
  /** MANUAL, or how a machine came to propose it. */
  readonly method: string
  readonly evidence: string | null
  /** Null of a proposal. */
  readonly decidedBy: string | null
  readonly decidedAt: string | null
  readonly note: string | null
  /** When it was withdrawn or decided anew; null while it stands. */
  readonly closedAt: string | null
  /** Why it was withdrawn. */
  readonly closedNote: string | null
  /** A proposal that decisions on others answer: it is not asked as long as they stand. */
  readonly settled: boolean
  /** Of the decisions on its pair, from 1. */
  readonly turn: number
  readonly previousId: string | null
  readonly recorded: Recorded
}

/** What a fact-checker says of a claim or a statement. Several may disagree. */
export interface ReviewRecord {
  readonly kind: 'Review'
  readonly id: string
  readonly subjectId: string
  readonly publisherId: string
  readonly url: string | null
  readonly title: string | null
  /** As printed. */
  readonly rating: string
  readonly normalized: RatingValue
  readonly published: UncertainDate
  readonly citedStatementIds: readonly string[]
  readonly recorded: Recorded
}

/** What an outlet corrected, clarified, updated or took back. */
export interface CorrectionRecord {
  readonly kind: 'Correction'
  readonly id: string
  readonly correctionKind: CorrectionKind
  readonly articleId: string
  readonly text: string
  readonly note: string | null
  readonly issued: UncertainDate
  /** Whether it takes back the article whole. */
  readonly wholeArticle: boolean
  readonly effects: readonly CorrectionEffect[]
  readonly recorded: Recorded
}

/** One statement that a correction names, with the status that it has by it. */
export interface CorrectionEffect {
  readonly statementId: string
  readonly status: StatementStatus
}
