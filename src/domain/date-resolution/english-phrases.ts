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
  half,
  lastNight,
  later,
  type Meaning,
  month,
  monthOfYear,
  monthsFromAnchor,
  partOf,
  quarter,
  type Rule,
  type Season,
  season,
  seasonOfYear,
  since,
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

function withAndWithoutPoint(words: Words<number>): Words<number> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([word, value]) => [
      [word, value],
      [`${word}.`, value],
    ]),
  )
}

const weekdays: Words<number> = {
  monday: 0,
  tuesday: 1,
  wednesday: 2,
  thursday: 3,
  friday: 4,
  saturday: 5,
  sunday: 6,
}

const months: Words<number> = {
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
  ...withAndWithoutPoint({ jan: 1, feb: 2, mar: 3, apr: 4, aug: 8, sept: 9, oct: 10, nov: 11, dec: 12 }),
}

const seasons: Words<Season> = {
  spring: 'SPRING',
  summer: 'SUMMER',
  autumn: 'AUTUMN',
  fall: 'AUTUMN',
  winter: 'WINTER',
}

const numbers: Words<number> = {
  a: 1,
  an: 1,
  one: 1,
  first: 1,
  two: 2,
  second: 2,
  three: 3,
  third: 3,
  four: 4,
  fourth: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
}

const WEEKDAY = `(?<weekday>${anyOf(weekdays)})`
const MONTH = `(?<month>${anyOf(months)})`
const SEASON = `(?<season>${anyOf(seasons)})`
const YEAR = '(?<year>[0-9]{4})'
const NUMBER = `(?<number>[0-9]{1,3}|${anyOf(numbers)})`
const X = '(?<x>.+)'
const PART_OF_DAY = '(?:morning|afternoon|evening|night)'
const EVENT =
  '(?:[a-z-]+ ){0,3}(?:floods?|elections?|campaign|referendum|war|revolution|crisis|summit|earthquake|protests|drought|harvest)'

const rule = (pattern: string, means: Meaning): Rule => ({ pattern: new RegExp(`^(?:${pattern})$`), means })

const rules: readonly Rule[] = [
  // Days
  rule(`(?:(?:early|late) )?(?:on )?(?:(?:early|late) )?${WEEKDAY}(?: ${PART_OF_DAY})?`, weekday),
  rule(`last ${WEEKDAY}(?: ${PART_OF_DAY})?`, weekdayOfWeek(-1)),
  rule(`this ${WEEKDAY}(?: ${PART_OF_DAY})?`, weekdayOfWeek(0)),
  rule(`next ${WEEKDAY}(?: ${PART_OF_DAY})?`, weekdayOfWeek(1)),
  rule(`(?:earlier |later )?today`, today),
  rule(`tonight|this ${PART_OF_DAY}`, daysFromAnchor(0)),
  rule(`yesterday(?: ${PART_OF_DAY})?`, daysFromAnchor(-1)),
  rule(`tomorrow(?: ${PART_OF_DAY})?`, daysFromAnchor(1)),
  rule(`the day before yesterday`, daysFromAnchor(-2)),
  rule(`the day after tomorrow`, daysFromAnchor(2)),
  rule(`last night|overnight`, lastNight),
  rule(`(?:on )?the (?:next|following) day`, daysAfterOther(1)),
  rule(`${NUMBER} days? later`, daysAfterOther(null)),
  rule(`(?:in |for |over )?the week (?:to|ending|ended) ${X}`, weekTo),

  // Weeks, months and years of the anchor
  rule(`(?:(?:earlier|later) |(?:in|during) (?:the course of )?)?(?:this|the current) week`, week(0)),
  rule(`(?:(?:early|late) |(?:in|during) )?(?:next|the coming) week`, week(1)),
  rule(`(?:(?:early|late) )?last week`, week(-1)),
  rule(`(?:(?:earlier|later) )?(?:in )?(?:this|the current) month`, monthsFromAnchor(0)),
  rule(`(?:(?:early|late) )?next month`, monthsFromAnchor(1)),
  rule(`(?:(?:early|late) )?last month`, monthsFromAnchor(-1)),
  rule(`(?:(?:earlier|later) )?(?:in )?(?:this|the current) year`, yearsFromAnchor(0)),
  rule(`(?:(?:early|late) )?next year`, yearsFromAnchor(1)),
  rule(`(?:(?:early|late) )?last year`, yearsFromAnchor(-1)),
  rule(`(?:about |around |some )?${NUMBER} days? ago`, ago('DAY')),
  rule(`(?:about |around |some )?${NUMBER} weeks? ago`, ago('WEEK')),
  rule(`(?:about |around |some )?${NUMBER} months? ago`, ago('MONTH')),
  rule(`(?:about |around |some )?${NUMBER} years? ago`, ago('YEAR')),
  rule(`within (?:the next )?${NUMBER} hours`, within('HOUR')),
  rule(`within (?:the next )?${NUMBER} days?`, within('DAY')),
  rule(`within (?:the next )?${NUMBER} weeks?`, within('WEEK')),
  rule(`within (?:the next )?${NUMBER} months?`, within('MONTH')),
  rule(`(?:with)?in (?:a matter of |the coming |a few )?(?:hours|days|weeks|months|years)`, cannotBeTold),

  // Parts, before what they are parts of
  rule(`(?:in |during |over )?(?:the )?first half of ${X}`, half(false)),
  rule(`(?:in |during |over )?(?:the )?second half of ${X}`, half(true)),
  rule(`(?:in |during )?(?:the )?${NUMBER} quarter of ${X}`, quarter),
  rule(`(?:in |at |for |towards? )?(?:the )?(?:very )?(?:beginning|start|middle|end) of ${X}`, partOf),
  rule(`(?:in |for )?(?:the )?(?:early|late|mid)[ -]${X}`, partOf),
  rule(
    `(?:with )?${MONTH}(?: ${YEAR})? (?:is )?(?:nearing its end|nearly over|almost over|drawing to a close)`,
    month,
  ),
  rule(`the (?<x>week|month|year)`, ({ x }, { read }) => read(`this ${x}`)),

  // Months, seasons, years and decades
  rule(`(?:in |during |for |of |dated )?${MONTH},?(?: of)?(?: ${YEAR})?`, month),
  rule(`(?:in )?last ${MONTH}`, monthOfYear(-1)),
  rule(`(?:in )?next ${MONTH}`, monthOfYear(1)),
  rule(`(?:in |during |for |of )?(?:the )?${SEASON}(?: of)?(?: ${YEAR})?`, season),
  rule(`this ${SEASON}`, thisSeason),
  rule(`last ${SEASON}`, seasonOfYear('PAST')),
  rule(`next ${SEASON}`, seasonOfYear('FUTURE')),
  rule(`(?:in |during |for |of )?(?:the year )?${YEAR}`, year),
  rule(`(?:in |during |of )?(?:the )?(?<year>[0-9]{3}0)'?s`, decade),
  rule(`(?:in |during |at )?(?:the )?${EVENT} (?:of|in) ${YEAR}`, year),

  // From, to and by
  rule(`(?:ever )?since then`, sinceOther),
  rule(`(?:ever )?since ${X}`, since),
  rule(`(?:by|until|till) ${X}`, by),
  rule(`between (?<x>.+) and (?<y>.+)`, between),
  rule(`(?:from )?(?<x>[0-9]{4})(?:-| to | through | until )(?<y>[0-9]{4})`, between),
  rule(`from (?<x>.+) (?:to|through|until|till) (?<y>.+)`, between),

  // Words without a date of their own
  rule(`recently|recent|lately|earlier|previously|previous|formerly`, before),
  rule(`later|later on|afterwards?`, later),
]

export const ENGLISH: PhraseLanguage = {
  weekdays,
  months,
  seasons,
  numbers,
  rules,
  ownWeekday: new RegExp(
    `^(?:(?:early|late) )?(?:on )?(?:(?:early|late) )?${WEEKDAY}(?: ${PART_OF_DAY}$|,? .*[0-9]|$)`,
  ),
  monthNearlyOver: new RegExp(
    `(?<!\\p{L})${MONTH}(?: is| was)? (?:nearing its end|nearing an end|nearly over|almost over|drawing to a close|drawing to its end|coming to an end)`,
    'u',
  ),
}
