import { anyOf, type PhraseLanguage, type Words } from './phrase-language.ts'
import {
  ago,
  before,
  between,
  by,
  cannotBeTold,
  daysAfterOther,
  daysFromAnchor,
  decade,
  from,
  half,
  lastNight,
  later,
  type Meaning,
  month,
  monthsFromAnchor,
  partOf,
  quarter,
  type Rule,
  type Season,
  season,
  sinceOther,
  thisSeason,
  today,
  week,
  weekday,
  weekdayOfWeek,
  weekTo,
  within,
  year,
  yearsFromAnchor,
} from './phrase-meanings.ts'

const forms = <Value>(...rows: readonly (readonly [Value, string])[]): Words<Value> =>
  Object.fromEntries(rows.flatMap(([value, words]) => words.split(' ').map((word) => [word, value])))

const weekdays = forms<number>(
  [0, 'понеділок понеділка'],
  [1, 'вівторок вівторка'],
  [2, 'середа середу середи'],
  [3, 'четвер четверга'],
  [4, "п'ятниця п'ятницю п'ятниці"],
  [5, 'субота суботу суботи'],
  [6, 'неділя неділю неділі'],
)

const months = forms<number>(
  [1, 'січень січня січні'],
  [2, 'лютий лютого лютому'],
  [3, 'березень березня березні'],
  [4, 'квітень квітня квітні'],
  [5, 'травень травня травні'],
  [6, 'червень червня червні'],
  [7, 'липень липня липні'],
  [8, 'серпень серпня серпні'],
  [9, 'вересень вересня вересні'],
  [10, 'жовтень жовтня жовтні'],
  [11, 'листопад листопада листопаді'],
  [12, 'грудень грудня грудні'],
)

const seasons = forms<Season>(
  ['SPRING', 'весна весни весну весною навесні'],
  ['SUMMER', 'літо літа літом влітку улітку'],
  ['AUTUMN', 'осінь осені восени'],
  ['WINTER', 'зима зими зиму зимою взимку узимку'],
)

const numbers = forms<number>(
  [1, 'один одну одного перша першій першу першому'],
  [2, 'два дві двох друга другій другу другому'],
  [3, 'три трьох третьому'],
  [4, 'чотири чотирьох четвертому'],
  [5, "п'ять п'яти"],
  [6, 'шість шести'],
  [7, 'сім семи'],
  [8, 'вісім восьми'],
  [9, "дев'ять дев'яти"],
  [10, 'десять десяти'],
  [11, 'одинадцять'],
  [12, 'дванадцять'],
)

const WEEKDAY = `(?<weekday>${anyOf(weekdays)})`
const MONTH = `(?<month>${anyOf(months)})`
const SEASON = `(?<season>${anyOf(seasons)})`
const YEAR = '(?<year>[0-9]{4})(?: (?:році|року|рік|р[.]?))?'
const NUMBER = `(?<number>[0-9]{1,3}|${anyOf(numbers)})`
const X = '(?<x>.+)'
const IN = '(?:у|в|на) '
const PART_OF_DAY = '(?:вранці|зранку|вдень|ввечері|увечері|вночі|уночі)'
const AGO_ABOUT = '(?:близько |приблизно )?'
const EVENT =
  '(?:повені|паводку|виборів|виборчої кампанії|референдуму|війни|революції|кризи|саміту|землетрусу|посухи)'

const rule = (pattern: string, means: Meaning): Rule => ({ pattern: new RegExp(`^(?:${pattern})$`), means })
const one =
  (means: Meaning): Meaning =>
  (found, on) =>
    means({ ...found, number: 1 }, on)

const rules: readonly Rule[] = [
  // Days
  rule(`(?:(?:рано|пізно) )?(?:${PART_OF_DAY} )?(?:(?:у|в) )?${WEEKDAY}(?: ${PART_OF_DAY})?`, weekday),
  rule(`вечора ${WEEKDAY}`, weekday),
  rule(`(?:(?:у|в) )?(?:минулий|минулу|минулої|минулого) ${WEEKDAY}`, weekdayOfWeek(-1)),
  rule(`(?:(?:у|в) )?(?:цей|цю|цієї|цього) ${WEEKDAY}`, weekdayOfWeek(0)),
  rule(`(?:(?:у|в) )?(?:наступний|наступну|наступної|наступного) ${WEEKDAY}`, weekdayOfWeek(1)),
  rule(`сьогодні`, today),
  rule(`сьогодні ${PART_OF_DAY}`, daysFromAnchor(0)),
  rule(`(?:вчора|учора)(?: ${PART_OF_DAY})?`, daysFromAnchor(-1)),
  rule(`завтра(?: ${PART_OF_DAY})?`, daysFromAnchor(1)),
  rule(`позавчора`, daysFromAnchor(-2)),
  rule(`післязавтра`, daysFromAnchor(2)),
  rule(`минулої ночі`, lastNight),
  rule(`(?:на )?наступного дня`, daysAfterOther(1)),
  rule(`(?:через )?${NUMBER} дн(?:і|ів) (?:по тому|потому)`, daysAfterOther(null)),
  rule(`за тиждень до ${X}`, weekTo),

  // Weeks, months and years of the anchor
  rule(`(?:цього|поточного) тижня|на цьому тижні`, week(0)),
  rule(`наступного тижня|на наступному тижні`, week(1)),
  rule(`минулого тижня|на минулому тижні`, week(-1)),
  rule(`(?:цього|поточного) місяця`, monthsFromAnchor(0)),
  rule(`наступного місяця`, monthsFromAnchor(1)),
  rule(`минулого місяця`, monthsFromAnchor(-1)),
  rule(`(?:цього|поточного) року|цьогоріч`, yearsFromAnchor(0)),
  rule(`наступного року`, yearsFromAnchor(1)),
  rule(`минулого року|торік`, yearsFromAnchor(-1)),
  rule(`${AGO_ABOUT}${NUMBER} (?:день|дні|днів) тому`, ago('DAY')),
  rule(`${AGO_ABOUT}${NUMBER} (?:тиждень|тижні|тижнів) тому`, ago('WEEK')),
  rule(`${AGO_ABOUT}${NUMBER} (?:місяць|місяці|місяців) тому`, ago('MONTH')),
  rule(`${AGO_ABOUT}${NUMBER} (?:рік|роки|років) тому`, ago('YEAR')),
  rule(`тиждень тому`, one(ago('WEEK'))),
  rule(`місяць тому`, one(ago('MONTH'))),
  rule(`рік тому`, one(ago('YEAR'))),
  rule(`(?:впродовж|упродовж|протягом) ${NUMBER} годин`, within('HOUR')),
  rule(`(?:впродовж|упродовж|протягом) ${NUMBER} (?:дня|днів)`, within('DAY')),
  rule(`(?:впродовж|упродовж|протягом) ${NUMBER} (?:тижня|тижнів)`, within('WEEK')),
  rule(`(?:впродовж|упродовж|протягом) ${NUMBER} (?:місяця|місяців)`, within('MONTH')),
  rule(
    `(?:впродовж|упродовж|протягом|за) (?:кількох |лічених |найближчих )?(?:годин|днів|тижнів|місяців|років)`,
    cannotBeTold,
  ),

  // Parts, before what they are parts of
  rule(`(?:${IN})?(?:перша половина|першій половині|першу половину) ${X}`, half(false)),
  rule(`(?:${IN})?(?:друга половина|другій половині|другу половину) ${X}`, half(true)),
  rule(`(?:${IN})?${NUMBER} кварталі ${X}`, quarter),
  rule(`(?:на початку|у середині|в середині|наприкінці|у кінці|в кінці|кінця|початку|середини) ${X}`, partOf),
  rule(`${MONTH} (?:добігає кінця|наближається до кінця|майже минув)`, month),
  rule(`(?<x>тижня|місяця|року)`, ({ x }, { read }) => read(`цього ${x}`)),

  // Months, seasons, years and decades
  rule(`(?:${IN})?${MONTH}(?: ${YEAR})?`, month),
  rule(`${SEASON}(?: ${YEAR})?`, season),
  rule(`(?:цієї|цього) ${SEASON}`, thisSeason),
  rule(`(?:${IN})?${YEAR}`, year),
  rule(`(?:${IN})?(?<year>[0-9]{3}0)-(?:х|ті|их)(?: (?:роках|років|роки))?`, decade),
  rule(`(?:під час |у |в )?${EVENT} ${YEAR}`, year),

  // From, to and by
  rule(`відтоді|з того часу`, sinceOther),
  rule(`(?:починаючи )?(?:з|із|зі|від) (?<x>.+) (?:до|по) (?<y>.+)`, between),
  rule(`(?:починаючи )?(?:з|із|зі|від) ${X}`, from),
  rule(`до ${X}`, by),
  rule(`між (?<x>.+) (?:і|й|та) (?<y>.+?)(?: роками)?`, between),
  rule(`(?:у |в )?(?<x>[0-9]{4})-(?<y>[0-9]{4})(?: роках| роки| рр[.]?)?`, between),

  // Words without a date of their own
  rule(`нещодавно|недавно|раніше|попередній|попередня|попередні`, before),
  rule(`пізніше|згодом`, later),
]

export const UKRAINIAN: PhraseLanguage = {
  weekdays,
  months,
  seasons,
  numbers,
  rules,
  ownWeekday: new RegExp(`^(?:(?:у|в) )?${WEEKDAY}(?: ${PART_OF_DAY}$|,? .*[0-9]|$)`),
  monthNearlyOver: new RegExp(
    `(?<!\\p{L})${MONTH} (?:добігає кінця|добігав кінця|наближається до кінця|майже минув)`,
    'u',
  ),
}
