/** A time of day in a phrase, and the phrase without it. */
export interface ClockTime {
  /** `HH:MM` */
  readonly time: string
  /** `Z` or `+02:00`, where the phrase gives it or shows it by naming one moment in two offsets. */
  readonly offset: string | null
  readonly rest: string
}

const TIME = String.raw`(?:(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\.?|(\d{1,2}):(\d{2})|(\d{2})(\d{2})(?= (?:gmt|utc))|(\d{1,2}) (?:годині|год\.?))`
const ZONE = String.raw`(?: ?(utc|gmt|z|[+-]\d{2}:?\d{2})(?![\p{L}\d]))`
const LOCAL = '(?: local time| за місцевим часом)'
const CLOCK = new RegExp(
  String.raw`(?:^|(?<=[ ,]))(?:(?:at|about|о|об) )?${TIME}${ZONE}?${LOCAL}?(?: ?\(${TIME}${ZONE}\))?(?=$|[ ,])`,
  'gu',
)

/**
 * Finds the time of day: "at 9 p.m. local time (8 p.m. UTC)", "18:00 +02:00", "о 21:00". Abbreviations of zones other
 * than UTC and GMT are no offset, since IST is India's, Ireland's and Israel's. Null without exactly one time.
 */
export function clockTime(phrase: string): ClockTime | null {
  const [found, ...more] = phrase.matchAll(CLOCK)
  if (found === undefined || more.length > 0) return null
  const minutes = minutesOf(found.slice(1, 9))
  if (minutes === null) return null
  const inUtc = found[18] === undefined ? null : minutesOf(found.slice(10, 18))
  const rest = phrase
    .replace(found[0], ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ ,]+|[ ,]+$/g, '')
  const offset = found[9]
    ? writtenOffset(found[9])
    : isUtc(found[18]) && inUtc !== null
      ? offsetBetween(minutes, inUtc)
      : null
  return { time: `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`, offset, rest }
}

/** Minutes since midnight of the groups of TIME; null where there is no such time. */
function minutesOf(groups: readonly (string | undefined)[]): number | null {
  const [hour12, minute12 = '0', meridiem, hour24, minute24, hourGmt, minuteGmt, hourOnly] = groups
  const [hour, minute] =
    hour12 === undefined
      ? [Number(hour24 ?? hourGmt ?? hourOnly), Number(minute24 ?? minuteGmt ?? 0)]
      : [(Number(hour12) % 12) + (meridiem === 'p' ? 12 : 0), Number(minute12)]
  if (hour12 !== undefined && (Number(hour12) < 1 || Number(hour12) > 12)) return null
  return hour <= 23 && minute <= 59 ? hour * 60 + minute : null
}

const isUtc = (zone: string | undefined) => zone === 'utc' || zone === 'gmt' || zone === 'z'

function writtenOffset(zone: string): string {
  return isUtc(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`
}

/** Offsets are -12:00 to +14:00; eleven hours behind is also thirteen ahead, so what has two answers has none. */
function offsetBetween(local: number, utc: number): string | null {
  const possible = [-1440, 0, 1440]
    .map((days) => local - utc + days)
    .filter((minutes) => minutes >= -720 && minutes <= 840)
  const [minutes] = possible
  if (possible.length !== 1 || minutes === undefined) return null
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`
}

const pad = (value: number) => String(value).padStart(2, '0')
