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
