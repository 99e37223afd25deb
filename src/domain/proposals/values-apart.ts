import { isWord, type QuotationToken, tokenizeQuotation } from '../quotations/quotation-tokens.ts'
import { trigramSimilarity } from '../quotations/trigram-similarity.ts'

/**
 * Whether two claims differ in a value, so that they cannot be one whatever else they share: each has a number, a name,
 * a season or a negation in the place of another ("34 sensors" and "35 sensors"; the minister and the prime minister;
 * by spring and by autumn). One that is merely more exact than the other ("by January" and "by 17 January") has no value
 * in the place of another.
 *
 * @param language of both, a BCP 47 tag: names and seasons are told in languages whose rules are known here
 */
export function valuesApart(one: string, other: string, language: string): boolean {
  const primary = language.split('-')[0]!.toLowerCase()
  const [left, right] = [one, other].map((text) => wordsOf(text, primary)) as [Words, Words]
  return (
    bothHaveMore(left.numbers, right.numbers, (a, b) => a === b) ||
    bothHaveMore(left.seasons, right.seasons, (a, b) => a === b) ||
    left.negations !== right.negations ||
    bothHaveMore(namesOf(left, right), namesOf(right, left), areSpellings)
  )
}

interface Words {
  readonly language: string
  readonly words: readonly QuotationToken[]
  readonly numbers: readonly string[]
  readonly seasons: readonly string[]
  /** Two of them are as many as none. */
  readonly negations: 0 | 1
}

function wordsOf(text: string, language: string): Words {
  const words = tokenizeQuotation(text, language === 'en').tokens.filter(isWord)
  const negating = NEGATIONS[language]
  return {
    language,
    words,
    numbers: words.map(({ key }) => key).filter((key) => /\p{N}/u.test(key)),
    seasons: words.flatMap(({ key }) => {
      const season = SEASONS[language]?.findIndex((pattern) => pattern.test(key)) ?? -1
      return season < 0 ? [] : [String(season)]
    }),
    negations: (words.filter(({ key }) => negating?.test(key)).length % 2) as 0 | 1,
  }
}

/** Whether each list has an entry, counted as often as it stands there, that the other has not. */
function bothHaveMore(
  left: readonly string[],
  right: readonly string[],
  same: (a: string, b: string) => boolean,
): boolean {
  const rest = [...right]
  const onlyLeft = left.filter((entry) => {
    const at = rest.findIndex((one) => same(entry, one))
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
  return onlyLeft.length > 0 && rest.length > 0
}

/** Two spellings of one name have this in common at least: Zahorskyi and Zahorskiy 0.54, Koltan and Kolman 0.40. */
const LEAST_LIKE_NAMES = 0.5
const areSpellings = (one: string, other: string) => trigramSimilarity(one, other) >= LEAST_LIKE_NAMES

/**
 * Words with a capital letter, where the language gives it to names alone. The first word has one in any case: it counts
 * unless it is a word of grammar or stands in one of the two texts in small letters.
 */
function namesOf({ words, language }: Words, other: Words): string[] {
  if (CAPITALIZES_NOUNS.has(language)) return []
  const inSmall = new Set(
    [...words, ...other.words].map(({ text }) => text).filter((text) => !isCapital(text)),
  )
  return [
    ...new Set(
      words
        .filter(({ text }, at) => isCapital(text) && (at > 0 || isFirstName(text, language, inSmall)))
        .map(({ text }) => text),
    ),
  ]
}

const isCapital = (word: string) => /^\p{Lu}/u.test(word)

function isFirstName(word: string, language: string, inSmall: ReadonlySet<string>): boolean {
  const small = word.toLowerCase()
  return language === 'en' && !inSmall.has(small) && !ENGLISH_OPENINGS.has(small)
}

const CAPITALIZES_NOUNS = new Set(['de', 'lb'])

const ENGLISH_OPENINGS = new Set(
  (
    'a about after all an and any as at because before between both but by can despite during each either every few for from ' +
    'had half has have he her here his how if in into is it its just last many more most much my neither next no nobody none ' +
    'not nothing of on one only or our over people she since so some somebody someone such than that the their them there ' +
    'these they this those three to today two under until up was we were what when where whether which while who whoever ' +
    'will with within without you your'
  ).split(' '),
)

const NEGATIONS: Readonly<Record<string, RegExp>> = {
  en: /^(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot)$|n't$/u,
  uk: /^(?:не|ні|ніхто|ніщо|нічого|ніколи|без|немає)$/u,
  ru: /^(?:не|ни|нет|никто|ничто|ничего|никогда|без)$/u,
  de: /^(?:nicht|nie|niemals|niemand|nichts|ohne|kein(?:e|er|en|em|es)?)$/u,
  fr: /^(?:ne|n|non|jamais|rien|sans|aucune?)$|^n'/u,
  es: /^(?:no|nunca|nadie|nada|sin|ning[uú]n[oa]?)$/u,
}

/** Small words that are values all the same; weekdays and months have a capital letter where they are not here. */
const SEASONS: Readonly<Record<string, readonly RegExp[]>> = {
  en: [/^spring$/u, /^summer$/u, /^(?:autumn|fall)$/u, /^winter$/u],
  uk: [
    ...[/^весн/u, /^літ[аку]?о?м?$/u, /^(?:осін|осен)/u, /^зим/u],
    ...[/^січ(?:ень|н)/u, /^лют(?:ий|ого|ому)/u, /^берез(?:ень|н)/u, /^квіт(?:ень|н)/u, /^трав(?:ень|н)/u],
    ...[/^черв(?:ень|н)/u, /^лип(?:ень|н)/u, /^серп(?:ень|н)/u, /^верес(?:ень|н)/u, /^жовт(?:ень|н)/u],
    ...[/^листопад/u, /^груд(?:ень|н)/u],
  ],
}
