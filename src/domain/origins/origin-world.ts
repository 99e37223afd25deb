import type {
  Basis,
  Certainty,
  JudgementKind,
  Polarity,
  SpeechAct,
  StatementStatus,
  Verdict,
} from '../vocabulary.ts'

/**
 * What the count of independent origins reads: plain data, filled from the graph or from a case file. Ids are whatever
 * the filler uses, each unique among its kind of record; `label` is what explanations call it. The order of every list is without meaning.
 */
export interface OriginWorld {
  readonly claimId: string
  readonly agents: readonly OriginAgent[]
  /** An article that is named in a link and not listed here is known by its address only, which its id then is. */
  readonly articles: readonly OriginArticle[]
  /** Statements of any claim: which ones count is decided here, never by the filler. */
  readonly statements: readonly OriginStatement[]
  /** The decision in force on each pair: earlier ones are history. */
  readonly decisions: readonly OriginDecision[]
  /** Articles that their outlet took back whole. A single statement taken back has status RETRACTED instead. */
  readonly retractedArticleIds: readonly string[]
  /** Agents who took back what they said of this claim. */
  readonly retractedAgentIds: readonly string[]
}

/** NAMED, or an `Unnamed` agent of the graph by its reason. */
export type OriginAgentKind = 'NAMED' | 'ANONYMOUS' | 'UNSPECIFIED'

export interface OriginAgent {
  readonly id: string
  readonly label: string
  readonly kind: OriginAgentKind
  /** Whether it stands for all that were decided to be one with it; where none is said to, the first by id does. */
  readonly isCanonical?: boolean
  /** Whether it is an outlet: a way in that passes on what it has from elsewhere adds nothing. */
  readonly outlet: boolean
}

export interface OriginArticle {
  readonly id: string
  readonly label: string
  /** Null of an article that is known by its address only. */
  readonly outletId: string | null
  readonly derivedFrom: readonly OriginLink[]
  /** Reports that some hop of this article names, whatever the claim. */
  readonly cites: readonly OriginLink[]
  /** Outlets that a credit line names without a link. */
  readonly creditIds: readonly string[]
}

/** `proposed` is open, whatever its basis: one that is known from elsewhere waits for a person. */
export type OriginLinkState = 'accepted' | 'proposed' | 'rejected'

export interface OriginLink {
  readonly articleId: string
  readonly basis: Basis
  readonly state: OriginLinkState
}

export interface OriginStatement {
  readonly id: string
  readonly label: string
  readonly articleId: string
  readonly claimId: string
  /** Innermost first, without the printing; none: the article's own voice. */
  readonly hops: readonly OriginHop[]
  /** Of signed opinion, where the author speaks and not the outlet. */
  readonly authorIds: readonly string[]
  readonly polarity: Polarity
  readonly speechAct: SpeechAct
  readonly certainty: Certainty
  readonly status: StatementStatus
}

export interface OriginHop {
  readonly byIds: readonly string[]
  readonly onBehalfOfIds: readonly string[]
  readonly basis: Basis
  /** Whether a person accepted it: asked of EXTERNAL hops only. */
  readonly accepted: boolean
  /** The article whose report this hop names. */
  readonly citesId: string | null
  readonly occasionId: string | null
}

/** Some kinds change no count; they may be given all the same. */
export type OriginDecisionKind = JudgementKind
export type OriginVerdict = Verdict

export interface OriginDecision {
  readonly id: string
  readonly kind: OriginDecisionKind
  /** Of DERIVED_FROM and CITES, left took it from right. */
  readonly leftId: string
  readonly rightId: string
  readonly verdict: OriginVerdict
}
