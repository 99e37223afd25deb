import type { CarriageKind, Certainty, Polarity, SpeechAct } from './vocabulary.ts'

/** What an article stands on: plain data of one article, its visible statements. */
export interface SourcedArticle {
  readonly outletId: string
  /** Accepted carriage of the article. */
  readonly carriage: readonly { readonly articleId: string; readonly carriageKind: CarriageKind }[]
  readonly statements: readonly SourcedStatement[]
}

export interface SourcedStatement {
  readonly claimId: string
  readonly polarity: Polarity
  readonly speechAct: SpeechAct
  readonly certainty: Certainty
  /** Innermost first, without the printing and without hops that are only known from elsewhere. */
  readonly chain: readonly SourcedHop[]
}

export interface SourcedHop {
  /** Who speaks. `isNamed` is false of an unnamed agent. */
  readonly by: readonly SourcedAgent[]
  readonly onBehalfOf: readonly SourcedAgent[]
  readonly addresseeIds: readonly string[]
  /** The article whose report this hop names. */
  readonly citesId: string | null
}

export interface SourcedAgent {
  readonly id: string
  readonly isNamed: boolean
}

/** Counts are of statements. `named`, `unnamed` and `ownVoice` together are all of them. */
export interface Sourcing {
  readonly statementCount: number
  /** The innermost act has a speaker, or somebody spoken for, with a name. */
  readonly named: number
  /** Nobody there has a name. */
  readonly unnamed: number
  /** The article says it in its own voice. */
  readonly ownVoice: number
  /**
   * Taken from somebody else's report: somebody stands between the source and the printing, or a hop cites an article,
   * or the article derives from another one. What was told to the printing outlet itself is its own, in a copy too.
   */
  readonly secondHand: number
  /** Claims that stand on one unnamed source alone, by id. */
  readonly restingOnOneUnnamed: readonly string[]
}

/**
 * Counts what one article stands on.
 *
 * A claim rests on one unnamed source where all that this article attributes of it comes from one unnamed agent. One
 * agent is one source however many persons it is ("three engineers"), as in the count of origins. Who denies the claim
 * gives it nothing, nor do questions and uncommitted words; and an own voice adds nothing to what the article attributes.
 */
export function sourcingOf({ outletId, carriage, statements }: SourcedArticle): Sourcing {
  const isCopy = carriage.some(({ carriageKind }) => carriageKind === 'DERIVED_FROM')
  const isSecondHand = ({ chain }: SourcedStatement) => {
    const told = chain.some(({ addresseeIds }) => addresseeIds.includes(outletId))
    return chain.length > 1 || chain.some(({ citesId }) => citesId !== null) || (isCopy && !told)
  }
  const counted = (test: (statement: SourcedStatement) => boolean) => statements.filter(test).length
  return {
    statementCount: statements.length,
    named: counted((one) => one.chain.length > 0 && hasNamedSource(one)),
    unnamed: counted((one) => one.chain.length > 0 && !hasNamedSource(one)),
    ownVoice: counted((one) => one.chain.length === 0),
    secondHand: counted(isSecondHand),
    restingOnOneUnnamed: restingOnOneUnnamed(statements),
  }
}

const sourcesOf = ({ chain: [innermost] }: SourcedStatement): readonly SourcedAgent[] =>
  innermost ? [...innermost.by, ...innermost.onBehalfOf] : []
const hasNamedSource = (statement: SourcedStatement) => sourcesOf(statement).some(({ isNamed }) => isNamed)

function restingOnOneUnnamed(statements: readonly SourcedStatement[]): string[] {
  const sources = new Map<string, Map<string, SourcedAgent>>()
  for (const statement of statements) {
    if (statement.chain.length === 0 || statement.polarity === 'NEGATIVE') continue
    if (statement.speechAct === 'ASK' || statement.certainty === 'UNCOMMITTED') continue
    const known = sources.get(statement.claimId) ?? new Map<string, SourcedAgent>()
    sources.set(statement.claimId, known)
    for (const agent of sourcesOf(statement)) known.set(agent.id, agent)
  }
  return [...sources]
    .filter(([, agents]) => agents.size === 1 && [...agents.values()].every(({ isNamed }) => !isNamed))
    .map(([claimId]) => claimId)
    .sort()
}
