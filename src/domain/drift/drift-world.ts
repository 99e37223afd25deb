import type { UncertainDate } from '../uncertain-date.ts'
import type { AgentKind, CarriageKind, Certainty, CueStance, Polarity, Zone } from '../vocabulary.ts'

/**
 * What drift is worked out from: the statements of one group, which are those of a claim and of its accepted
 * alternatives. Plain data. Ids are those that stand for all who were decided to be one (agents, occasions, claims);
 * hops that are known from elsewhere (EXTERNAL) are left out unless a person accepted them, and so is every statement
 * that lists do not show. The order of every list is without meaning, save that of a chain.
 */
export interface DriftWorld {
  readonly claims: readonly DriftClaim[]
  /** Those that carry the group. */
  readonly articles: readonly DriftArticle[]
  readonly statements: readonly DriftStatement[]
  /** Pairs of statements that were decided to be two utterances (SAME_UTTERANCE, NEGATIVE). */
  readonly otherUtterances: readonly (readonly [leftId: string, rightId: string])[]
}

export interface DriftClaim {
  readonly id: string
  /** Its text, and the texts of the claims that were decided to be one with it. */
  readonly wordings: readonly ClaimWording[]
}

export interface ClaimWording {
  readonly text: string
  /** A BCP 47 tag; "und" when it is not known. */
  readonly language: string
}

export interface DriftArticle {
  readonly id: string
  readonly outlet: DriftAgent
  /** Of signed opinion, where the author speaks and not the outlet. */
  readonly authorIds: readonly string[]
  readonly language: string
  readonly published: UncertainDate
  /** Every occasion that some act of this article is at, whatever the claim. */
  readonly occasionIds: readonly string[]
  /**
   * Where it has its matter from, what its hops cite included, whatever the claim. What is not accepted (open or
   * refused) counts for nothing.
   */
  readonly carriage: readonly DriftCarriage[]
}

/** An article that another one takes from. It need not be listed: it may be known by its address alone. */
export interface DriftCarriage {
  readonly articleId: string
  readonly carriageKind: CarriageKind
  readonly accepted: boolean
}

export interface DriftStatement {
  readonly id: string
  readonly articleId: string
  readonly claimId: string
  /**
   * Keys of the origins that it leads to: of `countOrigins` of its claim, those of its own side whose `statementIds` have
   * it. None where it counts nowhere. Read within one claim and side.
   */
  readonly originKeys: readonly string[]
  /** The content as printed. */
  readonly text: string
  /** What stands in quotation marks, parts joined by " … "; null: nothing. */
  readonly quoted: string | null
  readonly zone: Zone
  readonly certainty: Certainty
  readonly polarity: Polarity
  /** Innermost first, without the printing; none: the article's own voice. */
  readonly chain: readonly DriftHop[]
}

export interface DriftHop {
  readonly by: readonly DriftAgent[]
  readonly onBehalfOf: readonly DriftAgent[]
  readonly addresseeIds: readonly string[]
  /** The words of the text for the source and for the cue; "" where there are none. */
  readonly sourceWords: string
  readonly cueWords: string
  readonly cueStance: CueStance
  readonly said: UncertainDate
  readonly occasionId: string | null
  /** The article whose report this hop names. */
  readonly citesId: string | null
}

export interface DriftAgent {
  readonly id: string
  readonly kind: AgentKind
  readonly name: string
  /** Of an unnamed agent alone. */
  readonly unnamed: {
    readonly descriptor: string
    /** How many persons, where the text says. */
    readonly size: number | null
    readonly unspecified: boolean
  } | null
}

/** A statement and the article that carries it. */
export interface Carried {
  readonly statement: DriftStatement
  readonly article: DriftArticle
}

/** A statement and the one of another article that it is compared with. */
export interface DriftPair {
  readonly from: Carried
  readonly to: Carried
}

export const isNamed = (agent: DriftAgent): boolean => agent.unnamed === null

/** The named agents who answer for an act: its speakers, and those they speak for. */
export const namedIds = (hop: DriftHop | undefined): string[] =>
  hop === undefined
    ? []
    : [...new Set([...hop.by, ...hop.onBehalfOf].filter(isNamed).map(({ id }) => id))].sort()

/** Whether nobody who speaks here has a name. */
export const isUnnamedSource = (hop: DriftHop): boolean => namedIds(hop).length === 0
