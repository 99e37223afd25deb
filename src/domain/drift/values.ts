import { diffArrays } from 'diff'
import { foldCase } from '../fold-case.ts'
import { type DriftAgent, type DriftClaim, type DriftPair, type DriftWorld, isNamed } from './drift-world.ts'
import { isOneLanguage } from './source.ts'
import { type Found, outletOf, quote } from './wording.ts'

/**
 * What differs between two alternative claims: a number, a participant, a date or a qualifier.
 *
 * Within one claim nothing is compared: another number, date, participant or scope makes another claim, so there a
 * difference of words is one of wording, and a headline leaves words out. Nor are the statements' own words: they lean
 * on the text around them (“she”, “the gate”), and a claim stands for itself.
 *
 * The two texts are aligned word by word, without regard to case. What differs is taken in runs; where a single common
 * word stands between two of them they are one run (“Energy Minister Mira Koltan”, “Prime Minister Oskar Dahl”). A run is
 *
 * - DATE_CONFLICT where both sides hold a date: a month, a weekday, a season (English words), or a numeral beside one;
 * - else NUMBER_CHANGED where both sides hold numbers, and not the same: numerals, or English number words;
 * - PARTICIPANT_CHANGED where a side holds the name of an agent who stands in some chain of the group, of a person also
 *   the last word of it;
 * - QUALIFIER_CHANGED where it is none of these.
 *
 * A run may be of several kinds. Where claims were decided to be one, the two wordings that differ least are compared:
 * what some wording of the claim does not have is no part of what it says. Where no two are in one language, only the
 * numerals are compared.
 */
export function valueDrift({ from, to }: DriftPair, differences: ClaimDifferences): Found[] {
  const found = new Map<Found['drift'], string[]>()
  for (const run of differences.between(from.statement.claimId, to.statement.claimId))
    for (const kind of run.kinds) {
      const change = `${run.from} in ${outletOf(from)} is ${run.to} in ${outletOf(to)}`
      found.set(kind, [...(found.get(kind) ?? []), change])
    }
  return [...found].map(([drift, changes]) => ({
    drift,
    explanation: `What is claimed: ${changes.join('; ')}.`,
  }))
}

interface Difference {
  readonly from: string
  readonly to: string
  readonly kinds: readonly Found['drift'][]
}

/** The differences between the claims of a group, each pair worked out once. */
export class ClaimDifferences {
  readonly #claims: ReadonlyMap<string, DriftClaim>
  readonly #names: ReadonlySet<string>
  readonly #known = new Map<string, readonly Difference[]>()

  constructor(world: DriftWorld) {
    this.#claims = new Map(world.claims.map((claim) => [claim.id, claim]))
    this.#names = knownNames(world)
  }

  between(fromId: string, toId: string): readonly Difference[] {
    if (fromId === toId) return []
    const key = `${fromId} ${toId}`
    const known = this.#known.get(key) ?? this.#compare(fromId, toId)
    this.#known.set(key, known)
    return known
  }

  #compare(fromId: string, toId: string): readonly Difference[] {
    const [left, right] = [fromId, toId].map((id) => wordingsOf(this.#claims.get(id)))
    const pairs = left!.flatMap((before) => right!.map((after) => [before, after] as const))
    const readable = pairs.filter(([before, after]) => isOneLanguage(before.language, after.language))
    const compared =
      readable.length > 0
        ? readable.map(([before, after]) => runsOf(wordsOf(before.text), wordsOf(after.text)))
        : pairs.map(([before, after]) => numeralsApart(before.text, after.text))
    const runs = compared.reduce<readonly Run[] | null>(
      (best, next) => (best && size(best) <= size(next) ? best : next),
      null,
    )
    return (runs ?? []).map((run) => ({
      from: shown(run.from),
      to: shown(run.to),
      kinds: kindsOf(run, this.#names),
    }))
  }
}

/** Of one claim, at most so many wordings are compared. */
const WORDINGS_COMPARED = 8

const wordingsOf = (claim: DriftClaim | undefined) =>
  (claim?.wordings ?? []).toSorted((a, b) => (a.text < b.text ? -1 : 1)).slice(0, WORDINGS_COMPARED)

const size = (runs: readonly Run[]) => runs.reduce((sum, { from, to }) => sum + from.length + to.length, 0)

/** Names that make a participant, folded: of every named agent of a chain, and the last word of a person's. */
function knownNames(world: DriftWorld): ReadonlySet<string> {
  const agents = world.statements.flatMap(({ chain }) =>
    chain.flatMap(({ by, onBehalfOf }) => [...by, ...onBehalfOf]),
  )
  const outlets = world.articles.map(({ outlet }) => outlet)
  return new Set([...agents, ...outlets].filter(isNamed).flatMap(namesOf))
}

function namesOf({ name, kind }: DriftAgent): string[] {
  const parts = wordsOf(name).map(({ folded }) => folded)
  const last = parts.at(-1)
  return kind === 'PERSON' && last !== undefined ? [parts.join(' '), last] : [parts.join(' ')]
}

interface Word {
  readonly text: string
  readonly folded: string
  /** Whether it is part of a date: such a word, or a numeral beside one. */
  readonly isDate: boolean
}

interface Run {
  readonly from: readonly Word[]
  readonly to: readonly Word[]
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,’'-][\p{L}\p{M}\p{N}]+)*/gu
const NUMBER_WORDS = new Set(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen half'.split(
    ' ',
  ),
)
/** With a capital, as English writes them: “34 may be dead” holds no date. */
const DAY_AND_MONTH_NAMES = new Set(
  'January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(
    ' ',
  ),
)
const SEASONS = new Set(['spring', 'summer', 'autumn', 'winter'])

/** Longer names are not looked for. */
const NAME_WORDS = 10

const isNumeral = (folded: string) => /^\p{N}/u.test(folded)
const isNumber = ({ folded }: Word) => isNumeral(folded) || NUMBER_WORDS.has(folded)

function wordsOf(text: string): Word[] {
  const found = (text.match(WORD) ?? []).map((word) => ({ text: word, folded: foldCase(word) }))
  const dates = found.map(({ text: word }) =>
    word.split('-').some((part) => DAY_AND_MONTH_NAMES.has(part) || SEASONS.has(foldCase(part))),
  )
  return found.map((word, index) => ({
    ...word,
    isDate:
      dates[index]! || (isNumeral(word.folded) && (dates[index - 1] === true || dates[index + 1] === true)),
  }))
}

function runsOf(before: readonly Word[], after: readonly Word[]): Run[] {
  const runs: { from: Word[]; to: Word[] }[] = []
  let between: readonly Word[] | null = null
  for (const { added, removed, value } of diffArrays([...before], [...after], {
    comparator: (a, b) => a.folded === b.folded,
  })) {
    if (!added && !removed) {
      between = value
      continue
    }
    const last = runs.at(-1)
    const run = last && (between === null || between.length === 1) ? last : { from: [], to: [] }
    if (run !== last) runs.push(run)
    else if (between) {
      run.from.push(...between)
      run.to.push(...between)
    }
    run[added ? 'to' : 'from'].push(...value)
    between = null
  }
  return runs
}

function numeralsApart(before: string, after: string): Run[] {
  const [left, right] = [before, after].map((text) => wordsOf(text).filter(({ folded }) => isNumeral(folded)))
  const only = (words: readonly Word[], others: readonly Word[]) =>
    words.filter(({ folded }) => !others.some((other) => other.folded === folded))
  const [from, to] = [only(left!, right!), only(right!, left!)]
  return from.length > 0 && to.length > 0 ? [{ from, to }] : []
}

function kindsOf({ from, to }: Run, names: ReadonlySet<string>): Found['drift'][] {
  const kinds: Found['drift'][] = []
  const numbers = (side: readonly Word[]) =>
    side
      .filter(isNumber)
      .map(({ folded }) => folded)
      .join(' ')
  if ([from, to].every((side) => side.some(({ isDate }) => isDate))) kinds.push('DATE_CONFLICT')
  else if (numbers(from) !== '' && numbers(to) !== '' && numbers(from) !== numbers(to))
    kinds.push('NUMBER_CHANGED')
  if ([from, to].some((side) => holdsName(side, names))) kinds.push('PARTICIPANT_CHANGED')
  return kinds.length > 0 ? kinds : ['QUALIFIER_CHANGED']
}

function holdsName(side: readonly Word[], names: ReadonlySet<string>): boolean {
  return side.some((_, start) =>
    side
      .slice(start, start + NAME_WORDS)
      .some((_, length) => names.has(folded(side.slice(start, start + length + 1)))),
  )
}
const folded = (side: readonly Word[]) => side.map((word) => word.folded).join(' ')

const shown = (side: readonly Word[]) =>
  side.length === 0 ? 'nothing' : quote(side.map(({ text }) => text).join(' '))
