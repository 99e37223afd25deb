/**
 * The closed vocabularies of the graph. Each list is in the order in which answers and documentation show it;
 * the union type beside it is derived, so that a value is added in one place.
 */

export const AGENT_KINDS = [
  'PERSON',
  'ORGANIZATION',
  'OUTLET',
  'OFFICE',
  'GOVERNMENT',
  'GROUP',
  'UNNAMED',
] as const
export type AgentKind = (typeof AGENT_KINDS)[number]

/** ANONYMOUS: described and not named. UNSPECIFIED: nothing is said of who it is ("reported progress"). */
export const UNNAMED_REASONS = ['ANONYMOUS', 'UNSPECIFIED'] as const
export type UnnamedReason = (typeof UNNAMED_REASONS)[number]

export const ZONES = ['HEADLINE', 'BODY', 'HEADING', 'CAPTION'] as const
export type Zone = (typeof ZONES)[number]

export const QUOTE_TYPES = ['DIRECT', 'MIXED', 'INDIRECT', 'REPORTED', 'NARRATOR'] as const
export type QuoteType = (typeof QUOTE_TYPES)[number]

export const SPEECH_ACTS = [
  'ASSERT',
  'DENY',
  'EVALUATE',
  'PREDICT',
  'EXPECT',
  'PROMISE',
  'COMMIT',
  'URGE',
  'DEMAND',
  'WARN',
  'THREATEN',
  'ACKNOWLEDGE',
  'INSIST',
  'BELIEVE',
  'ASK',
] as const
export type SpeechAct = (typeof SPEECH_ACTS)[number]

/** Of the speaker toward the content (FactBank), never of the claim. */
export const CERTAINTIES = ['CERTAIN', 'PROBABLE', 'POSSIBLE', 'UNCOMMITTED'] as const
export type Certainty = (typeof CERTAINTIES)[number]

/** Relative to the claim's text: NEGATIVE denies it. */
export const POLARITIES = ['POSITIVE', 'NEGATIVE'] as const
export type Polarity = (typeof POLARITIES)[number]

export const CUE_STANCES = ['NEUTRAL', 'FACTIVE', 'DISTANCING'] as const
export type CueStance = (typeof CUE_STANCES)[number]

/** STATED in the text, INFERRED from context, EXTERNAL: known from elsewhere. */
export const BASES = ['STATED', 'INFERRED', 'EXTERNAL'] as const
export type Basis = (typeof BASES)[number]

export const HOP_MODES = ['SPEECH', 'WRITING', 'BELIEF', 'PUBLICATION', 'UNSPECIFIED'] as const
export type HopMode = (typeof HOP_MODES)[number]

export const STATEMENT_STATUSES = ['PROPOSED', 'ACCEPTED', 'REJECTED', 'SUPERSEDED', 'RETRACTED'] as const
export type StatementStatus = (typeof STATEMENT_STATUSES)[number]

export const RECORD_METHODS = ['MANUAL', 'IMPORTED', 'EXTRACTED'] as const
export type RecordMethod = (typeof RECORD_METHODS)[number]

export const DATE_BASES = [
  'EXPLICIT',
  'RELATIVE',
  'VAGUE',
  'PERIOD',
  'ONGOING',
  'PUBLICATION',
  'INHERITED',
  'SAME_OCCASION',
  'EXTERNAL',
  'UNKNOWN',
] as const
export type DateBasis = (typeof DATE_BASES)[number]

export const DATE_PRECISIONS = [
  'INSTANT',
  'DAY',
  'WEEK',
  'MONTH',
  'SEASON',
  'YEAR',
  'INTERVAL',
  'OPEN',
  'UNKNOWN',
] as const
export type DatePrecision = (typeof DATE_PRECISIONS)[number]

export const RESPONSE_STANCES = ['ENDORSES', 'REJECTS', 'QUESTIONS', 'ACKNOWLEDGES'] as const
export type ResponseStance = (typeof RESPONSE_STANCES)[number]

export const TEXT_PARTS = ['TITLE', 'TEXT'] as const
export type TextPart = (typeof TEXT_PARTS)[number]

export const SOURCE_ROLES = ['SPEAKER', 'RELAY', 'PUBLISHER'] as const
export type SourceRole = (typeof SOURCE_ROLES)[number]

/** A decision about two records: what it says of them. */
export const JUDGEMENT_KINDS = [
  'SAME_CLAIM',
  'SAME_AGENT',
  'SAME_OCCASION',
  'SAME_UTTERANCE',
  'DERIVED_FROM',
  'CITES',
  'CONTRADICTS',
  'TENSION',
  'SUPPORTS',
  'NARROWER',
  'ALTERNATIVE',
] as const
export type JudgementKind = (typeof JUDGEMENT_KINDS)[number]

/** PROPOSED by a machine; the others are a person's. UNSURE leaves it open. */
export const VERDICTS = ['PROPOSED', 'POSITIVE', 'NEGATIVE', 'UNSURE'] as const
export type Verdict = (typeof VERDICTS)[number]

/** How one wording of an utterance differs from another. */
export const QUOTE_EDIT_KINDS = [
  'SPELLING',
  'PUNCTUATION',
  'ELISION',
  'INSERTION',
  'SUBSTITUTION',
  'SPLICE',
  'CONTAINED',
  'TRANSLATION',
] as const
export type QuoteEditKind = (typeof QUOTE_EDIT_KINDS)[number]

export const DIFFERENCE_KINDS = ['SAME', 'ADDED', 'REMOVED'] as const
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number]

export const DRIFT_KINDS = [
  'HOP_DROPPED',
  'HOP_ADDED',
  'NARRATORIZED',
  'SPEAKER_CHANGED',
  'SOURCE_COARSENED',
  'SOURCE_REASSIGNED',
  'QUOTE_ALTERED',
  'QUOTE_TRUNCATED',
  'CERTAINTY_RAISED',
  'CERTAINTY_LOWERED',
  'POLARITY_CHANGED',
  'NUMBER_CHANGED',
  'PARTICIPANT_CHANGED',
  'QUALIFIER_CHANGED',
  'DATE_COARSENED',
  'DATE_CONFLICT',
  'STANCE_CHANGED',
] as const
export type DriftKind = (typeof DRIFT_KINDS)[number]

export const CORRECTION_KINDS = ['CORRECTION', 'CLARIFICATION', 'UPDATE', 'RETRACTION'] as const
export type CorrectionKind = (typeof CORRECTION_KINDS)[number]

export const RATING_VALUES = [
  'TRUE',
  'MOSTLY_TRUE',
  'MIXED',
  'MOSTLY_FALSE',
  'FALSE',
  'UNPROVEN',
  'OTHER',
] as const
export type RatingValue = (typeof RATING_VALUES)[number]

export const CARRIAGE_KINDS = ['DERIVED_FROM', 'CITES'] as const
export type CarriageKind = (typeof CARRIAGE_KINDS)[number]
