import type { UncertainDate } from '../uncertain-date.ts'
import type { SpeechAct } from '../vocabulary.ts'

/** Where what is spoken of lies, seen from who speaks. */
export type Tense = 'PAST' | 'FUTURE'

/** What a phrase is read against. Nothing else is: no clock, no time zone of the machine. */
export interface DateContext {
  /** Of the phrase, BCP 47: `en`, `en-GB`, `uk`. */
  readonly language: string
  readonly published: UncertainDate | null
  /**
   * When the words that hold the phrase were uttered. For the article's own voice give the publication under basis
   * PUBLICATION, as a hop of the article itself has it.
   */
  readonly utterance: UncertainDate | null
  /**
   * PUBLICATION for the date of an act or an occasion, which the article tells: it hangs on the publication and is not
   * after it. UTTERANCE for a time that content speaks of.
   */
  readonly anchor: 'PUBLICATION' | 'UTTERANCE'
  /** Of content only, see `tenseOfContent`; what an article tells of an act is PAST. Null: nobody can tell. */
  readonly tense?: Tense | null | undefined
  /** The statement or act that "later", "the next day" and "since then" come after. */
  readonly after?: UncertainDate | null | undefined
  /** The date of the passage, for a time of day without a day, and for INHERITED and SAME_OCCASION. */
  readonly passage?: UncertainDate | null | undefined
  /** Offset of the local time of the place at that date, `+02:00` or `Z`, where it is known. */
  readonly localOffset?: string | null | undefined
  readonly assumptions?: Partial<DateAssumptions> | undefined
}

export interface DateAssumptions {
  /** Whose seasons are meant. Meteorological seasons: northern spring is March to May, southern September to November. */
  readonly hemisphere: 'NORTHERN' | 'SOUTHERN'
  /**
   * What a phrase inside content hangs on where its utterance has no date at all. UNRESOLVED: on nothing, it stays a
   * phrase. PUBLICATION: on the publication, as if it had been said on that day.
   */
  readonly undatedUtterance: 'UNRESOLVED' | 'PUBLICATION'
}

const DEFAULT_ASSUMPTIONS: DateAssumptions = {
  hemisphere: 'NORTHERN',
  undatedUtterance: 'UNRESOLVED',
}

const ABOUT_WHAT_WILL_BE: ReadonlySet<SpeechAct> = new Set([
  'PREDICT',
  'EXPECT',
  'PROMISE',
  'COMMIT',
  'URGE',
  'DEMAND',
  'THREATEN',
])

/** Promises, demands, forecasts and threats speak of what will be; of every other speech act nobody can tell. */
export function tenseOfContent(act: SpeechAct | null | undefined): Tense | null {
  return act && ABOUT_WHAT_WILL_BE.has(act) ? 'FUTURE' : null
}

/** The context as the meanings of phrases use it. */
export interface Anchor {
  /** The one day that the anchor is; null where it is vague or unknown. */
  readonly day: string | null
  /** The last day that the anchor can be. */
  readonly latest: string | null
  readonly tense: Tense | null
  /** The article speaks: in print, "on Friday" on a Friday is that day, whatever the tense. */
  readonly ownVoice: boolean
  readonly isAct: boolean
  readonly after: UncertainDate | null
  readonly hemisphere: DateAssumptions['hemisphere']
}

export function anchorOf(context: DateContext): Anchor {
  const { published, utterance, after = null } = context
  const assumptions = { ...DEFAULT_ASSUMPTIONS, ...context.assumptions }
  const isAct = context.anchor === 'PUBLICATION'
  const undated = utterance === null || (utterance.edtf === null && utterance.phrase === null)
  const takesPublication = isAct || (undated && assumptions.undatedUtterance === 'PUBLICATION')
  const date = takesPublication ? published : utterance
  return {
    day: singleDay(date),
    latest: date?.latest ?? null,
    tense: isAct ? 'PAST' : (context.tense ?? null),
    ownVoice: isAct || utterance?.basis === 'PUBLICATION',
    isAct,
    after,
    hemisphere: assumptions.hemisphere,
  }
}

/** The one day that a date can be; null where it can be several. */
export function singleDay(
  date: Pick<UncertainDate, 'earliest' | 'latest'> | null | undefined,
): string | null {
  return date && date.earliest !== null && date.earliest === date.latest ? date.earliest : null
}
