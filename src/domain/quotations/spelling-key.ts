import { foldCase } from '../fold-case.ts'

/**
 * A word as it reads whatever characters it was typed with: NFC, one apostrophe for all, without invisible format
 * characters (Unicode category Cf: soft hyphens, joiners) and without the full stops of initials ("U.S" is "US").
 * Letter case is kept.
 */
export function typedAlike(word: string): string {
  const plain = word
    .normalize('NFC')
    .replace(/[‘’‚‛`´ʼʹ′＇]/gu, "'")
    .replace(/\p{Cf}/gu, '')
  return /^\p{L}(?:\.\p{L})+\.?$/u.test(plain) ? plain.replaceAll('.', '') : plain
}

/**
 * Words with one key are spellings of one word. Rules, not a distance: words one or two letters apart are far more
 * often two words (Russia and Russian, Johnson and Johnston, Iran and Iraq, will and well) than one.
 *
 * In every language: letter case; `typedAlike`; Unicode compatibility forms (full-width letters, ligatures), but not
 * of superscripts and fractions, where 10² would become 102; vowel points of Arabic and Hebrew, and Arabic tatweel;
 * Russian ё printed as е; the digits of any script; the endings by which romanizations of one Slavic name differ
 * (Zelenskiy, Zelenskyy, Zelenskii, Zelenski, Zelensky; Sergei, Sergey; Mariya, Mariia, Maria).
 *
 * In English: accents, which its papers print or leave out; British and American spellings; some names with several
 * established romanizations; cardinal numbers up to ninety-nine in words, and commas between groups of three digits
 * (house styles: "four" and "4", "1,000" and "1000"). No key is shared by two numbers.
 */
export function spellingKey(word: string, english: boolean): string {
  const typed = foldCase(typedAlike(word))
  const compatible = /\p{No}/u.test(typed) ? typed : typed.normalize('NFKC')
  const plain = withAsciiDigits(withoutPoints(compatible)).replaceAll('ё', 'е')
  if (/\p{N}/u.test(plain)) {
    return english && /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain
  }
  // A possessive is the spelling of its noun with the same ending.
  const apostrophe = plain.indexOf("'")
  const stem = apostrophe < 0 ? plain : plain.slice(0, apostrophe)
  const ending = apostrophe < 0 ? '' : plain.slice(apostrophe)
  return (english ? englishKey(stem) : romanizedKey(stem)) + ending
}

/** Without the accents of Latin letters; those of other scripts tell letters apart (и and й). */
export function withoutLatinAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})[\u0300-\u036f]+/gu, '$1')
    .replace(/[łøđı]/gu, (letter) => STROKED[letter]!)
    .normalize('NFC')
}

const STROKED: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i' }

/** Without the vowel points that Arabic and Hebrew print for learners and in scripture, and without tatweel. */
export function withoutPoints(text: string): string {
  return text.replace(/[\u0640\u064b-\u0652\u0670\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/gu, '')
}

/** Decimal digits of any script as 0 to 9. */
export function withAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    // The Unicode Standard encodes each set of decimal digits in one run from 0 to 9 (section 4.6).
    const codePoint = digit.codePointAt(0)!
    let zero = codePoint
    while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--
    return String((codePoint - zero) % 10)
  })
}

function romanizedKey(stem: string): string {
  if (stem.length < 5) return stem
  return stem
    .replace(/i[iy]a/u, 'ia')
    .replace(/(?:iy|yy|yi|ij|ii|yj)$/u, 'y')
    .replace(/(?<=..[sc]k)i$/u, 'y')
    .replace(/(?<=[ae])[ij]$/u, 'y')
}

function englishKey(stem: string): string {
  const bare = withoutLatinAccents(stem)
  const number = cardinal(bare)
  if (number !== undefined) return number
  const known = ENGLISH_VARIANTS.get(bare)
  if (known !== undefined) return known
  if (DISTINCT.has(bare)) return bare
  return BRITISH_TO_AMERICAN.reduce(
    (word, [british, american]) => word.replace(british, american),
    romanizedKey(bare),
  )
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

function cardinal(word: string): string | undefined {
  const [tens = '', unit, ...more] = word.split('-')
  const ten = TENS.indexOf(tens)
  if (ten < 0) return UNITS.includes(word) ? String(UNITS.indexOf(word)) : undefined
  if (unit === undefined) return String(20 + 10 * ten)
  const ones = UNITS.indexOf(unit)
  return more.length === 0 && ones >= 1 && ones <= 9 ? String(20 + 10 * ten + ones) : undefined
}

/** The letters around are those that keep a rule from words that mean something else in the two spellings. */
const BRITISH_TO_AMERICAN: readonly (readonly [RegExp, string])[] = [
  // labour, favourite, neighbourhood; not four, hour, your, scour
  [/(?<=^\p{L}{3,})our(?=$|s|e|i|a|h|l)/u, 'or'],
  // metres, theatre, centred, fibre; not timbre, which is no timber
  [/(?<=\p{L}{2,}[bt])re(?=$|s$|d$)/u, 'er'],
  // organise, organisation, analysing
  [/(?<=\p{L}{3,})is(?=e$|es$|ed$|er$|ers$|ing$|ation$|ations$|ational$)/u, 'iz'],
  [/(?<=\p{L}{2,})ys(?=e$|ed$|er$|ers$|ing$)/u, 'yz'],
  // travelled, labelling, not called: the stem has two syllables; and not refilled, unfilled
  [/(?<=[aeiouy]\p{L}*[^aeiouy\P{L}][aeo])ll(?=ed$|ing$|er$|ers$|or$|ors$)/u, 'l'],
  [/(?<=\p{L}{3,}[ao]l)ogue(?=$|s$)/u, 'og'],
  [/(?<=def|off|pret)ence(?=$|s$|less$)/u, 'ense'],
  [/(?<=(?:judg|acknowledg|abridg))ement(?=$|s$|al$)/u, 'ment'],
]

/** Words that a rule would make one with another word, of the 275,000 that the rules were tried on. */
const DISTINCT = new Set(
  'timbre timbres outre matres lettre lettres filtre filtres chambre chambres ventre ventres aliyas'.split(
    ' ',
  ),
)

const ENGLISH_VARIANTS: ReadonlyMap<string, string> = new Map(
  [
    'gray grey|grays greys',
    'program programme|programs programmes',
    'plow plough|plows ploughs|plowed ploughed',
    'mold mould|molds moulds',
    'tire tyre|tires tyres',
    'odor odour|odors odours',
    'skeptic sceptic|skeptics sceptics|skeptical sceptical|skepticism scepticism',
    'license licence|licenses licences',
    'practice practise|practices practises|practiced practised|practicing practising',
    'aluminum aluminium',
    'aging ageing',
    'maneuver manoeuvre|maneuvers manoeuvres|maneuvering manoeuvring',
    'fulfill fulfil|fulfills fulfils|fulfillment fulfilment',
    'enroll enrol|enrolls enrols|enrollment enrolment',
    'skillful skilful|jewelry jewellery',
    'pediatric paediatric|fetus foetus|anemia anaemia|leukemia leukaemia|hemorrhage haemorrhage',
    'okay ok',
    'muhammad mohammed mohammad mohamed muhammed',
    'hussein hussain husayn hossein',
    'gaddafi qaddafi kadhafi gadhafi qadhafi',
    'qaeda qaida|quran koran|hezbollah hizbollah hizbullah',
    'kyiv kiev|kharkiv kharkov|lviv lvov|odesa odessa',
  ]
    .join('|')
    .split('|')
    .flatMap((group) => {
      const spellings = group.split(' ')
      return spellings.map((spelling): [string, string] => [spelling, spellings[0]!])
    }),
)
